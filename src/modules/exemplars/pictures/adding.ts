import { authorise, type Actor } from "../../../kernel/actor.ts";
import { Problem, problem } from "../../../kernel/errors.ts";
import type { ExemplarId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/language.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import type { Files } from "../../../platform/files.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { checkPicture } from "../../../platform/pictures/index.ts";
import { recordAct } from "../../audit/index.ts";
import { plainFileName, refuseSecretFile } from "../../documents/index.ts";
import { getVisible } from "../service/view.ts";
import type { ExemplarPictures, PictureShows } from "./contract.ts";
import { processPicture } from "./jobs.ts";
import { say } from "./messages.ts";
import { paperType } from "./papers.ts";
import { mayKeep } from "./policy.ts";
import { findEventUnit, insertPaper, insertPicture, markMoved, papersOf, picturesOf } from "./store.ts";
import { picturesShown, reachesUnit } from "./view.ts";

type Services = { db: Database; files: Files; clock: () => Date };
type Given = {
  id: ExemplarId;
  photos?: readonly File[] | undefined;
  papers?: readonly File[] | undefined;
  shows?: PictureShows | undefined;
  eventId?: string | undefined;
};

const limit = 25 * 1024 * 1024;
/** Photographs, and papers, of one exemplar. */
const most = 60;

type Kept = { hash: string; name: string; size: number; type: string };

const refuse = (code: "invalid_input" | "unsupported" | "too_large", text: Text, field: string, name: string) =>
  problem(code, text, { fields: { [field]: text.vi }, file: name });

/**
 * Takes photographs and papers in. A photograph is only looked at from its head here; it stays in quarantine, shown to nobody,
 * until the job has drawn it anew. One secret or unusable file refuses what was sent with it.
 */
export async function addPictures(services: Services, actor: Actor, given: Given): Promise<ExemplarPictures> {
  const { db, clock } = services;
  const { photos = [], papers = [], eventId = null, shows = null } = given;
  const { record, sides } = await getVisible(db, actor, given.id);
  if (record.state === "withdrawn") throw problem("wrong_state", say("withdrawn"), { state: record.state });
  const eventUnit = eventId === null ? undefined : await findEventUnit(db, record.id, eventId);
  if (eventId !== null && eventUnit === undefined)
    throw problem("invalid_input", say("noEvent"), { fields: { eventId: say("noEvent").vi } });
  const own = eventUnit !== undefined && (await reachesUnit(db, actor, eventUnit));
  authorise(mayKeep(actor, record.state, sides, own), "exemplar:register");
  if (photos.length + papers.length === 0)
    throw problem("invalid_input", say("nothingGiven"), { fields: { photos: say("nothingGiven").vi } });
  const kept = { photos: [] as Kept[], papers: [] as Kept[] };
  for (const file of photos) kept.photos.push(await keepPhoto(services, actor, file));
  for (const file of papers) kept.papers.push(await keepPaper(services, actor, file));
  const now = clock();
  return transaction(db, async (tx) => {
    const before = { photographs: (await picturesOf(tx, record.id)).length, papers: (await papersOf(tx, record.id)).length };
    if (before.photographs + photos.length > most || before.papers + papers.length > most)
      throw problem("invalid_input", say("tooMany", { most }), { fields: { photos: say("tooMany", { most }).vi } });
    const by = { person: actor.personId, unit: actor.unitId, at: now };
    const after = { ...before };
    for (const photo of kept.photos) {
      const made = await insertPicture(tx, record.id, { ...photo, shows, eventId }, by);
      if (made === null) continue;
      after.photographs += 1;
      await enqueue(tx, processPicture, { pictureId: made }, { key: `exemplars.picture:${made}` });
    }
    for (const paper of kept.papers) if (await insertPaper(tx, record.id, { ...paper, eventId }, by)) after.papers += 1;
    if (after.photographs + after.papers > before.photographs + before.papers) {
      await markMoved(tx, record.id, vietnamDate(now));
      await recordAct(tx, actor, {
        act: "exemplar-picture:add",
        thing: { kind: "exemplar", id: record.id },
        unitId: record.lead_id,
        before,
        after,
      });
    }
    return picturesShown(tx, actor, record, sides);
  });
}

/** Both kinds go through the same door: not empty, not endless, nothing marked secret. */
async function bytesOf(db: Database, actor: Actor, file: File, field: string): Promise<Uint8Array> {
  if (file.size === 0) throw refuse("invalid_input", say("fileEmpty"), field, file.name);
  if (file.size > limit) throw refuse("too_large", say("fileTooLarge"), field, file.name);
  const bytes = new Uint8Array(await file.arrayBuffer());
  await refuseSecretFile(db, actor, { name: file.name, bytes });
  return bytes;
}

async function keepPhoto({ db, files }: Services, actor: Actor, file: File): Promise<Kept> {
  const bytes = await bytesOf(db, actor, file, "photos");
  try {
    checkPicture(bytes);
  } catch (error) {
    if (error instanceof Problem)
      throw problem(error.code, error.text, { ...error.details, fields: { photos: error.text.vi }, file: file.name });
    throw error;
  }
  const { sha256, size } = await files.put(bytes);
  return { hash: sha256, name: plainFileName(file.name), size, type: "image/jpeg" };
}

async function keepPaper({ db, files }: Services, actor: Actor, file: File): Promise<Kept> {
  const bytes = await bytesOf(db, actor, file, "papers");
  const known = paperType(file.name, bytes);
  if ("wrong" in known) throw refuse("unsupported", say(known.wrong === "ending" ? "paperType" : "paperContent"), "papers", file.name);
  const { sha256, size } = await files.put(bytes);
  return { hash: sha256, name: plainFileName(file.name), size, type: known.type };
}
