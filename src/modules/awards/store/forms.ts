import { sql } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { AwardForm } from "../shapes.ts";

export type FormRecord = AwardForm & { own: boolean; version: number };

/** Forms as a body has them: its own line stands in place of the starting one. */
export async function formsOf(db: Database, body: UnitId): Promise<FormRecord[]> {
  const { rows } = await sql<FormRecord>`
    select code, name, subjects, granters, basis, retired, own, version from (
      select distinct on (code) code, name, subjects, granters, basis, retired, body_id is not null as own, version, position
        from award_form where body_id is null or body_id = ${body}::int order by code, body_id nulls last
    ) form order by position, name collate "vi-x-icu"`.execute(db);
  return rows;
}

export async function saveForm(tx: Transaction, body: UnitId, form: AwardForm): Promise<void> {
  await sql`
    insert into award_form (body_id, code, name, subjects, granters, basis, retired)
    values (${body}::int, ${form.code}, ${form.name}, ${form.subjects}::text[], ${JSON.stringify(form.granters)}::jsonb, ${form.basis}, ${form.retired})
    on conflict (body_id, code) do update
      set name = excluded.name, subjects = excluded.subjects, granters = excluded.granters, basis = excluded.basis,
          retired = excluded.retired, version = award_form.version + 1`.execute(tx);
}
