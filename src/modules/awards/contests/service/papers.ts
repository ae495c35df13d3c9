import { authorise, may, type Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import { vietnamDate } from "../../../../kernel/time/index.ts";
import { transaction, type Database } from "../../../../platform/database/index.ts";
import type { Files } from "../../../../platform/files.ts";
import { recordAct } from "../../../audit/index.ts";
import { readScan } from "../../../documents/index.ts";
import type { FileOut } from "../../service/papers.ts";
import type { ContestPaper } from "../contract.ts";
import { contestTakes } from "../domain.ts";
import { say } from "../messages.ts";
import { mayEnter, mayManageContest } from "../policy.ts";
import { findPaper, insertPaper, takePaperOff } from "../store/results.ts";
import type { Tools } from "./contests.ts";
import { getContest, getEntry, paperShown } from "./view.ts";

type Place = { contestId: string; entryId: string | null; round: number | null };

/** Whoever may change what the file belongs to, while it may be changed: an entry before it is sent, minutes while judging. */
async function changing(db: Database, actor: Actor, { contestId, entryId, round }: Place) {
  if (entryId === null) {
    const { contest, sides } = await getContest(db, actor, contestId);
    authorise(mayManageContest(actor, sides), "round:open");
    if (contest.state !== "judging" || (round !== null && round !== contest.round))
      throw problem("wrong_state", say("notNow"), { state: contest.state });
    return { thing: { kind: "contest", id: contestId }, unitId: contest.body_id, round: contest.round };
  }
  const { entry, sides } = await getEntry(db, actor, entryId);
  if (entry.contest_id !== contestId) throw problem("not_found", say("noEntry"));
  authorise(mayEnter(actor, sides), "award:propose");
  if (entry.state === "sent" || !contestTakes(entry.contest, entry, "edit"))
    throw problem("wrong_state", say("notTaking"), { state: entry.state });
  return { thing: { kind: "contest-entry", id: entryId }, unitId: entry.unit_id, round: null };
}

type Attaching = { contestId: string; entryId?: string | undefined; file: File };

export async function attachFile(
  { db, clock, files }: Tools & { files: Files },
  actor: Actor,
  { contestId, entryId, file }: Attaching,
): Promise<ContestPaper> {
  const place = { contestId, entryId: entryId ?? null, round: null };
  await changing(db, actor, place);
  const scan = await readScan(db, actor, files, file);
  return transaction(db, async (tx) => {
    // Asked again: reading the file took a while.
    const { thing, unitId, round } = await changing(tx, actor, place);
    const row = {
      contest_id: contestId,
      entry_id: place.entryId,
      round,
      file_hash: scan.hash,
      file_name: scan.name,
      file_type: scan.type,
      file_size: scan.size,
    };
    const id = await insertPaper(tx, { ...row, attached_by: actor.personId }, clock());
    await recordAct(tx, actor, { act: `${thing.kind}:attach`, thing, unitId });
    return paperShown({ ...row, id, attached_at: clock() });
  });
}

/** Files of an entry are for who may see it, minutes for the organiser. */
async function getPaper(db: Database, actor: Actor, id: string) {
  const paper = await findPaper(db, id);
  if (!paper) throw problem("not_found", say("noPaper"));
  if (paper.entry_id === null) {
    const { sides } = await getContest(db, actor, paper.contest_id);
    if (!sides.body || !may(actor, "exemplar:view")) throw problem("not_found", say("noPaper"));
  } else await getEntry(db, actor, paper.entry_id);
  return paper;
}

export async function removeFile({ db, clock }: Tools, actor: Actor, id: string): Promise<{ id: string }> {
  return transaction(db, async (tx) => {
    const paper = await getPaper(tx, actor, id);
    const { thing, unitId } = await changing(tx, actor, { contestId: paper.contest_id, entryId: paper.entry_id, round: paper.round });
    await takePaperOff(tx, id, vietnamDate(clock()));
    await recordAct(tx, actor, { act: `${thing.kind}:take-off`, thing, unitId });
    return { id };
  });
}

export async function contestFile(db: Database, actor: Actor, files: Files, id: string): Promise<FileOut> {
  const paper = await getPaper(db, actor, id);
  return { name: paper.file_name, type: paper.file_type, content: await files.open(paper.file_hash) };
}
