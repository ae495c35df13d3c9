import { authorise, may, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { ExemplarId, UnitId } from "../../../kernel/ids.ts";
import { formatShortDate, vietnamDate } from "../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct, type Json } from "../../audit/index.ts";
import { findUnit, lineReaches, reaches } from "../../units/index.ts";
import type { CandidateDetail, CandidateInput, Earlier } from "../contract.ts";
import { isFull } from "../domain/quotas.ts";
import { campaignTakes, nextCandidate, type CandidateAct } from "../domain/states.ts";
import { say, subjectNames } from "../messages.ts";
import { mayOnCandidate, mayPropose } from "../policy.ts";
import { isConcerned, lockCampaign, quotaUnitOf, unitsOfCampaign, type CampaignRecord } from "../store/campaigns.ts";
import {
  eraseCandidate,
  findCandidate,
  insertCandidate,
  lockCandidate,
  updateCandidate,
  type CandidateChange,
  type CandidateFacts,
  type CandidateRecord,
} from "../store/candidates.ts";
import { earlierOf } from "../store/earlier.ts";
import { exemplarFor } from "../store/evidence.ts";
import { dropPapersOfCandidate, papersOfCandidate } from "../store/papers.ts";
import { eraseAward } from "../store/register.ts";
import type { Tools, Which } from "./campaigns.ts";
import { formsHere } from "./forms.ts";
import { candidateDetail, candidateSides, getCampaign, getCandidate, seen } from "./view.ts";

const wrong = (field: string, text: ReturnType<typeof say>) => problem("invalid_input", text, { fields: { [field]: text.vi } });

/** No name goes into the record: it would outlive an erasure. */
const told = ({ state, form, subject }: Pick<CandidateRecord, "form" | "subject"> & { state: string }): Json => ({
  candidateState: state,
  awardForm: form,
  awardSubject: subject,
});

async function factsFrom(db: Database, campaign: CampaignRecord, unitId: UnitId, input: CandidateInput): Promise<CandidateFacts> {
  const form = (await formsHere(db, campaign)).find(({ code }) => code === input.form);
  if (!form) throw wrong("form", say("formNotHere"));
  if (!form.subjects.includes(input.subject)) throw wrong("form", say("formSubject"));
  if (input.subject === "collective" && input.printedPost) throw wrong("printedPost", say("postOfCollective"));
  if (input.subject === "collective" && input.consent) throw wrong("consent", say("consentOfPerson"));
  const from = input.periodFrom ?? campaign.period_from;
  const until = input.periodUntil ?? campaign.period_until;
  if (until < from) throw wrong("periodUntil", say("periodBefore"));
  if (input.exemplarId) {
    const exemplar = await exemplarFor(db, input.exemplarId as ExemplarId);
    if (!exemplar) throw wrong("exemplarId", say("noExemplar"));
    if (!exemplar.units.includes(unitId) && !(await lineReaches(db, unitId, exemplar.lead_id)))
      throw wrong("exemplarId", say("exemplarUnit"));
  }
  return {
    unit_id: unitId,
    subject: input.subject,
    form: input.form,
    exemplar_id: (input.exemplarId ?? null) as ExemplarId | null,
    printed_name: input.printedName,
    printed_post: input.printedPost || null,
    printed_unit: input.printedUnit || null,
    deed: input.deed,
    period_from: from,
    period_until: until,
    words: input.words ?? {},
    why: input.why ?? [],
    other_achievement: input.otherAchievement || null,
    consent_on: input.consent?.on ?? null,
    consent_how: input.consent?.how ?? null,
  };
}

/** The unit must exist, be within the proposer's reach, and be addressed by the campaign. */
async function unitFor(db: Database, actor: Actor, campaign: CampaignRecord, given: UnitId | undefined): Promise<UnitId> {
  const unitId = given ?? actor.unitId;
  if (!(await findUnit(db, unitId))) throw wrong("unitId", say("noUnit"));
  const own = unitId === actor.unitId || (await reaches(db, actor.unitId, unitId));
  authorise(mayPropose(actor, { unit: own, line: own || (await lineReaches(db, actor.unitId, unitId)) }), "award:propose");
  if (unitId !== campaign.body_id && !(await isConcerned(db, campaign.id, unitId))) throw wrong("unitId", say("notYours"));
  return unitId;
}

export async function createCandidate(
  { db, clock }: Tools,
  actor: Actor,
  { campaignId, ...input }: CandidateInput & { campaignId: string },
): Promise<CandidateDetail> {
  const { campaign } = await getCampaign(db, actor, campaignId);
  if (campaign.state !== "open") throw problem("wrong_state", say("campaignNotOpen"));
  const unitId = await unitFor(db, actor, campaign, input.unitId);
  const facts = await factsFrom(db, campaign, unitId, input);
  return transaction(db, async (tx) => {
    const id = await insertCandidate(tx, { facts, campaignId, typedBy: actor.personId }, clock());
    await recordAct(tx, actor, {
      act: "award-candidate:create",
      thing: { kind: "award-candidate", id },
      unitId,
      after: told({ ...facts, state: "draft" }),
    });
    return readCandidate(tx, actor, id);
  });
}

export async function readCandidate(db: Database, actor: Actor, id: string): Promise<CandidateDetail> {
  const { candidate, sides } = await getCandidate(db, actor, id);
  return candidateDetail(db, actor, candidate, sides);
}

type Asked = {
  campaignId: string;
  unitId?: UnitId | undefined;
  exemplarId?: string | null | undefined;
  printedName: string;
  periodFrom?: string | null | undefined;
  periodUntil?: string | null | undefined;
};

/** What was awarded or is proposed already, before somebody writes a whole dossier. */
export async function findEarlier(db: Database, actor: Actor, asked: Asked): Promise<{ items: Earlier[] }> {
  const { campaign } = await getCampaign(db, actor, asked.campaignId);
  const unitId = await unitFor(db, actor, campaign, asked.unitId);
  const items = await earlierOf(db, {
    unitId,
    exemplarId: (asked.exemplarId ?? null) as ExemplarId | null,
    name: asked.printedName,
    from: asked.periodFrom ?? campaign.period_from,
    until: asked.periodUntil ?? campaign.period_until,
  });
  return { items };
}

type Step = (tx: Transaction, candidate: CandidateRecord) => Promise<CandidateChange>;

/** One act on one candidate: campaign and candidate locked, in this order everywhere; allowed; at the version that was seen; recorded. */
async function perform(
  { db, clock }: Tools,
  actor: Actor,
  { id, version }: Which,
  { act, note }: { act: CandidateAct; note?: string },
  step: Step,
): Promise<CandidateDetail> {
  return transaction(db, async (tx) => {
    const found = await findCandidate(tx, id);
    if (found) await lockCampaign(tx, found.campaign_id);
    const { candidate, sides } = await seen(tx, actor, await lockCandidate(tx, id));
    authorise(mayOnCandidate(actor, act, sides), act === "return" ? "award:decide" : "award:propose");
    if (candidate.version !== version)
      throw problem("conflict", say("changed"), { current: await candidateDetail(tx, actor, candidate, sides) });
    const state = nextCandidate(candidate.state, act);
    if (state === null) throw problem("wrong_state", say("notNow"), { state: candidate.state });
    if (!campaignTakes(candidate.campaign.state, act)) throw problem("wrong_state", say("campaignNotOpen"));
    await updateCandidate(tx, id, { state, ...(await step(tx, candidate)) }, { now: clock(), by: actor.personId });
    const after = (await findCandidate(tx, id)) ?? candidate;
    await recordAct(tx, actor, {
      act: `award-candidate:${act}`,
      thing: { kind: "award-candidate", id },
      unitId: candidate.unit_id,
      before: told(candidate),
      after: told(after),
      ...(note ? { note } : {}),
    });
    return candidateDetail(tx, actor, after, await candidateSides(tx, actor, after));
  });
}

export function editCandidate(tools: Tools, actor: Actor, { id, version, ...input }: Which & CandidateInput): Promise<CandidateDetail> {
  return perform(tools, actor, { id, version }, { act: "edit" }, async (tx, candidate) => {
    const { campaign } = await getCampaign(tx, actor, candidate.campaign_id);
    const unitId = await unitFor(tx, actor, campaign, input.unitId ?? candidate.unit_id);
    return { facts: await factsFrom(tx, campaign, unitId, { ...input, why: candidate.why }) };
  });
}

/** Sends it: within the window and the quota, complete enough, and not for an achievement that was awarded or is proposed already. */
export function proposeCandidate(tools: Tools, actor: Actor, which: Which): Promise<CandidateDetail> {
  const today = vietnamDate(tools.clock());
  return perform(tools, actor, which, { act: "propose" }, async (tx, candidate) => {
    const { campaign } = await getCampaign(tx, actor, candidate.campaign_id);
    if (today < campaign.opens_on) throw problem("wrong_state", say("notYetOpen", { day: formatShortDate(campaign.opens_on) }));
    if (today > campaign.closes_on) throw problem("wrong_state", say("windowOver", { day: formatShortDate(campaign.closes_on) }));
    if (candidate.subject === "individual" && !candidate.printed_post) throw wrong("printedPost", say("needsPost"));
    if (!candidate.words.results && !(await papersOfCandidate(tx, candidate.id)).some(({ kind }) => kind === "report"))
      throw wrong("words.results", say("nothingWritten"));
    await mustBeNew(tx, candidate);
    return { reason: null, proposed: { by: actor.personId, on: today }, quotaUnitId: await withinQuota(tx, campaign, candidate) };
  });
}

/** The law: one achievement, one award. What was found is shown; who says why it is another achievement goes on. */
async function mustBeNew(tx: Transaction, candidate: CandidateRecord): Promise<void> {
  if (candidate.other_achievement !== null) return;
  const earlier = await earlierOf(tx, {
    candidateId: candidate.id,
    unitId: candidate.unit_id,
    exemplarId: candidate.exemplar_id,
    name: candidate.printed_name ?? "",
    from: candidate.period_from,
    until: candidate.period_until,
  });
  const same = earlier.filter((one) => one.same);
  const [first] = same;
  if (!first) return;
  const text = say("sameAchievement", { what: `${first.formName}, ${first.where}` });
  throw problem("conflict", text, { earlier: same, fields: { otherAchievement: text.vi } });
}

/** The addressed unit's quota; the whole campaign's is the council's and the decision's affair. The campaign is locked. */
async function withinQuota(tx: Transaction, campaign: CampaignRecord, candidate: CandidateRecord): Promise<UnitId | null> {
  const quotaUnit = await quotaUnitOf(tx, campaign.id, candidate.unit_id);
  if (quotaUnit === null) return null;
  const line = (await unitsOfCampaign(tx, campaign.id)).find(({ unit_id }) => unit_id === quotaUnit);
  const most = { collective: line?.most_collectives ?? null, individual: line?.most_individuals ?? null };
  if (line && isFull(most, line.used, candidate.subject)) {
    const unit = await findUnit(tx, quotaUnit);
    const of = { unit: unit?.name ?? "", most: most[candidate.subject] ?? 0 };
    const kind = subjectNames[candidate.subject];
    throw problem(
      "wrong_state",
      { vi: say("quotaUnit", { ...of, kind: kind.vi }).vi, en: say("quotaUnit", { ...of, kind: kind.en }).en },
      { quota: of.most },
    );
  }
  return quotaUnit;
}

type WithReason = Which & { reason: string };

export const withdrawCandidate = (tools: Tools, actor: Actor, { reason, ...which }: WithReason): Promise<CandidateDetail> =>
  perform(tools, actor, which, { act: "withdraw", note: reason }, async () => ({ reason }));

export const returnCandidate = (tools: Tools, actor: Actor, { reason, ...which }: WithReason): Promise<CandidateDetail> =>
  perform(tools, actor, which, { act: "return", note: reason }, async () => ({ reason }));

/** Name, post and words about an individual go, here and in the register; the reason stays in the record and must name nobody. */
export function erasePerson({ db, clock }: Tools, actor: Actor, { id, version, reason }: WithReason): Promise<CandidateDetail> {
  return transaction(db, async (tx) => {
    const { candidate, sides } = await seen(tx, actor, await lockCandidate(tx, id));
    authorise(may(actor, "award:decide") && sides.body, "award:decide");
    if (candidate.subject !== "individual") throw problem("wrong_state", say("onlyPersons"));
    if (candidate.version !== version)
      throw problem("conflict", say("changed"), { current: await candidateDetail(tx, actor, candidate, sides) });
    const today = vietnamDate(clock());
    await eraseCandidate(tx, id, today);
    await dropPapersOfCandidate(tx, id);
    if (candidate.award) await eraseAward(tx, candidate.award.id, today);
    await recordAct(tx, actor, {
      act: "award-candidate:erase",
      thing: { kind: "award-candidate", id },
      unitId: candidate.unit_id,
      note: reason,
    });
    return readCandidate(tx, actor, id);
  });
}
