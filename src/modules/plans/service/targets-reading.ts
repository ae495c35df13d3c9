import { may, type Actor } from "../../../kernel/actor.ts";
import { shifted } from "../../../kernel/decimals.ts";
import { problem } from "../../../kernel/errors.ts";
import { unitId, type UnitId } from "../../../kernel/ids.ts";
import { dateParts, vietnamDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { MeasureSource } from "../../../platform/measure.ts";
import { isArea } from "../../units/contract.ts";
import { ancestorsOf, getUnit, unitsWithin } from "../../units/index.ts";
import { judge, moneyScale, windowOf, yearsOf, type Window } from "../domain/targets.ts";
import { say } from "../messages.ts";
import { mayDraft } from "../policy.ts";
import { linksOf } from "../store/targets.ts";
import type { TargetCell, TargetMeasure, TargetReason, TargetRow, Targets, TargetUnit } from "../targets-shapes.ts";
import { contentOf, planUnit, seePlan, type Content, type Seen } from "./reading.ts";
import { journalOf, summed, type Journal } from "./targets-counting.ts";
import { isTarget, linkedIndicators, linkedTargets, type Linked, type TargetItem } from "./targets-linking.ts";
import { indicatorsFor, type KnownIndicators, type SentFigure } from "./targets-values.ts";

type Counted = { value: string | null; approximate: number; provisional: boolean; reason?: TargetReason };

/** One target with what it counts, over which days and for whom. */
type Ask = { item: TargetItem; linked: Linked; window: Window | null; units: UnitId[] };

type Board = {
  seen: Seen;
  content: Content;
  year: number;
  years: number[];
  today: string;
  whole: boolean;
  asks: Ask[];
  journal: Journal;
  indicators: KnownIndicators;
};

/** What the plan asks in numbers, and of which units; a unit that is addressed sees itself alone, as in the plan's progress. */
async function boardOf(
  db: Database,
  actor: Actor,
  clock: () => Date,
  sources: readonly MeasureSource[],
  planId: string,
  wanted?: number,
): Promise<Board> {
  const seen = await seePlan(db, actor, planId);
  const { edition, standing, ours } = seen;
  const today = vietnamDate(clock());
  const plan = { from: edition.periodFrom ?? edition.issueDate ?? today, to: edition.periodTo ?? today };
  const years = yearsOf(plan);
  const now = dateParts(today).year;
  const year = wanted ?? (years.includes(now) ? now : (years.findLast((each) => each < now) ?? years[0] ?? now));
  const whole = standing.owns || may(actor, "audit:view");
  const [content, confirmed, journal] = [await contentOf(db, edition), await linksOf(db, planId), await journalOf(db, sources)];
  const indicators = await indicatorsFor(db, edition.issuerId, linkedIndicators(confirmed));
  const items = content.items.filter(isTarget);
  const links = linkedTargets(items, confirmed, journal, indicators);
  const mine = new Set(ours);
  const bound = Map.groupBy(
    content.duties.filter(
      ({ role, unitId: id }) => role === "lead" && content.edgeOf.get(id) !== "inform" && content.units.has(id) && (whole || mine.has(id)),
    ),
    ({ itemId }) => itemId,
  );
  const asks = items.flatMap((item): Ask[] => {
    const units = (bound.get(item.id) ?? []).map(({ unitId: id }) => unitId(id));
    if (!whole && units.length === 0) return [];
    const linked = links.get(item.id) ?? { link: null, proposals: [] };
    return [{ item, linked, window: windowOf(item.target, plan, year), units }];
  });
  return { seen, content, year, years, today, whole, asks, journal, indicators };
}

/** Value per target and unit: asks that share days and scope are one query, however many units and targets there are. */
async function countAll({ asks, journal, indicators }: Board): Promise<Map<string, Map<UnitId, Counted>>> {
  const answers = new Map<string, Map<UnitId, Counted>>();
  const journalAsks = asks.filter(({ linked, window }) => linked.link?.source === "measures" && window !== null);
  const groups = Map.groupBy(journalAsks, ({ linked, window }) => `${linked.link?.scope} ${window?.from} ${window?.to}`);
  const counting = [...groups.values()].map(async (group) => {
    const [first] = group;
    if (!first?.window || !first.linked.link) return;
    const names = [...new Set(group.flatMap(({ linked }) => (linked.link?.measures ?? []).map(({ name }) => name)))];
    const units = [...new Set(group.flatMap((each) => each.units))];
    const figures = await journal.query({ names, units, scope: first.linked.link.scope, from: first.window.from, to: first.window.to });
    for (const { item, linked, units: own } of group) {
      const named = (linked.link?.measures ?? []).map(({ name }) => name);
      answers.set(
        item.id,
        new Map(
          own.map((unit) => {
            const { value, approximate } = summed(named.map((name) => figures.get(name)?.get(unit)));
            return [unit, { value, approximate, provisional: false }];
          }),
        ),
      );
    }
  });
  const sent = asks.flatMap(({ item, linked, window, units }) =>
    linked.link?.source === "indicator" && linked.link.indicator && window
      ? [{ key: item.id, cell: linked.link.indicator, units, window, newOnly: countsNew(item) }]
      : [],
  );
  const values = indicators.values(sent);
  await Promise.all(counting);
  for (const [key, perUnit] of await values) {
    answers.set(key, new Map([...perUnit].map(([unit, figure]: [UnitId, SentFigure]) => [unit, { ...figure, approximate: 0 }])));
  }
  return answers;
}

/** Whether its words rule earlier years out; that it comes round every year alone does not. */
const countsNew = ({ target, quote, text }: TargetItem): boolean =>
  !target.cumulative && /không (?:tính )?(?:cộng dồn|lũy kế|luỹ kế)|(?<!\p{L})mới(?!\p{L})/iu.test(`${quote} ${text}`);

/** Why a cell cannot be computed whatever the unit did; null when it can. */
function obstacle({ linked: { link }, window }: Ask): TargetReason | null {
  if (window === null) return "not-due";
  if (link === null) return "no-link";
  if (link.source === "none") return "not-counted";
  return link.source === "indicator" && link.indicator === null ? "link-gone" : null;
}

/** Sums are kept in whole đồng; a target that is written in millions is compared in millions. */
function inUnitOf(unit: string, value: string, { linked: { link } }: Ask): string {
  const kept = link?.source === "indicator" ? link.indicator?.unit : link?.measures[0]?.unit;
  return kept === "đồng" ? shifted(value, -moneyScale(unit)) : value;
}

function cellOf(ask: Ask, counted: Counted | undefined): TargetCell {
  const { item, window } = ask;
  const reason = obstacle(ask) ?? counted?.reason;
  const value = reason === undefined && counted?.value ? inUnitOf(item.target.unit, counted.value, ask) : null;
  const judged = judge(item.target, window ?? { times: 1 }, {
    value: value === null ? null : Number(value),
    ...(reason ? { reason } : {}),
  });
  return {
    itemId: item.id,
    state: judged.state,
    reason: judged.reason,
    value,
    need: judged.need === null ? null : String(judged.need),
    percent: judged.percent,
    approximate: counted?.approximate ?? 0,
    provisional: value !== null && (counted?.provisional ?? false),
  };
}

function rowOf({ item, linked, window }: Ask, cells: readonly TargetCell[], editor: boolean): TargetRow {
  const count = (state: TargetCell["state"]): number => cells.filter((cell) => cell.state === state).length;
  const { id, clause, line, quote, text, figure, target } = item;
  return {
    itemId: id,
    clause,
    line,
    quote,
    text,
    metric: target.metric,
    figure,
    comparator: target.comparator,
    value: target.value,
    unit: target.unit,
    frequency: target.frequency,
    cumulative: target.cumulative,
    window,
    link: linked.link,
    proposals: editor ? linked.proposals : [],
    tally: {
      total: cells.length,
      reached: count("reached"),
      underWay: count("under-way"),
      none: count("none"),
      unknown: count("unknown"),
    },
  };
}

/** The heat map: targets by units, for one year. */
export async function readTargets(
  db: Database,
  actor: Actor,
  clock: () => Date,
  sources: readonly MeasureSource[],
  { id, year }: { id: string; year?: number },
): Promise<Targets> {
  const board = await boardOf(db, actor, clock, sources, id, year);
  const { asks, content, seen } = board;
  const editor = mayDraft(actor, seen.standing);
  const counted = await countAll(board);
  const cells = new Map<UnitId, TargetCell[]>();
  const targets = asks.map((ask) => {
    const own = ask.units.map((unit) => ({ unit, cell: cellOf(ask, counted.get(ask.item.id)?.get(unit)) }));
    for (const { unit, cell } of own) cells.set(unit, [...(cells.get(unit) ?? []), cell]);
    return rowOf(
      ask,
      own.map(({ cell }) => cell),
      editor,
    );
  });
  const units = [...cells].flatMap(([unit, row]) => {
    const named = content.units.get(unit);
    return named ? [{ unit: named, edge: content.edgeOf.get(unit) ?? ("assign" as const), cells: row }] : [];
  });
  const names = new Intl.Collator("vi");
  units.sort((a, b) => a.unit.kind.localeCompare(b.unit.kind) || names.compare(a.unit.name, b.unit.name));
  return { year: board.year, years: board.years, today: board.today, targets, units, mayLink: editor, whole: board.whole };
}

const shownRecords = 200;

/** What stands behind one cell: the records or sent figures, the same one level down, and the clause in its own words. */
export async function readTargetUnit(
  db: Database,
  actor: Actor,
  clock: () => Date,
  sources: readonly MeasureSource[],
  { id, itemId, unitId: unit, year }: { id: string; itemId: string; unitId: UnitId; year?: number },
): Promise<TargetUnit> {
  const board = await boardOf(db, actor, clock, sources, id, year);
  const asked = board.asks.find(({ item, units }) => item.id === itemId && units.includes(unit));
  const named = board.content.units.get(unit);
  if (!asked || !named) throw problem("not_found", say("noItem"));
  const ask = { ...asked, units: [unit] };
  const below = await sameKindBelow(db, unit);
  const parted = { ...ask, units: below.map((each) => each.id) };
  const [own, parts] = [await countAll({ ...board, asks: [ask] }), await countAll({ ...board, asks: [parted] })];
  const records = await recordsBehind(board, actor, ask, unit);
  const { tally: _, proposals: __, ...target } = rowOf(ask, [], false);
  return {
    unit: named,
    target,
    cell: cellOf(ask, own.get(itemId)?.get(unit)),
    records: records.slice(0, shownRecords),
    more: records.length > shownRecords,
    parts: below.map((each) => ({ unit: planUnit(each), value: parts.get(itemId)?.get(each.id)?.value ?? null, records: 0 })),
    documentId: board.seen.standing.owns ? board.seen.edition.documentId : null,
  };
}

async function recordsBehind({ journal, indicators }: Board, actor: Actor, { linked: { link }, window }: Ask, unit: UnitId) {
  if (link === null || window === null) return [];
  const { from, to } = window;
  if (link.source === "measures")
    return journal.records(actor, {
      names: link.measures.map(({ name }) => name),
      unit,
      scope: link.scope,
      from,
      to,
      limit: shownRecords + 1,
    });
  return link.source === "indicator" && link.indicator ? indicators.records(link.indicator, unit, window) : [];
}

/** Bodies of the same kind in the areas right below (a commune's Front → the boards of its residential areas), or the areas themselves. */
async function sameKindBelow(db: Database, unit: UnitId) {
  const { kind } = await getUnit(db, unit);
  const area = isArea(kind) ? unit : (await ancestorsOf(db, unit)).findLast((above) => isArea(above.kind))?.id;
  if (area === undefined) return [];
  const level = (await getUnit(db, area)).kind;
  const next = level === "province" ? (["commune"] as const) : level === "commune" ? (["residential-area"] as const) : [];
  if (next.length === 0) return [];
  if (isArea(kind)) return unitsWithin(db, area, undefined, { kinds: next });
  const [areas, bodies] = [
    await unitsWithin(db, area, undefined, { kinds: next }),
    await unitsWithin(db, area, undefined, { kinds: [kind] }),
  ];
  const names = new Set(areas.map(({ name }) => name));
  return bodies.filter((body) => body.id !== unit && names.has(body.areaName?.split(", ")[0] ?? ""));
}

/** For the editor of links: every figure that something computes, by its title. */
export async function readTargetMeasures(db: Database, sources: readonly MeasureSource[]): Promise<TargetMeasure[]> {
  const { known } = await journalOf(db, sources);
  return [...known.values()].map(({ name, title, unit }) => ({ name, title, unit }));
}
