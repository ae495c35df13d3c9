import type { Extracted, Limits } from "../extracted.ts";
import { finish } from "../lines/finish.ts";
import { blockReader, readBlocks } from "./blocks.ts";
import { readMargins } from "./margins.ts";
import { readNumbering } from "./numbering.ts";
import { openPackage } from "./package.ts";
import type { Reading } from "./reading.ts";
import { readStyles } from "./styles.ts";
import { findAll, type XmlElement } from "../xml.ts";
import { parseWord, parseWordBlocks } from "./word-xml.ts";

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
  parseWordBlocks(archive.document, "w:body", body.read);
  body.finish();
  const { lines, letterhead } = readMargins(archive, reading);
  const footnoteText = footnoteReader(body.flow.footnotes.length > 0 ? archive.footnotes : undefined, reading);
  const { noticed, legacyFonts } = reading;
  return finish({ kind: "docx", body: body.flow, footnoteText, margins: lines, letterhead, noticed, legacyFonts });
}

function footnoteReader(xml: string | undefined, reading: Reading): (id: string) => string | undefined {
  const byId = new Map<string, XmlElement>();
  for (const note of xml === undefined ? [] : findAll(parseWord(xml), "w:footnote")) byId.set(note.attributes["w:id"] ?? "", note);
  return (id) => {
    const note = byId.get(id);
    return note && readBlocks(note.children, reading).lines.join("\n");
  };
}
