import type { Actor, SystemActor } from "../../../kernel/actor.ts";
import { unitId, type DocumentId, type WorkId } from "../../../kernel/ids.ts";
import type { Transaction } from "../../../platform/database/index.ts";
import { amendWork, openWork, reportWork, withdrawWork, workOfOrigin, type NewWork } from "../../work/index.ts";
import { follow, kindOf, owedBy, titleOf, type Owed } from "../domain/following.ts";
import { unitsStanding } from "../store/addressees.ts";
import { linksOf } from "../store/links.ts";
import { deleteWork, insertWork, moveWork, standingOf } from "../store/work.ts";
import { vietnamDate } from "../../../kernel/time/dates.ts";
import type { Content } from "./reading.ts";

const originKinds = { task: "plan-task", target: "plan-target", report: "plan-report", "plan-slot": "plan-child" } as const;

/** One duty as it lies on a desk. */
function workOf({ edition, edgeOf }: Content, { item, unitId: lead, partners, time }: Owed): NewWork {
  const kind = kindOf(item);
  return {
    kind,
    title: titleOf(item),
    text: item.text,
    lead: unitId(lead),
    partners: partners.map(unitId),
    assigner: unitId(edition.issuerId),
    edge: edgeOf.get(lead) ?? "assign",
    due: { text: time.text, date: time.date, lastDay: time.lastDay },
    period: time.period,
    origin: {
      kind: originKinds[kind],
      planId: edition.planId,
      itemId: item.id,
      planVersion: edition.edition,
      clause: item.clause,
      quote: item.quote === "" ? item.text : item.quote,
      documentId: edition.documentId as DocumentId | null,
      line: item.line,
    },
  };
}

/** What the edition owes now, by its own rules. A child plan's clause that its unit owes to the superior stands there already. */
export async function owedNow(tx: Transaction, content: Content, today: string): Promise<Owed[]> {
  const { edition, items, duties } = content;
  if (edition.periodFrom === null || edition.periodTo === null) return [];
  const links = edition.parentId === null ? [] : await linksOf(tx, edition.id);
  const exempt = new Set(links.flatMap(({ childItemId }) => (childItemId === null ? [] : [`${childItemId} ${edition.issuerId}`])));
  // A unit that has ended since gets nothing on a desk that nobody opens; the preview says so.
  const standing = await unitsStanding(
    tx,
    duties.map(({ unitId: id }) => id),
    today,
  );
  return owedBy(
    items,
    duties.filter(({ unitId: id }) => standing.has(id)),
    { from: edition.periodFrom, to: edition.periodTo },
    edition.inForceFrom ?? today,
    today,
    exempt,
  );
}

/** Puts duties on desks that are not there yet; whoever runs when, none is opened twice. */
export async function openDuties(tx: Transaction, actor: Actor | SystemActor, content: Content, now: Date): Promise<number> {
  const { open } = follow(await standingOf(tx, content.edition.planId), await owedNow(tx, content, vietnamDate(now)));
  await put(tx, actor, content, open, now);
  return open.length;
}

async function put(tx: Transaction, actor: Actor | SystemActor, content: Content, open: Owed[], now: Date): Promise<void> {
  if (open.length === 0) return;
  const ids = await openWork(
    tx,
    actor,
    open.map((owed) => workOf(content, owed)),
    now,
  );
  await insertWork(
    tx,
    content.edition.planId,
    open.map(({ item, unitId: unit, time }, at) => ({ workId: ids[at] ?? "", itemId: item.id, unitId: unit, period: time.period })),
  );
}

/**
 * Desks follow an amendment: what is new is opened, what changed is written anew with its reports kept, what nobody asks
 * for any more is withdrawn. `touched`: items that the amendment changed.
 */
export async function followAmendment(
  tx: Transaction,
  actor: Actor,
  content: Content,
  touched: ReadonlySet<string>,
  now: Date,
  reason: string,
): Promise<void> {
  const { open, keep, moved, withdraw } = follow(
    await standingOf(tx, content.edition.planId),
    await owedNow(tx, content, vietnamDate(now)),
  );
  await withdrawDuties(
    tx,
    actor,
    withdraw.map(({ workId }) => workId),
    reason,
    now,
  );
  await moveWork(
    tx,
    moved.map(({ workId, owed }) => ({ workId, itemId: owed.item.id })),
  );
  const changed = [...moved, ...keep.filter(({ owed }) => touched.has(owed.item.id))];
  if (changed.length > 0) {
    await amendWork(
      tx,
      actor,
      changed.map(({ workId, owed }) => ({ id: workId as WorkId, work: workOf(content, owed) })),
      reason,
      now,
    );
  }
  await put(tx, actor, content, open, now);
}

/** Takes duties off desks; what is done already stays as it is. */
export async function withdrawDuties(tx: Transaction, actor: Actor, workIds: string[], reason: string, now: Date): Promise<void> {
  if (workIds.length === 0) return;
  await withdrawWork(
    tx,
    actor,
    workIds.map((id) => id as WorkId),
    reason,
    now,
  );
  await deleteWork(tx, workIds);
}

/** A child plan in force answers the slot that its superior's plan opened for it: reported, for the superior to confirm. */
export async function answerSlot(tx: Transaction, actor: Actor, content: Content, now: Date): Promise<void> {
  const { edition } = content;
  if (edition.parentId === null) return;
  const today = vietnamDate(now);
  const slots = (await workOfOrigin(tx, { planId: edition.parentId, today })).filter(
    (work) => work.kind === "plan-slot" && work.lead === edition.issuerId,
  );
  // A plan answers the year it begins in; a slot without a period is answered by any.
  const year = edition.periodFrom?.slice(0, 4) ?? null;
  const mine = slots.filter(({ period }) => period === null || (year !== null && period >= year && period <= (edition.periodTo ?? period)));
  const text = [edition.docType, edition.number === null ? "" : `số ${edition.number}`, edition.title].filter(Boolean).join(" ");
  await reportWork(
    tx,
    actor,
    mine.map(({ id }) => id),
    text,
    now,
    today,
  );
}
