import { actsFor, may, type Actor } from "../../kernel/actor.ts";
import type { PersonId } from "../../kernel/ids.ts";
import { isSigned } from "./domain/states.ts";
import type { ReportState } from "./shapes.ts";

/**
 * Where an actor stands to a report. `owns`: the unit is the post's own or one of its boards; `reached`: the post reaches
 * the unit, or belongs to the superior whose round the report answers; `alone`: one person does everything in the unit.
 */
export type Standing = { owns: boolean; reached: boolean; alone: boolean };

type Thing = { state: ReportState; preparedBy: PersonId };

/** What is being written is its unit's alone; what was signed is read by its superiors as well. */
export const maySee = (actor: Actor, { state }: Pick<Thing, "state">, { owns, reached }: Standing): boolean =>
  may(actor, "report:view") && (owns || (reached && isSigned(state)));

export const mayDraft = (actor: Actor, { owns }: Pick<Standing, "owns">): boolean => owns && may(actor, "report:draft");

/** The one who signs is not the one who wrote it: persons are compared, lent posts included. */
export const maySign = (actor: Actor, { preparedBy }: Pick<Thing, "preparedBy">, { owns }: Standing): boolean =>
  owns && may(actor, "dispatch:sign") && !actsFor(actor, preparedBy);

/** A scan of the paper stands for the approval: brought by the clerk who did not write it, or where one person works alone. */
export const mayTakePaper = (actor: Actor, { preparedBy }: Pick<Thing, "preparedBy">, { owns, alone }: Standing): boolean =>
  owns && ((may(actor, "dispatch:number") && !actsFor(actor, preparedBy)) || (alone && may(actor, "report:draft")));

/** The clerk's acts: number, scan, sending. Where one person works alone there is no clerk. */
export const mayFile = (actor: Actor, { owns, alone }: Standing): boolean =>
  owns && (may(actor, "dispatch:number") || (alone && may(actor, "report:draft")));

/** The writer takes it back, the signer sends it back. */
export const mayReopen = (actor: Actor, { owns }: Standing): boolean => owns && (may(actor, "report:draft") || may(actor, "dispatch:sign"));
