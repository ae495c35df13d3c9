/**
 * Lines put together into paragraphs: sentences that a hard wrap or a page break has cut are joined again, a marker or
 * a label opens a new one. The paragraph's line is that of its beginning.
 */
import type { Line } from "./source.ts";
import { rawOffset } from "./source.ts";
import type { Marker } from "./markers.ts";
import { readMarker } from "./markers.ts";
import type { Span } from "../plan.ts";

export type Paragraph = {
  /** Clean text, marker included. */
  text: string;
  marker: Marker | null;
  /** Offset of the text after the marker. */
  bodyAt: number;
  /** Number of the first line. */
  line: number;
  row: number | null;
  cell: number | null;
  pieces: { at: number; from: number; line: Line }[];
};

const LABEL =
  /^(?:[-+*•]\s*)?(?:đơn vị|cơ quan|thời gian|thời hạn|kết quả|sản phẩm|địa điểm|nội dung|thành phần|kinh phí|tiến độ|chủ trì|phối hợp)[^:.]{0,40}:/iu;
const STARTS_LOW = /^[\p{Ll}(“"]?[\p{Ll}]/u;
/** A numbered line that stops inside a name goes on with a capital: "… Hội Liên hiệp" / "Phụ nữ …". */
const CUT_NAME = /(?:Hội Liên hiệp|Mặt trận Tổ|Ủy ban|Ủy ban Mặt trận|Hội đồng|Liên đoàn|,| và| các| của| với| Ban| Sở)$/u;
const NEW_START = /^(?:Nơi nhận|Lưu ý|Ghi chú|PHỤ LỤC|Phụ lục [\dIVX]|T\/?M\.? |KT\.|K\/T|TM\.)/u;

const ended = (text: string): boolean => /[.;:!?…”"’)]$/u.test(text) && !/(?:[(“][^)”]*)$/u.test(text.slice(-40));

/** How a text was laid out: its line length when it was hard-wrapped, and whether blank lines part its paragraphs. */
export type Layout = { width: number | null; spaced: boolean };

export function layoutOf(lines: readonly Line[]): Layout {
  if (!isHardWrapped(lines)) return { width: null, spaced: true };
  const lengths = lines
    .map(({ text }) => text.length)
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  const blanks = lines.filter(({ text }) => text === "").length;
  return { width: lengths[Math.floor(lengths.length * 0.9)] ?? 80, spaced: blanks > lines.length * 0.15 };
}

/** Whether the text was broken every 60–110 characters by whoever extracted it. */
export function isHardWrapped(lines: readonly Line[]): boolean {
  const long = lines.filter(({ text }) => text.length > 55);
  return long.length >= 8 && long.filter(({ text }) => text.length <= 112).length >= long.length * 0.95;
}

function continues(previous: string, next: string, adjacent: boolean, { width, spaced }: Layout): boolean {
  const wrapped = width !== null;
  if (NEW_START.test(next) || LABEL.test(next)) return false;
  const marker = readMarker(next);
  // "…chính trị" / "- xã hội…", "…giai đoạn 2026" / "- 2030": a hyphen that the wrap put first.
  if (
    adjacent &&
    marker?.kind === "bullet" &&
    ((wrapped && !ended(previous) && /^[-–]\s*\p{Ll}/u.test(next)) || (/\d{4}$/.test(previous) && /^[-–]\s*\d{4}/.test(next)))
  )
    return true;
  // "III. CẤP TỈNH" / "Ban Thường trực … giám sát": a title in capitals ends where its capitals do.
  if (readMarker(previous)?.level === 1 && isCapitals(previous) && !isCapitals(next)) return false;
  if (adjacent && wrapped) {
    if (marker !== null) return marker.kind === "decimal" && !ended(previous) && previous.length > 40;
    // Without blank lines, a full stop before the margin ends a paragraph when a capital follows.
    return spaced || STARTS_LOW.test(next) || !ended(previous) || previous.length > width * 0.8;
  }
  if (marker === null && CUT_NAME.test(previous) && readMarker(previous) !== null) return true;
  if (marker !== null || !STARTS_LOW.test(next)) return false;
  if (adjacent) return !/[.:!?]$/.test(previous);
  return !ended(previous) && previous !== previous.toUpperCase();
}

const isCapitals = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);

/** Whether both lines are in capitals and the second has no number of its own. */
const goesOnInCapitals = (previous: string, next: string): boolean =>
  next === next.toUpperCase() &&
  previous === previous.toUpperCase() &&
  /\p{Lu}{2}/u.test(next) &&
  !/^(?:STT|TT|SỐ TT)\.?$/u.test(next) &&
  !/[.;:]$/.test(previous.replace(/^\S+\s*/u, "")) &&
  readMarker(next) === null &&
  !NEW_START.test(next);

function build(lines: Line[]): Paragraph {
  let text = "";
  const pieces: Paragraph["pieces"] = [];
  for (const line of lines) {
    if (text !== "") text += " ";
    pieces.push({ at: text.length, from: 0, line });
    text += line.text;
  }
  const [first] = lines;
  const marker = readMarker(text);
  return {
    text,
    marker,
    bodyAt: marker?.length ?? 0,
    line: first?.number ?? 0,
    row: first?.row ?? null,
    cell: first?.cell ?? null,
    pieces,
  };
}

/** Paragraphs of a run of lines. */
export function readParagraphs(lines: readonly Line[], layout: Layout): Paragraph[] {
  const groups: Line[][] = [];
  let blank = true;
  for (const line of lines) {
    if (line.text === "") {
      blank = true;
      continue;
    }
    const group = groups.at(-1);
    const last = group?.at(-1);
    const sameTable = last === undefined || (last.row === null && line.row === null);
    const marker = group?.[0] === undefined ? null : readMarker(group[0].text);
    const alone = group?.length === 1 && marker !== null && marker.kind !== "period" && marker.length === last?.text.length;
    // "Chương I" / "NHỮNG QUY ĐỊNH CHUNG"; "II. NHIỆM VỤ VÀ" / "GIẢI PHÁP CHỦ YẾU".
    const titled = marker?.level === 1 && last !== undefined && goesOnInCapitals(alone ? "" : last.text, line.text) && (alone || !blank);
    if (group && last && sameTable && ((alone && !blank) || titled || continues(last.text, line.text, !blank, layout))) group.push(line);
    else groups.push([line]);
    blank = false;
  }
  return groups.map(build);
}

/** Line and raw offset of a clean offset of a paragraph; `end` looks for the end of a stretch rather than a beginning. */
export function locate(paragraph: Paragraph, at: number, end = false): { line: Line; offset: number } {
  const { pieces } = paragraph;
  // The last piece that begins before it: a paragraph of a text without line ends may have thousands.
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const from = pieces[middle]?.at ?? 0;
    if (from < at || (!end && from === at)) low = middle;
    else high = middle - 1;
  }
  const found = pieces[low];
  if (found === undefined) throw new RangeError("empty paragraph");
  return { line: found.line, offset: rawOffset(found.line, at - found.at) };
}

/** The verbatim words of [start, end) on the line where they begin, cut at a word within `limit` characters. */
export function quoteOf(paragraph: Paragraph, start: number, end: number, limit = 160): { line: number; quote: string; span: Span } {
  const first = locate(paragraph, start);
  const last = locate(paragraph, end, true);
  const sameLine = last.line === first.line;
  const stop = sameLine ? last.offset : first.line.raw.length;
  let quote = first.line.raw.slice(first.offset, stop).trimEnd();
  if (quote.length > limit) {
    const cut = quote.lastIndexOf(" ", limit);
    quote = quote.slice(0, cut > limit / 2 ? cut : limit).trimEnd();
  }
  const span: Span = { line: first.line.number, start: first.offset, end: stop };
  if (!sameLine && last.line.number !== first.line.number) span.endLine = last.line.number;
  return { line: first.line.number, quote, span };
}
