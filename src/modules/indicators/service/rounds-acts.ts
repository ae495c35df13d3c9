import type { Actor } from "../../../kernel/actor.ts";
import { authorise } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { formatShortDate, vietnamDate, type CalendarDate } from "../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct, type Json } from "../../audit/index.ts";
import { unitsByIds } from "../../units/index.ts";
import type { RoundRoom } from "../contract/rounds.ts";
import { mayDecideRound } from "../domain/forms-policy.ts";
import { say } from "../messages/rounds.ts";
import { findForm } from "../store/forms.ts";
import { insertFixing, lockRound, saveRoundState, type RoundRow } from "../store/rounds.ts";
import { excuseUnits, extendUnits, unitsOfRounds, type RoundUnitRow } from "../store/rounds-units.ts";
import { figuresNow } from "./rounds-figures.ts";
import { roundAsks, seeRound } from "./rounds-reading.ts";
import { readRoom } from "./rounds-room.ts";

type Seen = { unitId: UnitId; version: number }[];

/** The round locked for a decision of whoever asks. */
async function lockForDecision(tx: Transaction, actor: Actor, id: string): Promise<RoundRow> {
  const { standing } = await seeRound(tx, actor, id);
  authorise(mayDecideRound(actor, standing), "submission:approve");
  const round = await lockRound(tx, id);
  if (!round) throw problem("not_found", say("noRound"));
  return round;
}

async function lockOpen(tx: Transaction, actor: Actor, id: string): Promise<RoundRow> {
  const round = await lockForDecision(tx, actor, id);
  if (round.state !== "open") throw problem("wrong_state", say("ended"));
  return round;
}

function recordRoundAct(tx: Transaction, actor: Actor, round: RoundRow, act: `round:${string}`, after: Json, note?: string): Promise<void> {
  return recordAct(tx, actor, { act, thing: { kind: "round", id: round.id }, unitId: round.ownerId, after, note });
}

const listed = 20;

/** Units by name for a history; beyond twenty the rest as a number. */
async function namesOf(tx: Transaction, ids: readonly UnitId[]): Promise<string> {
  const names = [...(await unitsByIds(tx, ids.slice(0, listed))).values()].map(({ name }) => name);
  return [...names, ...(ids.length > listed ? [`+${ids.length - listed}`] : [])].join("; ");
}

/** All of the units, or none: a list that somebody changed meanwhile is looked at again. */
async function mustBeAll(tx: Transaction, actor: Actor, round: RoundRow, wanted: Seen, done: Set<UnitId>, now: Date): Promise<void> {
  if (wanted.every(({ unitId }) => done.has(unitId))) return;
  throw problem("conflict", say("changed"), { current: await readRoom(tx, actor, round.id, now) });
}

type Extension = { id: string; units: Seen; lastDay: CalendarDate; reason: string };

async function extend(tx: Transaction, actor: Actor, round: RoundRow, { units, lastDay, reason }: Extension, now: Date): Promise<void> {
  if (lastDay < vietnamDate(now)) throw problem("invalid_input", say("dayGone"), { fields: { lastDay: say("dayGone") } });
  const chosen = new Set(units.map(({ unitId }) => unitId));
  const duties = (await unitsOfRounds(tx, [round.id])).filter(({ unitId }) => chosen.has(unitId));
  if (duties.some((duty) => duty.lastDay >= lastDay))
    throw problem("invalid_input", say("notExtended"), { fields: { lastDay: say("notExtended") } });
  const text = say("until", { day: formatShortDate(lastDay) }).vi;
  const done = await extendUnits(tx, round.id, units, { lastDay, text, reason });
  await mustBeAll(tx, actor, round, units, done, now);
  const names = await namesOf(
    tx,
    units.map(({ unitId }) => unitId),
  );
  await recordRoundAct(tx, actor, round, "round:extend", { lastDay, units: names }, reason);
}

