/**
 * Sentences with blanks: "Tổ chức … buổi sinh hoạt, … lượt người tham dự" asks for two figures. What follows a blank is
 * what is counted; what stands before it says of what. Blanks of dates, numbers of documents and names ask for no figure,
 * and an ellipsis after a list ("tuyên truyền, vận động…") is no blank.
 */
import { squeeze } from "../../../kernel/text.ts";
import type { OutlineRow } from "./outline-shapes.ts";
import { isMoney, isShare, unitAt, unitInLabel, valueKindOf } from "./outline-words.ts";

const BLANK =
  /\[\s*(?:…|[.…]{2,}|_{2,}|x{1,3}|n|số lượng|số liệu|)\s*\]|\(\s*(?:…+|[.…]{3,}|_{2,})\s*\)|…[….]*|\.{3,}[….]*|(?:\. ){3,}\.?|_{3,}/giu;

/** Stands for a blank in the masked line, so that its own dots do not end a sentence. */
const HOLE = "\u0001";

type Hole = { start: number; end: number };

/** The line with every blank filled with marks of the same length. */
function masked(text: string): { text: string; holes: Hole[] } {
  const holes: Hole[] = [];
  const filled = text.replace(BLANK, (all: string, at: number) => {
    holes.push({ start: at, end: at + all.length });
    return HOLE.repeat(all.length);
  });
  return { text: filled, holes };
}

export const hasBlank = (text: string): boolean => masked(text).holes.some((hole) => !isEtCetera(text, hole));

/** "vận động, tuyên truyền…" and "(cuộc, vụ, …)" trail off; "Tổng số: …" and "… cuộc" ask. */
function isEtCetera(text: string, { start, end }: Hole): boolean {
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (!/^\s*(?:[).,;:]|$|và |để |nhằm |theo |trên |trong )/u.test(after)) return false;
  if (/,\s*$/u.test(before)) return true;
  return /\p{L}$/u.test(before) && !/(?:số|có|được|đạt|là)$/iu.test(before);
}

/** Dates, document numbers and names that a form leaves open. */
function isNoFigure(text: string, { start, end }: Hole): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  return (
    /(?:^|[\s,(])(?:ngày|tháng|năm|quý|tuần|lúc|hồi|giờ)\s*$/iu.test(before) ||
    /^\s*(?:tháng|năm 20|\/\s*20\d\d)/iu.test(after) ||
    /^\s*số\s*:?\s*$/iu.test(before) ||
    /(?:tại|ông|bà|ông \(bà\)|họ và tên|tên|địa chỉ|điện thoại|do|của|bởi|chức vụ|đơn vị)\s*:?\s*$/iu.test(before) ||
    /^\s*\/(?:BC|KH|CV|TB|TTr|MTTQ)/u.test(after)
  );
}

/** Words that say only that something was done: a label is clearer without them. */
const DOING =
  /^(?:(?:đã|trong đó|và|với|có|được|là|đạt|gồm|cùng|tổng|thu hút|tổ chức|thực hiện|tiến hành|triển khai|phối hợp|xây dựng được)(?!\p{L})[\s,:]*)+/iu;

