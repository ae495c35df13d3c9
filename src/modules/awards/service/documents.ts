import { authorise, may, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Said } from "../../../kernel/numbers.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { renderOfficial, type OfficialDraft } from "../../documents/index.ts";
import { getUnit } from "../../units/index.ts";
import { called, type Issuer, type Listed } from "../domain/papers/head.ts";
import { decisionDraft, submissionDraft } from "../domain/papers/letters.ts";
import { minutesDraft } from "../domain/papers/minutes.ts";
import { reportDraft, type FromExemplar } from "../domain/papers/report.ts";
import { isPassed } from "../domain/votes.ts";
import { say } from "../messages.ts";
import { mayManage } from "../policy.ts";
import type { CampaignRecord } from "../store/campaigns.ts";
import { candidatesIn, candidatesOf, type CandidateRecord } from "../store/candidates.ts";
import { findDecision } from "../store/decisions.ts";
import { awardsBefore, exemplarReport } from "../store/evidence.ts";
import { findMeeting } from "../store/meetings.ts";
import { levelOf } from "./forms.ts";
import type { FileOut } from "./papers.ts";
import { getCampaign, getCandidate } from "./view.ts";

const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
type Reading = { db: Database; clock: () => Date };

async function fileOf(name: string, draft: OfficialDraft): Promise<FileOut> {
  return { name: `${name}.docx`.replaceAll("/", "-"), type: wordType, content: Buffer.from(await renderOfficial(draft)) };
}

async function issuerOf({ db, clock }: Reading, unit: UnitId): Promise<Issuer> {
  const [own, { area }] = await Promise.all([getUnit(db, unit), levelOf(db, unit)]);
  return { name: own.name, kind: own.kind, areaName: area?.name ?? null, year: Number(vietnamDate(clock()).slice(0, 4)) };
}

const listedOf = (candidate: CandidateRecord): Listed => ({
  subject: candidate.subject,
  name: candidate.printed_name ?? say("erasedName").vi,
  post: candidate.printed_post,
  unit: candidate.printed_unit,
  deed: candidate.deed,
  formName: candidate.form_name,
});

/** Who will grant it, in words. */
async function granterOf(reading: Reading, { granter, campaign }: CandidateRecord): Promise<string> {
  return granter ?? called(await issuerOf(reading, campaign.body_id));
}

/** Báo cáo thành tích of one candidate. */
export async function reportFile(reading: Reading, actor: Actor, id: string): Promise<FileOut> {
  const { candidate } = await getCandidate(reading.db, actor, id);
  const period = { from: candidate.period_from, until: candidate.period_until };
  const [issuer, granter, exemplar, before] = await Promise.all([
    issuerOf(reading, candidate.unit_id),
    granterOf(reading, candidate),
    candidate.exemplar_id === null ? undefined : exemplarReport(reading.db, candidate.exemplar_id, period),
    candidate.printed_name === null
      ? []
      : awardsBefore(reading.db, { unitId: candidate.unit_id, name: candidate.printed_name, until: vietnamDate(reading.clock()) }),
  ]);
  const listed = listedOf(candidate);
  const draft = reportDraft({
    issuer,
    granter,
    candidate: {
      ...listed,
      words: candidate.words,
      otherAchievement: candidate.other_achievement,
      periodFrom: candidate.period_from,
      periodUntil: candidate.period_until,
    },
    exemplar: exemplar ? toldOf(exemplar) : null,
    before: before
      .filter(({ number }) => number !== candidate.award?.number)
      .map(({ form_name, granted_on, ...rest }) => ({ ...rest, formName: form_name, on: granted_on })),
  });
  return fileOf(`Báo cáo thành tích ${listed.name}`.slice(0, 90), draft);
}

const amount = (value: string | null, said: string | null) => (value === null ? null : { value, said: said as Said | null });

function toldOf(exemplar: NonNullable<Awaited<ReturnType<typeof exemplarReport>>>): FromExemplar {
  const { money, money_said, labour, labour_said, turns, turns_said, ...rest } = exemplar;
  return { ...rest, money: amount(money, money_said), labour: amount(labour, labour_said), turns: amount(turns, turns_said) };
}

