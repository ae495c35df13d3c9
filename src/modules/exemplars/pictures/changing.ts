import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { ExemplarId } from "../../../kernel/ids.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import type { Files } from "../../../platform/files.ts";
import { recordAct, type Json } from "../../audit/index.ts";
import { getVisible } from "../service/view.ts";
import type { BlurArea, ConsentHow, ExemplarPictures, PictureShows } from "./contract.ts";
import { say } from "./messages.ts";
import { isInside, mayKeep } from "./policy.ts";
import { renderBlurred } from "./render.ts";
import { findPaper, findPicture, lockPicture, takeOut, updatePicture, type PictureRecord } from "./store.ts";
import { picturesShown, reachesUnit } from "./view.ts";

type Services = { db: Database; clock: () => Date };
type Which = { id: ExemplarId; picture: string; version: number };

const told = (picture: PictureRecord): Json => ({
  picture: picture.id,
  pictureShows: picture.shows,
  pictureConsent: picture.consentOn !== null,
  pictureAreas: picture.blurAreas.length,
  pictureMayBePublic: picture.publicHash !== null,
});

const noPicture = () => problem("not_found", say("noPicture"));

/** One act on one picture, which is locked and as the person saw it. */
async function change(
  { db }: Services,
  actor: Actor,
  { id, picture: which, version }: Which,
  { act, note }: { act: string; note?: string },
  step: (tx: Transaction, picture: PictureRecord) => Promise<void>,
): Promise<ExemplarPictures> {
  return transaction(db, async (tx) => {
    const { record, sides } = await getVisible(tx, actor, id);
    const picture = await lockPicture(tx, which);
    if (!picture || picture.exemplarId !== record.id || (!isInside(sides) && picture.publicHash === null)) throw noPicture();
    const own = await reachesUnit(tx, actor, picture.addedUnit);
    authorise(mayKeep(actor, record.state, sides, own), "exemplar:register");
    if (picture.version !== version) throw problem("conflict", say("changed"), { current: await picturesShown(tx, actor, record, sides) });
    await step(tx, picture);
    const after = await findPicture(tx, which);
    await recordAct(tx, actor, {
      act,
      thing: { kind: "exemplar", id: record.id },
      unitId: record.lead_id,
      before: told(picture),
      ...(after ? { after: told(after) } : {}),
      ...(note ? { note } : {}),
    });
    return picturesShown(tx, actor, record, sides);
  });
}

const needsReady = ({ state }: PictureRecord) => {
  if (state !== "ready") throw problem("wrong_state", say("notReady"), { state });
};

const noConsent = { consent_by: null, consent_on: null, consent_how: null, consent_where: null };

type Edit = Which & {
  caption?: string | undefined;
  alt?: string | undefined;
  shows?: PictureShows | undefined;
  cover?: boolean | undefined;
};

/** A consent was given for what the picture was said to show; so was "everything is covered". Another answer takes both off. */
export const editPicture = (services: Services, actor: Actor, { caption, alt, shows, cover, ...which }: Edit): Promise<ExemplarPictures> =>
  change(services, actor, which, { act: "exemplar-picture:edit" }, async (tx, picture) => {
    needsReady(picture);
    await updatePicture(tx, picture, {
      ...(caption === undefined ? {} : { caption }),
      ...(alt === undefined ? {} : { alt }),
      ...(cover === undefined ? {} : { cover }),
      ...(shows === undefined || shows === picture.shows ? {} : { shows, ...noConsent, blur_covers_all: false }),
    });
  });

export const recordConsent = (
  services: Services,
  actor: Actor,
  { how, where, ...which }: Which & { how: ConsentHow; where?: string | null | undefined },
): Promise<ExemplarPictures> =>
  change(services, actor, which, { act: "exemplar-picture:consent" }, async (tx, picture) => {
    needsReady(picture);
    if (picture.shows === null) throw problem("wrong_state", say("sayShows"));
    if (picture.shows === "none") throw problem("wrong_state", say("consentNeedless"));
    if (picture.consentOn !== null) throw problem("wrong_state", say("hasConsent"));
    await updatePicture(tx, picture, {
      consent_by: actor.personId,
      consent_on: vietnamDate(services.clock()),
      consent_how: how,
      consent_where: where || null,
    });
  });

export const withdrawConsent = (
  services: Services,
  actor: Actor,
  { reason, ...which }: Which & { reason: string },
): Promise<ExemplarPictures> =>
  change(services, actor, which, { act: "exemplar-picture:withdraw-consent", note: reason }, async (tx, picture) => {
    if (picture.consentOn === null) throw problem("wrong_state", say("noConsent"));
    await updatePicture(tx, picture, noConsent);
  });

export const takeOutPicture = (
  services: Services,
  actor: Actor,
  { reason, ...which }: Which & { reason: string },
): Promise<ExemplarPictures> =>
  change(services, actor, which, { act: "exemplar-picture:take-out", note: reason }, (tx, picture) =>
    takeOut(tx, "exemplar_picture", picture.id, { person: actor.personId, at: services.clock(), reason }),
  );

/** Draws the covered version from the unblurred one, which stays inside. Heavy work, so only for somebody who may. */
export async function blurPicture(
  services: Services & { files: Files },
  actor: Actor,
  { areas, coversAll, ...which }: Which & { areas: readonly BlurArea[]; coversAll: boolean },
): Promise<ExemplarPictures> {
  const { db, files } = services;
  const { record, sides } = await getVisible(db, actor, which.id);
  const picture = await findPicture(db, which.picture);
  if (!picture || picture.exemplarId !== record.id || (!isInside(sides) && picture.publicHash === null)) throw noPicture();
  authorise(mayKeep(actor, record.state, sides, await reachesUnit(db, actor, picture.addedUnit)), "exemplar:register");
  needsReady(picture);
  const covered = areas.length > 0 && picture.printHash !== null ? await renderBlurred(await files.read(picture.printHash), areas) : null;
  const stored = covered && { web: await files.put(covered.web), print: await files.put(covered.print) };
  return change(services, actor, which, { act: "exemplar-picture:blur" }, async (tx, locked) => {
    needsReady(locked);
    await updatePicture(tx, locked, {
      blurred_hash: stored?.web.sha256 ?? null,
      blurred_print_hash: stored?.print.sha256 ?? null,
      blur_areas: JSON.stringify(areas),
      blur_covers_all: stored !== null && coversAll,
      // What was public was the covered version: before the picture itself may be, somebody looks at it and answers again.
      ...(stored === null && locked.blurredHash !== null ? { shows: null, ...noConsent } : {}),
    });
  });
}

export function takeOutPaper(
  { db, clock }: Services,
  actor: Actor,
  { id, paper: which, reason }: { id: ExemplarId; paper: string; reason: string },
): Promise<ExemplarPictures> {
  return transaction(db, async (tx) => {
    const { record, sides } = await getVisible(tx, actor, id);
    const paper = await findPaper(tx, which);
    if (!paper || paper.exemplarId !== record.id || !isInside(sides)) throw noPicture();
    authorise(mayKeep(actor, record.state, sides, await reachesUnit(tx, actor, paper.addedUnit)), "exemplar:register");
    await takeOut(tx, "exemplar_paper", paper.id, { person: actor.personId, at: clock(), reason });
    await recordAct(tx, actor, {
      act: "exemplar-paper:take-out",
      thing: { kind: "exemplar", id: record.id },
      unitId: record.lead_id,
      note: reason,
    });
    return picturesShown(tx, actor, record, sides);
  });
}
