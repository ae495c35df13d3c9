import type { Extracted, Footnote, Note, NoteCode, ReadableKind } from "../extracted.ts";
import { say } from "../messages.ts";
import { refuse } from "../refusals.ts";
import { joined, type Flow } from "./flow.ts";
import { hasMotto } from "./motto.ts";

/** What a reader of an office format has found, before it is one text. */
export type Found = {
  kind: ReadableKind;
  body: Flow;
  /** Footnotes by the id that the text refers to. */
  footnoteText: (id: string) => string | undefined;
  /** Lines of page headers, footers and watermarks. */
  margins: string[];
  /** The header of the first page, when it carries the national title. */
  letterhead: Flow | undefined;
  noticed: ReadonlySet<NoteCode>;
  legacyFonts: ReadonlySet<string>;
};

/** The letterhead and the title end well before this line. */
const letterheadLines = 30;

/** One text with its notes; refuses a document that says nothing. */
export function finish({ kind, body, footnoteText, margins, letterhead, noticed, legacyFonts }: Found): Extracted {
  const moves = letterhead !== undefined && !hasMotto(body.lines.slice(0, letterheadLines).join(" "));
  const flow = moves ? joined(letterhead, body) : body;
  if (flow.lines.every((line) => line.trim() === "")) throw noticed.has("pictures") ? refuse.onlyPictures() : refuse.empty();
  const footnotes: Footnote[] = flow.footnotes.flatMap(({ id, line }) => {
    const text = footnoteText(id);
    return text === undefined ? [] : [{ line, text: text.trim() }];
  });
  return {
    kind,
    text: flow.lines.join("\n"),
    lines: flow.lines,
    tables: flow.tables,
    footnotes,
    margins: margins.filter((line) => line.trim() !== ""),
    pages: [],
    needsRecognition: false,
    notes: notesOf({ noticed, legacyFonts, footnotes: footnotes.length, moves }),
  };
}

type Seen = Pick<Found, "noticed" | "legacyFonts"> & { footnotes: number; moves: boolean };

function notesOf({ noticed, legacyFonts, footnotes, moves }: Seen): Note[] {
  const notes: Note[] = [];
  if (noticed.has("tracked_changes")) notes.push({ code: "tracked_changes", text: say("noteTrackedChanges") });
  if (noticed.has("hidden_text")) notes.push({ code: "hidden_text", text: say("noteHiddenText") });
  if (noticed.has("pictures")) notes.push({ code: "pictures", text: say("notePictures") });
  if (noticed.has("embedded_document")) notes.push({ code: "embedded_document", text: say("noteEmbedded") });
  if (noticed.has("diagrams")) notes.push({ code: "diagrams", text: say("noteDiagrams") });
  if (noticed.has("comments")) notes.push({ code: "comments", text: say("noteComments") });
  if (noticed.has("numbering_lost")) notes.push({ code: "numbering_lost", text: say("noteNumberingLost") });
  if (footnotes > 0) notes.push({ code: "footnotes", text: say("noteFootnotes", { count: footnotes }) });
  for (const font of legacyFonts) notes.push({ code: "legacy_font", text: say("noteLegacyFont", { font }) });
  if (moves) notes.push({ code: "letterhead_in_page_header", text: say("noteLetterhead") });
  return notes;
}
