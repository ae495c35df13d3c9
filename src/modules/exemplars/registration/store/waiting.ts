import { sql } from "kysely";
import type { ExemplarId, ExemplarRoundId, UnitId } from "../../../../kernel/ids.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../../platform/database/index.ts";
import { climb, scopes } from "../../../units/index.ts";
import type { Allotment } from "../../shapes.ts";

export type RoundStanding = {
  roundId: ExemplarRoundId;
  unitId: UnitId;
  bodyId: UnitId;
  title: string;
  openedAt: Date;
  lastDay: CalendarDate;
  leastNew: number | null;
  allotted: Allotment[];
  registered: number;
  accepted: number;
  fresh: number;
};

type Wanted = { units: readonly UnitId[] | null; roundId?: string; today: CalendarDate };

/** How the units that open rounds address stand in them, once their window has begun; of all units when `units` is null. */
export async function standingsIn(db: Database, { units, roundId, today }: Wanted): Promise<RoundStanding[]> {
  const asked = sql`exemplar_round_unit u join exemplar_round r on r.id = u.round_id
     where r.state = 'open' and r.opens_on <= ${today}::date
       and (${units === null}::boolean or u.unit_id = any(${[...(units ?? [])]}::int[]))
       and (${roundId ?? null}::uuid is null or r.id = ${roundId ?? null}::uuid)`;
  const { rows } = await sql<RoundStanding>`
    with recursive ${scopes(sql`array(select distinct u.unit_id from ${asked})`)},
    led as materialized (
      select line.root, e.round_id, e.state, e.first_year from line join exemplar e on e.lead_id = line.unit_id
       where e.round_id is not null and e.same_as is null and e.state in ('registered', 'accepted', 'stopped')
    )
    select u.round_id as "roundId", u.unit_id as "unitId", r.body_id as "bodyId", r.title, coalesce(r.opened_at, r.created_at) as "openedAt",
           greatest(r.closes_on, u.extended_until) as "lastDay", u.least_new as "leastNew", u.allotted,
           (select count(*)::int from led where led.root = u.unit_id and led.round_id = r.id and led.state = 'registered') as registered,
           (select count(*)::int from led where led.root = u.unit_id and led.round_id = r.id and led.state <> 'registered') as accepted,
           (select count(*)::int from led where led.root = u.unit_id and led.round_id = r.id
               and led.first_year between extract(year from r.period_from) and extract(year from r.period_until)) as fresh
      from ${asked} order by "lastDay", r.id, u.unit_id`.execute(db);
  return rows;
}

export type RoundAbove = { roundId: ExemplarRoundId; bodyId: UnitId; title: string; openedAt: Date; lastDay: CalendarDate };

/**
 * Rounds in their window that address a unit above this one and none of `units`: the boards of a commune's villages register in what
 * was opened for the commune. Until `units` have registered something in it.
 */
export async function roundsOpenAbove(
  db: Database,
  unit: UnitId,
  { units, today }: { units: readonly UnitId[]; today: CalendarDate },
): Promise<RoundAbove[]> {
  const own = sql`any(${[...units]}::int[])`;
  const { rows } = await sql<RoundAbove>`
    with recursive version as materialized (select ver from tree_version where valid @> current_date), ${climb(unit)}
    select r.id as "roundId", r.body_id as "bodyId", r.title, coalesce(r.opened_at, r.created_at) as "openedAt",
           greatest(r.closes_on, max(u.extended_until)) as "lastDay"
      from exemplar_round r join exemplar_round_unit u on u.round_id = r.id and u.unit_id in (select unit_id from above)
     where r.state = 'open' and r.opens_on <= ${today}::date and not r.body_id = ${own}
       and not exists (select from exemplar_round_unit named where named.round_id = r.id and named.unit_id = ${own})
       and not exists (select from exemplar e where e.round_id = r.id and e.lead_id = ${own} and e.state in ('registered', 'accepted', 'stopped'))
     group by r.id having greatest(r.closes_on, max(u.extended_until)) >= ${today}::date
     order by "lastDay", r.id limit 10`.execute(db);
  return rows;
}

export type Preparing = { id: ExemplarRoundId; title: string; createdAt: Date; ready: boolean };

/** Rounds of these bodies that are prepared and not open: waiting for their guidance document, or for somebody to open them. */
export async function roundsPrepared(db: Database, bodies: readonly UnitId[]): Promise<Preparing[]> {
  const { rows } = await sql<Preparing>`
    select r.id, r.title, r.created_at as "createdAt", r.guidance_document_id is not null as ready from exemplar_round r
     where r.state = 'draft' and r.body_id = any(${[...bodies]}::int[]) order by r.id desc limit 20`.execute(db);
  return rows;
}

export type ToReview = { roundId: ExemplarRoundId | null; title: string | null; count: number; since: Date };

