/** Weeks, months, quarters, halves and years, and the terms in which plans are counted. */
import { addDays, calendarDate, endOfMonth, endOfQuarter } from "../dates.ts";
import type { Found, Pattern } from "./mention.ts";
import { CUE, excludes, none, numbersIn, quarterOf, ROMAN, two, YEAR } from "./mention.ts";

const NEXT = "(?:,| và|,? đến|,? tới| -|-|–| –| \\+|\\+) ?";
const QUARTERS = String.raw`(?:các )?qu[ýí] ${ROMAN}(?:${NEXT}(?:qu[ýí] )?${ROMAN}){0,3}`;
const MONTHS = String.raw`tháng (?:0?[1-9]|1[0-2])(?!\d)(?:${NEXT}(?:tháng )?(?:0?[1-9]|1[0-2])(?!\d)){0,11}`;
const IN_YEAR = String.raw`(?: ?[/-] ?|,? (?:của )?năm | )(?<year>${YEAR})`;
const ROMANS = ["I", "II", "III", "IV"];

function quarter(text: string, year: number, cued: boolean): Found | null {
  const last = quarterOf([...text.matchAll(new RegExp(ROMAN, "gu"))].at(-1)?.[0] ?? "");
  if (!(last >= 1 && last <= 4)) return null;
  return { ...none, kind: "quarter", date: endOfQuarter(year, last), rule: `within quý ${ROMANS[last - 1]} ${year}`, cued };
}

/** "từ tháng 11/2026 (trở đi)": a beginning, nobody's deadline. */
const since = (words: string, list: string, day: string | null): Found | null =>
  day !== null && words.startsWith("từ ") && numbersIn(list).length <= 1 && !/[,+–-]|(?:và|đến|tới) /u.test(list)
    ? { ...none, from: day, rule: `from ${day}` }
    : null;

function month(text: string, year: number, cued: boolean): Found | null {
  const last = numbersIn(text).at(-1) ?? 0;
  if (last < 1 || last > 12) return null;
  return { ...none, kind: "month", date: endOfMonth(year, last), rule: `within ${year}-${two(last)}`, cued };
}

/** "tuần 1 tháng 3": the seven days that end on the 7th; the last week ends with its month. */
function week(words: string, monthNumber: number, year: number): Found | null {
  const named: Record<string, number> = { đầu: 1, nhất: 1, hai: 2, ba: 3, tư: 4, bốn: 4, i: 1, ii: 2, iii: 3, iv: 4, cuối: 5 };
  const count = named[words.replace("thứ ", "")] ?? numbersIn(words)[0];
  if (count === undefined || count < 1 || count > 5 || monthNumber < 1 || monthNumber > 12) return null;
  const end = count === 5 ? endOfMonth(year, monthNumber) : calendarDate(year, monthNumber, count * 7);
  return { ...none, kind: "date", date: end, rule: `in week ${count} of ${year}-${two(monthNumber)}`, cued: true };
}

const half = (words: string, count: number, part: string, year: number): Found => ({
  ...none,
  kind: "month",
  from: part === "cuối" ? `${year}-${two(13 - count)}-01` : `${year}-01-01`,
  date: endOfMonth(year, part === "cuối" ? 12 : count),
  rule: `within the ${part === "cuối" ? "last" : "first"} ${count} months of ${year}`,
  cued: words.startsWith("trong"),
});

const WEEK = String.raw`tuần (?:lễ )?(?<week>(?:thứ )?(?:[1-5]|0[1-5]|i{1,3}|iv|nhất|hai|ba|tư|bốn|đầu|cuối))(?: tiên| cùng)?(?: của)? tháng (?<month>\d{1,2})`;
const PART = "(?:đầu |giữa |cuối |trung tuần |thượng tuần |hạ tuần )";
const HALF = String.raw`(?:trong )?(?<count>0?[69]) tháng (?<part>đầu|cuối)(?: của)? năm`;
const yearEnd = (year: number): string => `${year}-12-31`;