/** What ends one figure's words and begins the next one's. */
const JOINT = /[,;(]|\s(?:và|với|thu hút|có|cho|trong đó)(?=\s|$)/gu;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** Without the marks at its ends; a bracket stays only with its other half. */
function trimmed(text: string): string {
  const bare = squeeze(text).replace(/^[\s,;:)–-]+|[\s,;:(–-]+$/gu, "");
  if (bare.endsWith(")") && !bare.includes("(")) return bare.slice(0, -1).trim();
  return bare.startsWith("(") && !bare.includes(")") ? bare.slice(1).trim() : bare;
}
const small = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

/** Where the words between two blanks part: before it they belong to the first, after it to the second. */
function partOf(between: string): number {
  const known = unitAt(between.toLowerCase());
  const joints = [...between.matchAll(JOINT)].map(({ index }) => index).filter((at) => at >= (known?.length ?? 0));
  const last = joints.at(-1);
  // "… triệu đồng hỗ trợ cho … hộ": a sum says of itself what it is.
  if (known && isMoney(known) && !/[,;(]/u.test(between)) return between.toLowerCase().indexOf(known) + known.length;
  return last ?? between.length;
}

type Piece = Hole & { before: string; after: string };

/** The clause's blanks with the words that belong to each; "…/… hộ" is one. */
function piecesOf(clause: string, offset: number, holes: readonly Hole[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let k = 0;
  while (k < holes.length) {
    const first = holes[k];
    if (!first) break;
    let { end } = first;
    let next = holes[k + 1];
    while (next && /^\s*\/\s*$/u.test(clause.slice(end - offset, next.start - offset))) {
      end = next.end;
      k++;
      next = holes[k + 1];
    }
    const between = clause.slice(end - offset, (next?.start ?? offset + clause.length) - offset);
    const parted = next ? partOf(between) : between.length;
    pieces.push({ start: first.start, end, before: clause.slice(from, first.start - offset), after: between.slice(0, parted) });
    from = end - offset + parted;
    k++;
  }
  return pieces;
}

/** Words that say who came or what was given, of something named before in the sentence. */
const DEPENDS =
  /^(?:lượt người|lượt|người|đại biểu|học viên|hội viên|đoàn viên|cán bộ|hộ|suất quà|phần quà)(?: (?:tham dự|tham gia|dự|tham gia dự|theo dõi|được hỗ trợ|hưởng lợi))?$/u;

type Reading = Omit<OutlineRow, "span" | "quote">;

/** Label and unit of one blank; null when nothing shows that a number is meant. */
function readingOf({ before, after }: Piece, prefix: string, previous: string | null, fraction: boolean): Reading | null {
  const low = after.toLowerCase();
  const unit = unitAt(low);
  const doing = trimmed(trimmed(before).replace(DOING, "")).replace(/\s+(?:cho|được|là|lên)$/u, "");
  // "Ban Thanh tra nhân dân tiến hành … cuộc giám sát": who does it stands behind what is counted.
  const who = /^(\p{Lu}.{3,}?)\s+(?:đã\s+)?(?:tiến hành|tổ chức|thực hiện|triển khai)$/u.exec(doing)?.[1] ?? null;
  const said = who === null ? doing : "";
  const rest = trimmed(unit === null ? after : after.slice(low.indexOf(unit) + unit.length));
  const of = (label: string): string => capital(prefix === "" ? label : label === "" ? prefix : `${prefix}: ${small(label)}`);

  if (unit === null && rest === "") {
    // "Tổng số cuộc giám sát: …"
    const label = of(trimmed(before.trim() === "" ? "" : said));
    const held = unitInLabel(said === "" ? prefix : said) ?? unitInLabel(label);
    if (held === null || label === "") return null;
    return { label, unit: held, valueKind: fraction ? "ratio" : valueKindOf(label, held), confidence: 0.7 };
  }
  if (unit === null) {
    if (!/^\p{Ll}/u.test(rest) || /^(?:và|của|trong|để|theo|là|từ|đến|tại|ở)(?!\p{L})/u.test(rest)) return null;
    const label = of(`${said} ${rest}`.trim());
    return { label, unit: "", valueKind: valueKindOf(label, ""), confidence: 0.5 };
  }
  if (isShare(unit) || fraction) {
    const share = trimmed((rest === "" ? said : rest).replace(/\s*(?:đạt|chiếm|là)$/u, ""));
    const what = fraction && !isShare(unit) && rest !== "" ? `${unit} ${share}` : share;
    const label = of(/^(?:tỷ lệ|tỉ lệ)/iu.test(what) ? what : `Tỷ lệ ${small(what)}`.trim());
    return { label, unit: "%", valueKind: "ratio", confidence: what === "" ? 0.5 : 0.85 };
  }
  if (isMoney(unit)) {
    const label = of(`${said === "" ? "Số tiền" : said} ${rest}`.trim());
    return {
      label: previous !== null && prefix === "" && said !== "" && said.length < 25 ? `${label} (${previous})` : label,
      unit,
      valueKind: "money",
      confidence: 0.85,
    };
  }
  const total = /(tổng số .{2,60}?)(?: lên)?$/iu.exec(said)?.[1];
  if (total !== undefined && rest === "") return { label: of(total), unit, valueKind: "stock", confidence: 0.8 };
  const noun = `${unit} ${rest}`.trim();
  const counted = rest === "" ? `Số ${unit} ${small(said)}` : said === "" ? noun : `${small(said)} ${noun}`.replace(/^số /u, "");
  const label = of(counted.trim());
  const behind = who ?? (previous !== null && prefix === "" && DEPENDS.test(noun.toLowerCase()) ? previous : null);
  return {
    label: behind === null ? label : `${label} (${behind})`,
    unit,
    valueKind: valueKindOf(`${before} ${label}`, unit),
    confidence: rest === "" && said === "" && prefix === "" ? 0.75 : 0.9,
  };
}

/**
 * The figures that a line asks for, in order. `from` is where its words begin (after "a)" or a dash); offsets are those of
 * the line as given.
 */
export function readBlanks(line: string, lineNumber: number, from = 0): OutlineRow[] {
  const { text, holes } = masked(line);
  const asking = holes.filter((hole) => hole.start >= from && !isEtCetera(line, hole) && !isNoFigure(text, hole));
  if (asking.length === 0) return [];
  const rows: OutlineRow[] = [];
  const ends = [...text.matchAll(/[;.](?=\s|$)/gu)].map(({ index }) => index + 1).filter((end) => end > from);
  let start = from;
  let heading = "";
  for (const end of [...ends, text.length]) {
    const within = asking.filter((hole) => hole.start >= start && hole.end <= end);
    if (within.length > 0) rows.push(...clauseRows({ line, text, lineNumber, start, end, holes: within, heading }));
    // What a colon announced holds for the rest of the line ("Quỹ …: vận động …; hỗ trợ …").
    heading = prefixOf(text.slice(start, end)).prefix || heading;
    start = end;
  }
  return rows;
}

function prefixOf(clause: string): { prefix: string; length: number } {
  const colon = clause.indexOf(":");
  const hole = clause.indexOf(HOLE);
  if (colon < 0 || (hole >= 0 && colon > hole) || colon > 160) return { prefix: "", length: 0 };
  return { prefix: trimmed(clause.slice(0, colon)), length: colon + 1 };
}

type Clause = { line: string; text: string; lineNumber: number; start: number; end: number; holes: Hole[]; heading: string };

function clauseRows({ line, text, lineNumber, start, end, holes, heading }: Clause): OutlineRow[] {
  const { prefix, length } = prefixOf(text.slice(start, end));
  const body = start + length;
  const rows: OutlineRow[] = [];
  let previous: string | null = null;
  let wasFraction = false;
  const wording = text.slice(body, end).replace(/[.;]\s*$/u, "");
  for (const piece of piecesOf(wording, body, holes)) {
    const fraction = text.slice(piece.start, piece.end).includes("/");
    // ".../... hộ (đạt ...%)": the percentage is the same figure, and it is computed.
    if (wasFraction && isShare(unitAt(piece.after) ?? "") && /(?:đạt|chiếm|bằng|\()\s*$/u.test(piece.before)) continue;
    const reading = readingOf(piece, prefix === "" ? heading : prefix, previous, fraction);
    wasFraction = fraction;
    if (reading === null) continue;
    if (previous === null && reading.valueKind === "count" && trimmed(piece.after).toLowerCase() !== reading.unit)
      previous = small(trimmed(piece.after));
    rows.push({ ...reading, span: { line: lineNumber, start: piece.start, end: piece.end }, quote: line.slice(start, end).trim() });
  }
  return rows;
}
