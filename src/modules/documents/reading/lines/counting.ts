import { formatNumber } from "./number-formats.ts";
import { bulletText } from "./symbols.ts";

/** One level of a list as Word defines it, in .docx as in .doc. */
export type Level = {
  start: number;
  format: string;
  /** "%1.%2." */
  pattern: string;
  suffix: string;
  /** All numbers of the label in decimals, whatever their own level says. */
  legal: boolean;
  /** 1-based level whose paragraphs restart this one; 0 = never; undefined = any level above. */
  restart: number | undefined;
  hidden: boolean;
  font: string | undefined;
};

export type List = {
  levels: Map<number, Level>;
  /** Counters are shared by all lists of one definition: that is how Word continues a list. */
  counters: Counter[];
  /** Levels of this list that start again at their first use. */
  pending: Map<number, number>;
};

/** undefined = not used since its last restart. */
export type Counter = number | undefined;

/** Counts one paragraph of a level and gives its label with the gap after it; empty when it has none. */
export function nextLabel(list: List, at: number): string {
  const level = list.levels.get(at);
  if (!level) return "";
  count(list, at);
  return level.hidden ? "" : labelText(list, at, level);
}

function count(list: List, at: number): void {
  const { levels, counters, pending } = list;
  const override = pending.get(at);
  pending.delete(at);
  const start = levels.get(at)?.start ?? 1;
  const current = counters[at];
  counters[at] = override ?? (current === undefined ? start : current + 1);
  for (let above = 0; above < at; above += 1) counters[above] ??= levels.get(above)?.start ?? 1;
  for (const [below, { restart }] of levels) {
    if (below > at && restart !== 0 && at + 1 <= (restart ?? below)) counters[below] = undefined;
  }
}

function labelText(list: List, at: number, level: Level): string {
  if (level.format === "bullet") {
    const bullet = bulletText(level.pattern, level.font);
    return bullet === "" ? "" : bullet + level.suffix;
  }
  const text = level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const value = list.counters[index];
    if (index > at || value === undefined) return "";
    const format = list.levels.get(index)?.format ?? "decimal";
    return formatNumber(value, level.legal && format !== "none" ? "decimal" : format);
  });
  return text.trim() === "" ? "" : text.trimEnd() + level.suffix;
}
