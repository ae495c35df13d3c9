import { fold } from "../../../../../kernel/text.ts";
import type { Word } from "../../pages/page.ts";
import { isSyllable } from "../../pages/vietnamese.ts";
import { pairs, syllables } from "./phrases.ts";

/** `other` is what another reading of the same place says. */
export type Readable = Word & { other?: string };

/** Small letters that recognition takes for capitals of the same shape: "HỘi nghị", "TỌa đàm", "ý kiến Ở cơ sở". */
export function recased(row: readonly Readable[]): Readable[] {
  return row.map((word, at) => {
    const [before, after] = [row[at - 1]?.text ?? "", row[at + 1]?.text ?? ""];
    const text = word.text.replace(/(?<=^[^\p{L}\d]*)\p{L}+(?=[^\p{L}\d]*$)/u, (letters) => {
      const titled = letters.slice(0, 1) + letters.slice(1).toLocaleLowerCase("vi");
      if (/^\p{Lu}{2,}\p{Ll}+$/u.test(letters)) return isSyllable(titled) ? titled : letters;
      const isInSmall = /^\p{L}?\p{Ll}+[,;.:]?$/u.test(after) && !/^\p{Lu}{2}/u.test(before);
      if (/^[ỞƠỚ]$/u.test(letters) && /\p{Ll}$/u.test(before)) return "ở";
      const isWord = /^\p{Lu}{2,6}$/u.test(letters) && /\P{ASCII}/u.test(letters) && syllables.has(letters.toLocaleLowerCase("vi"));
      return isWord && isInSmall && !/^(?:mat|tuyet|toi)$/.test(fold(letters)) ? titled : letters;
    });
    return text === word.text ? word : { ...word, text, read: word.read ?? word.text };
  });
}

/** A full stop before a small letter is a speck: "các cơ quan. đơn vị". Behind abbreviations and numbers it stands. */
export function unstopped(word: Readable, next: Readable | undefined): Readable {
  const isSpeck = /^\p{Lu}?\p{Ll}+\.$/u.test(word.text) && isSyllable(word.text.slice(0, -1)) && /^\p{Ll}{2}/u.test(next?.text ?? "");
  return isSpeck ? { ...word, text: word.text.slice(0, -1), read: word.read ?? word.text } : word;
}

/** A document's number that was taken apart at its hyphen ("33/CT-" "-TTg") is one word again. */
export function glued(row: readonly Readable[]): Readable[] {
  const out: Readable[] = [];
  for (const word of row) {
    const before = out.at(-1);
    const isRest = before && /\d\/[\p{L}-]*\p{L}-$/u.test(before.text) && /^-?\p{Lu}/u.test(word.text);
    if (!isRest || word.left - before.right > 1.2 * word.size) out.push(word);
    else {
      const text = before.text + word.text.replace(/^-/, "");
      out[out.length - 1] = { ...before, text, right: word.right, read: `${before.text} ${word.text}` };
    }
  }
  return out;
}

/** Words that a number follows: "Đợt2" has lost a space. */
const counted = /^((?:đợt|năm|quý|tháng|ngày|lần|khoản|điều|bước|kỳ|từ|đến|số))(\d[\d/.,-]*|[IVX]+\/\d{4})$/iu;

/** Words that have run together ("Cơquanchủ", "Đợt2"), one by one. */
export function apart(word: Readable): Readable[] {
  const [, before = "", letters = "", after = ""] = /^([^\p{L}\d]*)(.*?)([^\p{L}\d]*)$/u.exec(word.text) ?? [];
  const parts = counted.exec(letters)?.slice(1) ?? partsOf(letters);
  if (parts.length < 2) return [word];
  const width = (word.right - word.left) / parts.join("").length;
  let left = word.left;
  return parts.map((part, at) => {
    const right = left + width * part.length;
    const text = `${at === 0 ? before : ""}${part}${at === parts.length - 1 ? after : ""}`;
    const one = { ...word, text, left, right: right - width * 0.3, read: word.read ?? word.text };
    left = right;
    return one;
  });
}

/** Known syllables of which the letters are made, with the most known pairs among them; none when that tells nothing. */
function partsOf(letters: string): string[] {
  if (!/^\p{L}{4,21}$/u.test(letters) || isSyllable(letters) || /^\p{L}?\p{Lu}{2,}$/u.test(letters) !== /^\p{Lu}+$/u.test(letters))
    return [];
  const small = letters.toLocaleLowerCase("vi");
  const ways: { at: number; parts: string[]; worth: number }[][] = Array.from({ length: small.length + 1 }, () => []);
  ways[0]?.push({ at: 0, parts: [], worth: 0 });
  for (let from = 0; from < small.length; from += 1) {
    for (let to = from + 1; to <= Math.min(small.length, from + 7); to += 1) {
      const part = small.slice(from, to);
      if (!syllables.has(part)) continue;
      for (const way of ways[from] ?? []) {
        const worth = way.worth + (pairs.has(`${way.parts.at(-1)} ${part}`) ? 1 : 0);
        ways[to]?.push({ at: to, parts: [...way.parts, part], worth });
      }
    }
  }
  const best = (ways[small.length] ?? []).toSorted((one, other) => other.worth - one.worth || one.parts.length - other.parts.length)[0];
  if (!best || best.worth === 0 || best.parts.length > 4) return [];
  let at = 0;
  return best.parts.map((part) => letters.slice(at, (at += part.length)));
}
