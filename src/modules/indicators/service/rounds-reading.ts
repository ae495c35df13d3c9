import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { RoundId, UnitId } from "../../../kernel/ids.ts";
import { vietnamDate, type CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { unitsByIds } from "../../units/index.ts";
import { deskUnits } from "../../work/index.ts";
import type { ChainStep, FormContent, FormDue } from "../contract/forms.ts";
import type { RoundAsked, RoundDuty, RoundHead, RoundState, RoundUnit } from "../contract/rounds.ts";
import { maySeeForm, type FormStanding } from "../domain/forms-policy.ts";
import { countStandings } from "../domain/rounds-standing.ts";
import { say } from "../messages/rounds.ts";
import { findRounds, roundsOfOwners, type RoundRow } from "../store/rounds.ts";
import { dutiesOfUnits, unitsOfRounds, type RoundUnitRow } from "../store/rounds-units.ts";
import { getVersion, owningUnits, standingFor, unitOr } from "./forms-reading.ts";
import { getRound, headOf, headsOf } from "./rounds-heads.ts";
import { roundUnit, standsOf } from "./rounds-stands.ts";

const pageSize = 50;

/** The round, when this person may see it; otherwise it does not exist for them. */
export async function seeRound(
  db: Database,
  actor: Actor,
  id: string,
): Promise<{ round: RoundRow; standing: FormStanding & { ours: UnitId[] }; duties: RoundUnitRow[] }> {
  const round = await getRound(db, id);
  const duties = await unitsOfRounds(db, [round.id]);
  const standing = await standingFor(
    db,
    actor,
    round.ownerId,
    duties.map(({ unitId }) => unitId),
  );
  if (!maySeeForm(actor, "open", standing)) throw problem("not_found", say("noRound"));
  return { round, standing, duties };
}

/** Units of rounds with what they have sent, named as they are called today. */
export async function unitsShown(
  db: Database,
  rounds: readonly RoundRow[],
  duties: readonly RoundUnitRow[],
  today: CalendarDate,
): Promise<RoundUnit[]> {
  const byId = new Map(rounds.map((round) => [round.id, round]));
  const [stands, units] = await Promise.all([
    standsOf(db, [...byId.keys()]),
    unitsByIds(db, [...new Set(duties.map(({ unitId }) => unitId))]),
  ]);
  return duties.flatMap((duty) => {
    const round = byId.get(duty.roundId);
    return round ? [roundUnit(duty, stands(duty), { round, unit: unitOr(units, duty.unitId), today })] : [];
  });
}

/** Everything that is asked of these units in open rounds (of all units when null), with where each stands. */
export async function dutiesShown(
  db: Database,
  asked: { units: readonly UnitId[] | null; state: RoundState | "any"; until?: CalendarDate | null; roundId?: string | null },
  today: CalendarDate,
): Promise<{ round: RoundRow; mine: RoundUnit }[]> {
  const duties = await dutiesOfUnits(db, asked);
  const rounds = await findRounds(db, [...new Set(duties.map(({ roundId }) => roundId))]);
  const byId = new Map(rounds.map((round) => [round.id as string, round]));
  return (await unitsShown(db, rounds, duties, today)).flatMap((mine) => {
    const round = byId.get(mine.roundId);
    return round ? [{ round, mine }] : [];
  });
}

/** "Tôi nợ gì, hạn ngày nào, gửi ai." */
export async function readOwed(db: Database, actor: Actor, { state, page }: { state: "owing" | "sent" | "any"; page: number }, now: Date) {
  const units = await deskUnits(db, actor);
  const all = await dutiesShown(db, { units, state: state === "owing" ? "open" : "any" }, vietnamDate(now));
  const wanted = all.filter(({ mine }) => state === "any" || mine.owes === (state === "owing"));
  const shown = (state === "owing" ? wanted : wanted.toReversed()).slice((page - 1) * pageSize, page * pageSize);
  const heads = new Map(
    (await headsOf(db, [...new Map(shown.map(({ round }) => [round.id, round])).values()])).map((head) => [head.id, head]),
  );
  const items: RoundDuty[] = shown.flatMap(({ round, mine }) => {
    const head = heads.get(round.id);
    return head ? [{ round: head, mine }] : [];
  });
  return { items, total: wanted.length, pageSize };
}

export const countsOf = (units: readonly RoundUnit[]) =>
  countStandings(units.map((unit) => ({ ...unit, documented: unit.document !== null, excused: unit.excused !== null })));

/** Rounds that one's unit asks for, with how many have sent. */
export async function readAsked(
  db: Database,
  actor: Actor,
  { formId, state, page }: { formId?: string; state: RoundState | "any"; page: number },
  now: Date,
): Promise<{ items: RoundAsked[]; total: number; pageSize: number }> {
  const { rows, total } = await roundsOfOwners(db, {
    owners: await owningUnits(db, actor),
    formId,
    state,
    offset: (page - 1) * pageSize,
    limit: pageSize,
  });
  const ids = rows.map(({ id }) => id);
  const units = Map.groupBy(await unitsShown(db, rows, await unitsOfRounds(db, ids), vietnamDate(now)), ({ roundId }) => roundId);
  const heads = await headsOf(db, rows);
  return { items: heads.map((head) => ({ ...head, counts: countsOf(units.get(head.id) ?? []) })), total, pageSize };
}

/** A round with what it asks, and where one's own units stand in it; who else is behind is not their business. */
export async function readRound(
  db: Database,
  actor: Actor,
  id: string,
  now: Date,
): Promise<{ round: RoundHead; content: FormContent; chain: ChainStep[]; mine: RoundUnit[]; own: boolean }> {
  const { round, standing, duties } = await seeRound(db, actor, id);
  const ours = new Set(standing.ours);
  const { content, chain } = await getVersion(db, { id: round.formId }, round.n);
  const mine = await unitsShown(
    db,
    [round],
    duties.filter(({ unitId }) => ours.has(unitId)),
    vietnamDate(now),
  );
  return { round: await headOf(db, round), content, chain, mine, own: standing.owns };
}

/** A round and the version of the form that it asks, for whoever fills it in or gathers it. No check of who reads. */
export type RoundAsks = RoundRow & { content: FormContent; chain: ChainStep[]; due: FormDue };

export async function roundAsks(db: Database, id: RoundId): Promise<RoundAsks> {
  const round = await getRound(db, id);
  const { content, chain, due } = await getVersion(db, { id: round.formId }, round.n);
  return { ...round, content, chain, due };
}
