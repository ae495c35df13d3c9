import { actsFor, may, type Actor } from "../../../kernel/actor.ts";
import type { PersonId } from "../../../kernel/ids.ts";
import type { DecisionAct } from "./contract.ts";
import { moved, type Stage } from "./domain/states.ts";

/** `owns`: the body is the post's own or one of its boards (in a commune, any of its bodies); `above`: the post stands above it in its line. */
export type DecisionSides = { owns: boolean; above: boolean };
type Made = { createdBy: PersonId };

/** What was signed everybody here may read; what is being prepared is its body's. */
export const mayViewDecision = (actor: Actor, stage: Stage, { owns }: DecisionSides): boolean =>
  may(actor, "exemplar:view") && (owns || stage === "signed");

export const mayPrepare = (actor: Actor, { owns }: Pick<DecisionSides, "owns">): boolean => owns && may(actor, "exemplar:recognise");

/** The one who signs is not the one who wrote it: persons are compared, lent posts included. */
export const maySignDecision = (actor: Actor, { createdBy }: Made, sides: DecisionSides): boolean =>
  mayPrepare(actor, sides) && may(actor, "dispatch:sign") && !actsFor(actor, createdBy);

const acts: readonly DecisionAct[] = ["edit", "present", "takeBack", "sign", "signOnPaper", "cancel"];

export const mayAct = (actor: Actor, act: DecisionAct, made: Made, sides: DecisionSides): boolean =>
  act === "sign" ? maySignDecision(actor, made, sides) : mayPrepare(actor, sides);

export const possibleActs = (actor: Actor, stage: Stage, made: Made, sides: DecisionSides): DecisionAct[] =>
  acts.filter((act) => moved(stage, act) !== null && mayAct(actor, act, made, sides));

/** By the body that recognised, or from above in its line. */
export const mayRevoke = (actor: Actor, { owns, above }: DecisionSides): boolean => may(actor, "exemplar:recognise") && (owns || above);

/** Rules and blanks belong to a body's set-up, like its rounds. */
export const mayConfigure = (actor: Actor, { owns }: Pick<DecisionSides, "owns">): boolean => owns && may(actor, "round:open");
