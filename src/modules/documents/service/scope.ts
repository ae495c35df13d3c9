import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { DocumentId, UnitId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import { isArea } from "../../units/contract.ts";
import { getUnit, idsWithin } from "../../units/index.ts";
import { say } from "../messages.ts";
import { findDocumentForUpdate, findReadable, type DocumentRow } from "../store/documents.ts";

/**
 * Units for whose documents this person acts. A body's boards and offices belong to it; a post at an area does not open
 * the drafts of the bodies in it, however far it reaches.
 */
export async function scopeOf(db: Database, actor: Pick<Actor, "unitId">): Promise<UnitId[]> {
  const unit = await getUnit(db, actor.unitId);
  if (isArea(unit.kind)) return [actor.unitId];
  return idsWithin(db, actor.unitId);
}

/** The document, when this person may read it; otherwise it does not exist for them. */
export async function getReadable(db: Database, actor: Actor, id: DocumentId): Promise<{ row: DocumentRow; scope: UnitId[] }> {
  const scope = await scopeOf(db, actor);
  const row = await findReadable(db, id, scope);
  if (!row) throw problem("not_found", say("noDocument"));
  return { row, scope };
}

/** The same, locked until the act is over. */
export async function getReadableForUpdate(tx: Transaction, actor: Actor, id: DocumentId): Promise<{ row: DocumentRow; scope: UnitId[] }> {
  const { scope } = await getReadable(tx, actor, id);
  const row = await findDocumentForUpdate(tx, id);
  if (!row) throw problem("not_found", say("noDocument"));
  return { row, scope };
}
