import { sql } from "kysely";
import type { PersonId, UnitId } from "../../../kernel/ids.ts";
import type { Language } from "../../../kernel/language.ts";
import type { Role } from "../../../kernel/permissions.ts";
import type { CalendarDate } from "../../../kernel/time/dates.ts";
import type { Database } from "../../../platform/database/index.ts";

export type ContactRow = {
  unitId: UnitId;
  personId: PersonId;
  name: string;
  phone: string | null;
  email: string | null;
  language: Language;
};

/** People who hold a valid post in one of the roles at exactly these units, each once per unit. */
export async function contactRows(
  db: Database,
  units: readonly UnitId[],
  roles: readonly Role[],
  today: CalendarDate,
): Promise<ContactRow[]> {
  if (units.length === 0) return [];
  const { rows } = await sql<ContactRow>`
    select distinct on (post.unit_id, person.id)
           post.unit_id as "unitId", person.id as "personId", person.name, person.phone, person.email, person.language
      from post join person on person.id = post.person_id and person.deactivated_at is null
     where post.unit_id = any(${[...units]}::int[]) and post.role = any(${[...roles]}::text[]) and post.ended_at is null
       and post.from_day <= ${today}::date and (post.until_day is null or post.until_day >= ${today}::date)
     order by post.unit_id, person.id`.execute(db);
  return rows;
}
