import { addDays } from "../../../kernel/time/index.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { writeCsv } from "../../../platform/csv.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import { holdsOn, joined, overlaps, type Span } from "../domain/timeline.ts";
import { kindNames } from "../messages.ts";
import { allCodes, allRelations, allUnits, readingOrder } from "../store/directory.ts";
import { columns, headings, type Column } from "./rows.ts";

/** The whole directory as a file that `importUnits` takes back: one row per period in which nothing about a unit changed. */
export async function exportUnits(db: Database, format: "csv" | "json"): Promise<string> {
  const rows = await transaction(db, exportRows, { isolation: "repeatable read" });
  if (format === "json") return `${JSON.stringify(rows.map(withoutEmpty), null, 1)}\n`;
  return writeCsv(
    columns.map((column) => headings[column].vi),
    rows.map((row) => columns.map((column) => row[column])),
  );
}

type ExportRow = Record<Column, string>;

async function exportRows(db: Database): Promise<ExportRow[]> {
  const [units, codes, relations, order] = [await allUnits(db), await allCodes(db), await allRelations(db), await readingOrder(db)];
  const codesBy = Map.groupBy(codes, ({ unitId }) => unitId);
  const relationsBy = Map.groupBy(relations, ({ unitId }) => unitId);
  return order.flatMap((id) => {
    const unit = units.get(id);
    if (!unit) return [];
    const ownCodes = codesBy.get(id) ?? [];
    const ownRelations = relationsBy.get(id) ?? [];
    const periods = unit.edges.flatMap((edge) => split(edge, [...ownCodes, ...ownRelations]).map((span) => ({ ...edge, ...span })));
    const rows = periods.map((period) => {
      const then = <T extends Span>(list: readonly T[]) => list.filter((row) => overlaps(row, period));
      const superiors = (kind: string) =>
        then(ownRelations)
          .filter((row) => row.kind === kind)
          .map(({ superiorId }) => key(superiorId));
      return {
        from: period.from,
        until: period.until,
        row: {
          key: key(id),
          parent: period.parentId === null ? "" : key(period.parentId),
          kind: kindNames[unit.kind].vi,
          name: period.name,
          codes: then(ownCodes)
            .map(({ system, code }) => (system === "gso" ? code : `${system}:${code}`))
            .join("; "),
          line: superiors("line").join("; "),
          party: superiors("party").join("; "),
          member: superiors("member").join("; "),
        },
      };
    });
    return joined(rows, (a, b) => JSON.stringify(a.row) === JSON.stringify(b.row)).map(({ row, from, until }) => ({
      ...row,
      from: from ?? "",
      until: until ?? "",
    }));
  });
}

const key = (id: UnitId): string => `#${id}`;

/** Cuts a span at every day on which one of the rows begins or has ended. */
function split(span: Span, rows: readonly Span[]): Span[] {
  const starts = rows.flatMap(({ from, until }) => [from ?? [], until === null ? [] : addDays(until, 1)].flat());
  const cuts = [...new Set(starts)].filter((day) => day !== span.from && holdsOn(span, day)).sort();
  return [...cuts, null].map((cut, at) => ({
    from: at === 0 ? span.from : (cuts[at - 1] ?? null),
    until: cut === null ? span.until : addDays(cut, -1),
  }));
}

function withoutEmpty(row: ExportRow): Partial<ExportRow> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ""));
}
