import { authorise, may, type Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { UnitId } from "../../../../kernel/ids.ts";
import { transaction, type Database, type Transaction } from "../../../../platform/database/index.ts";
import { recordAct } from "../../../audit/index.ts";
import { unitsByIds } from "../../../units/index.ts";
import { unitIn } from "../../service/view.ts";
import type { Blank, BlankIn } from "../contract.ts";
import { say } from "../messages.ts";
import { printOnBlank } from "../paper/blank.ts";
import { blankNamed, blanksOf, findBlank, insertBlank, lockBlank, updateBlank, type BlankRecord } from "../store/blanks.ts";
import { unitsAbove } from "../store/rules.ts";
import { configuring, mustConfigure, type Recognising } from "./access.ts";

async function shown(db: Database, records: readonly BlankRecord[]): Promise<Blank[]> {
  const units = await unitsByIds(db, [...new Set(records.map(({ unit_id }) => unit_id))]);
  return records.map(({ unit_id, ...blank }) => ({ ...blank, unit: unitIn(units, unit_id) }));
}

/** Blanks that the body or one above it has measured: a province's own serve its communes as a beginning. */
export async function readBlanks(db: Database, actor: Actor, { bodyId }: { bodyId?: UnitId | undefined }) {
  const { unit, mayEdit } = await configuring(db, actor, bodyId);
  return { items: await shown(db, await blanksOf(db, await unitsAbove(db, unit.id))), mayEdit };
}

function check({ width, height, fields }: BlankIn): void {
  if (fields.some((field) => field.x + field.width > width || field.y >= height)) throw problem("invalid_input", say("blankOutside"));
  if (new Set(fields.map(({ key }) => key)).size !== fields.length) throw problem("invalid_input", say("fieldTwice"));
}

async function checkName(tx: Transaction, unit: UnitId, name: string, but: string | null): Promise<void> {
  if (await blankNamed(tx, unit, name, but)) throw problem("conflict", say("blankTwice"), { fields: { name: say("blankTwice").vi } });
}

async function readBlank(db: Database, id: string): Promise<Blank> {
  const record = await findBlank(db, id);
  const [blank] = record ? await shown(db, [record]) : [];
  if (!blank) throw problem("not_found", say("noBlank"));
  return blank;
}

export function createBlank(
  { db, clock }: Recognising,
  actor: Actor,
  { bodyId, ...blank }: BlankIn & { bodyId?: UnitId | undefined },
): Promise<Blank> {
  return transaction(db, async (tx) => {
    const { unit } = await configuring(tx, actor, bodyId);
    await mustConfigure(tx, actor, unit.id);
    check(blank);
    await checkName(tx, unit.id, blank.name, null);
    const id = await insertBlank(tx, unit.id, blank, clock());
    await recordAct(tx, actor, {
      act: "print-blank:create",
      thing: { kind: "print-blank", id },
      unitId: unit.id,
      after: { blankFields: blank.fields.length },
    });
    return readBlank(tx, id);
  });
}

export function editBlank(
  { db, clock }: Recognising,
  actor: Actor,
  { id, version, ...blank }: BlankIn & { id: string; version: number },
): Promise<Blank> {
  return transaction(db, async (tx) => {
    const before = await lockBlank(tx, id);
    if (!before) throw problem("not_found", say("noBlank"));
    await mustConfigure(tx, actor, before.unit_id);
    if (before.version !== version) throw problem("conflict", say("blankChanged"), { current: await readBlank(tx, id) });
    check(blank);
    await checkName(tx, before.unit_id, blank.name, id);
    await updateBlank(tx, id, blank, clock());
    await recordAct(tx, actor, {
      act: "print-blank:edit",
      thing: { kind: "print-blank", id },
      unitId: before.unit_id,
      before: { blankFields: before.fields.length },
      after: { blankFields: blank.fields.length },
    });
    return readBlank(tx, id);
  });
}

/** Samples in the frames of their fields, to be held against the blank. */
export async function testPrint(db: Database, actor: Actor, id: string): Promise<{ name: string; type: string; content: Buffer }> {
  authorise(may(actor, "exemplar:view"), "exemplar:view");
  const blank = await readBlank(db, id);
  return {
    name: `In thử ${blank.name.replaceAll("/", "-")}.pdf`,
    type: "application/pdf",
    content: await printOnBlank(blank, [], { test: true }),
  };
}
