import { may, type Actor } from "../../../kernel/actor.ts";
import type { ExemplarState } from "../contract.ts";
import { mayAct, type Sides } from "../policy.ts";
import type { PictureAct, PictureShows, PictureSize, PictureState } from "./contract.ts";

/** Whoever has a part in an exemplar sees all of its pictures; who only learns from it sees what may be public. */
export const isInside = ({ lead, line, partner, typed, body }: Sides): boolean => lead || line || partner || typed || body;

/** `own`: the picture, or the event it is put to, is of a unit that the post reaches (a body that came to visit). */
export const mayKeep = (actor: Actor, state: ExemplarState, sides: Sides, own: boolean): boolean =>
  state !== "withdrawn" && may(actor, "exemplar:register") && (mayAct(actor, "edit", sides) || own);

export type PictureFacts = { state: PictureState; shows: PictureShows | null; consented: boolean; blurred: boolean; open: boolean };

export function possiblePictureActs({ state, shows, consented }: PictureFacts, keeps: boolean): PictureAct[] {
  if (!keeps) return [];
  if (state !== "ready") return ["take-out"];
  return [
    "edit",
    ...(consented ? (["withdraw-consent"] as const) : shows && shows !== "none" ? (["consent"] as const) : []),
    "blur",
    "take-out",
  ];
}

export function sizesOpen({ state, blurred, open }: PictureFacts, inside: boolean): PictureSize[] {
  if (state !== "ready") return [];
  return [
    ...(inside ? (["thumb", "web", "print"] as const) : []),
    ...(inside && blurred ? (["blurred"] as const) : []),
    ...(open ? (["public"] as const) : []),
  ];
}
