import { sql } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";

export type Granted = { decisionId: string; campaignId: string; unitId: UnitId; title: string; count: number; grantedOn: CalendarDate };

/** Awards by decision and unit, for the units that proposed them; of all units when `units` is null. */
export async function grantedSince(
  db: Database,
  { units, since }: { units: readonly UnitId[] | null; since: CalendarDate },
): Promise<Granted[]> {
  const { rows } = await sql<Granted>`
    select a.decision_id as "decisionId", c.id as "campaignId", a.unit_id as "unitId", c.title, count(*)::int as count, max(a.granted_on) as "grantedOn"
      from award a
      join award_campaign c on c.id = a.campaign_id
     where a.decision_id is not null and a.revoked_on is null and a.granted_on >= ${since}::date and a.unit_id <> a.body_id
       and (${units === null}::boolean or a.unit_id = any(${[...(units ?? [])]}::int[]))
     group by a.decision_id, c.id, a.unit_id, c.title order by "grantedOn" desc, a.decision_id, a.unit_id`.execute(db);
  return rows;
}
