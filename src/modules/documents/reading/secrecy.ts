import { nfc, squeeze } from "../../../kernel/text.ts";
import type { Extracted, Table } from "./extracted.ts";
import { decodeTcvn3, decodeVni } from "./legacy-fonts.ts";
import { secrecyInName, type SecrecyMark } from "./secrecy-in-name.ts";

/** `line` is 1-based in the text; 0 when the mark stands in the file's name, null when it stands in a page header, footer or watermark. */
export type SecrecyFound = { mark: SecrecyMark; line: number | null };

type Searched = { name: string; text: string } & Partial<Pick<Extracted, "tables" | "margins">>;

/**
 * The degree of secrecy a document is stamped with, or null. A stamp stands alone: on a line or in a cell of its own,
 * after "Độ mật:", or set apart in the file's name. "Bí mật nhà nước" in a sentence or a title is no stamp:
 * refusing plans about the protection of secrets would teach people to get round the check.
 */
export function findSecrecyMark({ name, text, tables = [], margins = [] }: Searched): SecrecyFound | null {
  const inName = secrecyInName(name);
  if (inName) return { mark: inName, line: 0 };
  const lines = text.split("\n");
  const listed = new Set(tables.filter(listsDegrees).flatMap(({ line, lineCount }) => range(line, lineCount)));
  for (const [index, line] of lines.entries()) {
    if (listed.has(index + 1)) continue;
    const inHeader = index < headerLines;
    const mark = stampOn(line, inHeader);
    if (mark && !continues(lines, index)) return { mark, line: index + 1 };
  }
  for (const line of margins) {
    const mark = stampOn(line, true);
    if (mark) return { mark, line: null };
  }
  return null;
}

/** The letterhead, title and a cover page end well before this line. */
const headerLines = 60;

const degree = "(?:(TUYỆT|TỐI)\\s*)?MẬT";
/** After "Độ mật" the value may be written in small letters; a form that lists all three is not filled in. */
const labelled = /^(?:Mức )?độ(?: bảo)? mật\s*[:：]\s*(?:\[?[x✓☑☒]\]?\s*)?["“(]?(tuyệt mật|tối mật|mật)["”)]?\s*[.;]?$/iu;
/** With the marked vowels small, as text from the old fonts has them. */
const capital = /^(?:(TUY[ỆệÊê]T|T[ỐốÔô]I)\s*)?M[Ậậ]T$/u;
const titleCase = /^(?:(?:Tuyệt|Tối) [Mm]|M)ật$/u;
const plain = /^(?:(TUYET|TOI)\s+)?MAT$/;
/** Flattened letterheads run the stamp into the rule under the issuer. */
const afterRule = new RegExp(`(?:-{3,}|_{3,}|\\*{3,})\\s+${degree}$`, "u");
/** "Số: 05/KH-UBND (Mật)", "Số 12-KH/TU MẬT". */
const afterNumber = /^Số\s*:?[\s\d.…]*[-/][\p{L}\d/-]+[\s,;([]+(tuyệt mật|tối mật|mật)\s*[)\]]?$/iu;

function stampOn(line: string, inHeader: boolean): SecrecyMark | null {
  for (const cell of nfc(line).split(/[|\t]/)) {
    const bare = squeeze(cell.replace(/[*_#>`~]+/g, (marks) => (marks.length > 2 ? marks : " ")));
    const found = stampIn(bare, inHeader) ?? oldStampIn(bare, inHeader);
    if (found) return found;
  }
  return null;
}

/**
 * A stamp in the codes of an old font, alone in a document that has too few of them to be told by its words. The old
 * fonts have no capitals with marks: "MËT" is "MậT" until it is drawn.
 */
function oldStampIn(cell: string, inHeader: boolean): SecrecyMark | null {
  if (cell.length > longest || !/[\u00a1-\u00ff]/.test(cell)) return null;
  for (const decode of [decodeTcvn3, decodeVni]) {
    const mark = stampIn(decode(cell), inHeader);
    if (mark) return mark;
  }
  return null;
}

/** Longer than any stamp with its label. Also bounds what the patterns below have to look at. */
const longest = 80;

function stampIn(cell: string, inHeader: boolean): SecrecyMark | null {
  const run = inHeader ? afterRule.exec(cell.slice(-longest)) : null;
  if (run) return markOf(`${run[1] ?? ""} MẬT`);
  if (cell.length > longest) return null;
  const label = labelled.exec(cell) ?? (inHeader ? afterNumber.exec(cell) : null);
  if (label) return markOf(label[1]);
  // Brackets, quotes, dashes and dots of a drawn box; then letters set wide apart ("M Ậ T").
  const alone = unspaced(cell.replace(/^[\s"“”'(){}[\]<>«»=\-–—_.:*•~]+|[\s"“”'(){}[\]<>«»=\-–—_.:;*•~]+$/gu, ""));
  if (capital.test(alone)) return markOf(alone);
  return inHeader && (titleCase.test(alone) || plain.test(alone)) ? markOf(alone) : null;
}

function unspaced(text: string): string {
  const words = text.split(/ +/);
  return words.length > 2 && words.every((word) => [...word].length === 1) ? words.join("") : text;
}

function markOf(text = ""): SecrecyMark {
  const upper = text.toLocaleUpperCase("vi");
  if (/TUY[ỆE]T/u.test(upper)) return "TUYỆT MẬT";
  return /T[ỐO]I/u.test(upper) ? "TỐI MẬT" : "MẬT";
}

/** Hard-wrapped text: "… BẢO VỆ BÍ" / "MẬT NHÀ NƯỚC" may leave the second half of a word alone on a line. */
function continues(lines: string[], index: number): boolean {
  const before = nfc(lines[index - 1] ?? "").trimEnd();
  return /(?<!\p{L})(bí|bảo|cơ|thân|độ|dấu|tài liệu)$/iu.test(before);
}

/** A register with a column "Độ mật" tells the degree of other documents, not of this one. A stamp's own box has no such heading. */
function listsDegrees({ rows }: Table): boolean {
  return rows[0]?.cells.some(({ text }) => /(?<!\p{L})độ (bảo )?mật\s*$/iu.test(nfc(text))) ?? false;
}

function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}
