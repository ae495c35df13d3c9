/**
 * Time expressions of Vietnamese officialese: "trước ngày 15/7/2017", "xong trong quý III/2021", "hằng quý, năm",
 * "trước ngày 30/01 hàng năm", "từ ngày 01/12 đến ngày 14/12/2025", "khi có phát sinh…". A table of patterns, tried in
 * order; what an earlier one has taken is not read again. Every pattern starts at a literal word or a digit and has
 * bounded repeats, so that reading is linear in the text.
 */
import type { CalendarDate } from "./dates.ts";
import { calendarDate, endOfMonth, endOfQuarter } from "./dates.ts";
import type { Anchor, Recurrence, RecurrenceUnit } from "./recurrence.ts";
import { recurrenceText } from "./recurrence.ts";

export type TimeMention = {
  /** Offsets in the text that was given. */
  start: number;
  end: number;
  /**
   * `date` … `year`: a point or the end of a span; `recurring`; `period`: after N years of something; `trigger`: an
   * event ("khi có…"); `term`: a span that is nobody's deadline by itself ("giai đoạn 2021-2025", "từ ngày D").
   */
  kind: "date" | "quarter" | "month" | "year" | "recurring" | "period" | "trigger" | "term";
  /** Last day meant; null where none is stated. */
  date: CalendarDate | null;
  /** First day, for spans. */
  from: CalendarDate | null;
  /** The rule in words: "before 2017-07-15", "yearly before 12-10", "on event: …". */
  rule: string | null;
  recurrence: Recurrence | null;
  /** Whether words say that something is due then ("trước", "xong trong"), not only that a date is named. */
  cued: boolean;
};

type Found = Omit<TimeMention, "start" | "end">;
type Pattern = { find: RegExp; read: (found: RegExpExecArray) => Found | null };

const HOUR = String.raw`(?:\d{1,2} ?(?:giờ|h) ?(?:\d{2})?[’']?(?: phút)?,? ?)?`;
const DAY = String.raw`(?:ngày \d{1,2} ?tháng \d{1,2} ?năm \d{4}|(?:ngày )?\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}(?!\d))`;
const DAY_PART = String.raw`(?:${DAY}|ngày \d{1,2}(?: tháng \d{1,2}| ?[/-] ?\d{1,2})?|\d{1,2}/\d{1,2})`;
const EACH = "(?:hằng|hàng|mỗi)";
const QUARTER = String.raw`qu[ýí] (i{1,3}v?|iv|[1-4])`;

const none: Found = { kind: "term", date: null, from: null, rule: null, recurrence: null, cued: false };

const numbersIn = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);

/** "15/7/2017", "ngày 03 tháng 12 năm 2025" → a date. */
function dayIn(text: string): CalendarDate | null {
  const [day = 0, month = 0, year = 0] = numbersIn(text.replace(/^.*?(?=ngày|\d+ ?[/.-])/u, ""));
  return calendarDate(year, month, day);
}

/** Completes "ngày 08" or "ngày 15/11" from the end of its span. */
function startOfSpan(text: string, end: CalendarDate): CalendarDate | null {
  const [day = 0, month = Number(end.slice(5, 7)), year = Number(end.slice(0, 4))] = numbersIn(text);
  const from = calendarDate(year, month, day);
  return from !== null && from > end && numbersIn(text).length < 3 ? calendarDate(year - 1, month, day) : from;
}

function quarterOf(text: string): number {
  const roman = { i: 1, ii: 2, iii: 3, iv: 4 }[text];
  return roman ?? Number(text);
}

function recurring(every: RecurrenceUnit[], at: Anchor[] = [], before = false, on: string | null = null): Found {
  const recurrence: Recurrence = { every, at, before, on };
  return { ...none, kind: "recurring", rule: recurrenceText(recurrence), recurrence, cued: true };
}

const unitNames: Record<string, RecurrenceUnit> = {
  ngày: "day",
  tuần: "week",
  tháng: "month",
  quý: "quarter",
  "6 tháng": "half",
  "06 tháng": "half",
  "9 tháng": "nine-month",
  "09 tháng": "nine-month",
  năm: "year",
  "1 năm": "year",
  "01 năm": "year",
};

