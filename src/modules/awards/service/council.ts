import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct, type Json } from "../../audit/index.ts";
import { unitsByIds } from "../../units/index.ts";
import type { Council, Meeting, MeetingInput } from "../contract.ts";
import { checksOf, isComplete, type Check } from "../domain/dossier.ts";
import { difference, hasQuorum, isPassed, shareText } from "../domain/votes.ts";
import { say } from "../messages.ts";
import { mayManage } from "../policy.ts";
import { lockCampaign, updateCampaign, type CampaignRecord } from "../store/campaigns.ts";
import { candidatesIn, candidatesOf, setCandidateStates, type CandidateRecord } from "../store/candidates.ts";
import { decisionsOf } from "../store/decisions.ts";
import {
  closeMeetingRow,
  findMeeting,
  insertMeeting,
  meetingsOf,
  updateMeeting,
  type MeetingFacts,
  type MeetingRecord,
} from "../store/meetings.ts";
import { papersOf } from "../store/papers.ts";
import type { Tools, Which } from "./campaigns.ts";
import { campaignDetail, candidateRows, getCampaign, paperShown } from "./view.ts";

export type Managed = { campaign: CampaignRecord };

/** The campaign for its office, locked; others are told that they may not, or that there is none. */
export async function lockManaged(tx: Transaction, actor: Actor, id: string): Promise<CampaignRecord> {
  await lockCampaign(tx, id);
  const { campaign, sides } = await getCampaign(tx, actor, id);
  authorise(mayManage(actor, sides), "award:decide");
  return campaign;
}

const neededOf = ({ needed_percent, needed_more, needed_of }: CampaignRecord) => ({
  percent: needed_percent,
  more: needed_more,
  of: needed_of,
});

/** Meetings with each candidate's votes: in a draft everybody who is proposed, in a closed one those it voted on. */
async function meetingShown(db: Database, campaign: CampaignRecord, meeting: MeetingRecord): Promise<Meeting> {
  const given = new Map(meeting.votes.map((vote) => [vote.candidateId, vote]));
  const candidates =
    meeting.state === "draft" ? await candidatesIn(db, campaign.id, ["proposed"]) : await candidatesOf(db, [...given.keys()]);
  const rows = await candidateRows(db, candidates);
  return {
    id: meeting.id,
    version: meeting.version,
    state: meeting.state,
    heldOn: meeting.held_on,
    place: meeting.place,
    members: meeting.members,
    present: meeting.present,
    attendance: meeting.attendance,
    absent: meeting.absent,
    opinions: meeting.opinions,
    chairName: meeting.chair_name,
    chairPost: meeting.chair_post,
    secretaryName: meeting.secretary_name,
    secretaryPost: meeting.secretary_post,
    quorum: hasQuorum(meeting, campaign.quorum_percent),
    votes: rows.map((candidate) => {
      const vote = given.get(candidate.id);
      const votes = vote?.votes ?? null;
      return {
        candidate,
        votes,
        difference: votes === null ? -meeting.present : difference(meeting, votes),
        passes: votes !== null && (vote?.passed ?? isPassed(meeting, votes, neededOf(campaign))),
        share: votes === null ? "" : shareText(votes.for, meeting[campaign.needed_of]),
      };
    }),
  };
}

/** Whether the dossier of the candidates that are still on their way is complete. */
export async function dossierOf(db: Database, campaign: CampaignRecord, only?: readonly CandidateRecord[]): Promise<Check[]> {
  const [all, papers, meetings] = await Promise.all([
    only ?? candidatesIn(db, campaign.id, ["proposed", "passed"]),
    papersOf(db, campaign.id),
    meetingsOf(db, campaign.id),
  ]);
  return checksOf({
    candidates: all.map((one) => ({
      id: one.id,
      name: one.printed_name ?? "",
      subject: one.subject,
      post: one.printed_post,
      unitId: one.unit_id,
      results: Boolean(one.words.results),
      consent: one.consent_on !== null,
      voted: one.votes !== null && one.votes.passed !== null,
    })),
    papers: papers.map(({ kind, unit_id, candidate_id }) => ({ kind, unitId: unit_id, candidateId: candidate_id })),
    meetingClosed: meetings.some(({ state }) => state === "closed"),
  });
}

export async function readCouncil(db: Database, actor: Actor, id: string): Promise<Council> {
  const { campaign, sides } = await getCampaign(db, actor, id);
  authorise(mayManage(actor, sides), "award:decide");
  const [meetings, checks, decisions, papers] = await Promise.all([
    meetingsOf(db, id),
    dossierOf(db, campaign),
    decisionsOf(db, id),
    papersOf(db, id),
  ]);
  const units = await unitsByIds(db, [...new Set(papers.map(({ unit_id }) => unit_id))]);
  const shown = [];
  for (const meeting of meetings) shown.push(await meetingShown(db, campaign, meeting));
  const decided = [];
  for (const one of decisions)
    decided.push({
      id: one.id,
      version: one.version,
      state: one.state,
      granter: one.granter,
      candidates: await candidateRows(db, await candidatesOf(db, one.candidates)),
      number: one.number,
      decidedOn: one.decided_on,
      signerName: one.signer_name,
      signerPost: one.signer_post,
      scan: one.scan_hash !== null,
      reason: one.reason,
    });
  return {
    campaign: await campaignDetail(db, actor, campaign, sides),
    meetings: shown,
    checks,
    complete: isComplete(checks),
    decisions: decided,
    papers: papers.map((paper) => paperShown(paper, units)),
  };
}

