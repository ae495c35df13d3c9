import type { Actor } from "../../../kernel/actor.ts";
import { authorise } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/language.ts";
import { formatShortDate, vietnamDate, type CalendarDate } from "../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { edgeBetween, getUnit, type Edge } from "../../units/index.ts";
import type { Form, FormPreview } from "../contract/forms.ts";
import { mayDefine } from "../domain/forms-policy.ts";
import { asksNothing, doubledCells } from "../domain/forms.ts";
import { cutOffFor, dueFor, nextToOpen, periodsToOpen } from "../domain/rounds-due.ts";
import { say } from "../messages/forms.ts";
import { closeFormRow, periodsOf, publishVersion, type FormRow, type VersionRow } from "../store/forms.ts";
import { levelsOf, removeByHand, saveByHand, saveResolved } from "../store/forms-units.ts";
import { closeRounds, openedPeriods, roundsAhead } from "../store/rounds.ts";
import { excuseUnits, insertRoundUnit, unitOfRound } from "../store/rounds-units.ts";
import { countEdit, lockDraft, lockOwnForm, recordFormAct } from "./forms-changing.ts";
import { getVersion, readForm, seeForm } from "./forms-reading.ts";
import { resolveForm, type Resolved } from "./forms-resolving.ts";
import { alreadyGiven } from "./forms-sharing.ts";
import { unknownRows } from "./forms-rows.ts";
import { openRounds, periodRef } from "./rounds-opening.ts";

/** Whom publishing would ask, what it would open, and what stands in its way. */
export async function previewForm(db: Database, actor: Actor, id: string, now: Date): Promise<FormPreview> {
  const { form, standing } = await seeForm(db, actor, id);
  authorise(mayDefine(actor, standing), "indicator:define");
  const n = form.preparing ?? form.published;
  if (n === null) throw problem("not_found", say("noEdition"));
  const version = await getVersion(db, form, n);
  const asOf = vietnamDate(now);
  const resolved = await resolveForm(db, form, version, asOf);
  return {
    asOf,
    addressees: resolved.addressees,
    units: resolved.units,
    notAsked: resolved.notAsked,
    rounds: await roundsToCome(db, form, version, asOf),
    alreadyGiven: await alreadyGiven(db, {
      formId: form.id,
      periods: periodsOf(form),
      content: version.content,
      units: resolved.asked.map(({ unitId }) => unitId),
    }),
    blockers: await blockersOf(db, form, version, resolved, asOf),
    unclear: resolved.unclear,
  };
}

async function roundsToCome(db: Database, form: FormRow, { due }: VersionRow, today: CalendarDate): Promise<FormPreview["rounds"]> {
  const periods = periodsOf(form);
  const opened = await openedPeriods(db, form.id);
  const atOnce = periodsToOpen(periods, due, today, form.inForceFrom ?? today).filter(({ code }) => !opened.has(code));
  const next = nextToOpen(periods, due, today);
  return [...atOnce.map((period) => ({ period, opensNow: true })), ...(next ? [{ period: next, opensNow: false }] : [])].map(
    ({ period, opensNow }) => ({
      period: periodRef(period),
      due: dueFor(due, period),
      cutOff: cutOffFor(due, period),
      opensNow,
    }),
  );
}

async function blockersOf(db: Database, form: FormRow, version: VersionRow, { asked }: Resolved, today: CalendarDate): Promise<Text[]> {
  const found: Text[] = [];
  if (version.basis === "") found.push(say("needsBasis"));
  if (asksNothing(version.content)) found.push(say("needsContent"));
  if (asked.length === 0) found.push(say("needsUnits"));
  for (const { label, headings } of doubledCells(version.content)) found.push(say("doubled", { label, headings: headings.join("; ") }));
  for (const { label } of await unknownRows(db, version.content)) found.push(say("unknownIndicator", { label }));
  if (form.periodKind === "ad-hoc" && form.published === null) {
    const [only] = periodsToOpen(periodsOf(form), version.due, today, today);
    if (only && dueFor(version.due, only).lastDay < today) found.push(say("adHocOver"));
  }
  // An old plan's "trước ngày 20/7/2017": published, such a form would never ask anybody.
  const { rule } = version.due;
  if (form.periodKind !== "ad-hoc" && form.published === null && rule.kind === "date") {
    const periods = periodsOf(form);
    const opens = periodsToOpen(periods, version.due, today, today).length > 0 || nextToOpen(periods, version.due, today) !== null;
    if (!opens) found.push(say("dayOver", { day: formatShortDate(rule.date) }));
  }
  return found;
}