/** Registrations that wait for these bodies, by round; without a round those of units directly below in the line. */
export async function toReview(db: Database, bodies: readonly UnitId[]): Promise<ToReview[]> {
  const { rows } = await sql<ToReview>`
    select r.id as "roundId", r.title, count(*)::int as count, min(e.updated_at) as since
      from exemplar e left join exemplar_round r on r.id = e.round_id
     where e.state = 'registered' and (
       r.body_id = any(${[...bodies]}::int[])
       or r.id is null and e.lead_id in (
         select relation.unit_id from unit_relation relation
          where relation.kind = 'line' and relation.superior_id = any(${[...bodies]}::int[]) and relation.valid @> current_date))
     group by r.id, r.title order by since limit 50`.execute(db);
  return rows;
}

export type Returned = { id: ExemplarId; name: string; since: Date };

/** What came back to these units, or was typed at them for others. */
export async function returnedTo(db: Database, units: readonly UnitId[]): Promise<Returned[]> {
  const { rows } = await sql<Returned>`
    select id, name, updated_at as since from exemplar
     where state = 'returned' and (lead_id = any(${[...units]}::int[]) or typed_at = any(${[...units]}::int[])) order by updated_at desc limit 20`.execute(
    db,
  );
  return rows;
}

export type ReturnedLately = { unitId: UnitId; count: number; lastId: ExemplarId; name: string | null; version: number; lastAt: Date };

/** Registrations that came back since the day and still wait, once for each unit that leads or typed them; of all units when `units` is null. */
export async function returnedSince(
  db: Database,
  { units, since }: { units: readonly UnitId[] | null; since: CalendarDate },
): Promise<ReturnedLately[]> {
  const { rows } = await sql<ReturnedLately>`
    select told.unit_id as "unitId", count(*)::int as count, (array_agg(e.id order by e.updated_at desc, e.id))[1] as "lastId",
           case when count(*) = 1 and bool_and(e.kind <> 'person') then min(e.name) end as name,
           (array_agg(e.version order by e.updated_at desc, e.id))[1] as version, max(e.updated_at) as "lastAt"
      from exemplar e cross join lateral (select e.lead_id as unit_id union select e.typed_at) told
     where e.state = 'returned' and e.updated_at > ${since}::date
       and (${units === null}::boolean or told.unit_id = any(${[...(units ?? [])]}::int[]))
     group by told.unit_id order by "lastAt" desc, told.unit_id`.execute(db);
  return rows;
}

export type AcceptedLately = { unitId: UnitId; on: CalendarDate; count: number; firstId: ExemplarId; name: string | null };

/**
 * Registrations accepted since the day, once for each day and unit that leads or typed them; of all units when `units` is null.
 * Whoever accepts in a round of its own knows. `untouched`: only those of which nothing was told since.
 */
export async function acceptedSince(
  db: Database,
  { units, since, untouched = false }: { units: readonly UnitId[] | null; since: CalendarDate; untouched?: boolean },
): Promise<AcceptedLately[]> {
  const { rows } = await sql<AcceptedLately>`
    select told.unit_id as "unitId", e.accepted_on as "on", count(*)::int as count, (array_agg(e.id order by e.id))[1] as "firstId",
           case when count(*) = 1 and bool_and(e.kind <> 'person') then min(e.name) end as name
      from exemplar e left join exemplar_round r on r.id = e.round_id
     cross join lateral (select e.lead_id as unit_id union select e.typed_at) told
     where e.state = 'accepted' and e.same_as is null and e.accepted_on > ${since}::date and told.unit_id is distinct from r.body_id
       and (${units === null}::boolean or told.unit_id = any(${[...(units ?? [])]}::int[]))
       and not (${untouched}::boolean and exists (select from exemplar_event v where v.exemplar_id = e.id))
     group by told.unit_id, e.accepted_on order by e.accepted_on desc, told.unit_id`.execute(db);
  return rows;
}

export async function offersWaiting(db: Database, units: readonly UnitId[]): Promise<{ count: number; since: Date } | null> {
  const { rows } = await sql<{ count: number; since: Date | null }>`
    select count(*)::int as count, min(o.changed_at) as since from exemplar_offer o join exemplar_invitation i on i.id = o.invitation_id
     where o.state = 'waiting' and (i.unit_id = any(${[...units]}::int[]) or i.made_at = any(${[...units]}::int[]))`.execute(db);
  const [row] = rows;
  return row?.since ? { count: row.count, since: row.since } : null;
}

/** More time for one unit of a round. */
export async function extendUnitOfRound(tx: Transaction, round: string, unit: UnitId, until: CalendarDate): Promise<void> {
  await sql`update exemplar_round_unit set extended_until = ${until}::date where round_id = ${round}::uuid and unit_id = ${unit}::int`.execute(
    tx,
  );
}
