import type { Actor } from "../../../kernel/actor.ts";
import { isZero, plus } from "../../../kernel/decimals.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Period } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type {
  MeasuredFigure,
  MeasureScope,
  MeasureSource,
  NarrativeLine,
  NarrativeSource,
  TargetSource,
} from "../../../platform/measure.ts";
import type { MeasureLink } from "../contract/dictionary.ts";
import type { RecordBehind } from "../contract/submissions.ts";
import type { Computed } from "../domain/submissions-answers.ts";

/** What other slices bring to a form. Wired in src/server/modules.ts. */
export type SubmissionSources = {
  measures: readonly MeasureSource[];
  narratives: readonly NarrativeSource[];
  targets: TargetSource | null;
};

export const noSources: SubmissionSources = { measures: [], narratives: [], targets: null };

type Days = Pick<Period, "from" | "to">;

/** Figures by measure and unit. */
export type Measured = (name: string, unit: UnitId) => MeasuredFigure | undefined;

/** One query per source and scope, whatever the number of cells and units. */
export async function measured(
  db: Database,
  { measures }: SubmissionSources,
  { names, units, scope, period }: { names: readonly string[]; units: readonly UnitId[]; scope: MeasureScope; period: Days },
): Promise<Measured> {
  const found = new Map<string, Map<UnitId, MeasuredFigure>>();
  if (names.length > 0 && units.length > 0)
    for (const source of measures) {
      const known = new Set((await source.measures(db)).map(({ name }) => name));
      const wanted = names.filter((name) => known.has(name));
      if (wanted.length === 0) continue;
      for (const [name, figures] of await source.query(db, { names: wanted, units, scope, period })) found.set(name, figures);
    }
  return (name, unit) => found.get(name)?.get(unit);
}

/** One number from several measures, which add up; null without a record: silence is no figure. */
function summed(names: readonly string[], unit: UnitId, figures: Measured) {
  const found = names.flatMap((name) => figures(name, unit) ?? []);
  const values = found.flatMap(({ value, records }) => (value === null || (records === 0 && isZero(value)) ? [] : [value]));
  return {
    value: values.length === 0 ? null : values.reduce((sum, value) => plus(sum, value)),
    records: found.reduce((count, figure) => count + figure.records, 0),
    approximate: found.reduce((count, figure) => count + figure.approximate, 0),
  };
}

/** What the records give for a cell: its value, or the two numbers of a ratio. Null when they say nothing. */
export function computedFrom(links: readonly MeasureLink[], unit: UnitId, figures: Measured): Computed | null {
  const of = (part: MeasureLink["part"]) =>
    summed(
      links.flatMap((link) => (link.part === part ? link.names : [])),
      unit,
      figures,
    );
  const [value, numerator, denominator] = [of("value"), of("numerator"), of("denominator")];
  const all = [value, numerator, denominator];
  if (all.every((number) => number.value === null)) return null;
  return {
    value: value.value,
    ...(links.some(({ part }) => part !== "value") ? { numerator: numerator.value, denominator: denominator.value } : {}),
    records: all.reduce((count, { records }) => count + records, 0),
    approximate: all.reduce((count, { approximate }) => count + approximate, 0),
  };
}

type Behind = { names: readonly string[]; unit: UnitId; scope: MeasureScope; period: Days; limit: number };

export async function recordsBehind(db: Database, actor: Actor, { measures }: SubmissionSources, asked: Behind): Promise<RecordBehind[]> {
  const lists = await Promise.all(
    measures.map(async (source) => {
      const known = new Set((await source.measures(db)).map(({ name }) => name));
      const names = asked.names.filter((name) => known.has(name));
      return names.length === 0 ? [] : source.records(db, actor, { ...asked, names });
    }),
  );
  return lists
    .flat()
    .toSorted((a, b) => b.date.localeCompare(a.date))
    .slice(0, asked.limit);
}

export async function proposedLines(
  db: Database,
  actor: Actor,
  { narratives }: SubmissionSources,
  asked: Parameters<NarrativeSource["lines"]>[2],
): Promise<NarrativeLine[]> {
  const lists = await Promise.all(narratives.map((source) => source.lines(db, actor, asked)));
  return lists.flat().toSorted((a, b) => a.date.localeCompare(b.date));
}
