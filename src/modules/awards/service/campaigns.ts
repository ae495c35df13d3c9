import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/language.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import { recordAct, type Json } from "../../audit/index.ts";
import { lineReachesAll, unitsByIds } from "../../units/index.ts";
import type { CampaignDetail, CampaignInput, CampaignState, CandidateState } from "../contract.ts";
import { nextCampaign, type CampaignAct } from "../domain/states.ts";
import { say } from "../messages.ts";
import { mayManage, mayViewCampaign } from "../policy.ts";
import {
  findCampaign,
  insertCampaign,
  listCampaigns,
  lockCampaign,
  updateCampaign,
  type CampaignChange,
  type CampaignFacts,
  type CampaignRecord,
} from "../store/campaigns.ts";
import { candidatesIn, listCandidates } from "../store/candidates.ts";
import { formsOf } from "../store/forms.ts";
import { campaignDetail, campaignRow, campaignSides, candidateRows, getCampaign } from "./view.ts";

const pageSize = 50;
export type Tools = { db: Database; clock: () => Date };
export type Which = { id: string; version: number };

const refuse = (wrong: ReadonlyMap<string, Text>): void => {
  const [first] = wrong.values();
  if (first) throw problem("invalid_input", first, { fields: Object.fromEntries([...wrong].map(([path, text]) => [path, text.vi])) });
};

/** Days in order, each unit and form once, units within reach, forms that are in the list. */
async function factsFrom(db: Database, actor: Actor, body: UnitId, input: CampaignInput): Promise<CampaignFacts> {
  const wrong = new Map<string, Text>();
  if (input.periodUntil < input.periodFrom) wrong.set("periodUntil", say("periodBefore"));
  if (input.closesOn < input.opensOn) wrong.set("closesOn", say("periodBefore"));
  const ids = input.units.map(({ unitId }) => unitId);
  if (new Set(ids).size < ids.length) wrong.set("units", say("unitTwice"));
  else if ((await unitsByIds(db, ids)).size < ids.length) wrong.set("units", say("noUnit"));
  else if (!(await lineReachesAll(db, actor.unitId, ids))) wrong.set("units", say("beyondUnits"));
  const known = new Map((await formsOf(db, body)).map((form) => [form.code, form]));
  if (new Set(input.forms.map(({ code }) => code)).size < input.forms.length) wrong.set("forms", say("formTwice"));
  if (input.forms.some(({ code }) => !known.has(code))) wrong.set("forms", say("noForm"));
  refuse(wrong);
  return {
    title: input.title,
    kind: input.kind,
    period_from: input.periodFrom,
    period_until: input.periodUntil,
    opens_on: input.opensOn,
    closes_on: input.closesOn,
    forms: input.forms.map(({ code, granter }) => ({ code, name: known.get(code)?.name ?? code, granter: granter || null })),
    most_collectives: input.mostCollectives ?? null,
    most_individuals: input.mostIndividuals ?? null,
    needed_percent: input.needed.percent,
    needed_more: input.needed.more,
    needed_of: input.needed.of,
    quorum_percent: input.quorumPercent,
    bases: input.bases,
    plan_id: input.clause?.planId ?? null,
    plan_item_id: input.clause?.itemId ?? null,
    clause: input.clause?.clause ?? null,
    quote: input.clause?.quote ?? null,
    plan_label: input.clause?.label ?? null,
    note: input.note,
  };
}

export const campaignTold = ({ state, closes_on, units }: Pick<CampaignRecord, "state" | "closes_on" | "units">): Json => ({
  campaignState: state,
  proposalsUntil: closes_on,
  campaignUnits: units,
});

export async function readCampaigns(db: Database, actor: Actor, { state, page }: { state?: CampaignState | undefined; page: number }) {
  const { rows, total } = await listCampaigns(db, actor.unitId, { state, offset: (page - 1) * pageSize, limit: pageSize });
  const units = await unitsByIds(db, [...new Set(rows.map(({ body_id }) => body_id))]);
  return { items: rows.map((row) => campaignRow(row, units)), total, pageSize };
}

export async function readCampaign(db: Database, actor: Actor, id: string): Promise<CampaignDetail> {
  const { campaign, sides } = await getCampaign(db, actor, id);
  return campaignDetail(db, actor, campaign, sides);
}

