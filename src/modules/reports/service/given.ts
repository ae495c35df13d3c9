import type { UnitId } from "../../../kernel/ids.ts";
import type { Period } from "../../../kernel/time/period.ts";
import type { Database } from "../../../platform/database/index.ts";
import { cellKey, cellOf, readValues, valueKey, type Tier } from "../../indicators/index.ts";
import type { Adds, Given } from "../domain/adding.ts";
import { findIndicators, indicatorsByCode, type DictionaryRow } from "../store/dictionary.ts";

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
  const rows = await indicatorsByCode(db, [...new Set(wanted.map((ref) => ref.split(":")[0] ?? ""))]);
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return new Map(
    wanted.flatMap((ref): [string, CellInfo][] => {
      const [code = "", member = ""] = ref.split(":");
      const row = byCode.get(code);
      const known = row && (member === "" || row.dimension?.members.some(({ key }) => key === member));
      return row && known ? [[ref, infoOf(row, member)]] : [];
    }),
  );
}

function infoOf(row: DictionaryRow, member: string): CellInfo {
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
export async function findCells(db: Database, text: string, owners: readonly number[], limit: number): Promise<CellInfo[]> {
  const rows = await findIndicators(db, text, owners, limit);
  return rows.flatMap((row) => [infoOf(row, ""), ...(row.dimension?.members ?? []).map(({ key }) => infoOf(row, key))]);
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
