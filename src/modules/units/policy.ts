import { may, type Actor, type SystemActor } from "../../kernel/actor.ts";

/** Whoever holds `unit:edit` edits the units that their post reaches; the command line and the first set-up edit all. */
export function mayEditUnit(actor: Actor | SystemActor, reached: boolean): boolean {
  return "system" in actor || (may(actor, "unit:edit") && reached);
}
