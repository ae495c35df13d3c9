import { authorise, type Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { UnitId } from "../../../../kernel/ids.ts";
import { transaction, type Transaction } from "../../../../platform/database/index.ts";
import { recordAct, type Json } from "../../../audit/index.ts";
import type { DecisionAct, DecisionDetail, DecisionHeader, ItemIn } from "../contract.ts";
import { cannotBe, standsInTheWay } from "../domain/candidates.ts";
import { headerFor, titleOf } from "../domain/document.ts";
import { moved } from "../domain/states.ts";
import { say } from "../messages.ts";
import { mayAct, mayPrepare, type DecisionSides } from "../policy.ts";
import {
  findDecision,
  insertDecision,
  itemsOf,
  lockListed,
  saveItems,
  updateDecision,
  type DecisionChange,
  type DecisionRecord,
} from "../store/decisions.ts";
import { bodyOf, lockSeen, sidesTo, stageNow, type Recognising } from "./access.ts";
import { askedBy, detailOf, obstacles, readDecision } from "./view.ts";

export type Which = { id: string; version: number };

const told = (record: DecisionRecord): Json => ({
  decisionState: record.presented_at !== null && record.state === "draft" ? "presented" : record.state,
  recognitionLevel: record.level,
  recognised: record.items,
  decisionNumber: record.number,
  decidedOn: record.decided_on,
});

type New = { year: number; bodyId?: UnitId | undefined; district?: { called: string } | null | undefined; exemplarIds: readonly string[] };

/** Begins a decision in the form of the body; everything can be changed before it is signed. */
export function createDecision(
  { db, clock }: Recognising,
  actor: Actor,
  { year, bodyId, district, exemplarIds }: New,
): Promise<DecisionDetail> {
  const now = clock();
  return transaction(db, async (tx) => {
    const body = await bodyOf(tx, bodyId ?? actor.unitId);
    authorise(mayPrepare(actor, await sidesTo(tx, actor, body.unit.id)), "exemplar:recognise");
    const level = district ? "district" : body.level;
    if (level === null) throw problem("invalid_input", say("noLevel"), { fields: { bodyId: say("noLevel").vi } });
    if (district && year > 2025) throw problem("invalid_input", say("districtYear"), { fields: { year: say("districtYear").vi } });
    const usual = headerFor(body.unit, { area: body.area?.name ?? null, year });
    const header = district ? { ...usual, called: district.called, issuer: [district.called], superior: [] } : usual;
    const by = { id: actor.personId, name: actor.personName };
    const id = await insertDecision(tx, { bodyId: body.unit.id, level, year, title: titleOf(header), header, by }, now);
    const list = [...new Set(exemplarIds)].map((exemplarId) => ({ exemplarId }));
    if (list.length > 0) await keepList(tx, id, list);
    await recordAct(tx, actor, {
      act: "exemplar-decision:create",
      thing: { kind: "exemplar-decision", id },
      unitId: body.unit.id,
      after: { recognitionLevel: level, recognised: list.length },
    });
    return readDecision(tx, actor, id, now);
  });
}

async function keepList(tx: Transaction, id: string, list: readonly ItemIn[]): Promise<void> {
  if (new Set(list.map(({ exemplarId }) => exemplarId)).size !== list.length) throw problem("invalid_input", say("twice"));
  if ((await saveItems(tx, id, list)) !== list.length) throw problem("invalid_input", say("noExemplar"));
}

type Doing = { act: DecisionAct; recorded: string; note?: string };
type Step = (tx: Transaction, record: DecisionRecord, sides: DecisionSides) => Promise<DecisionChange> | DecisionChange;

/** One act on one decision: locked, allowed, at the version that the person saw, recorded. */
export async function perform(
  { db, clock }: Recognising,
  actor: Actor,
  { id, version }: Which,
  { act, recorded, note }: Doing,
  step: Step,
): Promise<DecisionDetail> {
  const now = clock();
  return transaction(db, async (tx) => {
    const { record, sides } = await lockSeen(tx, actor, id);
    const made = { createdBy: record.created_by };
    // Said before anything else: whoever may sign but wrote it learns why not.
    if (
      act === "sign" &&
      mayAct(actor, "signOnPaper", made, sides) &&
      actor.permissions.has("dispatch:sign") &&
      !mayAct(actor, act, made, sides)
    )
      throw problem("forbidden", say("ownText"));
    authorise(mayAct(actor, act, made, sides), act === "sign" ? "dispatch:sign" : "exemplar:recognise");
    if (record.version !== version) throw problem("conflict", say("changed"), { current: await detailOf(tx, actor, record, sides, now) });
    if (moved(stageNow(record), act) === null)
      throw problem("wrong_state", say(act === "sign" && record.state === "draft" ? "notPresented" : "notNow"));
    await updateDecision(tx, id, await step(tx, record, sides), now);
    const after = (await findDecision(tx, id)) ?? record;
    await recordAct(tx, actor, {
      act: `exemplar-decision:${recorded}`,
      thing: { kind: "exemplar-decision", id },
      unitId: record.body_id,
      before: told(record),
      after: told(after),
      ...(note ? { note } : {}),
    });
    return detailOf(tx, actor, after, sides, now);
  });
}

export const editDecision = (services: Recognising, actor: Actor, { header, ...which }: Which & { header: DecisionHeader }) =>
  perform(services, actor, which, { act: "edit", recorded: "edit" }, () => ({ header, title: titleOf(header) }));

/** Says what it recognises. What cannot be recognised yet may stand on the list of a draft, with the reason beside it. */
export const chooseItems = (services: Recognising, actor: Actor, { list, ...which }: Which & { list: readonly ItemIn[] }) =>
  perform(services, actor, which, { act: "edit", recorded: "choose" }, async (tx, record) => {
    await keepList(tx, record.id, list);
    return {};
  });

/** Refuses while something on the list cannot be recognised. What was decided on paper is judged by less: it has happened. */
export async function mustStand(tx: Transaction, record: DecisionRecord, { day, paper }: { day: Date; paper: boolean }): Promise<void> {
  await lockListed(tx, record.id);
  const items = await itemsOf(tx, record.id);
  if (items.length === 0) throw problem("invalid_input", say("empty"));
  if (record.level === "district" && !paper) throw problem("invalid_input", say("districtPaper"));
  const { asked } = await askedBy(tx, record, day);
  const why = await obstacles(tx, record, items, asked, paper ? cannotBe : standsInTheWay);
  const stopped = [...why].filter(([, reasons]) => reasons.length > 0);
  if (stopped.length > 0)
    throw problem("invalid_input", say("stands", { count: stopped.length }), {
      list: stopped.map(([id, reasons]) => ({ id, why: reasons })),
    });
}

export const presentDecision = (services: Recognising, actor: Actor, which: Which) =>
  perform(services, actor, which, { act: "present", recorded: "present" }, async (tx, record) => {
    const now = services.clock();
    await mustStand(tx, record, { day: now, paper: false });
    return { presentedAt: now };
  });

export const takeBackDecision = (services: Recognising, actor: Actor, which: Which) =>
  perform(services, actor, which, { act: "takeBack", recorded: "take-back" }, () => ({ presentedAt: null }));

export const cancelDecision = (services: Recognising, actor: Actor, { reason, ...which }: Which & { reason: string }) =>
  perform(services, actor, which, { act: "cancel", recorded: "cancel", note: reason }, () => ({ cancelReason: reason }));
