import { sql } from "kysely";
import type { PersonId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import { climb, scopes } from "../../units/index.ts";
import type { Used } from "../domain/quotas.ts";
import type { CampaignKind, CampaignState, CampaignUnitIn } from "../shapes.ts";
import { addressing } from "./addressed.ts";

export type FormInCampaign = { code: string; name: string; granter: string | null };

export type CampaignFacts = {
  title: string;
  kind: CampaignKind;
  period_from: CalendarDate;
  period_until: CalendarDate;
  opens_on: CalendarDate;
  closes_on: CalendarDate;
  forms: FormInCampaign[];
  most_collectives: number | null;
  most_individuals: number | null;
  needed_percent: number;
  needed_more: boolean;
  needed_of: "members" | "present";
  quorum_percent: number;
  bases: string[];
  plan_id: string | null;
  plan_item_id: string | null;
  clause: string | null;
  quote: string | null;
  plan_label: string | null;
  note: string;
};

export type CampaignRecord = CampaignFacts & {
  id: string;
  version: number;
  body_id: UnitId;
  state: CampaignState;
  cancel_reason: string | null;
  units: number;
  proposed: Used;
  awarded: Used;
};

const counted = (states: string) =>
  sql`(select jsonb_build_object('collective', count(*) filter (where subject = 'collective'), 'individual', count(*) filter (where subject = 'individual'))
     from award_candidate x where x.campaign_id = c.id and x.state in (${sql.raw(states)}))`;

/** `c` is award_campaign. */
const columns = sql`c.id, c.version, c.body_id, c.title, c.kind, c.state, c.period_from, c.period_until, c.opens_on, c.closes_on, c.forms,
  c.most_collectives, c.most_individuals, c.needed_percent::float8 as needed_percent, c.needed_more, c.needed_of,
  c.quorum_percent::float8 as quorum_percent, c.bases, c.plan_id, c.plan_item_id, c.clause, c.quote, c.plan_label, c.note, c.cancel_reason,
  (select count(*)::int from award_campaign_unit u where u.campaign_id = c.id) as units,
  ${counted("'proposed', 'passed', 'failed', 'awarded'")} as proposed, ${counted("'awarded'")} as awarded`;

export async function findCampaign(db: Database, id: string): Promise<CampaignRecord | undefined> {
  const { rows } = await sql<CampaignRecord>`select ${columns} from award_campaign c where c.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Held until the act is over: quotas are counted under it. */
export async function lockCampaign(tx: Transaction, id: string): Promise<CampaignRecord | undefined> {
  await sql`select from award_campaign where id = ${id}::uuid for update`.execute(tx);
  return findCampaign(tx, id);
}

export const { concerned, isConcerned, quotaUnitOf } = addressing({
  thing: "award_campaign",
  units: "award_campaign_unit",
  id: "campaign_id",
});

export async function listCampaigns(
  db: Database,
  reader: UnitId,
  { state, offset, limit }: { state?: CampaignState | undefined; offset: number; limit: number },
): Promise<{ rows: CampaignRecord[]; total: number }> {
  const { rows } = await sql<CampaignRecord & { total: number }>`
    with recursive ${scopes(sql`array[${reader}::int]`)}, ${climb(reader)}, concerned as (${concerned}),
    seen as materialized (
      select c.id from award_campaign c
       where (${state ?? null}::text is null or c.state = ${state ?? null}::text)
         and (c.body_id in (select unit_id from own) or c.state <> 'draft' and c.id in (select campaign_id from concerned))
    )
    select ${columns}, (select count(*)::int from seen) as total
      from award_campaign c where c.id in (select id from seen) order by c.closes_on desc, c.id desc limit ${limit} offset ${offset}`.execute(
    db,
  );
  return { rows, total: rows[0]?.total ?? 0 };
}

export type CampaignUnit = { unit_id: UnitId; most_collectives: number | null; most_individuals: number | null; used: Used };

export async function unitsOfCampaign(db: Database, id: string): Promise<CampaignUnit[]> {
  const { rows } = await sql<CampaignUnit>`
    select u.unit_id, u.most_collectives, u.most_individuals,
           (select jsonb_build_object('collective', count(*) filter (where subject = 'collective'), 'individual', count(*) filter (where subject = 'individual'))
              from award_candidate x where x.campaign_id = u.campaign_id and x.quota_unit_id = u.unit_id
               and x.state in ('proposed', 'passed', 'failed', 'awarded')) as used
      from award_campaign_unit u where u.campaign_id = ${id}::uuid order by u.unit_id`.execute(db);
  return rows;
}

const written = (facts: CampaignFacts) => ({ ...facts, forms: JSON.stringify(facts.forms) });

export async function insertCampaign(
  tx: Transaction,
  { facts, bodyId, units, createdBy }: { facts: CampaignFacts; bodyId: UnitId; units: readonly CampaignUnitIn[]; createdBy: PersonId },
  now: Date,
): Promise<string> {
  const { id } = await tx
    .insertInto("award_campaign")
    .values({ ...written(facts), body_id: bodyId, created_by: createdBy, created_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  await saveUnits(tx, id, units);
  return id;
}

export type CampaignChange = { facts?: CampaignFacts; units?: readonly CampaignUnitIn[]; state?: CampaignState; cancelReason?: string };

/** The row is locked and its version compared already. */
export async function updateCampaign(tx: Transaction, id: string, change: CampaignChange): Promise<void> {
  await tx
    .updateTable("award_campaign")
    .set((expression) => ({
      ...(change.facts ? written(change.facts) : {}),
      ...(change.state ? { state: change.state } : {}),
      ...(change.cancelReason === undefined ? {} : { cancel_reason: change.cancelReason }),
      version: expression("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
  if (change.units) await saveUnits(tx, id, change.units);
}

async function saveUnits(tx: Transaction, id: string, units: readonly CampaignUnitIn[]): Promise<void> {
  await sql`delete from award_campaign_unit where campaign_id = ${id}::uuid`.execute(tx);
  await sql`insert into award_campaign_unit (campaign_id, unit_id, most_collectives, most_individuals)
    select ${id}::uuid, "unitId", "mostCollectives", "mostIndividuals"
      from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as given ("unitId" int, "mostCollectives" int, "mostIndividuals" int)`.execute(
    tx,
  );
}
