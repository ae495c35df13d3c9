/**
 * Tables that ask for figures. Two shapes: a row per figure under "STT | Nội dung | ĐVT | Kết quả", and a column per
 * figure ("Tên xã | Số cuộc giám sát | Số kiến nghị"). A table that lists things by name asks for words, not figures.
 */
import { fold, squeeze } from "../../../kernel/text.ts";
import { rankOfSerial } from "./outline-markers.ts";
import type { OutlineCell, OutlineRow, OutlineTable } from "./outline-shapes.ts";
import { isShare, unitAt, unitInLabel, valueKindOf } from "./outline-words.ts";

/** A group of rows under one heading of the table ("I. Tuyên truyền"); the first may have none. */
export type TableGroup = { number: string; heading: string; line: number; rows: OutlineRow[] };
export type TableReading = { groups: TableGroup[]; /** Names of columns of a list that is to be written, not counted. */ listed: string[] };

type Role = "serial" | "label" | "unit" | "value" | "note" | "other";

const roles: [Role, RegExp][] = [
  ["serial", /^(?:stt|tt|so tt|so thu tu|#)$/],
  ["unit", /^(?:dvt|don vi tinh|don vi|dv tinh)$/],
  [
    "label",
    /^(?:noi dung|chi tieu|ten chi tieu|tieu chi|noi dung chi tieu|noi dung cong viec|hang muc|chi so|danh muc|noi dung bao cao|noi dung hoat dong|hoat dong|nhiem vu)(?: .*)?$/,
  ],
  ["note", /^(?:ghi chu|giai trinh|thuyet minh|nguyen nhan|minh chung|tai lieu).*$/],
  [
    "value",
    /^(?:ket qua|so lieu|so luong|thuc hien|gia tri|ket qua thuc hien|ky nay|trong ky|ky bao cao|luy ke|thang|quy|nam|6 thang|9 thang|dau nam|cung ky|so voi|so cung ky|ty le|dat|ke hoach|uoc).*$/,
  ],
];

const roleOf = (text: string): Role => {
  const folded = fold(text)
    .replace(/[^\p{L}\d #]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return roles.find(([, words]) => words.test(folded))?.[0] ?? "other";
};

const textOf = (cell: OutlineCell | undefined): string => squeeze(cell?.text ?? "");
const spanOf = (cell: OutlineCell, length: number) => ({ line: cell.line, start: 0, end: length });

/** "(1)", "a", "1 2 3": the row under the header that numbers the columns. */
const numbersColumns = (row: OutlineCell[]): boolean =>
  row.length > 1 && row.every((cell) => /^\(?(?:\d{1,2}|[a-zA-Z])?\)?$/.test(textOf(cell)));

export function readTable({ rows }: OutlineTable): TableReading | null {
  const head = rows.findIndex((row) => row.some((cell) => roleOf(cell.text) !== "other" && textOf(cell) !== ""));
  const header = rows[head];
  if (head < 0 || head > 3 || header === undefined) return null;
  const columns = new Map(header.map((cell) => [cell.column, roleOf(cell.text)]));
  const labelColumn = header.find((cell) => columns.get(cell.column) === "label")?.column;
  const body = rows.slice(head + 1).filter((row) => !numbersColumns(row));
  const named = header.filter((cell) => columns.get(cell.column) === "other" && textOf(cell) !== "");
  if (labelColumn !== undefined && named.length === 0) return byRows(body, columns, labelColumn);
  return byColumns(header, body, columns);
}

function byRows(body: OutlineCell[][], columns: Map<number, Role>, labelColumn: number): TableReading {
  const at = (row: OutlineCell[], role: Role) => row.find((cell) => columns.get(cell.column) === role);
  const groups: TableGroup[] = [{ number: "", heading: "", line: 0, rows: [] }];
  const above: { rank: number; label: string }[] = [];
  for (const [index, row] of body.entries()) {
    const cell = row.find(({ column }) => column === labelColumn) ?? row.find(({ column }) => column > 0 && columns.get(column) !== "unit");
    const label = textOf(cell)
      .replace(/^[-+•]\s*/u, "")
      .replace(/\s*:$/u, "");
    if (!cell || label === "" || /^(?:…|\.{2,})/.test(label)) continue;
    const serial = textOf(at(row, "serial"));
    const dashed = /^\s*[-+•]/u.test(cell.text);
    const rank = rankOfSerial(serial) + (dashed ? 1 : 0);
    while ((above.at(-1)?.rank ?? -1) >= rank) above.pop();
    const unit = textOf(at(row, "unit"));
    const next = body[index + 1];
    const nextLabel = next?.find(({ column }) => column === labelColumn);
    const nextRank = next ? rankOfSerial(textOf(at(next, "serial"))) + (/^\s*[-+•]/u.test(nextLabel?.text ?? "") ? 1 : 0) : -1;
    // A line without a unit over finer ones is their heading.
    const heads = unit === "" && (rank <= 3 || nextRank > rank);
    if (heads && rank <= 3) {
      groups.push({ number: serial.replace(/\.$/u, ""), heading: label, line: cell.line, rows: [] });
      above.length = 0;
      continue;
    }
    const parent = above.at(-1)?.label ?? "";
    above.push({ rank, label });
    if (heads) continue;
    const measure = unit === "" ? (unitInLabel(label) ?? "") : unit.toLowerCase();
    const full = parent === "" ? label : `${parent}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
    groups.at(-1)?.rows.push({
      label: full.replace(/:\s*trong đó:?\s*/iu, ": "),
      unit: isShare(measure) ? "%" : measure,
      valueKind: valueKindOf(label, measure),
      span: spanOf(cell, cell.text.length),
      quote: textOf(cell),
      confidence: unit !== "" ? 0.95 : measure !== "" ? 0.8 : 0.6,
    });
  }
  return { groups: groups.filter(({ heading, rows }) => heading !== "" || rows.length > 0), listed: [] };
}

/** Who or where a table's lines are about; such a column is filled by the form itself. */
const WHO =
  /^(?:ten )?(?:don vi|dia phuong|xa|phuong|xa phuong|thon|khu dan cu|khu pho|co quan|to chuc|ten don vi|ban cong tac)(?:[ ,/].*)?$/;

function byColumns(header: OutlineCell[], body: OutlineCell[][], columns: Map<number, Role>): TableReading | null {
  const under = body[0];
  const subs = under && under.length > 0 && under.every((cell) => textOf(cell) !== "" && !/\d/.test(cell.text)) ? under : [];
  const sorted = header.toSorted((a, b) => a.column - b.column);
  const leaves = sorted.flatMap((cell, index) => {
    const until = sorted[index + 1]?.column ?? Infinity;
    const below = subs.filter(({ column }) => column >= cell.column && column < until);
    return below.length > 1 || (below[0] && textOf(below[0]) !== textOf(cell))
      ? below.map((sub) => ({ cell: sub, label: `${textOf(cell)}: ${textOf(sub).charAt(0).toLowerCase()}${textOf(sub).slice(1)}` }))
      : [{ cell, label: textOf(cell) }];
  });
  const asking = leaves.filter(({ cell, label }) => {
    const role = columns.get(cell.column) ?? "other";
    return label !== "" && role !== "serial" && role !== "note" && role !== "label" && !WHO.test(fold(label));
  });
  const rows = asking.flatMap(({ cell, label }): OutlineRow[] => {
    const unit = unitInLabel(label) ?? unitAt(label.toLowerCase());
    if (unit === null) return [];
    return [
      { label, unit, valueKind: valueKindOf(label, unit), span: spanOf(cell, cell.text.length), quote: textOf(cell), confidence: 0.75 },
    ];
  });
  const names = leaves.map(({ label }) => label).filter((label) => label !== "" && roleOf(label) !== "serial");
  // Mostly words ("Tên mô hình, Địa chỉ, Lĩnh vực"): a list to be written.
  if (rows.length === 0 || rows.length * 2 < asking.length) return { groups: [], listed: names };
  return { groups: [{ number: "", heading: "", line: 0, rows }], listed: [] };
}

/** Tables in plain text: lines of at least two columns set apart by tabs or bars, header first. */
export function tablesOfText(lines: readonly string[]): OutlineTable[] {
  const tables: OutlineTable[] = [];
  let open: OutlineCell[][] = [];
  const close = (after: number) => {
    const first = open[0]?.[0]?.line;
    if (open.length >= 2 && first !== undefined) tables.push({ line: first, lineCount: after - first, rows: open });
    open = [];
  };
  for (const [index, line] of lines.entries()) {
    const cells = cellsOf(line);
    if (cells.length < 2) close(index + 1);
    else if (!cells.every((text) => /^:?-+:?$/.test(text))) open.push(cells.map((text, column) => ({ column, line: index + 1, text })));
  }
  close(lines.length + 1);
  return tables;
}

function cellsOf(line: string): string[] {
  if (line.includes("\t")) return line.split("\t").map(squeeze);
  const bars = line.split("|");
  if (bars.length < 3) return [];
  return bars.slice(bars[0]?.trim() === "" ? 1 : 0, bars.at(-1)?.trim() === "" ? -1 : undefined).map(squeeze);
}
