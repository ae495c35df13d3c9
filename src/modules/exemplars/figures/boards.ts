import { authorise, may, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import { defineSchedule } from "../../../platform/jobs.ts";
import { reaches, unitsByIds } from "../../units/index.ts";
import { say } from "./messages.ts";
import { unitIn } from "../service/view.ts";
import type { Board, BoardCounts } from "./contract.ts";
import {
  areaOf,
  countArea,
  forgetBoards,
  keepBoard,
  keptBoards,
  noCounts,
  placesWithin,
  plus,
  treeOfToday,
  type Area,
  type Counted,
  type Kept,
} from "./store/boards.ts";

type Reading = { db: Database; clock: () => Date };

export const yearAsked = (year: number | undefined, now: Date): number => year ?? Number(vietnamDate(now).slice(0, 4));

/** The area of one's post, or one below it; anything else is refused. */
export async function boardArea(db: Database, actor: Actor, unit: UnitId | undefined): Promise<Area> {
  const own = await areaOf(db, actor.unitId);
  const area = unit === undefined ? own : await areaOf(db, unit);
  if (!own || !area) throw problem("not_found", say("noArea"));
  authorise(may(actor, "exemplar:view") && (area.id === own.id || (await reaches(db, own.id, area.id))), "exemplar:view");
  return area;
}

/** The board of the area of one's post, or of an area below it. */
export async function readBoard(
  { db, clock }: Reading,
  actor: Actor,
  asked: { unitId?: UnitId | undefined; year?: number | undefined },
): Promise<Board> {
  const now = clock();
  const year = yearAsked(asked.year, now);
  const area = await boardArea(db, actor, asked.unitId);
  const places = await placesWithin(db, area);
  const { counted, countedAt } = await countedOf(db, area, { year, now, places: places.map(({ id }) => id) });
  const units = await unitsByIds(db, [area.id, ...places.map(({ id }) => id)]);
  const byPlace = new Map(counted.places.map(({ id, ...counts }) => [id, counts]));
  const rows = places.map(({ id, communes }) => ({
    unit: unitIn(units, id),
    communes,
    covered: counted.covered.get(id) ?? 0,
    counts: byPlace.get(id) ?? noCounts,
  }));
  const ownLevel = byPlace.get(null);
  return {
    unit: unitIn(units, area.id),
    year,
    countedAt: countedAt.toISOString(),
    counts: counted.counts,
    fields: counted.fields,
    kinds: counted.kinds,
    places: [...(ownLevel ? [{ unit: null, ...ownLevel }] : []), ...rows.map(({ unit, counts }) => ({ unit, ...counts }))],
    coverage: {
      covered: rows.reduce((sum, { covered }) => sum + covered, 0),
      of: rows.reduce((sum, { communes }) => sum + communes, 0),
    },
  };
}

type Whole = Counted & { /** Communes with an exemplar, by area below. */ covered: Map<UnitId, number> };

const hasAny = ({ registered, running }: BoardCounts): boolean => registered + running > 0;

type Wanted = { year: number; now: Date; places: readonly UnitId[] };

/** A country is put together from its provinces' boards, a province has its own; what is smaller is counted when it is asked for. */
async function countedOf(db: Database, area: Area, { year, now, places }: Wanted): Promise<{ counted: Whole; countedAt: Date }> {
  if (area.provinceId === null) {
    const kept = await boardsOf(db, places, { ver: area.ver, year, now });
    const own = await countArea(db, area, year, { only: "own" });
    return { counted: together(own, kept), countedAt: oldest(kept, now) };
  }
  if (area.communeId === null) {
    const kept = await boardsOf(db, [area.id], { ver: area.ver, year, now });
    return { counted: { ...(kept[0]?.content ?? empty), covered: onesOf(kept[0]?.content ?? empty) }, countedAt: oldest(kept, now) };
  }
  const counted = await countArea(db, area, year);
  return { counted: { ...counted, covered: onesOf(counted) }, countedAt: now };
}

const empty: Counted = { counts: noCounts, fields: [], kinds: [], places: [] };

const oldest = (kept: readonly Kept[], now: Date): Date =>
  kept.reduce((least, { countedAt }) => (countedAt < least ? countedAt : least), now);

const onesOf = ({ places }: Counted): Map<UnitId, number> =>
  new Map(places.flatMap(({ id, ...counts }) => (id !== null && hasAny(counts) ? [[id, 1]] : [])));

/** Kept boards where they are right; the others are counted, and kept. */
async function boardsOf(
  db: Database,
  provinces: readonly UnitId[],
  { ver, year, now }: { ver: number; year: number; now: Date },
): Promise<Kept[]> {
  const kept = await keptBoards(db, provinces, { ver, year });
  const have = new Set(kept.map(({ provinceId }) => provinceId));
  const stale = provinces.filter((id) => !have.has(id));
  if (stale.length === 0) return kept;
  // One snapshot: what is touched after it stays touched, and is counted by the next reader.
  const counted = await transaction(
    db,
    async (tx) => {
      // All of it: after an import of a whole country the next reader would join it again.
      await forgetBoards(tx, ver);
      const made: Kept[] = [];
      for (const provinceId of stale) {
        const area = await areaOf(tx, provinceId);
        if (!area) continue;
        const content = await countArea(tx, area, year);
        await keepBoard(tx, { ver, year, now }, { provinceId, content });
        made.push({ provinceId, content, countedAt: now });
      }
      return made;
    },
    { isolation: "repeatable read" },
  );
  return [...kept, ...counted];
}

/** Adds the provinces up; each is one place, and covers as many communes as have an exemplar. */
function together(own: Counted, provinces: readonly Kept[]): Whole {
  const parts = [own, ...provinces.map(({ content }) => content)];
  return {
    counts: parts.reduce((sum, { counts }) => plus(sum, counts), noCounts),
    fields: added(
      parts.flatMap(({ fields }) => fields),
      ({ field }) => field,
    ),
    kinds: added(
      parts.flatMap(({ kinds }) => kinds),
      ({ kind }) => kind,
    ),
    places: [
      ...(hasAny(own.counts) ? [{ id: null, ...own.counts }] : []),
      ...provinces.map(({ provinceId, content }) => ({ id: provinceId, ...content.counts })),
    ],
    covered: new Map(provinces.map(({ provinceId, content }) => [provinceId, onesOf(content).size])),
  };
}

function added<Row extends BoardCounts>(rows: readonly Row[], key: (row: Row) => unknown): Row[] {
  const sums = new Map<unknown, Row>();
  for (const row of rows) {
    const before = sums.get(key(row));
    sums.set(key(row), before ? { ...row, ...plus(before, row) } : row);
  }
  return [...sums.values()];
}

/** Boards that nobody reads are forgotten, so that what was touched does not pile up. */
export const forgetTouched = defineSchedule("exemplars.forget-touched", { everyMinutes: 5 }, async ({ db }) => {
  const ver = await treeOfToday(db);
  if (ver !== null) await transaction(db, (tx) => forgetBoards(tx, ver));
});
