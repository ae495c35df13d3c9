/** Which lines are header, body, closing block and annexes. */
import type { Line } from "./source.ts";
import { titleTypes } from "./lexicon/document-types.ts";
import { readMarker } from "./markers.ts";

export type Regions = {
  /** Lines before the title. */
  head: Line[];
  /** The type as printed in the title line ("KẾ HOẠCH"), null when there is none. */
  title: { type: string; line: Line } | null;
  /** The trích yếu under the title. */
  subject: Line[];
  body: Line[];
  /** "Nơi nhận" and the signature, to the end or to the first annex. */
  tail: Line[];
  annexes: { title: Line; lines: Line[] }[];
};

const TITLE = new RegExp(`^(${titleTypes.map((type) => type.toUpperCase()).join("|")})(?:\\s*:)?$`, "u");
const OPENING =
  /^(?:-\s*)?(?:Căn cứ|Thực hiện|Triển khai|Để |Nhằm |Theo |Xét |Trên cơ sở|Kính gửi|Thời gian qua|Được sự|Tiếp tục thực hiện|Quán triệt)/u;
const ANNEX = /^(?:PHỤ LỤC|PHỤ BIỂU|Phụ lục)(?:\s+(?:SỐ\s+|số\s+)?[IVX\d]{1,4})?(?:\s*[.:].*)?$/u;
const TAIL = /^\s*(?:Nơi nhận|NƠI NHẬN)/u;
const SIGNED_FOR = /^(?:T\/?M\.?|KT\.|K\/T|TL\.|T\/L|TUQ\.|Q\.)\s?\p{Lu}/u;

/** "QUYẾT ĐỊNH:" with a colon only orders what follows; it is no title. */
function titleOf(line: Line): string | null {
  const found = TITLE.exec(line.text);
  return found && !line.text.endsWith(":") ? (found[1] ?? null) : null;
}

function readSubject(lines: readonly Line[], from: number): number {
  let at = from;
  let blank = false;
  let taken = 0;
  for (; at < lines.length; at++) {
    const text = lines[at]?.text ?? "";
    if (text === "") {
      blank = taken > 0;
      continue;
    }
    const goesOn = /^[\p{Ll}(“"0-9]/u.test(text) || (text === text.toUpperCase() && taken > 0 && (lines[from]?.text ?? "") !== "");
    const marker = readMarker(text)?.kind;
    if (marker === "roman" || marker === "chapter" || marker === "article") break;
    if (taken > 0 && (OPENING.test(text) || TAIL.test(text))) break;
    if (taken > 0 && blank && (!goesOn || text.length > 250)) break;
    if (/^\(\s*(?:Ban hành|Kèm theo|kèm theo)/u.test(text)) break;
    taken++;
    blank = false;
  }
  return at;
}

const INLINE = new RegExp(`^(${titleTypes.join("|")})\\s+(?!này|số|của)(?=\\S)`, "iu");

/** "KẾ HOẠCH Triển khai …" on one line, or a first line that is the title. The line itself then holds the trích yếu. */
function inlineTitle(lines: readonly Line[]): { type: string; line: Line; at: number }[] {
  const first = lines.findIndex(({ text }) => text !== "");
  const at = lines.slice(0, 40).findIndex(({ text }, index) => {
    const type = INLINE.exec(text)?.[1];
    return type !== undefined && text.length < 400 && (type === type.toUpperCase() || index === first);
  });
  const line = lines[at];
  if (line === undefined) return [];
  const type = INLINE.exec(line.text)?.[1] ?? "";
  const rest: Line = { ...line, text: line.text.slice(type.length).trimStart(), offsets: null };
  return [{ type: type.toUpperCase(), line: rest, at }];
}

/** Splits the document. A decision with an attached plan has its header and the plan's body. */
export function readRegions(lines: readonly Line[]): Regions {
  const titles = lines.flatMap((line, at) => {
    const type = titleOf(line);
    return type === null ? [] : [{ type, line, at }];
  });
  const [title] = titles.length > 0 ? titles : inlineTitle(lines);
  const regions: Regions = { head: [], title: null, subject: [], body: [], tail: [], annexes: [] };
  let at = 0;
  if (title && title.at < Math.max(60, lines.length / 3)) {
    regions.title = { type: title.type, line: title.line };
    regions.head = lines.slice(0, title.at);
    const inline = title.line.text !== title.type && titles.length === 0;
    at = inline && lines[title.at + 1]?.text === "" ? title.at + 1 : readSubject(lines, title.at + 1);
    if (inline && /^(?:Thực hiện|Căn cứ|Triển khai)/u.test(lines[title.at + 1]?.text ?? "")) at = title.at + 1;
    regions.subject = [...(inline ? [title.line] : []), ...lines.slice(title.at + 1, at)].filter(({ text }) => text !== "");
  } else {
    const start = lines.findIndex(({ text }) => OPENING.test(text) || readMarker(text)?.kind === "roman");
    regions.head = lines.slice(0, Math.max(0, start));
    at = Math.max(0, start);
  }
  let into = regions.body;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) break;
    if (
      ANNEX.test(line.text) &&
      regions.body.length > 0 &&
      (into !== regions.body || regions.tail.length > 0 || line.text.startsWith("PHỤ"))
    ) {
      const annex = { title: line, lines: [] };
      regions.annexes.push(annex);
      into = annex.lines;
      continue;
    }
    const attached = into === regions.tail || (line !== title?.line && regions.tail.length > 0);
    if (attached && titleOf(line) !== null && titleOf(line) !== title?.type) {
      // The plan that a decision puts in force: its lines are body again, its subject line is skipped.
      at = readSubject(lines, at + 1) - 1;
      into = regions.body;
      continue;
    }
    if (into === regions.body && (TAIL.test(line.text) || (SIGNED_FOR.test(line.text) && line.text.length < 60))) into = regions.tail;
    into.push(line);
  }
  return regions;
}
