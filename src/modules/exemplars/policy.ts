import { may, type Actor } from "../../kernel/actor.ts";
import type { ExemplarAct, ExemplarState, RoundAct, RoundState } from "./contract.ts";
import { nextRoundState, nextState } from "./domain/states.ts";

/**
 * Where a post stands to an exemplar. `lead`: it reaches the unit that leads; `line`: the lead is below it in the line of its
 * organisation; `partner`: it reaches one that takes part; `typed`: it was typed in a unit that it reaches; `body`: it reaches
 * the body of the round, or, without a round, is directly above the lead.
 */
export type Sides = { lead: boolean; line: boolean; partner: boolean; typed: boolean; body: boolean };

/** What was accepted is there to be learnt from: everybody who signs in here sees it. What is being prepared is its unit's. */
export const mayView = (actor: Actor, state: ExemplarState, { lead, line, partner, typed, body }: Sides): boolean =>
  may(actor, "exemplar:view") &&
  (state === "accepted" || state === "stopped" || lead || typed || (state !== "draft" && (line || partner || body)));

/** For one's own units, and for those below in the line: there one person often types for all. */
export const mayRegister = (actor: Actor, { lead, line }: Pick<Sides, "lead" | "line">): boolean =>
  may(actor, "exemplar:register") && (lead || line);

const mayEdit = (actor: Actor, { lead, line, typed }: Sides): boolean => may(actor, "exemplar:register") && (lead || (line && typed));

/** A body does not accept what it registered itself: whoever leads it is not its reviewer, unless nobody stands above. */
const mayReview = (actor: Actor, { body }: Sides): boolean => may(actor, "exemplar:accept") && body;

const reviewing: readonly ExemplarAct[] = ["accept", "return"];

export const mayAct = (actor: Actor, act: ExemplarAct, sides: Sides): boolean =>
  reviewing.includes(act) ? mayReview(actor, sides) : mayEdit(actor, sides);

const acts: readonly ExemplarAct[] = ["edit", "register", "accept", "return", "withdraw", "stop", "resume"];

export const possibleActs = (actor: Actor, state: ExemplarState, sides: Sides): ExemplarAct[] =>
  acts.filter((act) => nextState(state, act) !== null && mayAct(actor, act, sides));

/** A round is seen by its body and, once it is open, by whom it addresses and those above and below them. */
export const mayViewRound = (actor: Actor, state: RoundState, { body, addressed }: { body: boolean; addressed: boolean }): boolean =>
  may(actor, "exemplar:view") && (body || (addressed && state !== "draft"));

export const mayManageRound = (actor: Actor, { body }: { body: boolean }): boolean => may(actor, "round:open") && body;

const roundActs: readonly RoundAct[] = ["edit", "open", "close", "cancel"];

export const possibleRoundActs = (actor: Actor, state: RoundState, sides: { body: boolean }): RoundAct[] =>
  mayManageRound(actor, sides) ? roundActs.filter((act) => nextRoundState(state, act) !== null) : [];
