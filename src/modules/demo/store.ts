import { sql } from "kysely";
import type { PersonId, UnitId } from "../../kernel/ids.ts";
import { transaction, type Database, type Transaction } from "../../platform/database/index.ts";
import { scopes } from "../units/index.ts";

export async function markDemo(tx: Transaction, province: UnitId): Promise<void> {
  await tx.insertInto("demo_mark").values({ province_id: province }).execute();
}

export async function isDemo(db: Database): Promise<boolean> {
  return (await db.selectFrom("demo_mark").select("only_one").executeTakeFirst()) !== undefined;
}

/** People of the installation by login, and whether they have chosen a password: they need no link any more. */
export async function findPeople(db: Database, logins: readonly string[]): Promise<{ id: PersonId; login: string; entered: boolean }[]> {
  const { rows } = await sql<{ id: PersonId; login: string; entered: boolean }>`
    select person.id, person.login, credential.person_id is not null as entered
      from person left join credential on credential.person_id = person.id
     where person.login = any(${[...logins]}::text[])`.execute(db);
  return rows;
}

/** Whether the demo's journal was begun: the second half is filled once. */
export async function hasJournal(db: Database): Promise<boolean> {
  return (await db.selectFrom("activity").select("id").limit(1).executeTakeFirst()) !== undefined;
}

/** Whether models were registered: they are filled in once. */
export async function hasModels(db: Database): Promise<boolean> {
  return (await db.selectFrom("exemplar").select("id").limit(1).executeTakeFirst()) !== undefined;
}

/** Whether a decision was begun: the demo recognises once. */
export async function hasDecisions(db: Database): Promise<boolean> {
  return (await db.selectFrom("exemplar_decision").select("id").limit(1).executeTakeFirst()) !== undefined;
}

/** Whether there is a contest: the demo holds one. */
export async function hasContests(db: Database): Promise<boolean> {
  return (await db.selectFrom("contest").select("id").limit(1).executeTakeFirst()) !== undefined;
}

/**
 * Exemplars of a year, but for persons, that had come to step 3 on the day and are led by the unit or by one that answers to it.
 * Those that came farthest first, in their names' order.
 */
export async function ledUnder(db: Database, unit: UnitId, { year, day }: { year: number; day: string }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive ${scopes(sql`${[unit]}`)}
    select e.id from exemplar e
     where e.lead_id in (select unit_id from line) and e.state = 'accepted' and e.same_as is null and e.first_year = ${year}::int and e.kind <> 'person'
       and (select count(*) from exemplar_event v where v.exemplar_id = e.id and v.kind = 'step-passed' and v.on_date <= ${day}::date) >= 2
     order by e.step desc, e.name collate "vi-x-icu", e.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Who typed each exemplar, by login. */
export async function typistsOf(db: Database, exemplars: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; login: string }>`
    select e.id, p.login from exemplar e join person p on p.id = e.typed_by where e.id = any(${[...exemplars]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, login }) => [id, login]));
}

/** Models that are shown to the public, in the order in which they were opened. */
export async function openedExemplars(db: Database): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select thing_id::text as id from publication where kind = 'exemplar' and closed_at is null order by opened_at, id`.execute(db);
  return rows.map(({ id }) => id);
}

/** The plan that the body has issued, and whether it is in public. */
export async function issuedPlanOf(db: Database, issuer: UnitId): Promise<{ plan: string; shown: boolean }> {
  const { rows } = await sql<{ plan: string; shown: boolean }>`
    select plan.id as plan, exists (select from publication p where p.kind = 'plan' and p.thing_id = plan.id::text) as shown
      from plan join plan_edition edition on edition.plan_id = plan.id
     where plan.issuer_id = ${issuer}::int and edition.state = 'issued'
     order by plan.id limit 1`.execute(db);
  const [row] = rows;
  if (!row) throw new Error("the demo's plan was not issued");
  return row;
}

