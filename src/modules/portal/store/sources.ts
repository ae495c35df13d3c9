import { sql } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { scopes } from "../../units/index.ts";
import { matching } from "./publications.ts";

/** Pictures that may be public at this moment; whether they are is the editor's choice. */
export async function publicPictures(
  db: Database,
  exemplar: string,
): Promise<{ id: string; caption: string; alt: string; hash: string }[]> {
  const { rows } = await sql<{ id: string; caption: string; alt: string; hash: string }>`
    select id, caption, alt, public_hash as hash from exemplar_picture
     where exemplar_id = ${exemplar}::uuid and public_hash is not null order by cover desc, id`.execute(db);
  return rows;
}

export async function countPictures(db: Database, exemplar: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from exemplar_picture where exemplar_id = ${exemplar}::uuid and taken_out_at is null`.execute(db);
  return rows[0]?.n ?? 0;
}

/** How an exemplary person is printed by a signed decision, and the consent that was recorded with it. */
export async function printedPerson(db: Database, exemplar: string): Promise<{ printed: string; consent_on: string | null } | undefined> {
  const { rows } = await sql<{ printed: string; consent_on: string | null }>`
    select r.printed_as as printed, r.consent_on from exemplar_recognition r join exemplar_decision d on d.id = r.decision_id and d.state = 'signed'
     where r.exemplar_id = ${exemplar}::uuid and r.revoked_on is null order by r.consent_on is null, r.recognised_on desc limit 1`.execute(
    db,
  );
  return rows[0];
}

export type DecisionRow = {
  id: string;
  body_id: UnitId;
  title: string;
  number: string;
  decided_on: string;
  signer: string | null;
  names: string;
  /** Names on it that nobody consented to. */
  unnamed: number;
};

export async function findDecision(db: Database, id: string): Promise<DecisionRow | undefined> {
  const { rows } = await sql<DecisionRow>`
    select d.id, d.body_id, d.title, d.number, d.decided_on, concat_ws(', ', d.signer_name, d.signer_post) as signer,
           coalesce((select string_agg(r.printed_as, ' ') from exemplar_recognition r where r.decision_id = d.id and (r.kind <> 'person' or r.consent_on is not null)), '') as names,
           (select count(*)::int from exemplar_recognition r where r.decision_id = d.id and r.kind = 'person' and r.consent_on is null) as unnamed
      from exemplar_decision d where d.id = ${id}::uuid and d.state = 'signed'`.execute(db);
  return rows[0];
}

export async function findAwardDecision(db: Database, id: string): Promise<DecisionRow | undefined> {
  const { rows } = await sql<DecisionRow>`
    select d.id, d.body_id, c.title, d.number, d.decided_on, concat_ws(', ', d.signer_name, d.signer_post) as signer,
           coalesce((select string_agg(a.printed_name, ' ') from award a where a.decision_id = d.id and a.may_be_public), '') as names,
           (select count(*)::int from award a where a.decision_id = d.id and not a.may_be_public) as unnamed
      from award_decision d join award_campaign c on c.id = d.campaign_id where d.id = ${id}::uuid and d.state = 'signed'`.execute(db);
  return rows[0];
}

export async function planFlags(
  db: Database,
  id: string,
): Promise<{ internal: boolean; party: boolean; issued: boolean; issuer: UnitId } | undefined> {
  const { rows } = await sql<{ internal: boolean; party: boolean; issued: boolean; issuer: UnitId }>`
    select pl.issuer_id as issuer, u.kind = 'party-committee' as party,
           exists (select from plan_edition pe where pe.plan_id = pl.id and pe.state in ('issued', 'closed')) as issued,
           exists (select from plan_edition pe join document d on d.id = pe.document_id where pe.plan_id = pl.id and d.internal) as internal
      from plan pl join unit u on u.id = pl.issuer_id where pl.id = ${id}::uuid`.execute(db);
  return rows[0];
}

export type CandidateRow = { thing: string; title: string; unit_id: UnitId; since: string | null; note: string };
type Asked = { reader: UnitId; words: readonly string[]; offset: number; limit: number };

const open = (kind: string, thing: ReturnType<typeof sql>) =>
  sql`not exists (select from publication p where p.kind = ${kind}::text and p.thing_id = ${thing} and p.closed_at is null)`;

/** Things of the own line that could be opened, by kind. */
const candidateQueries = {
  exemplar: ({ words }: Asked) => sql`
    select e.id::text as thing, e.name as title, e.lead_id as unit_id, e.accepted_on as since, e.kind as note
      from exemplar e where e.state in ('accepted', 'stopped') and ${open("exemplar", sql`e.id::text`)} and ${matching(sql`e.search`, words)}
       and e.lead_id in (select unit_id from line)
       and (e.kind <> 'person' or exists (select from exemplar_recognition r where r.exemplar_id = e.id and r.revoked_on is null))
     order by exists (select from exemplar_recognition r where r.exemplar_id = e.id and r.revoked_on is null) desc, e.accepted_on desc, e.id desc`,
  plan: ({ words }: Asked) => sql`
    select pl.id::text as thing, pe.title, pl.issuer_id as unit_id, pe.issue_date as since, coalesce(pe.number, '') as note
      from plan pl join plan_edition pe on pe.plan_id = pl.id and pe.state in ('issued', 'closed') join unit u on u.id = pl.issuer_id
     where u.kind <> 'party-committee' and not exists (select from plan_edition x join document d on d.id = x.document_id where x.plan_id = pl.id and d.internal)
       and ${open("plan", sql`pl.id::text`)} and ${matching(sql`pe.title_search`, words)} and pl.issuer_id in (select unit_id from line)
     order by pe.issue_date desc, pl.id desc`,
  recognition: ({ words }: Asked) => sql`
    select d.id::text as thing, d.title, d.body_id as unit_id, d.decided_on as since, d.number as note
      from exemplar_decision d where d.state = 'signed' and ${open("recognition", sql`d.id::text`)} and ${matching(sql`vi_fold(d.title || ' ' || d.number)`, words)}
       and d.body_id in (select unit_id from line) order by d.decided_on desc, d.id desc`,
  award: ({ words }: Asked) => sql`
    select d.id::text as thing, c.title, d.body_id as unit_id, d.decided_on as since, d.number as note
      from award_decision d join award_campaign c on c.id = d.campaign_id where d.state = 'signed' and ${open("award", sql`d.id::text`)}
       and ${matching(sql`vi_fold(c.title || ' ' || d.number)`, words)} and d.body_id in (select unit_id from line) order by d.decided_on desc, d.id desc`,
  contest: ({ words }: Asked) => sql`
    select c.id::text as thing, c.title, c.body_id as unit_id, (select min(r.entries_from) from contest_round r where r.contest_id = c.id) as since, '' as note
      from contest c where c.state in ('open', 'judging', 'decided', 'closed') and ${open("contest", sql`c.id::text`)} and ${matching(sql`vi_fold(c.title)`, words)}
       and c.body_id in (select unit_id from line) order by c.created_at desc, c.id desc`,
  story: ({ words }: Asked) => sql`
    select s.id::text as thing, s.title, s.unit_id, s.month as since, e.name as note
      from story s join exemplar e on e.id = s.exemplar_id where s.state = 'ready' and ${open("story", sql`s.id::text`)}
       and ${matching(sql`vi_fold(s.title)`, words)} and s.unit_id in (select unit_id from line) order by s.month desc, s.id desc`,
};

export async function listCandidates(
  db: Database,
  kind: keyof typeof candidateQueries,
  asked: Asked,
): Promise<{ rows: CandidateRow[]; total: number }> {
  const { rows } = await sql<CandidateRow & { total: number }>`
    with recursive ${scopes(sql`${[asked.reader]}`)}
    select found.*, count(*) over ()::int as total from (${candidateQueries[kind](asked)}) found limit ${asked.limit} offset ${asked.offset}`.execute(
    db,
  );
  return { rows, total: rows[0]?.total ?? 0 };
}

/** One number of the register: what by which row and column. */
export type Tally = { row: string; column: string; count: number };

/** The year's counts of one's line: registered new, carried on, recognised, copied; by field and by kind. */
export async function tallies(db: Database, root: UnitId, year: number): Promise<{ byField: Tally[]; byKind: Tally[] }> {
  const count = async (row: ReturnType<typeof sql>): Promise<Tally[]> => {
    const { rows } = await sql<Tally>`
      with recursive ${scopes(sql`${[root]}`)},
      mine as (select e.* from exemplar e where e.lead_id in (select unit_id from line) and e.state in ('accepted', 'stopped') and e.same_as is null)
      select ${row} as row, 'new' as column, count(*)::int as count from mine e where e.first_year = ${year}::int group by 1
      union all
      select ${row}, 'kept', count(*)::int from mine e
       where e.state = 'accepted' and e.accepted_on <= make_date(${year}::int, 12, 31) and (e.first_year is null or e.first_year < ${year}::int) group by 1
      union all
      select ${row}, 'recognised', count(distinct e.id)::int from mine e join exemplar_recognition r on r.exemplar_id = e.id and r.revoked_on is null and r.year = ${year}::int group by 1
      union all
      select ${row}, 'copied', count(*)::int from mine e where e.copied_from is not null and e.first_year = ${year}::int group by 1`.execute(
      db,
    );
    return rows;
  };
  return { byField: await count(sql`coalesce(e.field, '')`), byKind: await count(sql`e.kind`) };
}

/** Pictures of an exemplar, or of the one that a story tells, by the hash that the public would ask for. */
export async function picturesByHash(db: Database, kind: "exemplar" | "story", thing: string): Promise<{ id: string; hash: string }[]> {
  const exemplar = kind === "exemplar" ? sql`${thing}::uuid` : sql`(select exemplar_id from story where id = ${thing}::uuid)`;
  const { rows } = await sql<{ id: string; hash: string }>`
    select id, public_hash as hash from exemplar_picture where exemplar_id = ${exemplar} and public_hash is not null`.execute(db);
  return rows;
}

/** The printable size of chosen pictures, in their order, as far as they may be public at this moment. */
export async function publicPrints(
  db: Database,
  exemplar: string,
  ids: readonly string[],
): Promise<{ hash: string; caption: string; alt: string }[]> {
  const { rows } = await sql<{ hash: string; caption: string; alt: string }>`
    select coalesce(public_print_hash, public_hash) as hash, caption, alt from exemplar_picture
     where exemplar_id = ${exemplar}::uuid and id = any(${[...ids]}::uuid[]) and public_hash is not null
     order by array_position(${[...ids]}::uuid[], id)`.execute(db);
  return rows;
}
