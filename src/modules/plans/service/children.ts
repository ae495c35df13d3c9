import type { Actor } from "../../../kernel/actor.ts";
import { authorise } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { vietnamDate } from "../../../kernel/time/dates.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import type { NewItem } from "../domain/intake.ts";
import { matchClauses } from "../domain/matching.ts";
import { withoutSubject } from "../domain/wording.ts";
import { say } from "../messages.ts";
import { mayMakeChild } from "../policy.ts";
import type { ChildClause, ClauseMatch, LinkDecision, Plan, PlanItem, PlanRole, PlanUnit } from "../shapes.ts";
import { editionsOf, insertEdition, insertPlan, isInForce, type EditionRow } from "../store/editions.ts";
import { deleteItem, itemsOf } from "../store/items.ts";
import { insertPendingLinks, linksOf, updateLink } from "../store/links.ts";
import { childOf } from "../store/listing.ts";
import { lockDraft, mustBeCurrent, recordPlanAct } from "./changing.ts";
import { addItems, meanUnit } from "./content.ts";
import { draftFrom, drafter } from "./creating.ts";
import { readPlan } from "./describing.ts";
import { compareItems } from "./comparing.ts";
import { contentOf, seePlan, type Content } from "./reading.ts";
import { proposeEdges } from "./resolving.ts";
import { readSource } from "./source.ts";

type Binding = { item: PlanItem; role: PlanRole };

/** Clauses of the superior's plan in force that bind a unit, in its order; a unit that leads is not listed as partner too. */
function bindingOf({ items, duties }: Content, unitId: number): Binding[] {
  return items.flatMap((item) => {
    const duty = duties.find((each) => each.itemId === item.id && each.unitId === unitId);
    return duty ? [{ item, role: duty.role }] : [];
  });
}

async function parentContent(db: Database, child: Pick<EditionRow, "parentId">): Promise<Content> {
  if (child.parentId === null) throw problem("wrong_state", say("notChild"));
  const editions = await editionsOf(db, child.parentId);
  const parent = editions.find(isInForce) ?? editions.at(-1);
  if (!parent) throw problem("not_found", say("noPlan"));
  return contentOf(db, parent);
}

/** A unit that the plan binds begins a plan of its own; every clause waits for its answer. */
async function beginChild(
  tx: Transaction,
  actor: Actor,
  planId: string,
  unitId: number,
): Promise<{ parent: Content; binding: Binding[]; unit: PlanUnit }> {
  const { edition, ours } = await seePlan(tx, actor, planId);
  authorise(mayMakeChild(actor, ours.includes(unitId)), "plan:draft");
  if (edition.state !== "issued") throw problem("wrong_state", say("notInForce"));
  const unit = await drafter(tx, actor, unitId);
  const made = await childOf(tx, planId, unitId);
  if (made !== null) throw problem("conflict", say("childExists"), { planId: made });
  const parent = await contentOf(tx, edition);
  const binding = bindingOf(parent, unitId);
  if (binding.length === 0) throw problem("wrong_state", say("parentBinding"));
  return { parent, binding, unit };
}

/** Links for every binding clause. The clause that demands a plan is answered by this very plan. */
async function linkAll(tx: Transaction, editionId: string, parent: Content, binding: Binding[]): Promise<void> {
  await insertPendingLinks(
    tx,
    editionId,
    parent.edition.edition,
    binding.map(({ item }) => item.id),
  );
  for (const { item } of binding.filter(({ item }) => item.opensPlan)) {
    await updateLink(tx, editionId, item.id, 1, {
      decision: "take-over",
      childItemId: null,
      reason: say("thisPlan").vi,
      parentEdition: parent.edition.edition,
    });
  }
}