/** Whether models were followed elsewhere, and whether anything was appraised: both are filled in once. */
export async function hasCopies(db: Database): Promise<boolean> {
  return (await db.selectFrom("exemplar").select("id").where("copied_from", "is not", null).limit(1).executeTakeFirst()) !== undefined;
}
export async function hasAppraisals(db: Database): Promise<boolean> {
  return (await db.selectFrom("appraisal_round").select("id").limit(1).executeTakeFirst()) !== undefined;
}

/** Units of today by name, as the demo names them. */
export async function unitsNamed(db: Database, names: readonly string[]): Promise<Map<string, UnitId>> {
  const { rows } = await sql<{ id: UnitId; name: string }>`
    select unit_id as id, name from unit_edge where name = any(${[...names]}::text[]) and upper(valid) is null`.execute(db);
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** Indicators of the common catalogue by their number in it. */
export async function catalogueRows(
  db: Database,
  numbers: readonly number[],
): Promise<Map<number, { id: number; name: string; unit: string }>> {
  const { rows } = await sql<{ number: number; id: number; name: string; unit: string }>`
    select catalogue_no as number, id, name, unit from indicator where catalogue_no = any(${[...numbers]}::int[])`.execute(db);
  return new Map(rows.map(({ number, ...row }) => [number, row]));
}

/** What migrations brought along and a new installation has: it stays. In the order in which it is put back. */
const shipped = [
  { table: "activity_kind", rows: sql`true` },
  { table: "indicator", rows: sql`owner_id is null` },
  { table: "layout", rows: sql`owner_id is null` },
  { table: "exemplar_tag", rows: sql`body_id is null` },
  { table: "exemplar_recognition_rule", rows: sql`unit_id is null` },
  { table: "award_form", rows: sql`body_id is null` },
];

/**
 * Empties every table of the program but the list of migrations and what these brought along, in one transaction and as the
 * owner: the application's role may not, and nobody may in an installation without the mark. The audit's tables refuse to be
 * emptied by trigger, so their triggers rest meanwhile.
 */
export function emptyInstallation(owner: Database): Promise<void> {
  return transaction(owner, async (tx) => {
    const { rows } = await sql<{ name: string; guarded: boolean }>`
      select format('%I.%I', schemaname, tablename) as name,
             exists (select from pg_trigger where tgrelid = format('%I.%I', schemaname, tablename)::regclass and not tgisinternal) as guarded
        from pg_tables where schemaname = 'public' and tablename <> 'schema_migration'`.execute(tx);
    for (const { table, rows: kept } of shipped)
      await sql`create temporary table ${sql.raw(`kept_${table}`)} on commit drop as select * from ${sql.ref(table)} where ${kept}`.execute(
        tx,
      );
    const guarded = rows.filter((table) => table.guarded);
    for (const { name } of guarded) await sql`alter table ${sql.raw(name)} disable trigger user`.execute(tx);
    // Tables that name units are emptied with them, so what is shipped is put back rather than left.
    await sql`truncate ${sql.raw(rows.map(({ name }) => name).join(", "))} restart identity cascade`.execute(tx);
    for (const { table } of shipped) await putBack(tx, table);
    await sql`select setval(pg_get_serial_sequence('indicator', 'id'), max(id)) from indicator`.execute(tx);
    await sql`select place_indicator(id) from indicator order by id`.execute(tx);
    for (const { name } of guarded) await sql`alter table ${sql.raw(name)} enable trigger user`.execute(tx);
  });
}

/** Every column but those that the database computes itself. */
async function putBack(tx: Transaction, table: string): Promise<void> {
  const { rows } = await sql<{ columns: string }>`
    select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
     where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(tx);
  const columns = sql.raw(rows[0]?.columns ?? "");
  await sql`insert into ${sql.ref(table)} (${columns}) overriding system value select ${columns} from ${sql.raw(`kept_${table}`)}`.execute(
    tx,
  );
}
