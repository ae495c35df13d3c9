/** Tables of an annex or of the body: one task per row, its lead, partners and date from the cells. */
import { fold } from "../../../kernel/text.ts";
import { bodiesIn } from "./label-scopes.ts";
import type { Draft } from "./outline.ts";
import type { Paragraph } from "./paragraphs.ts";
import { quoteOf } from "./paragraphs.ts";
import type { Task } from "./plan.ts";
import { statedDue } from "./timing.ts";

type Column = "number" | "content" | "lead" | "partner" | "time" | "other";

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

const isRowNumber = (text: string): boolean => /^(?:\d{1,3}|[IVX]{1,4}|\d{1,2}\.\d{1,2})\.?$/.test(text);

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

/** Gives the cells of a row their columns; a row with fewer or more cells is read by what its cells look like. */
function placeCells(
  row: readonly Paragraph[],
  header: readonly Column[],
): { content: Paragraph | null; lead: string[]; partner: string[]; time: string } {
  const numbered = isRowNumber(row[0]?.text ?? "");
  const cells = numbered ? row.slice(1) : [...row];
  const order = header.filter((column) => column !== "number");
  const placed = { content: null as Paragraph | null, lead: [] as string[], partner: [] as string[], time: "" };
  const texts = (column: Column): Paragraph[] => cells.filter((_, k) => order[k] === column && cells.length === order.length);
  if (cells.length === order.length) {
    placed.content = texts("content")[0] ?? cells[0] ?? null;
    placed.lead = texts("lead").flatMap(({ text }) => bodiesIn(text));
    placed.partner = texts("partner").flatMap(({ text }) => bodiesIn(text));
    placed.time = texts("time")
      .map(({ text }) => text)
      .join("; ");
    return placed;
  }
  placed.content = cells[0] ?? null;
  const rest = cells.slice(1);
  const isTime = (text: string): boolean =>
    statedDue(text).kind !== "none" || /^(?:thường xuyên|theo |hằng|hàng|trong |quý|tháng|năm)/iu.test(text);
  placed.time = rest.find(({ text }) => text.length < 70 && isTime(text))?.text ?? "";
  const bodies = rest.filter(({ text }) => text !== placed.time && text.length < 200);
  const [first, second] = order.indexOf("partner") < order.indexOf("lead") && order.includes("partner") ? [1, 0] : [0, 1];
  placed.lead = bodiesIn(bodies[first]?.text ?? "");
  if (order.includes("partner")) placed.partner = bodiesIn(bodies[second]?.text ?? "");
  return placed;
}

/** Tasks of the tables. A row whose words repeat a task of the body is the same duty and gives it what it lacks. */
export function tableTasks(paragraphs: readonly Paragraph[], annex: string, known: readonly Draft<Task>[]): Draft<Task>[] {
  const byWords = new Map(known.map((task) => [fold(task.quote).slice(0, 60), task]));
  return findTables(paragraphs).flatMap((table) =>
    table.rows.flatMap((row, index) => {
      const { content, lead, partner, time } = placeCells(row, table.columns);
      if (content === null || row.length < 2 || content.text.length < 8 || (lead.length === 0 && time === "")) return [];
      const due = statedDue(time);
      const task: Draft<Task> = {
        ...quoteOf(content, content.bodyAt, content.text.length),
        lead,
        coordinate: partner,
        due: due.kind === "none" && time !== "" && due.rule === null ? { ...due, rule: time } : due,
        section: `PL.${annex}.${index + 1}`,
        rule: "task:table-row",
        confidence: 0.8,
      };
      const same = byWords.get(fold(task.quote).slice(0, 60));
      if (same === undefined) return [task];
      if (same.lead.length === 0) same.lead = lead;
      if (same.coordinate.length === 0) same.coordinate = partner;
      if (same.due.kind === "none") same.due = task.due;
      return [];
    }),
  );
}
