import { beginSession } from "../../src/modules/identity/index.ts";
import { fillDemo } from "../../src/modules/demo/index.ts";
import type { PersonId, UnitId } from "../../src/kernel/ids.ts";
import { transaction } from "../../src/platform/database/index.ts";
import { exportUnits } from "../../src/modules/units/index.ts";
import type { TestApp, Visitor } from "./app.ts";

/**
 * The demo province as an administrator's one click makes it, its plan under way. `login("hanh")` is the person with that login before ".demo" at a
 * browser; `unit("Sở Nội vụ")` the number of a unit by its name, also of one that is history.
 */
export async function demoProvince(app: TestApp) {
  const { province } = await fillDemo(app.db, { models: false });
  await app.runJobs();
  const rows = JSON.parse(await exportUnits(app.db, "json")) as { key: string; name: string }[];
  const ids = new Map(rows.map(({ key, name }) => [name, Number(key.slice(1)) as UnitId]));
  return {
    province,
    unit: (name: string): UnitId => {
      const id = ids.get(name);
      if (id === undefined) throw new Error(`the demo has no unit "${name}"`);
      return id;
    },
    async login(name: string): Promise<Visitor & { token: string }> {
      const { id } = await app.db.selectFrom("person").select("id").where("login", "=", `${name}.demo`).executeTakeFirstOrThrow();
      const now = app.services.clock();
      const session = await transaction(app.db, (tx) =>
        beginSession(tx, { personId: id as PersonId, complete: true, shared: false, userAgent: "test", now }),
      );
      return { ...app.visitor(session.token), token: session.token };
    },
  };
}
