import type { Extracted, Limits } from "../extracted.ts";
import { type Block, layBlocks } from "../lines/blocks.ts";
import { finish } from "../lines/finish.ts";
import { hasMotto } from "../lines/motto.ts";
import { refuse } from "../refusals.ts";
import { type Bytes, openWordFile } from "./file.ts";
import { letteringOf } from "./lettering.ts";
import { readLists } from "./lists.ts";
import { piecesOf, runsOf } from "./runs.ts";
import { readFonts, readStyles } from "./styles.ts";
import { type Reading, readStory } from "./text.ts";

/** A .doc of Word 97 or later: list labels computed, deletions and hidden text out, tables as lines. */
export function readDoc(bytes: Uint8Array, limits: Limits): Extracted {
  try {
    return read(bytes, limits);
  } catch (error) {
    // An offset that points outside of the file.
    if (error instanceof RangeError) throw refuse.damaged();
    throw error;
  }
}

function read(bytes: Uint8Array, limits: Limits): Extracted {
  const file = openWordFile(bytes);
  const { parts } = file;
  if (parts.text > limits.characters) throw refuse.tooLong();
  const fonts = readFonts(file);
  const pieces = piecesOf(file);
  if (pieces.length === 0) throw refuse.damaged();
  const references = (table: "footnoteReferences" | "endnoteReferences", idOf: (index: number) => string): [number, string][] =>
    positionsOf(file.table(table), 2)
      .slice(0, -1)
      .map((position, index) => [position, idOf(index)]);
  const reading: Reading = {
    file,
    pieces,
    characters: runsOf(file, "characterPages"),
    paragraphs: runsOf(file, "paragraphPages"),
    styles: readStyles(file),
    fonts,
    lists: readLists(file, fonts),
    noticed: new Set(),
    legacyFonts: new Set(),
    footnoteAt: new Map([...references("footnoteReferences", String), ...references("endnoteReferences", (index) => `end ${index}`)]),
  };
  if (parts.comments > 0) reading.noticed.add("comments");
  if (file.encloses) reading.noticed.add("embedded_document");
  const footnotesAt = parts.text;
  const headersAt = footnotesAt + parts.footnotes;
  const endnotesAt = headersAt + parts.headers + parts.macros + parts.comments;
  const boxesAt = endnotesAt + parts.endnotes;
  const headerBoxesAt = boxesAt + parts.boxes;

  // Drawings come in the order of their boxes; where their numbers differ, the boxes stand at the end.
  const boxes = stretches(file.table("boxTexts"), 22, boxesAt, parts.boxes)
    .map(([from, to]) => readStory(reading, from, to).blocks)
    // The last one only marks the end.
    .filter((blocks) => blocks.some((block) => block.is === "table" || block.text.trim() !== ""));
  let drawings = 0;
  readStory({ ...reading, lists: { label: () => "" }, noticed: new Set(), legacyFonts: new Set() }, 0, parts.text, () => (drawings += 1));
  const inPlace = drawings === boxes.length;
  let drawn = 0;
  const body = readStory(reading, 0, parts.text, (story) => {
    if (inPlace) story.boxes.push(...(boxes[drawn] ?? []));
    drawn += 1;
  }).blocks;
  const budget = { limits, lineCount: 0, characterCount: 0 };
  const flow = layBlocks(inPlace ? body : [...body, ...boxes.flat()], budget);

  const headers = stretches(file.table("headers"), 0, headersAt, parts.headers).map(([from, to], index) => ({
    // After six separators, six stories for each section: headers and footers of even, odd and first pages.
    header: [0, 1, 4].includes(index % 6) && index >= 6,
    flow: layBlocks(withoutLastEmpty(readStory(reading, from, to).blocks), budget),
  }));
  const headerBoxes =
    parts.headerBoxes > 0 ? layBlocks(readStory(reading, headerBoxesAt, headerBoxesAt + parts.headerBoxes).blocks, budget).lines : [];
  const texts = new Map([
    ...stretches(file.table("footnoteTexts"), 0, footnotesAt, parts.footnotes).map((place, index) => [String(index), place] as const),
    ...stretches(file.table("endnoteTexts"), 0, endnotesAt, parts.endnotes).map((place, index) => [`end ${index}`, place] as const),
  ]);
  return finish({
    kind: "doc",
    body: flow,
    footnoteText: (id) => {
      const [from, to] = texts.get(id) ?? [0, 0];
      return from === to ? undefined : layBlocks(readStory(reading, from, to).blocks, budget).lines.join("\n");
    },
    margins: [...headers.slice(6).flatMap((margin) => margin.flow.lines), ...headerBoxes, ...letteringOf(file.table("drawings"))],
    letterhead: headers.find((margin) => margin.header && hasMotto(margin.flow.lines.join(" ")))?.flow,
    noticed: reading.noticed,
    legacyFonts: reading.legacyFonts,
  });
}

/** The character positions of a PLC whose entries have `size` bytes of data each. */
function positionsOf(table: Bytes, size: number): number[] {
  const count = Math.floor((table.length - 4) / (4 + size)) + 1;
  return table.length < 4 ? [] : Array.from({ length: Math.min(count, 100_000) }, (_, index) => table.u32(index * 4));
}

/** Stretches of a part that a PLC divides, as positions in the whole text. */
function stretches(table: Bytes, size: number, begin: number, length: number): [from: number, to: number][] {
  const positions = positionsOf(table, size);
  const list: [number, number][] = [];
  for (let index = 0; index + 1 < positions.length; index += 1) {
    const [from, to] = [positions[index] ?? 0, positions[index + 1] ?? 0];
    // The last one only marks the end.
    if (from <= to && to <= length && index + 2 <= positions.length) list.push([begin + from, begin + to]);
  }
  return length > 0 ? list : [];
}

/** Every header ends with an empty paragraph that is not its own. */
function withoutLastEmpty(blocks: Block[]): Block[] {
  const last = blocks.at(-1);
  return last?.is === "paragraph" && last.text === "" ? blocks.slice(0, -1) : blocks;
}
