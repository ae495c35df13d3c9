import { addDays, isCalendarDate, findTimes, type CalendarDate } from "../../../kernel/time/index.ts";
import { nfc, squeeze } from "../../../kernel/text.ts";
import type { Due as CompiledDue } from "../compile/plan.ts";
import type { Due } from "../values.ts";

/** "trước ngày D" ends the day before D; every other wording names its own last day. */
export function lastDayOf({ date, rule }: Pick<CompiledDue, "date" | "rule">): CalendarDate | null {
  if (date === null || !isCalendarDate(date)) return null;
  // A trigger may stand behind the day: "before 2026-06-15; on event: …".
  return rule === `before ${date}` || rule?.startsWith(`before ${date};`) ? addDays(date, -1) : date;
}

/** The words of the text that state this deadline, as printed; null when they are not in it. */
export function printedDue(text: string, due: Pick<CompiledDue, "date" | "rule">): string | null {
  if (due.date === null && due.rule === null) return null;
  // The heading that dates what stands under it is kept in the rule itself.
  const heading = /\(heading "(.+)"\)$/.exec(due.rule ?? "")?.[1];
  if (heading) return heading;
  const words = nfc(text);
  // "trước ngày 15/6" under a heading that names the year: the deadline knows which one was meant.
  const mentions = findTimes(words, [], due.date === null ? null : Number(due.date.slice(0, 4)));
  // A date with a trigger ("yearly before 01-30; on event: …"): the date's words are the deadline's.
  const byRule = mentions.find(({ rule }) => rule !== null && (rule === due.rule || due.rule?.startsWith(`${rule};`)));
  const stated = byRule ?? mentions.find(({ date }) => date !== null && date === due.date);
  return stated ? squeeze(words.slice(stated.start, stated.end)) : null;
}

/**
 * Completes a compiled deadline with its words and its last day. `nearby` is where the words may stand besides the
 * item itself: a closing paragraph can date all items above it.
 */
export function completeDue(due: CompiledDue, text: string, nearby: () => string): Due {
  return { ...due, text: printedDue(text, due) ?? printedDue(nearby(), due), lastDay: lastDayOf(due) };
}

/** A person's deadline: the last day follows from what they wrote, never from what the screen sent. */
export const settleDue = (due: Due): Due => ({ ...due, lastDay: lastDayOf(due) });
