import { readInline } from "./inline.ts";
import { append, countLines, emptyFlow, type Flow } from "../lines/flow.ts";
import type { Reading } from "./reading.ts";
import { readTable } from "./table.ts";
import { child, type XmlElement } from "../xml.ts";
import { childValue, toggle } from "./word-xml.ts";

/** Turns blocks into lines one by one; `finish` when there are no more. */
export type BlockReader = { flow: Flow; read(block: XmlElement): void; finish(): void };

/** Properties and other non-text at block level; page geometry is looked at for its headers only. */
const containers = new Set(["w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo", "mc:Choice"]);

export function blockReader(reading: Reading): BlockReader {
  const flow = emptyFlow();
  // Text of paragraphs whose mark was deleted or is hidden: it runs on into the next paragraph.
  let carried: { label: string; text: string; footnotes: string[] } | undefined;

  const push = ({ label, text, footnotes }: NonNullable<typeof carried>): void => {
    const lines = (label + text).split("\n");
    countLines(reading, lines);
    append(flow, { lines, tables: [], footnotes: footnotes.map((id) => ({ id, line: lines.length })) });
  };
  const finish = (): void => {
    if (carried && carried.text !== "") push(carried);
    carried = undefined;
  };

  const paragraph = (block: XmlElement): void => {
    const properties = child(block, "w:pPr");
    const section = child(properties, "w:sectPr");
    noticeSection(section, reading);
    const styleId = childValue(properties, "w:pStyle");
    const style = reading.styles.paragraph(styleId);
    const inline = readInline(block, style, reading);
    const runsOn = markRemoved(child(properties, "w:rPr"), reading) || (style.hidden === true && inline.text === "");
    // An empty paragraph that only ends a section is Word's way to write the break.
    const nothingLeft = (runsOn || section !== undefined) && inline.text === "";

    let label = "";
    if (!nothingLeft) {
      const own = child(properties, "w:numPr");
      const numId = childValue(own, "w:numId");
      const level = childValue(own, "w:ilvl");
      label = reading.numbering.label({
        numId: numId ?? style.numId,
        level: level === undefined ? (numId === undefined ? undefined : 0) : Number(level),
        styleId,
        styleLevel: style.level,
      });
    }
    const joined = {
      label: carried && carried.text !== "" ? carried.label : label,
      text: (carried?.text ?? "") + inline.text,
      footnotes: [...(carried?.footnotes ?? []), ...inline.footnotes],
    };
    carried = runsOn ? joined : undefined;
    if (!runsOn && !(nothingLeft && joined.text === "")) push(joined);
    for (const box of inline.boxes) append(flow, readBlocks(box.children, reading));
  };

  const read = (block: XmlElement): void => {
    switch (block.name) {
      case "w:p":
        return paragraph(block);
      case "w:tbl":
        finish();
        append(flow, readTable(block, reading, readBlocks));
        return;
      case "w:sdt":
        if (toggle(child(block, "w:sdtPr"), "w:showingPlcHdr")) return;
        for (const inner of child(block, "w:sdtContent")?.children ?? []) read(inner);
        return;
      case "mc:AlternateContent": {
        const version = block.children[0];
        if (version) read(version);
        return;
      }
      case "w:altChunk": {
        finish();
        const chunk = reading.chunk(block.attributes["r:id"] ?? "");
        if (chunk) append(flow, chunk);
        else reading.noticed.add("embedded_document");
        return;
      }
      case "w:subDoc":
        reading.noticed.add("embedded_document");
        return;
      case "w:sectPr":
        return noticeSection(block, reading);
      default:
        if (containers.has(block.name)) for (const inner of block.children) read(inner);
    }
  };
  return { flow, read, finish };
}

/** Blocks of a cell, a text box, a header or a footnote. */
export function readBlocks(blocks: XmlElement[], reading: Reading): Flow {
  const reader = blockReader(reading);
  for (const block of blocks) reader.read(block);
  reader.finish();
  return reader.flow;
}

function markRemoved(mark: XmlElement | undefined, reading: Reading): boolean {
  if (child(mark, "w:del") || child(mark, "w:moveFrom")) {
    reading.noticed.add("tracked_changes");
    return true;
  }
  return toggle(mark, "w:vanish") ?? false;
}

function noticeSection(section: XmlElement | undefined, reading: Reading): void {
  if (!section) return;
  if (reading.marginReferences.length === 0) reading.titlePage = toggle(section, "w:titlePg") ?? false;
  for (const element of section.children) {
    if (element.name === "w:headerReference" || element.name === "w:footerReference") reading.marginReferences.push(element);
  }
}
