import type { Actor } from "../../../kernel/actor.ts";
import { may } from "../../../kernel/actor.ts";
import type { FormState } from "../contract/forms.ts";

/**
 * Where an actor stands to a form and its rounds. `owns`: the form is of the post's own body or one of its boards. `fills`:
 * it asks a unit whose work is on the actor's desk. `reached`: the post reaches a unit that it asks, or the one that asks.
 */
export type FormStanding = { owns: boolean; fills: boolean; reached: boolean };

/** A draft is its owner's alone; what is open is read by those it asks as well. */
export const maySeeForm = (actor: Actor, state: FormState, { owns, fills, reached }: FormStanding): boolean =>
  may(actor, "indicator:view") && (owns || (state !== "draft" && (fills || reached)));

export const mayDefine = (actor: Actor, { owns }: Pick<FormStanding, "owns">): boolean => owns && may(actor, "indicator:define");

/** The whole list of units with what each has sent: whoever asks, and whoever inspects. Who else is behind is not a unit's business. */
export const mayEnterRoom = (actor: Actor, { owns, reached }: FormStanding): boolean =>
  may(actor, "indicator:view") && (owns || (reached && may(actor, "audit:view")));

/** Extending, excusing, fixing figures: in the name of the unit that asks. */
export const mayDecideRound = (actor: Actor, { owns }: Pick<FormStanding, "owns">): boolean => owns && may(actor, "submission:approve");
