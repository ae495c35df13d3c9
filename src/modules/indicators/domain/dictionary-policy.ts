import { may, type Actor } from "../../../kernel/actor.ts";

/** An own indicator or layout is edited in the name of its unit: by whoever defines there. The catalogue is nobody's. */
export const mayDefineFor = (actor: Actor, owns: boolean): boolean => owns && may(actor, "indicator:define");