/** Spans whose year is said beside them. */
export const yearSpans: Pattern[] = [
  {
    find: new RegExp(WEEK + String.raw`(?:/|,? năm )(?<year>${YEAR})`, "gu"),
    read: ({ groups }) => week(groups?.week ?? "", Number(groups?.month), Number(groups?.year)),
  },
  {
    find: new RegExp(String.raw`(?<cue>(?:${CUE} )?)(?:từ )?(?<list>${QUARTERS})${IN_YEAR}`, "gu"),
    read: ({ groups }) => {
      const [list, year] = [groups?.list ?? "", Number(groups?.year)];
      const first = quarterOf(new RegExp(ROMAN, "u").exec(list)?.[0] ?? "");
      const start = excludes(groups?.cue ?? "") ? calendarDate(year, first * 3 - 2, 1) : null;
      if (start === null) return quarter(list, year, groups?.cue !== "");
      return { ...none, kind: "quarter", date: addDays(start, -1), rule: `before quý ${ROMANS[first - 1]} ${year}`, cued: true };
    },
  },
  {
    find: new RegExp(String.raw`(?<cue>(?:${CUE} )?)(?:từ )?${PART}?(?<list>${MONTHS})${IN_YEAR}`, "gu"),
    read: ({ 0: text, groups }) => {
      const [list, year] = [groups?.list ?? "", Number(groups?.year)];
      const start = excludes(groups?.cue ?? "") ? calendarDate(year, numbersIn(list)[0] ?? 0, 1) : null;
      // "trước tháng 11/2026": the month before it is the last.
      if (start !== null) return { ...none, kind: "month", date: addDays(start, -1), rule: `before ${start.slice(0, 7)}`, cued: true };
      return since(text, list, calendarDate(year, numbersIn(list)[0] ?? 0, 1)) ?? month(list, year, groups?.cue !== "");
    },
  },
  {
    find: new RegExp(String.raw`${HALF} (?<year>${YEAR})`, "gu"),
    read: ({ 0: text, groups }) => half(text, Number(groups?.count), groups?.part ?? "", Number(groups?.year)),
  },
  {
    find: new RegExp(
      String.raw`(?:giai đoạn|nhiệm kỳ|niên độ|thời kỳ|năm học|niên khóa|5 năm|năm năm)(?: từ)?(?: năm)? (?<from>${YEAR}) ?(?:-|–|đến) ?(?:năm )?(?<to>${YEAR})`,
      "gu",
    ),
    read: ({ groups }) => ({ ...none, from: `${groups?.from}-01-01`, date: `${groups?.to}-12-31`, rule: `${groups?.from}-${groups?.to}` }),
  },
  { find: new RegExp(String.raw`tầm nhìn (?:đến |tới )?(?:năm )?${YEAR}`, "gu"), read: ([text]) => ({ ...none, rule: text }) },
  {
    // What is past or compared with sets no time.
    find: new RegExp(
      String.raw`(?:so với|tính đến|từ)(?: cùng kỳ| cuối| đầu| hết)*(?: năm)? ${YEAR}(?: (?:đến|tới) nay)|(?:so với|tính đến)(?: cùng kỳ| cuối| đầu| hết)*(?: năm)? ${YEAR}`,
      "gu",
    ),
    read: ([text]) => ({ ...none, rule: `compared with or since ${numbersIn(text).at(-1)}` }),
  },
  {
    find: new RegExp(String.raw`từ (?:nay|năm (?<from>${YEAR})) (?:đến|tới) (?:hết |cuối )?năm (?<to>${YEAR})`, "gu"),
    read: ({ groups }) => ({
      ...none,
      kind: "year",
      from: groups?.from ? `${groups.from}-01-01` : null,
      date: `${groups?.to}-12-31`,
      rule: `by the end of ${groups?.to}`,
      cued: true,
    }),
  },
  {
    find: new RegExp(String.raw`(?:ngay )?(?:từ |vào |trong )?(?<part>đầu|giữa|nửa đầu) năm (?<year>${YEAR})`, "gu"),
    read: ({ groups }) => {
      const year = Number(groups?.year);
      if (groups?.part === "đầu") return { ...none, kind: "quarter", date: endOfQuarter(year, 1), rule: `early in ${year}`, cued: true };
      return { ...none, kind: "month", date: endOfMonth(year, 6), rule: `by the middle of ${year}`, cued: true };
    },
  },
  {
    find: new RegExp(
      String.raw`(?<cue>trước|đến hết|hết|đến cuối|cuối|đến|trong|tới|vào|xong|hoàn thành)(?: cuối| hết)? năm (?<year>${YEAR})`,
      "gu",
    ),
    read: ({ groups }) => {
      const [before, year] = [excludes(groups?.cue ?? ""), Number(groups?.year)];
      return {
        ...none,
        kind: "year",
        date: yearEnd(before ? year - 1 : year),
        rule: before ? `before ${year}` : `within ${year}`,
        cued: true,
      };
    },
  },
  { find: new RegExp(String.raw`từ năm (${YEAR})`, "gu"), read: ([, year]) => ({ ...none, from: `${year}-01-01`, rule: `from ${year}` }) },
  {
    find: new RegExp(String.raw`(?:các )?năm ${YEAR}(?:(?:,| và| -|-|–| –) ?(?:năm )?${YEAR}){0,5}`, "gu"),
    read: ([text]) => {
      const last = numbersIn(text).at(-1) ?? 0;
      return { ...none, kind: "year", date: yearEnd(last), rule: `within ${last}` };
    },
  },
];

/** Spans without a year: read only where a heading or the plan's title says which year is meant; the last to be tried. */
export const bareSpans: Pattern[] = [
  {
    find: new RegExp(WEEK, "gu"),
    read: ({ groups }, year) => (year === null ? null : week(groups?.week ?? "", Number(groups?.month), year)),
  },
  {
    find: new RegExp(String.raw`(?<cue>(?:${CUE} )?)(?:từ )?(?<list>${QUARTERS})(?! ?[/-] ?\d)`, "gu"),
    read: ({ groups }, year) => (year === null ? null : quarter(groups?.list ?? "", year, groups?.cue !== "")),
  },
  {
    find: new RegExp(
      String.raw`(?<![\d/] |(?:mỗi|hằng|hàng|một|từng) )(?<cue>(?:${CUE} )?)(?:từ )?${PART}?(?<list>${MONTHS})(?! ?[/-] ?\d| lần| ngày| năm| tuổi| số| tin| bài| buổi| (?:một|1|01) )`,
      "gu",
    ),
    read: ({ groups }, year) => (year === null ? null : month(groups?.list ?? "", year, groups?.cue !== "")),
  },
  {
    find: new RegExp(HALF + String.raw`(?! \d| học)(?!\p{L})`, "gu"),
    read: ({ 0: text, groups }, year) => (year === null ? null : half(text, Number(groups?.count), groups?.part ?? "", year)),
  },
];
