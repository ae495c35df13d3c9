/**
 * What a superior's letter or outline says about the report it asks for: title, period, last day, receiver, whom it asks,
 * and on which document's authority. Nothing is invented: what the text does not say is null, and what it says carries its
 * quote, its line and how sure the reading is.
 */
import { fold, nfc, squeeze } from "../../../kernel/text.ts";
import { adHocPeriod, findTimes, formatShortDate, parsePeriod, type Period, type Recurrence } from "../../../kernel/time/index.ts";
import { compilePlan } from "../../documents/compile/index.ts";
import { outlineStart } from "./outline.ts";
import type { Guess, OutlineText } from "./outline-shapes.ts";

/** `date` with `before` false is kept on that day; with `at` it comes back every year or month. */
export type DueRead =
  | { text: string; kind: "date"; date: string; before: boolean }
  | { text: string; kind: "day-of-year"; at: { month: number | null; day: number }[]; before: boolean };

export type IntakeReading = {
  title: Guess<string> | null;
  basis: Guess<string> | null;
  period: Guess<Period> | null;
  due: Guess<DueRead> | null;
  /** First and last day of the figures, when the text states them apart from the period ("số liệu tính từ … đến …"). */
  figures: Guess<{ from: string | null; to: string }> | null;
  receiver: Guess<string> | null;
  via: Guess<string> | null;
  addressees: Guess<string[]> | null;
};

/** `today` gives the year where the text names none. Never throws for any text. */
export function readIntake(text: OutlineText, today: string): IntakeReading {
  const lines = text.lines.map((line) => squeeze(nfc(line)));
  const start = outlineStart(lines, text.tables);
  const { header } = compilePlan(lines.join("\n"));
  const letter = lines.map((line, index) => ({ line, number: index + 1 })).filter(({ line }) => line !== "");
  const sending = letter.filter(({ line }) => SENDING.test(line));
  const title = titleOf(letter, start);
  const year = Number((/20\d\d/.exec(title?.value ?? "") ?? [header.date?.slice(0, 4) ?? today.slice(0, 4)])[0]);
  const figures = figuresOf(letter);
  return {
    title,
    basis: basisOf(header, letter),
    period: withCutOff(periodOf(title, letter, year), figures),
    due: dueOf(sending),
    figures,
    receiver: receiverOf(sending),
    via: viaOf(sending),
    addressees: addresseesOf(lines),
  };
}

type Line = { line: string; number: number };

const guess = <T>(value: T, { line, number }: Line, confidence: number, quote = line): Guess<T> => ({
  value,
  quote,
  line: number,
  confidence,
});

/** Sentences about where and until when to send. */
const SENDING = /(?:gửi|nộp|báo cáo|trước ngày|chậm nhất|thời hạn|thời gian)/iu;

/** The words of the subject ("V/v báo cáo kết quả …"), or the lines under the title of the outline. */
function titleOf(letter: readonly Line[], start: number): Guess<string> | null {
  const subject = letter.find(({ line }) => /^(?:v\/v|về việc)\s*:?\s*\S/iu.test(line));
  const titled = letter.findIndex(
    ({ line }) => /^(?:de cuong|mau bao cao|bao cao|bieu tong hop|bieu|phu luc)(?: |$)/.test(fold(line)) && TITLED.test(line),
  );
  const under = titled < 0 ? undefined : titleUnder(letter, titled);
  if (under && /báo cáo|kết quả|tổng hợp/iu.test(under.value)) return under;
  if (subject) {
    const words = subject.line.replace(/^(?:v\/v|về việc)\s*:?\s*/iu, "");
    return guess(capital(words), subject, 0.9);
  }
  if (under) return under;
  const first = letter.find(({ line, number }) => number <= start + 1 && /báo cáo|kết quả|tổng hợp/iu.test(line) && line.length < 200);
  return first ? guess(sentence(first.line), first, 0.5) : null;
}

/** A title has a word in capitals and no full stop. */
const TITLED = /^(?=.{0,200}$)(?!.*[.:;]$)\p{Lu}{2}/u;

