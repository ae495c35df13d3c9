import type { CampaignState, CandidateState } from "../shapes.ts";

export const campaignActs = ["edit", "open", "council", "reopen", "close", "cancel"] as const;
export type CampaignAct = (typeof campaignActs)[number];

/** Which act leads where; `decided` follows from a signed decision. Nothing is ever deleted. */
const campaigns = {
  draft: { edit: "draft", open: "open", cancel: "cancelled" },
  open: { edit: "open", council: "council", cancel: "cancelled" },
  council: { reopen: "open", close: "closed", cancel: "cancelled" },
  decided: { close: "closed" },
  closed: {},
  cancelled: {},
} as const satisfies Record<CampaignState, Partial<Record<CampaignAct, CampaignState>>>;

export function nextCampaign(state: CampaignState, act: CampaignAct): CampaignState | null {
  const from: Partial<Record<CampaignAct, CampaignState>> = campaigns[state];
  return from[act] ?? null;
}

export const candidateActs = ["edit", "propose", "withdraw", "return"] as const;
export type CandidateAct = (typeof candidateActs)[number];

/** What the unit and the body's office do; the council and the decision lead on from `proposed`. */
const candidates = {
  draft: { edit: "draft", propose: "proposed", withdraw: "withdrawn" },
  proposed: { withdraw: "withdrawn", return: "returned" },
  returned: { edit: "returned", propose: "proposed", withdraw: "withdrawn" },
  withdrawn: { edit: "withdrawn", propose: "proposed" },
  passed: {},
  failed: {},
  awarded: {},
} as const satisfies Record<CandidateState, Partial<Record<CandidateAct, CandidateState>>>;

export function nextCandidate(state: CandidateState, act: CandidateAct): CandidateState | null {
  const from: Partial<Record<CandidateAct, CandidateState>> = candidates[state];
  return from[act] ?? null;
}

/** In which state of its campaign an act on a candidate is possible: units propose while it is open, the office returns until the council has voted. */
export const campaignTakes = (state: CampaignState, act: CandidateAct): boolean =>
  state === "open" || (act === "return" && state === "council");

/** Candidates that use a quota. One that was returned or withdrawn frees its place. */
export const usesQuota: readonly CandidateState[] = ["proposed", "passed", "failed", "awarded"];
