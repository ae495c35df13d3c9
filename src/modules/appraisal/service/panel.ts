import { randomBytes } from "node:crypto";
import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { AppraisalRoundId, PersonId, UnitId } from "../../../kernel/ids.ts";
import { permissionsOf } from "../../../kernel/permissions.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { peopleAt } from "../../identity/index.ts";
import { isArea } from "../../units/contract.ts";
import { ancestorsOf, getUnit, reaches } from "../../units/index.ts";
import type { Part, RoundDetail } from "../contract.ts";
import { isConflict } from "../domain/conflicts.ts";
import { draw, type Lot } from "../domain/lot.ts";
import { say } from "../messages.ts";
import { mayManage } from "../policy.ts";
import { standing } from "../store/kin.ts";
import { insertDraw, saveMembers, type MemberRecord, type RoundRecord } from "../store/rounds.ts";
import { insertSheets, statusesOf } from "../store/sheets.ts";
import type { SubjectRecord } from "../store/subjects.ts";
import { performOnRound, type WhichRound } from "./rounds.ts";
import { seeRound, type Services } from "./sides.ts";

/** Who at the unit may sit in a panel: names only, of people whose post there may judge. */
export async function readCandidates(db: Database, actor: Actor, { id, unitId }: { id: AppraisalRoundId; unitId: UnitId }) {
  const { round, sides } = await seeRound(db, actor, id);
  authorise(mayManage(actor, sides), "appraisal:manage");
  if (!(await isNear(db, round.body_id, unitId))) return [];
  return (await judgesAt(db, unitId)).map(({ personId, name }) => ({ personId, name }));
}

const judgesAt = async (db: Database, unit: UnitId) =>
  (await peopleAt(db, unit)).filter(({ roles }) => roles.some((role) => permissionsOf(role).includes("appraisal:judge")));

/** In the area of the body that holds the round: it names its panel among those, and reads nobody's names elsewhere. */
async function isNear(db: Database, body: UnitId, unit: UnitId): Promise<boolean> {
  const around = [...(await ancestorsOf(db, body)), await getUnit(db, body)].findLast(({ kind }) => isArea(kind));
  return reaches(db, around?.id ?? body, unit);
}

type MemberIn = { personId: string; unitId: UnitId; part: Part };

export function namePanel(
  { db, clock }: Services,
  actor: Actor,
  { members, ...which }: WhichRound & { members: MemberIn[] },
): Promise<RoundDetail> {
  return performOnRound(db, actor, which, { act: "panel" }, async (tx, { round, members: before }) => {
    if (members.filter(({ part }) => part === "head").length > 1) throw problem("invalid_input", say("twoHeads"));
    const named = new Set(members.map(({ personId }) => personId));
    if (named.size < members.length) throw problem("invalid_input", say("memberTwice"));
    for (const { person_id, sheets, left_on } of before)
      if (left_on === null && sheets > 0 && !named.has(person_id)) throw problem("wrong_state", say("memberHasSheets"));
    for (const { personId, unitId } of members) {
      const there = before.some((member) => member.person_id === personId && member.unit_id === unitId && member.left_on === null);
      const free =
        there || ((await isNear(tx, round.body_id, unitId)) && (await judgesAt(tx, unitId)).some((person) => person.personId === personId));
      if (!free) throw problem("invalid_input", say("notAtUnit"), { fields: { members: say("notAtUnit").vi } });
    }
    await saveMembers(tx, round.id, members, vietnamDate(clock()));
    return { after: { panelSize: members.length } };
  });
}

/** Members who may not rate a subject, by the subject's id. A post at the subject's own unit counts too, whatever the member sits in the panel for. */
export async function conflictsOf(
  db: Database,
  round: RoundRecord,
  { members, subjects }: { members: readonly MemberRecord[]; subjects: readonly Pick<SubjectRecord, "id" | "unit_id">[] },
): Promise<Record<string, PersonId[]>> {
  const units = [...new Set(subjects.map(({ unit_id }) => unit_id))];
  const kin = await standing(db, [...units, ...members.map(({ unit_id }) => unit_id), round.body_id]);
  const there = new Map<UnitId, Set<PersonId>>();
  for (const unit of units) there.set(unit, new Set((await peopleAt(db, unit)).map(({ personId }) => personId)));
  return Object.fromEntries(
    subjects.map(({ id, unit_id }) => [
      id,
      members
        .filter(
          (member) =>
            isConflict(kin, { judge: member.unit_id, subject: unit_id, body: round.body_id }) || there.get(unit_id)?.has(member.person_id),
        )
        .map(({ person_id }) => person_id),
    ]),
  );
}

const takesJudges = ({ state }: SubjectRecord): boolean => state !== "opened" && state !== "concluded" && state !== "failed";

/** Draws the judges that are missing; what was drawn or given before stays. */
export function drawJudges({ db, clock }: Services, actor: Actor, which: WhichRound): Promise<RoundDetail> {
  return performOnRound(db, actor, which, { act: "panel", record: "draw" }, async (tx, { round, subjects, members }) => {
    const panel = members.filter(({ left_on }) => left_on === null);
    if (panel.length === 0) throw problem("invalid_input", say("noMembers"));
    const statuses = await statusesOf(tx, round.id);
    const running = statuses.filter(({ state }) => state === "draft" || state === "sent");
    const has = Map.groupBy(running, ({ subject_id }) => subject_id);
    const wanting = subjects.filter((subject) => takesJudges(subject) && (has.get(subject.id)?.length ?? 0) < round.judges);
    if (wanting.length === 0) throw problem("invalid_input", say("nothingToDraw"));
    const conflicts: Record<string, string[]> = await conflictsOf(tx, round, { members: panel, subjects: wanting });
    // Who has withdrawn from a subject, or was replaced there, is not drawn for it again.
    for (const { subject_id, person_id, state } of statuses)
      if (state === "recused" || state === "replaced") conflicts[subject_id]?.push(person_id);
    const given: Lot = {
      subjects: wanting.map(({ id }) => ({ id, has: (has.get(id) ?? []).map(({ person_id }) => person_id) })),
      judges: panel.map(({ person_id }) => person_id),
      load: Object.fromEntries(panel.map(({ person_id }) => [person_id, running.filter((sheet) => sheet.person_id === person_id).length])),
      conflicts,
      wanted: round.judges,
    };
    const seed = randomBytes(8).toString("hex");
    const drawn = draw(seed, given);
    const [short] = drawn.short;
    if (short)
      throw problem("wrong_state", say("drawShort"), {
        subjects: subjects.filter(({ id }) => drawn.short.includes(id)).map(({ title }) => title),
      });
    const now = clock();
    await insertDraw(tx, { round: round.id, seed, given, drawn, by: actor.personId, now });
    const sheets = Object.entries(drawn.given).flatMap(([subject, judges]) => judges.map((person) => ({ subject, person })));
    await insertSheets(tx, sheets, { how: "lot", by: actor.personId, now });
    return { after: { drawSeed: seed } };
  });
}
