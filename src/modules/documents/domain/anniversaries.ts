/**
 * Reviews that fall due: so many years after a document's date, at the end of the period that it is for, or because a
 * plan orders them. Proposals with their basis, never duties: a person puts them into the calendar or sets them aside.
 */
import { fold, nfc, squeeze } from "../../../kernel/text.ts";
import { addMonths, isCalendarDate } from "../../../kernel/time/index.ts";

/** After how many years the carrying out of a directive is reviewed. */
export const intervals = [3, 5, 10, 15, 20] as const;

/** sơ kết, tổng kết */
export type Occasion = "review" | "final";

/** Kinds of documents that are in force for years and reviewed, folded. A yearly plan, a letter or a report is not. */
const reviewedTypes = [
  "chi thi",
  "nghi quyet",
  "ket luan",
  "quyet dinh",
  "quy dinh",
  "quy che",
  "de an",
  "chuong trinh",
  "thong tri",
  "chien luoc",
  "phap lenh",
  "luat",
];

/** Decisions of these subjects are carried out on the day and never reviewed. */
const doneAtOnce =
  /\b(?:khen thuong|tang (?:bang khen|giay khen)|kien toan|thanh lap|bo nhiem|mien nhiem|phan cong|cu can bo|giao bien che|du toan|kinh phi|trung tap|nghi huu|luan chuyen)\b/;

/** A document as far as its own words or a citation of it tell. Dates may lack day or month ("2012-03", "2012"). */
export type Known = { node: string; type: string | null; date: string | null; title: string | null };

