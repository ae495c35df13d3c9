import { problem } from "../../../kernel/errors.ts";
import { fold, nfc, squeeze } from "../../../kernel/text.ts";
import { readCsv } from "../../../platform/csv.ts";
import { say } from "./messages.ts";

/** One row of a file, as text; `row` counts as a spreadsheet shows it (the heading is 1), or the place in a list from 1. */
export type GivenRow = { row: number } & Record<Column, string>;

export const columns = ["key", "parent", "kind", "name", "from", "until", "codes", "line", "party", "member"] as const;
export type Column = (typeof columns)[number];

/** Headings of an exported file, and of what people may bring. */
export const headings: Record<Column, { vi: string; others: string[] }> = {
  key: { vi: "Khóa", others: ["key", "id", "stt"] },
  parent: { vi: "Cấp trên", others: ["parent", "thuộc", "đơn vị cấp trên", "địa bàn"] },
  kind: { vi: "Loại", others: ["kind", "loại đơn vị", "type"] },
  name: { vi: "Tên", others: ["name", "tên đơn vị"] },
  from: { vi: "Từ ngày", others: ["from", "ngày thành lập"] },
  until: { vi: "Đến hết ngày", others: ["until", "to", "đến ngày"] },
  codes: { vi: "Mã", others: ["code", "codes", "mã số", "mã đơn vị"] },
  line: { vi: "Cấp trên ngành dọc", others: ["line", "ngành dọc"] },
  party: { vi: "Cấp ủy lãnh đạo", others: ["party", "cấp ủy"] },
  member: { vi: "Thành viên của", others: ["member"] },
};

const columnOf = new Map(
  columns.flatMap((column) => [headings[column].vi, ...headings[column].others].map((title) => [fold(title), column] as const)),
);

const empty = Object.fromEntries(columns.map((column) => [column, ""])) as Record<Column, string>;
const cleaned = (value: string): string => squeeze(nfc(value));

/** Rows of a .csv or .json file. Throws a `Problem` about the file as a whole; single rows are judged later. */
export function readRows(bytes: Uint8Array, fileName: string): GivenRow[] {
  const rows = /\.json$/i.test(fileName) ? fromJson(bytes) : fromCsv(bytes);
  if (rows.length === 0) throw problem("invalid_input", say("noRows"));
  return rows;
}

function fromCsv(bytes: Uint8Array): GivenRow[] {
  const table = readCsv(bytes);
  if (!table) throw problem("unsupported", say("encoding"));
  const [heading = [], ...body] = table;
  const found = heading.map((title) => columnOf.get(fold(title)));
  const missing = (["kind", "name"] as const).filter((column) => !found.includes(column));
  if (missing.length > 0)
    throw problem("invalid_input", say("headings", { missing: missing.map((column) => headings[column].vi).join(", ") }));
  return body.flatMap((cells, index) => {
    if (cells.every((cell) => cell.trim() === "")) return [];
    const row = { row: index + 2, ...empty };
    for (const [at, column] of found.entries()) if (column) row[column] = cleaned(cells[at] ?? "");
    return [row];
  });
}

function fromJson(bytes: Uint8Array): GivenRow[] {
  let list: unknown;
  try {
    list = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw problem("unsupported", say("json"));
  }
  const items = Array.isArray(list) ? list : (list as { units?: unknown } | null)?.units;
  if (!Array.isArray(items)) throw problem("invalid_input", say("json"));
  return items.map((item: unknown, index) => {
    const row = { row: index + 1, ...empty };
    if (typeof item === "object" && item !== null)
      for (const [title, value] of Object.entries(item)) {
        const column = columnOf.get(fold(title));
        if (column) row[column] = cleaned(Array.isArray(value) ? value.join("; ") : value === null ? "" : String(value));
      }
    return row;
  });
}
