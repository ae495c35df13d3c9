import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { DocumentId, UnitId } from "../../../kernel/ids.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { canSeeDocument } from "../../documents/index.ts";
import { getUnit } from "../../units/index.ts";
import type { Form, FormOrigin, FormPeriods, FormSettings, NewFormInput } from "../contract/forms.ts";
import { NewForm } from "../contract/forms.ts";
import { sizeOf, usualDue } from "../domain/forms.ts";
import { dueText } from "../domain/rounds-wording.ts";
import { say } from "../messages/forms.ts";
import { deletePreparing, insertForm, periodsOf, savePeriods, saveVersion } from "../store/forms.ts";
import { countEdit, lockDraft, lockOwnForm, mayAskFor, recordFormAct } from "./forms-changing.ts";
import { getVersion, readForm, seeForm, settingsOf } from "./forms-reading.ts";

/** Where a form comes from; the caller has checked that the actor may read the plan. */
export type FormSource = { origin: FormOrigin; planId?: string | null; documentId?: string | null };

/** A draft form: from the dictionary, a plan, an outline or another form, by what `source` says. */
export function createForm(db: Database, actor: Actor, input: NewFormInput & FormSource, now: Date): Promise<Form> {
  return transaction(db, async (tx) => {
    const { origin, planId = null, documentId = null, ...given } = input;
    const { ownerId = actor.unitId, periods, due, ...said } = wellFormed(given);
    await mayAskFor(tx, actor, ownerId);
    await mustBeReadable(tx, actor, documentId);
    const owner = await getUnit(tx, ownerId);
    const settings: FormSettings = { ...said, receiverText: said.receiverText || owner.name, due: due ?? usualDue(periods) };
    return insertDraft(tx, actor, { ownerId, origin, planId, documentId, periods, settings }, now);
  });
}

/** What another slice proposes is held to the same limits as what a browser sends. */
function wellFormed(given: NewFormInput): NewForm {
  const parsed = NewForm.safeParse(given);
  if (parsed.success) return parsed.data;
  const places = [...new Set(parsed.error.issues.map(({ path }) => path.join(".")))];
  throw problem("invalid_input", say("badForm", { places: places.slice(0, 5).join(", ") }));
}

type Draft = {
  ownerId: UnitId;
  origin: FormOrigin;
  planId: string | null;
  documentId: string | null;
  periods: FormPeriods;
  settings: FormSettings;
};

async function insertDraft(tx: Transaction, actor: Actor, { settings, ...draft }: Draft, now: Date): Promise<Form> {
  const id = await insertForm(tx, { ...draft, createdBy: actor.personId }, now);
  await saveVersion(tx, id, 1, settings, actor.personId, now);
  await recordFormAct(tx, actor, { act: "form:create", form: { id, ownerId: draft.ownerId }, after: shortOf(settings) });
  return readForm(tx, actor, id);
}

async function mustBeReadable(tx: Transaction, actor: Actor, documentId: string | null): Promise<void> {
  if (documentId !== null && !(await canSeeDocument(tx, actor, documentId as DocumentId))) throw problem("not_found", say("noDocument"));
}

/** What a history shows of a form; rows and narratives are seen on its page. */
const shortOf = ({ title, basis, addressees, countsOnTime, due, content }: FormSettings) => ({
  title,
  basis,
  addressees: addressees.join("; "),
  countsOnTime,
  due: dueText(due).vi,
  rows: sizeOf(content).rows,
});

/** The same questions again, in another unit's name or for other periods. Whoever may read a form may copy it. */
export function copyForm(
  db: Database,
  actor: Actor,
  { id, ownerId = actor.unitId, title, periods }: { id: string; ownerId?: UnitId; title?: string; periods?: FormPeriods },
  now: Date,
): Promise<Form> {
  return transaction(db, async (tx) => {
    const { form, standing } = await seeForm(tx, actor, id);
    const n = form.published ?? (standing.owns ? form.preparing : null);
    if (n === null) throw problem("not_found", say("noEdition"));
    await mayAskFor(tx, actor, ownerId);
    const settings = settingsOf(await getVersion(tx, form, n));
    const foreign = ownerId !== form.ownerId;
    const owner = await getUnit(tx, ownerId);
    const same = periods ?? periodsOf(form);
    return insertDraft(
      tx,
      actor,
      {
        ownerId,
        origin: "copy",
        planId: foreign ? null : form.planId,
        documentId: foreign ? null : form.documentId,
        periods: same,
        settings: {
          ...settings,
          title: title ?? say("copyOf", { title: settings.title }).vi,
          // Another unit asks other units, on another basis, until another day.
          ...(foreign ? { addressees: [], basis: "", receiverText: owner.name } : {}),
          ...(periods && periods.kind !== form.periodKind ? { due: usualDue(same) } : {}),
        },
      },
      now,
    );
  });
}

export function editForm(
  db: Database,
  actor: Actor,
  { id, version, settings, periods }: { id: string; version: number; settings: FormSettings; periods?: FormPeriods },
  now: Date,
): Promise<Form> {
  return transaction(db, async (tx) => {
    const { form, n } = await lockDraft(tx, actor, id);
    await countEdit(tx, actor, form, version);
    const before = settingsOf(await getVersion(tx, form, n));
    if (periods && form.published !== null && !samePeriods(periods, periodsOf(form))) throw problem("wrong_state", say("periodsStay"));
    if (periods && form.published === null) await savePeriods(tx, form.id, periods);
    await saveVersion(tx, form.id, n, settings, actor.personId, now);
    await recordFormAct(tx, actor, { act: "form:edit", form, before: shortOf(before), after: shortOf(settings) });
    return readForm(tx, actor, id, n);
  });
}

const samePeriods = (one: FormPeriods, other: FormPeriods): boolean =>
  one.calendar === other.calendar && one.kind === other.kind && one.from === other.from && one.to === other.to;

/** A draft that starts as what is in force. */
export function newVersion(db: Database, actor: Actor, { id, version }: { id: string; version: number }, now: Date): Promise<Form> {
  return transaction(db, async (tx) => {
    const form = await lockOwnForm(tx, actor, id);
    if (form.preparing !== null) throw problem("wrong_state", say("alreadyPreparing"));
    if (form.state !== "open" || form.published === null) throw problem("wrong_state", say("notOpen"));
    await countEdit(tx, actor, form, version);
    const n = form.published + 1;
    await saveVersion(tx, form.id, n, settingsOf(await getVersion(tx, form, form.published)), actor.personId, now);
    await recordFormAct(tx, actor, { act: "form:new-version", form, after: { edition: n } });
    return readForm(tx, actor, id, n);
  });
}

/** A form that was never published goes altogether. */
export function discardDraft(db: Database, actor: Actor, { id, version }: { id: string; version: number }): Promise<{ formLeft: boolean }> {
  return transaction(db, async (tx) => {
    const { form, n } = await lockDraft(tx, actor, id);
    await countEdit(tx, actor, form, version);
    await deletePreparing(tx, form);
    await recordFormAct(tx, actor, { act: "form:discard", form, after: { edition: n } });
    return { formLeft: form.published !== null };
  });
}
