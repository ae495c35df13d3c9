import { authorise, may, type Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import { transaction, type Database } from "../../../../platform/database/index.ts";
import { recordAct } from "../../../audit/index.ts";
import { unitsByIds } from "../../../units/index.ts";
import { unitIn } from "../../service/view.ts";
import type { Tag } from "../contract.ts";
import { say } from "../messages.ts";
import { deleteTag, insertTag, tagsFor } from "../store.ts";

export async function readTags(db: Database, actor: Actor): Promise<{ items: Tag[]; mayAdd: boolean }> {
  const tags = await tagsFor(db, actor.unitId);
  const units = await unitsByIds(db, [...new Set(tags.flatMap(({ body_id }) => (body_id === null ? [] : [body_id])))]);
  const mayAdd = may(actor, "round:open");
  return {
    items: tags.map(({ id, kind, name, body_id }) => ({
      id,
      kind,
      name,
      body: body_id === null ? null : unitIn(units, body_id),
      mayRemove: mayAdd && body_id === actor.unitId,
    })),
    mayAdd,
  };
}

export function addTag({ db }: { db: Database }, actor: Actor, { kind, name }: Pick<Tag, "kind" | "name">): Promise<Tag> {
  return transaction(db, async (tx) => {
    authorise(may(actor, "round:open"), "round:open");
    const id = await insertTag(tx, { kind, name, body: actor.unitId });
    if (id === undefined) throw problem("conflict", say("tagTwice"));
    await recordAct(tx, actor, {
      act: "exemplar-tag:add",
      thing: { kind: "exemplar-tag", id },
      unitId: actor.unitId,
      after: { tagName: name },
    });
    const units = await unitsByIds(tx, [actor.unitId]);
    return { id, kind, name, body: unitIn(units, actor.unitId), mayRemove: true };
  });
}

/** Of the own body only: what is suggested to everybody, or by those above, is not for a unit below to take away. */
export function removeTag({ db }: { db: Database }, actor: Actor, { id }: { id: string }): Promise<{ id: string }> {
  return transaction(db, async (tx) => {
    authorise(may(actor, "round:open"), "round:open");
    const name = await deleteTag(tx, id, actor.unitId);
    if (name === undefined) throw problem("not_found", say("noTag"));
    await recordAct(tx, actor, {
      act: "exemplar-tag:remove",
      thing: { kind: "exemplar-tag", id },
      unitId: actor.unitId,
      before: { tagName: name },
    });
    return { id };
  });
}
