import type { z } from "zod";
import type { Actor } from "../../../kernel/actor.ts";
import { may } from "../../../kernel/actor.ts";
import type { UnitId, WorkId } from "../../../kernel/ids.ts";
import { squeeze } from "../../../kernel/text.ts";
import { addDays, vietnamDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { getUnit, idsWithin } from "../../units/index.ts";
import type { Desk, DeskCard, DeskCounts, WorkFilter, WorkRow, WorkState } from "../contract.ts";
import { openStates, overStates, soonDays, urgency } from "../domain.ts";
import { countsOf, joinedBy, lateUnitsOf, listWork, owedBy, waitingFor } from "../store/desk.ts";
import { findMany } from "../store/items.ts";
import { rowsShown } from "./view.ts";

/** What a later slice puts on the desk: things that wait and are no items of work (a plan to receive). Wired in src/server/modules.ts. */
export type DeskSource = (db: Database, actor: Actor, today: string) => Promise<z.infer<typeof DeskCard>[]>;

const shown = 100;
const pageSize = 50;

/**
 * Units whose work is on this person's desk: their own with its boards and offices; at a commune, everything in it, since
 * there one person often does it all. A post over a province is for overseeing and owes nothing itself.
 */
export async function deskUnits(db: Database, actor: Pick<Actor, "unitId">): Promise<UnitId[]> {
  const unit = await getUnit(db, actor.unitId);
  if (unit.kind === "country" || unit.kind === "province" || unit.kind === "district") return [actor.unitId];
  return idsWithin(db, actor.unitId);
}

const byUrgency = (rows: WorkRow[]): WorkRow[] => rows.toSorted((a, b) => urgency.indexOf(a.standing) - urgency.indexOf(b.standing));

/** Everything that waits for a person, in one request: what they owe, what they must decide, who is late with them. */
export async function readDesk(db: Database, actor: Actor, now: Date, sources: readonly DeskSource[]): Promise<Desk> {
  const today = vietnamDate(now);
  const units = await deskUnits(db, actor);
  const confirms = may(actor, "work:confirm");
  const [unit, counts, owed, joined, toConfirm, toSettle, late, cards] = await Promise.all([
    getUnit(db, actor.unitId),
    countsOf(db, units, today, addDays(today, soonDays)),
    owedBy(db, units, shown),
    joinedBy(db, units, shown),
    confirms ? waitingFor(db, units, ["reported"], shown) : [],
    confirms ? waitingFor(db, units, ["answered", "declined"], shown) : [],
    confirms ? lateUnitsOf(db, units, today, shown) : [],
    cardsOf(db, actor, today, sources),
  ]);
  const lateItems = await findMany(
    db,
    late.flatMap(({ items }) => items),
  );
  // One look-up of names and documents for all lists.
  const all = [owed, joined, toConfirm, toSettle, lateItems];
  const rows = await rowsShown(db, actor, all.flat(), today);
  const byId = new Map(rows.map((row) => [row.id as WorkId, row]));
  const pick = (list: readonly { id: WorkId }[]) => list.flatMap(({ id }) => byId.get(id) ?? []);
  return {
    today,
    unit,
    counts: { ...counts, waiting: (confirms ? counts.waiting : 0) + cards.length, unitsLate: confirms ? counts.unitsLate : 0 },
    owed: byUrgency(pick(owed)),
    joined: byUrgency(pick(joined)),
    waiting: { toConfirm: pick(toConfirm), toSettle: pick(toSettle), cards },
    lateUnits: late.flatMap(({ unit: id, late: count, oldest, items }) => {
      const own = pick(items.map((item) => ({ id: item })));
      const lead = own[0]?.lead;
      return lead ? [{ unit: { ...lead, id }, late: count, oldest, items: own }] : [];
    }),
  };
}

const cardsOf = async (db: Database, actor: Actor, today: string, sources: readonly DeskSource[]) =>
  (await Promise.all(sources.map((source) => source(db, actor, today)))).flat().toSorted((a, b) => a.since.localeCompare(b.since));

/** The numbers alone, for the navigation. */
export async function countDesk(db: Database, actor: Actor, now: Date, sources: readonly DeskSource[]): Promise<DeskCounts> {
  const today = vietnamDate(now);
  const units = await deskUnits(db, actor);
  const [counts, cards] = await Promise.all([countsOf(db, units, today, addDays(today, soonDays)), cardsOf(db, actor, today, sources)]);
  const confirms = may(actor, "work:confirm");
  return { ...counts, waiting: (confirms ? counts.waiting : 0) + cards.length, unitsLate: confirms ? counts.unitsLate : 0 };
}

const statesOf = {
  open: [...openStates],
  waiting: ["reported", "answered", "declined"],
  over: [...overStates],
  any: [...openStates, "reported", ...overStates],
} as const satisfies Record<string, readonly WorkState[]>;

export async function listOfWork(db: Database, actor: Actor, filter: z.infer<typeof WorkFilter>, now: Date) {
  const today = vietnamDate(now);
  const { side, state, standing, kind, unitId, planId, text, page } = filter;
  const { rows, total } = await listWork(db, {
    units: await deskUnits(db, actor),
    side,
    states: statesOf[state],
    standing,
    kind,
    unitId,
    planId,
    words: squeeze(text).split(" ").filter(Boolean),
    today,
    soonUntil: addDays(today, soonDays),
    offset: (page - 1) * pageSize,
    limit: pageSize,
  });
  return { items: await rowsShown(db, actor, rows, today), total, pageSize };
}
