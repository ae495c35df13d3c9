import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { AppraisalRoundId, PersonId, SubjectId, UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { UnitRef } from "../../units/contract.ts";
import { idsWithin, reaches } from "../../units/index.ts";
import { say } from "../messages.ts";
import { mayViewRound, onSubject, type RoundSides, type SubjectSides } from "../policy.ts";
import { findRound, membersOf, type MemberRecord, type RoundRecord } from "../store/rounds.ts";
import { statusesOn, type SheetStatusRecord } from "../store/sheets.ts";
import { findSubject, subjectsOf, type SubjectRecord } from "../store/subjects.ts";

export type Services = { db: Database; clock: () => Date };
export type Units = ReadonlyMap<UnitId, UnitRef>;

export const unitIn = (units: Units, id: UnitId): UnitRef => units.get(id) ?? { id, name: `#${id}`, kind: "other-body" };

export const covers = async (db: Database, actor: Pick<Actor, "unitId">, unit: UnitId): Promise<boolean> =>
  unit === actor.unitId || reaches(db, actor.unitId, unit);

/** `own`: units that the reader's post reaches; null where that does not matter, since it reaches the body itself. */
type Standing = { sides: RoundSides; members: MemberRecord[]; own: ReadonlySet<UnitId> | null };

/** Membership is of the person who acts, in whatever post: a lent post opens no sheets. */
async function panelSides(
  db: Database,
  actor: Actor,
  round: RoundRecord,
): Promise<{ sides: Omit<RoundSides, "subject">; members: MemberRecord[] }> {
  const [body, members] = await Promise.all([covers(db, actor, round.body_id), membersOf(db, round.id)]);
  const mine = members.find(({ person_id, left_on }) => person_id === actor.personId && left_on === null);
  return { sides: { body, member: mine !== undefined, head: mine?.part === "head" }, members };
}

export async function roundSides(
  db: Database,
  actor: Actor,
  round: RoundRecord,
  subjects: readonly Pick<SubjectRecord, "unit_id">[],
): Promise<Standing> {
  const { sides, members } = await panelSides(db, actor, round);
  if (sides.body) return { sides: { ...sides, subject: false }, members, own: null };
  const own = new Set(await idsWithin(db, actor.unitId));
  return { sides: { ...sides, subject: subjects.some(({ unit_id }) => own.has(unit_id)) }, members, own };
}

export type SeenRound = { round: RoundRecord; subjects: SubjectRecord[] } & Standing;

/** The round, when this person may see it; otherwise it does not exist for them. */
export async function seeRound(db: Database, actor: Actor, id: AppraisalRoundId): Promise<SeenRound> {
  const round = await findRound(db, id);
  if (!round) throw problem("not_found", say("noRound"));
  const subjects = await subjectsOf(db, id);
  const standing = await roundSides(db, actor, round, subjects);
  if (!mayViewRound(actor, round.state, standing.sides)) throw problem("not_found", say("noRound"));
  return { round, subjects, ...standing };
}

export type SeenSubject = { subject: SubjectRecord; round: RoundRecord; sides: SubjectSides; members: MemberRecord[] };

/** A subject is seen by the body, the panel and its own unit; other subjects' units do not see it. */
export async function standingTo(db: Database, actor: Actor, subject: SubjectRecord): Promise<SeenSubject> {
  const round = await findRound(db, subject.round_id);
  if (!round) throw problem("not_found", say("noSubject"));
  const { sides, members } = await panelSides(db, actor, round);
  const own = await covers(db, actor, subject.unit_id);
  const all = { ...sides, subject: own, own };
  if (!mayViewRound(actor, round.state, all)) throw problem("not_found", say("noSubject"));
  const withdrew = sides.member && hasWithdrawn(await statusesOn(db, subject.id), actor.personId);
  // A post that reaches the body reaches much else; what counts as one's own there is the body's work, not the subject.
  return { subject, round, sides: onSubject(all, { own: own && !sides.body, withdrew }), members };
}

export const hasWithdrawn = (statuses: readonly Pick<SheetStatusRecord, "person_id" | "state">[], person: PersonId): boolean =>
  statuses.some(({ person_id, state }) => person_id === person && state === "recused");

export async function seeSubject(db: Database, actor: Actor, id: SubjectId): Promise<SeenSubject> {
  const subject = await findSubject(db, id);
  if (!subject) throw problem("not_found", say("noSubject"));
  return standingTo(db, actor, subject);
}

/** Messages for fields, when there are any. */
export function refuse(wrong: ReadonlyMap<string, ReturnType<typeof say>>, general?: ReturnType<typeof say>): void {
  const [first] = wrong.values();
  if (!first) return;
  throw problem("invalid_input", general ?? first, { fields: Object.fromEntries([...wrong].map(([name, text]) => [name, text.vi])) });
}