/** "hằng quý, năm" → quarter and year; "6 tháng, 1 năm" → half and year. */
function unitsIn(text: string): RecurrenceUnit[] {
  const units = [...text.matchAll(/(?:0?[69] tháng|0?1 năm|ngày|tuần|tháng|quý|năm)(?!\p{L})/gu)].map(([word]) => unitNames[word]);
  return [...new Set(units.filter((unit) => unit !== undefined))];
}

const date = (
  day: CalendarDate | null,
  rule: (day: CalendarDate) => string,
  cued: boolean,
  from: CalendarDate | null = null,
): Found | null => (day === null ? null : { ...none, kind: "date", date: day, from, rule: rule(day), cued });

const CUE = "(trước|chậm nhất(?: là| vào| đến| trong)?|muộn nhất(?: là)?|đến hết|hết|xong trong|trong|vào|xong|đến|không quá|hoàn thành)";
const UNIT_LIST = String.raw`(?:(?:,| và| hoặc|;)? ?(?:định kỳ |cả )?(?:${EACH} )?(?:0?[69] tháng(?: đầu năm)?|0?1 năm|tuần|tháng|quý|năm)(?!\p{L}| \d)){0,4}`;

const patterns: Pattern[] = [
  {
    // Ranges: the last day counts.
    find: new RegExp(String.raw`(?:từ )?${HOUR}(${DAY_PART}) ?(?:đến|tới|-|–) ?(?:hết )?${HOUR}(${DAY})`, "gu"),
    read: ([, first = "", last = ""]) => {
      const end = dayIn(last);
      return date(end, (day) => `until ${day}`, true, end && startOfSpan(first, end));
    },
  },
  {
    find: new RegExp(
      String.raw`(trước |chậm nhất(?: là)? |muộn nhất(?: là)? )?(?:ngày )?(\d{1,2})(?: tháng | ?[/-] ?)(\d{1,2})(?:(?:,| và) (?:ngày )?(\d{1,2})(?: tháng | ?[/-] ?)(\d{1,2}))? (?:của )?${EACH} năm`,
      "gu",
    ),
    read: ([, cue, day, month, day2, month2]) => {
      const at = [{ month: Number(month), day: Number(day) }, ...(day2 ? [{ month: Number(month2), day: Number(day2) }] : [])];
      return at.every((a) => calendarDate(2024, a.month, a.day)) ? recurring(["year"], at, Boolean(cue)) : null;
    },
  },
  {
    find: new RegExp(
      String.raw`(trước |chậm nhất(?: là)? )?ngày (\d{1,2}) (?:của )?(?:${EACH} (tháng|quý)|tháng cuối (?:của )?(?:${EACH} )?(quý))`,
      "gu",
    ),
    read: ([, cue, day, unit]) => recurring([unit === "tháng" ? "month" : "quarter"], [{ month: null, day: Number(day) }], Boolean(cue)),
  },
  {
    find: new RegExp(String.raw`tháng (\d{1,2})(?:(?:,| và) (?:tháng )?(\d{1,2}))? ${EACH} năm`, "gu"),
    read: ([, month, month2]) =>
      recurring(
        ["year"],
        [month, month2].filter(Boolean).map((m) => ({ month: Number(m), day: null })),
      ),
  },
  {
    find: new RegExp(String.raw`${QUARTER} ${EACH} năm`, "gu"),
    read: ([, quarter = ""]) => recurring(["year"], [{ month: quarterOf(quarter) * 3, day: null }]),
  },
  { find: new RegExp(String.raw`sau ${DAY}`, "gu"), read: ([text]) => ({ ...none, rule: `after ${dayIn(text)}` }) },
  {
    find: new RegExp(String.raw`${CUE} ${HOUR}(${DAY})`, "gu"),
    read: ([, cue = "", day = ""]) => date(dayIn(day), (d) => (cue === "trước" ? `before ${d}` : `by ${d}`), true),
  },
  {
    find: new RegExp(String.raw`(?:kể )?từ (?:khi |ngày )?(${DAY})`, "gu"),
    read: ([, day = ""]) => ({ ...none, from: dayIn(day), rule: `from ${dayIn(day)}` }),
  },
  { find: new RegExp(DAY, "gu"), read: ([text]) => date(dayIn(text), (d) => `on ${d}`, false) },
  {
    find: new RegExp(
      String.raw`((?:${CUE} )?)${QUARTER}(?:(?:,| và| -) (?:${QUARTER}|(i{1,3}v?|iv|[1-4])))?(?: ?[/-] ?| năm | )(\d{4})`,
      "gu",
    ),
    read: ([, cue = "", , first = "", second, third, year]) => {
      const quarter = quarterOf(second ?? third ?? first);
      if (!(quarter >= 1 && quarter <= 4)) return null;
      const name = ["I", "II", "III", "IV"][quarter - 1];
      return { ...none, kind: "quarter", date: endOfQuarter(Number(year), quarter), rule: `within quý ${name} ${year}`, cued: cue !== "" };
    },
  },
  {
    find: new RegExp(
      String.raw`((?:${CUE} )?)(?:đầu |cuối )?tháng (\d{1,2})(?:(?:,| và| -) ?(?:tháng )?(\d{1,2}))?(?: ?[/-] ?| năm )(\d{4})`,
      "gu",
    ),
    read: ([, cue = "", , first, second, year]) => {
      const month = Number(second ?? first);
      if (month < 1 || month > 12) return null;
      return {
        ...none,
        kind: "month",
        date: endOfMonth(Number(year), month),
        rule: `within ${year}-${String(month).padStart(2, "0")}`,
        cued: cue !== "",
      };
    },
  },
  {
    find: /(?:giai đoạn|nhiệm kỳ|niên độ)(?: từ)?(?: năm)? (\d{4}) ?(?:-|–|đến) ?(?:năm )?(\d{4})/gu,
    read: ([, from, to]) => ({ ...none, from: `${from}-01-01`, date: `${to}-12-31`, rule: `${from}-${to}` }),
  },
  {
    find: /(?:từ )(?:nay|năm (\d{4})) (?:đến|tới) (?:hết |cuối )?năm (\d{4})/gu,
    read: ([, from, to]) => ({
      ...none,
      kind: "year",
      from: from ? `${from}-01-01` : null,
      date: `${to}-12-31`,
      rule: `by the end of ${to}`,
      cued: true,
    }),
  },
  {
    find: /(trước|đến hết|hết|đến cuối|cuối|đến|trong|tới|vào) năm (\d{4})/gu,
    read: ([, cue, text]) => {
      const year = cue === "trước" ? Number(text) - 1 : Number(text);
      return { ...none, kind: "year", date: `${year}-12-31`, rule: cue === "trước" ? `before ${text}` : `within ${year}`, cued: true };
    },
  },
  { find: /từ năm (\d{4})/gu, read: ([, year]) => ({ ...none, from: `${year}-01-01`, rule: `from ${year}` }) },
  { find: /năm (\d{4})/gu, read: ([, year]) => ({ ...none, kind: "year", date: `${year}-12-31`, rule: `within ${year}` }) },
  {
    find: /trước và sau (?:mỗi|các) kỳ họp/gu,
    read: ([text]) => ({ ...recurring([], [], false, text), rule: `before and after each session (${text})` }),
  },
  { find: /(?:các|mỗi|những) (?:dịp|ngày) (?:lễ|tết|kỷ niệm)[^,;.()]{0,60}/gu, read: ([text]) => recurring([], [], false, text.trim()) },
  { find: /sơ kết 0?6 tháng(?: đầu năm)?(?:,| và)? (?:và )?tổng kết (?:cuối |cả )?năm(?! \d)/gu, read: () => recurring(["half", "year"]) },
  {
    find: new RegExp(String.raw`(?:định kỳ,? )?${EACH} (?:ngày|tuần|tháng|quý|năm)(?!\p{L}| \d)${UNIT_LIST}`, "gu"),
    read: ([text]) => recurring(unitsIn(text)),
  },
  {
    find: new RegExp(
      String.raw`(?:định kỳ|sơ kết|tổng kết),? (?:báo cáo )?(?:0?[69] tháng|0?1 năm|tuần|tháng|quý|năm)(?!\p{L}| \d)${UNIT_LIST}`,
      "gu",
    ),
    read: ([text]) => recurring(unitsIn(text)),
  },
  { find: /(?:0?6 tháng)(?:,| và) (?:0?1 |cả |hằng |hàng )?năm(?!\p{L}| \d)/gu, read: () => recurring(["half", "year"]) },
  { find: /(?:một|0?1) (năm|quý|tháng|tuần)(?: ?\/ ?| )(?:một|0?1|hai|0?2) lần/gu, read: ([, unit = ""]) => recurring(unitsIn(unit)) },
  { find: /0?6 tháng(?: ?\/ ?| )(?:một |0?1 )?lần/gu, read: () => recurring(["half"]) },
  { find: /(?<=\p{L} ?)\/ ?(năm|quý|tháng|tuần)(?!\p{L})/gu, read: ([, unit = ""]) => recurring(unitsIn(unit)) },
  { find: /\d{1,2} lần ?\/ ?(ngày|tuần|tháng|quý|năm)(?!\p{L})/gu, read: ([, unit = ""]) => recurring(unitsIn(unit)) },
  { find: /thường niên/gu, read: () => recurring(["year"]) },
  { find: /định kỳ (?:và|hoặc) đột xuất/gu, read: () => ({ ...recurring([]), rule: "periodic and ad hoc" }) },
  { find: /định kỳ(?! (?:và|hoặc) đột xuất)/gu, read: () => recurring([]) },
  {
    find: /(?:sơ kết|tổng kết|đánh giá)(?: kết quả)? (\d{1,2}) năm(?:, (?:và )?tổng kết (\d{1,2}) năm)?/gu,
    read: ([, first, second]) => ({
      ...none,
      kind: "period",
      rule: second ? `after ${Number(first)} years and after ${Number(second)} years` : `after ${Number(first)} years`,
      cued: true,
    }),
  },
  {
    find: /(?:trong )?(?:thời hạn|vòng|không quá) (\d{1,3}) (ngày(?: làm việc)?|giờ|tháng)/gu,
    read: ([, count, unit = ""]) => ({
      ...none,
      rule: `within ${Number(count)} ${unit.startsWith("ngày l") ? "working days" : unit === "giờ" ? "hours" : unit === "tháng" ? "months" : "days"}`,
    }),
  },
  {
    find: /(?<!\()(?:ngay )?(?:sau khi|trước khi|khi (?:có|được|phát sinh|xảy ra|cần|kết thúc|phát hiện)|nếu|trường hợp có|trong trường hợp|kết thúc (?:cuộc|đợt|năm))(?!\p{L})[^,;.:()]{0,90}/gu,
    read: ([text]) => ({ ...none, kind: "trigger", rule: `on event: ${text.trim()}`, cued: true }),
  },
];

// "ngân sách hằng năm", "đời sống hàng ngày" describe a thing, they set no rhythm.
const NO_RHYTHM =
  /(?:ngân sách|ngân sách nhà nước|dự toán|trợ cấp|trợ giúp|đời sống|sinh hoạt phí|chi thường xuyên|tiền lương|phụ cấp|xã hội|được giao|đồng) ?$/u;

/** Every time expression of the text, in order, without overlaps. `taken` marks stretches to leave alone (a cited document's date). */
export function findTimes(text: string, taken: readonly { start: number; end: number }[] = []): TimeMention[] {
  const low = text.toLowerCase();
  const used = new Uint8Array(low.length + 1);
  for (const { start, end } of taken) used.fill(1, start, end);
  const mentions: TimeMention[] = [];
  for (const { find, read } of patterns) {
    for (const found of low.matchAll(find)) {
      const [start, end] = [found.index, found.index + found[0].length];
      if (used[start] || used[end - 1] || (/[\p{L}\d]/u.test(low[start - 1] ?? " ") && !found[0].startsWith("/"))) continue;
      const mention = read(found);
      if (mention === null) continue;
      if (mention.kind === "recurring" && NO_RHYTHM.test(low.slice(Math.max(0, start - 30), start))) continue;
      used.fill(1, start, end);
      mentions.push({ start, end, ...mention });
    }
  }
  return mentions.sort((a, b) => a.start - b.start);
}
