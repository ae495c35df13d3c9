import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { unitsByIds } from "../../units/index.ts";
import { cellOf } from "../contract/cells.ts";
import type { Layout, LayoutContent } from "../contract/layouts.ts";
import { mayDefineFor } from "../domain/dictionary-policy.ts";
import { say } from "../messages/layouts.ts";
import { placesOfCells } from "../store/figures-slots.ts";
import {
  deleteLayout,
  findLayout,
  findLayoutForUpdate,
  insertLayout,
  listLayouts,
  updateLayout,
  type LayoutRow,
} from "../store/layouts.ts";
import { owningUnits } from "./forms-reading.ts";

export async function readLayouts(db: Database, actor: Actor): Promise<Layout[]> {
  const owning = await owningUnits(db, actor);
  const rows = await listLayouts(db, owning);
  return shown(db, actor, rows);
}

async function shown(db: Database, actor: Actor, rows: readonly LayoutRow[]): Promise<Layout[]> {
  const owners = await unitsByIds(
    db,
    rows.flatMap(({ ownerId }) => ownerId ?? []),
  );
  return rows.map(({ ownerId, ...row }) => ({
    ...row,
    owner: ownerId === null ? null : (owners.get(ownerId) ?? { id: ownerId, name: `#${ownerId}`, kind: "other-body" }),
    // Only those of one's own units are listed.
    can: mayDefineFor(actor, ownerId !== null) ? ["edit", "remove"] : [],
  }));
}

/** A layout that this person may export with: shipped, or of their own units. */
export async function getLayout(db: Database, actor: Actor, id: string): Promise<LayoutRow> {
  const row = await findLayout(db, id);
  if (!row || (row.ownerId !== null && !(await owningUnits(db, actor)).includes(row.ownerId))) throw problem("not_found", say("noLayout"));
  return row;
}

type Given = { name: string; description: string; content: LayoutContent };

export function createLayout(db: Database, actor: Actor, given: Given): Promise<Layout> {
  return transaction(db, async (tx) => {
    authorise(mayDefineFor(actor, (await owningUnits(tx, actor)).includes(actor.unitId)), "indicator:define");
    await columnsKnown(tx, given.content);
    const id = await insertLayout(tx, actor.unitId, given);
    await record(tx, actor, "layout:create", id, given.name);
    return one(tx, actor, id);
  });
}

export function editLayout(
  db: Database,
  actor: Actor,
  { id, version, ...given }: Given & { id: string; version: number },
): Promise<Layout> {
  return transaction(db, async (tx) => {
    await lockOwn(tx, actor, id, version);
    await columnsKnown(tx, given.content);
    await updateLayout(tx, id, given);
    await record(tx, actor, "layout:edit", id, given.name);
    return one(tx, actor, id);
  });
}

export function removeLayout(db: Database, actor: Actor, { id, version }: { id: string; version: number }): Promise<Record<string, never>> {
  return transaction(db, async (tx) => {
    const { name } = await lockOwn(tx, actor, id, version);
    await deleteLayout(tx, id);
    await record(tx, actor, "layout:remove", id, name);
    return {};
  });
}

async function lockOwn(tx: Transaction, actor: Actor, id: string, version: number): Promise<LayoutRow> {
  const row = await findLayoutForUpdate(tx, id);
  if (row && row.ownerId === null) throw problem("forbidden", say("shipped"));
  const owner = row?.ownerId ?? null;
  const owns = owner !== null && (await owningUnits(tx, actor)).includes(owner);
  if (!row || !owns) throw problem("not_found", say("noLayout"));
  authorise(mayDefineFor(actor, owns), "indicator:define");
  if (row.version !== version) throw problem("conflict", say("stale"), { current: await one(tx, actor, id) });
  return row;
}

async function one(db: Database, actor: Actor, id: string): Promise<Layout> {
  const [layout] = await shown(db, actor, [await getLayout(db, actor, id)]);
  if (!layout) throw problem("not_found", say("noLayout"));
  return layout;
}

async function columnsKnown(db: Database, content: LayoutContent): Promise<void> {
  if (content.rows !== "units") return;
  const keys = content.columns.flatMap((column) => ("cell" in column ? [column.cell] : []));
  const placed = await placesOfCells(db, keys.map(cellOf));
  if (keys.some((key) => !placed.has(key)))
    throw problem("invalid_input", say("unknownCells"), { fields: { content: say("unknownCells") } });
}

const record = (tx: Transaction, actor: Actor, act: string, id: string, name: string): Promise<void> =>
  recordAct(tx, actor, { act, thing: { kind: "layout", id }, unitId: actor.unitId, after: { name } });
