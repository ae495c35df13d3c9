/** When a report is due: each act of a clause has the times beside it, the last or the first of them those of the whole. */
import type { TimeMention } from "../../../../kernel/time/index.ts";
import { predicateAt } from "../bodies/index.ts";
import { dueOf, noDue, signalsOf } from "../mentions/timing.ts";
import type { Stretch } from "../paragraphs/clauses.ts";
import type { Due } from "../plan.ts";
import type { Unit } from "../tasks/index.ts";

/** What of an act matters for its time: where it is said, and whether a receiver does it who was told first. */
export type Timed = Stretch & { onwards: boolean };

/** "trong vòng 02 ngày làm việc", "chậm nhất 05 ngày sau khi …": counted from something, not from the calendar. */
const COUNTED =
  /(?:trong(?: vòng| thời (?:hạn|gian))?|chậm nhất(?: là)?(?: sau)?|không quá|sau(?: khi)?(?: \p{L}+){0,5}) (\d{1,3}|một|hai|ba|bốn|năm|bảy|mười) (ngày làm việc|ngày|giờ|tuần|tháng)(?! \d|\p{L}| (?:cuối|đầu))/u;
/** In the course of the day: "báo ngay trong ngày". */
const SAME_DAY = /trong ngày(?=[,;.)\s]*$)/u;
const UNITS: Readonly<Record<string, string>> = {
  "ngày làm việc": "working days",
  ngày: "days",
  giờ: "hours",
  tuần: "weeks",
  tháng: "months",
};

function counted(low: string, { start, end }: Stretch): string | null {
  const [, count, unit = ""] = COUNTED.exec(low.slice(start, end)) ?? [];
  if (count !== undefined) return `within ${count} ${UNITS[unit] ?? unit}`;
  return SAME_DAY.test(low.slice(start, end)) ? "within the day" : null;
}

/** Where another deed begins behind the report ("báo cáo cấp ủy, phối hợp với … tổ chức …"): its time is not the report's. */
function deedBehind({ low, paragraph }: Unit, from: number, end: number): number {
  const next = /^\s*(?:\([^()]*\))?\s*,\s*(?:và |đồng thời )?(?=\p{L})/u.exec(low.slice(from, end));
  if (next === null) return end;
  const at = from + next[0].length;
  const reporting = /^(?:tổng hợp|báo|gửi|nộp|trình|theo dõi|kèm|chỉ đạo$|xem xét|xin|đề xuất|hoàn thành)/u.test(low.slice(at, at + 12));
  return !reporting && predicateAt(low, at, paragraph.text) > 0 ? at : end;
}

const informs = (due: Due): boolean => due.kind !== "none" || due.rule !== null;

