import { sql } from "kysely";
import type { ActivityId, PersonId, UnitId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { Double } from "../contract.ts";

export type DoubleRow = {
  id: string;
  earlier_id: ActivityId;
  later_id: ActivityId;
  reasons: Double["reasons"];
  state: Double["state"];
  answered_by: PersonId | null;
  answered_at: Date | null;
  answered_unit: UnitId | null;
  partner_added: boolean;
};

const columns = sql`d.id, d.earlier_id, d.later_id, d.reasons, d.state, d.answered_by, d.answered_at, d.answered_unit, d.partner_added`;

/**
 * Asks about every other entry that may be the same activity: another lead, the same day and commune, and a like name or an
 * equal number. Boards of different residential areas hold the same festival on the same day, so between them it takes two
 * equal numbers. Questions that no longer fit go; answers stay.
 */
export async function askDoubles(tx: Transaction, id: ActivityId): Promise<void> {
  // Both sides may be recording at this moment, and neither would see the other: those of one day take turns.
  await sql`select pg_advisory_xact_lock(hashtext('activity day ' || on_date)) from activity where id = ${id}::uuid`.execute(tx);
  await sql`delete from activity_double where state = 'asked' and ${id}::uuid in (earlier_id, later_id)`.execute(tx);
  await sql`
    with mine as (
      select a.*, place.commune_id, place.area_id, place.ver
      from activity a
      join tree_version version on version.valid @> a.on_date
      join unit_at place on place.ver = version.ver and place.unit_id = a.lead_id
      where a.id = ${id}::uuid and a.state = 'done' and a.same_as is null
    ), compared as (
      select mine.id as mine_id, other.id as other_id, (other.created_at, other.id) < (mine.created_at, mine.id) as other_first,
             array_remove(array[
               case when similarity(vi_fold(mine.name), vi_fold(other.name)) >= 0.5 then 'name' end,
               case when mine.turns = other.turns and mine.turns >= 10 then 'turns' end,
               case when mine.gifts = other.gifts and mine.gifts >= 5 then 'gifts' end,
               case when mine.money = other.money and mine.money > 0 then 'money' end], null) as reasons,
             mine.area_id <> place.area_id and mine.area_id <> mine.commune_id and place.area_id <> place.commune_id as apart
      from mine
      join activity other on other.on_date = mine.on_date and other.lead_id <> mine.lead_id and other.state = 'done' and other.same_as is null
      join unit_at place on place.ver = mine.ver and place.unit_id = other.lead_id
       and coalesce(place.commune_id, place.area_id) = coalesce(mine.commune_id, mine.area_id)
    )
    insert into activity_double (earlier_id, later_id, reasons)
    select case when other_first then other_id else mine_id end, case when other_first then mine_id else other_id end, reasons
    from compared
    where case when coalesce(apart, false) then cardinality(array_remove(reasons, 'name')) >= 2 else cardinality(reasons) >= 1 end
    on conflict (earlier_id, later_id) do nothing`.execute(tx);
}

/** What is left of it is no question any more: it is not counted, or was cancelled. */
export async function dropQuestions(tx: Transaction, id: ActivityId): Promise<void> {
  await sql`delete from activity_double where state = 'asked' and ${id}::uuid in (earlier_id, later_id)`.execute(tx);
}

export async function doublesOf(db: Database, id: ActivityId): Promise<DoubleRow[]> {
  const { rows } = await sql<DoubleRow>`
    select ${columns} from activity_double d where ${id}::uuid in (d.earlier_id, d.later_id) order by d.id`.execute(db);
  return rows;
}

export async function findDoubleForUpdate(tx: Transaction, id: string): Promise<DoubleRow | undefined> {
  const { rows } = await sql<DoubleRow>`select ${columns} from activity_double d where d.id = ${id}::uuid for update`.execute(tx);
  return rows[0];
}

/** Questions about entries that one of the units leads or took part in, newest first. */
export async function doublesFor(
  db: Database,
  units: readonly UnitId[],
  state: Double["state"],
  { offset, limit }: { offset: number; limit: number },
): Promise<{ rows: DoubleRow[]; total: number }> {
  const mine = sql`
    activity_double d where d.state = ${state}::text and exists (
      select from activity a where a.id in (d.earlier_id, d.later_id)
        and (a.lead_id = any(${[...units]}::int[]) or exists (
          select from activity_partner p where p.activity_id = a.id and p.unit_id = any(${[...units]}::int[]))))`;
  const [{ rows }, counted] = await Promise.all([
    sql<DoubleRow>`select ${columns} from ${mine} order by d.id desc limit ${limit} offset ${offset}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from ${mine}`.execute(db),
  ]);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export async function saveAnswer(
  tx: Transaction,
  id: string,
  { state, by, unit, at, partnerAdded }: { state: "same" | "different"; by: PersonId; unit: UnitId; at: Date; partnerAdded: boolean },
): Promise<void> {
  await tx
    .updateTable("activity_double")
    .set({ state, answered_by: by, answered_unit: unit, answered_at: at, partner_added: partnerAdded })
    .where("id", "=", id)
    .execute();
}

/** Entries that were the same as one that now is gone count by themselves again. Gives them back. */
export async function freeRepeats(tx: Transaction, id: ActivityId, now: Date): Promise<ActivityId[]> {
  const { rows } = await sql<{ id: ActivityId }>`
    update activity set same_as = null, updated_at = ${now}::timestamptz, version = version + 1 where same_as = ${id}::uuid returning id`.execute(
    tx,
  );
  await sql`delete from activity_double where state = 'same' and earlier_id = ${id}::uuid`.execute(tx);
  return rows.map((row) => row.id);
}

/** Entries that repeat `from` repeat `to` from now on. */
export async function moveRepeats(tx: Transaction, from: ActivityId, to: ActivityId): Promise<void> {
  await tx.updateTable("activity").set({ same_as: to }).where("same_as", "=", from).execute();
}
