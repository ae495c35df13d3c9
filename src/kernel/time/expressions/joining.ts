/**
 * Days without a year find what they belong to: a rhythm of the same sentence ("Định kỳ hằng năm (trước ngày 15/11)"),
 * a half-yearly and a yearly report ("6 tháng trước ngày 15/6, cả năm trước ngày 15/12"), the year that a heading says.
 */
import type { CalendarDate } from "../dates.ts";
import { calendarDate } from "../dates.ts";
import type { Anchor, RecurrenceUnit } from "../recurrence.ts";
import type { Found, Partial, TimeMention } from "./mention.ts";
import { dated, none, recurring, two } from "./mention.ts";

export type Placed = Found & { start: number; end: number };

/** How far a day may stand from the rhythm that it dates, in characters. */
const REACH = 400;

const yearly: readonly RecurrenceUnit[] = ["half", "nine-month", "year", "quarter"];

const sameSentence = (text: string, from: number, to: number): boolean =>
  to - from <= REACH && !/[;!?]|\.\s/u.test(text.slice(Math.min(from, to), to));

const dayOf = ({ month, day }: Anchor, year: number): CalendarDate | null => calendarDate(year, month ?? 0, day ?? 0);
const inWords = (anchors: readonly Anchor[]): string =>
  anchors.map(({ month, day }) => `${two(month ?? 0)}-${two(day ?? 0)}`).join(" and ");

/** Bare rhythm nearest to a partial day, before or after it, in the same sentence. */
function rhythmFor(text: string, mentions: readonly Placed[], at: Placed, year: number | null): Placed | undefined {
  // "Sơ kết 6 tháng, báo cáo trước 05/6" in a plan of one year: the one review of that year.
  const once = ({ start, recurrence }: Placed): boolean =>
    recurrence?.every.length === 1 && year !== null && /^(?:sơ|tổng) kết/u.test(text.slice(start, start + 9));
  return mentions
    .filter(
      ({ recurrence, start, end }) =>
        recurrence !== null &&
        recurrence.every.some((unit) => yearly.includes(unit)) &&
        recurrence.at.length === 0 &&
        (end <= at.start ? sameSentence(text, end, at.start) : sameSentence(text, at.end, start)),
    )
    .filter((mention) => !once(mention))
    .toSorted((a, b) => Math.abs(a.start - at.start) - Math.abs(b.start - at.start))[0];
}

/** "6 tháng … <day>, … năm … <day>": the words before each of two days say which report it is for. */
function halves(text: string, first: Placed, second: Placed): boolean {
  const [before, between] = [text.slice(Math.max(0, first.start - 60), first.start), text.slice(first.end, second.start)];
  return (
    between.length < 90 && /0?6 tháng(?!.*[;.])/u.test(before) && /(?:cả |0?1 |cuối |báo cáo |tổng kết )?năm(?!\p{L}| \d)/u.test(between)
  );
}

function alone({ anchors, from, before }: Partial, year: number | null): Found {
  const last = anchors.at(-1) ?? { month: null, day: null };
  if (year === null) return { ...none, rule: `${before ? "before" : "by"} ${inWords(anchors)}` };
  const start = from && dayOf(from, year);
  const days = anchors.map((anchor) => dayOf(anchor, year)).filter((day) => day !== null);
  const rule = (day: CalendarDate): string =>
    from ? `until ${day}` : days.length > 1 ? `${before ? "before" : "by"} ${days.join(" and ")}` : `${before ? "before" : "by"} ${day}`;
  return dated(dayOf(last, year), rule, true, start) ?? none;
}

/** Replaces partial days; mentions come in the order of the text. */
export function joinPartials(text: string, mentions: Placed[], year: number | null): TimeMention[] {
  const kept: Placed[] = [];
  const gone = new Set<Placed>();
  for (const [k, mention] of mentions.entries()) {
    if (gone.has(mention)) continue;
    if (mention.partial === undefined) {
      kept.push(mention);
      continue;
    }
    const next = mentions[k + 1];
    let { anchors, before } = mention.partial;
    let { end } = mention;
    if (next?.partial && halves(text, mention, next)) {
      anchors = [...anchors, ...next.partial.anchors];
      before ||= next.partial.before;
      end = next.end;
      gone.add(next);
    }
    const rhythm = rhythmFor(text, mentions, mention, year);
    if (rhythm?.recurrence) {
      rhythm.recurrence = { ...rhythm.recurrence, at: anchors, before };
      rhythm.rule = recurring(rhythm.recurrence.every, anchors, before).rule;
      continue;
    }
    const twice = end > mention.end;
    kept.push({ ...(twice ? recurring(["half", "year"], anchors, before) : alone(mention.partial, year)), start: mention.start, end });
  }
  return reportsOfYear(text, kept).map((mention) => {
    const whole = { ...mention };
    delete whole.partial;
    return whole;
  });
}

/** "báo cáo 6 tháng (trước ngày 15/6) và báo cáo năm (trước ngày 15/12)": one duty with a day for each half. */
function reportsOfYear(text: string, mentions: Placed[]): Placed[] {
  const joined: Placed[] = [];
  for (const mention of mentions) {
    // "báo cáo năm trước ngày 15/12 hằng năm" says its rhythm twice.
    const bare = joined.at(-1)?.recurrence;
    if (
      bare?.every.join() === "year" &&
      bare.at.length === 0 &&
      mention.recurrence?.every.join() === "year" &&
      mention.recurrence.at.length > 0
    ) {
      if (sameSentence(text, joined.at(-1)?.end ?? 0, mention.start)) joined.pop();
    }
    const last = joined.at(-1);
    const [first, second] = [last?.recurrence, mention.recurrence];
    if (
      last &&
      first?.every.join() === "half" &&
      second?.every.join() === "year" &&
      first.at.length === 1 &&
      second.at.length === 1 &&
      sameSentence(text, last.end, mention.start)
    )
      joined[joined.length - 1] = {
        ...recurring(["half", "year"], [...first.at, ...second.at], first.before || second.before),
        start: last.start,
        end: mention.end,
      };
    else joined.push(mention);
  }
  return joined;
}
