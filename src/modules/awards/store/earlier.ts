import { sql, type RawBuilder } from "kysely";
import type { ExemplarId, UnitId } from "../../../kernel/ids.ts";
import { formatShortDate, type CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Earlier } from "../shapes.ts";

export type Achievement = {
  /** The candidate itself, left out. */
  candidateId?: string | null;
  unitId: UnitId;
  exemplarId: ExemplarId | null;
  name: string;
  from: CalendarDate;
  until: CalendarDate;
};

type Row = Omit<Earlier, "where"> & { number: string | null; granted_on: CalendarDate | null; campaign: string | null };

/**
 * Awards that were not revoked, and proposals under way, of the same exemplar or of the same holder in the same unit. `same`:
 * their periods overlap. A proposal that became an award is told once, as the award.
 */
export async function earlierOf(db: Database, { candidateId, unitId, exemplarId, name, from, until }: Achievement): Promise<Earlier[]> {
  const matches = (alias: string) => sql`(
    ${sql.ref(`${alias}.exemplar_id`)} = ${exemplarId}::uuid
    or ${sql.ref(`${alias}.unit_id`)} = ${unitId}::int and vi_fold(${sql.ref(`${alias}.printed_name`)}) = vi_fold(${name}::text))`;
  const overlaps = (alias: string) =>
    sql`daterange(${sql.ref(`${alias}.period_from`)}, ${sql.ref(`${alias}.period_until`)}, '[]') && daterange(${from}::date, ${until}::date, '[]')`;
  const other = (column: RawBuilder<unknown>) =>
    sql`(${candidateId ?? null}::uuid is null or ${column} is distinct from ${candidateId ?? null}::uuid)`;
  const { rows } = await sql<Row>`
    select 'award' as kind, a.id, a.form_name as "formName", coalesce(a.printed_name, '') as name, a.deed, a.period_from as "periodFrom",
           a.period_until as "periodUntil", a.number, a.granted_on, null as campaign, ${overlaps("a")} as same
      from award a where a.revoked_on is null and ${matches("a")} and ${other(sql`a.candidate_id`)}
    union all
    select 'candidate', x.id, coalesce((select f ->> 'name' from jsonb_array_elements(c.forms) f where f ->> 'code' = x.form limit 1), x.form),
           coalesce(x.printed_name, ''), x.deed, x.period_from, x.period_until, null, null, c.title, ${overlaps("x")}
      from award_candidate x join award_campaign c on c.id = x.campaign_id
     where x.state in ('proposed', 'passed') and ${matches("x")} and ${other(sql`x.id`)}
     order by same desc, "periodUntil" desc limit 20`.execute(db);
  return rows.map(({ number, granted_on, campaign, ...row }) => ({
    ...row,
    where: campaign ?? `${number ?? ""}${granted_on === null ? "" : ` ngày ${formatShortDate(granted_on)}`}`,
  }));
}
