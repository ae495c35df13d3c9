import { actsFor, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { Text } from "../../../kernel/language.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import type { Files } from "../../../platform/files.ts";
import { recordAct } from "../../audit/index.ts";
import { readScan } from "../../documents/index.ts";
import { peopleAt } from "../../identity/index.ts";
import { getUnit } from "../../units/index.ts";
import type { Council } from "../contract.ts";
import { excess } from "../domain/quotas.ts";
import { say, subjectNames } from "../messages.ts";
import { subjects, type Subject } from "../shapes.ts";
import { updateCampaign, type CampaignRecord } from "../store/campaigns.ts";
import { candidatesIn, candidatesOf, setCandidateStates, type CandidateRecord } from "../store/candidates.ts";
import {
  cancelDecisionRow,
  decisionsOf,
  findDecision,
  insertDecision,
  signDecisionRow,
  takeNumber,
  type DecisionRecord,
} from "../store/decisions.ts";
import { earlierOf } from "../store/earlier.ts";
import { insertAwards } from "../store/register.ts";
import type { Tools, Which } from "./campaigns.ts";
import { tellAwarded } from "./milestones.ts";
import { dossierOf, isFuture, lockManaged, readCouncil } from "./council.ts";

type Kinded = Pick<CandidateRecord, "subject">;
const count = (all: readonly Kinded[], subject: Subject) => all.filter((one) => one.subject === subject).length;

/** Those in decisions that stand, with these: no more than the campaign's quota. */
async function withinAll(tx: Transaction, campaign: CampaignRecord, chosen: readonly CandidateRecord[]): Promise<void> {
  const standing = (await decisionsOf(tx, campaign.id)).filter(({ state }) => state !== "cancelled");
  const all = [...(await candidatesOf(tx, [...new Set(standing.flatMap(({ candidates }) => candidates))])), ...chosen];
  const most = { collective: campaign.most_collectives, individual: campaign.most_individuals };
  const over = excess(most, { collective: count(all, "collective"), individual: count(all, "individual") });
  for (const subject of subjects) {
    if (over[subject] === 0) continue;
    const kind = subjectNames[subject];
    const of = (name: string) => say("quotaAll", { most: most[subject] ?? 0, kind: name, over: over[subject] });
    throw problem("wrong_state", { vi: of(kind.vi).vi, en: of(kind.en).en }, { over: over[subject] });
  }
}

/** Drafts a decision on some who passed, all of one granter, when the dossier is complete. */
export async function draftDecision(
  { db, clock }: Tools,
  actor: Actor,
  input: { campaignId: string; granter?: string | null | undefined; candidates: string[] },
): Promise<Council> {
  const granter = input.granter || null;
  return transaction(db, async (tx) => {
    const campaign = await lockManaged(tx, actor, input.campaignId);
    if (campaign.state !== "council" && campaign.state !== "decided")
      throw problem("wrong_state", say("notNow"), { state: campaign.state });
    const ids = [...new Set(input.candidates)];
    const chosen = await candidatesOf(tx, ids);
    const taken = new Set(
      (await decisionsOf(tx, campaign.id)).filter(({ state }) => state !== "cancelled").flatMap(({ candidates }) => candidates),
    );
    const wrong =
      chosen.length < ids.length || chosen.some((one) => one.campaign_id !== campaign.id || one.state !== "passed" || taken.has(one.id));
    if (wrong) throw problem("wrong_state", say("notPassed"));
    if (chosen.some((one) => one.granter !== granter))
      throw problem("invalid_input", say("granterDiffers"), { fields: { granter: say("granterDiffers").vi } });
    const lacking = (await dossierOf(tx, campaign, chosen)).filter(({ good, must }) => must && !good);
    if (lacking.length > 0) {
      const named = (language: keyof Text) => lacking.map(({ need }) => say(`need.${need}`)[language]).join(", ");
      throw problem("wrong_state", { vi: say("incomplete", { what: named("vi") }).vi, en: say("incomplete", { what: named("en") }).en });
    }
    await withinAll(tx, campaign, chosen);
    await insertDecision(
      tx,
      { campaignId: campaign.id, bodyId: campaign.body_id, granter, candidates: ids, createdBy: actor.personId },
      clock(),
    );
    await recordAct(tx, actor, {
      act: "award-campaign:draft-decision",
      thing: { kind: "award-campaign", id: campaign.id },
      unitId: campaign.body_id,
      after: { awards: ids.length },
    });
    return readCouncil(tx, actor, campaign.id);
  });
}

async function lockDecision(
  tx: Transaction,
  actor: Actor,
  { id, version }: Which,
): Promise<{ campaign: CampaignRecord; decision: DecisionRecord }> {
  const found = await findDecision(tx, id);
  if (!found) throw problem("not_found", say("noDecision"));
  const campaign = await lockManaged(tx, actor, found.campaign_id);
  const decision = (await findDecision(tx, id)) ?? found;
  if (decision.version !== version) throw problem("conflict", say("changed"), { current: await readCouncil(tx, actor, campaign.id) });
  if (decision.state !== "draft") throw problem("wrong_state", say("notNow"), { state: decision.state });
  return { campaign, decision };
}

export type Signing = Which & { number: string; decidedOn: string; signerName: string; signerPost: string; file?: File | undefined };

/** The paper was signed: number, day and signer as on it, a scan when there is one. Its awards enter the register. */
export async function signDecision(
  { db, clock, files }: Tools & { files: Files },
  actor: Actor,
  { file, ...input }: Signing,
): Promise<Council> {
  const now = clock();
  // Whoever may not sign does not get a file onto the disk either.
  await transaction(db, (tx) => lockDecision(tx, actor, input));
  const scan = file ? await readScan(db, actor, files, file) : null;
  return transaction(db, async (tx) => {
    const { campaign, decision } = await lockDecision(tx, actor, input);
    if (isFuture(input.decidedOn, now)) throw problem("invalid_input", say("inFuture"), { fields: { decidedOn: say("inFuture").vi } });
    const candidates = await candidatesOf(tx, decision.candidates);
    await notOwn(tx, actor, candidates);
    await stillNew(tx, candidates);
    if (decision.granter === null && !(await takeNumber(tx, decision, input)))
      throw problem("conflict", say("numberTaken", { number: input.number }), {
        fields: { number: say("numberTaken", { number: input.number }).vi },
      });
    await signDecisionRow(tx, decision.id, { ...input, scan, by: actor.personId });
    const body = await getUnit(tx, campaign.body_id);
    const awards = await insertAwards(
      tx,
      candidates.map((one) => ({
        campaign_id: campaign.id,
        candidate_id: one.id,
        decision_id: decision.id,
        body_id: campaign.body_id,
        unit_id: one.unit_id,
        subject: one.subject,
        form: one.form,
        form_name: one.form_name,
        exemplar_id: one.exemplar_id,
        printed_name: one.printed_name,
        printed_post: one.printed_post,
        printed_unit: one.printed_unit,
        deed: one.deed,
        period_from: one.period_from,
        period_until: one.period_until,
        other_achievement: one.other_achievement,
        number: input.number,
        granted_on: input.decidedOn,
        granter: decision.granter ?? body.name,
        signer_name: input.signerName,
        consent_on: one.consent_on,
        consent_how: one.consent_how,
        typed_by: actor.personId,
      })),
      now,
    );
    if (awards === null) throw problem("conflict", say("someInRegister"));
    await setCandidateStates(tx, decision.candidates, "awarded", now);
    const left = await candidatesIn(tx, campaign.id, ["passed"]);
    await updateCampaign(tx, campaign.id, left.length === 0 ? { state: "decided" } : {});
    await tellAwarded(tx, actor, awards, { number: input.number, day: input.decidedOn }, now);
    for (const { id } of awards)
      await recordAct(tx, actor, {
        act: "award:grant",
        thing: { kind: "award", id },
        unitId: campaign.body_id,
        after: { decisionNumber: input.number, decidedOn: input.decidedOn },
      });
    await recordAct(tx, actor, {
      act: "award-campaign:sign",
      thing: { kind: "award-campaign", id: campaign.id },
      unitId: campaign.body_id,
      after: { decisionNumber: input.number, decidedOn: input.decidedOn, awards: awards.length },
    });
    return readCouncil(tx, actor, campaign.id);
  });
}

/** Who proposed does not write the award down, unless nobody else works there. Persons are compared, lent posts included. */
async function notOwn(tx: Transaction, actor: Actor, candidates: readonly CandidateRecord[]): Promise<void> {
  const own = candidates.some(({ proposed_by }) => proposed_by !== null && actsFor(actor, proposed_by));
  if (own && (await peopleAt(tx, actor.unitId)).length > 1) throw problem("forbidden", say("ownCandidate"));
}

/** Another campaign may have been quicker: asked again at the last moment. The table holds the same for two that sign at once. */
async function stillNew(tx: Database, candidates: readonly CandidateRecord[]): Promise<void> {
  for (const one of candidates) {
    if (one.other_achievement !== null || one.printed_name === null) continue;
    const earlier = await earlierOf(tx, {
      candidateId: one.id,
      unitId: one.unit_id,
      exemplarId: one.exemplar_id,
      name: one.printed_name,
      from: one.period_from,
      until: one.period_until,
    });
    const awarded = earlier.filter(({ kind, same }) => kind === "award" && same);
    if (awarded.length > 0) throw problem("conflict", say("sameInRegister", { name: one.printed_name }), { earlier: awarded });
  }
}

export function cancelDecision({ db }: Tools, actor: Actor, { reason, ...which }: Which & { reason: string }): Promise<Council> {
  return transaction(db, async (tx) => {
    const { campaign, decision } = await lockDecision(tx, actor, which);
    await cancelDecisionRow(tx, decision.id, reason);
    await recordAct(tx, actor, {
      act: "award-campaign:drop-decision",
      thing: { kind: "award-campaign", id: campaign.id },
      unitId: campaign.body_id,
      note: reason,
    });
    return readCouncil(tx, actor, campaign.id);
  });
}
