import { type Block, type BlockCell, paragraph } from "../lines/blocks.ts";
import type { XmlElement } from "../xml.ts";
import { readInline } from "./inline.ts";
import { type Counters, nextLabel, outlineName } from "./list-styles.ts";
import type { Reading } from "./reading.ts";

/** Where a paragraph stands in a list; `item` counts once, with its first paragraph. */
type Place = {
  style: string | undefined;
  counters: Counters;
  level: number;
  item: { counted: boolean; restart: number | undefined; bare: boolean };
};

/** Wrappers of blocks that add nothing of their own. */
const transparent = new Set([
  "text:section",
  "text:index-body",
  "text:index-title",
  "text:table-of-content",
  "text:table-index",
  "text:illustration-index",
  "text:alphabetical-index",
  "text:user-index",
  "text:bibliography",
  "text:numbered-paragraph",
  "office:text",
]);

/** More repeated rows or cells than these are the empty rest of a spreadsheet. */
const mostRepeats = 200;

export function bodyReader(reading: Reading): { blocks: Block[]; read(element: XmlElement): void } {
  const blocks: Block[] = [];
  const lists = listMemory();
  return { blocks, read: (element) => readBlock(element, { reading, out: blocks, lists, place: undefined }) };
}

type Context = { reading: Reading; out: Block[]; lists: ListMemory; place: Place | undefined };

function readBlock(element: XmlElement, context: Context): void {
  const { reading, out } = context;
  switch (element.name) {
    case "text:p":
    case "text:h":
      return readParagraph(element, context);
    case "text:list":
      return readList(element, context);
    case "table:table":
      out.push({ is: "table", rows: readRows(element, context) });
      return;
    case "text:tracked-changes":
      if (element.children.some(({ name }) => name === "text:changed-region")) reading.noticed.add("tracked_changes");
      return;
    default:
      if (element.name.startsWith("draw:")) return readDrawn(element, context);
      if (!transparent.has(element.name)) return;
      if (element.attributes["text:display"] === "none" || reading.styles.get("section", element.attributes["text:style-name"]).hidden) {
        reading.noticed.add("hidden_text");
        return;
      }
      for (const inner of element.children) readBlock(inner, context);
  }
}

function readParagraph(element: XmlElement, context: Context): void {
  const { reading, out, place, lists } = context;
  const style = reading.styles.get("paragraph", element.attributes["text:style-name"]);
  const { text, boxes, footnotes } = readInline(element, style, reading);
  const label = labelOf(element, place, lists, reading);
  if (style.hidden && text === "") return;
  out.push(paragraph(label + text, footnotes));
  for (const box of boxes) {
    const inner: Context = { ...context, place: undefined };
    for (const block of box.children) readBlock(block, inner);
  }
}

function labelOf(element: XmlElement, place: Place | undefined, lists: ListMemory, { styles, listStyles }: Reading): string {
  if (place) {
    const { item, counters, level } = place;
    if (item.counted || item.bare) return "";
    item.counted = true;
    // A paragraph's own style may hang it into another list than the one around it.
    const own = styles.get("paragraph", element.attributes["text:style-name"]).list;
    return nextLabel(listStyles.get(place.style ?? own ?? ""), counters, level, item.restart);
  }
  if (element.name !== "text:h" || element.attributes["text:is-list-header"] === "true") return "";
  const level = Number(element.attributes["text:outline-level"] ?? 1);
  if (!Number.isInteger(level) || level < 1 || level > 10) return "";
  const restart = element.attributes["text:restart-numbering"] === "true" ? Number(element.attributes["text:start-value"] ?? 1) : undefined;
  return nextLabel(listStyles.get(outlineName), lists.outline, level, restart);
}

/** Which counters a list goes on with: its own, those of the list it continues, or those of the last of its style. */
type ListMemory = { byId: Map<string, Counters>; byStyle: Map<string, Counters>; outline: Counters };

function listMemory(): ListMemory {
  return { byId: new Map(), byStyle: new Map(), outline: [] };
}

function readList(element: XmlElement, context: Context): void {
  const { place, lists } = context;
  const style = element.attributes["text:style-name"] ?? place?.style;
  const counters = place && (style === place.style || style === undefined) ? place.counters : countersOf(element, style, lists);
  const level = (place?.level ?? 0) + 1;
  for (const entry of element.children) {
    if (entry.name !== "text:list-item" && entry.name !== "text:list-header") continue;
    const start = Number(entry.attributes["text:start-value"]);
    const restart = entry.attributes["text:start-value"] !== undefined && Number.isInteger(start) ? start : undefined;
    const item = { counted: false, restart, bare: entry.name === "text:list-header" };
    for (const inner of entry.children) readBlock(inner, { ...context, place: { style, counters, level, item } });
  }
}

function countersOf({ attributes }: XmlElement, style: string | undefined, { byId, byStyle }: ListMemory): Counters {
  const continued = attributes["text:continue-list"];
  const before =
    continued === undefined
      ? attributes["text:continue-numbering"] === "true"
        ? byStyle.get(style ?? "")
        : undefined
      : byId.get(continued);
  const counters = before ?? [];
  byStyle.set(style ?? "", counters);
  const id = attributes["xml:id"];
  if (id !== undefined) byId.set(id, counters);
  return counters;
}

function readRows(table: XmlElement, context: Context): BlockCell[][] {
  const rows: BlockCell[][] = [];
  for (const element of table.children) {
    if (element.name === "table:table-row") {
      const cells = readCells(element, context);
      const times = cells.every(({ blocks }) => blocks.length === 0) ? 1 : repeats(element.attributes["table:number-rows-repeated"]);
      for (let count = 0; count < times; count += 1) rows.push(cells);
    } else if (/^table:table-(header-rows|rows|row-group)$/.test(element.name)) {
      rows.push(...readRows(element, context));
    }
  }
  return rows;
}

function readCells(row: XmlElement, context: Context): BlockCell[] {
  return row.children.flatMap((element) => {
    if (element.name !== "table:table-cell") return [];
    const blocks: Block[] = [];
    for (const inner of element.children) readBlock(inner, { ...context, out: blocks, place: undefined });
    const columnSpan = Number(element.attributes["table:number-columns-spanned"] ?? 1);
    const rowSpan = Number(element.attributes["table:number-rows-spanned"] ?? 1);
    const times = blocks.length === 0 ? 1 : repeats(element.attributes["table:number-columns-repeated"]);
    return Array.from({ length: times }, () => ({ columnSpan, rowSpan, blocks }));
  });
}

function repeats(value: string | undefined): number {
  const number = Number(value);
  return Number.isInteger(number) && number > 1 ? Math.min(number, mostRepeats) : 1;
}

/** A frame or shape that stands by itself: its text is read where it is anchored. */
function readDrawn(element: XmlElement, context: Context): void {
  if (element.name === "draw:image") context.reading.noticed.add("pictures");
  if (element.name === "draw:object" || element.name === "draw:object-ole") context.reading.noticed.add("embedded_document");
  for (const inner of element.children) readBlock(inner, { ...context, place: undefined });
}
