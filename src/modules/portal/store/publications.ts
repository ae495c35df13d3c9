import { sql } from "kysely";
import type { Actor } from "../../../kernel/actor.ts";
import type { PersonId, UnitId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import { scopes } from "../../units/index.ts";
import type { Choice, PublicationKind, Shown } from "../shapes.ts";

export type PublicationRow = {
  id: string;
  version: number;
  kind: PublicationKind;
  thing_id: string;
  unit_id: UnitId;
  unit_name: string;
  slug: string;
  title: string;
  choice: Choice;
  print: string;
  opened_by_name: string;
  opened_at: Date;
  changed_at: Date;
  reason: string;
  closed_by_name: string | null;
  closed_at: Date | null;
  closed_reason: string | null;
  /** On the public page at this moment. */
  visible: boolean;
};

const columns = sql`p.id, p.version, p.kind, p.thing_id, p.unit_id, p.unit_name, p.slug, p.title, p.choice, p.print, p.opened_by_name, p.opened_at,
  p.changed_at, p.reason, p.closed_by_name, p.closed_at, p.closed_reason, exists (select from portal_item i where i.id = p.id) as visible`;

const one = async (db: Database, where: ReturnType<typeof sql>, lock = false): Promise<PublicationRow | undefined> => {
  const { rows } =
    await sql<PublicationRow>`select ${columns} from publication p where ${where} ${lock ? sql`for update of p` : sql``}`.execute(db);
  return rows[0];
};

export const findPublication = (db: Database, id: string) => one(db, sql`p.id = ${id}::uuid`);
export const lockPublication = (tx: Transaction, id: string) => one(tx, sql`p.id = ${id}::uuid`, true);
export const publicationOf = (db: Database, kind: PublicationKind, thing: string) =>
  one(db, sql`p.kind = ${kind}::text and p.thing_id = ${thing}::text`);

type Filter = { reader: UnitId; state: "open" | "closed"; kind: PublicationKind | undefined; words: readonly string[] };

const escaped = (word: string): string => word.replace(/[\\%_]/g, "\\$&");

export const matching = (column: ReturnType<typeof sql>, words: readonly string[]) =>
  words.length === 0
    ? sql`true`
    : sql.join(
        words.map((word) => sql`${column} like '%' || vi_fold(${escaped(word)}::text) || '%'`),
        sql` and `,
      );

export async function listPublications(
  db: Database,
  { reader, state, kind, words }: Filter,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ rows: PublicationRow[]; total: number }> {
  const { rows } = await sql<PublicationRow & { total: number }>`
    with recursive ${scopes(sql`${[reader]}`)}
    select ${columns}, count(*) over ()::int as total from publication p
     where p.unit_id in (select unit_id from line where root = ${reader}::int)
       and (p.closed_at is null) = ${state === "open"}::boolean and (${kind ?? null}::text is null or p.kind = ${kind ?? null}::text)
       and ${matching(sql`p.search`, words)}
     order by p.changed_at desc, p.id desc limit ${limit} offset ${offset}`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}

/** What is written when a thing is opened; facets are what the gallery filters by. */
export type Opening = {
  kind: PublicationKind;
  thingId: string;
  unitId: UnitId;
  unitName: string;
  title: string;
  shown: Shown;
  choice: Choice;
  print: string;
  reason: string;
  facets: {
    field: string | null;
    subkind: string | null;
    areaId: number | null;
    areaName: string | null;
    year: number | null;
    themes: string[];
  };
};

const reference = (kind: PublicationKind, thing: string, wanted: PublicationKind): string | null => (kind === wanted ? thing : null);

const written = ({ unitName, title, shown, choice, print, reason, facets }: Opening) => ({
  unit_name: unitName,
  title,
  shown: JSON.stringify(shown),
  choice: JSON.stringify(choice),
  print,
  reason,
  field: facets.field,
  subkind: facets.subkind,
  area_id: facets.areaId,
  area_name: facets.areaName,
  year: facets.year,
  themes: facets.themes,
  consent_on: choice.consent?.on ?? null,
  consent_how: choice.consent?.how ?? null,
});

type By = Pick<Actor, "personId" | "personName">;

export async function insertPublication(tx: Transaction, opening: Opening, slug: string, by: By, now: Date): Promise<string> {
  const { kind, thingId, unitId } = opening;
  const { id } = await tx
    .insertInto("publication")
    .values({
      ...written(opening),
      kind,
      thing_id: thingId,
      exemplar_id: reference(kind, thingId, "exemplar"),
      plan_id: reference(kind, thingId, "plan"),
      story_id: reference(kind, thingId, "story"),
      decision_id: reference(kind, thingId, "recognition"),
      award_decision_id: reference(kind, thingId, "award"),
      contest_id: reference(kind, thingId, "contest"),
      unit_id: unitId,
      slug,
      opened_by: by.personId,
      opened_by_name: by.personName,
      opened_at: now,
      changed_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await addEdition(tx, id, opening, by, now);
  return id;
}

/** States it anew; one that was closed is open again from now on. */
export async function restatePublication(
  tx: Transaction,
  { id, closed_at }: PublicationRow,
  opening: Opening,
  by: By,
  now: Date,
): Promise<void> {
  await tx
    .updateTable("publication")
    .set((eb) => ({
      ...written(opening),
      version: eb("version", "+", 1),
      opened_by: by.personId,
      opened_by_name: by.personName,
      changed_at: now,
      ...(closed_at === null ? {} : { opened_at: now }),
      closed_by: null,
      closed_by_name: null,
      closed_at: null,
      closed_reason: null,
    }))
    .where("id", "=", id)
    .execute();
  await addEdition(tx, id, opening, by, now);
}

async function addEdition(tx: Transaction, id: string, { shown, reason }: Opening, by: By, now: Date): Promise<void> {
  await sql`
    insert into publication_edition (publication_id, edition, shown, opened_by, opened_by_name, opened_at, reason)
    select ${id}::uuid, coalesce(max(edition), 0) + 1, ${JSON.stringify(shown)}::jsonb, ${by.personId}::uuid, ${by.personName}::text, ${now}::timestamptz, ${reason}::text
      from publication_edition where publication_id = ${id}::uuid`.execute(tx);
}

export async function closePublicationRow(
  tx: Transaction,
  id: string,
  by: { personId: PersonId; personName: string },
  reason: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable("publication")
    .set((eb) => ({
      version: eb("version", "+", 1),
      closed_by: by.personId,
      closed_by_name: by.personName,
      closed_at: now,
      closed_reason: reason,
    }))
    .where("id", "=", id)
    .execute();
}

export async function slugTaken(db: Database, slug: string): Promise<boolean> {
  return (await db.selectFrom("publication").select("id").where("slug", "=", slug).executeTakeFirst()) !== undefined;
}

/** What was published of it before, oldest first. */
export async function editionsShown<T extends Shown>(db: Database, kind: PublicationKind, thing: string): Promise<T[]> {
  const { rows } = await sql<{ shown: T }>`
    select pe.shown from publication_edition pe join publication p on p.id = pe.publication_id
     where p.kind = ${kind}::text and p.thing_id = ${thing}::text order by pe.edition`.execute(db);
  return rows.map(({ shown }) => shown);
}
