/**
 * Scores compiled plans against annotated ones: precision, recall and F1 of each kind of item, and how often what is
 * said of a found item is right. Counts of several documents add up, so that a pooled figure is a figure over all items.
 */
import type { CompiledPlan } from "../../../src/modules/documents/compile/index.ts";
import type { Attribute, Share } from "./attributes.ts";
import { attributes, headerFields } from "./attributes.ts";
import type { Gold, Kind } from "./gold.ts";
import { kinds } from "./gold.ts";
import type { Matched } from "./match.ts";
import { match } from "./match.ts";

export type { Gold, GoldItem, Kind } from "./gold.ts";
export { kinds } from "./gold.ts";
export type { Item, Matched } from "./match.ts";
export { match } from "./match.ts";
export { whollyRight } from "./attributes.ts";

export type KindCount = { gold: number; hits: number; missed: number; alarms: number; sums: Record<string, Attribute> };
export type Count = { kinds: Record<Kind, KindCount>; header: Record<string, Share> };
export type Scored = Count & { matched: Record<Kind, Matched> };

const eachKind = <T>(value: (kind: Kind) => T): Record<Kind, T> =>
  Object.fromEntries(kinds.map((kind) => [kind, value(kind)])) as Record<Kind, T>;

function sum(into: Record<string, Attribute>, more: Record<string, Attribute>): void {
  for (const [name, value] of Object.entries(more)) {
    const before = into[name] as Record<string, number> | undefined;
    into[name] = Object.fromEntries(Object.entries(value).map(([key, count]) => [key, (before?.[key] ?? 0) + count])) as Attribute;
  }
}

/** Counts for one document. `anyLine`: texts alone are compared, for files whose line breaks were lost. */
export function score(gold: Gold, plan: CompiledPlan, { anyLine = false } = {}): Scored {
  const matched = eachKind((kind) => match(gold, plan, kind, anyLine));
  return {
    matched,
    kinds: eachKind((kind) => {
      const { hits, missed, alarms } = matched[kind];
      const sums: Record<string, Attribute> = {};
      for (const pair of hits) sum(sums, attributes[kind](pair.gold, pair.item));
      const asked = (gold[kind] ?? []).filter(({ optional }) => optional !== true).length;
      return { gold: asked, hits: hits.length, missed: missed.length, alarms: alarms.length, sums };
    }),
    header: headerFields(gold.header ?? {}, plan.header),
  };
}

/** Counts of several documents as one. */
export function pooled(counts: readonly Count[]): Count {
  const header: Record<string, Attribute> = {};
  for (const count of counts) sum(header, count.header);
  return {
    kinds: eachKind((kind) => {
      const total: KindCount = { gold: 0, hits: 0, missed: 0, alarms: 0, sums: {} };
      for (const { kinds: one } of counts) {
        for (const key of ["gold", "hits", "missed", "alarms"] as const) total[key] += one[kind][key];
        sum(total.sums, one[kind].sums);
      }
      return total;
    }),
    header: header as Record<string, Share>,
  };
}

export type KindFigures = {
  gold: number;
  hits: number;
  missed: number;
  alarms: number;
  precision: number;
  recall: number;
  f1: number;
} & Record<string, number>;
export type Figures = Record<Kind, KindFigures> & { header: Record<string, number> };

const round = (value: number): number => Math.round(value * 1000) / 1000;

function rate(value: Attribute): number {
  if ("of" in value) return value.of === 0 ? 1 : round(value.ok / value.of);
  return value.gold + value.found === 0 ? 1 : round((2 * value.hits) / (value.gold + value.found));
}

const rates = (values: Record<string, Attribute>): Record<string, number> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, rate(value)]));

/** Figures from counts. An attribute that nothing asked for has no figure. */
export function figuresOf(count: Count): Figures {
  const ofKind = (kind: Kind): KindFigures => {
    const { sums, gold, hits, missed, alarms } = count.kinds[kind];
    const precision = hits + alarms === 0 ? 1 : hits / (hits + alarms);
    const recall = hits + missed === 0 ? 1 : hits / (hits + missed);
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    return { gold, hits, missed, alarms, precision: round(precision), recall: round(recall), f1: round(f1), ...rates(sums) };
  };
  const all = Object.values(count.header).reduce((total, field) => ({ ok: total.ok + field.ok, of: total.of + field.of }), {
    ok: 0,
    of: 0,
  });
  return { ...eachKind(ofKind), header: { f1: rate(all), ...rates(count.header) } };
}
