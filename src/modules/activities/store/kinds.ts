import type { Database } from "../../../platform/database/index.ts";
import { ActivityField, type ActivityKind } from "../contract.ts";
import { groupNames } from "../messages.ts";

/** All kinds in the order in which they are offered, also those that are no longer. */
export async function allKinds(db: Database): Promise<ActivityKind[]> {
  const rows = await db.selectFrom("activity_kind").selectAll().orderBy("position").execute();
  return rows.map(({ code, name_vi, name_en, kind_group, fields, active }) => ({
    code,
    name: { vi: name_vi, en: name_en },
    group: groupNames[kind_group] ?? { vi: kind_group, en: kind_group },
    fields: ActivityField.array().parse(fields),
    active,
  }));
}

export async function findKind(db: Database, code: string): Promise<ActivityKind | undefined> {
  return (await allKinds(db)).find((kind) => kind.code === code);
}
