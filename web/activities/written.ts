import { amountText } from "../../src/kernel/numbers.ts";
import type { ActivityDetail, ActivityInput, ActivityKind, Source } from "../../src/modules/activities/contract.ts";
import type { PickedUnit } from "../ui/unit-picker.tsx";

export const amountKeys = ["turns", "gifts", "money", "labour"] as const;
export type AmountKey = (typeof amountKeys)[number];

/** An activity as it stands in the form: numbers as they were typed, units as they were picked. */
export type Written = Record<AmountKey, string> & {
  kind: string | null;
  name: string;
  onDate: string | null;
  lead: PickedUnit[];
  untilDate: string | null;
  startTime: string;
  place: string;
  partners: PickedUnit[];
  summary: string;
  /** The kind's own fields, as typed. */
  details: Record<string, string>;
  /** Of those fields that name a unit, what was picked. */
  detailUnits: Record<string, PickedUnit[]>;
  source: Source;
  /** The duty it serves. */
  workId: string | null;
};

export const nothingWritten = (day: string | null, lead: PickedUnit | null): Written => ({
  kind: null,
  name: "",
  onDate: day,
  lead: lead ? [lead] : [],
  untilDate: null,
  startTime: "",
  place: "",
  partners: [],
  turns: "",
  gifts: "",
  money: "",
  labour: "",
  summary: "",
  details: {},
  detailUnits: {},
  source: "self",
  workId: null,
});

const typed = (amount: { value: string; said: string | null } | null): string => (amount ? amountText(amount) : "");

/** What is stored, ready to be typed on. */
export function writtenOf(activity: ActivityDetail): Written {
  return {
    kind: activity.kind,
    name: activity.name,
    onDate: activity.onDate,
    lead: [activity.lead],
    untilDate: activity.untilDate,
    startTime: activity.startTime ?? "",
    place: activity.place ?? "",
    partners: activity.partners,
    turns: typed(activity.turns),
    gifts: typed(activity.gifts),
    money: typed(activity.money),
    labour: typed(activity.labour),
    summary: activity.summary,
    details: Object.fromEntries(
      activity.details.map(({ key, type, value, said }) => [key, type === "number" ? typed({ value, said }) : value]),
    ),
    detailUnits: Object.fromEntries(
      activity.details
        .filter(({ type }) => type === "unit")
        .map(({ key, value, shown }) => [key, [{ id: Number(value), name: shown.vi }] satisfies PickedUnit[]]),
    ),
    source: activity.source,
    workId: activity.serves?.workId ?? null,
  };
}

/** A picked unit's number, as the contract brands it. */
export const unitId = ({ id }: { id: number }) => id as NonNullable<ActivityInput["leadId"]>;

/** What the server is told; an emptied field is an empty text, which takes off what stood there. */
export function inputOf(written: Written, kind: ActivityKind | undefined): ActivityInput {
  const { lead, partners, detailUnits, workId, source } = written;
  const fields = kind?.fields ?? [];
  return {
    kind: written.kind ?? "",
    name: written.name.trim(),
    onDate: written.onDate ?? "",
    ...(lead[0] ? { leadId: unitId(lead[0]) } : {}),
    untilDate: written.untilDate ?? "",
    startTime: written.startTime,
    place: written.place.trim(),
    partners: partners.map(unitId),
    turns: written.turns.trim(),
    gifts: written.gifts.trim(),
    money: written.money.trim(),
    labour: written.labour.trim(),
    summary: written.summary.trim(),
    // Only what belongs to the kind that was chosen in the end.
    details: Object.fromEntries(
      fields.map(({ key, type }) => [key, type === "unit" ? String(detailUnits[key]?.[0]?.id ?? "") : (written.details[key] ?? "").trim()]),
    ),
    source,
    serves: workId === null ? null : { workId },
  };
}
