/**
 * The register as a graph. A node is a document by number and date (`document.node`), whether it is registered or only
 * cited; copies kept by several units are one node; a law cited by its title alone is the registered law of that title, or a
 * node of its own. Everything here is seen through `scope`: a document that these units
 * may not read is no node's copy, cites nothing and is counted nowhere.
 */
import { sql } from "kysely";
import type { DocumentId, UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { readableBy, type DocumentRow } from "./documents.ts";

export type Scope = readonly UnitId[];

/** `from` cites `to`; the place is the first such citation. */
export type CitingEdge = { from: string; to: string; document: DocumentId; line: number | null };

/** Who replaces or ends a document names it and does not carry it out. */
const endsIt = (document: string, node: string) =>
  sql`exists (select from document_ending x where x.document_id = ${sql.ref(document)} and x.node = ${sql.ref(node)})`;

/**
 * The registered law that citation `i` means by its title: the only one of that title, and of that day where one is printed.
 * Null for what prints a number, and while nobody has registered it.
 */
const lawMeant = (scope: Scope) => sql<string | null>`case when i.law_key is not null then (
  select case when count(distinct w.node) = 1 then min(w.node) end
    from document w
   where w.law_key = i.law_key and ${readableBy(scope, "w")}
     and (i.cited_date is null or w.printed_date is null or starts_with(w.printed_date, i.cited_date))) end`;

const notLinked = (scope: Scope) =>
  sql<boolean>`not exists (select from document l where l.id = i.linked_to and ${readableBy(scope, "l")})`;

/** Who cites the node of row `at`: as printed, unless a person said that the citation means another document; or as a person said. */
const citing = (scope: Scope, at: string) => sql`
  select d.node, d.id as document_id, i.line
    from document_item i join document d on d.id = i.document_id
   where i.cites = ${sql.ref(`${at}.node`)} and ${readableBy(scope)} and ${notLinked(scope)} and ${lawMeant(scope)} is null
     and not ${endsIt("i.document_id", "i.cites")}
  union all
  select d.node, d.id, i.line
    from document l
    join document_item i on i.linked_to = l.id and i.kind = 'citation' and i.state <> 'dropped'
    join document d on d.id = i.document_id
   where l.node = ${sql.ref(`${at}.node`)} and ${readableBy(scope, "l")} and ${readableBy(scope)}
     and not ${endsIt("i.document_id", "l.node")}
  union all
  select d.node, d.id, i.line
    from document t
    join document_item i on i.law_key = t.law_key and i.cites is not null
    join document d on d.id = i.document_id
   where t.node = ${sql.ref(`${at}.node`)} and ${readableBy(scope)} and ${notLinked(scope)} and ${lawMeant(scope)} = t.node
     and not ${endsIt("i.document_id", "t.node")}`;

/** What the node of row `at` cites, through its copies. */
const cited = (scope: Scope, at: string) => sql`
  select meant.node, d.id as document_id, i.line
    from document d
    join document_item i on i.document_id = d.id and i.kind = 'citation' and i.state <> 'dropped'
    left join document l on l.id = i.linked_to and ${readableBy(scope, "l")}
   cross join lateral (select coalesce(l.node, ${lawMeant(scope)}, i.cites) as node) meant
   where d.node = ${sql.ref(`${at}.node`)} and ${readableBy(scope)} and meant.node is not null
     and not ${endsIt("d.id", "meant.node")}`;

/**
 * All that cites a node, over any number of levels (`down`), or all that it stands on (`up`). One statement: every node is
 * met once, nearest first, so that a ring ends and `limit` keeps the nearest. Answers the edges among the nodes met.
 */
export async function reachFrom(db: Database, scope: Scope, node: string, way: "down" | "up", limit: number): Promise<CitingEdge[]> {
  const step = way === "down" ? citing : cited;
  const { rows } = await sql<{ node: string; met: string; document_id: DocumentId; line: number | null }>`
    with recursive reach (node) as (
      select ${node}::text
      union
      select e.node from reach r cross join lateral (${step(scope, "r")}) e
    ),
    met as materialized (select node from reach limit ${limit}::int)
    select distinct on (m.node, e.node) m.node as met, e.node, e.document_id, e.line
      from met m cross join lateral (${step(scope, "m")}) e
     where e.node in (select node from met) and e.node <> m.node
     order by m.node, e.node, e.line`.execute(db);
  return rows.map(({ node: other, met, document_id, line }) => ({
    from: way === "down" ? other : met,
    to: way === "down" ? met : other,
    document: document_id,
    line,
  }));
}

/** What the citations that name a node print of it, each the commonest (the title of a law as it is the fullest), and by how many documents it is cited. */
export type Printed = {
  node: string;
  type: string | null;
  number: string | null;
  date: string | null;
  issuer: string | null;
  title: string | null;
  citedBy: number;
  unlike: boolean;
};

export async function printedOf(db: Database, scope: Scope, nodes: readonly string[]): Promise<Printed[]> {
  if (nodes.length === 0) return [];
  const wanted = sql`any(${[...nodes]}::text[])`;
  const { rows } = await sql<Printed>`
    with found as materialized (
      select * from document_item where cites = ${wanted}
      union all
      select c.* from document t join document_item c on c.law_key = t.law_key and c.cites is not null
       where t.node = ${wanted} and c.cites <> t.node
    ),
    -- Which law is meant is asked once for each title, not for each of the thousand that cite it.
    meant as materialized (
      select i.cites, coalesce(${lawMeant(scope)}, i.cites) as node from (select distinct cites, law_key, cited_date from found) i
    )
    select meant.node, ${printedColumns}
      from found i join meant on meant.cites = i.cites join document d on d.id = i.document_id
     where meant.node = ${wanted} and ${readableBy(scope)} and ${notLinked(scope)}
     group by meant.node`.execute(db);
  return rows;
}

const printedColumns = sql`
  mode() within group (order by i.value ->> 'type') as type,
  mode() within group (order by i.value ->> 'number') as number,
  nullif(max(i.cited_date), '') as date,
  mode() within group (order by i.value ->> 'issuer') as issuer,
  case when count(i.law_key) > 0 then (array_agg(i.value ->> 'title' order by length(i.value ->> 'title') desc nulls last))[1]
       else mode() within group (order by i.value ->> 'title') end as title,
  count(distinct d.node)::int as "citedBy",
  count(distinct vi_fold(i.value ->> 'issuer')) > 1 as unlike`;

/** Readable registered copies of these nodes, the caller's own first. */
export async function copiesOf(db: Database, scope: Scope, nodes: readonly string[]): Promise<DocumentRow[]> {
  if (nodes.length === 0) return [];
  const { rows } = await sql<DocumentRow>`
    select d.* from document d
     where d.node = any(${[...nodes]}::text[]) and ${readableBy(scope)}
     order by d.node, (d.unit_id = any(${[...scope]}::int[])) desc, d.uploaded_at, d.id`.execute(db);
  return rows;
}

/** Other nodes under the same number: another date is another document. */
export async function sameNumber(db: Database, scope: Scope, node: string, numberKey: string): Promise<string[]> {
  const { rows } = await sql<{ node: string }>`
    select d.node from document d where d.number_key = ${numberKey}::text and d.node <> ${node}::text and ${readableBy(scope)}
    union
    select i.cites from document_item i join document d on d.id = i.document_id
     where i.number_key = ${numberKey}::text and i.cites <> ${node}::text and ${readableBy(scope)} and ${notLinked(scope)}
     limit 50`.execute(db);
  return rows.map((row) => row.node);
}

/** The registered law of this title (and day, as far as one is known), when these units may read exactly one. */
export async function registeredLaw(db: Database, scope: Scope, key: string, date: string | null): Promise<string | null> {
  const { rows } = await sql<{ node: string | null }>`
    select ${lawMeant(scope)} as node from (select ${key}::text as law_key, ${date}::text as cited_date) i`.execute(db);
  return rows[0]?.node ?? null;
}

/** What readable documents cite and nobody has registered (as far as these units see), the most cited first. */
export async function unregistered(
  db: Database,
  scope: Scope,
  { unit, aside, least, offset, limit }: { unit: UnitId; aside: boolean; least: number; offset: number; limit: number },
): Promise<{ node: string; total: number }[]> {
  // Which documents are readable is asked once for each document, not for each of its twenty citations.
  const { rows } = await sql<{ node: string; total: number }>`
    with readable as materialized (select d.id, d.node, d.law_key, d.printed_date from document d where ${readableBy(scope)}),
    cited as (
      select i.cites as node, min(i.law_key) as law_key, min(i.cited_date) as cited_date, count(distinct r.node)::int as times
        from document_item i join readable r on r.id = i.document_id
       where i.cites is not null and (i.linked_to is null or i.linked_to not in (select id from readable))
       group by i.cites
    )
    select c.node, (count(*) over ())::int as total
      from cited c
     where c.times >= ${least}::int
       and c.node not in (select node from readable)
       and (c.law_key is null or not exists (
             select from readable w
              where w.law_key = c.law_key
                and (c.cited_date is null or w.printed_date is null or starts_with(w.printed_date, c.cited_date))))
       and exists (select from register_set_aside s
                    where s.unit_id = ${unit}::int and s.proposal = 'cited|' || c.node) = ${aside}::boolean
     order by c.times desc, c.node
    offset ${offset}::int limit ${limit}::int`.execute(db);
  return rows;
}

/** For each node some of the readable documents that cite it, at most `each`: of a law that a thousand cite, five are enough. */
export async function citersOf(
  db: Database,
  scope: Scope,
  nodes: readonly string[],
  each: number,
): Promise<(DocumentRow & { at: string; line: number | null })[]> {
  if (nodes.length === 0) return [];
  const { rows } = await sql<DocumentRow & { at: string; line: number | null }>`
    select d.*, n.node as at, f.line
      from unnest(${[...nodes]}::text[]) n (node)
     cross join lateral (
       select e.document_id, min(e.line) as line
         from (select c.* from (${citing(scope, "n")}) c limit ${4 * each}::int) e
        group by e.document_id
        limit ${each}::int
     ) f
      join document d on d.id = f.document_id
     order by n.node, d.uploaded_at desc`.execute(db);
  return rows;
}

/**
 * Documents whose date lies in one of these years, registered or cited: of them reviews may fall due. Also those whose
 * title names one of `until` as the end of a period; a title is known of registered documents and of some citations.
 */
export async function datedIn(
  db: Database,
  scope: Scope,
  years: readonly string[],
  until: readonly string[],
): Promise<{ node: string; type: string | null; date: string | null; title: string | null }[]> {
  const { rows } = await sql<{ node: string; type: string | null; date: string | null; title: string | null }>`
    select distinct on (node) node, type, date, title from (
      select d.node, d.doc_type as type, d.printed_date as date, d.subject as title, 0 as rank
        from document d
       where (left(d.printed_date, 4) = any(${[...years]}::text[])
              or (d.subject ~ 'giai đoạn|nhiệm kỳ|thời kỳ|đến năm' and d.subject ~ ${until.join("|") || "^$"}::text))
         and ${readableBy(scope)}
      union all
      select i.cites, i.value ->> 'type', i.cited_date, i.value ->> 'title', 1
        from document_item i join document d on d.id = i.document_id
       where i.cites is not null and left(i.cited_date, 4) = any(${[...years]}::text[]) and ${readableBy(scope)}
         and ${notLinked(scope)} and ${lawMeant(scope)} is null
    ) known
    order by node, rank, title nulls last`.execute(db);
  return rows;
}

export type OrderingItem = {
  id: string;
  document: DocumentId;
  kind: "event" | "task";
  line: number | null;
  quote: string | null;
  value: unknown;
  planNode: string;
  planDate: string | null;
};

/** Events and tasks that a person kept and that speak of sơ kết or tổng kết. */
export async function orderedReviews(db: Database, scope: Scope): Promise<OrderingItem[]> {
  const { rows } = await sql<OrderingItem>`
    select i.id, i.document_id as document, i.kind, i.line, i.quote, i.value, d.node as "planNode", d.printed_date as "planDate"
      from document_item i join document d on d.id = i.document_id
     where i.kind in ('event', 'task') and i.state in ('accepted', 'corrected', 'added') and ${readableBy(scope)}
       and coalesce(i.value ->> 'text', i.quote, '') ~* 'sơ kết|tổng kết'
     order by i.document_id, i.line`.execute(db);
  return rows;
}

export type CitedWithin = {
  document: DocumentId;
  node: string;
  numberKey: string;
  line: number | null;
  type: string | null;
  date: string | null;
  title: string | null;
};

/** The citations of these documents, to see which one a clause means by its number. */
export async function citationsWithin(db: Database, scope: Scope, documents: readonly DocumentId[]): Promise<CitedWithin[]> {
  if (documents.length === 0) return [];
  const { rows } = await sql<CitedWithin>`
    select i.document_id as document, coalesce(l.node, i.cites) as node, i.number_key as "numberKey", i.line,
           i.value ->> 'type' as type, i.cited_date as date, i.value ->> 'title' as title
      from document_item i left join document l on l.id = i.linked_to and ${readableBy(scope, "l")}
     where i.document_id = any(${[...documents]}::uuid[]) and i.cites is not null and i.number_key is not null`.execute(db);
  return rows;
}
