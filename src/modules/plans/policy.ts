import type { Actor } from "../../kernel/actor.ts";
import { may } from "../../kernel/actor.ts";
import { isPreparing } from "./domain/states.ts";
import type { PlanState } from "./shapes.ts";

/**
 * Where an actor stands to a plan. `owns`: the issuer is the post's own body or one of its boards; a post at an area does
 * not open what the bodies in it prepare, however far it reaches. `reached`: the post reaches the issuer or a unit that
 * the edition in force addresses, or belongs to the superior whose plan this one carries out. Read by the service, decided here.
 */
export type PlanStanding = { owns: boolean; reached: boolean };

/** What is being prepared is its owner's alone; what is in force is read by everybody it addresses as well. */
export function maySee(actor: Actor, state: PlanState, { owns, reached }: PlanStanding): boolean {
  return may(actor, "plan:view") && (owns || (reached && !isPreparing(state)));
}

export const mayDraft = (actor: Actor, { owns }: PlanStanding): boolean => owns && may(actor, "plan:draft");
export const mayIssue = (actor: Actor, { owns }: PlanStanding): boolean => owns && may(actor, "plan:issue");
/** The issuer decides on requests for adjustment through whoever prepares or signs its plans. */
export const mayDecide = (actor: Actor, { owns }: PlanStanding): boolean => owns && (may(actor, "plan:issue") || may(actor, "plan:draft"));
/** A unit that the plan binds asks for an adjustment; `acts` = the actor acts for that unit. */
export const mayRequest = (actor: Actor, acts: boolean): boolean => acts && may(actor, "plan:adjust");
export const mayMakeChild = (actor: Actor, acts: boolean): boolean => acts && may(actor, "plan:draft");
