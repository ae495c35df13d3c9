import { may, type Actor } from "../../../kernel/actor.ts";
import { contestActs, contestTakes, entryActs, nextContest, nextEntry, type ContestAct, type EntryAct } from "./domain.ts";
import type { ContestState, EntryState } from "./shapes.ts";

/** `body`: the post reaches the contest's body; `addressed`: it is for the post's unit, or for one above it in its line. */
export type ContestSides = { body: boolean; addressed: boolean };

export const mayViewContest = (actor: Actor, state: ContestState, { body, addressed }: ContestSides): boolean =>
  may(actor, "exemplar:view") && (body || (addressed && state !== "draft"));

export const mayManageContest = (actor: Actor, { body }: Pick<ContestSides, "body">): boolean => may(actor, "round:open") && body;

export const possibleContestActs = (actor: Actor, state: ContestState, sides: ContestSides, last: boolean): ContestAct[] =>
  mayManageContest(actor, sides) ? contestActs.filter((act) => nextContest(state, act, { last }) !== null) : [];

/**
 * `unit`: the post reaches the entering unit; `line`: the unit is below the post's in its line; `body`: the organiser;
 * `typed`: this person wrote it for a unit that has nobody at a screen.
 */
export type EntrySides = { unit: boolean; line: boolean; body: boolean; typed: boolean };

export const mayViewEntry = (actor: Actor, state: EntryState, { unit, line, body, typed }: EntrySides): boolean =>
  may(actor, "exemplar:view") && (unit || (state !== "draft" && (line || body)) || (line && typed));

export const mayEnter = (actor: Actor, { unit, line }: Pick<EntrySides, "unit" | "line">): boolean =>
  may(actor, "award:propose") && (unit || line);

export const mayOnEntry = (actor: Actor, act: EntryAct, sides: EntrySides): boolean =>
  act === "return" ? mayManageContest(actor, sides) : mayEnter(actor, sides);

type Standing = { state: EntryState; round: number; contest: { state: ContestState; round: number } };

export const possibleEntryActs = (actor: Actor, { state, round, contest }: Standing, sides: EntrySides): EntryAct[] =>
  entryActs.filter((act) => nextEntry(state, act) !== null && contestTakes(contest, { round }, act) && mayOnEntry(actor, act, sides));

/** Names may go at any time: on request of the unit or by the organiser. */
export const mayEraseTeam = (actor: Actor, sides: EntrySides): boolean => mayEnter(actor, sides) || mayManageContest(actor, sides);
