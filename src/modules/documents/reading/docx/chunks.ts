import { Problem } from "../../../../kernel/errors.ts";
import type { Extracted, Limits, NamedBytes, Note } from "../extracted.ts";
import { kindOf } from "../formats.ts";
import { readHtml } from "../html/read.ts";
import type { Flow } from "../lines/flow.ts";
import { readPlainText } from "../plain-text.ts";
import { readRtf } from "../rtf/read.ts";

/** What documents kept inside another one give it, beside the lines in their place. */
export type Enclosed = { margins: string[]; notes: Note[]; footnotes: Map<string, string> };

/** Programs that put documents together write one chunk for each; more is no office's document. */
const mostChunks = 50;

/** Reasons that concern the whole file, wherever in it they are met. */
const ofTheWhole = new Set<unknown>(["macros", "too_long", "archive_too_large"]);

/**
 * Reads the documents that some programs leave inside a .docx for Word to take in when it opens the file. Word shows
 * them as part of the text, so they are read in their place; undefined for one that cannot be.
 */
export function chunkReader(
  enclosed: (id: string) => NamedBytes | undefined,
  limits: Limits,
  readInner: (bytes: Uint8Array) => Extracted,
): { found: Enclosed; chunk: (id: string) => Flow | undefined } {
  const found: Enclosed = { margins: [], notes: [], footnotes: new Map() };
  let count = 0;
  const chunk = (id: string): Flow | undefined => {
    count += 1;
    const file = count > mostChunks ? undefined : enclosed(id);
    const extracted = file && readChunk(file, limits, readInner);
    if (!extracted) return extracted === null ? { lines: [], tables: [], footnotes: [] } : undefined;
    found.margins.push(...extracted.margins);
    found.notes.push(...extracted.notes);
    const footnotes = extracted.footnotes.map(({ line, text }, index) => {
      const name = `chunk ${count} ${index}`;
      found.footnotes.set(name, text);
      return { id: name, line };
    });
    return { lines: extracted.lines, tables: extracted.tables, footnotes };
  };
  return { found, chunk };
}

/** `null` when there is nothing in it. */
function readChunk(file: NamedBytes, limits: Limits, readInner: (bytes: Uint8Array) => Extracted): Extracted | null | undefined {
  try {
    switch (kindOf(file)) {
      case "html":
        return readHtml(file.bytes, limits);
      case "rtf":
        return readRtf(file.bytes, limits);
      case "docx":
        return readInner(file.bytes);
      case "txt":
        return readPlainText("txt", file.bytes, limits);
      default:
        return undefined;
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (ofTheWhole.has(error.details["reason"])) throw error;
    return error.details["reason"] === "empty" ? null : undefined;
  }
}