/** "ĐỀ CƯƠNG BÁO CÁO" with the lines under it that go on with the title. */
function titleUnder(letter: readonly Line[], at: number): Guess<string> | undefined {
  const head = letter[at];
  if (!head) return undefined;
  const words = [head.line];
  for (const { line, number } of letter.slice(at + 1, at + 4)) {
    if (number > head.number + 4 || /^(?:[IVXA-D\d]{1,4}\s*[./)]|[-+(]|phần|kính gửi|stt)/iu.test(line) || /[\t|:;]|…|\.{3}/.test(line))
      break;
    words.push(line);
  }
  const whole = squeeze(words.join(" ").replace(/^(?:ĐỀ CƯƠNG|Đề cương|MẪU|Mẫu)\s*/u, ""));
  if (fold(whole) === "bao cao" || whole === "") return undefined;
  return guess(sentence(whole), head, words.length > 1 ? 0.9 : 0.7, words.join(" "));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** Titles in capitals read as sentences: "BÁO CÁO Kết quả công tác" → "Báo cáo kết quả công tác". */
function sentence(text: string): string {
  const lowered = text.replace(/^(?:\p{Lu}[\p{Lu}\s,/]+)(?=\s|$)/u, (head) => head.toLowerCase());
  return capital(
    lowered.replace(/^(báo cáo|tổng hợp) (\p{Lu})(?=\p{Ll})/iu, (_, head: string, first: string) => `${head} ${first.toLowerCase()}`),
  );
}

type Header = ReturnType<typeof compilePlan>["header"];

function basisOf({ number, date, docType }: Header, letter: readonly Line[]): Guess<string> | null {
  if (number === null || !/^\d/.test(number)) return null;
  const at = letter.find(({ line }) => line.includes(number));
  const kind = docType && !/báo cáo|đề cương/iu.test(docType) ? docType : "Công văn";
  const day = date && date.length === 10 ? ` ngày ${formatShortDate(date)}` : "";
  return at ? guess(`${kind} số ${number}${day}`, at, date?.length === 10 ? 0.9 : 0.7) : null;
}

const QUARTERS: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 };

type PeriodPattern = { find: RegExp; code: (found: RegExpExecArray, year: number) => string };

const YEAR = String.raw`(?:\s*(?:năm|/|-)?\s*(20\d\d))?`;
const pattern = (words: string, code: PeriodPattern["code"]): PeriodPattern => ({ find: new RegExp(words, "iu"), code });

/** First match wins; the longer names stand first. */
const periods: PeriodPattern[] = [
  pattern(String.raw`(?<!\d)0?6 tháng đầu năm${YEAR}`, ([, year], y) => `${year ?? y}-H1`),
  pattern(String.raw`(?<!\d)0?6 tháng cuối năm${YEAR}`, ([, year], y) => `${year ?? y}-H2`),
  pattern(String.raw`(?<!\d)0?9 tháng(?: đầu năm)?(?!/)${YEAR}`, ([, year], y) => `${year ?? y}-9M`),
  pattern(
    String.raw`sơ kết 0?6 tháng(?!/)${YEAR}|(?<!\d)(?:kết quả|báo cáo) 0?6 tháng(?!/)${YEAR}`,
    ([, first, second], y) => `${first ?? second ?? y}-H1`,
  ),
  pattern(
    String.raw`qu[ýí] (IV|I{1,3}|[1-4])(?!\p{L})${YEAR}`,
    ([, quarter = "", year], y) => `${year ?? y}-Q${QUARTERS[quarter.toLowerCase()] ?? quarter}`,
  ),
  pattern(String.raw`tuần (?:thứ |số )?(\d{1,2})(?!\d)${YEAR}`, ([, week = "", year], y) => `${year ?? y}-W${week.padStart(2, "0")}`),
  pattern(
    String.raw`(?<!ngày \d{1,2} )tháng (\d{1,2})(?!\d)${YEAR}`,
    ([, month = "", year], y) => `${year ?? y}-${month.padStart(2, "0")}`,
  ),
  pattern(String.raw`(?<!tháng \d{1,2} |(?:quý|tháng|ngày|tuần)[ …./]*)năm (20\d\d)`, ([, year], y) => `${year ?? y}`),
];

/** The title is asked first; then what the letter asks for, in its own order. */
function periodOf(title: Guess<string> | null, letter: readonly Line[], year: number): Guess<Period> | null {
  const asking = letter.filter(({ line }) => /báo cáo|kết quả|tổng hợp|sơ kết|tổng kết/iu.test(line) && line.length < 1500);
  const asked = title ? [{ line: title.quote, number: title.line }, ...asking] : asking;
  const span = asked
    .map((each) => ({ each, found: spanIn(each.line) }))
    .find(({ each, found }) => found !== null && /(?:kết quả|báo cáo|giai đoạn|đợt)/iu.test(each.line) && !FIGURES.test(each.line));
  for (const [index, each] of asked.entries()) {
    // "[THÁNG / QUÝ / NĂM 2026]" leaves it open.
    if (/tháng\s*\/\s*quý|quý\s*\/\s*năm/iu.test(each.line)) return null;
    for (const { find, code } of periods) {
      const found = find.exec(each.line);
      const period = found && parsePeriod("civil", code(found, year));
      if (period && found) return guess(period, each, (index === 0 ? 0.95 : 0.8) - (/20\d\d/.test(found[0]) ? 0 : 0.2), found[0]);
    }
    if (span && span.each === each) break;
  }
  const period = span?.found ? adHocPeriod(span.found.from, span.found.to) : null;
  return span && period ? guess(period, span.each, 0.85) : null;
}

function spanIn(line: string): { from: string; to: string } | null {
  const mention = findTimes(line).find(({ kind, from, date }) => kind === "date" && from !== null && date !== null);
  return mention?.from && mention.date ? { from: mention.from, to: mention.date } : null;
}

const FIGURES = /(?:số liệu|kỳ số liệu|thời điểm|mốc|chốt)[^.;]{0,60}(?:tính|lấy|chốt|từ|đến)/iu;

