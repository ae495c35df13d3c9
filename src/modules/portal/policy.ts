import { may, type Actor } from "../../kernel/actor.ts";

/** An editor opens what the own units and their line lead, or what their own round took in. */
export const mayPublish = (actor: Actor, { own }: { own: boolean }): boolean => may(actor, "publication:open") && own;