export async function readCandidates(
  db: Database,
  actor: Actor,
  { id, state, page }: { id: string; state?: CandidateState | undefined; page: number },
) {
  const { sides } = await getCampaign(db, actor, id);
  const asked = { reader: actor.unitId, person: actor.personId, campaign: id, body: sides.body, state };
  const { rows, total } = await listCandidates(db, asked, { offset: (page - 1) * pageSize, limit: pageSize });
  return { items: await candidateRows(db, rows), total, pageSize };
}

/** Prepares a campaign of the post's own body. */
export async function createCampaign({ db, clock }: Tools, actor: Actor, input: CampaignInput): Promise<CampaignDetail> {
  authorise(mayManage(actor, { body: true }), "award:decide");
  const facts = await factsFrom(db, actor, actor.unitId, input);
  return transaction(db, async (tx) => {
    const id = await insertCampaign(tx, { facts, bodyId: actor.unitId, units: input.units, createdBy: actor.personId }, clock());
    await recordAct(tx, actor, {
      act: "award-campaign:create",
      thing: { kind: "award-campaign", id },
      unitId: actor.unitId,
      after: { campaignState: "draft", proposalsUntil: facts.closes_on, campaignUnits: input.units.length },
    });
    return readCampaign(tx, actor, id);
  });
}

async function perform(
  db: Database,
  actor: Actor,
  { id, version }: Which,
  { act, note }: { act: CampaignAct; note?: string | undefined },
  step: (tx: Database, campaign: CampaignRecord) => Promise<CampaignChange>,
): Promise<CampaignDetail> {
  return transaction(db, async (tx) => {
    const campaign = await lockCampaign(tx, id);
    const sides = campaign && (await campaignSides(tx, actor, campaign));
    if (!campaign || !sides || !mayViewCampaign(actor, campaign.state, sides)) throw problem("not_found", say("noCampaign"));
    authorise(mayManage(actor, sides), "award:decide");
    if (campaign.version !== version)
      throw problem("conflict", say("changed"), { current: await campaignDetail(tx, actor, campaign, sides) });
    const state = nextCampaign(campaign.state, act);
    if (state === null) throw problem("wrong_state", say("notNow"), { state: campaign.state });
    await updateCampaign(tx, id, { state, ...(await step(tx, campaign)) });
    const after = (await findCampaign(tx, id)) ?? campaign;
    await recordAct(tx, actor, {
      act: `award-campaign:${act}`,
      thing: { kind: "award-campaign", id },
      unitId: campaign.body_id,
      before: campaignTold(campaign),
      after: campaignTold(after),
      ...(note ? { note } : {}),
    });
    return campaignDetail(tx, actor, after, sides);
  });
}

const alive: readonly CandidateState[] = ["draft", "proposed", "returned"];

export function editCampaign({ db }: Tools, actor: Actor, { id, version, ...input }: Which & CampaignInput): Promise<CampaignDetail> {
  return perform(db, actor, { id, version }, { act: "edit" }, async (tx, campaign) => {
    const facts = await factsFrom(tx, actor, campaign.body_id, input);
    const codes = new Set(facts.forms.map(({ code }) => code));
    if ((await candidatesIn(tx, id, alive)).some(({ form }) => !codes.has(form)))
      throw problem("invalid_input", say("formInUse"), { fields: { forms: say("formInUse").vi } });
    return { facts, units: input.units };
  });
}

export type Moving = Which & { act: Exclude<CampaignAct, "edit">; reason?: string | undefined };

/** Opens it, takes it to the council once somebody is proposed, reopens, closes, or cancels it with a reason. */
export function moveCampaign({ db }: Tools, actor: Actor, { act, reason, ...which }: Moving): Promise<CampaignDetail> {
  return perform(db, actor, which, { act, note: reason }, async (tx, campaign) => {
    if (act === "cancel" && !reason) throw problem("invalid_input", say("reasonNeeded"), { fields: { reason: say("reasonNeeded").vi } });
    if (act === "council" && (await candidatesIn(tx, campaign.id, ["proposed"])).length === 0)
      throw problem("wrong_state", say("noCandidates"));
    return act === "cancel" && reason ? { cancelReason: reason } : {};
  });
}