/** More time for some units, with the reason; the day that they had stays known. */
export function extendRound(db: Database, actor: Actor, input: Extension, now: Date): Promise<RoundRoom> {
  return transaction(db, async (tx) => {
    await extend(tx, actor, await lockOpen(tx, actor, input.id), input, now);
    return readRoom(tx, actor, input.id, now);
  });
}

/** More time for one unit that asked for it. */
export function extendUnit(
  db: Database,
  actor: Actor,
  { roundId, unitId, lastDay, reason }: { roundId: string; unitId: UnitId; lastDay: CalendarDate; reason: string },
  now: Date,
): Promise<void> {
  return transaction(db, async (tx) => {
    const round = await lockOpen(tx, actor, roundId);
    const duty = await dutyOf(tx, round, unitId);
    await extend(tx, actor, round, { id: roundId, units: [{ unitId, version: duty.version }], lastDay, reason }, now);
  });
}

async function dutyOf(tx: Transaction, round: RoundRow, unitId: UnitId): Promise<RoundUnitRow> {
  const duty = (await unitsOfRounds(tx, [round.id])).find((each) => each.unitId === unitId);
  if (!duty) throw problem("not_found", say("noRound"));
  return duty;
}

/** Nothing is expected of these units this time. `reason` null takes it back. */
export function excuseFromRound(
  db: Database,
  actor: Actor,
  { id, units, reason }: { id: string; units: Seen; reason: string | null },
  now: Date,
): Promise<RoundRoom> {
  return transaction(db, async (tx) => {
    const round = await lockOpen(tx, actor, id);
    const done = await excuseUnits(tx, round.id, units, reason, now);
    await mustBeAll(tx, actor, round, units, done, now);
    const names = await namesOf(
      tx,
      units.map(({ unitId }) => unitId),
    );
    await recordRoundAct(tx, actor, round, reason === null ? "round:undo-excuse" : "round:excuse", { units: names }, reason ?? undefined);
    return readRoom(tx, actor, id, now);
  });
}

/** "Chốt số liệu lúc …": what stands in every cell now is kept to compare with. Sending goes on; what comes later is a supplement. */
export function fixFigures(db: Database, actor: Actor, id: string, now: Date): Promise<RoundRoom> {
  return transaction(
    db,
    async (tx) => {
      const round = await lockForDecision(tx, actor, id);
      const duties = await unitsOfRounds(tx, [round.id]);
      const figures = await figuresNow(
        tx,
        await roundAsks(tx, round.id),
        duties.map(({ unitId }) => unitId),
      );
      await insertFixing(tx, round.id, actor.personId, now, figures);
      await recordRoundAct(tx, actor, round, "round:fix-figures", { period: round.code });
      return readRoom(tx, actor, id, now);
    },
    // One picture of all cells: a report sent meanwhile is wholly in it or wholly not.
    { isolation: "repeatable read" },
  );
}

export function closeRound(db: Database, actor: Actor, { id, reason }: { id: string; reason: string }, now: Date): Promise<RoundRoom> {
  return transaction(db, async (tx) => {
    const round = await lockOpen(tx, actor, id);
    await saveRoundState(tx, round.id, "closed");
    await recordRoundAct(tx, actor, round, "round:close", { period: round.code }, reason);
    return readRoom(tx, actor, id, now);
  });
}

export function reopenRound(db: Database, actor: Actor, id: string, now: Date): Promise<RoundRoom> {
  return transaction(db, async (tx) => {
    const round = await lockForDecision(tx, actor, id);
    if (round.state === "open") throw problem("wrong_state", say("notEnded"));
    if ((await findForm(tx, round.formId))?.state !== "open") throw problem("wrong_state", say("formEnded"));
    await saveRoundState(tx, round.id, "open");
    await recordRoundAct(tx, actor, round, "round:reopen", { period: round.code });
    return readRoom(tx, actor, id, now);
  });
}
