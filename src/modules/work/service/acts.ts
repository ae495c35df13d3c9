import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { WorkId } from "../../../kernel/ids.ts";
import { permissionsOf } from "../../../kernel/permissions.ts";
import { vietnamDate, type CalendarDate } from "../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import type { Files } from "../../../platform/files.ts";
import { recordAct, recordActs, type Json } from "../../audit/index.ts";
import { peopleAt } from "../../identity/index.ts";
import type { WorkAct, WorkDetail, WorkDue } from "../contract.ts";
import { nextState } from "../domain.ts";
import { say } from "../messages.ts";
import { isOwnReport, mayAct, mayView, rules } from "../policy.ts";
import { entriesOf, insertEntry, type NewFile } from "../store/entries.ts";
import { findManyForUpdate, findWorkForUpdate, updateWork, type WorkChange, type WorkItemRow } from "../store/items.ts";
import { keepEvidence } from "./evidence.ts";
import { detailOf, getVisible, sidesOf } from "./view.ts";

export type Which = { id: WorkId; version: number };
type Said = { text?: string | null; percent?: number; files?: readonly NewFile[]; change?: WorkChange; dueAfter?: WorkDue };
/** Comments are added beside one another; they need no version. */
type WhichOrAny = { id: WorkId; version?: number };

const dueOf = (row: WorkItemRow): WorkDue => ({ text: row.due_text, date: row.due_date, lastDay: row.last_day });
const actName = (act: WorkAct) => `work:${act === "rollOver" ? "roll-over" : act}`;

/** One act on one item: locked, allowed, at the version that the person saw, said, recorded. */
function perform(
  db: Database,
  actor: Actor,
  now: Date,
  { id, version }: WhichOrAny,
  act: WorkAct,
  step: (tx: Transaction, row: WorkItemRow) => Promise<Said> | Said,
): Promise<WorkDetail> {
  return transaction(db, async (tx) => {
    const row = await findWorkForUpdate(tx, id);
    const sides = row && (await sidesOf(tx, actor, row));
    if (!row || !sides || !mayView(actor, sides)) throw problem("not_found", say("noWork"));
    authorise(mayAct(actor, act, sides), rules[act].permission);
    if (version !== undefined && row.version !== version)
      throw problem("conflict", say("changed"), { current: await detailOf(tx, actor, row, sides, now) });
    const next = nextState(row.state, row.edge, act);
    const asked = act !== "decline" && act !== "answer" ? "notNow" : row.edge === "assign" ? "assigned" : "notNow";
    if (next === null) throw problem("wrong_state", say(asked), { state: row.state });
    const { text = null, percent, files = [], change = {}, dueAfter } = await step(tx, row);
    const saved: WorkChange = { state: next, ...(percent === undefined ? {} : { percent }), ...change };
    // A comment leaves the item as it is: nobody's unsaved work is refused because of it.
    if (act !== "comment") await updateWork(tx, id, saved, now);
    await insertEntry(
      tx,
      id,
      {
        act,
        unitId: actor.unitId,
        personId: actor.personId,
        at: now,
        text,
        percent,
        ...(dueAfter ? { dueBefore: dueOf(row), dueAfter } : {}),
      },
      files,
    );
    await recordAct(tx, actor, {
      act: actName(act),
      thing: { kind: "work", id },
      unitId: row.lead_id,
      before: told(row),
      after: told({ ...row, ...saved }),
    });
    const after = await findWorkForUpdate(tx, id);
    return detailOf(tx, actor, after ?? row, sides, now);
  });
}

/** What a person wrote stays in the item's own entries, which an erasure reaches; the record holds the facts. */
const told = ({ state, percent, due_text }: Pick<WorkItemRow, "state" | "percent" | "due_text">): Json => ({
  workState: state,
  percent,
  due: due_text,
});

export const acceptWork = (db: Database, actor: Actor, which: Which, now: Date) => perform(db, actor, now, which, "accept", () => ({}));
/** A new plan can bring forty items: one click takes them. What wants a decision of its own stays. */
export function acceptMany(db: Database, actor: Actor, items: readonly Which[], now: Date): Promise<{ accepted: number; left: number }> {
  return transaction(db, async (tx) => {
    const asked = new Map(items.map(({ id, version }) => [id, version]));
    const ready: WorkItemRow[] = [];
    for (const row of await findManyForUpdate(tx, [...asked.keys()])) {
      const sides = await sidesOf(tx, actor, row);
      if (row.edge !== "assign" || row.state !== "open" || row.version !== asked.get(row.id) || !mayAct(actor, "accept", sides)) continue;
      ready.push(row);
    }
    for (const { id } of ready) {
      await updateWork(tx, id, { state: "accepted" }, now);
      await insertEntry(tx, id, { act: "accept", unitId: actor.unitId, personId: actor.personId, at: now });
    }
    await recordActs(
      tx,
      actor,
      ready.map((row) => ({
        act: "work:accept",
        thing: { kind: "work", id: row.id },
        unitId: row.lead_id,
        before: told(row),
        after: told({ ...row, state: "accepted" }),
      })),
    );
    return { accepted: ready.length, left: asked.size - ready.length };
  });
}

export const seeWork = (db: Database, actor: Actor, which: Which, now: Date) => perform(db, actor, now, which, "see", () => ({}));

