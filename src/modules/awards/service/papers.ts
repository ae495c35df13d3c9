import type { Readable } from "node:stream";
import { authorise, may, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import type { Files } from "../../../platform/files.ts";
import { recordAct } from "../../audit/index.ts";
import { readScan } from "../../documents/index.ts";
import { lineReaches, reaches, unitsByIds } from "../../units/index.ts";
import type { Paper, PaperKind } from "../contract.ts";
import { say } from "../messages.ts";
import { mayManage, mayPropose } from "../policy.ts";
import { findDecision } from "../store/decisions.ts";
import { findPaper, insertPaper, takePaperOff, type PaperRecord } from "../store/papers.ts";
import type { Tools } from "./campaigns.ts";
import { getCampaign, getCandidate, paperShown } from "./view.ts";

export type FileOut = { name: string; type: string; content: Readable | Buffer };

type Attaching = { campaignId: string; candidateId?: string | undefined; kind: PaperKind; label: string; file: File };

/** A signed paper: of a candidate by its unit, minutes by the campaign's office, a submission by whoever proposes. */
export async function attachPaper(
  { db, clock, files }: Tools & { files: Files },
  actor: Actor,
  { campaignId, candidateId, kind, label, file }: Attaching,
): Promise<Paper> {
  const { campaign, sides } = await getCampaign(db, actor, campaignId);
  const candidate = candidateId === undefined ? null : await getCandidate(db, actor, candidateId);
  if ((kind === "report" && !candidate) || (candidate && candidate.candidate.campaign_id !== campaignId))
    throw problem("invalid_input", say("paperCandidate"), { fields: { candidateId: say("paperCandidate").vi } });
  authorise(kind === "minutes" ? mayManage(actor, sides) : candidate === null || mayPropose(actor, candidate.sides), "award:propose");
  if (campaign.state !== "open" && campaign.state !== "council") throw problem("wrong_state", say("notNow"), { state: campaign.state });
  const scan = await readScan(db, actor, files, file);
  const unitId = candidate?.candidate.unit_id ?? actor.unitId;
  return transaction(db, async (tx) => {
    const row = {
      campaign_id: campaignId,
      unit_id: unitId,
      candidate_id: candidateId ?? null,
      kind,
      label,
      file_hash: scan.hash,
      file_name: scan.name,
      file_type: scan.type,
      file_size: scan.size,
    };
    const id = await insertPaper(tx, { ...row, attached_by: actor.personId }, clock());
    await recordAct(tx, actor, {
      act: "award-campaign:attach",
      thing: { kind: "award-campaign", id: campaignId },
      unitId,
      after: { paperKind: kind },
    });
    return paperShown({ ...row, id, attached_at: clock() }, await unitsByIds(tx, [unitId]));
  });
}

/** The unit that brought it and the campaign's office see a paper. */
async function getPaper(db: Database, actor: Actor, id: string): Promise<{ paper: PaperRecord; own: boolean; office: boolean }> {
  const paper = await findPaper(db, id);
  if (!paper) throw problem("not_found", say("noPaper"));
  const { campaign, sides } = await getCampaign(db, actor, paper.campaign_id);
  const own =
    paper.unit_id === actor.unitId ||
    (await reaches(db, actor.unitId, paper.unit_id)) ||
    (await lineReaches(db, actor.unitId, paper.unit_id));
  if (!own && !sides.body) throw problem("not_found", say("noPaper"));
  return { paper, own: own && (campaign.state === "open" || campaign.state === "council"), office: mayManage(actor, sides) };
}

export async function removePaper({ db, clock }: Tools, actor: Actor, id: string): Promise<{ id: string }> {
  const { paper, own, office } = await getPaper(db, actor, id);
  authorise(office || (own && may(actor, "award:propose")), "award:propose");
  await transaction(db, async (tx) => {
    await takePaperOff(tx, id, vietnamDate(clock()));
    await recordAct(tx, actor, {
      act: "award-campaign:take-off",
      thing: { kind: "award-campaign", id: paper.campaign_id },
      unitId: paper.unit_id,
      before: { paperKind: paper.kind },
    });
  });
  return { id };
}

export async function paperFile(db: Database, actor: Actor, files: Files, id: string): Promise<FileOut> {
  const { paper } = await getPaper(db, actor, id);
  return { name: paper.file_name, type: paper.file_type, content: await files.open(paper.file_hash) };
}

export async function scanFile(db: Database, actor: Actor, files: Files, id: string): Promise<FileOut> {
  const decision = await findDecision(db, id);
  if (!decision) throw problem("not_found", say("noDecision"));
  const { sides } = await getCampaign(db, actor, decision.campaign_id);
  if (!sides.body || decision.scan_hash === null) throw problem("not_found", say("noDecision"));
  return {
    name: decision.scan_name ?? "quyet-dinh",
    type: decision.scan_type ?? "application/octet-stream",
    content: await files.open(decision.scan_hash),
  };
}
