import { authorise, may, type Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { ExemplarId, UnitId } from "../../../../kernel/ids.ts";
import { vietnamDate } from "../../../../kernel/time/index.ts";
import { transaction } from "../../../../platform/database/index.ts";
import { recordAct } from "../../../audit/index.ts";
import { reaches, unitsByIds } from "../../../units/index.ts";
import { mayAct } from "../../policy.ts";
import { createExemplar } from "../../service/registering.ts";
import { getVisible } from "../../service/view.ts";
import type { Contents } from "../../shapes.ts";
import type { CopyIn, Learning, StudyIn } from "../contract.ts";
import { takenOver } from "../domain.ts";
import { say } from "../messages.ts";
import { deleteStudy, insertStudy, saveCopy, studiesOf } from "../store.ts";
import { isOpen, readLearning, type Serving } from "./page.ts";

/**
 * Begins a copy for the own unit. How it is done comes along and is marked as the original's until somebody changes it; situation,
 * goals, place and time are the unit's own to write.
 */
export function copyExemplar(
  { db, clock }: Serving,
  actor: Actor,
  { id, adapted, ...input }: CopyIn & { id: ExemplarId },
): Promise<{ id: string }> {
  return transaction(db, async (tx) => {
    const { record } = await getVisible(tx, actor, id);
    if (!isOpen(record)) throw problem("wrong_state", say("notOpen"));
    const taken: Contents = Object.fromEntries(takenOver.flatMap((key) => (record.contents[key] ? [[key, record.contents[key]]] : [])));
    const made = await createExemplar({ db: tx, clock }, actor, {
      ...input,
      kind: record.kind,
      field: record.field,
      themes: record.themes,
      stream: "new",
      contents: taken,
    });
    await saveCopy(tx, made.id as ExemplarId, { original: id, adapted, taken, by: actor.personId, now: clock() });
    await recordAct(tx, actor, {
      act: "exemplar:copy",
      thing: { kind: "exemplar", id: made.id },
      unitId: made.lead.id,
      after: { copiedFrom: id },
    });
    return { id: made.id };
  });
}

/** A unit came to learn. Told by the unit that came, or by the one that received it. */
export function addStudy(
  { db, clock }: Serving,
  actor: Actor,
  { id, unitId = actor.unitId, onDate, people, tookHome }: StudyIn & { id: ExemplarId },
): Promise<Learning> {
  const now = clock();
  if (onDate > vietnamDate(now)) throw problem("invalid_input", say("future"), { fields: { onDate: say("future").vi } });
  return transaction(db, async (tx) => {
    const { record, sides } = await getVisible(tx, actor, id);
    if (!(await unitsByIds(tx, [unitId])).has(unitId))
      throw problem("invalid_input", say("noUnit"), { fields: { unitId: say("noUnit").vi } });
    const own = unitId === actor.unitId || (await reaches(tx, actor.unitId, unitId));
    authorise(may(actor, "exemplar:register") && (own || mayAct(actor, "edit", sides)), "exemplar:register");
    if (!isOpen(record)) throw problem("wrong_state", say("notOpen"));
    await insertStudy(tx, id, { unitId, onDate, people: people ?? null, tookHome, by: actor.personId, at: actor.unitId, now });
    await recordAct(tx, actor, {
      act: "exemplar:study",
      thing: { kind: "exemplar", id },
      unitId: record.lead_id,
      after: { studyUnit: unitId, onDate },
    });
    return readLearning(tx, actor, id);
  });
}

export function removeStudy({ db }: Serving, actor: Actor, { id, studyId }: { id: ExemplarId; studyId: string }): Promise<Learning> {
  return transaction(db, async (tx) => {
    const { record, sides } = await getVisible(tx, actor, id);
    const study = (await studiesOf(tx, id)).find((each) => each.id === studyId);
    if (!study) throw problem("not_found", say("noStudy"));
    const typed = async (unit: UnitId) => unit === actor.unitId || reaches(tx, actor.unitId, unit);
    authorise(may(actor, "exemplar:register") && (mayAct(actor, "edit", sides) || (await typed(study.typed_at))), "exemplar:register");
    await deleteStudy(tx, studyId);
    await recordAct(tx, actor, {
      act: "exemplar:remove-study",
      thing: { kind: "exemplar", id },
      unitId: record.lead_id,
      before: { studyUnit: study.unit_id, onDate: study.on_date },
    });
    return readLearning(tx, actor, id);
  });
}
