import { plus } from "../../../kernel/decimals.ts";
import type { Actor } from "../../../kernel/actor.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Measure, MeasuredFigure, MeasuredRecord, MeasureScope, MeasureSource } from "../../../platform/measure.ts";

/** Whatever slices compute from their records, asked as one. */
export type Journal = {
  known: Map<string, Measure>;
  /** Sums of measures per unit: one query per source, whatever the number of units and names. */
  query(asked: Asked): Promise<Map<string, Map<UnitId, MeasuredFigure>>>;
  records(
    actor: Actor,
    asked: { names: readonly string[]; unit: UnitId; scope: MeasureScope; from: string; to: string; limit: number },
  ): Promise<MeasuredRecord[]>;
};

type Asked = { names: readonly string[]; units: readonly UnitId[]; scope: MeasureScope; from: string; to: string };

export async function journalOf(db: Database, sources: readonly MeasureSource[]): Promise<Journal> {
  const offered = await Promise.all(sources.map(async (source) => ({ source, measures: await source.measures(db) })));
  const known = new Map(offered.flatMap(({ measures }) => measures.map((measure) => [measure.name, measure] as const)));
  const per = (names: readonly string[]) =>
    offered
      .map(({ source, measures }) => ({ source, names: names.filter((name) => measures.some((measure) => measure.name === name)) }))
      .filter((each) => each.names.length > 0);
  return {
    known,
    query: async ({ names, units, scope, from, to }) => {
      if (units.length === 0) return new Map();
      const answers = await Promise.all(
        per(names).map(({ source, names: own }) => source.query(db, { names: own, units, scope, period: { from, to } })),
      );
      return new Map(answers.flatMap((answer) => [...answer]));
    },
    records: async (actor, { names, unit, scope, from, to, limit }) => {
      const answers = await Promise.all(
        per(names).map(({ source, names: own }) => source.records(db, actor, { names: own, unit, scope, period: { from, to }, limit })),
      );
      return answers.flat();
    },
  };
}

/** Several measures of one unit added up; null when none has a record. */
export function summed(figures: readonly (MeasuredFigure | undefined)[]): MeasuredFigure {
  return figures.reduce<MeasuredFigure>(
    (sum, each) =>
      each === undefined
        ? sum
        : {
            value: each.value === null ? sum.value : plus(sum.value ?? "0", each.value),
            records: sum.records + each.records,
            approximate: sum.approximate + each.approximate,
          },
    { value: null, records: 0, approximate: 0 },
  );
}