/** Puts a unit in or takes one out by hand; it stays so whenever the expressions are read again. */
export function exceptUnit(
  db: Database,
  actor: Actor,
  { id, version, unitId, meant, reason }: { id: string; version: number; unitId: UnitId; meant: boolean; reason: string },
  now: Date,
): Promise<FormPreview> {
  return transaction(db, async (tx) => {
    const form = await lockOwnForm(tx, actor, id);
    if (form.state === "closed") throw problem("wrong_state", say("notOpen"));
    await countEdit(tx, actor, form, version);
    const unit = await getUnit(tx, unitId);
    const edge = await edgeBetween(tx, form.ownerId, unitId, vietnamDate(now));
    await saveByHand(tx, form.id, { unitId, edge, meant, reason });
    if (form.state === "open") await followInRounds(tx, form, { unitId, edge, meant, reason }, now);
    await recordFormAct(tx, actor, { act: "form:except", form, after: meant ? { gained: unit.name } : { lost: unit.name }, note: reason });
    return previewForm(tx, actor, id, now);
  });
}

/** Rounds whose day has not come follow: who is put in is asked, who is taken out is excused with the same reason. */
async function followInRounds(
  tx: Transaction,
  form: FormRow,
  { unitId, edge, meant, reason }: { unitId: UnitId; edge: Edge; meant: boolean; reason: string },
  now: Date,
): Promise<void> {
  const today = vietnamDate(now);
  const levels = await levelsOf(tx, [unitId], today);
  for (const round of await roundsAhead(tx, form.id, today)) {
    const there = await unitOfRound(tx, round.id, unitId);
    if (!meant && there) await excuseUnits(tx, round.id, [there], reason, now);
    else if (meant && there?.excusedAt) await excuseUnits(tx, round.id, [there], null, now);
    else if (meant && !there && edge !== "inform" && unitId !== form.ownerId && levels.has(unitId)) {
      const { due } = await getVersion(tx, form, round.n);
      await insertRoundUnit(tx, round.id, { unitId, edge, due: dueFor(due, round, levels.get(unitId) ?? null) });
    }
  }
}

export function undoException(
  db: Database,
  actor: Actor,
  { id, version, unitId }: { id: string; version: number; unitId: UnitId },
  now: Date,
): Promise<FormPreview> {
  return transaction(db, async (tx) => {
    const form = await lockOwnForm(tx, actor, id);
    await countEdit(tx, actor, form, version);
    if (!(await removeByHand(tx, form.id, unitId))) throw problem("wrong_state", say("noException"));
    await recordFormAct(tx, actor, { act: "form:except", form });
    return previewForm(tx, actor, id, now);
  });
}

/** The version being prepared is in force from now on; what is due now opens, rounds that are open keep their version. */
export function publishForm(
  db: Database,
  actor: Actor,
  { id, version: seen, setAside }: { id: string; version: number; setAside: boolean },
  now: Date,
): Promise<Form> {
  return transaction(db, async (tx) => {
    const { form, n } = await lockDraft(tx, actor, id);
    await countEdit(tx, actor, form, seen);
    const today = vietnamDate(now);
    const version = await getVersion(tx, form, n);
    const resolved = await resolveForm(tx, form, version, today);
    const [blocker, ...more] = await blockersOf(tx, form, version, resolved, today);
    if (blocker) throw problem("wrong_state", blocker, { blockers: [blocker, ...more] });
    if (resolved.unclear > 0 && !setAside) throw problem("wrong_state", say("needsSetAside", { count: resolved.unclear }));
    await saveResolved(tx, form.id, resolved.asked);
    await publishVersion(tx, form.id, n, { by: actor.personId, at: now, today });
    const opened = await openRounds(tx, actor, form.id, now);
    await recordFormAct(tx, actor, {
      act: "form:publish",
      form,
      after: { edition: n, units: resolved.asked.length, rounds: opened.map(({ code }) => code).join(", ") },
    });
    return readForm(tx, actor, id);
  });
}

/** No further rounds, and nothing is owed any more; what was sent stays readable. */
export function closeForm(
  db: Database,
  actor: Actor,
  { id, version, reason }: { id: string; version: number; reason: string },
): Promise<Form> {
  return transaction(db, async (tx) => {
    const form = await lockOwnForm(tx, actor, id);
    if (form.state === "draft") throw problem("wrong_state", say("stillPreparing"));
    if (form.state !== "open") throw problem("wrong_state", say("notOpen"));
    await countEdit(tx, actor, form, version);
    await closeFormRow(tx, form.id, reason);
    await closeRounds(tx, form.id);
    await recordFormAct(tx, actor, { act: "form:close", form, note: reason });
    return readForm(tx, actor, id);
  });
}
