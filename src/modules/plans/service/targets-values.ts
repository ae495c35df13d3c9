import { formatShortDate, type Period } from "../../../kernel/time/index.ts";
import type { IndicatorId, UnitId } from "../../../kernel/ids.ts";
import { unitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import {
  cellKey,
  indicatorMatcher,
  indicatorsByIds,
  percentOf,
  readValues,
  sumOverTime,
  valueKey,
  type CellValue,
  type IndicatorSummary,
} from "../../indicators/index.ts";
import { cover, periodsWithin } from "../domain/targets-periods.ts";
import { isShare, type Window } from "../domain/targets.ts";
import type { PlanItem } from "../shapes.ts";
import type { TargetLink, TargetReason, TargetRecord } from "../targets-shapes.ts";

type Cell = NonNullable<TargetLink["indicator"]>;
type Target = Pick<PlanItem, "target" | "quote" | "text">;

export type SentFigure = { value: string | null; provisional: boolean; reason?: TargetReason };
export type SentAsk = { key: string; cell: Cell; units: readonly UnitId[]; window: Window; newOnly: boolean };

/** Indicators of the dictionary as targets need them: what a target may mean, what units sent, and the sendings behind. */
export type KnownIndicators = {
  propose(item: Target): TargetLink[];
  named(id: number, member: string): Cell | null;
  values(asked: readonly SentAsk[]): Promise<Map<string, Map<UnitId, SentFigure>>>;
  records(cell: Cell, unit: UnitId, window: Window): Promise<TargetRecord[]>;
};

/** `linked`: indicators that editors chose, retired ones too. The issuer's own are offered with the catalogue. */
export async function indicatorsFor(db: Database, issuer: number, linked: readonly number[]): Promise<KnownIndicators> {
  const match = await indicatorMatcher(db, [unitId(issuer)]);
  const known = new Map<number, IndicatorSummary>(
    await indicatorsByIds(
      db,
      linked.map((id) => id as IndicatorId),
    ),
  );
  const summaries = async (ids: readonly number[]): Promise<void> => {
    const missing = ids.filter((id) => !known.has(id));
    for (const [id, summary] of await indicatorsByIds(
      db,
      missing.map((id) => id as IndicatorId),
    ))
      known.set(id, summary);
  };
  return {
    propose: (item) => proposed(item, match),
    named: (id, member) => {
      const indicator = known.get(id);
      const fits = member === "" || indicator?.dimension?.members.some(({ key }) => key === member);
      return indicator && fits ? { id, name: indicator.name, unit: indicator.unit, member } : null;
    },
    values: async (asked) => {
      await summaries(asked.map(({ cell }) => cell.id));
      return sentValues(db, asked, known);
    },
    records: async (cell, unit, window) => {
      const given = await givenFor(db, [{ key: "", cell, units: [unit], window, newOnly: false }]);
      return given.flatMap(({ period, figure }) => (figure === null ? [] : [recordOf(cell, period, figure)]));
    },
  };
}

/** Names of the dictionary that read like the target. The journal needs nobody to send anything, so it goes before them. */
function proposed({ target, quote }: Target, match: Awaited<ReturnType<typeof indicatorMatcher>>): TargetLink[] {
  if (!target) return [];
  const share = isShare(target.unit);
  const valueKind = share ? "ratio" : target.unit.endsWith("đồng") ? "money" : "count";
  return match({ label: target.metric, unit: target.unit, valueKind, context: quote })
    .slice(0, 3)
    .map(({ indicatorId, member, name, unit, score }) => ({
      source: "indicator",
      measures: [],
      indicator: { id: indicatorId, name, unit, member },
      scope: "own",
      confirmed: false,
      confirmedBy: null,
      confidence: Math.round(score * (share ? 0.9 : 0.7) * 100) / 100,
      why: null,
      version: 0,
    }));
}

type Given = { ask: SentAsk; unit: UnitId; period: Period; figure: CellValue | null; approved: boolean };

/** What units gave in the periods of their windows: two statements for each set of days, whatever the number of units and cells. */
async function givenFor(db: Database, asked: readonly SentAsk[]): Promise<Given[]> {
  const groups = Map.groupBy(asked, ({ window }) => `${window.from} ${window.to}`);
  const found = [...groups.values()].map(async (group) => {
    const [first] = group;
    if (!first) return [];
    const periods = periodsWithin(first.window);
    const units = [...new Set(group.flatMap((each) => each.units))];
    const cells = group.map(({ cell }) => ({ indicatorId: cell.id as IndicatorId, member: cell.member }));
    const [provisional, approved] = [
      await readValues(db, { tier: "provisional", periods, units, cells }),
      await readValues(db, { tier: "approved", periods, units, cells }),
    ];
    return group.flatMap((ask) =>
      ask.units.flatMap((unit) =>
        periods.flatMap((period): Given[] => {
          const key = valueKey(period, unit, cellKey({ indicatorId: ask.cell.id, member: ask.cell.member }));
          const figure = provisional.get(key) ?? approved.get(key);
          return figure === undefined ? [] : [{ ask, unit, period, figure, approved: same(figure, approved.get(key)) }];
        }),
      ),
    );
  });
  return (await Promise.all(found)).flat();
}

const same = (one: CellValue, other: CellValue | undefined): boolean =>
  other !== undefined && one.value === other.value && one.numerator === other.numerator && one.denominator === other.denominator;

const empty = ({ figure }: Given): boolean => figure === null || (figure.value === null && !figure.denominator);

async function sentValues(
  db: Database,
  asked: readonly SentAsk[],
  known: ReadonlyMap<number, IndicatorSummary>,
): Promise<Map<string, Map<UnitId, SentFigure>>> {
  const given = Map.groupBy(await givenFor(db, asked), ({ ask, unit }) => `${ask.key} ${unit}`);
  return new Map(
    asked.map((ask) => [
      ask.key,
      new Map(ask.units.map((unit) => [unit, figureOf(ask, given.get(`${ask.key} ${unit}`) ?? [], known.get(ask.cell.id))])),
    ]),
  );
}

function figureOf({ newOnly }: SentAsk, given: readonly Given[], indicator: IndicatorSummary | undefined): SentFigure {
  if (!indicator) return { value: null, provisional: false, reason: "link-gone" };
  if (newOnly && indicator.valueKind === "stock") return { value: null, provisional: false, reason: "stock-not-new" };
  const points = cover(given.filter((each) => !empty(each)));
  if (points.length === 0) return { value: null, provisional: false, reason: "no-figure" };
  const { figure, refused } = sumOverTime(indicator, points);
  if (refused) return { value: null, provisional: false, reason: "not-additive" };
  const value = indicator.valueKind === "ratio" ? percentOf(figure) : figure.value;
  return { value, provisional: points.some(({ approved }) => !approved) };
}

const recordOf = (cell: Cell, { code, from, to }: Period, figure: CellValue): TargetRecord => ({
  kind: "figure",
  id: code,
  title: `${cell.name}, ${formatShortDate(from)}–${formatShortDate(to)}`,
  date: to,
  unit: "",
  value: figure.denominator ? percentOf(figure) : figure.value,
  said: null,
  path: `/dictionary/${cell.id}`,
});
