import { sql } from "kysely";
import type { ExemplarId, PersonId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { BlurArea, ConsentHow, PictureShows, PictureState } from "./contract.ts";

export type Refusal = "not-picture" | "broken" | "too-many-pixels";

export type PictureRecord = {
  id: string;
  version: number;
  exemplarId: ExemplarId;
  eventId: string | null;
  state: PictureState;
  refusal: Refusal | null;
  originalHash: string | null;
  printHash: string | null;
  webHash: string | null;
  thumbHash: string | null;
  blurredHash: string | null;
  publicHash: string | null;
  blurAreas: BlurArea[];
  blurCoversAll: boolean;
  width: number | null;
  height: number | null;
  name: string;
  caption: string;
  alt: string;
  shows: PictureShows | null;
  consentBy: PersonId | null;
  consentOn: CalendarDate | null;
  consentHow: ConsentHow | null;
  consentWhere: string | null;
  cover: boolean;
  addedBy: PersonId;
  addedUnit: UnitId;
  addedAt: Date;
};

const columns = sql`p.id, p.version, p.exemplar_id as "exemplarId", p.event_id as "eventId", p.state, p.refusal, p.original_hash as "originalHash",
  p.print_hash as "printHash", p.web_hash as "webHash", p.thumb_hash as "thumbHash", p.blurred_hash as "blurredHash",
  p.public_hash as "publicHash", p.blur_areas as "blurAreas", p.blur_covers_all as "blurCoversAll", p.width, p.height, p.name, p.caption, p.alt,
  p.shows, p.consent_by as "consentBy", p.consent_on as "consentOn", p.consent_how as "consentHow", p.consent_where as "consentWhere",
  p.cover, p.added_by as "addedBy", p.added_unit as "addedUnit", p.added_at as "addedAt"`;

export type Adding = { person: PersonId; unit: UnitId; at: Date };

/** False when the same file is here already. */
export async function insertPicture(
  tx: Transaction,
  exemplar: ExemplarId,
  picture: { hash: string; name: string; shows: PictureShows | null; eventId: string | null },
  by: Adding,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into exemplar_picture (exemplar_id, event_id, came_as, original_hash, name, shows, added_by, added_unit, added_at)
    values (${exemplar}::uuid, ${picture.eventId}::uuid, ${picture.hash}::text, ${picture.hash}::text, ${picture.name}::text,
            ${picture.shows}::text, ${by.person}::uuid, ${by.unit}::int, ${by.at}::timestamptz)
    on conflict do nothing returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

/** The cover first, then in the order in which they came. */
export async function picturesOf(db: Database, exemplar: ExemplarId): Promise<PictureRecord[]> {
  const { rows } = await sql<PictureRecord>`
    select ${columns} from exemplar_picture p where p.exemplar_id = ${exemplar}::uuid and p.taken_out_at is null order by p.cover desc, p.id`.execute(
    db,
  );
  return rows;
}

export async function findPicture(db: Database, id: string): Promise<PictureRecord | undefined> {
  const { rows } = await sql<PictureRecord>`
    select ${columns} from exemplar_picture p where p.id = ${id}::uuid and p.taken_out_at is null`.execute(db);
  return rows[0];
}

/** Held until the act is over. */
export async function lockPicture(tx: Transaction, id: string): Promise<PictureRecord | undefined> {
  const { rows } = await sql<PictureRecord>`
    select ${columns} from exemplar_picture p where p.id = ${id}::uuid and p.taken_out_at is null for update`.execute(tx);
  return rows[0];
}

type Change = Partial<{
  caption: string;
  alt: string;
  shows: PictureShows | null;
  cover: boolean;
  consent_by: PersonId | null;
  consent_on: CalendarDate | null;
  consent_how: ConsentHow | null;
  consent_where: string | null;
  blurred_hash: string | null;
  blurred_print_hash: string | null;
  blur_areas: string;
  blur_covers_all: boolean;
}>;

/** The row is locked and its version compared already. */
export async function updatePicture(tx: Transaction, picture: PictureRecord, change: Change): Promise<void> {
  // One cover at most, and the index that holds this looks at every row by itself.
  if (change.cover) {
    await tx
      .updateTable("exemplar_picture")
      .set((expression) => ({ cover: false, version: expression("version", "+", 1) }))
      .where("exemplar_id", "=", picture.exemplarId)
      .where("cover", "=", true)
      .where("id", "<>", picture.id)
      .execute();
  }
  await tx
    .updateTable("exemplar_picture")
    .set((expression) => ({ ...change, version: expression("version", "+", 1) }))
    .where("id", "=", picture.id)
    .execute();
}

/** No size is named any more, so the nightly collection takes the files. */
export async function takeOut(
  tx: Transaction,
  table: "exemplar_picture" | "exemplar_paper",
  id: string,
  by: { person: PersonId; at: Date; reason: string },
): Promise<void> {
  const gone =
    table === "exemplar_paper"
      ? sql`hash = null`
      : sql`original_hash = null, print_hash = null, web_hash = null, thumb_hash = null, blurred_hash = null, blurred_print_hash = null,
            blur_areas = '[]', phash = null, cover = false, consent_where = null, version = version + 1`;
  await sql`update ${sql.table(table)} set ${gone}, taken_out_at = ${by.at}::timestamptz, taken_out_by = ${by.person}::uuid,
    taken_out_reason = ${by.reason}::text where id = ${id}::uuid`.execute(tx);
}

export type ReadyPicture = { print: string; web: string; thumb: string; width: number; height: number; likeness: bigint | null };

/** What came is not named any more: it holds where and with what it was taken. */
export async function markReady(tx: Transaction, id: string, ready: ReadyPicture): Promise<void> {
  await sql`update exemplar_picture set state = 'ready', original_hash = null, print_hash = ${ready.print}::text, web_hash = ${ready.web}::text,
      thumb_hash = ${ready.thumb}::text, width = ${ready.width}::int, height = ${ready.height}::int,
      phash = ${ready.likeness === null ? null : String(ready.likeness)}::bigint
    where id = ${id}::uuid and state = 'quarantined' and taken_out_at is null`.execute(tx);
}

export async function markRefused(tx: Transaction, id: string, refusal: Refusal): Promise<void> {
  await sql`update exemplar_picture set state = 'refused', original_hash = null, refusal = ${refusal}::text
    where id = ${id}::uuid and state = 'quarantined' and taken_out_at is null`.execute(tx);
}

/** Adding to an exemplar is news of it; its own contents stay as they are. */
export async function markMoved(tx: Transaction, id: ExemplarId, on: CalendarDate): Promise<void> {
  await sql`update exemplar set moved_on = greatest(moved_on, ${on}::date) where id = ${id}::uuid`.execute(tx);
}

export async function findEventUnit(db: Database, exemplar: ExemplarId, event: string): Promise<UnitId | undefined> {
  const { rows } = await sql<{ unit: UnitId }>`
    select unit_id as unit from exemplar_event where id = ${event}::uuid and exemplar_id = ${exemplar}::uuid`.execute(db);
  return rows[0]?.unit;
}

export type PaperRecord = {
  id: string;
  exemplarId: ExemplarId;
  eventId: string | null;
  hash: string;
  name: string;
  size: number;
  type: string;
  addedBy: PersonId;
  addedUnit: UnitId;
  addedAt: Date;
};

const paperColumns = sql`p.id, p.exemplar_id as "exemplarId", p.event_id as "eventId", p.hash, p.name, p.size, p.type,
  p.added_by as "addedBy", p.added_unit as "addedUnit", p.added_at as "addedAt"`;

export async function insertPaper(
  tx: Transaction,
  exemplar: ExemplarId,
  paper: { hash: string; name: string; size: number; type: string; eventId: string | null },
  by: Adding,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into exemplar_paper (exemplar_id, event_id, hash, came_as, name, size, type, added_by, added_unit, added_at)
    values (${exemplar}::uuid, ${paper.eventId}::uuid, ${paper.hash}::text, ${paper.hash}::text, ${paper.name}::text, ${paper.size}::int,
            ${paper.type}::text, ${by.person}::uuid, ${by.unit}::int, ${by.at}::timestamptz)
    on conflict do nothing returning id`.execute(tx);
  return rows.length > 0;
}

export async function papersOf(db: Database, exemplar: ExemplarId): Promise<PaperRecord[]> {
  const { rows } = await sql<PaperRecord>`
    select ${paperColumns} from exemplar_paper p where p.exemplar_id = ${exemplar}::uuid and p.taken_out_at is null order by p.id`.execute(
    db,
  );
  return rows;
}

export async function findPaper(db: Database, id: string): Promise<PaperRecord | undefined> {
  const { rows } = await sql<PaperRecord>`
    select ${paperColumns} from exemplar_paper p where p.id = ${id}::uuid and p.taken_out_at is null`.execute(db);
  return rows[0];
}
