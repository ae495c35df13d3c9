import { sql } from "kysely";
import type { ExemplarRoundId, PersonId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import { climb, scopes } from "../../units/index.ts";
import type { Asked } from "../domain/facts.ts";
import type { Allotment, Count, ExemplarKind, LocalField, RoundState, RoundUnitIn } from "../shapes.ts";

/** What the body writes. */
export type RoundFacts = {
  title: string;
  period_from: CalendarDate;
  period_until: CalendarDate;
  opens_on: CalendarDate;
  closes_on: CalendarDate;
  kinds: ExemplarKind[];
  asked: Asked[];
  local_fields: LocalField[];
  totals: Count[];
  sum_note: string | null;
  guidance_document_id: string | null;
  plan_id: string | null;
  plan_item_id: string | null;
  clause: string | null;
  quote: string | null;
  plan_label: string | null;
  note: string;
};

export type RoundRecord = RoundFacts & {
  id: ExemplarRoundId;
  version: number;
  body_id: UnitId;
  state: RoundState;
  cancel_reason: string | null;
  units: number;
  registered: number;
  accepted: number;
  allotted: Allotment[];
};

/** `r` is exemplar_round. */
const columns = sql`r.id, r.version, r.body_id, r.title, r.state, r.period_from, r.period_until, r.opens_on, r.closes_on, r.kinds, r.asked,
  r.local_fields, r.totals, r.sum_note, r.guidance_document_id, r.plan_id, r.plan_item_id, r.clause, r.quote, r.plan_label, r.note, r.cancel_reason,
  (select count(*)::int from exemplar_round_unit u where u.round_id = r.id) as units,
  (select count(*)::int from exemplar e where e.round_id = r.id and e.state = 'registered') as registered,
  (select count(*)::int from exemplar e where e.round_id = r.id and e.state in ('accepted', 'stopped')) as accepted,
  coalesce((select jsonb_agg(one) from exemplar_round_unit u, jsonb_array_elements(u.allotted) one where u.round_id = r.id), '[]') as allotted`;

export async function findRound(db: Database, id: ExemplarRoundId): Promise<RoundRecord | undefined> {
  const { rows } = await sql<RoundRecord>`select ${columns} from exemplar_round r where r.id = ${id}::uuid`.execute(db);
  return rows[0];
}

export async function lockRound(tx: Transaction, id: ExemplarRoundId): Promise<RoundRecord | undefined> {
  const { rows } = await sql<RoundRecord>`select ${columns} from exemplar_round r where r.id = ${id}::uuid for update of r`.execute(tx);
  return rows[0];
}

/**
 * A round addresses a reader when it names the reader's unit, one that it lies in, or one above it in its line: the boards of
 * a commune's villages register in what was opened for the commune. Those above a named unit in its line are told as well.
 */
const concerned = (reader: UnitId) => sql`
  select u.round_id from exemplar_round_unit u
   where u.unit_id in (select unit_id from above) or u.unit_id in (select unit_id from line where root = ${reader}::int)`;

export async function isConcerned(db: Database, round: ExemplarRoundId, reader: UnitId): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    with recursive ${scopes(sql`array[${reader}::int]`)}, ${climb(reader)}, concerned as (${concerned(reader)})
    select ${round}::uuid in (select round_id from concerned) as is`.execute(db);
  return rows[0]?.is ?? false;
}

/** Rounds of one's bodies, and those that concern one's units once they are open; the last to close first. */
export async function listRounds(
  db: Database,
  reader: UnitId,
  { state, offset, limit }: { state?: RoundState | undefined; offset: number; limit: number },
): Promise<{ rows: RoundRecord[]; total: number }> {
  const { rows } = await sql<RoundRecord & { total: number }>`
    with recursive ${scopes(sql`array[${reader}::int]`)}, ${climb(reader)}, concerned as (${concerned(reader)}),
    seen as materialized (
      select r.id from exemplar_round r
       where (${state ?? null}::text is null or r.state = ${state ?? null}::text)
         and (r.body_id in (select unit_id from own) or r.state <> 'draft' and r.id in (select round_id from concerned))
    )
    select ${columns}, (select count(*)::int from seen) as total
      from exemplar_round r where r.id in (select id from seen) order by r.closes_on desc, r.id desc limit ${limit} offset ${offset}`.execute(
    db,
  );
  return { rows, total: rows[0]?.total ?? 0 };
}

export type RoundUnitRecord = {
  unit_id: UnitId;
  least_new: number | null;
  least_recognised: RoundUnitIn["leastRecognised"];
  allotted: Allotment[];
  registered: number;
  accepted: number;
  fresh: number;
  recognised: Partial<Record<keyof RoundUnitIn["leastRecognised"], number>>;
};

/**
 * What each unit owes and has: what it or its boards lead, registered in this round; new ones by the year in which they count.
 * Recognised is whatever they lead, of any round: for a year of the period, each once at a level.
 */
export async function unitsOfRound(db: Database, { id, period_from, period_until }: RoundRecord): Promise<RoundUnitRecord[]> {
  const { rows } = await sql<RoundUnitRecord>`
    with recursive ${scopes(sql`array(select unit_id from exemplar_round_unit where round_id = ${id}::uuid)`)},
    led as materialized (
      select line.root, e.state, e.first_year from line join exemplar e on e.lead_id = line.unit_id
       where e.round_id = ${id}::uuid and e.same_as is null and e.state in ('registered', 'accepted', 'stopped')
    ),
    counted as (
      select root, count(*) filter (where state = 'registered')::int as registered, count(*) filter (where state <> 'registered')::int as accepted,
             count(*) filter (where first_year between extract(year from ${period_from}::date) and extract(year from ${period_until}::date))::int as fresh
        from led group by root
    ),
    praised as (
      select line.root, r.level, count(distinct e.id)::int as count
        from line join exemplar e on e.lead_id = line.unit_id and e.same_as is null join exemplar_recognition r on r.exemplar_id = e.id
       where r.revoked_on is null and r.level <> 'district' and r.year between extract(year from ${period_from}::date) and extract(year from ${period_until}::date)
       group by line.root, r.level
    )
    select u.unit_id, u.least_new, u.least_recognised, u.allotted,
           coalesce(c.registered, 0) as registered, coalesce(c.accepted, 0) as accepted, coalesce(c.fresh, 0) as fresh,
           coalesce((select jsonb_object_agg(p.level, p.count) from praised p where p.root = u.unit_id), '{}') as recognised
      from exemplar_round_unit u left join counted c on c.root = u.unit_id where u.round_id = ${id}::uuid order by u.unit_id`.execute(db);
  return rows;
}

const written = (facts: RoundFacts) => ({
  ...facts,
  local_fields: JSON.stringify(facts.local_fields),
  totals: JSON.stringify(facts.totals),
});

export async function insertRound(
  tx: Transaction,
  { facts, bodyId, units, createdBy }: { facts: RoundFacts; bodyId: UnitId; units: readonly RoundUnitIn[]; createdBy: PersonId },
  now: Date,
): Promise<ExemplarRoundId> {
  const { id } = await tx
    .insertInto("exemplar_round")
    .values({ ...written(facts), body_id: bodyId, created_by: createdBy, created_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  await saveUnits(tx, id as ExemplarRoundId, units);
  return id as ExemplarRoundId;
}

export type RoundChange = {
  facts?: RoundFacts;
  units?: readonly RoundUnitIn[];
  state?: RoundState;
  cancelReason?: string;
  openedAt?: Date;
};

/** The row is locked and its version compared already. */
export async function updateRound(tx: Transaction, id: ExemplarRoundId, change: RoundChange): Promise<void> {
  await tx
    .updateTable("exemplar_round")
    .set((expression) => ({
      ...(change.facts ? written(change.facts) : {}),
      ...(change.state ? { state: change.state } : {}),
      ...(change.cancelReason === undefined ? {} : { cancel_reason: change.cancelReason }),
      ...(change.openedAt ? { opened_at: change.openedAt } : {}),
      version: expression("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
  if (change.units) await saveUnits(tx, id, change.units);
}

async function saveUnits(tx: Transaction, id: ExemplarRoundId, units: readonly RoundUnitIn[]): Promise<void> {
  const ids = units.map(({ unitId }) => unitId);
  await sql`delete from exemplar_round_unit where round_id = ${id}::uuid and unit_id <> all(${ids}::int[])`.execute(tx);
  // A unit that stays keeps the time that it was given.
  await sql`insert into exemplar_round_unit (round_id, unit_id, least_new, least_recognised, allotted)
    select ${id}::uuid, "unitId", "leastNew", coalesce("leastRecognised", '{}'), coalesce(allotted, '[]')
      from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as given ("unitId" int, "leastNew" int, "leastRecognised" jsonb, allotted jsonb)
      on conflict (round_id, unit_id) do update set least_new = excluded.least_new, least_recognised = excluded.least_recognised, allotted = excluded.allotted`.execute(
    tx,
  );
}
