import { sql } from "kysely";
import type { PersonId, UnitId } from "../../../kernel/ids.ts";
import type { Language } from "../../../kernel/language.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { NewsKind, ThingKind } from "../contract.ts";

export type ToldKind = ThingKind | NewsKind;
export type NewLine = { kind: ToldKind; id: string; unitId: UnitId; personId: PersonId; stage: number };

/**
 * Writes what people are to be told today: a list for each person who has something new, and its lines. Lines that were
 * told at this stage before are left out, so running it twice tells nobody twice. Gives the lists that are new or grew.
 */
export async function insertLines(tx: Transaction, day: CalendarDate, lines: readonly NewLine[], now: Date): Promise<string[]> {
  if (lines.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    with given as (
      select distinct g.* from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        as g (kind text, id uuid, "unitId" int, "personId" uuid, stage smallint)
       where not exists (
         select from notice_line l
          where l.thing_kind = g.kind and l.thing_id = g.id and l.unit_id = g."unitId" and l.person_id = g."personId" and l.stage = g.stage)
    ), list as (
      insert into notice_digest (person_id, day, made_at)
      select distinct "personId", ${day}::date, ${now}::timestamptz from given
          on conflict (person_id, day) do update set made_at = excluded.made_at
      returning id, person_id
    ), line as (
      insert into notice_line (thing_kind, thing_id, unit_id, person_id, stage, digest_id)
      select given.kind, given.id, given."unitId", given."personId", given.stage, list.id
        from given join list on list.person_id = given."personId"
          on conflict do nothing
    )
    select id::text from list`.execute(tx);
  return rows.map(({ id }) => id);
}

export type Digest = {
  id: string;
  day: CalendarDate;
  personId: PersonId;
  name: string;
  email: string | null;
  language: Language;
  wantsMail: boolean;
  mailedAt: Date | null;
};

/** Held until the mail is on its way, so that two workers do not send it twice. */
export async function findDigestForUpdate(tx: Transaction, id: string): Promise<Digest | undefined> {
  const { rows } = await sql<Digest>`
    select d.id, d.day, d.person_id as "personId", p.name, p.email, p.language, coalesce(s.mail, true) as "wantsMail", d.mailed_at as "mailedAt"
      from notice_digest d
      join person p on p.id = d.person_id and p.deactivated_at is null
      left join notice_setting s on s.person_id = d.person_id
     where d.id = ${id}::uuid
       for update of d`.execute(tx);
  return rows[0];
}

export type ToldLine = { kind: ToldKind; id: string; unitId: UnitId };

export async function linesOf(db: Database, digestId: string): Promise<ToldLine[]> {
  const { rows } = await sql<ToldLine>`
    select distinct thing_kind as kind, thing_id as id, unit_id as "unitId" from notice_line where digest_id = ${digestId}::uuid`.execute(
    db,
  );
  return rows;
}

export async function markMailed(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.updateTable("notice_digest").set({ mailed_at: now }).where("id", "=", id).execute();
}

export async function markSeen(tx: Transaction, personId: PersonId, day: CalendarDate, now: Date): Promise<void> {
  await sql`
    insert into notice_digest (person_id, day, made_at, seen_at)
    values (${personId}::uuid, ${day}::date, ${now}::timestamptz, ${now}::timestamptz)
        on conflict (person_id, day) do update set seen_at = excluded.seen_at`.execute(tx);
}

export async function mailSetting(db: Database, personId: PersonId): Promise<{ on: boolean; address: boolean }> {
  const { rows } = await sql<{ on: boolean; address: boolean }>`
    select coalesce(s.mail, true) as "on", p.email is not null as address
      from person p left join notice_setting s on s.person_id = p.id
     where p.id = ${personId}::uuid`.execute(db);
  return rows[0] ?? { on: false, address: false };
}

export async function saveMailSetting(tx: Transaction, personId: PersonId, on: boolean): Promise<void> {
  await tx
    .insertInto("notice_setting")
    .values({ person_id: personId, mail: on })
    .onConflict((conflict) => conflict.column("person_id").doUpdateSet({ mail: on }))
    .execute();
}
