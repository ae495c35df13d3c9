import { amountText, readAmount } from "../../src/kernel/numbers.ts";
import { grouped } from "../../src/kernel/decimals.ts";
import type { Text } from "../../src/kernel/language.ts";
import type {
  ContentKey,
  ExemplarDetail,
  ExemplarField,
  ExemplarInput,
  ExemplarKind,
  PartnerPart,
  Stream,
} from "../../src/modules/exemplars/contract.ts";
import type { PickedUnit } from "../ui/unit-picker.tsx";
import { say } from "./messages.ts";
import { contentOrder, type Asked } from "./words.ts";

export const figureKeys = ["money", "labour", "turns"] as const;
export type FigureKey = (typeof figureKeys)[number];

/** `key` only tells rows apart while they are moved about. */
export type WrittenGoal = { key: number; name: string; unit: string; baseline: string; goal: string };
export type WrittenPartner = { unit: PickedUnit; part: PartnerPart };

/** An exemplar as it stands in the form: numbers as they were typed, units as they were picked. */
export type Written = Record<FigureKey, string> & {
  kind: ExemplarKind | null;
  name: string;
  lead: PickedUnit[];
  /** null: in no round; absent: not decided, the one that is offered first. */
  roundId?: string | null;
  field: ExemplarField | null;
  localField: string | null;
  stream: Stream;
  contents: Partial<Record<ContentKey, string>>;
  goals: WrittenGoal[];
  partners: WrittenPartner[];
  area: PickedUnit[];
  place: string;
  startedOn: string | null;
  endsOn: string | null;
  themes: string[];
  /** The draft on the server that this was saved to, so that a second press does not make a second one. */
  saved: { id: string; version: number } | null;
};

export const nothingWritten = (lead: PickedUnit | null): Written => ({
  kind: null,
  name: "",
  lead: lead ? [lead] : [],
  field: null,
  localField: null,
  stream: "new",
  contents: {},
  goals: [],
  partners: [],
  area: [],
  place: "",
  startedOn: null,
  endsOn: null,
  money: "",
  labour: "",
  turns: "",
  themes: [],
  saved: null,
});

const typed = (amount: ExemplarDetail["money"]): string => (amount ? amountText(amount) : "");

/** What is stored, ready to be typed on. */
export const writtenOf = (exemplar: ExemplarDetail): Written => ({
  kind: exemplar.kind,
  name: exemplar.name,
  lead: [exemplar.lead],
  roundId: exemplar.round?.id ?? null,
  field: exemplar.field,
  localField: exemplar.localField,
  stream: exemplar.stream,
  contents: exemplar.contents,
  goals: exemplar.goals.map(({ name, unit, baseline, goal }, key) => ({
    key,
    name,
    unit,
    baseline: baseline === null ? "" : grouped(baseline),
    goal: grouped(goal),
  })),
  partners: exemplar.partners,
  area: exemplar.area ? [exemplar.area] : [],
  place: exemplar.place ?? "",
  startedOn: exemplar.startedOn,
  endsOn: exemplar.endsOn,
  money: typed(exemplar.money),
  labour: typed(exemplar.labour),
  turns: typed(exemplar.turns),
  themes: exemplar.themes,
  saved: { id: exemplar.id, version: exemplar.version },
});

/** A picked unit's number, as the contract brands it. */
export const unitId = ({ id }: { id: number }) => id as NonNullable<ExemplarInput["leadId"]>;

const isEmpty = ({ name, unit, baseline, goal }: WrittenGoal) => [name, unit, baseline, goal].every((each) => each.trim() === "");

/** Goals that say something; a row that was opened and left empty is none. */
const saidGoals = (goals: readonly WrittenGoal[]) => goals.filter((goal) => !isEmpty(goal));

/** What the server is told; an emptied field is an empty text, which takes off what stood there. */
export function inputOf(written: Written, roundId: string | null): ExemplarInput {
  const { lead, area, contents, goals, partners } = written;
  return {
    kind: written.kind ?? "model",
    name: written.name.trim(),
    ...(lead[0] ? { leadId: unitId(lead[0]) } : {}),
    roundId,
    stream: written.stream,
    field: written.field,
    localField: roundId === null ? null : written.localField,
    contents: Object.fromEntries(contentOrder.map((key) => [key, (contents[key] ?? "").trim()])),
    goals: saidGoals(goals).map(({ name, unit, baseline, goal }) => ({
      name: name.trim(),
      unit: unit.trim(),
      baseline: baseline.trim() || null,
      goal: goal.trim(),
    })),
    partners: partners.map(({ unit, part }) => ({ unitId: unitId(unit), part })),
    areaId: area[0] ? unitId(area[0]) : null,
    place: written.place.trim(),
    startedOn: written.startedOn ?? "",
    endsOn: written.endsOn ?? "",
    money: written.money.trim(),
    labour: written.labour.trim(),
    turns: written.turns.trim(),
    themes: written.themes,
  };
}

/** What can be told before anything travels: one message per field. Only registering looks at what the round asks for. */
export function problemsOf(written: Written, asked: readonly Asked[]): Record<string, Text> {
  const problems: Record<string, Text> = {};
  if (written.kind === null) problems["kind"] = say("kindMissing");
  if (written.name.trim() === "") problems["name"] = say("nameMissing");
  if (written.lead.length === 0) problems["leadId"] = say("leadMissing");
  for (const key of asked) {
    if (key === "field") {
      if (written.field === null && written.localField === null) problems["field"] = say("fieldMissing");
    } else if (!written.contents[key]?.trim()) problems[`contents.${key}`] = say("contentMissing");
  }
  for (const key of figureKeys) if (written[key].trim() !== "" && readAmount(written[key]) === null) problems[key] = say("notUnderstood");
  for (const [at, { name, unit, goal }] of saidGoals(written.goals).entries())
    if (!name.trim() || !unit.trim() || !goal.trim()) problems[`goals.${at}.name`] = say("goalIncomplete");
  return problems;
}

/** Messages about goals name their place among those that say something; the form shows all rows. */
export function goalErrors(goals: readonly WrittenGoal[], errors: Record<string, string>, row: WrittenGoal): Record<string, string> {
  const at = saidGoals(goals).indexOf(row);
  if (at < 0) return {};
  return Object.fromEntries(
    Object.entries(errors).flatMap(([path, text]) => (path.startsWith(`goals.${at}.`) ? [[path.slice(`goals.${at}.`.length), text]] : [])),
  );
}

const firstFields = ["kind", "name", "leadId", "roundId", "field", "localField"];

/** Whether a message belongs to a field of step 2, which must then stand open. */
export const needsStep2 = (errors: Record<string, unknown>, asked: readonly Asked[]): boolean =>
  Object.keys(errors).some((path) => !firstFields.includes(path) && !asked.some((key) => path === `contents.${key}`));

/** Whether a change answers the message at a path. */
export function touches(part: Partial<Written>, path: string): boolean {
  const [top = ""] = path.split(".");
  if (top === "contents") return "contents" in part;
  if (top === "leadId") return "lead" in part;
  return top in part;
}
