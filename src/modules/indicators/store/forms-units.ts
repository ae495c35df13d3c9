import { sql } from "kysely";
import type { FormId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { Edge } from "../../units/contract.ts";
import type { FormLevel } from "../contract/forms.ts";

export type FormUnitRow = { unitId: UnitId; edge: Edge; meant: boolean; byHand: boolean; reason: string | null };

/** Whom the form asks, and what an editor put in or took out. */
export async function formUnits(db: Database, formId: FormId): Promise<FormUnitRow[]> {
  const { rows } = await sql<FormUnitRow>`
    select unit_id as "unitId", edge, meant, by_hand as "byHand", reason from form_unit where form_id = ${formId}::uuid order by unit_id`.execute(
    db,
  );
  return rows;
}

/** What the expressions mean now takes the place of what they meant; what was decided by hand stays. */
export async function saveResolved(tx: Transaction, formId: FormId, units: readonly { unitId: UnitId; edge: Edge }[]): Promise<void> {
  await sql`delete from form_unit where form_id = ${formId}::uuid and not by_hand`.execute(tx);
  if (units.length === 0) return;
  await sql`
    insert into form_unit (form_id, unit_id, edge, meant, by_hand)
    select ${formId}::uuid, unit_id, edge, true, false
      from unnest(${units.map(({ unitId }) => unitId)}::int[], ${units.map(({ edge }) => edge)}::text[]) as given (unit_id, edge)
    on conflict (form_id, unit_id) do update set edge = excluded.edge`.execute(tx);
}

export async function saveByHand(
  tx: Transaction,
  formId: FormId,
  { unitId, edge, meant, reason }: { unitId: UnitId; edge: Edge; meant: boolean; reason: string },
): Promise<void> {
  await sql`
    insert into form_unit (form_id, unit_id, edge, meant, by_hand, reason)
    values (${formId}::uuid, ${unitId}::int, ${edge}::text, ${meant}::boolean, true, ${reason}::text)
    on conflict (form_id, unit_id) do update set edge = excluded.edge, meant = excluded.meant, by_hand = true, reason = excluded.reason`.execute(
    tx,
  );
}

/** False when nothing had been decided by hand about the unit. */
export async function removeByHand(tx: Transaction, formId: FormId, unitId: UnitId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("form_unit")
    .where("form_id", "=", formId)
    .where("unit_id", "=", unitId)
    .where("by_hand", "=", true)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Of these units the ones that exist on the day, with the level of the area that each is or works in. */
export async function levelsOf(db: Database, units: readonly UnitId[], day: CalendarDate): Promise<Map<UnitId, FormLevel | null>> {
  if (units.length === 0) return new Map();
  const { rows } = await sql<{ unitId: UnitId; level: string | null }>`
    select u.unit_id as "unitId", area.kind as level
      from tree_version version
      join unit_at u on u.ver = version.ver and u.unit_id = any(${[...units]}::int[])
      left join unit_at area on area.ver = version.ver and area.unit_id = u.area_id
     where version.valid @> ${day}::date`.execute(db);
  const known = (level: string | null): FormLevel | null => (level === null || level === "country" ? null : (level as FormLevel));
  return new Map(rows.map(({ unitId, level }) => [unitId, known(level)]));
}

export type OtherForm = {
  formId: FormId;
  title: string;
  calendar: "civil" | "cut-off-15";
  kind: "week" | "month" | "quarter" | "half" | "nine-month" | "year" | "ad-hoc";
  from: CalendarDate | null;
  to: CalendarDate | null;
  indicatorId: number;
  member: string;
  units: number;
};

/** Rows of other open forms that ask the same cells of some of these units, with how many of them. */
export async function sameCellsElsewhere(
  db: Database,
  formId: FormId | null,
  units: readonly UnitId[],
  indicators: readonly number[],
): Promise<OtherForm[]> {
  if (units.length === 0 || indicators.length === 0) return [];
  const { rows } = await sql<OtherForm>`
    with other as materialized (
      select f.id, v.title, f.calendar, f.period_kind, f.ad_hoc_from, f.ad_hoc_to, v.content,
             (select count(*)::int from form_unit u where u.form_id = f.id and u.meant and u.unit_id = any(${[...units]}::int[])) as units
        from form f
        join form_version v on v.form_id = f.id and v.n = (select max(n) from form_version p where p.form_id = f.id and p.published_at is not null)
       where f.state = 'open' and f.id is distinct from ${formId}::uuid
    )
    select o.id as "formId", o.title, o.calendar, o.period_kind as kind, o.ad_hoc_from as "from", o.ad_hoc_to as "to",
           (r ->> 'indicatorId')::int as "indicatorId", coalesce(r ->> 'member', '') as member, o.units
      from other o, jsonb_path_query(o.content, '$.sections[*].rows[*]') r
     where o.units > 0 and (r ->> 'indicatorId')::int = any(${[...indicators]}::int[])
     order by o.id`.execute(db);
  return rows;
}
