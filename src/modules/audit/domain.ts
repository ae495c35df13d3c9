import type { PersonId } from "../../kernel/ids.ts";
import type { Language } from "../../kernel/language.ts";
import { isCalendarDate } from "../../kernel/time/index.ts";
import { roleNames, type Role } from "../../kernel/permissions.ts";
import type { ActNames, FieldNames, HistoryEntry, Json } from "./contract.ts";
import { say } from "./messages.ts";

/** An act as it was written, before names are put to it. */
export type WrittenEntry = {
  id: string;
  at: Date;
  act: string;
  personId: PersonId | null;
  role: Role | null;
  postUnit: string | null;
  onBehalfOf: PersonId | null;
  system: string | null;
  before: Json;
  after: Json;
  note: string | null;
};

/** Words that the slices contribute, gathered by the composition root. */
export type Dictionary = { acts: ActNames; fields: FieldNames };

/** "Lê Thị Hạnh (Người điều phối, MTTQ tỉnh) thay Phạm Văn Tòng ban hành kế hoạch" */
export function tell(entry: WrittenEntry, names: ReadonlyMap<PersonId, string>, dictionary: Dictionary): HistoryEntry {
  const { id, at, act, note } = entry;
  const deed = dictionary.acts[act] ?? { vi: act, en: act };
  const who = { vi: whoIn("vi", entry, names), en: whoIn("en", entry, names) };
  return {
    id,
    at: at.toISOString(),
    act,
    sentence: { vi: `${who.vi} ${deed.vi}`, en: `${who.en} ${deed.en}` },
    note,
    changes: changesBetween(entry.before, entry.after, dictionary.fields),
  };
}

function whoIn(language: Language, entry: WrittenEntry, names: ReadonlyMap<PersonId, string>): string {
  if (entry.personId === null) return say("system")[language];
  const nameOf = (person: PersonId) => names.get(person) ?? say("erased")[language];
  const name = nameOf(entry.personId);
  const role = entry.role === null ? "" : roleNames[entry.role][language];
  const whole = role === "" || entry.postUnit === null ? name : say("someone", { name, role, unit: entry.postUnit })[language];
  return entry.onBehalfOf === null ? whole : say("inPlaceOf", { name: whole, other: nameOf(entry.onBehalfOf) })[language];
}

/** The named fields that differ, in the order of the dictionary; anything without a name is not for reading. */
function changesBetween(before: Json, after: Json, fields: FieldNames): HistoryEntry["changes"] {
  const was = asRecord(before);
  const is = asRecord(after);
  return Object.entries(fields).flatMap(([key, field]) => {
    if (!(key in was) && !(key in is)) return [];
    const change = { field, before: shown(was[key]), after: shown(is[key]) };
    return change.before === change.after ? [] : [change];
  });
}

function asRecord(value: Json): Readonly<Record<string, Json | undefined>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, Json | undefined>) : {};
}

function shown(value: Json | undefined): string | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "boolean") return value ? say("yes").vi : say("no").vi;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((part) => shown(part as Json) ?? "").join(", ");
  if (typeof value === "string" && isCalendarDate(value)) return value.split("-").toReversed().join("/");
  return typeof value === "object" ? null : String(value);
}
