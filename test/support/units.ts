import type { UnitId } from "../../src/kernel/ids.ts";
import { createUnit, type NewUnit } from "../../src/modules/units/index.ts";
import type { Database } from "../../src/platform/database/index.ts";

type Wish = Partial<Omit<NewUnit, "name" | "kind">> & Pick<NewUnit, "name" | "kind">;

/** A unit for a test, there since 2020 unless said otherwise. */
export async function unit(db: Database, wish: Wish): Promise<UnitId> {
  const made = await createUnit(
    db,
    { system: "test" },
    { parentId: null, from: "2020-01-01", until: null, codes: [], relations: [], ...wish },
  );
  return made.id;
}
