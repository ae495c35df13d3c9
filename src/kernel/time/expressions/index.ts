/**
 * Time expressions of Vietnamese officialese: "trước ngày 15/7/2017", "xong trong quý III/2021", "hằng quý, năm",
 * "trước ngày 30/01 hàng năm", "từ ngày 01/12 đến ngày 14/12/2025", "khi có phát sinh…". Tables of patterns, tried in
 * order; what an earlier one has taken is not read again. Every pattern starts at a literal word or a digit and has
 * bounded repeats, so that reading is linear in the text.
 */
import { matchesOf } from "../../text.ts";
import { fullDays, partialDays, ranges } from "./days.ts";
import type { Placed } from "./joining.ts";
import { joinPartials } from "./joining.ts";
import type { Pattern, TimeMention } from "./mention.ts";
import { anchored, NO_RHYTHM, rhythms } from "./rhythms.ts";
import { bareSpans, yearSpans } from "./spans.ts";
import { triggers } from "./triggers.ts";

export { bareDay } from "./days.ts";
export type { TimeMention } from "./mention.ts";

/** Ranges of days first; rhythms that name their days before days that stand alone; what lacks a year last. */
const ordered: readonly Pattern[] = [
  ...ranges,
  ...anchored,
  ...fullDays,
  ...yearSpans,
  ...rhythms,
  ...partialDays,
  ...triggers,
  ...bareSpans,
];

/**
 * Every time expression of the text, in order, without overlaps. `taken` marks stretches to leave alone (a cited
 * document's date). `year`: what "trước ngày 15/6", "tháng 3", "quý II" mean when the text beside them does not say.
 */
export function findTimes(text: string, taken: readonly { start: number; end: number }[] = [], year: number | null = null): TimeMention[] {
  const low = text.toLowerCase();
  const used = new Uint8Array(low.length + 1);
  for (const { start, end } of taken) used.fill(1, start, end);
  const mentions: Placed[] = [];
  for (const { find, read } of ordered) {
    for (const found of matchesOf(low, find)) {
      const [start, end] = [found.index, found.index + found[0].length];
      if (used[start] || used[end - 1] || (/[\p{L}\d]/u.test(low[start - 1] ?? " ") && !found[0].startsWith("/"))) continue;
      const mention = read(found, year);
      if (mention === null) continue;
      if (mention.kind === "recurring" && NO_RHYTHM.test(low.slice(Math.max(0, start - 90), start))) continue;
      used.fill(1, start, end);
      mentions.push({ start, end, ...mention });
    }
  }
  mentions.sort((a, b) => a.start - b.start);
  return joinPartials(low, mentions, year);
}