/** The times of each act of a clause, in order; `fallback` goes for a clause that says none. */
export function duesOf(unit: Unit, clause: Stretch, acts: readonly Timed[], fallback: Due): Due[] {
  const { paragraph, times, low } = unit;
  const all = signalsOf(paragraph.text, times, clause);
  const bounds = acts.map(({ start }, k) => {
    const from = k === 0 ? clause.start : (acts[k - 1]?.end ?? start);
    // A rhythm right before the verb belongs to it: "…, hằng tháng có báo cáo …".
    const comma = k === 0 ? -1 : low.slice(from, start).lastIndexOf(",");
    return k === 0 ? clause.start : comma >= 0 ? from + comma : start;
  });
  const ownOf = (k: number): TimeMention[] => all.filter(({ start }) => start >= (bounds[k] ?? 0) && start < (bounds[k + 1] ?? clause.end));
  return acts.map(({ end, onwards, start }, k) => {
    const last = k === acts.length - 1;
    const own = ownOf(k);
    const deed = last ? deedBehind(unit, end, clause.end) : clause.end;
    if (deed < clause.end && all.every((mention) => mention.start >= deed)) return all.length > 0 ? noDue : fallback;
    const rule = counted(low, { start: bounds[k] ?? start, end: bounds[k + 1] ?? clause.end });
    // The day by which the first receiver has it is not the day by which he passes it on.
    if (onwards) {
      const said = dueOf(own.filter((mention) => mention.start >= start));
      const shared = dueOf(all);
      if (informs(said)) return said;
      return shared.kind === "recurring" && shared.recurrence?.at.length === 0 ? shared : shared.kind === "none" ? shared : noDue;
    }
    const near = all.filter(
      (mention) => mention.start >= end && /^[\s,(]*$/u.test(low.slice(end, mention.start)) && mention.kind === "date",
    );
    // The day right behind the receiver, before days of what follows.
    const beside = dueOf(near.length > 0 ? near : acts.length === 1 ? all : own);
    if (informs(beside)) return beside;
    if (rule !== null) return { ...noDue, rule };
    const shared = dueOf(acts.slice(k + 1).every((act) => !act.onwards) ? all : ownOf(0));
    if (informs(shared)) return shared;
    // "phản ánh về xã, xã tổng hợp báo cáo tỉnh trước ngày …": the day is said of what follows.
    return acts.length > 1 && all.length > 0 ? noDue : fallback;
  });
}

/** "Thời gian gửi báo cáo: trước ngày …", "Báo cáo năm trước ngày …": a sentence that only dates the report before it. */
export function dueOfNext(unit: Unit, clause: Stretch): Due {
  const next = unit.sentences.find(({ start }) => start >= clause.end);
  if (next === undefined) return noDue;
  const dates = /^(?:\(|thời (?:gian|hạn|điểm)|hạn |trước ngày|chậm nhất|định kỳ)/u.test(unit.low.slice(next.start, next.start + 14));
  return dates ? dueOf(signalsOf(unit.paragraph.text, unit.times, next)) : noDue;
}

/** Under a heading that dates (a quarter, a month), a rhythm with one day is that day. */
export function underHeading(due: Due, dated: Due, year: number | null): Due {
  const [anchor, ...more] = due.recurrence?.at ?? [];
  if (due.kind !== "recurring" || anchor === undefined || more.length > 0 || !anchor.month || !anchor.day || dated.date === null)
    return due;
  if (!["quarter", "month"].includes(dated.kind) || due.recurrence?.every.join() === "month") return due;
  const day = `${year ?? dated.date.slice(0, 4)}-${String(anchor.month).padStart(2, "0")}-${String(anchor.day).padStart(2, "0")}`;
  return { kind: "date", date: day, rule: `${due.recurrence?.before ? "before" : "by"} ${day}`, recurrence: null };
}

/** "hằng tuần có báo cáo nhanh, hằng tháng có báo cáo tổng hợp gửi …": a duty for each rhythm that a report of its own follows. */
export function rhythmsOf(unit: Unit, clause: Stretch, act: Stretch): Due[] {
  const { paragraph, low, times } = unit;
  const rhythms = signalsOf(paragraph.text, times, { start: clause.start, end: clause.end }).filter(
    (mention) =>
      mention.kind === "recurring" &&
      mention.end <= act.start &&
      /^,?\s(?:(?:có|gửi|lập|làm|thực hiện) )?(?:01 |một )?báo cáo(?! viên)/u.test(low.slice(mention.end, mention.end + 34)),
  );
  if (rhythms.length < 2) return [];
  const [, day] = /trước ngày (\d{1,2})(?![\d/])(?! tháng \d)/u.exec(low.slice(act.end, clause.end)) ?? [];
  return rhythms.map((mention, k) => {
    const due = dueOf([mention]);
    const monthly = k === rhythms.length - 1 && ["month", "quarter"].includes(due.recurrence?.every.join() ?? "");
    return monthly && day !== undefined && due.recurrence !== null
      ? {
          ...due,
          rule: `${due.rule} before ${day}`,
          recurrence: { ...due.recurrence, at: [{ month: null, day: Number(day) }], before: true },
        }
      : due;
  });
}

/** "…, báo cáo tổng kết trước ngày 10/12": days of further reports to the same receivers, behind the first. */
export function laterDays(unit: Unit, clause: Stretch, from: number): { start: number; due: Due }[] {
  const { paragraph, low, times } = unit;
  return signalsOf(paragraph.text, times, clause).flatMap((mention) => {
    if (mention.start < from || mention.kind !== "date") return [];
    const comma = low.lastIndexOf(",", mention.start);
    const said = comma >= from ? /^, (?:riêng |và )?báo cáo [^,;]{2,50}$/u.test(low.slice(comma, mention.start)) : false;
    return said ? [{ start: comma + 2, due: dueOf([mention]) }] : [];
  });
}
