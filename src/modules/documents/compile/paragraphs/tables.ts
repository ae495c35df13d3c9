/** Tables among paragraphs: which cells are the header's, which make a row. */
import { fold } from "../../../../kernel/text.ts";
import type { Paragraph } from "./paragraphs.ts";

export type Column = "number" | "content" | "lead" | "partner" | "time" | "other";

const columns: { column: Column; find: RegExp }[] = [
  { column: "number", find: /^(?:stt|tt|so tt|so thu tu|s tt)$/ },
  { column: "partner", find: /phoi hop/ },
  { column: "lead", find: /(?:chu tri|thuc hien|chiu trach nhiem|phu trach|tham muu|phan cong|dau moi)/ },
  { column: "time", find: /^(?:thoi gian|thoi han|tien do|thoi diem|hoan thanh|ngay)/ },
  { column: "content", find: /(?:noi dung|nhiem vu|cong viec|hoat dong|ten |giai phap|viec)/ },
  { column: "other", find: /(?:san pham|ket qua|ghi chu|kinh phi|hinh thuc|dia diem|san pham|thanh phan|so luong|don vi)/ },
];

function columnOf(text: string): Column | null {
  const key = fold(text);
  if (key.length > 60 || /[.;]$/.test(key)) return null;
  if (key.startsWith("thoi gian")) return "time";
  return columns.find(({ find }) => find.test(key))?.column ?? null;
}

/** `columns` by position: of the cell in its row where cells have one, else of the cells that the header printed. */
export type Table = { columns: Column[]; rows: Paragraph[][]; from: number; to: number };

export const isRowNumber = (text: string): boolean => /^(?:\d{1,3}|[IVX]{1,4}|\d{1,2}\.\d{1,2})\.?$/.test(text);

const endOfRow = (paragraphs: readonly Paragraph[], at: number): number => {
  let end = at;
  while (end < paragraphs.length && paragraphs[end]?.row === paragraphs[at]?.row) end++;
  return end;
};

/** Columns that the cells of one printed row name, by position; null when the row is no header. */
function headerOf(cells: readonly Paragraph[]): Column[] | null {
  const named = cells.map(({ text }) => columnOf(text));
  const holds = (column: Column): boolean => named.includes(column);
  if (!(holds("number") || (holds("content") && cells.length > 2)) || !(holds("lead") || holds("partner") || holds("time"))) {
    // "STT | Nội dung | Đơn vị | | Thời gian" over "Chủ trì | Phối hợp".
    if (!holds("number") || !holds("content")) return null;
  }
  const header: Column[] = [];
  for (const [k, { cell }] of cells.entries()) header[cell ?? k] = named[k] ?? "other";
  return Array.from(header, (column) => column ?? "other");
}

/** A table printed row by row, from its header at `at`. */
function printedTable(paragraphs: readonly Paragraph[], at: number): Table | null {
  let to = endOfRow(paragraphs, at);
  const header = headerOf(paragraphs.slice(at, to));
  if (header === null) return null;
  // A second row of headings under merged cells says more of its columns.
  for (;;) {
    const end = endOfRow(paragraphs, to);
    const cells = paragraphs.slice(to, end);
    if ((cells[0]?.row ?? null) === null || !cells.every(({ text }) => columnOf(text) !== null)) break;
    for (const { cell, text } of cells) if (cell !== null) header[cell] = columnOf(text) ?? "other";
    to = end;
  }
  if (!header.includes("lead") && !header.includes("time")) return null;
  const rows: Paragraph[][] = [];
  while (to < paragraphs.length && paragraphs[to]?.row !== null) {
    const end = endOfRow(paragraphs, to);
    rows.push(paragraphs.slice(to, end));
    to = end;
  }
  return { columns: header, rows, from: at, to };
}

/** A table of which only the cells are left, one after the other: a header that begins with STT/TT, then numbered rows. */
function flattenedTable(paragraphs: readonly Paragraph[], at: number): Table | null {
  if (columnOf(paragraphs[at]?.text ?? "") !== "number") return null;
  const header: Column[] = [];
  let to = at;
  for (; to < paragraphs.length && header.length < 10; to++) {
    const cell = paragraphs[to];
    if (cell === undefined || isRowNumber(cell.text)) break;
    const column = columnOf(cell.text) ?? (cell.text.length < 40 ? "other" : null);
    if (column === null) break;
    header.push(column);
  }
  if (!header.includes("lead") && !header.includes("time")) return null;
  const rows: Paragraph[][] = [];
  for (; to < paragraphs.length; to++) {
    const cell = paragraphs[to];
    if (cell === undefined) break;
    const heading = cell.marker?.level === 1 && /\p{Lu}{3}/u.test(cell.text) && rows.length > 0 && !isRowNumber(cell.text);
    if (heading || /^(?:Nơi nhận|PHỤ LỤC)/u.test(cell.text)) break;
    if (isRowNumber(cell.text) || cell.marker?.kind === "decimal") rows.push([cell]);
    else rows.at(-1)?.push(cell);
  }
  return { columns: header, rows, from: at, to };
}

/** Tables among paragraphs whose header names a lead or a time. */
export function findTables(paragraphs: readonly Paragraph[]): Table[] {
  const tables: Table[] = [];
  for (let at = 0; at < paragraphs.length; at++) {
    const printed = paragraphs[at]?.row !== null;
    if (printed && at > 0 && paragraphs[at - 1]?.row === paragraphs[at]?.row) continue;
    const table = printed ? printedTable(paragraphs, at) : flattenedTable(paragraphs, at);
    if (table === null) continue;
    tables.push(table);
    at = table.to - 1;
  }
  return tables;
}
