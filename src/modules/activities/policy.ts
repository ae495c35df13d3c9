import { may, type Actor } from "../../kernel/actor.ts";
import type { ActivityAct, ActivityState } from "./contract.ts";
import { acts, nextState } from "./domain/states.ts";

/**
 * Where a person stands to an entry. `lead`: the post reaches the unit that leads; `partner`: it reaches one that took part;
 * `line`: the lead is below the post's unit in the line of its organisation (a residential area's board below the commune's
 * Front); `typed`: it was typed in a unit that the post reaches.
 */
export type Sides = { lead: boolean; partner: boolean; line: boolean; typed: boolean };

/** A superior of the line sees what was done, and what its own people typed; plans are the unit's own. */
export const mayView = (actor: Actor, state: ActivityState, { lead, partner, line, typed }: Sides): boolean =>
  may(actor, "activity:view") && (lead || partner || (line && (state === "done" || typed)));

/** For one's own units, and for those below in the line: there one person often types for all. */
export const mayRecord = (actor: Actor, { lead, line }: Pick<Sides, "lead" | "line">): boolean =>
  may(actor, "activity:record") && (lead || line);

export const mayEdit = (actor: Actor, { lead, line, typed }: Sides): boolean => may(actor, "activity:record") && (lead || (line && typed));

export const mayAnswer = (actor: Actor, sides: readonly Sides[]): boolean =>
  may(actor, "activity:record") && sides.some(({ lead, partner }) => lead || partner);

/** What this person can do with the entry now. */
export const possibleActs = (actor: Actor, state: ActivityState, sides: Sides): ActivityAct[] =>
  mayEdit(actor, sides) ? acts.filter((act) => nextState(state, act) !== null) : [];
