import type { Extracted, Limits, Note } from "../extracted.ts";
import { finish } from "../lines/finish.ts";
import { countLines, type Flow } from "../lines/flow.ts";
import { blockReader, readBlocks } from "./blocks.ts";
import { chunkReader } from "./chunks.ts";
import { endnoteId } from "./inline.ts";
import { readMargins } from "./margins.ts";
import { readNumbering } from "./numbering.ts";
import { openPackage, type Package } from "./package.ts";
import type { Reading } from "./reading.ts";
import { readStyles } from "./styles.ts";
import { findAll, type XmlElement } from "../xml.ts";
import { parseWord, parseWordBlocks } from "./word-xml.ts";

/** A .docx as a reader of its pages sees it: list labels computed, deletions and hidden text out, tables as lines. */
export function readDocx(bytes: Uint8Array, limits: Limits): Extracted {
  // A document in a document in a document is nobody's plan.
  return read(bytes, limits, (inner) => read(inner, limits, undefined));
}

function read(bytes: Uint8Array, limits: Limits, readInner: ((bytes: Uint8Array) => Extracted) | undefined): Extracted {
  const archive = openPackage(bytes, limits);
  const styles = readStyles(archive.styles);
  const inside = readInner && chunkReader((id) => archive.enclosed(id), limits, readInner);
  const reading: Reading = {
    styles,
    numbering: readNumbering(archive.numbering, styles),
    limits,
    fields: [],
    noticed: new Set(),
    legacyFonts: new Set(),
    marginReferences: [],
    titlePage: false,
    lineCount: 0,
    characterCount: 0,
    related: (id) => archive.related(id),
    chunk: (id) => counted(inside?.chunk(id), reading),
  };
  const body = blockReader(reading);
  parseWordBlocks(archive.document, "w:body", body.read);
  body.finish();
  const { lines, letterhead } = readMargins(archive, reading);
  const noteText = noteReader(body.flow.footnotes.length > 0 ? archive : undefined, reading);
  const { noticed, legacyFonts } = reading;
  const extracted = finish({
    kind: "docx",
    body: body.flow,
    footnoteText: (id) => noteText(id) ?? inside?.found.footnotes.get(id),
    margins: [...lines, ...(inside?.found.margins ?? [])],
    letterhead,
    noticed,
    legacyFonts,
  });
  return { ...extracted, notes: withoutRepeats([...extracted.notes, ...(inside?.found.notes ?? [])]) };
}

function counted(flow: Flow | undefined, reading: Reading): Flow | undefined {
  if (flow) countLines(reading, flow.lines);
  return flow;
}

function withoutRepeats(notes: readonly Note[]): Note[] {
  return [...new Map(notes.map((note) => [note.text.vi, note])).values()];
}

/** Footnotes and endnotes by the ids that the text refers to. */
function noteReader(archive: Package | undefined, reading: Reading): (id: string) => string | undefined {
  const byId = new Map<string, XmlElement>();
  const gather = (xml: string | undefined, name: string, idOf: (id: string) => string): void => {
    for (const note of xml === undefined ? [] : findAll(parseWord(xml), name)) byId.set(idOf(note.attributes["w:id"] ?? ""), note);
  };
  gather(archive?.footnotes, "w:footnote", (id) => id);
  gather(archive?.endnotes, "w:endnote", endnoteId);
  return (id) => {
    const note = byId.get(id);
    return note && readBlocks(note.children, reading).lines.join("\n");
  };
}
