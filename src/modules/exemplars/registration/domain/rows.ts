import { places } from "../../../../kernel/decimals.ts";
import type { UnitId } from "../../../../kernel/ids.ts";
import type { Text } from "../../../../kernel/language.ts";
import { readAmount, type Amount } from "../../../../kernel/numbers.ts";
import { fold, squeeze } from "../../../../kernel/text.ts";
import { calendarDate, type CalendarDate } from "../../../../kernel/time/index.ts";
import type { FigureKey } from "../../domain/facts.ts";
import { contentKeys, type ContentKey, type Contents, type ExemplarField, type ExemplarKind } from "../../shapes.ts";
import { say } from "../messages.ts";
import type { ImportField } from "../shapes.ts";
import { exemplarFieldIn, exemplarKindIn, type Sheet } from "./headings.ts";

/** A row of an old list, read. `whole` keeps every cell under its heading: nothing of the row is lost. */
export type Read = {
  /** As the spreadsheet counts. */
  line: number;
  name: string;
  kind: ExemplarKind;
  field: ExemplarField | null;
  lead: UnitId | null;
  /** The words that named a unit which is none here. */
  unknownUnit: string | null;
  place: string | null;
  themes: string[];
  contents: Contents;
  startedOn: CalendarDate | null;
  figures: Record<FigureKey, Amount | null>;
  wrong: Text | null;
  notes: Text[];
  whole: Record<string, string>;
};

const mostContent = 8000;
const decimalsOf: Record<FigureKey, number> = { money: 0, labour: 2, turns: 0 };
const ticked = /^(x|v|✓|✔|1|co|có)$/i;
/** Groups of a list ("I. Lĩnh vực kinh tế", "Xã Bình Lâm") and its sums are rows with next to nothing in them. */
const sums = /^(tong|cong)\b/;

export type Reading = {
  headings: readonly string[];
  columns: readonly (ImportField | null)[];
  /** Line of the first row, from 1. */
  firstLine: number;
  unitNamed(name: string): UnitId | null;
};

/** Rows of a list in its order. Empty rows and sums are passed over; a heading between rows holds for those below it. */
export function readRows(body: Sheet, { headings, columns, firstLine, unitNamed }: Reading): Read[] {
  let group: { field: ExemplarField | null; lead: UnitId | null } = { field: null, lead: null };
  const nameAt = columns.indexOf("name");
  const read: Read[] = [];
  for (const [at, row] of body.entries()) {
    const cells = row.map(squeezed);
    const told = cells.filter((cell) => cell !== "" && !/^([\divxlc]+|[a-zđ])[.)]?$/i.test(cell));
    if (told.length === 0) continue;
    const [only = ""] = told;
    if (sums.test(fold(only))) continue;
    if (told.length === 1) {
      const words = only.replace(/^([\divxlc]+|[a-zđ])[.)]\s*/i, "");
      const lead = unitNamed(words);
      const field = exemplarFieldIn(words);
      if (lead !== null || (field !== null && /linh vuc|^(kinh te|van hoa|quoc phong|an ninh|xay dung)/.test(fold(words)))) {
        group = lead === null ? { ...group, field } : { field: null, lead };
        continue;
      }
      if ((cells[nameAt] ?? "") === "") continue;
    }
    read.push(readRow(cells, { line: firstLine + at, headings, columns, group, unitNamed }));
  }
  return read;
}

const squeezed = (cell: string): string => cell.split("\n").map(squeeze).filter(Boolean).join("\n");

function readRow(
  cells: readonly string[],
  {
    line,
    headings,
    columns,
    group,
    unitNamed,
  }: Omit<Reading, "firstLine"> & { line: number; group: { field: ExemplarField | null; lead: UnitId | null } },
): Read {
  const notes: Text[] = [];
  const at = (field: ImportField) =>
    columns.flatMap((each, place) => (each === field && cells[place] ? [{ text: cells[place], heading: headings[place] ?? "" }] : []));
  const one = (field: ImportField): string => squeeze(at(field)[0]?.text ?? "");
  const name = one("name");
  const unit = one("lead");
  const found = unit === "" ? null : unitNamed(unit);
  if (unit !== "" && found === null) notes.push(say("noteUnit", { name: unit }));
  return {
    line,
    name,
    kind: exemplarKindIn(one("kind")) ?? exemplarKindIn(name) ?? "model",
    field: fieldOf(at("field"), notes) ?? group.field,
    lead: found ?? (unit === "" ? group.lead : null),
    unknownUnit: unit !== "" && found === null ? unit : null,
    place: one("place").slice(0, 300) || null,
    themes: [...new Set(at("theme").flatMap(({ text }) => text.split(/[;\n]/).map((each) => squeeze(each).slice(0, 80))))]
      .filter(Boolean)
      .slice(0, 10),
    contents: contentsOf(at, notes),
    startedOn: dayOf(one("startedOn"), notes),
    figures: {
      money: figureOf("money", at("money")[0], notes),
      labour: figureOf("labour", at("labour")[0], notes),
      turns: figureOf("turns", at("turns")[0], notes),
    },
    wrong: name === "" ? say("rowNoName") : name.length > 300 ? say("rowLongName") : null,
    notes,
    whole: wholeOf(cells, headings),
  };
}

