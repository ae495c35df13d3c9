import { authorise, may, type Actor, type SystemActor } from "../../../kernel/actor.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordActs } from "../../audit/index.ts";
import type { ImportMode, ImportReport } from "../contract.ts";
import { multirange } from "../editing.ts";
import { allCodes, allUnits } from "../store/directory.ts";
import { insertCodes, insertEdges, insertRelations, insertUnits } from "../store/editing.ts";
import { everWithin } from "../store/reading.ts";
import { lockTree, rebuildTree } from "../store/tree.ts";
import { planImport, type Directory, type NewOne, type Target, type Under } from "./plan.ts";
import { readRows } from "./rows.ts";

export type ImportFile = { bytes: Uint8Array; name: string };

/**
 * Reads a file of units and says what would become of every row; in the modes `all` and `good` also writes. The system (the
 * command line, the first set-up) may add roots; a person's rows go under what their post reaches.
 */
export function importUnits(
  db: Database,
  actor: Actor | SystemActor,
  { file, mode, under }: { file: ImportFile; mode: ImportMode; under?: UnitId },
): Promise<ImportReport> {
  authorise("system" in actor || may(actor, "unit:edit"), "unit:edit");
  const rows = readRows(file.bytes, file.name);
  return transaction(db, async (tx) => {
    await lockTree(tx);
    const directory = await readDirectory(tx, actor);
    const place: Under = under !== undefined ? { unit: under } : "system" in actor ? "root" : "nowhere";
    const plan = planImport(rows, directory, place);
    const written = mode === "good" ? plan.created.length > 0 : mode === "all" && plan.rejected.length === 0 && plan.created.length > 0;
    if (written) await write(tx, actor, plan.created, file.name);
    return {
      rows: rows.length,
      created: plan.created.length,
      unchanged: plan.unchanged,
      rejected: plan.rejected,
      written,
      sample: plan.created.slice(0, 50).map((unit) => sampleOf(unit, directory)),
    };
  });
}

async function readDirectory(tx: Transaction, actor: Actor | SystemActor): Promise<Directory> {
  const units = await allUnits(tx);
  const reached = "system" in actor ? null : await everWithin(tx, actor.unitId);
  return {
    units: new Map([...units].map(([id, unit]) => [id, { ...unit, reachable: reached === null || reached.has(id) }])),
    codes: await allCodes(tx),
  };
}

async function write(tx: Transaction, actor: Actor | SystemActor, created: readonly NewOne[], fileName: string): Promise<void> {
  const ids = await insertUnits(
    tx,
    created.map(({ kind }) => kind),
  );
  const numbers = new Map(created.map((unit, at) => [unit, ids[at] ?? (0 as UnitId)]));
  const idOf = (target: Target): UnitId => (typeof target === "number" ? target : (numbers.get(target) ?? (0 as UnitId)));
  const own = <T extends object>(list: (unit: NewOne) => readonly T[]) =>
    created.flatMap((unit) => list(unit).map((row) => ({ ...row, unitId: idOf(unit) })));
  await insertEdges(
    tx,
    own(({ edges }) => edges).map(({ parent, ...edge }) => ({ ...edge, parentId: parent === null ? null : idOf(parent) })),
  );
  await insertCodes(
    tx,
    own(({ codes }) => codes),
  );
  await insertRelations(
    tx,
    own(({ relations }) => relations).map(({ superior, ...relation }) => ({ ...relation, superiorId: idOf(superior) })),
  );
  await rebuildTree(tx, multirange(created.flatMap(({ edges }) => edges)));
  await recordActs(
    tx,
    actor,
    created.map((unit) => ({
      act: "unit:import",
      thing: { kind: "unit", id: String(idOf(unit)) },
      unitId: idOf(unit),
      after: { name: unit.edges.at(-1)?.name ?? "", kind: unit.kind, file: fileName, row: unit.rows[0] ?? 0 },
    })),
  );
}

function sampleOf(unit: NewOne, directory: Directory): ImportReport["sample"][number] {
  const [edge] = unit.edges;
  const parent = edge?.parent ?? null;
  const parentEdges = parent === null ? [] : typeof parent === "number" ? (directory.units.get(parent)?.edges ?? []) : parent.edges;
  return {
    row: unit.rows[0] ?? 0,
    name: edge?.name ?? "",
    kind: unit.kind,
    parent: parentEdges.at(-1)?.name ?? "",
    from: edge?.from ?? null,
    until: unit.edges.at(-1)?.until ?? null,
  };
}