function factsFrom(input: MeetingInput): MeetingFacts {
  if (input.present > input.members) throw problem("invalid_input", say("morePresent"), { fields: { present: say("morePresent").vi } });
  return {
    held_on: input.heldOn,
    place: input.place,
    members: input.members,
    present: input.present,
    attendance: input.attendance,
    absent: input.absent,
    opinions: input.opinions,
    chair_name: input.chairName,
    chair_post: input.chairPost,
    secretary_name: input.secretaryName,
    secretary_post: input.secretaryPost,
  };
}

/** Votes are kept for candidates of this campaign that are proposed; others are left out. */
async function votesFor(tx: Transaction, campaign: CampaignRecord, votes: MeetingInput["votes"]) {
  const open = new Set((await candidatesIn(tx, campaign.id, ["proposed"])).map(({ id }) => id));
  return [...new Map(votes.filter(({ candidateId }) => open.has(candidateId)).map((vote) => [vote.candidateId, vote])).values()];
}

const told = ({ present }: { present: number }, passed?: number): Json => ({
  councilPresent: present,
  ...(passed === undefined ? {} : { passed }),
});

/** Begins the record of a meeting, once the campaign was taken to the council. */
export async function createMeeting(
  { db, clock }: Tools,
  actor: Actor,
  { campaignId, ...input }: MeetingInput & { campaignId: string },
): Promise<Council> {
  return transaction(db, async (tx) => {
    const campaign = await lockManaged(tx, actor, campaignId);
    if (campaign.state !== "council" || (await meetingsOf(tx, campaignId)).some(({ state }) => state === "draft"))
      throw problem("wrong_state", say("notNow"), { state: campaign.state });
    const facts = factsFrom(input);
    await insertMeeting(tx, { campaignId, facts, votes: await votesFor(tx, campaign, input.votes), typedBy: actor.personId }, clock());
    await recordAct(tx, actor, {
      act: "award-campaign:meeting",
      thing: { kind: "award-campaign", id: campaignId },
      unitId: campaign.body_id,
      after: told(facts),
    });
    return readCouncil(tx, actor, campaignId);
  });
}

async function lockMeeting(
  tx: Transaction,
  actor: Actor,
  { id, version }: Which,
): Promise<{ campaign: CampaignRecord; meeting: MeetingRecord }> {
  const found = await findMeeting(tx, id);
  if (!found) throw problem("not_found", say("noCampaign"));
  const campaign = await lockManaged(tx, actor, found.campaign_id);
  const meeting = (await findMeeting(tx, id)) ?? found;
  if (meeting.version !== version) throw problem("conflict", say("changed"), { current: await readCouncil(tx, actor, campaign.id) });
  if (meeting.state === "closed" || campaign.state !== "council") throw problem("wrong_state", say("notNow"), { state: meeting.state });
  return { campaign, meeting };
}

export function editMeeting({ db }: Tools, actor: Actor, { id, version, ...input }: Which & MeetingInput): Promise<Council> {
  return transaction(db, async (tx) => {
    const { campaign } = await lockMeeting(tx, actor, { id, version });
    await updateMeeting(tx, id, factsFrom(input), await votesFor(tx, campaign, input.votes));
    return readCouncil(tx, actor, campaign.id);
  });
}

/** Everybody who is proposed was voted on, votes add up to those present, enough were there: then who passed is settled. */
export function closeMeeting({ db, clock }: Tools, actor: Actor, which: Which): Promise<Council> {
  return transaction(db, async (tx) => {
    const { campaign, meeting } = await lockMeeting(tx, actor, which);
    const candidates = await candidatesIn(tx, campaign.id, ["proposed"]);
    if (candidates.length === 0) throw problem("wrong_state", say("noCandidates"));
    if (!hasQuorum(meeting, campaign.quorum_percent))
      throw problem("invalid_input", say("noQuorum", { percent: campaign.quorum_percent }), {
        fields: { present: say("noQuorum", { percent: campaign.quorum_percent }).vi },
      });
    const given = new Map(meeting.votes.map((vote) => [vote.candidateId, vote.votes]));
    const passed: string[] = [];
    for (const { id, printed_name } of candidates) {
      const votes = given.get(id);
      const name = printed_name ?? say("erasedName").vi;
      if (!votes) throw problem("invalid_input", say("votesMissing", { name }));
      if (difference(meeting, votes) !== 0) {
        const sum = votes.for + votes.against + votes.blank;
        throw problem("invalid_input", say("votesDiffer", { name, sum, present: meeting.present }), { candidateId: id });
      }
      if (isPassed(meeting, votes, neededOf(campaign))) passed.push(id);
    }
    const now = clock();
    const failed = candidates.map(({ id }) => id).filter((id) => !passed.includes(id));
    await closeMeetingRow(tx, meeting.id, passed);
    await setCandidateStates(tx, passed, "passed", now);
    await setCandidateStates(tx, failed, "failed", now);
    await updateCampaign(tx, campaign.id, {});
    await recordAct(tx, actor, {
      act: "award-campaign:vote",
      thing: { kind: "award-campaign", id: campaign.id },
      unitId: campaign.body_id,
      after: told(meeting, passed.length),
    });
    return readCouncil(tx, actor, campaign.id);
  });
}

export const isFuture = (day: string, now: Date): boolean => day > vietnamDate(now);
