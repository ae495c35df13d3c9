import { sql } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import { keptPlan, type Database } from "../../../platform/database/index.ts";
import { climb, scopes } from "../../units/index.ts";
import type { CampaignKind } from "../shapes.ts";
import { concerned } from "./campaigns.ts";
import { awardSays, hasAll } from "./words.ts";

export type WaitingCampaign = { id: string; title: string; body_id: UnitId; opens_on: CalendarDate; closes_on: CalendarDate };

/** Campaigns that take proposals on the day and for which none of the units has proposed anything yet, the first to close first. */
export async function campaignsToProposeIn(
  db: Database,
  unit: UnitId,
  units: readonly UnitId[],
  today: CalendarDate,
): Promise<WaitingCampaign[]> {
  const { rows } = await sql<WaitingCampaign>`
    with recursive version as materialized (select ver from tree_version where valid @> current_date), ${climb(unit)}, concerned as (${concerned})
    select c.id, c.title, c.body_id, c.opens_on, c.closes_on from award_campaign c
     where c.state = 'open' and ${today}::date between c.opens_on and c.closes_on and c.body_id <> all(${[...units]}::int[])
       and c.id in (select campaign_id from concerned)
       and not exists (select from award_candidate x where x.campaign_id = c.id and x.unit_id = any(${[...units]}::int[]) and x.state not in ('draft', 'withdrawn'))
     order by c.closes_on, c.id limit 20`.execute(db);
  return rows;
}

/** Campaigns of these bodies whose window is over, or that are with the council, and wait for the office's next step. */
export async function campaignsToCarryOn(
  db: Database,
  units: readonly UnitId[],
  today: CalendarDate,
): Promise<(WaitingCampaign & { council: boolean })[]> {
  const { rows } = await sql<WaitingCampaign & { council: boolean }>`
    select c.id, c.title, c.body_id, c.opens_on, c.closes_on, c.state = 'council' as council from award_campaign c
     where c.body_id = any(${[...units]}::int[]) and (c.state = 'council' or c.state = 'open' and c.closes_on < ${today}::date)
     order by c.closes_on, c.id limit 20`.execute(db);
  return rows;
}

export type ReturnedCandidate = { id: string; name: string | null; campaign: string; since: CalendarDate };

/** Proposals of these units that came back, in campaigns that still take them. */
export async function returnedTo(db: Database, units: readonly UnitId[]): Promise<ReturnedCandidate[]> {
  const { rows } = await sql<ReturnedCandidate>`
    select x.id, x.printed_name as name, c.title as campaign, coalesce(x.proposed_on, c.opens_on) as since
      from award_candidate x join award_campaign c on c.id = x.campaign_id
     where x.unit_id = any(${[...units]}::int[]) and x.state = 'returned' and c.state = 'open' order by since, x.id limit 20`.execute(db);
  return rows;
}

/** Campaigns that the unit may see whose title has all the words, the last to close first. */
export async function campaignsNamed(
  db: Database,
  reader: UnitId,
  words: readonly string[],
  limit: number,
): Promise<{ id: string; title: string; kind: CampaignKind; body_id: UnitId }[]> {
  const { rows } = await sql<{ id: string; title: string; kind: CampaignKind; body_id: UnitId }>`${keptPlan}
    with recursive ${scopes(sql`array[${reader}::int]`)}, ${climb(reader)}, concerned as (${concerned})
    select c.id, c.title, c.kind, c.body_id from award_campaign c
     where ${hasAll(sql`vi_fold(c.title)`, words)}
       and (c.body_id in (select unit_id from own) or c.state <> 'draft' and c.id in (select campaign_id from concerned))
     order by c.closes_on desc, c.id desc limit ${limit}`.execute(db);
  return rows;
}

/** A search box looks through so many of the newest awards of a line; the register's own page looks through all. */
const lookedThrough = 2000;

export type FoundAward = {
  id: string;
  name: string | null;
  form_name: string;
  number: string;
  candidate_id: string | null;
  exemplar_id: string | null;
};

export async function awardsNamed(db: Database, reader: UnitId, words: readonly string[], limit: number): Promise<FoundAward[]> {
  const { rows } = await sql<FoundAward>`${keptPlan}
    with recursive ${scopes(sql`array[${reader}::int]`)},
    newest as materialized (
      select a.* from award a
       where a.revoked_on is null and (a.unit_id in (select unit_id from line) or a.body_id in (select unit_id from own))
       order by a.granted_on desc, a.id desc limit ${lookedThrough}
    )
    select a.id, a.printed_name as name, a.form_name, a.number, a.candidate_id, a.exemplar_id from newest a
     where ${hasAll(awardSays, words)} order by a.granted_on desc, a.id desc limit ${limit}`.execute(db);
  return rows;
}