export function makeChild(db: Database, actor: Actor, clock: () => Date, input: { id: string; unitId: number }): Promise<Plan> {
  return transaction(db, async (tx) => {
    const { parent, binding, unit } = await beginChild(tx, actor, input.id, input.unitId);
    const { edition } = parent;
    const today = vietnamDate(clock());
    const cited = edition.number === null ? edition.title : `${edition.docType} số ${edition.number}`;
    const planId = await insertPlan(tx, { issuerId: unit.id, parentId: input.id });
    const editionId = await insertEdition(tx, {
      planId,
      edition: 1,
      title: `Kế hoạch thực hiện ${cited}`,
      docType: "Kế hoạch",
      number: null,
      issuerPrinted: null,
      issueDate: today,
      resolveOn: today,
      periodFrom: edition.periodFrom !== null && edition.periodFrom > today ? edition.periodFrom : today,
      periodTo: edition.periodTo !== null && edition.periodTo >= today ? edition.periodTo : null,
      documentId: null,
      reason: null,
      preparedBy: actor.personId,
    });
    await linkAll(tx, editionId, parent, binding);
    const made = { planId, edition: 1, issuerId: unit.id };
    await recordPlanAct(tx, actor, { act: "plan:make-child", edition: made, after: { parent: input.id, clauses: binding.length } });
    return readPlan(tx, actor, planId);
  });
}

/** The same from a plan that the unit wrote in Word; which item answers which clause is then matched and confirmed. */
export function childFromDocument(
  db: Database,
  actor: Actor,
  clock: () => Date,
  input: { id: string; unitId: number; documentId: string },
): Promise<Plan> {
  return transaction(db, async (tx) => {
    const { parent, binding, unit } = await beginChild(tx, actor, input.id, input.unitId);
    const source = await readSource(tx, actor, input.documentId);
    const edition = await draftFrom(tx, actor, clock, source, { issuerId: unit.id, parentId: input.id });
    await linkAll(tx, edition.id, parent, binding);
    await recordPlanAct(tx, actor, {
      act: "plan:make-child",
      edition,
      after: { parent: input.id, clauses: binding.length, documentId: input.documentId },
    });
    return readPlan(tx, actor, edition.planId);
  });
}

/** The superior's clauses that bind the unit, each with its answer so far. */
async function clausesOf(db: Database, child: EditionRow): Promise<ChildClause[]> {
  const parent = await parentContent(db, child);
  const links = new Map((await linksOf(db, child.id)).map((link) => [link.parentItemId, link]));
  const items = new Map((await itemsOf(db, child.id)).map((item) => [item.id, item]));
  const changedSince = await compareItems(
    db,
    parent,
    [...links.values()].map(({ parentEdition }) => parentEdition),
  );
  return bindingOf(parent, child.issuerId).map(({ item, role }): ChildClause => {
    const link = links.get(item.id);
    return {
      parentItem: item,
      role,
      edge: parent.edgeOf.get(child.issuerId) ?? "assign",
      decision: link?.decision ?? "pending",
      childItem: (link?.childItemId ? items.get(link.childItemId) : undefined) ?? null,
      reason: link?.reason ?? null,
      stale: link !== undefined && link.decision !== "pending" && changedSince(item.id, link.parentEdition),
      version: link?.version ?? 1,
    };
  });
}

export async function readClauses(db: Database, actor: Actor, planId: string, edition?: number): Promise<ChildClause[]> {
  const seen = await seePlan(db, actor, planId, edition);
  return clausesOf(db, seen.edition);
}

/** Clauses that a child plan leaves without an answer; partners answer when they wish to. */
export async function pendingClauses(db: Database, edition: EditionRow): Promise<{ itemId: string; clause: string; text: string }[]> {
  if (edition.parentId === null) return [];
  const waiting = (await clausesOf(db, edition)).filter(({ decision, role }) => decision === "pending" && role !== "partner");
  return waiting.map(({ parentItem }) => ({ itemId: parentItem.id, clause: parentItem.clause, text: parentItem.text }));
}

/** The clause as an item of the unit's own plan: its words, figure and deadline; led by the unit itself. */
function copyOf(item: PlanItem, unit: PlanUnit): NewItem {
  const { kind, clause, target, reporting, due } = item;
  const text = withoutSubject(
    item.text,
    item.leads.map(({ printed }) => printed),
  );
  return { kind, clause, line: null, quote: "", text, target, reporting, due, leads: [unit.name], partners: [], opensPlan: false };
}

