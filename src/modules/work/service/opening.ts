import type { Actor, SystemActor } from "../../../kernel/actor.ts";
import type { UnitId, WorkId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import { recordAct, recordActs } from "../../audit/index.ts";
import type { WorkDue, WorkEdge, WorkKind, WorkState } from "../contract.ts";
import { nextState, standingOf } from "../domain.ts";
import type { NewWork } from "../new-work.ts";
import { insertEntry } from "../store/entries.ts";
import { findManyForUpdate, insertWork, rewriteWork, updateWork, withdrawMany, workOfPlan } from "../store/items.ts";

/**
 * Puts items on desks, in the transaction of the act that causes them (a plan is issued, a period begins). Whoever calls
 * has decided that it may be done. Ids come back in the order of the items.
 */
export async function openWork(tx: Transaction, actor: Actor | SystemActor, items: readonly NewWork[], now: Date): Promise<WorkId[]> {
  const ids = await insertWork(tx, items, now);
  await recordActs(
    tx,
    actor,
    items.map(({ lead, due }, index) => ({
      act: "work:open",
      thing: { kind: "work", id: ids[index] ?? "" },
      unitId: lead,
      after: { workState: "open", due: due.text },
    })),
  );
  return ids;
}

/** Takes items off desks: an amendment, a closed plan. What is done or withdrawn already stays as it is. */
export async function withdrawWork(
  tx: Transaction,
  actor: Actor | SystemActor,
  ids: readonly WorkId[],
  reason: string,
  now: Date,
): Promise<void> {
  const open = (await findManyForUpdate(tx, ids)).filter(({ state, edge }) => nextState(state, edge, "withdraw") !== null);
  const by = "system" in actor ? null : { unitId: actor.unitId, personId: actor.personId };
  await withdrawMany(
    tx,
    open.map(({ id }) => id),
    { by, at: now, text: reason },
  );
  await recordActs(
    tx,
    actor,
    open.map(({ id, state, lead_id }) => ({
      act: "work:withdraw",
      thing: { kind: "work", id },
      unitId: lead_id,
      before: { workState: state },
      after: { workState: "withdrawn" },
    })),
  );
}

/**
 * Writes items anew because their plan was amended. State, reports and history stay; what is done or withdrawn already is
 * left alone. A changed deadline shows what it was.
 */
export async function amendWork(
  tx: Transaction,
  actor: Actor | SystemActor,
  changes: readonly { id: WorkId; work: NewWork }[],
  reason: string,
  now: Date,
): Promise<void> {
  const rows = new Map(
    (
      await findManyForUpdate(
        tx,
        changes.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  for (const { id, work } of changes) {
    const row = rows.get(id);
    if (!row || row.state === "done" || row.state === "withdrawn") continue;
    await rewriteWork(tx, id, work, now);
    const moved = row.last_day !== work.due.lastDay || row.due_text !== work.due.text;
    const by = "system" in actor ? { unitId: row.assigner_id, personId: null } : { unitId: actor.unitId, personId: actor.personId };
    const dues = moved ? { dueBefore: { text: row.due_text, date: row.due_date, lastDay: row.last_day }, dueAfter: work.due } : {};
    await insertEntry(tx, id, { act: "amend", ...by, at: now, text: reason, ...dues });
    await recordAct(tx, actor, {
      act: "work:amend",
      thing: { kind: "work", id },
      unitId: row.lead_id,
      before: { workState: row.state, due: row.due_text, text: row.title },
      after: { workState: row.state, due: work.due.text, text: work.title },
    });
  }
}

/**
 * Marks items as reported because what they ask for exists: a child plan was issued for its slot. The assigner still
 * confirms. Items that are past reporting are left alone.
 */
export async function reportWork(
  tx: Transaction,
  actor: Actor,
  ids: readonly WorkId[],
  text: string,
  now: Date,
  today: CalendarDate,
): Promise<void> {
  for (const row of await findManyForUpdate(tx, ids)) {
    if (nextState(row.state, row.edge, "complete") === null) continue;
    await updateWork(
      tx,
      row.id,
      { state: "reported", percent: 100, reported_by: actor.personId, first_reported_on: row.first_reported_on ?? today },
      now,
    );
    await insertEntry(tx, row.id, { act: "complete", unitId: actor.unitId, personId: actor.personId, at: now, text, percent: 100 });
    await recordAct(tx, actor, {
      act: "work:complete",
      thing: { kind: "work", id: row.id },
      unitId: row.lead_id,
      before: { workState: row.state },
      after: { workState: "reported" },
    });
  }
}

/** One item of a plan, as the plan follows it. `late` as everywhere: on edge assign alone. */
export type WorkOfPlan = {
  id: WorkId;
  kind: WorkKind;
  state: WorkState;
  edge: WorkEdge;
  late: boolean;
  lead: UnitId;
  itemId: string;
  planVersion: number;
  period: string | null;
  due: WorkDue;
  percent: number | null;
};

export async function workOfOrigin(db: Database, { planId, today }: { planId: string; today: CalendarDate }): Promise<WorkOfPlan[]> {
  const rows = await workOfPlan(db, planId);
  return rows.map((row) => {
    const due = { text: row.due_text, date: row.due_date, lastDay: row.last_day };
    const standing = standingOf({ state: row.state, edge: row.edge, due, firstReportedOn: row.first_reported_on }, today);
    return {
      id: row.id,
      kind: row.kind,
      state: row.state,
      edge: row.edge,
      late: standing === "late",
      lead: row.lead_id,
      itemId: row.plan_item_id,
      planVersion: row.plan_version,
      period: row.period,
      due,
      percent: row.percent,
    };
  });
}