function fieldOf(said: readonly { text: string; heading: string }[], notes: Text[]): ExemplarField | null {
  for (const { text, heading } of said) {
    const field = exemplarFieldIn(ticked.test(text) ? heading : text);
    if (field) return field;
    notes.push(say("noteField", { value: text }));
  }
  return null;
}

type At = (field: ImportField) => { text: string; heading: string }[];

/** Two columns of one content stand under their headings. */
function contentsOf(at: At, notes: Text[]): Contents {
  const entries = contentKeys.flatMap((key): [ContentKey, string][] => {
    const found = at(key);
    const text = found.length > 1 ? found.map((each) => `${each.heading}: ${each.text}`).join("\n") : (found[0]?.text ?? "");
    if (text.length > mostContent) notes.push(say("noteLong", { value: found[0]?.heading ?? "" }));
    return text === "" ? [] : [[key, text.slice(0, mostContent)]];
  });
  return Object.fromEntries(entries);
}

/** "15/3/2024", "2024-03-15"; a year or a month alone is no day and stays a note. */
function dayOf(text: string, notes: Text[]): CalendarDate | null {
  if (text === "") return null;
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const date = calendarDate(Number(year ?? isoYear), Number(month ?? isoMonth), Number(day ?? isoDay));
  if (date === null) notes.push(say("noteDay", { value: text }));
  return date;
}

/** A heading may say the scale: "Kinh phí (triệu đồng)". */
function figureOf(key: FigureKey, cell: { text: string; heading: string } | undefined, notes: Text[]): Amount | null {
  if (!cell) return null;
  const scale =
    key === "money" && /^[\d.,\s]+$/.test(cell.text) ? /\((?:.*\s)?(nghìn|ngàn|triệu|tỷ)\b/iu.exec(cell.heading)?.[1] : undefined;
  const amount = readAmount(scale ? `${cell.text} ${scale}` : cell.text);
  const whole = amount?.value.split(".")[0] ?? "";
  if (amount && places(amount.value) <= decimalsOf[key] && whole.length <= 15) return amount;
  notes.push(say("noteFigure", { value: cell.text.slice(0, 60) }));
  return null;
}

/** Every cell under its heading; headings that repeat, or are none, are told apart. */
function wholeOf(cells: readonly string[], headings: readonly string[]): Record<string, string> {
  const whole: Record<string, string> = {};
  for (const [place, cell] of cells.entries()) {
    if (cell === "") continue;
    const heading = squeeze(headings[place] ?? "") || `Cột ${place + 1}`;
    whole[heading in whole ? `${heading} (${place + 1})` : heading] = cell;
  }
  return whole;
}

const shortenings: readonly (readonly [RegExp, string])[] = [
  [/uy ban mat tran to quoc viet nam|uy ban mttq viet nam|ub ?mttq ?vn|ub ?mttq viet nam|ub ?mttq|mttq viet nam|mttq ?vn/g, "mttq"],
  [/ban cong tac mat tran|ban ctmt|bctmt/g, "ban ctmt"],
  [/uy ban nhan dan/g, "ubnd"],
  [/lien hiep phu nu/g, "lhpn"],
  [/lien doan lao dong/g, "ldld"],
  [/cuu chien binh/g, "ccb"],
  [/tong phu trach|to dan pho/g, "tdp"],
];

/** A unit's name as lists shorten it: "UBMTTQVN xã Bình Lâm" is "Ủy ban MTTQ Việt Nam xã Bình Lâm". */
export function unitKey(name: string): string {
  let key = fold(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  for (const [words, short] of shortenings) key = key.replace(words, short);
  return squeeze(key);
}

/**
 * Finds units by the names that lists use. An area's name means the body of the importer's own kind in it: a list of the Front
 * says "Xã Bình Lâm" for the Front of xã Bình Lâm. A name that two units bear is nobody's.
 */
export function unitFinder(
  units: readonly { id: UnitId; name: string; kind: string; areaName?: string | null | undefined }[],
  { kind, chosen }: { kind: string; chosen: Readonly<Record<string, UnitId>> },
): (name: string) => UnitId | null {
  const byName = new Map<string, Set<UnitId>>();
  const byArea = new Map<string, Set<UnitId>>();
  const put = (map: Map<string, Set<UnitId>>, key: string, id: UnitId) => key !== "" && map.set(key, (map.get(key) ?? new Set()).add(id));
  for (const unit of units) {
    put(byName, unitKey(unit.name), unit.id);
    if (unit.kind === kind && unit.areaName) {
      put(byArea, unitKey(unit.areaName), unit.id);
      put(byArea, unitKey(unit.areaName.replace(/^(xã|phường|đặc khu|thị trấn|huyện|thôn|bản|tổ dân phố|khu phố)\s+/iu, "")), unit.id);
    }
  }
  const only = (found: Set<UnitId> | undefined) => (found?.size === 1 ? [...found][0] : undefined);
  return (name) => {
    const key = unitKey(name);
    return chosen[chosenKey(name)] ?? only(byArea.get(key)) ?? only(byName.get(key)) ?? null;
  };
}

/** How a name that was not recognised is spoken of between page and server. */
export const chosenKey = (name: string): string => unitKey(name).replaceAll(" ", "-").slice(0, 120);
