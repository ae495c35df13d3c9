import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import type { Json } from "../../audit/index.ts";
import type { ItemInput, PlanHeader } from "../contract.ts";
import { dueFromWords } from "../domain/deadlines.ts";
import { withFigure } from "../domain/wording.ts";
import { say } from "../messages.ts";
import type { Plan, PlanDue, PlanItem } from "../shapes.ts";
import { deleteEdition, editionsOf, updateHeader, updateIssuer, type EditionRow } from "../store/editions.ts";
import { deleteItem, insertItems, itemsOf, updateItem, type ItemContent } from "../store/items.ts";
import { deleteUnusedExpressions, expressionsOf } from "../store/addressees.ts";
import { lockDraft, mustBeCurrent, recordPlanAct } from "./changing.ts";
import { drafter } from "./creating.ts";
import { nameParties, renameParties } from "./content.ts";
import { readPlan } from "./describing.ts";
import { proposeEdges, resolveExpressions } from "./resolving.ts";

const headerJson = ({ title, number, issueDate, resolveOn, periodFrom, periodTo, issuerId }: EditionRow): Json => ({
  title,
  number,
  issueDate,
  resolveOn,
  periodFrom,
  periodTo,
  issuerId,
});

/** Title, number, days, period and issuer of a draft. Another day or issuer means other addressees: they are resolved anew. */
export function editPlan(
  db: Database,
  actor: Actor,
  input: { id: string; version: number; issuerId?: number; header: PlanHeader },
): Promise<Plan> {
  return transaction(db, async (tx) => {
    const edition = await lockDraft(tx, actor, input.id);
    mustBeCurrent(await updateHeader(tx, edition.id, input.version, input.header), {
      ...(headerJson(edition) as object),
      version: edition.version,
    });
    const issuerId = input.issuerId ?? edition.issuerId;
    if (issuerId !== edition.issuerId) {
      // Work of an earlier edition stands in the first issuer's name.
      if (edition.edition > 1 || edition.parentId !== null) throw problem("wrong_state", say("issuerFixed"));
      await updateIssuer(tx, edition.planId, (await drafter(tx, actor, issuerId)).id);
    }
    const now = (await editionsOf(tx, input.id)).find(({ id }) => id === edition.id) ?? edition;
    if (now.resolveOn !== edition.resolveOn || now.issuerId !== edition.issuerId) {
      await resolveExpressions(tx, now, await expressionsOf(tx, now.id));
      await proposeEdges(tx, now);
    }
    await recordPlanAct(tx, actor, { act: "plan:edit", edition: now, before: headerJson(edition), after: headerJson(now) });
    return readPlan(tx, actor, input.id, edition.edition);
  });
}

/** Throws the draft away: a first edition with its plan, an amendment alone. */
export function discardDraft(db: Database, actor: Actor, input: { id: string; version: number }): Promise<{ planLeft: boolean }> {
  return transaction(db, async (tx) => {
    const edition = await lockDraft(tx, actor, input.id);
    mustBeCurrent(edition.version === input.version, { version: edition.version });
    await deleteEdition(tx, edition);
    await recordPlanAct(tx, actor, { act: "plan:discard", edition, before: { title: edition.title, edition: edition.edition } });
    return { planLeft: (await editionsOf(tx, input.id)).length > 0 };
  });
}

const same = (was: PlanDue, now: ItemInput["due"]): boolean =>
  was.text === now.text && (now.lastDay === null || now.lastDay === was.lastDay);

function contentFrom(input: ItemInput, was?: PlanItem): ItemContent {
  const { kind, clause, target, reporting, opensPlan } = input;
  // Another figure with the old words would say two things at once; words that were rewritten stand as they are.
  const text = was?.text === input.text ? withFigure(input.text, was.target?.value ?? null, target?.value ?? null) : input.text;
  // What the document printed and how it was read stays while the words stay.
  const due = was && same(was.due, input.due) ? was.due : dueFromWords(input.due.text, input.due.lastDay);
  return {
    kind,
    clause,
    text,
    target,
    reporting,
    opensPlan,
    due,
    line: was?.line ?? null,
    quote: was?.quote ?? "",
    splitFrom: was?.splitFrom ?? null,
  };
}

const itemJson = ({ kind, clause, text, due, target, leads, partners }: PlanItem): Json => ({
  kind,
  clause,
  text,
  due: due.text,
  lastDay: due.lastDay,
  target: target && { ...target },
  leads: leads.map(({ printed }) => printed),
  partners: partners.map(({ printed }) => printed),
});

async function getItem(db: Database, editionId: string, itemId: string): Promise<PlanItem> {
  const item = (await itemsOf(db, editionId)).find(({ id }) => id === itemId);
  if (!item) throw problem("not_found", say("noItem"));
  return item;
}

export function addItem(db: Database, actor: Actor, input: { id: string; item: ItemInput }): Promise<PlanItem> {
  return transaction(db, async (tx) => {
    const edition = await lockDraft(tx, actor, input.id);
    const [itemId = ""] = await insertItems(tx, edition.id, [contentFrom(input.item)]);
    await nameParties(tx, edition, [{ itemId, leads: input.item.leads, partners: input.item.partners }]);
    const item = await getItem(tx, edition.id, itemId);
    await recordPlanAct(tx, actor, { act: "plan:add-item", edition, after: itemJson(item) });
    return item;
  });
}

export function editItem(
  db: Database,
  actor: Actor,
  input: { id: string; itemId: string; version: number; item: ItemInput },
): Promise<PlanItem> {
  return transaction(db, async (tx) => {
    const edition = await lockDraft(tx, actor, input.id);
    const was = await getItem(tx, edition.id, input.itemId);
    mustBeCurrent(await updateItem(tx, edition.id, was.id, input.version, contentFrom(input.item, was)), {
      ...(itemJson(was) as object),
      version: was.version,
    });
    await renameParties(tx, edition, { itemId: was.id, leads: input.item.leads, partners: input.item.partners });
    const item = await getItem(tx, edition.id, was.id);
    await recordPlanAct(tx, actor, { act: "plan:edit-item", edition, before: itemJson(was), after: itemJson(item) });
    return item;
  });
}

export function removeItem(
  db: Database,
  actor: Actor,
  input: { id: string; itemId: string; version: number },
): Promise<Record<string, never>> {
  return transaction(db, async (tx) => {
    const edition = await lockDraft(tx, actor, input.id);
    const was = await getItem(tx, edition.id, input.itemId);
    mustBeCurrent(was.version === input.version, { ...(itemJson(was) as object), version: was.version });
    await deleteItem(tx, edition.id, was.id);
    await deleteUnusedExpressions(tx, edition.id);
    await proposeEdges(tx, edition);
    await recordPlanAct(tx, actor, { act: "plan:remove-item", edition, before: itemJson(was) });
    return {};
  });
}
