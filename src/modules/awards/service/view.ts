import { z } from "zod";
import { may, type Actor } from "../../../kernel/actor.ts";
import { Problem, problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { personNames } from "../../identity/index.ts";
import type { UnitRef } from "../../units/contract.ts";
import { idsWithin, lineReaches, reaches, unitsByIds } from "../../units/index.ts";
import type { CampaignDetail, CampaignRow, CandidateDetail, CandidateRow, Paper } from "../contract.ts";
import { say } from "../messages.ts";
import {
  mayManage,
  mayViewCampaign,
  mayViewCandidate,
  possibleCampaignActs,
  possibleCandidateActs,
  type CampaignSides,
  type CandidateSides,
} from "../policy.ts";
import { findCampaign, isConcerned, unitsOfCampaign, type CampaignRecord } from "../store/campaigns.ts";
import { findCandidate, type CandidateRecord } from "../store/candidates.ts";
import { earlierOf } from "../store/earlier.ts";
import { papersOfCandidate, type PaperRecord } from "../store/papers.ts";
import { doubtsOf, formsHere } from "./forms.ts";

export type Units = ReadonlyMap<UnitId, UnitRef>;
export const unitIn = (units: Units, id: UnitId): UnitRef => units.get(id) ?? { id, name: `#${id}`, kind: "other-body" };

const covers = async (db: Database, actor: Pick<Actor, "unitId">, unit: UnitId) => unit === actor.unitId || reaches(db, actor.unitId, unit);

export async function campaignSides(db: Database, actor: Actor, campaign: CampaignRecord): Promise<CampaignSides> {
  const [body, addressed] = await Promise.all([covers(db, actor, campaign.body_id), isConcerned(db, campaign.id, actor.unitId)]);
  return { body, addressed };
}

/** The campaign, when this person may see it; otherwise it does not exist for them. */
export async function getCampaign(db: Database, actor: Actor, id: string): Promise<{ campaign: CampaignRecord; sides: CampaignSides }> {
  const campaign = await findCampaign(db, id);
  const sides = campaign && (await campaignSides(db, actor, campaign));
  if (!campaign || !sides || !mayViewCampaign(actor, campaign.state, sides)) throw problem("not_found", say("noCampaign"));
  return { campaign, sides };
}

export const campaignRow = (campaign: CampaignRecord, units: Units): CampaignRow => ({
  id: campaign.id,
  version: campaign.version,
  title: campaign.title,
  kind: campaign.kind,
  state: campaign.state,
  body: unitIn(units, campaign.body_id),
  periodFrom: campaign.period_from,
  periodUntil: campaign.period_until,
  opensOn: campaign.opens_on,
  closesOn: campaign.closes_on,
  proposed: campaign.proposed,
  awarded: campaign.awarded,
});

export async function campaignDetail(db: Database, actor: Actor, campaign: CampaignRecord, sides: CampaignSides): Promise<CampaignDetail> {
  const [rows, forms] = await Promise.all([unitsOfCampaign(db, campaign.id), formsHere(db, campaign)]);
  const units = await unitsByIds(db, [campaign.body_id, ...rows.map(({ unit_id }) => unit_id)]);
  // A unit sees its own line of the quotas, not how the others stand.
  const mine = sides.body ? null : new Set(await idsWithin(db, actor.unitId));
  const seen = [];
  for (const row of rows) if (!mine || mine.has(row.unit_id) || (await lineReaches(db, row.unit_id, actor.unitId))) seen.push(row);
  return {
    ...campaignRow(campaign, units),
    forms,
    doubts: sides.body ? await doubtsOf(db, campaign, unitIn(units, campaign.body_id)) : [],
    mostCollectives: campaign.most_collectives,
    mostIndividuals: campaign.most_individuals,
    needed: { percent: campaign.needed_percent, more: campaign.needed_more, of: campaign.needed_of },
    quorumPercent: campaign.quorum_percent,
    bases: campaign.bases,
    clause:
      campaign.plan_id === null || campaign.plan_item_id === null
        ? null
        : {
            planId: campaign.plan_id,
            itemId: campaign.plan_item_id,
            clause: campaign.clause ?? "",
            quote: campaign.quote ?? "",
            label: campaign.plan_label,
          },
    note: campaign.note,
    cancelReason: campaign.cancel_reason,
    units: seen.map((row) => ({
      unit: unitIn(units, row.unit_id),
      mostCollectives: row.most_collectives,
      mostIndividuals: row.most_individuals,
      used: row.used,
    })),
    can: possibleCampaignActs(actor, campaign.state, sides),
    mayPropose: campaign.state === "open" && may(actor, "award:propose") && (sides.body || sides.addressed),
    manages: mayManage(actor, sides),
  };
}

export async function candidateSides(
  db: Database,
  actor: Actor,
  { unit_id, campaign, typed_by }: Pick<CandidateRecord, "unit_id" | "campaign" | "typed_by">,
): Promise<CandidateSides> {
  const [unit, line, body] = await Promise.all([
    covers(db, actor, unit_id),
    lineReaches(db, actor.unitId, unit_id),
    covers(db, actor, campaign.body_id),
  ]);
  return { unit, line, body, typed: typed_by === actor.personId };
}

export async function getCandidate(db: Database, actor: Actor, id: string): Promise<{ candidate: CandidateRecord; sides: CandidateSides }> {
  return seen(db, actor, await findCandidate(db, id));
}

export async function seen(db: Database, actor: Actor, candidate: CandidateRecord | undefined) {
  const sides = candidate && (await candidateSides(db, actor, candidate));
  if (!candidate || !sides || !mayViewCandidate(actor, candidate.state, sides)) throw problem("not_found", say("noCandidate"));
  return { candidate, sides };
}

export const candidateRow = (candidate: CandidateRecord, units: Units): CandidateRow => ({
  id: candidate.id,
  version: candidate.version,
  campaign: { id: candidate.campaign_id, title: candidate.campaign.title },
  unit: unitIn(units, candidate.unit_id),
  subject: candidate.subject,
  form: candidate.form,
  formName: candidate.form_name,
  exemplar: candidate.exemplar_id === null ? null : { id: candidate.exemplar_id, name: candidate.exemplar_name ?? "" },
  printedName: candidate.printed_name,
  printedPost: candidate.printed_post,
  printedUnit: candidate.printed_unit,
  deed: candidate.deed,
  periodFrom: candidate.period_from,
  periodUntil: candidate.period_until,
  state: candidate.state,
  votes: candidate.votes,
  otherAchievement: candidate.other_achievement,
});

export async function candidateRows(db: Database, candidates: readonly CandidateRecord[]): Promise<CandidateRow[]> {
  const units = await unitsByIds(db, [...new Set(candidates.map(({ unit_id }) => unit_id))]);
  return candidates.map((candidate) => candidateRow(candidate, units));
}

export const paperShown = (paper: PaperRecord, units: Units): Paper => ({
  id: paper.id,
  kind: paper.kind,
  label: paper.label,
  unit: unitIn(units, paper.unit_id),
  candidateId: paper.candidate_id,
  fileName: paper.file_name,
  attachedAt: paper.attached_at.toISOString(),
});

export async function candidateDetail(
  db: Database,
  actor: Actor,
  candidate: CandidateRecord,
  sides: CandidateSides,
): Promise<CandidateDetail> {
  const [earlier, papers, people, units] = await Promise.all([
    candidate.printed_name === null
      ? []
      : earlierOf(db, {
          candidateId: candidate.id,
          unitId: candidate.unit_id,
          exemplarId: candidate.exemplar_id,
          name: candidate.printed_name,
          from: candidate.period_from,
          until: candidate.period_until,
        }),
    papersOfCandidate(db, candidate.id),
    personNames(db, candidate.proposed_by === null ? [] : [candidate.proposed_by]),
    unitsByIds(db, [candidate.unit_id]),
  ]);
  return {
    ...candidateRow(candidate, units),
    words: candidate.words,
    why: candidate.why,
    consent: candidate.consent_on === null ? null : { on: candidate.consent_on, how: candidate.consent_how ?? "" },
    reason: candidate.reason,
    proposedBy: candidate.proposed_by === null ? null : (people.get(candidate.proposed_by) ?? null),
    proposedOn: candidate.proposed_on,
    erasedOn: candidate.erased_on,
    earlier,
    papers: papers.map((paper) => paperShown(paper, units)),
    award: candidate.award,
    can: possibleCandidateActs(actor, candidate.state, candidate.campaign.state, sides),
    mayErase: candidate.subject === "individual" && candidate.erased_on === null && may(actor, "award:decide") && sides.body,
  };
}

const found = async (reading: Promise<unknown>): Promise<boolean> => {
  try {
    await reading;
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === "not_found") return false;
    throw error;
  }
};

/** The history of a campaign or a candidate is for those who may read it. */
export const canSeeCampaign = async (db: Database, actor: Actor, id: string): Promise<boolean> =>
  z.uuid().safeParse(id).success && found(getCampaign(db, actor, id));

export const canSeeCandidate = async (db: Database, actor: Actor, id: string): Promise<boolean> =>
  z.uuid().safeParse(id).success && found(getCandidate(db, actor, id));
