import { may, type Actor } from "../../kernel/actor.ts";
import {
  campaignActs,
  campaignTakes,
  candidateActs,
  nextCampaign,
  nextCandidate,
  type CampaignAct,
  type CandidateAct,
} from "./domain/states.ts";
import type { CampaignState, CandidateState } from "./shapes.ts";

/** `body`: the post reaches the campaign's body; `addressed`: it is opened for the post's unit, or one above it in its line. */
export type CampaignSides = { body: boolean; addressed: boolean };

export const mayViewCampaign = (actor: Actor, state: CampaignState, { body, addressed }: CampaignSides): boolean =>
  may(actor, "exemplar:view") && (body || (addressed && state !== "draft"));

export const mayManage = (actor: Actor, { body }: Pick<CampaignSides, "body">): boolean => may(actor, "award:decide") && body;

export const possibleCampaignActs = (actor: Actor, state: CampaignState, sides: CampaignSides): CampaignAct[] =>
  mayManage(actor, sides) ? campaignActs.filter((act) => nextCampaign(state, act) !== null) : [];

/**
 * `unit`: the post reaches the proposing unit; `line`: the unit is below the post's in its line; `body`: the campaign's office;
 * `typed`: this person wrote it for a unit that has nobody at a screen.
 */
export type CandidateSides = { unit: boolean; line: boolean; body: boolean; typed: boolean };

/** Candidates are seen by those who propose them, those above in their line, and the office once they are proposed. */
export const mayViewCandidate = (actor: Actor, state: CandidateState, { unit, line, body, typed }: CandidateSides): boolean =>
  may(actor, "exemplar:view") && (unit || (state !== "draft" && (line || body)) || (line && typed));

export const mayPropose = (actor: Actor, { unit, line }: Pick<CandidateSides, "unit" | "line">): boolean =>
  may(actor, "award:propose") && (unit || line);

/** Whoever holds `award:decide` only may not write for a unit; the office returns, the unit does the rest. */
export const mayOnCandidate = (actor: Actor, act: CandidateAct, sides: CandidateSides): boolean =>
  act === "return" ? may(actor, "award:decide") && sides.body : mayPropose(actor, sides);

export const possibleCandidateActs = (
  actor: Actor,
  state: CandidateState,
  campaign: CampaignState,
  sides: CandidateSides,
): CandidateAct[] =>
  candidateActs.filter((act) => nextCandidate(state, act) !== null && campaignTakes(campaign, act) && mayOnCandidate(actor, act, sides));