function figuresOf(letter: readonly Line[]): IntakeReading["figures"] {
  for (const each of letter.filter(({ line }) => FIGURES.test(line))) {
    const span = spanIn(each.line);
    if (span) return guess(span, each, 0.9);
    const day = findTimes(each.line).find(({ kind, date }) => kind === "date" && date !== null)?.date;
    if (day) return guess({ from: null, to: day }, each, 0.8);
  }
  return null;
}

/** Figures from the 15th to the 14th: the period of the calendar that cuts off there. */
function withCutOff(period: Guess<Period> | null, figures: IntakeReading["figures"]): Guess<Period> | null {
  const cutOff = period && parsePeriod("cut-off-15", period.value.code);
  return period && cutOff && figures && cutOff.from === figures.value.from && cutOff.to === figures.value.to
    ? { ...period, value: cutOff }
    : period;
}

/** Anchors that name a day of the month; "tháng 11 hằng năm" alone names none. */
const daysIn = ({ at }: Recurrence) => at.flatMap(({ month, day }) => (day === null ? [] : [{ month, day }]));

function dueOf(sending: readonly Line[]): Guess<DueRead> | null {
  let weak: Guess<DueRead> | null = null;
  for (const each of sending) {
    const sends = /(?:gửi|nộp|báo cáo)[^.]*(?:về|trước|chậm nhất|xong|hạn)|(?:thời gian|thời hạn|hạn) (?:gửi|nộp|báo cáo)/iu.test(
      each.line,
    );
    for (const mention of findTimes(each.line)) {
      const text = each.line.slice(mention.start, mention.end);
      const before = /^trước/iu.test(text);
      if (mention.kind === "date" && mention.date && mention.cued && mention.from === null) {
        const read = guess({ text, kind: "date" as const, date: mention.date, before }, each, sends ? 0.95 : 0.6);
        if (sends) return read;
        weak ??= read;
      }
      if (mention.kind === "recurring" && mention.recurrence && daysIn(mention.recurrence).length > 0 && sends)
        return guess(
          { text, kind: "day-of-year" as const, at: daysIn(mention.recurrence), before: before || mention.recurrence.before },
          each,
          0.9,
        );
    }
  }
  return weak;
}

/** Where a body's name ends in such sentences. */
const END = String.raw`(?=\s*(?:\(|,|;|\.|:|trước|chậm nhất|để|theo|qua|bằng|đúng|vào|chậm|$))`;
const BODY = String.raw`((?:Ban Thường trực|Ủy ban|Uỷ ban|UBMTTQ|MTTQ|Mặt trận|Ban|Văn phòng|Phòng|Tỉnh ủy|Thành ủy|Đảng ủy|Thường trực|Hội|Sở|Trung tâm)(?:(?!trước ngày|chậm nhất|để tổng hợp| qua |[(;.,]).){0,140}?)${END}`;
const TO = new RegExp(String.raw`(?:gửi|nộp|báo cáo)(?:[^.;]{0,140}?)(?:về|tới|cho)\s+${BODY}`, "u");
const VIA =
  /\((?:thông )?qua ([^()]{2,120})\)|(?:^|[\s,])(?:thông )?qua ((?:Ban|Văn phòng|Phòng|bộ phận)(?:(?!trước|chậm nhất|để|[(),;.]).){2,100})/u;
const RECEIVER_LINE = new RegExp(String.raw`^(?:[-\d.)\s]*)(?:Nơi nhận báo cáo|Gửi về|Địa chỉ nhận)\s*:?\s*${BODY}`, "iu");

function receiverOf(sending: readonly Line[]): Guess<string> | null {
  for (const each of sending) {
    const found = RECEIVER_LINE.exec(each.line)?.[1] ?? TO.exec(each.line)?.[1];
    if (found) return guess(squeeze(found), each, 0.9);
  }
  return null;
}

function viaOf(sending: readonly Line[]): Guess<string> | null {
  for (const each of sending) {
    if (!/gửi|nộp|báo cáo/iu.test(each.line)) continue;
    const found = VIA.exec(each.line);
    const via = found?.[1] ?? found?.[2];
    if (via) return guess(squeeze(via), each, 0.9);
  }
  return null;
}

/** "Kính gửi:" with the lines under it. */
function addresseesOf(lines: readonly string[]): Guess<string[]> | null {
  const at = lines.findIndex((line) => /^kính gửi\s*:?/iu.test(line));
  const line = lines[at];
  if (line === undefined) return null;
  const own = clean(line.replace(/^kính gửi\s*:?/iu, ""));
  if (own !== "") return guess([own], { line, number: at + 1 }, 0.8);
  const under: string[] = [];
  for (const next of lines.slice(at + 1, at + 12)) {
    if (next === "" && under.length === 0) continue;
    if (!/^[-–+•]/u.test(next)) break;
    under.push(clean(next));
  }
  return under.length > 0 ? guess(under, { line, number: at + 1 }, 0.8) : null;
}

const clean = (text: string): string => squeeze(text.replace(/^[-–+•\s]+/u, "").replace(/[.;,]\s*$/u, ""));