type AnswerInput = { id: string; parentItemId: string; version: number; decision: LinkDecision; childItemId?: string; reason?: string };

/** Takes a clause over, adapts it with an own figure, or says why not. */
export function answerClause(db: Database, actor: Actor, input: AnswerInput): Promise<ChildClause> {
  return transaction(db, async (tx) => {
    const child = await lockDraft(tx, actor, input.id);
    const parent = await parentContent(tx, child);
    const bound = bindingOf(parent, child.issuerId).find(({ item }) => item.id === input.parentItemId);
    if (!bound) throw problem("not_found", say("noItem"));
    if (input.decision === "decline" && !input.reason)
      throw problem("invalid_input", say("reasonNeeded"), { fields: { reason: say("reasonNeeded").vi } });
    await insertPendingLinks(tx, child.id, parent.edition.edition, [bound.item.id]);
    const links = await linksOf(tx, child.id);
    const was = links.find(({ parentItemId }) => parentItemId === bound.item.id);
    const keeps = input.decision === "take-over" || input.decision === "adapt";
    const childItemId = keeps ? await childItemFor(tx, child, bound.item, input.childItemId ?? was?.childItemId ?? null) : null;
    const reason = input.reason ?? null;
    const written = await updateLink(tx, child.id, bound.item.id, input.version, {
      decision: input.decision,
      childItemId,
      reason,
      parentEdition: parent.edition.edition,
    });
    mustBeCurrent(written, { decision: was?.decision ?? "pending", version: was?.version ?? 1 });
    await dropOrphan(tx, child, links, was?.childItemId ?? null, childItemId);
    await proposeEdges(tx, child);
    await recordPlanAct(tx, actor, {
      act: "plan:answer-clause",
      edition: child,
      before: { clause: bound.item.clause, decision: was?.decision ?? "pending" },
      after: { clause: bound.item.clause, decision: input.decision },
      note: input.reason,
    });
    const answered = (await clausesOf(tx, child)).find(({ parentItem }) => parentItem.id === bound.item.id);
    if (!answered) throw problem("not_found", say("noItem"));
    return answered;
  });
}

async function childItemFor(tx: Transaction, child: EditionRow, clause: PlanItem, wanted: string | null): Promise<string | null> {
  if (wanted !== null) {
    if (!(await itemsOf(tx, child.id)).some(({ id }) => id === wanted)) throw problem("not_found", say("noItem"));
    return wanted;
  }
  if (clause.opensPlan) return null;
  const unit = (await contentOf(tx, child)).units.get(child.issuerId);
  if (!unit) throw problem("not_found", say("noUnit"));
  const [made = null] = await addItems(tx, child, [copyOf(clause, unit)]);
  // A unit's own name means itself, whatever else bears the name.
  await meanUnit(tx, child, unit.name, unit.id, say("ownName").vi);
  return made;
}

/** An item that was made for a clause goes when the clause is no longer kept, unless another clause rests on it. */
async function dropOrphan(
  tx: Transaction,
  child: EditionRow,
  links: { childItemId: string | null; parentItemId: string }[],
  before: string | null,
  after: string | null,
): Promise<void> {
  if (before === null || before === after) return;
  if (links.filter(({ childItemId }) => childItemId === before).length > 1) return;
  const item = (await itemsOf(tx, child.id)).find(({ id }) => id === before);
  if (item?.quote === "" && item.line === null) await deleteItem(tx, child.id, before);
}

/** Which items of the child plan seem to answer which clauses: proposals for an editor. */
export async function readMatches(db: Database, actor: Actor, planId: string): Promise<ClauseMatch[]> {
  const { editions } = await seePlan(db, actor, planId);
  const child = editions.at(-1);
  if (!child) throw problem("not_found", say("noPlan"));
  const binding = bindingOf(await parentContent(db, child), child.issuerId);
  return matchClauses(
    binding.map(({ item }) => item).filter(({ opensPlan }) => !opensPlan),
    await itemsOf(db, child.id),
  );
}
