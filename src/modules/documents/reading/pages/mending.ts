/**
 * What recognition regularly mistakes and the text itself sets right: capital and small letters of one shape, Roman
 * numerals that run on from heading to heading, a bullet that lost its space. Words are not guessed.
 */
export function mended(lines: readonly string[]): string[] {
  return lettered(numbered(lines.map((line) => cased(marked(line)))));
}

/** "-Lưu" is "- Lưu", "= Tổ chức" is "- Tổ chức"; a number that opens a paragraph has a full stop, which is the smallest thing on a page. */
const marked = (line: string): string =>
  line
    .replace(/^([-–+])(?=\p{L})/u, "$1 ")
    .replace(/^[=&»~]\s+(?=\p{Lu})/u, "- ")
    .replace(/^(\d{1,2}(?:\.\d{1,2}){0,3})[,:]?\s+(?=\p{Lu}\p{Ll})/u, "$1. ");

/** Ở and ở differ in height only: in a line of small letters "SỞ Nội vụ" is "Sở Nội vụ". */
function cased(line: string): string {
  const letters = line.match(/\p{L}/gu) ?? [];
  const small = letters.filter((letter) => letter !== letter.toLocaleUpperCase("vi")).length;
  const fixed = line.replace(/(?<=\p{Ll})[ƠỜỚỞỠỢÔỒỐỔỖỘOÒÓỎÕỌ](?!\p{Lu})/gu, (letter) => letter.toLocaleLowerCase("vi"));
  if (small * 2 < letters.length) return fixed;
  return fixed.replace(
    /(?<!\p{L})([STVXCĐHBNLMPQRGK])([ƠỜỚỞỠỢÔỒỐỔỖỘ])(?!\p{L})/gu,
    (_, first: string, second: string) => first + second.toLocaleLowerCase("vi"),
  );
}

const romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"];
/** A Roman numeral as it may come out, before a heading in capitals. */
const heading = /^([IVXLHTUJiltj1|!]{1,6})(?:-|\s*[.,:]?)\s+(?=["“(]?\p{Lu}{2})/u;
/** Strokes are told apart less well than their number of corners: all that is made of upright strokes looks alike. */
const shapeOf = (numeral: string): string => numeral.replace(/[HU]/g, "II").replace(/[LTJiltj1|!]/g, "I");

const headingOf = (line: string): { given: string; mark: "-" | "."; title: string } | null => {
  const found = heading.exec(line);
  const title = line.slice(found?.[0].length ?? 0);
  if (!found || /\p{Ll}{2}/u.test(title.slice(0, 24))) return null;
  return { given: found[1] ?? "", mark: found[0].includes("-") ? "-" : ".", title };
};

/** Headings count on: "I. II. IH. IV." are I to IV. Only what looks like the number that is due is changed. */
function numbered(lines: readonly string[]): string[] {
  let due = 0;
  return lines.map((line, at) => {
    const found = headingOf(line);
    if (!found) return line;
    const { given, mark, title } = found;
    // Strokes alone, between the heading before and the one after that leaves room for one.
    if (/^I+$/.test(shapeOf(given)) && due > 0 && due < 3 && following(lines, at) === due + 1) {
      due += 1;
      return `${romans[due - 1]}${mark} ${title}`;
    }
    const exact = romans.indexOf(given);
    // The heading before may have been lost; what is printed plainly comes first.
    const next = exact >= due ? exact : [due, due + 1].find((at) => looksLike(given, romans[at] ?? ""));
    if (
      next !== undefined &&
      (next === due || looksLike(given, romans[next] ?? "")) &&
      !looksLike(given, exact > due ? (romans[due] ?? "") : "-")
    ) {
      due = next + 1;
      return `${romans[next]}${mark} ${title}`;
    }
    if (looksLike(given, romans[due] ?? "")) {
      due += 1;
      return `${romans[due - 1]}${mark} ${title}`;
    }
    // A new part begins, or one heading was lost: what is printed counts.
    if (exact === 0 || exact > due) due = exact + 1;
    return line;
  });
}

/** The number (from 0) that the next heading plainly has, or −1. */
function following(lines: readonly string[], at: number): number {
  const next = lines.slice(at + 1).flatMap((line) => headingOf(line) ?? [])[0];
  return next ? romans.indexOf(next.given) : -1;
}

/** "3) … b) …" is "a) … b) …": a list that is ordered by letters does not begin with a number. */
function lettered(lines: readonly string[]): string[] {
  return lines.map((line, at) => {
    if (!/^3\)\s/.test(line)) return line;
    const next = lines.slice(at + 1).find((later) => /^[\p{L}\d]{1,2}\)\s/u.test(later));
    const before = lines.slice(0, at).findLast((earlier) => /^[\p{L}\d]{1,2}\)\s/u.test(earlier));
    return next?.startsWith("b) ") && !before?.startsWith("2)") ? `a${line.slice(1)}` : line;
  });
}

function looksLike(given: string, wanted: string): boolean {
  const [one, other] = [shapeOf(given), shapeOf(wanted)];
  if (one === other) return true;
  // A stroke too few or too many among strokes: "I." for "II.", "IHI." for "III.".
  const strokes = /^I+$/;
  return strokes.test(one) && strokes.test(other) && Math.abs(one.length - other.length) <= 1 && other.length > 1;
}
