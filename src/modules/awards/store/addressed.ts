import { sql, type RawBuilder } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { climb } from "../../units/index.ts";

/** A table of things that a body opens for units (`id`, `body_id`), the table of the units it names, and that table's column for the thing. */
type Tables = { thing: "award_campaign" | "contest"; units: "award_campaign_unit" | "contest_unit"; id: "campaign_id" | "contest_id" };

export type Addressing = {
  /** Things that concern whoever `above` (climb) was climbed from; one column, named as `id` says. */
  concerned: RawBuilder<unknown>;
  isConcerned(db: Database, thing: string, unit: UnitId): Promise<boolean>;
  /** The addressed unit whose quota a unit uses: itself, or the one that it stands below; null when the thing names none. */
  quotaUnitOf(db: Database, thing: string, unit: UnitId): Promise<UnitId | null>;
};

/** Named units and what is below them in their line; what names none is for the whole line of its body. */
export function addressing({ thing, units, id }: Tables): Addressing {
  const named = sql.table(units);
  const column = sql.ref(id);
  const climbed = (unit: UnitId) => sql`version as materialized (select ver from tree_version where valid @> current_date), ${climb(unit)}`;
  const concerned = sql`
    select u.${column} from ${named} u where u.unit_id in (select unit_id from above)
    union
    select c.id from ${sql.table(thing)} c
     where c.body_id in (select unit_id from above) and not exists (select from ${named} u where u.${column} = c.id)`;
  return {
    concerned,
    async isConcerned(db, asked, unit) {
      const { rows } = await sql<{ is: boolean }>`
        with recursive ${climbed(unit)}, concerned as (${concerned})
        select ${asked}::uuid in (select ${column} from concerned) as is`.execute(db);
      return rows[0]?.is ?? false;
    },
    async quotaUnitOf(db, asked, unit) {
      const { rows } = await sql<{ unit_id: UnitId }>`
        with recursive ${climbed(unit)}
        select unit_id from ${named} where ${column} = ${asked}::uuid and unit_id in (select unit_id from above)
         order by unit_id <> ${unit}::int, unit_id limit 1`.execute(db);
      return rows[0]?.unit_id ?? null;
    },
  };
}
