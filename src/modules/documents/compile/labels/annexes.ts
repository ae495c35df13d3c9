/** Tables of an annex or of the body: one task per row, its lead, partners and date from the cells. */
import { fold } from "../../../../kernel/text.ts";
import { bodiesIn } from "./label-scopes.ts";
import type { Draft } from "../outline/outline.ts";
import type { Paragraph } from "../paragraphs/paragraphs.ts";
import { quoteOf } from "../paragraphs/paragraphs.ts";
import type { Task } from "../plan.ts";
import type { Column, Table } from "../paragraphs/tables.ts";
import { isRowNumber } from "../paragraphs/tables.ts";
import { statedDue } from "../mentions/timing.ts";

type Placed = { content: Paragraph | null; lead: string[]; partner: string[]; time: string };

/** Cells that know their position in the row: empty ones before them are counted. */
function placedByPosition(row: readonly Paragraph[], header: readonly Column[]): Placed | null {
  if (row.some(({ cell }) => cell === null || cell >= header.length)) return null;
  const of = (column: Column): Paragraph[] => row.filter(({ cell }) => header[cell ?? -1] === column);
  const rest = row.filter(({ cell, text }) => header[cell ?? -1] === "other" && !isRowNumber(text));
  return {
    content: of("content")[0] ?? rest[0] ?? null,
    lead: of("lead").flatMap(({ text }) => bodiesIn(text)),
    partner: of("partner").flatMap(({ text }) => bodiesIn(text)),
    time: of("time")
      .map(({ text }) => text)
      .join("; "),
  };
}

/** Gives the cells of a row their columns; a row with fewer or more cells is read by what its cells look like. */
function placeCells(row: readonly Paragraph[], header: readonly Column[]): Placed {
  const positioned = placedByPosition(row, header);
  if (positioned !== null) return positioned;
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

/** Tasks of a table's rows. A row whose words repeat a task of the body is the same duty and gives it what it lacks. */
export function tableTasks(
  table: Table,
  section: string,
  known: ReadonlyMap<string, Draft<Task>>,
  year: number | null,
): { task: Draft<Task>; paragraph: Paragraph }[] {
  return table.rows.flatMap((row, index) => {
    const { content, lead, partner, time } = placeCells(row, table.columns);
    if (content === null || row.length < 2 || content.text.length < 8 || (lead.length === 0 && time === "")) return [];
    const due = statedDue(time, year);
    const task: Draft<Task> = {
      ...quoteOf(content, content.bodyAt, content.text.length),
      lead,
      coordinate: partner,
      due: due.kind === "none" && time !== "" && due.rule === null ? { ...due, rule: time } : due,
      section: `${section}.${index + 1}`,
      rule: "task:table-row",
    };
    const same = known.get(wordsOf(task));
    if (same === undefined) return [{ task, paragraph: content }];
    if (same.lead.length === 0) same.lead = lead;
    if (same.coordinate.length === 0) same.coordinate = partner;
    if (same.due.kind === "none") same.due = task.due;
    return [];
  });
}

/** What two printings of one duty share. */
export const wordsOf = ({ quote }: { quote: string }): string => fold(quote).slice(0, 60);
