import { places } from "../../../kernel/decimals.ts";
import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/language.ts";
import { readAmount, type Amount, type Said } from "../../../kernel/numbers.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import { addMonths } from "../../../kernel/time/index.ts";
import type { ActivityField, ActivityInput, ActivityKind, Source } from "../contract.ts";
import { say } from "../messages.ts";

export const figureKeys = ["turns", "gifts", "money", "labour"] as const;
export type FigureKey = (typeof figureKeys)[number];

/** A kind's own fields, filled in: numbers as decimal strings with their word, everything else as text. */
export type Details = Record<string, { value: string; said?: Said }>;

/** What an entry says, before it is a row. */
export type Facts = {
  kind: string;
  name: string;
  onDate: CalendarDate;
  untilDate: CalendarDate | null;
  startTime: string | null;
  place: string | null;
  leadId: UnitId;
  partners: UnitId[];
  figures: Record<FigureKey, Amount | null>;
  summary: string;
  details: Details;
  source: Source;
};

/** bigint of the database, with room; money and counts beyond are slips of the finger. */
const mostDigits = 15;

type Wrong = Map<string, Text>;

/**
 * What an entry says after `input`: what is absent stays as in `current`, null or an empty text takes off. Every field that
 * cannot be read is named at once. `lead`: the unit when neither says one.
 */
export function factsFrom(
  current: Facts | null,
  input: Partial<ActivityInput>,
  { kind, lead }: { kind: ActivityKind; lead: UnitId },
): Facts {
  const wrong: Wrong = new Map();
  const kept = <T>(given: T | undefined, before: T): T => (given === undefined ? before : given);
  const text = (given: string | null | undefined, before: string | null | undefined): string | null =>
    given === undefined ? (before ?? null) : given || null;
  const leadId = kept(input.leadId, current?.leadId ?? lead);
  const facts: Facts = {
    kind: kind.code,
    name: kept(input.name, current?.name ?? ""),
    onDate: kept(input.onDate, current?.onDate ?? ""),
    untilDate: text(input.untilDate, current?.untilDate),
    startTime: text(input.startTime, current?.startTime),
    place: text(input.place, current?.place),
    leadId,
    partners: [...new Set(kept(input.partners, current?.partners ?? []))].filter((id) => id !== leadId),
    figures: figuresFrom(current, input, wrong),
    summary: text(input.summary, current?.summary) ?? "",
    details: detailsFrom(current?.details ?? {}, input.details, kind, wrong),
    source: kept(input.source, current?.source ?? "self"),
  };
  if (facts.untilDate === facts.onDate) facts.untilDate = null;
  if (facts.untilDate !== null && facts.untilDate < facts.onDate) wrong.set("untilDate", say("untilBefore"));
  refuse(wrong);
  return facts;
}

function figuresFrom(current: Facts | null, input: Partial<ActivityInput>, wrong: Wrong): Facts["figures"] {
  const one = (key: FigureKey): Amount | null => {
    const typed = input[key];
    if (typed === undefined) return current?.figures[key] ?? null;
    return numberFrom(typed ?? "", key, key === "labour" ? 2 : 0, wrong);
  };
  return { turns: one("turns"), gifts: one("gifts"), money: one("money"), labour: one("labour") };
}

function numberFrom(typed: string, path: string, decimals: number, wrong: Wrong): Amount | null {
  if (typed.trim() === "") return null;
  const amount = readAmount(typed);
  const reason = amount === null ? say("notNumber") : slipIn(amount.value, decimals);
  if (reason) wrong.set(path, reason);
  return reason ? null : amount;
}

function slipIn(value: string, decimals: number): Text | null {
  if (places(value) > decimals) return say(decimals === 0 ? "notWhole" : "notNumber");
  return (value.split(".")[0] ?? "").length > mostDigits ? say("numberTooLarge") : null;
}

/** Fields that the kind does not have are refused when they are given, and dropped when the kind has changed. */
function detailsFrom(current: Details, given: Record<string, string> | undefined, kind: ActivityKind, wrong: Wrong): Details {
  const fields = new Map(kind.fields.map((field) => [field.key, field]));
  const details = Object.fromEntries(Object.entries(current).filter(([key]) => fields.has(key)));
  for (const [key, typed] of Object.entries(given ?? {})) {
    const field = fields.get(key);
    const path = `details.${key}`;
    if (!field) wrong.set(path, say("noField"));
    else if (typed.trim() === "") delete details[key];
    else {
      const value = detailFrom(field, typed.trim(), path, wrong);
      if (value) details[key] = value;
    }
  }
  return details;
}

function detailFrom(field: ActivityField, typed: string, path: string, wrong: Wrong): Details[string] | null {
  switch (field.type) {
    case "number": {
      // Counts are whole; lengths and areas have decimals.
      const amount = numberFrom(typed, path, ["km", "m2", "ha", "tấn", "kg"].includes(field.unit ?? "") ? 2 : 0, wrong);
      return amount && { value: amount.value, ...(amount.said ? { said: amount.said } : {}) };
    }
    case "choice":
      if (field.options.some(({ value }) => value === typed)) return { value: typed };
      wrong.set(path, say("noOption"));
      return null;
    case "boolean":
      if (typed === "true" || typed === "false") return { value: typed };
      wrong.set(path, say("noOption"));
      return null;
    case "unit":
      if (/^[1-9]\d{0,8}$/.test(typed)) return { value: typed };
      wrong.set(path, say("noUnit"));
      return null;
    case "text":
      return { value: typed };
  }
}

/** Units named in details, to be looked up before the entry is kept. */
export const unitsInDetails = (details: Details, kind: ActivityKind): UnitId[] =>
  kind.fields.flatMap(({ key, type }) => (type === "unit" && details[key] ? [Number(details[key].value) as UnitId] : []));

/** Whether some figure was said with a word: the exact one is still asked for. */
export const isApproximate = ({ figures, details }: Pick<Facts, "figures" | "details">): boolean =>
  figureKeys.some((key) => (figures[key]?.said ?? null) !== null) || Object.values(details).some(({ said }) => said !== undefined);

/** The day on which it is over. */
const lastDay = ({ onDate, untilDate }: Pick<Facts, "onDate" | "untilDate">): CalendarDate => untilDate ?? onDate;

/**
 * The state of a new or changed entry: what was said, or by its last day. What is not over cannot be done; a year typed
 * wrongly is caught here.
 */
export function stateFor(facts: Facts, asked: "planned" | "done" | undefined, today: CalendarDate): "planned" | "done" {
  const wrong: Wrong = new Map();
  const ahead = lastDay(facts) > today;
  const state = asked ?? (ahead ? "planned" : "done");
  if (facts.onDate < "2000-01-01" || lastDay(facts) > addMonths(today, 40)) wrong.set("onDate", say("farAway"));
  if (state === "done" && ahead) wrong.set(facts.onDate > today ? "onDate" : "untilDate", say("notDoneYet"));
  refuse(wrong);
  return state;
}

export function refuse(wrong: ReadonlyMap<string, Text>): void {
  const [first] = wrong.values();
  if (first) throw problem("invalid_input", first, { fields: Object.fromEntries([...wrong].map(([path, text]) => [path, text.vi])) });
}
