import { sql, type RawBuilder } from "kysely";
import type { ExemplarId, UnitId } from "../../../../kernel/ids.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import type { Database } from "../../../../platform/database/index.ts";
import { areas, scopes } from "../../../units/index.ts";
import type { Standing } from "../domain/candidates.ts";
import { lowerLevel } from "../domain/candidates.ts";
import type { ExemplarField, ExemplarKind } from "../../shapes.ts";
import type { RecognitionLevel } from "../shapes.ts";

export type CandidateRecord = Omit<Standing, "appraised"> & {
  id: ExemplarId;
  name: string;
  field: ExemplarField | null;
  leadId: UnitId;
  acceptedOn: CalendarDate | null;
};

export type For = { id: string; bodyId: UnitId; level: RecognitionLevel; year: number };

/** `inside (unit_id)`: what lies in the area of the body or below it in its line. Stands after `with recursive`. */
const inside = (body: UnitId): RawBuilder<unknown> => sql`
  ${scopes(sql`array[${body}::int]`)}, ${areas(sql`array[${body}::int]`)},
  inside as materialized (select unit_id from around union select unit_id from line)`;

/** `e` is exemplar, `at` its lead's place today. */
const standing = ({ id, level, year }: For): RawBuilder<unknown> => sql`
  e.id, e.name, e.kind, e.state, e.field, e.lead_id as "leadId", e.accepted_on as "acceptedOn", e.step, e.paused,
  e.same_as is not null as "sameAs", e.lead_id in (select unit_id from inside) as within,
  case when at.unit_id is null then null when at.commune_id is not null then 'commune' when at.district_id is not null then 'district'
       when at.province_id is not null then 'province' else 'centre' end as "leadLevel",
  coalesce((select jsonb_agg(jsonb_build_object('level', r.level, 'year', r.year, 'number', d.number) order by r.recognised_on)
              from exemplar_recognition r join exemplar_decision d on d.id = r.decision_id
             where r.exemplar_id = e.id and r.revoked_on is null), '[]') as recognised,
  (select d.title from exemplar_decision_item i join exemplar_decision d on d.id = i.decision_id
    where i.exemplar_id = e.id and d.state = 'draft' and d.id <> ${id}::uuid and d.level = ${level}::text and d.year = ${year}::int limit 1) as "inDraft"`;

const placed = sql`exemplar e left join unit_at at on at.ver = (select ver from version) and at.unit_id = e.lead_id`;

/** How the exemplars of a decision's list stand now. */
export async function standingsOf(db: Database, decision: For, ids: readonly string[]): Promise<Map<string, CandidateRecord>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<CandidateRecord>`
    with recursive ${inside(decision.bodyId)} select ${standing(decision)} from ${placed} where e.id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

export type Ready = { exemplarKinds: readonly ExemplarKind[]; leastStep: number; needsLower: boolean };

/**
 * What lies within the body's reach, newest first; `ready`: only what its rule lets pass (an appraisal is not looked at here:
 * it is another slice's, and told at the line).
 */
export async function listCandidates(
  db: Database,
  decision: For,
  { words, ready, offset, limit }: { words: readonly string[]; ready: Ready | null; offset: number; limit: number },
): Promise<{ rows: CandidateRecord[]; total: number }> {
  const { id, level, year } = decision;
  const all = [sql`e.lead_id in (select unit_id from inside)`, sql`e.state in ('registered', 'accepted')`];
  for (const word of words) all.push(sql`vi_fold(e.name) like '%' || vi_fold(${word.replace(/[\\%_]/g, "\\$&")}::text) || '%'`);
  if (ready) {
    all.push(
      sql`e.state = 'accepted' and not e.paused and e.same_as is null and e.step >= ${ready.leastStep}::int and e.kind = any(${ready.exemplarKinds}::text[])`,
    );
    all.push(
      sql`not exists (select from exemplar_recognition r where r.exemplar_id = e.id and r.level = ${level}::text and r.year = ${year}::int and r.revoked_on is null)`,
    );
    all.push(sql`not exists (select from exemplar_decision_item i join exemplar_decision d on d.id = i.decision_id
      where i.exemplar_id = e.id and d.state = 'draft' and d.id <> ${id}::uuid and d.level = ${level}::text and d.year = ${year}::int)`);
    if (ready.needsLower && lowerLevel(level) !== null)
      all.push(sql`(exists (select from exemplar_recognition r where r.exemplar_id = e.id and r.revoked_on is null and r.level = any(${below(level)}::text[]))
        or ${leadsHere(level)})`);
  }
  const where = sql.join(all, sql` and `);
  const { rows } = await sql<CandidateRecord>`
    with recursive ${inside(decision.bodyId)}
    select ${standing(decision)} from ${placed} where ${where} order by e.registered_on desc, e.id desc limit ${limit} offset ${offset}`.execute(
    db,
  );
  const count = await sql<{ total: number }>`
    with recursive ${inside(decision.bodyId)} select count(*)::int as total from ${placed} where ${where}`.execute(db);
  return { rows, total: count.rows[0]?.total ?? 0 };
}

const below = (level: RecognitionLevel): RecognitionLevel[] =>
  level === "centre" ? ["commune", "district", "province"] : ["commune", "district"];

/** The lead itself stands at the level, so that nobody recognises below it. */
const leadsHere = (level: RecognitionLevel): RawBuilder<unknown> =>
  level === "centre"
    ? sql`(at.unit_id is not null and at.province_id is null)`
    : sql`(at.unit_id is not null and at.commune_id is null and at.district_id is null)`;

export type QuotaRecord = { unit_id: UnitId; round: string; least: number; recognised: number; here: number };

/** What rounds of the year ask units within reach to have recognised at the level, and what they have. */
export async function quotasOf(db: Database, { id, bodyId, level, year }: For): Promise<QuotaRecord[]> {
  const owed = sql`select u.unit_id, r.title as round, (u.least_recognised ->> ${level}::text)::int as least
      from exemplar_round_unit u join exemplar_round r on r.id = u.round_id
     where r.state in ('open', 'closed') and (u.least_recognised ->> ${level}::text)::int > 0
       and ${year}::int between extract(year from r.period_from) and extract(year from r.period_until)`;
  const { rows } = await sql<QuotaRecord>`
    with recursive asked as materialized (${owed}),
    ${scopes(sql`array(select ${bodyId}::int union select unit_id from asked)`)}, ${areas(sql`array[${bodyId}::int]`)}
    select a.unit_id, a.round, a.least,
           (select count(distinct e.id)::int from line join exemplar e on e.lead_id = line.unit_id and e.same_as is null join exemplar_recognition r on r.exemplar_id = e.id
             where line.root = a.unit_id and r.level = ${level}::text and r.year = ${year}::int and r.revoked_on is null) as recognised,
           (select count(*)::int from line join exemplar e on e.lead_id = line.unit_id join exemplar_decision_item i on i.exemplar_id = e.id
             where line.root = a.unit_id and i.decision_id = ${id}::uuid) as here
      from asked a where a.unit_id in (select unit_id from around) or a.unit_id in (select unit_id from line where root = ${bodyId}::int)
     order by a.unit_id, a.round`.execute(db);
  return rows;
}
