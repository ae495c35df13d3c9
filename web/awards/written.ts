import type { Text } from "../../src/kernel/language.ts";
import type { CampaignDetail, CampaignInput, CampaignKind } from "../../src/modules/awards/contract.ts";
import type { PickedUnit } from "../ui/unit-picker.tsx";
import { say } from "./messages.ts";

/** A campaign as it stands in the form; numbers as they are typed. */
export type WrittenCampaign = {
  title: string;
  kind: CampaignKind;
  periodFrom: string | null;
  periodUntil: string | null;
  opensOn: string | null;
  closesOn: string | null;
  forms: { code: string; granter: string }[];
  mostCollectives: string;
  mostIndividuals: string;
  percent: string;
  how: "more.members" | "least.members" | "more.present" | "least.present";
  quorum: string;
  bases: string;
  note: string;
  clause: CampaignDetail["clause"];
  units: { unit: PickedUnit; mostCollectives: string; mostIndividuals: string }[];
};

const typed = (most: number | null | undefined): string => (most === null || most === undefined ? "" : String(most));

export const newCampaign = (day: string): WrittenCampaign => ({
  title: "",
  kind: "thematic",
  periodFrom: `${day.slice(0, 4)}-01-01`,
  periodUntil: `${day.slice(0, 4)}-12-31`,
  opensOn: day,
  closesOn: null,
  forms: [{ code: "giay-khen", granter: "" }],
  mostCollectives: "",
  mostIndividuals: "",
  percent: "50",
  how: "more.members",
  quorum: "66,67",
  bases: "",
  note: "",
  clause: null,
  units: [],
});

export const writtenOf = (campaign: CampaignDetail): WrittenCampaign => ({
  title: campaign.title,
  kind: campaign.kind,
  periodFrom: campaign.periodFrom,
  periodUntil: campaign.periodUntil,
  opensOn: campaign.opensOn,
  closesOn: campaign.closesOn,
  forms: campaign.forms.map(({ code, granter }) => ({ code, granter: granter ?? "" })),
  mostCollectives: typed(campaign.mostCollectives),
  mostIndividuals: typed(campaign.mostIndividuals),
  percent: String(campaign.needed.percent).replace(".", ","),
  how: `${campaign.needed.more ? "more" : "least"}.${campaign.needed.of}`,
  quorum: String(campaign.quorumPercent).replace(".", ","),
  bases: campaign.bases.join("\n"),
  note: campaign.note,
  clause: campaign.clause,
  units: campaign.units.map(({ unit, mostCollectives, mostIndividuals }) => ({
    unit,
    mostCollectives: typed(mostCollectives),
    mostIndividuals: typed(mostIndividuals),
  })),
});

const whole = (text: string): number | null => (text.trim() === "" ? null : Number(text.trim()));
const isWhole = (text: string): boolean => /^\s*\d{0,4}\s*$/.test(text);
const percent = (text: string): number => Number(text.trim().replace(",", "."));
const isPercent = (text: string): boolean => /^\s*\d{1,3}([.,]\d{1,2})?\s*$/.test(text) && percent(text) <= 100;

/** What can be said before anything travels. */
export function problemsOf(campaign: WrittenCampaign): Partial<Record<string, Text>> {
  const days = (["periodFrom", "periodUntil", "opensOn", "closesOn"] as const).filter((key) => campaign[key] === null);
  const bad = campaign.units.some((row) => !isWhole(row.mostCollectives) || !isWhole(row.mostIndividuals));
  return {
    ...(campaign.title.trim() === "" ? { title: say("missingTitle") } : {}),
    ...Object.fromEntries(days.map((key) => [key, say("missingDay")])),
    ...(campaign.forms.length === 0 ? { forms: say("missingForm") } : {}),
    ...(isWhole(campaign.mostCollectives) ? {} : { mostCollectives: say("notNumber") }),
    ...(isWhole(campaign.mostIndividuals) ? {} : { mostIndividuals: say("notNumber") }),
    ...(bad ? { units: say("notNumber") } : {}),
    ...(isPercent(campaign.percent) ? {} : { needed: say("notNumber") }),
    ...(isPercent(campaign.quorum) ? {} : { quorumPercent: say("notNumber") }),
  };
}

export const inputOf = (campaign: WrittenCampaign): CampaignInput => ({
  title: campaign.title,
  kind: campaign.kind,
  periodFrom: campaign.periodFrom ?? "",
  periodUntil: campaign.periodUntil ?? "",
  opensOn: campaign.opensOn ?? "",
  closesOn: campaign.closesOn ?? "",
  forms: campaign.forms.map(({ code, granter }) => ({ code, granter: granter.trim() || null })),
  mostCollectives: whole(campaign.mostCollectives),
  mostIndividuals: whole(campaign.mostIndividuals),
  needed: {
    percent: percent(campaign.percent),
    more: campaign.how.startsWith("more"),
    of: campaign.how.endsWith("members") ? "members" : "present",
  },
  quorumPercent: percent(campaign.quorum),
  bases: campaign.bases
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean),
  clause: campaign.clause,
  note: campaign.note,
  units: campaign.units.map((row) => ({
    unitId: row.unit.id as never,
    mostCollectives: whole(row.mostCollectives),
    mostIndividuals: whole(row.mostIndividuals),
  })),
});
