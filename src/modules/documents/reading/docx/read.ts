import type { Extracted, Footnote, Limits, Note } from "../extracted.ts";
import { say } from "../messages.ts";
import { refuse } from "../refusals.ts";
import { blockReader, readBlocks } from "./blocks.ts";
import { readMargins } from "./margins.ts";
import { hasMotto } from "./motto.ts";
import { readNumbering } from "./numbering.ts";
import { openPackage } from "./package.ts";
import { append, emptyFlow, type Flow, type FootnoteReference, type Reading } from "./reading.ts";
import { readStyles } from "./styles.ts";
import { findAll, parseXml, parseXmlBlocks, type XmlElement } from "./xml.ts";

/** A .docx as a reader of its pages sees it: list labels computed, deletions and hidden text out, tables as lines. */
export function readDocx(bytes: Uint8Array, limits: Limits): Extracted {
  const archive = openPackage(bytes, limits);
  const styles = readStyles(archive.styles);
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
  };
  const body = blockReader(reading);
  parseXmlBlocks(archive.document, "w:body", body.read);
  body.finish();

  const margins = readMargins(archive, reading);
  // The letterhead and the title end well before this line.
  const movesLetterhead = !hasMotto(body.flow.lines.slice(0, 30).join(" ")) && margins.letterhead !== undefined;
  const flow = movesLetterhead && margins.letterhead ? joined(margins.letterhead, body.flow) : body.flow;

  if (flow.lines.every((line) => line.trim() === "")) {
    throw reading.noticed.has("pictures") ? refuse.onlyPictures() : refuse.empty();
  }
  const footnotes = readFootnotes(archive.footnotes, flow.footnotes, reading);
  return {
    kind: "docx",
    text: flow.lines.join("\n"),
    lines: flow.lines,
    tables: flow.tables,
    footnotes,
    margins: margins.lines,
    pages: [],
    needsRecognition: false,
    notes: notesOf(reading, footnotes.length, movesLetterhead),
  };
}

function joined(first: Flow, second: Flow): Flow {
  const flow = emptyFlow();
  append(flow, first);
  append(flow, second);
  return flow;
}

function readFootnotes(xml: string | undefined, references: FootnoteReference[], reading: Reading): Footnote[] {
  if (xml === undefined || references.length === 0) return [];
  const byId = new Map<string, XmlElement>();
  for (const note of findAll(parseXml(xml), "w:footnote")) byId.set(note.attributes["w:id"] ?? "", note);
  return references.flatMap(({ id, line }) => {
    const note = byId.get(id);
    if (!note) return [];
    return [{ line, text: readBlocks(note.children, reading).lines.join("\n").trim() }];
  });
}

function notesOf(reading: Reading, footnotes: number, movesLetterhead: boolean): Note[] {
  const notes: Note[] = [];
  const { noticed, legacyFonts } = reading;
  if (noticed.has("tracked_changes")) notes.push({ code: "tracked_changes", text: say("noteTrackedChanges") });
  if (noticed.has("hidden_text")) notes.push({ code: "hidden_text", text: say("noteHiddenText") });
  if (noticed.has("pictures")) notes.push({ code: "pictures", text: say("notePictures") });
  if (noticed.has("embedded_document")) notes.push({ code: "embedded_document", text: say("noteEmbedded") });
  if (footnotes > 0) notes.push({ code: "footnotes", text: say("noteFootnotes", { count: footnotes }) });
  for (const font of legacyFonts) notes.push({ code: "legacy_font", text: say("noteLegacyFont", { font }) });
  if (movesLetterhead) notes.push({ code: "letterhead_in_page_header", text: say("noteLetterhead") });
  return notes;
}
