import { sql } from "kysely";
import type { DocumentId, PersonId, UnitId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { Page } from "../reading/pages/page.ts";
import type { DocumentRow } from "./documents.ts";

/** What a page shows, kept so that the whole document can be put together once every page is read. */
export type PageShape = Page & { stamps: string[] };

export type PageRow = {
  document_id: DocumentId;
  page: number;
  state: "waiting" | "read" | "unread";
  source: "text" | "recognised" | null;
  image_hash: string | null;
  image_size: number | null;
  shape: PageShape | null;
  lines: string[] | null;
  corrected: string[] | null;
  corrected_by: PersonId | null;
  corrected_at: Date | null;
  version: number;
};

export async function insertPages(tx: Transaction, id: DocumentId, count: number): Promise<void> {
  await sql`insert into document_page (document_id, page) select ${id}::uuid, page from generate_series(1, ${count}::int) page`.execute(tx);
}

export async function listPages(db: Database, id: DocumentId): Promise<PageRow[]> {
  const { rows } = await sql<PageRow>`select * from document_page where document_id = ${id}::uuid order by page`.execute(db);
  return rows;
}

export async function findPage(db: Database, id: DocumentId, page: number): Promise<PageRow | undefined> {
  const { rows } = await sql<PageRow>`select * from document_page where document_id = ${id}::uuid and page = ${page}::int`.execute(db);
  return rows[0];
}

export type Progress = { pages: number; read: number; unread: number };

/** Null for a document that was never recognised. */
export async function progressOf(db: Database, id: DocumentId): Promise<Progress | null> {
  const { rows } = await sql<Progress>`
    select count(*)::int as pages, (count(*) filter (where state = 'read'))::int as read, (count(*) filter (where state = 'unread'))::int as unread
      from document_page where document_id = ${id}::uuid`.execute(db);
  return rows[0] && rows[0].pages > 0 ? rows[0] : null;
}

export async function nextWaiting(db: Database, id: DocumentId): Promise<number | null> {
  const { rows } = await sql<{ page: number | null }>`
    select min(page)::int as page from document_page where document_id = ${id}::uuid and state = 'waiting'`.execute(db);
  return rows[0]?.page ?? null;
}

export type ReadPage = { source: "text" | "recognised"; imageHash: string; imageSize: number; shape: PageShape };

/** Only while it waits: a page is never read twice. */
export async function savePage(
  tx: Transaction,
  id: DocumentId,
  page: number,
  { source, imageHash, imageSize, shape }: ReadPage,
): Promise<void> {
  await sql`update document_page
       set state = 'read', source = ${source}::text, image_hash = ${imageHash}::text, image_size = ${imageSize}::int,
           shape = ${JSON.stringify(shape)}::jsonb, version = version + 1
     where document_id = ${id}::uuid and page = ${page}::int and state = 'waiting'`.execute(tx);
}

export async function giveUpPage(tx: Transaction, id: DocumentId, page: number): Promise<void> {
  await sql`update document_page set state = 'unread', version = version + 1
     where document_id = ${id}::uuid and page = ${page}::int and state = 'waiting'`.execute(tx);
}

/** Pages that were given up get another turn. */
export async function tryUnreadAgain(tx: Transaction, id: DocumentId): Promise<void> {
  await sql`update document_page set state = 'waiting', version = version + 1
     where document_id = ${id}::uuid and state = 'unread' and corrected is null`.execute(tx);
}

export async function saveLines(tx: Transaction, id: DocumentId, lines: readonly string[][]): Promise<void> {
  await sql`update document_page p set lines = given.lines
      from jsonb_to_recordset(${JSON.stringify(lines.map((list, index) => ({ page: index + 1, lines: list })))}::jsonb) as given (page int, lines jsonb)
     where p.document_id = ${id}::uuid and p.page = given.page`.execute(tx);
}

export async function saveCorrection(
  tx: Transaction,
  id: DocumentId,
  page: number,
  lines: readonly string[],
  by: PersonId,
  at: Date,
): Promise<void> {
  await sql`update document_page
       set corrected = ${JSON.stringify(lines)}::jsonb, corrected_by = ${by}::uuid, corrected_at = ${at}::timestamptz, version = version + 1
     where document_id = ${id}::uuid and page = ${page}::int`.execute(tx);
}

/** The text that pages give together; the compiled plan counts in the old one and goes. */
export async function replaceText(
  tx: Transaction,
  id: DocumentId,
  { text, tables }: { text: string; tables: readonly { line: number; lineCount: number }[] },
): Promise<void> {
  await sql`update document_text set text = ${text}::text, tables = ${JSON.stringify(tables)}::jsonb where document_id = ${id}::uuid`.execute(
    tx,
  );
}

/** Items move with their lines: those of a corrected page one by one, those of later pages all alike. */
export async function moveItems(
  tx: Transaction,
  id: DocumentId,
  moves: readonly { from: number; to: number }[],
  { below, by }: { below: number; by: number },
): Promise<void> {
  const place = (column: "span" | "original_span") => sql`${sql.ref(column)} = ${sql.ref(`i.${column}`)}
    || jsonb_build_object('line', (${sql.ref(`i.${column}`)} ->> 'line')::int + m.by)
    || case when ${sql.ref(`i.${column}`)} ? 'endLine'
            then jsonb_build_object('endLine', (${sql.ref(`i.${column}`)} ->> 'endLine')::int + m.by) else '{}'::jsonb end`;
  await sql`
    with given as (select "from", "to" from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as given ("from" int, "to" int)),
         m as (select i.id, coalesce(given."to" - given."from", case when i.line > ${below}::int then ${by}::int end) as by
                 from document_item i left join given on given."from" = i.line
                where i.document_id = ${id}::uuid and i.line is not null)
    update document_item set line = i.line + m.by, ${place("span")}, ${place("original_span")}
      from m join document_item i on i.id = m.id
     where document_item.id = m.id and m.by <> 0`.execute(tx);
}

/** Deletes rows for good, with all that hangs on them. Returns the files that they named. */
export async function eraseDocuments(tx: Transaction, fileHash: string): Promise<{ rows: DocumentRow[]; hashes: string[] }> {
  const { rows: images } = await sql<{ hash: string }>`
    select p.image_hash as hash from document_page p join document d on d.id = p.document_id
     where d.file_hash = ${fileHash}::text and d.state in ('recognising', 'failed', 'compiling', 'review') and p.image_hash is not null`.execute(
    tx,
  );
  // What other documents cite stays cited by number; the row that a person pointed at is gone.
  await sql`update document_item set linked_to = null
     where linked_to in (select id from document where file_hash = ${fileHash}::text and state in ('recognising', 'failed', 'compiling', 'review'))`.execute(
    tx,
  );
  const { rows } = await sql<DocumentRow>`
    delete from document where file_hash = ${fileHash}::text and state in ('recognising', 'failed', 'compiling', 'review') returning *`.execute(
    tx,
  );
  return { rows, hashes: [...new Set([fileHash, ...images.map(({ hash }) => hash)])] };
}

export async function insertRefusal(tx: Transaction, unit: UnitId, uploadedBy: PersonId, at: Date): Promise<void> {
  await sql`insert into document_refusal (unit_id, uploaded_by, refused_at) values (${unit}::int, ${uploadedBy}::uuid, ${at}::timestamptz)`.execute(
    tx,
  );
}

export async function unseenRefusals(db: Database, person: PersonId): Promise<{ id: string; refused_at: Date }[]> {
  const { rows } = await sql<{ id: string; refused_at: Date }>`
    select id, refused_at from document_refusal where uploaded_by = ${person}::uuid and seen_at is null order by refused_at desc limit 20`.execute(
    db,
  );
  return rows;
}

/** False when it is not this person's, or seen already. */
export async function markRefusalSeen(tx: Transaction, id: string, person: PersonId, at: Date): Promise<boolean> {
  const { rows } = await sql`update document_refusal set seen_at = ${at}::timestamptz
     where id = ${id}::uuid and uploaded_by = ${person}::uuid and seen_at is null returning id`.execute(tx);
  return rows.length > 0;
}
