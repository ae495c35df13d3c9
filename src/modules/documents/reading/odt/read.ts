import { openArchive } from "../archive.ts";
import type { Extracted, Limits } from "../extracted.ts";
import { layBlocks } from "../lines/blocks.ts";
import { finish } from "../lines/finish.ts";
import { hasMotto } from "../lines/motto.ts";
import { refuse } from "../refusals.ts";
import { parseXml, parseXmlBlocks, type XmlElement } from "../xml.ts";
import { bodyReader } from "./body.ts";
import { openDocument } from "./dialect.ts";
import { readListStyles } from "./list-styles.ts";
import type { Reading } from "./reading.ts";
import { readStyles } from "./styles.ts";

/** An OpenDocument text as it is drawn: list labels computed, deletions and hidden text out, tables as lines. */
export function readOdt(bytes: Uint8Array, limits: Limits): Extracted {
  const { names, part } = openArchive(bytes, limits);
  if (part("META-INF/manifest.xml")?.includes("encryption-data")) throw refuse.encrypted();
  if (names.some(isMacro)) throw refuse.macros();
  const content = part("content.xml");
  if (content === undefined) throw refuse.damaged();
  const stylesXml = part("styles.xml");
  const styleSheet = stylesXml === undefined ? undefined : parseXml(stylesXml, openDocument);

  // Automatic styles come before the body that uses them; the body is read block by block.
  let reading: Reading | undefined;
  let read: ReturnType<typeof bodyReader> | undefined;
  const declared: XmlElement[] = [...(styleSheet?.children ?? [])];
  const begin = (): void => {
    const styles = readStyles(declared);
    reading = {
      styles,
      listStyles: readListStyles(declared, styles.fontFace),
      noticed: new Set(),
      legacyFonts: new Set(),
      footnotes: new Map(),
    };
    read = bodyReader(reading);
  };
  parseXmlBlocks(head(content), openDocument, "office:document-content", (element) => declared.push(element));
  begin();
  parseXmlBlocks(content, openDocument, "office:text", (block) => read?.read(block));
  if (!reading || !read) throw refuse.damaged();

  const budget = { limits, lineCount: 0, characterCount: 0 };
  const body = layBlocks(read.blocks, budget);
  const margins = marginsOf(styleSheet).map((element) => {
    const margin = bodyReader(reading as Reading);
    for (const block of element.children) margin.read(block);
    return { onFirstPage: element.name.startsWith("style:header"), flow: layBlocks(margin.blocks, budget) };
  });
  const letterhead = margins.find(({ onFirstPage, flow }) => onFirstPage && hasMotto(flow.lines.join(" ")))?.flow;
  const { noticed, legacyFonts, footnotes } = reading;
  return finish({
    kind: "odt",
    body,
    footnoteText: (id) => footnotes.get(id),
    margins: margins.flatMap(({ flow }) => flow.lines),
    letterhead,
    noticed,
    legacyFonts,
  });
}

/** Everything before the body, as a document of its own. */
function head(content: string): string {
  const body = content.indexOf("<office:body");
  return body < 0 ? content : `${content.slice(0, body)}</office:document-content>`;
}

/** LibreOffice keeps an index of libraries in every file; a module is a macro. */
function isMacro(name: string): boolean {
  return /^(basic\/[^/]+\/(?!(script|dialog)-lb\.xml)[^/]+|scripts\/.+\.(py|js|bsh|java|class))$/.test(name);
}

function marginsOf(styleSheet: XmlElement | undefined): XmlElement[] {
  const masters = styleSheet?.children.find(({ name }) => name === "office:master-styles")?.children ?? [];
  const wanted = ["style:header-first", "style:header", "style:header-left", "style:footer-first", "style:footer", "style:footer-left"];
  return masters
    .filter(({ name }) => name === "style:master-page")
    .flatMap((master) => wanted.flatMap((name) => master.children.filter((element) => element.name === name)));
}