/** Tờ trình: of one's unit to the campaign's body; of the body itself to a granter, with those that the council passed. */
export async function submissionFile(reading: Reading, actor: Actor, id: string, granter: string | null): Promise<FileOut> {
  const { db } = reading;
  const { campaign, sides } = await getCampaign(db, actor, id);
  if (granter !== null) {
    authorise(mayManage(actor, sides), "award:decide");
    const passed = (await candidatesIn(db, id, ["passed", "awarded"])).filter((one) => one.granter === granter);
    return submission(reading, { campaign, unit: campaign.body_id, to: granter, candidates: passed, council: true });
  }
  authorise(may(actor, "award:propose"), "award:propose");
  const own = (await candidatesIn(db, id, ["draft", "proposed", "passed", "failed", "awarded"])).filter(
    ({ unit_id }) => unit_id === actor.unitId,
  );
  const to = called(await issuerOf(reading, campaign.body_id));
  return submission(reading, { campaign, unit: actor.unitId, to, candidates: own, council: false });
}

type Submitting = { campaign: CampaignRecord; unit: UnitId; to: string; candidates: readonly CandidateRecord[]; council: boolean };

async function submission(reading: Reading, { campaign, unit, to, candidates, council }: Submitting): Promise<FileOut> {
  if (candidates.length === 0) throw problem("wrong_state", say("noCandidates"));
  const draft = submissionDraft({
    issuer: await issuerOf(reading, unit),
    to,
    campaign: campaign.title,
    bases: campaign.bases,
    listed: candidates.map(listedOf),
    council,
  });
  return fileOf(`Tờ trình đề nghị khen thưởng ${campaign.title}`.slice(0, 90), draft);
}

/** Biên bản of a meeting, also before it is closed, to be read out. */
export async function minutesFile(reading: Reading, actor: Actor, id: string): Promise<FileOut> {
  const { db } = reading;
  const meeting = await findMeeting(db, id);
  if (!meeting) throw problem("not_found", say("noCampaign"));
  const { campaign, sides } = await getCampaign(db, actor, meeting.campaign_id);
  authorise(mayManage(actor, sides), "award:decide");
  const given = new Map(meeting.votes.map((vote) => [vote.candidateId, vote]));
  const needed = { percent: campaign.needed_percent, more: campaign.needed_more, of: campaign.needed_of };
  const candidates =
    meeting.state === "draft" ? await candidatesIn(db, campaign.id, ["proposed"]) : await candidatesOf(db, [...given.keys()]);
  const draft = minutesDraft({
    issuer: await issuerOf(reading, campaign.body_id),
    campaign: campaign.title,
    meeting: {
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
    },
    needed,
    rows: candidates.map((candidate) => {
      const vote = given.get(candidate.id);
      return {
        candidate: listedOf(candidate),
        votes: vote?.votes ?? null,
        passed: vote !== undefined && (vote.passed ?? isPassed(meeting, vote.votes, needed)),
      };
    }),
  });
  return fileOf(`Biên bản họp hội đồng ${campaign.title}`.slice(0, 90), draft);
}

/** Quyết định of the body itself: a draft to be signed, or as it was signed. Of another granter there is only its own paper. */
export async function decisionFile(reading: Reading, actor: Actor, id: string): Promise<FileOut> {
  const { db } = reading;
  const decision = await findDecision(db, id);
  if (!decision || decision.granter !== null) throw problem("not_found", say("noDecision"));
  const { campaign, sides } = await getCampaign(db, actor, decision.campaign_id);
  authorise(mayManage(actor, sides), "award:decide");
  const { number, decided_on, signer_name } = decision;
  const draft = decisionDraft({
    issuer: await issuerOf(reading, campaign.body_id),
    campaign: campaign.title,
    bases: campaign.bases,
    listed: (await candidatesOf(db, decision.candidates)).map(listedOf),
    signed: number === null || decided_on === null ? null : { number, day: decided_on, signer: signer_name ?? "" },
  });
  return fileOf(`${number ?? "Dự thảo"} Quyết định khen thưởng ${campaign.title}`.slice(0, 90), draft);
}
