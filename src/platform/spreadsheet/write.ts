import { writeXlsx, type Cell, type CellStyle, type CellValue } from "hucre/xlsx";
import type { Table, TableCell } from "./table.ts";

const thin = { style: "thin" as const, color: { rgb: "999999" } };
const border = { top: thin, bottom: thin, left: thin, right: thin };
const font = { name: "Times New Roman", size: 12 };

/**
 * The table as an .xlsx file: title lines across all columns, a header row that stays in view and filters, numbers as numbers.
 * Text never becomes a formula: it is written as a string whatever it begins with.
 */
export function xlsxOf({ sheet, titles, columns, rows, total }: Table): Promise<Uint8Array> {
  const cells = new Map<string, Partial<Cell>>();
  const lines: CellValue[][] = [];
  for (const title of titles) {
    cells.set(`${lines.length},0`, {
      style: { font: { ...font, bold: lines.length === 0, size: lines.length === 0 ? 14 : 12 }, alignment: { horizontal: "center" } },
    });
    lines.push([title, ...columns.slice(1).map(() => null)]);
  }
  const header = lines.length;
  columns.forEach((_, at) =>
    cells.set(`${header},${at}`, {
      style: {
        font: { ...font, bold: true },
        border,
        fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "F2E8E8" } },
        alignment: { horizontal: "center", vertical: "center", wrapText: true },
      },
    }),
  );
  lines.push(columns.map((column) => column.header));
  for (const [row, bold] of [...rows.map((one) => [one, false] as const), ...(total ? [[total, true] as const] : [])]) {
    row.forEach((cell, at) => cells.set(`${lines.length},${at}`, { style: styleOf(cell, bold) }));
    lines.push(row.map(valueOf));
  }
  const last = Math.max(0, columns.length - 1);
  return writeXlsx({
    sheets: [
      {
        name: sheet,
        columns: columns.map(({ width }) => ({ width })),
        rows: lines,
        cells,
        merges: last === 0 ? [] : titles.map((_, row) => ({ startRow: row, startCol: 0, endRow: row, endCol: last })),
        freezePane: { rows: header + 1 },
        autoFilter: { range: `A${header + 1}:${letters(last)}${header + 1 + rows.length}` },
        pageSetup: { orientation: "landscape", paperSize: "a4", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      },
    ],
    defaultFont: font,
  });
}

function styleOf(cell: TableCell, bold: boolean): CellStyle {
  const base: CellStyle = { font: bold ? { ...font, bold } : font, border, alignment: { vertical: "top", wrapText: cell.kind === "text" } };
  if (cell.kind === "number") {
    const decimals = cell.places === 0 ? "" : `.${"0".repeat(cell.places)}`;
    return { ...base, numFmt: cell.percent ? `0${decimals}%` : `#,##0${decimals}` };
  }
  return cell.kind === "day" ? { ...base, numFmt: "dd/mm/yyyy" } : base;
}

function valueOf(cell: TableCell): CellValue {
  switch (cell.kind) {
    case "text":
      return cell.text;
    case "day":
      return new Date(`${cell.day}T00:00:00Z`);
    case "number":
      return numberOf(cell);
    default:
      return null;
  }
}

/** A spreadsheet holds fifteen digits; what has more stays exact as text. */
function numberOf({ value, percent }: { value: string; percent?: boolean }): CellValue {
  const found = Number(value);
  if (value.replace(/\D/g, "").length > 15) return value;
  return percent ? Number((found / 100).toFixed(6)) : found;
}

/** 0 → A, 26 → AA. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? letters(rest - 1) : ""}${String.fromCodePoint(65 + (column % 26))}`;
}