/** A requested body proposes something else; with another day, agreeing takes that day over. */
export const answerWork = (
  db: Database,
  actor: Actor,
  { text, lastDay, ...which }: Which & { text: string; lastDay?: CalendarDate | null },
  now: Date,
) => perform(db, actor, now, which, "answer", () => ({ text, ...(lastDay ? { dueAfter: namedDay(notBefore(lastDay, now)) } : {}) }));

export const declineWork = (db: Database, actor: Actor, { reason, ...which }: Which & { reason: string }, now: Date) =>
  perform(db, actor, now, which, "decline", () => ({ text: reason }));

export type WithFiles = { db: Database; files: Files; clock: () => Date };
type Report = Which & { text: string; percent?: number; files?: readonly File[] };

/** Files of somebody who may not report are not even read; `perform` checks again under the lock. */
async function evidence({ db, files }: WithFiles, actor: Actor, act: WorkAct, { id, files: given = [] }: Report): Promise<NewFile[]> {
  if (given.length === 0) return [];
  const { sides } = await getVisible(db, actor, id);
  authorise(mayAct(actor, act, sides), rules[act].permission);
  return keepEvidence({ db, files }, actor, given);
}

export async function reportProgress(services: WithFiles, actor: Actor, report: Report): Promise<WorkDetail> {
  const files = await evidence(services, actor, "progress", report);
  return perform(services.db, actor, services.clock(), report, "progress", () => ({ text: report.text, percent: report.percent, files }));
}

/**
 * Reports completion. A unit's own work, where nobody else of the unit could confirm, is done with the report: the step
 * is left out, never self-approved.
 */
export async function completeWork(services: WithFiles, actor: Actor, report: Report): Promise<WorkDetail> {
  const files = await evidence(services, actor, "complete", report);
  const now = services.clock();
  return perform(services.db, actor, now, report, "complete", async (tx, row) => ({
    text: report.text,
    files,
    percent: 100,
    change: {
      reported_by: actor.personId,
      first_reported_on: row.first_reported_on ?? vietnamDate(now),
      ...((await isAlone(tx, actor, row)) ? { state: "done" as const } : {}),
    },
  }));
}

async function isAlone(tx: Transaction, actor: Actor, row: WorkItemRow): Promise<boolean> {
  if (row.lead_id !== row.assigner_id) return false;
  const people = await peopleAt(tx, row.assigner_id);
  const confirming = people.filter(({ roles }) => roles.some((role) => permissionsOf(role).includes("work:confirm")));
  return confirming.every(({ personId }) => personId === actor.personId);
}

export const confirmWork = (db: Database, actor: Actor, { text, ...which }: Which & { text?: string }, now: Date) =>
  perform(db, actor, now, which, "confirm", (_tx, row) => {
    if (isOwnReport(actor, row)) throw problem("forbidden", say("ownReport"), { permission: "work:confirm" });
    return { text: text || null };
  });

export const returnWork = (db: Database, actor: Actor, { reason, ...which }: Which & { reason: string }, now: Date) =>
  perform(db, actor, now, which, "return", () => ({ text: reason }));

/** A new deadline with a reason; the old one stays in the item's history. */
export const rollOverWork = (
  db: Database,
  actor: Actor,
  { reason, lastDay, ...which }: Which & { reason: string; lastDay: CalendarDate },
  now: Date,
) =>
  perform(db, actor, now, which, "rollOver", (_tx, row) => {
    if (row.last_day === lastDay) throw problem("invalid_input", say("sameDay"), { fields: { lastDay: say("sameDay").vi } });
    const due = namedDay(notBefore(lastDay, now));
    return { text: reason, dueAfter: due, change: { due_text: due.text, due_date: due.date, last_day: due.lastDay } };
  });

export const withdrawOne = (db: Database, actor: Actor, { reason, ...which }: Which & { reason: string }, now: Date) =>
  perform(db, actor, now, which, "withdraw", () => ({ text: reason }));

export const agreeToAnswer = (db: Database, actor: Actor, which: Which, now: Date) =>
  perform(db, actor, now, which, "agree", async (tx, row) => {
    const proposed = await proposedDue(tx, row.id);
    return proposed ? { dueAfter: proposed, change: { due_text: proposed.text, due_date: proposed.date, last_day: proposed.lastDay } } : {};
  });

async function proposedDue(tx: Transaction, id: WorkId): Promise<WorkDue | null> {
  const answer = (await entriesOf(tx, id)).findLast(({ act }) => act === "answer");
  return answer?.due_after ?? null;
}

export const insistOnWork = (db: Database, actor: Actor, { text, ...which }: Which & { text: string }, now: Date) =>
  perform(db, actor, now, which, "insist", () => ({ text }));

export const commentOnWork = (db: Database, actor: Actor, { id, text }: { id: WorkId; text: string }, now: Date) =>
  perform(db, actor, now, { id }, "comment", () => ({ text }));

function notBefore(day: CalendarDate, now: Date): CalendarDate {
  if (day < vietnamDate(now)) throw problem("invalid_input", say("dayBefore"), { fields: { lastDay: say("dayBefore").vi } });
  return day;
}

/** A deadline that a person set here: a plain day, worded the way documents word one. */
function namedDay(day: CalendarDate): WorkDue {
  const [year, month, date] = day.split("-");
  return { text: say("byDay", { day: `${date}/${month}/${year}` }).vi, date: day, lastDay: day };
}
