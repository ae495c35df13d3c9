/** Which compiled item answers which annotated one. */
import type { CompiledPlan } from "../../../src/modules/documents/compile/index.ts";
import { bare, folded, jaccard, overlap } from "./compare.ts";
import type { Gold, GoldItem, Kind } from "./gold.ts";

const LINE_WINDOW = 3;

/** A compiled item, read through the fields that annotations have. */
export type Item = GoldItem & { confidence?: number; rule?: string };

export type Matched = {
  hits: { gold: GoldItem; item: Item }[];
  missed: GoldItem[];
  /** Extra items that no neutral line excuses. */
  alarms: Item[];
  neutral: Item[];
};

/** Items of a plan as the scorer sees them. */
export function itemsOf(plan: Pick<CompiledPlan, Kind>, kind: Kind): Item[] {
  return plan[kind] as Item[];
}

type PairScore = (gold: GoldItem, item: Item) => number;

/** Score of a pair, 0 to 1, by kind; 0 is no pair. */
function pairScores(anyLine: boolean): Record<Kind, PairScore> {
  const near: (gold: GoldItem, item: Item) => boolean = (gold, item) =>
    anyLine ||
    [gold.line, gold.paraLine, gold.valueLine, gold.titleLine, gold.numberLine, ...(gold.alsoLines ?? [])].some(
      (line) => line !== undefined && Math.abs(line - item.line) <= LINE_WINDOW,
    );
  const sameText: PairScore = (gold, item) => {
    const full = gold.joined ?? gold.quote;
    const [g, i] = [folded(full), folded(item.quote)];
    if (!g || !i) return 0;
    if (gold.joined !== undefined && !anyLine && gold.line === item.line && i.startsWith(folded(gold.quote))) return 1;
    const at = i.indexOf(g.slice(0, 30));
    if (at >= 0 && at <= 40) return 1;
    const back = g.indexOf(i.slice(0, 30));
    if (back >= 0 && back <= 40) return 0.95;
    return jaccard(full, item.quote) >= 0.6 ? 0.8 : 0;
  };
  return {
    citations(g, i) {
      if (g.number) {
        if (bare(g.number) !== bare(i.number)) return 0;
        return g.date && i.date ? Number(g.date === i.date) : 0.9;
      }
      return !i.number && near(g, i) && overlap(`${g.type} ${g.title ?? ""}`, `${i.type} ${i.title ?? i.quote ?? ""}`) >= 0.6 ? 0.9 : 0;
    },
    targets(g, i) {
      if (!near(g, i)) return 0;
      if (g.comparator === "achieve") return i.comparator === "achieve" && sameText(g, i) > 0 ? 0.9 : 0;
      if (Number(g.value) !== Number(i.value)) return 0;
      const alike = overlap(g.unit, i.unit) >= 0.5 || overlap(g.metric, i.metric) >= 0.5;
      return alike ? 0.6 + 0.4 * jaccard(g.metric, i.metric) : 0;
    },
    tasks: (g, i) => (near(g, i) ? sameText(g, i) : 0),
    reporting: (g, i) =>
      near(g, i) && overlap(g.to, i.to) >= 0.5 && overlap(g.who, i.who) >= 0.5
        ? 0.5 * jaccard(g.to, i.to) + 0.5 * jaccard(g.who, i.who)
        : 0,
    events: (g, i) =>
      near(g, i) && overlap(g.kind, i.kind) >= 0.5 ? 0.5 + 0.25 * jaccard(g.kind, i.kind) + 0.25 * Number(sameText(g, i) > 0) : 0,
    outline: (g, i) =>
      bare(g.number) === bare(i.number) &&
      near(g, i) &&
      Math.max(overlap(g.title, i.title), overlap(g.titleFull ?? g.title, i.title)) >= 0.6
        ? 1
        : 0,
  };
}

/** Greedy one-to-one matching, best pairs first. */
export function match(gold: Gold, plan: Pick<CompiledPlan, Kind>, kind: Kind, anyLine: boolean): Matched {
  const [golds, items] = [gold[kind] ?? [], itemsOf(plan, kind)];
  const scoreOf = pairScores(anyLine)[kind];
  const pairs: [score: number, gold: number, item: number][] = [];
  golds.forEach((g, gi) =>
    items.forEach((i, ii) => {
      const score = scoreOf(g, i);
      if (score > 0) pairs.push([score, gi, ii]);
    }),
  );
  pairs.sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2]);
  const [usedGold, usedItems] = [new Set<number>(), new Set<number>()];
  const hits: Matched["hits"] = [];
  for (const [, gi, ii] of pairs) {
    const [g, i] = [golds[gi], items[ii]];
    if (g === undefined || i === undefined || usedGold.has(gi) || usedItems.has(ii)) continue;
    usedGold.add(gi);
    usedItems.add(ii);
    hits.push({ gold: g, item: i });
  }
  const excused = new Set((gold.neutral ?? []).filter(({ as }) => as === kind).map(({ line }) => line));
  const extra = items.filter((_, at) => !usedItems.has(at));
  const forgiven = (item: Item): boolean => (anyLine ? excused.size > 0 : excused.has(item.line));
  return {
    hits,
    missed: golds.filter((g, at) => !usedGold.has(at) && g.optional !== true),
    alarms: extra.filter((item) => !forgiven(item)),
    neutral: extra.filter(forgiven),
  };
}
