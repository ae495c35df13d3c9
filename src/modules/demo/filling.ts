import type { UnitId } from "../../kernel/ids.ts";
import { problem } from "../../kernel/errors.ts";
import { transaction, type Database, type Transaction } from "../../platform/database/index.ts";
import { enqueue } from "../../platform/jobs.ts";
import { recordAct } from "../audit/index.ts";
import { addPerson } from "../identity/index.ts";
import { importUnits, rootUnits, unitsWithin } from "../units/index.ts";
import { beginDemoWork } from "./jobs.ts";
import { say } from "./messages.ts";
import { people } from "./people.ts";
import { provinceName } from "./province.ts";
import { markDemo } from "./store.ts";
import { demoUnits } from "./units.ts";

export const demoActor = { system: "demo" } as const;

/**
 * Fills an empty installation with the demo province: units and people now, the plan and its work in the background, all
 * through the acts that people use. `models`: also two years of models, a minute's work. Refuses an installation that holds units.
 */
export function fillDemo(
  db: Database,
  { work = "in a job", models = true }: { work?: "in a job" | "by the caller"; models?: boolean } = {},
): Promise<{ province: UnitId }> {
  return transaction(db, async (tx) => {
    if ((await rootUnits(tx)).length > 0) throw problem("wrong_state", say("notEmpty"));
    const units = await addUnits(tx);
    const province = mustHave(units, provinceName);
    for (const { name, login, posts } of people) {
      await addPerson(
        tx,
        demoActor,
        { name, login },
        posts.map(({ unit, role }) => ({ unitId: mustHave(units, unit), role, from: "2026-01-01" })),
      );
    }
    await markDemo(tx, province);
    await recordAct(tx, demoActor, { act: "demo:fill", thing: { kind: "unit", id: String(province) }, unitId: province });
    // A caller that begins the work itself must not race the server's job.
    if (work === "in a job") await enqueue(tx, beginDemoWork, { models });
    return { province };
  });
}

/** The demo's units of today by name; those that people hold posts at have names of their own. */
async function addUnits(tx: Transaction): Promise<Map<string, UnitId>> {
  const bytes = new TextEncoder().encode(JSON.stringify(demoUnits()));
  const report = await importUnits(tx, demoActor, { file: { bytes, name: "demo.json" }, mode: "all" });
  if (!report.written) throw new Error(`the demo's units were refused: ${JSON.stringify(report.rejected.slice(0, 3))}`);
  const [province] = await rootUnits(tx);
  if (!province) throw new Error("the demo has no province");
  return new Map([province, ...(await unitsWithin(tx, province.id))].map(({ name, id }) => [name, id]));
}

function mustHave(units: Map<string, UnitId>, name: string): UnitId {
  const id = units.get(name);
  if (id === undefined) throw new Error(`the demo has no unit "${name}"`);
  return id;
}
