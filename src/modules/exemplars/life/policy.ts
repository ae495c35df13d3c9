import { may, type Actor } from "../../../kernel/actor.ts";
import type { ExemplarState } from "../contract.ts";
import { mayAct, type Sides } from "../policy.ts";
import { findingMoves, moved, type Standing } from "./domain.ts";
import { evidenceKinds, type EvidenceKind } from "./kinds.ts";
import type { Finding, FindingAct } from "./shapes.ts";

/** What a partner took part in; carrying it out, inspecting and reviewing are told by the lead, which counts it. */
const ofPartners: readonly EvidenceKind[] = ["survey", "communicate", "visit", "lesson", "note"];
/** Those who look after it come and see; they do not write its evidence. */
const ofSuperiors: readonly EvidenceKind[] = ["visit", "inspect", "note"];

/** In these states its life is written; a survey comes before registration. */
const living: readonly ExemplarState[] = ["draft", "registered", "returned", "accepted"];

const isLead = (actor: Actor, sides: Sides): boolean => mayAct(actor, "edit", sides);

export function kindsFor(actor: Actor, state: ExemplarState, sides: Sides): EvidenceKind[] {
  if (!living.includes(state) || !may(actor, "exemplar:register")) return [];
  if (isLead(actor, sides)) return [...evidenceKinds];
  const allowed = [...(sides.partner ? ofPartners : []), ...(sides.body || sides.line ? ofSuperiors : [])];
  return evidenceKinds.filter((kind) => allowed.includes(kind));
}

/** What is to be mended is said by those who look after it, and by the lead of itself; a partner tells what it saw. */
export const mayFind = (actor: Actor, sides: Sides): boolean => isLead(actor, sides) || sides.body || sides.line;

/** Figures of goals are the lead's: a partner tells, and counts nothing. */
export const mayRead = (actor: Actor, state: ExemplarState, sides: Sides): boolean => living.includes(state) && isLead(actor, sides);

export type LifeAct = "pass" | "back" | "pause" | "resume" | "sustain";

type Life = Standing & { state: ExemplarState; paused: boolean };

const isReviewer = (actor: Actor, sides: Sides): boolean => mayAct(actor, "accept", sides);

export function possibleLifeActs(actor: Actor, { state, paused, ...standing }: Life, sides: Sides): LifeAct[] {
  if (state !== "accepted") return [];
  const lead = isLead(actor, sides);
  if (paused) return lead ? ["resume"] : [];
  const acts: LifeAct[] = [];
  if (lead && moved(standing, "pass")) acts.push("pass");
  if ((lead || isReviewer(actor, sides)) && moved(standing, "back")) acts.push("back");
  if (lead) acts.push("pause", "sustain");
  return acts;
}

/** Only those of the unit where it was written strike it: a lead does not strike what a visit found. */
export const mayStrike = (actor: Actor, state: ExemplarState, own: boolean): boolean =>
  living.includes(state) && own && may(actor, "exemplar:register");

/** `own`: the post covers the unit that found it. */
export function findingActs(actor: Actor, state: ExemplarState, sides: Sides, finding: Pick<Finding, "state">, own: boolean): FindingAct[] {
  if (!living.includes(state)) return [];
  const finder = (own && may(actor, "exemplar:register")) || isReviewer(actor, sides);
  const allowed: Record<FindingAct, boolean> = { answer: isLead(actor, sides), settle: finder, reopen: finder };
  const all: FindingAct[] = ["answer", "settle", "reopen"];
  return all.filter((act) => allowed[act] && findingMoves[finding.state][act] !== null);
}

/** What was found wrong, what was struck and how it was graded is for those who have part in it, not for every reader. */
export const mayViewInside = ({ lead, line, partner, typed, body }: Sides): boolean => lead || line || partner || typed || body;

export const mayPropose = (actor: Actor, state: ExemplarState, { lead, line }: Pick<Sides, "lead" | "line">): boolean =>
  (state === "accepted" || state === "stopped") && may(actor, "exemplar:register") && (lead || line);

/** Those above in its line, or the body of its round; that it is another person than who proposed it is asked by the service. */
export const mayDecide = (actor: Actor, state: ExemplarState, { body, line }: Pick<Sides, "body" | "line">, ownLead: boolean): boolean =>
  (state === "accepted" || state === "stopped") && may(actor, "exemplar:accept") && (body || (line && !ownLead));

/** A body decides for itself and those below. */
export const mayRule = (actor: Actor, own: boolean): boolean => may(actor, "round:open") && own;
