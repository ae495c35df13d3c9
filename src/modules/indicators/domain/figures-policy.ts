import { may, type Actor } from "../../../kernel/actor.ts";

/**
 * Where an actor stands to figures. `reached`: the post reaches the area or unit; `ownLine`: they are of bodies of one's own
 * organisation in the area of one's own body; `issued`: a form of one's own unit asked for them.
 */
export type FigureStanding = { reached: boolean; ownLine: boolean; issued: boolean };

export const maySeeFigures = (actor: Actor, { reached, ownLine, issued }: FigureStanding): boolean =>
  may(actor, "indicator:view") && (reached || ownLine || issued);
