import type { Text } from "../../src/kernel/language.ts";
import type { CampaignKind, CampaignState, CandidateState, Needed } from "../../src/modules/awards/contract.ts";
import { kindNames } from "../../src/modules/awards/messages.ts";
import type { Tone } from "../ui/badges.tsx";
import { showDate } from "../ui/dates.ts";
import { say } from "./messages.ts";

export const campaignStateText = (state: CampaignState): Text => say(`campaign.${state}`);
export const campaignTone: Record<CampaignState, Tone> = {
  draft: "neutral",
  open: "active",
  council: "attention",
  decided: "good",
  closed: "neutral",
  cancelled: "neutral",
};

export const candidateStateText = (state: CandidateState): Text => say(`candidate.${state}`);
export const candidateTone: Record<CandidateState, Tone> = {
  draft: "neutral",
  proposed: "active",
  returned: "attention",
  withdrawn: "neutral",
  passed: "good",
  failed: "neutral",
  awarded: "good",
};

export const span = (from: string, until: string): string => `${showDate(from)} – ${showDate(until)}`;

/** "2026" for a whole year, otherwise its first and last day. */
export const periodText = ({ periodFrom, periodUntil }: { periodFrom: string; periodUntil: string }): string =>
  periodFrom.endsWith("-01-01") && periodUntil === `${periodFrom.slice(0, 4)}-12-31`
    ? periodFrom.slice(0, 4)
    : span(periodFrom, periodUntil);

/** "1/2", or "1" where there is no limit. */
export const usedText = (used: number, most: number | null | undefined): string =>
  most === null || most === undefined ? String(used) : `${used}/${most}`;

export const neededText = (needed: Needed): Text => {
  const given = { percent: String(needed.percent).replace(".", ",") };
  return say(`needed.${needed.more ? "more" : "least"}.${needed.of}`, given);
};

export const campaignKinds = Object.keys(kindNames) as CampaignKind[];

/** "Thôn Đoài, Xã Bình Lâm" as a decision prints it: inside a line the kind of an area is written small. */
export const asPrinted = (area: string): string =>
  area.replace(/, (?:Xã|Phường|Đặc khu|Tỉnh|Thành phố) /g, (kind) => kind.toLocaleLowerCase("vi"));
