import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { IndicatorId, UnitId } from "../../../kernel/ids.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import type { MeasureSource } from "../../../platform/measure.ts";
import { recordAct } from "../../audit/index.ts";
import { IndicatorInput, type Indicator, type NewIndicatorInput } from "../contract/dictionary.ts";
import { changesMeaning, faults, settle, type Settled } from "../domain/dictionary.ts";
import { mayDefineFor } from "../domain/dictionary-policy.ts";
import { say } from "../messages/dictionary.ts";
import {
  findIndicatorForUpdate,
  findNamesake,
  insertIndicator,
  isUsed,
  saveState,
  updateIndicator,
  type IndicatorRow,
} from "../store/dictionary.ts";
import { knownMeasures, readIndicator } from "./dictionary.ts";
import { owningUnits } from "./forms-reading.ts";

/** A new indicator of one's own unit, with what is usual for its kind of value where nothing is said. */
export function createIndicator(
  db: Database,
  actor: Actor,
  sources: readonly MeasureSource[],
  input: NewIndicatorInput,
): Promise<Indicator> {
  return transaction(db, async (tx) => {
    const { ownerId = actor.unitId, ...given } = input;
    authorise(mayDefineFor(actor, (await owningUnits(tx, actor)).includes(ownerId)), "indicator:define");
    const settled = settle(IndicatorInput.parse(given));
    await check(tx, sources, settled, [], ownerId, null);
    const id = await insertIndicator(tx, ownerId, settled);
    await record(tx, actor, "indicator:create", { id, ownerId }, { after: shortOf(settled) });
    return readIndicator(tx, actor, sources, id);
  });
}

type Seen = { id: IndicatorId; version: number };

/** Changes an own indicator. What figures mean that were given already does not change. */
export function editIndicator(
  db: Database,
  actor: Actor,
  sources: readonly MeasureSource[],
  { id, version, ...input }: Seen & IndicatorInput,
): Promise<Indicator> {
  return transaction(db, async (tx) => {
    const before = await lockOwn(tx, actor, { id, version });
    if (before.state === "retired") throw problem("wrong_state", say("isRetired"));
    const after = settle(input);
    await check(
      tx,
      sources,
      after,
      before.measures.flatMap(({ names }) => names),
      before.ownerId,
      id,
    );
    if (changesMeaning(before, after) && (await isUsed(tx, id))) throw problem("wrong_state", say("used"));
    await updateIndicator(tx, id, after);
    await record(tx, actor, "indicator:edit", before, { before: shortOf(before), after: shortOf(after) });
    return readIndicator(tx, actor, sources, id);
  });
}

export function retireIndicator(
  db: Database,
  actor: Actor,
  sources: readonly MeasureSource[],
  { reason, ...seen }: Seen & { reason: string },
): Promise<Indicator> {
  return transaction(db, async (tx) => {
    const row = await lockOwn(tx, actor, seen);
    if (row.state === "retired") throw problem("wrong_state", say("isRetired"));
    await saveState(tx, seen.id, "retired", reason);
    await record(tx, actor, "indicator:retire", row, { note: reason });
    return readIndicator(tx, actor, sources, seen.id);
  });
}

export function restoreIndicator(db: Database, actor: Actor, sources: readonly MeasureSource[], seen: Seen): Promise<Indicator> {
  return transaction(db, async (tx) => {
    const row = await lockOwn(tx, actor, seen);
    if (row.state !== "retired") throw problem("wrong_state", say("notRetired"));
    await check(
      tx,
      sources,
      row,
      row.measures.flatMap(({ names }) => names),
      row.ownerId,
      seen.id,
    );
    await saveState(tx, seen.id, "active", null);
    await record(tx, actor, "indicator:restore", row, {});
    return readIndicator(tx, actor, sources, seen.id);
  });
}

/** The indicator, held until the transaction ends: of one's own unit, and as the editor saw it. */
async function lockOwn(tx: Transaction, actor: Actor, { id, version }: Seen): Promise<IndicatorRow & { ownerId: UnitId }> {
  const row = await findIndicatorForUpdate(tx, id);
  if (!row) throw problem("not_found", say("noIndicator"));
  const { ownerId } = row;
  if (ownerId === null) throw problem("forbidden", say("ofCatalogue"));
  if (!mayDefineFor(actor, (await owningUnits(tx, actor)).includes(ownerId))) throw problem("forbidden", say("notYours"));
  if (row.version !== version) throw problem("conflict", say("stale"), { current: await readIndicator(tx, actor, [], id) });
  return { ...row, ownerId };
}

/** `kept`: measures that it names already; one whose slice is gone may stay, a new one must exist. */
async function check(
  tx: Transaction,
  sources: readonly MeasureSource[],
  settled: Settled,
  kept: readonly string[],
  ownerId: UnitId,
  except: IndicatorId | null,
): Promise<void> {
  const fields = faults(settled);
  const [first] = Object.values(fields ?? {});
  if (fields && first) throw problem("invalid_input", first, { fields });
  const known = await knownMeasures(tx, sources);
  const unknown = settled.measures.flatMap(({ names }) => names).find((name) => !known.has(name) && !kept.includes(name));
  if (unknown !== undefined)
    throw problem("invalid_input", say("noSuchMeasure", { name: unknown }), {
      fields: { measures: say("noSuchMeasure", { name: unknown }) },
    });
  const namesake = await findNamesake(tx, { ownerId, name: settled.name, unit: settled.unit, except });
  if (namesake) throw problem("conflict", say("sameName", namesake), { fields: { name: say("sameName", namesake) } });
}

const shortOf = ({ name, definition, topic, unit, valueKind, overUnits, overTime, overMerger, dimension, measures }: Settled) => ({
  name,
  definition,
  topic,
  unit,
  valueKind,
  overUnits,
  overTime,
  overMerger,
  members: (dimension?.members ?? []).map(({ label }) => label).join("; "),
  measures: measures.flatMap(({ names }) => names).join(", "),
});

type Noted = { before?: ReturnType<typeof shortOf>; after?: ReturnType<typeof shortOf>; note?: string };

function record(
  tx: Transaction,
  actor: Actor,
  act: string,
  { id, ownerId }: { id: IndicatorId; ownerId: UnitId },
  noted: Noted,
): Promise<void> {
  return recordAct(tx, actor, { act, thing: { kind: "indicator", id: String(id) }, unitId: ownerId, ...noted });
}

/** The history of an indicator is open to whoever may read the dictionary. */
export async function canSeeIndicator(_db: Database, actor: Actor, _id: string): Promise<boolean> {
  return actor.permissions.has("indicator:view");
}
