import type { IndicatorId, UnitId } from "../../../kernel/ids.ts";
import { fold } from "../../../kernel/text.ts";
import type { Period } from "../../../kernel/time/period.ts";
import type { Database } from "../../../platform/database/index.ts";
import {
  cellKey,
  cellOf,
  indicatorsByIds,
  readValues,
  valueKey,
  wholeDictionary,
  type IndicatorSummary,
  type Tier,
} from "../../indicators/index.ts";
import type { Adds, Given } from "../domain/adding.ts";

/** What the dictionary says of a cell that a report names; `measures`: what computes its value, or the two numbers of a ratio. */
export type CellInfo = {
  ref: string;
  key: string;
  indicatorId: number;
  member: string;
  title: string;
  unit: string;
  adds: Adds;
  measures: { value: string[]; numerator: string[]; denominator: string[] };
};

/** Cells that a report names "I012" or "I012:economy"; a name that the dictionary does not know is left out. */
export async function cellsByRef(db: Database, refs: readonly string[]): Promise<Map<string, CellInfo>> {
  const wanted = refs.filter((ref) => !ref.includes("/"));
  const rows = await indicatorsByIds(db, [...new Set(wanted.map(idIn))]);
  const byCode = new Map([...rows.values()].map((row) => [row.code, row]));
  return new Map(
    wanted.flatMap((ref): [string, CellInfo][] => {
      const [code = "", member = ""] = ref.split(":");
      const row = byCode.get(code);
      const known = row && (member === "" || row.dimension?.members.some(({ key }) => key === member));
      return row && known ? [[ref, infoOf(row, member)]] : [];
    }),
  );
}

/** A code is the indicator's number with an I before it. */
const idIn = (ref: string): IndicatorId => Number(/^I(\d+)/.exec(ref)?.[1] ?? 0) as IndicatorId;

/** "I012" by the indicator's number. */
export async function codesOf(db: Database, ids: readonly IndicatorId[]): Promise<Map<number, string>> {
  const rows = await indicatorsByIds(db, [...new Set(ids)]);
  return new Map([...rows.values()].map(({ id, code }) => [id, code]));
}

function infoOf(row: IndicatorSummary, member: string): CellInfo {
  const { id, code, name, unit, overUnits, dimension, measures } = row;
  const label = dimension?.members.find(({ key }) => key === member)?.label;
  const namesOf = (part: string): string[] =>
    measures.filter((link) => link.member === member && link.part === part).flatMap(({ names }) => names);
  return {
    ref: member === "" ? code : `${code}:${member}`,
    key: cellKey({ indicatorId: id, member }),
    indicatorId: id,
    member,
    title: label === undefined ? name : `${name}: ${label}`,
    unit,
    adds: overUnits,
    measures: { value: namesOf("value"), numerator: namesOf("numerator"), denominator: namesOf("denominator") },
  };
}

/** Figures of the dictionary whose words fit, with the members of their dimensions; all of them without words. */
export async function findCells(db: Database, text: string, owners: readonly UnitId[]): Promise<CellInfo[]> {
  const words = fold(text).split(" ").filter(Boolean);
  const own = new Set<number>(owners);
  const cells = (await wholeDictionary(db))
    .filter(({ owner }) => owner === null || own.has(owner.id))
    .flatMap((row) => [infoOf(row, ""), ...(row.dimension?.members ?? []).map(({ key }) => infoOf(row, key))]);
  return cells.filter(({ ref, title }) => {
    const known = fold(`${ref} ${title}`);
    return words.every((word) => known.includes(word));
  });
}

/** What units gave, by period, unit and cell key; undefined where it was not asked. */
export type GivenValues = (period: Period, unit: UnitId, key: string) => Given | undefined;

export async function valuesOf(
  db: Database,
  { tier, periods, units, keys }: { tier: Tier; periods: readonly Period[]; units: readonly UnitId[]; keys: readonly string[] },
): Promise<GivenValues> {
  if (keys.length === 0 || units.length === 0) return () => undefined;
  const values = await readValues(db, { tier, periods, units, cells: keys.map(cellOf) });
  return (period, unit, key) => values.get(valueKey(period, unit, key));
}
