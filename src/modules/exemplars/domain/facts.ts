import { places } from "../../../kernel/decimals.ts";
import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/language.ts";
import { readAmount, type Amount } from "../../../kernel/numbers.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import { say } from "../messages.ts";
import type { ContentKey, Contents, ExemplarField, ExemplarKind, LocalField, PartnerPart, Stream } from "../shapes.ts";
import type { ExemplarInput } from "../contract.ts";

export const figureKeys = ["money", "labour", "turns"] as const;
export type FigureKey = (typeof figureKeys)[number];

export type GoalFact = { name: string; unit: string; baseline: string | null; goal: string };

/** What an exemplar says, before it is a row. */
export type Facts = {
  kind: ExemplarKind;
  name: string;
  stream: Stream;
  field: ExemplarField | null;
  localField: string | null;
  themes: string[];
  leadId: UnitId;
  areaId: UnitId | null;
  place: string | null;
  contents: Contents;
  goals: GoalFact[];
  partners: { unitId: UnitId; part: PartnerPart }[];
  startedOn: CalendarDate | null;
  endsOn: CalendarDate | null;
  figures: Record<FigureKey, Amount | null>;
};

type Wrong = Map<string, Text>;

/** bigint of the database, with room; more is a slip of the finger. */
const mostDigits = 15;
const decimals: Record<FigureKey, number> = { money: 0, labour: 2, turns: 0 };

export function refuse(wrong: Wrong): void {
  const [first] = wrong.values();
  if (!first) return;
  throw problem("invalid_input", first, { fields: Object.fromEntries([...wrong].map(([path, reason]) => [path, reason.vi])) });
}

/**
 * What an exemplar says after `input`: what is absent stays as in `current`, null or an empty text takes off. Every field that
 * cannot be read is named at once. `lead`: the unit when neither says one; `localFields`: the list of its round, each of which
 * belongs to one of the four fields.
 */
export function factsFrom(
  current: Facts | null,
  input: Partial<ExemplarInput>,
  { lead, localFields }: { lead: UnitId; localFields: readonly LocalField[] },
): Facts {
  const wrong: Wrong = new Map();
  const kept = <T>(given: T | undefined, before: T): T => (given === undefined ? before : given);
  const text = (given: string | null | undefined, before: string | null | undefined) =>
    given === undefined ? (before ?? null) : given || null;
  const leadId = kept(input.leadId, current?.leadId ?? lead);
  const localField = text(input.localField, current?.localField);
  const mapped = localField === null ? null : localFields.find(({ code }) => code === localField);
  if (mapped === undefined) wrong.set("localField", say("noLocalField"));
  const facts: Facts = {
    kind: kept(input.kind, current?.kind ?? "model"),
    name: kept(input.name, current?.name ?? ""),
    stream: kept(input.stream, current?.stream ?? "new"),
    field: mapped?.field ?? (input.field === undefined ? (current?.field ?? null) : input.field),
    localField,
    themes: [...new Set(kept(input.themes, current?.themes ?? []))],
    leadId,
    areaId: input.areaId === undefined ? (current?.areaId ?? null) : input.areaId,
    place: text(input.place, current?.place),
    contents: contentsFrom(current?.contents ?? {}, input.contents),
    goals: input.goals === undefined ? (current?.goals ?? []) : goalsFrom(input.goals, wrong),
    partners: unique(kept(input.partners, current?.partners ?? [])).filter(({ unitId }) => unitId !== leadId),
    startedOn: text(input.startedOn, current?.startedOn),
    endsOn: text(input.endsOn, current?.endsOn),
    figures: figuresFrom(current, input, wrong),
  };
  if (facts.startedOn !== null && facts.endsOn !== null && facts.endsOn < facts.startedOn) wrong.set("endsOn", say("endsBefore"));
  refuse(wrong);
  return facts;
}

const unique = <T extends { unitId: UnitId }>(partners: readonly T[]): T[] => [
  ...new Map(partners.map((one) => [one.unitId, one])).values(),
];

function contentsFrom(before: Contents, given: Contents | undefined): Contents {
  const after = { ...before, ...given };
  return Object.fromEntries(Object.entries(after).filter(([, text]) => text !== ""));
}

function goalsFrom(given: NonNullable<ExemplarInput["goals"]>, wrong: Wrong): GoalFact[] {
  const number = (typed: string, path: string): string => {
    const amount = readAmount(typed);
    if (amount === null || amount.said !== null || places(amount.value) > 6) wrong.set(path, say("goalNumber"));
    return amount?.value ?? "";
  };
  const keys = given.map(({ name, unit }) => `${name} ${unit}`);
  for (const [at, key] of keys.entries()) if (keys.indexOf(key) !== at) wrong.set(`goals.${at}.name`, say("goalTwice"));
  return given.map(({ name, unit, baseline, goal }, at) => ({
    name,
    unit,
    baseline: baseline ? number(baseline, `goals.${at}.baseline`) : null,
    goal: number(goal, `goals.${at}.goal`),
  }));
}

function figuresFrom(current: Facts | null, input: Partial<ExemplarInput>, wrong: Wrong): Facts["figures"] {
  const one = (key: FigureKey): Amount | null => {
    const typed = input[key];
    if (typed === undefined) return current?.figures[key] ?? null;
    if (typed === null || typed.trim() === "") return null;
    const amount = readAmount(typed);
    if (amount === null || places(amount.value) > decimals[key]) wrong.set(key, say("notNumber"));
    else if ((amount.value.split(".")[0] ?? "").length > mostDigits) wrong.set(key, say("numberTooLarge"));
    return amount;
  };
  return { money: one("money"), labour: one("labour"), turns: one("turns") };
}

export type Asked = ContentKey | "field";

/** Which of the asked contents are not there yet. */
export const missingOf = ({ contents, field }: Pick<Facts, "contents" | "field">, asked: readonly Asked[]): Asked[] =>
  asked.filter((key) => (key === "field" ? field === null : !contents[key]));

/**
 * The year in which it counts as new, null for what was carried out before. A round's year wins over the day of registration:
 * what is registered in December for the coming year is new in that year.
 */
export function firstYear(
  { stream }: Pick<Facts, "stream">,
  round: { periodFrom: CalendarDate; periodUntil: CalendarDate } | null,
  registered: CalendarDate,
): number | null {
  if (stream === "existing") return null;
  const day =
    round === null
      ? registered
      : registered < round.periodFrom
        ? round.periodFrom
        : registered > round.periodUntil
          ? round.periodUntil
          : registered;
  return Number(day.slice(0, 4));
}
