import { readXlsx } from "hucre/xlsx";
import { problem } from "../../../../kernel/errors.ts";
import { nfc } from "../../../../kernel/text.ts";
import { readCsv } from "../../../../platform/csv.ts";
import { defaultLimits, openArchive } from "../../../documents/index.ts";
import type { Sheet } from "../domain/headings.ts";
import { say } from "../messages.ts";

export type Workbook = { sheets: string[]; sheet: string; rows: Sheet };

const mostRows = 5000;
const mostColumns = 100;

/** The rows of one sheet as text. `wanted`: a sheet by name; otherwise the first one that has rows. */
export async function readSheet({ name, bytes }: { name: string; bytes: Uint8Array }, wanted?: string): Promise<Workbook> {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw problem("unsupported", say("oldExcel"));
  const all = zipped ? await workbook(bytes) : [{ name, rows: fromCsv(bytes) }];
  const sheet = wanted === undefined ? (all.find(({ rows }) => rows.length > 0) ?? all[0]) : all.find((each) => each.name === wanted);
  if (!sheet) throw problem("invalid_input", say("noSheet"), { fields: { sheet: say("noSheet").vi } });
  if (sheet.rows.length === 0) throw problem("invalid_input", say("noRows"));
  if (sheet.rows.length > mostRows + 20) throw problem("too_large", say("tooManyRows"));
  return { sheets: all.map((each) => each.name), sheet: sheet.name, rows: sheet.rows };
}

async function workbook(bytes: Uint8Array): Promise<{ name: string; rows: string[][] }[]> {
  // The declared sizes are looked at before anything is unpacked.
  openArchive(bytes, defaultLimits);
  try {
    const { sheets } = await readXlsx(bytes, { maxRows: mostRows + 50 });
    return sheets.map((sheet) => ({ name: sheet.name, rows: trimmed(sheet.rows.map((row) => row.slice(0, mostColumns).map(textOf))) }));
  } catch {
    throw problem("unsupported", say("unreadable"));
  }
}

function fromCsv(bytes: Uint8Array): string[][] {
  const rows = readCsv(bytes);
  if (!rows) throw problem("unsupported", say("unreadable"));
  return trimmed(rows.map((row) => row.slice(0, mostColumns).map((cell) => nfc(cell).trim())));
}

/** Days as people write them; numbers as Vietnamese do, so that 2.5 is no two thousand. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) {
    const [year, month, day] = value.toISOString().slice(0, 10).split("-");
    return `${day}/${month}/${year}`;
  }
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : String(value).replace(".", ",");
  if (typeof value === "boolean") return value ? "x" : "";
  return typeof value === "string" ? nfc(value).trim() : "";
}

/** Rows at the end that only carry formats. */
function trimmed(rows: string[][]): string[][] {
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== ""));
  return rows.slice(0, last + 1);
}