/** The years for which a document is made, when its title says so: "giai đoạn 2021 - 2025", "nhiệm kỳ 2021-2026", "năm 2026". */
export function periodOf(title: string | null): { from: number | null; to: number; words: string } | null {
  if (title === null) return null;
  const words = squeeze(nfc(title));
  const span = /(?:giai đoạn|nhiệm kỳ|thời kỳ)\s+(?:từ\s+)?(?:năm\s+)?(\d{4})\s*(?:[-–—]|đến(?:\s+năm)?)\s*(\d{4})/iu.exec(words);
  if (span) return { from: Number(span[1]), to: Number(span[2]), words: span[0] };
  const until = /đến\s+năm\s+(\d{4})/iu.exec(words);
  if (until) return { from: null, to: Number(until[1]), words: until[0] };
  const year = /(?<!định hướng )năm\s+(\d{4})["”.]?$/iu.exec(words);
  return year ? { from: Number(year[1]), to: Number(year[1]), words: squeeze(year[0]) } : null;
}

/** The same day so many years later; as much of it as is known. 29 February falls on the 28th. */
export function yearsLater(date: string, years: number): string {
  if (isCalendarDate(date)) return addMonths(date, 12 * years);
  return `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
}

export type Milestone = { occasion: Occasion; years: number | null; day: string; how: "interval" | "period" };

const occasionAfter = (years: number): Occasion => (years < 10 ? "review" : "final");

/** When this document's reviews fall due by its kind, date and period; empty for what is not reviewed after years. */
export function milestonesOf({ type, date, title }: Omit<Known, "node">): Milestone[] {
  const kind = fold(type ?? "");
  const period = kind.startsWith("luat") ? null : periodOf(title);
  const lasting = reviewedTypes.some((each) => kind.startsWith(each)) && !doneAtOnce.test(fold(title ?? ""));
  const longer = period !== null && period.from !== null && period.to > period.from;
  if (!lasting && !longer) return [];
  const begun = date === null ? null : Number(date.slice(0, 4));
  const found: Milestone[] = [];
  if (lasting && date !== null) {
    for (const years of intervals) {
      const day = yearsLater(date, years);
      // Beyond its period nothing of it is left to review.
      if (period !== null && Number(day.slice(0, 4)) >= period.to) continue;
      found.push({ occasion: occasionAfter(years), years, day, how: "interval" });
    }
  }
  if (period !== null && (longer || (begun !== null && period.to - begun >= 3)))
    found.push({ occasion: "final", years: null, day: String(period.to), how: "period" });
  return found;
}

const numberWords = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/** "sơ kết 03 năm", "Tổng kết đánh giá 10 năm", "tổng kết" alone: the occasion and after how many years; null for anything else. */
export function readOccasion(words: string): { occasion: Occasion; years: number | null } | null {
  const text = squeeze(nfc(words)).toLowerCase();
  const found = /(sơ kết|tổng kết)(?!,? (?:và )?tổng kết)/u.exec(text);
  if (!found) return null;
  const after = text.slice(found.index + found[0].length);
  const told = /^(?:,? ?(?:việc|và|đánh giá|kết|quả|kết quả|giữa kỳ|tình hình))* ?(\d{1,2}|[\p{L}]+) năm(?! \d{4})(?=[\s,.;:)]|$)/u.exec(
    after,
  );
  const number = told?.[1] ?? "";
  const years = /^\d/.test(number) ? Number(number) : numberWords.indexOf(number) + 1;
  return { occasion: found[1] === "sơ kết" ? "review" : "final", years: years > 0 && years <= 50 ? years : null };
}

/** A review that an item of a plan orders, as a person left it. */
export type Ordered = {
  /** The plan that orders it, its date, and the place of the words. */
  document: string;
  planNode: string;
  planDate: string | null;
  item: string;
  line: number | null;
  words: string;
  occasion: Occasion;
  years: number | null;
  /** As printed over or in the clause. */
  year: number | null;
  /** What is reviewed; null when the clause names no document with number and date. */
  of: Known | null;
};

export type Basis =
  | { how: "interval"; from: string; years: number }
  | { how: "period"; words: string }
  | {
      how: "ordered";
      document: string;
      line: number | null;
      words: string;
      year: number | null;
      from: string | null;
      years: number | null;
    };

export type Proposal = {
  /** The same proposal in every reading: what was set aside stays so. */
  key: string;
  occasion: Occasion;
  years: number | null;
  /** As far as it can be computed: a day, a month or a year. */
  day: string;
  of: Known | null;
  bases: Basis[];
};

/** When an ordered review falls due: the printed year goes before the interval; null when neither says. */
export function dayOfOrdered({ year, years, of, planDate }: Pick<Ordered, "year" | "years" | "of" | "planDate">): string | null {
  const from = of === null ? planDate : of.date;
  const computed = from !== null && years !== null ? yearsLater(from, years) : null;
  if (year === null) return computed;
  return computed?.startsWith(`${year}`) ? computed : String(year);
}

/**
 * All that falls due from `from` to `to` (years, inclusive), the day first. What a plan orders goes before what follows
 * from the date alone: for one document and number of years there is one proposal. Nothing of a document that has ended.
 */
export function proposeReviews(
  { known, ordered, ended }: { known: readonly Known[]; ordered: readonly Ordered[]; ended: ReadonlySet<string> },
  { from, to }: { from: number; to: number },
): Proposal[] {
  const byKey = new Map<string, Proposal>();
  for (const order of ordered) {
    const { of, years, occasion, document, line, words, year, planDate, planNode } = order;
    const day = dayOfOrdered(order);
    if (day === null || ended.has(planNode) || (of !== null && ended.has(of.node))) continue;
    const what = of?.node ?? (years === null || year !== null ? `${document}#${line ?? order.item}` : planNode);
    const key = years === null ? `${occasion}|${what}|${day.slice(0, 4)}` : `${years}|${what}`;
    const basis: Basis = { how: "ordered", document, line, words, year, from: of === null ? planDate : of.date, years };
    const before = byKey.get(key);
    if (!before) byKey.set(key, { key, occasion, years, day, of, bases: [basis] });
    else {
      before.bases.push(basis);
      if (day.length > before.day.length && day.startsWith(before.day)) before.day = day;
    }
  }
  for (const document of known) {
    if (ended.has(document.node)) continue;
    for (const { occasion, years, day, how } of milestonesOf(document)) {
      const key = years === null ? `${occasion}|${document.node}|${day.slice(0, 4)}` : `${years}|${document.node}`;
      const basis: Basis =
        how === "interval"
          ? { how, from: document.date ?? "", years: years ?? 0 }
          : { how: "period", words: periodOf(document.title)?.words ?? "" };
      const before = byKey.get(key);
      if (!before) byKey.set(key, { key, occasion, years, day, of: document, bases: [basis] });
      else if (before.day.startsWith(day) || day.startsWith(before.day)) before.bases.push(basis);
    }
  }
  return [...byKey.values()]
    .filter(({ day }) => Number(day.slice(0, 4)) >= from && Number(day.slice(0, 4)) <= to)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.key < b.key ? -1 : 1));
}
