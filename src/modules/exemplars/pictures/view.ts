import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { ExemplarId, UnitId } from "../../../kernel/ids.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { personNames } from "../../identity/index.ts";
import { reaches, unitsByIds } from "../../units/index.ts";
import type { Sides } from "../policy.ts";
import { getVisible, unitIn } from "../service/view.ts";
import type { ExemplarRecord } from "../store/exemplars.ts";
import type { ExemplarPicture, ExemplarPictures, PictureSize } from "./contract.ts";
import { say } from "./messages.ts";
import { isInside, mayKeep, possiblePictureActs, sizesOpen, type PictureFacts } from "./policy.ts";
import { findPaper, findPicture, papersOf, picturesOf, type PaperRecord, type PictureRecord } from "./store.ts";

export const pictureFacts = (picture: PictureRecord): PictureFacts => ({
  state: picture.state,
  shows: picture.shows,
  consented: picture.consentOn !== null,
  blurred: picture.blurredHash !== null,
  open: picture.publicHash !== null,
});

/** Whether the post reaches the unit that a picture came from. */
export const reachesUnit = async (db: Database, actor: Actor, unit: UnitId): Promise<boolean> =>
  unit === actor.unitId || reaches(db, actor.unitId, unit);

export async function readPictures(db: Database, actor: Actor, id: ExemplarId): Promise<ExemplarPictures> {
  const { record, sides } = await getVisible(db, actor, id);
  return picturesShown(db, actor, record, sides);
}

export async function picturesShown(db: Database, actor: Actor, record: ExemplarRecord, sides: Sides): Promise<ExemplarPictures> {
  const inside = isInside(sides);
  const [pictures, papers] = await Promise.all([picturesOf(db, record.id), inside ? papersOf(db, record.id) : []]);
  const seen = pictures.filter(({ publicHash }) => inside || publicHash !== null);
  const [units, people] = await Promise.all([
    unitsByIds(db, [...new Set([...seen, ...papers].map(({ addedUnit }) => addedUnit))]),
    personNames(db, [
      ...new Set([
        ...seen.flatMap(({ addedBy, consentBy }) => (consentBy ? [addedBy, consentBy] : [addedBy])),
        ...papers.map(({ addedBy }) => addedBy),
      ]),
    ]),
  ]);
  const own = new Map<UnitId, boolean>();
  for (const unit of units.keys()) own.set(unit, inside && (await reachesUnit(db, actor, unit)));
  const keeps = (unit: UnitId) => mayKeep(actor, record.state, sides, own.get(unit) ?? false);
  const added = ({ addedBy, addedUnit, addedAt }: PictureRecord | PaperRecord) => ({
    by: inside ? (people.get(addedBy) ?? "") : "",
    unit: unitIn(units, addedUnit),
    on: vietnamDate(addedAt),
  });
  const shown = (picture: PictureRecord): ExemplarPicture => {
    const facts = pictureFacts(picture);
    const { consentBy, consentOn, consentHow, consentWhere } = picture;
    return {
      id: picture.id,
      version: picture.version,
      eventId: picture.eventId,
      state: picture.state,
      refusal: picture.refusal,
      name: inside ? picture.name : "",
      caption: picture.caption,
      alt: picture.alt,
      width: picture.width,
      height: picture.height,
      cover: picture.cover,
      shows: picture.shows,
      consent:
        inside && consentBy && consentOn && consentHow
          ? { by: people.get(consentBy) ?? "", on: consentOn, how: consentHow, where: consentWhere }
          : null,
      blur: inside && picture.blurredHash !== null ? { areas: picture.blurAreas, coversAll: picture.blurCoversAll } : null,
      public: picture.publicHash === null ? null : picture.blurredHash === null ? "picture" : "blurred",
      sizes: sizesOpen(facts, inside),
      added: added(picture),
      can: possiblePictureActs(facts, inside && keeps(picture.addedUnit)),
    };
  };
  return {
    items: seen.map(shown),
    papers: papers.map((paper) => ({
      id: paper.id,
      eventId: paper.eventId,
      name: paper.name,
      size: paper.size,
      added: added(paper),
      mayTakeOut: keeps(paper.addedUnit),
    })),
    mayAdd: mayKeep(actor, record.state, sides, false),
    beyond: !inside,
  };
}

const noPicture = () => problem("not_found", say("noPicture"));

/** A size of a picture, for those who may open it; any other does not exist for them. */
export async function openSize(db: Database, actor: Actor, id: string, size: PictureSize): Promise<{ hash: string; name: string }> {
  const picture = await findPicture(db, id);
  if (!picture) throw noPicture();
  const { sides } = await getVisible(db, actor, picture.exemplarId);
  if (!sizesOpen(pictureFacts(picture), isInside(sides)).includes(size)) throw noPicture();
  const hash = {
    thumb: picture.thumbHash,
    web: picture.webHash,
    print: picture.printHash,
    blurred: picture.blurredHash,
    public: picture.publicHash,
  }[size];
  if (hash === null) throw noPicture();
  return { hash, name: `${picture.name.replace(/\.[^.]{1,5}$/, "")}.jpg` };
}

export async function openPaper(db: Database, actor: Actor, id: string): Promise<PaperRecord> {
  const paper = await findPaper(db, id);
  if (!paper) throw noPicture();
  const { sides } = await getVisible(db, actor, paper.exemplarId);
  if (!isInside(sides)) throw noPicture();
  return paper;
}
