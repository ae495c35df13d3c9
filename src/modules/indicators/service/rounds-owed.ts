import { z } from "zod";
import type { Actor } from "../../../kernel/actor.ts";
import { may } from "../../../kernel/actor.ts";
import { Problem } from "../../../kernel/errors.ts";
import type { RoundId, UnitId } from "../../../kernel/ids.ts";
import { squeeze } from "../../../kernel/text.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Found } from "../../search/contract.ts";
import type { Edge } from "../../units/index.ts";
import { unitsByIds } from "../../units/index.ts";
import { deskUnits, type DeskSource } from "../../work/index.ts";
import type { RoundProgress, RoundUnit } from "../contract/rounds.ts";
import { mayDecideRound } from "../domain/forms-policy.ts";
import { periodLabel } from "../domain/rounds-wording.ts";
import { say } from "../messages/rounds.ts";
import type { RoundRow } from "../store/rounds.ts";
import { unitOr } from "./forms-reading.ts";
import { readForms, seeForm } from "./forms-reading.ts";
import { dutiesShown, seeRound } from "./rounds-reading.ts";

/** What a unit still owes in a round, for whoever reminds of it. */
export type OwedRound = {
  roundId: RoundId;
  unitId: UnitId;
  askedBy: UnitId;
  edge: Edge;
  title: string;
  dueText: string;
  dueOn: CalendarDate;
  state: RoundProgress;
};

/** The form with its period: "Báo cáo công tác Mặt trận, quý III/2026". */
const titleOf = ({ title, ...period }: RoundRow): string => `${title}, ${periodLabel(period).vi}`;

const owedOf = ({ round, mine }: { round: RoundRow; mine: RoundUnit }): OwedRound => ({
  roundId: round.id,
  unitId: mine.unit.id,
  askedBy: round.ownerId,
  edge: mine.edge,
  title: titleOf(round),
  dueText: mine.due.text,
  dueOn: mine.due.lastDay,
  state: mine.progress,
});

/** What is due until a day (whenever, without one) and not sent yet; of all units when `units` is null. */
export async function roundsOwed(
  db: Database,
  { units, today, until = null }: { units: readonly UnitId[] | null; today: CalendarDate; until?: CalendarDate | null },
): Promise<OwedRound[]> {
  const all = await dutiesShown(db, { units, state: "open", until }, today);
  return all.filter(({ mine }) => mine.owes).map(owedOf);
}

/** One unit's duty in a round while it is owed; null once it was sent. */
export async function findRoundOwed(db: Database, roundId: string, unitId: UnitId, today: CalendarDate): Promise<OwedRound | null> {
  const all = await dutiesShown(db, { units: [unitId], state: "open", roundId }, today);
  return all.filter(({ mine }) => mine.owes).map(owedOf)[0] ?? null;
}

/** What these units asked of others in open rounds and have not got yet. */
export async function roundsAsked(
  db: Database,
  { owners, today, until = null }: { owners: readonly UnitId[]; today: CalendarDate; until?: CalendarDate | null },
): Promise<OwedRound[]> {
  const asking = new Set(owners);
  return (await roundsOwed(db, { units: null, today, until })).filter(({ askedBy }) => asking.has(askedBy));
}

/** Whether this person asked for it and may give more time. */
export async function mayGiveRoundTime(db: Database, actor: Actor, roundId: string): Promise<boolean> {
  try {
    const { standing } = await seeRound(db, actor, roundId);
    return mayDecideRound(actor, standing);
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

/** What of rounds lies on the desk of whoever fills them: due within the week, past its day, sent back. One card per round. */
export const roundsOnDesk: DeskSource = async (db, actor, today) => {
  if (!may(actor, "submission:enter")) return [];
  const all = await dutiesShown(db, { units: await deskUnits(db, actor), state: "open" }, today);
  const urgent = all.filter(({ mine }) => mine.owes && mine.standing !== "later");
  const owners = await unitsByIds(db, [...new Set(urgent.map(({ round }) => round.ownerId))]);
  // Several of one's units may owe in one round: the most urgent speaks for it.
  const first = new Map(urgent.toReversed().map((each) => [each.round.id, each]));
  return [...first.values()].map(({ round, mine }) => ({
    kind: "round",
    id: round.id,
    what: wordsOf(mine),
    title: titleOf(round),
    path: `/rounds/${round.id}/units/${mine.unit.id}`,
    since: round.openedAt.toISOString(),
    from: unitOr(owners, round.ownerId).name,
  }));
};

function wordsOf({ standing, due: { text: due } }: RoundUnit) {
  if (standing === "late") return say("cardLate", { due });
  if (standing === "returned") return say("cardReturned");
  return standing === "document" ? say("cardDocument") : say("card", { due });
}

/** Hits of the search box: forms that this person may read. */
export async function searchForms(db: Database, actor: Actor, text: string, limit: number): Promise<Found[]> {
  if (!may(actor, "indicator:view")) return [];
  const { items } = await readForms(db, actor, { standing: "any", state: "any", text: squeeze(text), page: 1 });
  return items.slice(0, limit).map(({ id, title, owner }) => ({ kind: "form", id, title, note: owner.name, to: `/forms/${id}` }));
}

const visible = (see: (db: Database, actor: Actor, id: string) => Promise<unknown>) => async (db: Database, actor: Actor, id: string) => {
  if (!z.uuid().safeParse(id).success) return false;
  try {
    await see(db, actor, id);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
};

/** Histories are for those who may see the thing. */
export const canSeeForm = visible(seeForm);
export const canSeeRound = visible(seeRound);
