/** Tables among paragraphs: which cells are the header's, which make a row. */
import { fold } from "../../../kernel/text.ts";
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

export type Table = { columns: Column[]; rows: Paragraph[][]; from: number; to: number };

export const isRowNumber = (text: string): boolean => /^(?:\d{1,3}|[IVX]{1,4}|\d{1,2}\.\d{1,2})\.?$/.test(text);

/** Tables among paragraphs: a header that begins with STT/TT and names a lead or a time, then rows. */
export function findTables(paragraphs: readonly Paragraph[]): Table[] {
  const tables: Table[] = [];
  for (let at = 0; at < paragraphs.length; at++) {
    if (columnOf(paragraphs[at]?.text ?? "") !== "number") continue;
    const header: Column[] = [];
    let k = at;
    const headerRow = paragraphs[at]?.row ?? null;
    for (; k < paragraphs.length && header.length < 10; k++) {
      const cell = paragraphs[k];
      if (cell === undefined || isRowNumber(cell.text) || (headerRow !== null && cell.row !== headerRow)) break;
      const column = columnOf(cell.text) ?? (cell.text.length < 40 ? "other" : null);
      if (column === null) break;
      header.push(column);
    }
    if (!header.includes("lead") && !header.includes("time")) continue;
    const rows: Paragraph[][] = [];
    let to = k;
    for (; to < paragraphs.length; to++) {
      const cell = paragraphs[to];
      if (cell === undefined) break;
      const inTable = headerRow === null || cell.row !== null;
      if (
        !inTable ||
        (cell.marker?.level === 1 && /\p{Lu}{3}/u.test(cell.text) && headerRow === null && rows.length > 0 && !isRowNumber(cell.text)) ||
        /^(?:Nơi nhận|PHỤ LỤC)/u.test(cell.text)
      )
        break;
      const opens = headerRow === null ? isRowNumber(cell.text) || cell.marker?.kind === "decimal" : cell.row !== rows.at(-1)?.[0]?.row;
      if (opens) rows.push([cell]);
      else rows.at(-1)?.push(cell);
    }
    tables.push({ columns: header, rows, from: at, to });
    at = to - 1;
  }
  return tables;
}
