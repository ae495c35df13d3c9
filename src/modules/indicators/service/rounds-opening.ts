import type { Actor, SystemActor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { FormId, RoundId, UnitId } from "../../../kernel/ids.ts";
import { formatShortDate, parsePeriod, vietnamDate, type CalendarDate, type Period } from "../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import type { Log } from "../../../platform/log.ts";
import { recordAct } from "../../audit/index.ts";
import type { PeriodRef } from "../contract/forms.ts";
import type { RoundHead } from "../contract/rounds.ts";
import { cutOffFor, dueFor, onlyPeriod, periodsToOpen } from "../domain/rounds-due.ts";
import { periodLabel } from "../domain/rounds-wording.ts";
import { say } from "../messages/rounds.ts";
import { say as sayOfForm } from "../messages/forms.ts";
import { lockForm, openForms, periodsOf, type FormRow } from "../store/forms.ts";
import { formUnits, saveResolved } from "../store/forms-units.ts";
import { insertRound, openedPeriods } from "../store/rounds.ts";
import { lockOwnForm } from "./forms-changing.ts";
import { getVersion } from "./forms-reading.ts";
import { resolveForm } from "./forms-resolving.ts";
import { getRound, headOf } from "./rounds-heads.ts";

export const periodRef = (period: Period): PeriodRef => ({ ...period, label: periodLabel(period) });

type Opened = { id: RoundId; code: string };

/**
 * Opens every round of a form whose time has come, for the units that its words mean today: a commune that was split is asked
 * by its successors. Whoever runs when, none is opened twice.
 */
export async function openRounds(tx: Transaction, actor: Actor | SystemActor, formId: FormId, now: Date): Promise<Opened[]> {
  const form = await lockForm(tx, formId);
  if (form?.state !== "open" || form.published === null) return [];
  const version = await getVersion(tx, form, form.published);
  const today = vietnamDate(now);
  const there = await openedPeriods(tx, form.id);
  const due = periodsToOpen(periodsOf(form), version.due, today, form.inForceFrom ?? today).filter(({ code }) => !there.has(code));
  const opened: Opened[] = [];
  for (const period of due) {
    const id = await openRound(tx, actor, form, period, null, now);
    if (id) opened.push({ id, code: period.code });
  }
  return opened;
}

/** Null when the period has its round, or when nobody is asked. */
async function openRound(
  tx: Transaction,
  actor: Actor | SystemActor,
  form: FormRow,
  period: Period,
  lastDay: CalendarDate | null,
  now: Date,
): Promise<RoundId | null> {
  if (form.published === null) return null;
  const version = await getVersion(tx, form, form.published);
  const { asked } = await resolveForm(tx, form, version, vietnamDate(now));
  if (asked.length === 0) return null;
  const dueOf = (level: Parameters<typeof dueFor>[2]) => {
    const due = dueFor(version.due, period, level);
    return lastDay === null ? due : { text: say("until", { day: formatShortDate(lastDay) }).vi, lastDay };
  };
  const units = asked.map(({ unitId, edge, level }) => ({ unitId, edge, due: dueOf(level) }));
  const changed = await followTree(tx, form.id, asked);
  const id = await insertRound(
    tx,
    {
      formId: form.id,
      n: form.published,
      period,
      cutOff: cutOffFor(version.due, period),
      due: dueOf(null),
      openedBy: "system" in actor ? null : actor.personId,
      units,
    },
    now,
  );
  if (id)
    await recordAct(tx, actor, {
      act: "round:open",
      thing: { kind: "round", id },
      unitId: form.ownerId,
      after: { period: periodLabel(period).vi, units: units.length, ...changed },
    });
  return id;
}

/** The form's list of units is what its words mean now; says how many it gained and lost. */
async function followTree(
  tx: Transaction,
  formId: FormId,
  asked: Parameters<typeof saveResolved>[2],
): Promise<{ gained?: number; lost?: number }> {
  const before = new Set<UnitId>((await formUnits(tx, formId)).filter(({ meant }) => meant).map(({ unitId }) => unitId));
  const after = new Set<UnitId>(asked.map(({ unitId }) => unitId));
  await saveResolved(tx, formId, asked);
  const [gained, lost] = [[...after].filter((id) => !before.has(id)).length, [...before].filter((id) => !after.has(id)).length];
  return { ...(gained > 0 ? { gained } : {}), ...(lost > 0 ? { lost } : {}) };
}

/** A round for a period that opened none by itself: one that was over already, with a day of its own. */
export function openByHand(
  db: Database,
  actor: Actor,
  { id, period: code, lastDay = null }: { id: string; period: string; lastDay?: CalendarDate | null },
  now: Date,
): Promise<RoundHead> {
  return transaction(db, async (tx) => {
    const form = await lockOwnForm(tx, actor, id);
    if (form.state !== "open") throw problem("wrong_state", sayOfForm("notOpen"));
    const today = vietnamDate(now);
    const period = form.periodKind === "ad-hoc" ? onlyPeriod(periodsOf(form)) : parsePeriod(form.calendar, code);
    if (period?.kind !== form.periodKind) throw problem("invalid_input", say("noPeriod"), { fields: { period: say("noPeriod") } });
    if (period.from > today) throw problem("invalid_input", say("notBegun"), { fields: { period: say("notBegun") } });
    if (lastDay !== null && lastDay < today) throw problem("invalid_input", say("dayGone"), { fields: { lastDay: say("dayGone") } });
    if ((await openedPeriods(tx, form.id)).has(period.code)) throw problem("conflict", say("opened"));
    if (lastDay === null && form.published !== null) {
      const { due } = await getVersion(tx, form, form.published);
      if (dueFor(due, period).lastDay < today) throw problem("invalid_input", say("dueGone"), { fields: { lastDay: say("dueGone") } });
    }
    const made = await openRound(tx, actor, form, period, lastDay, now);
    if (made === null) throw problem("wrong_state", say("nobodyAsked"));
    return headOf(tx, await getRound(tx, made));
  });
}

/** Opens what is due of every form in force. Runs daily; running twice opens nothing twice. */
export async function openAllRounds(db: Database, now: Date, log: Log): Promise<{ forms: number; opened: number }> {
  let opened = 0;
  const forms = await openForms(db);
  for (const formId of forms) {
    try {
      // One transaction per form: a form that fails does not hold back the others.
      opened += (await transaction(db, (tx) => openRounds(tx, { system: "indicators.open-rounds" }, formId, now))).length;
    } catch (error) {
      log.error("rounds of a form were not opened", { formId, error });
    }
  }
  return { forms: forms.length, opened };
}
