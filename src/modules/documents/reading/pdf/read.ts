import type { Extracted, Limits, Note } from "../extracted.ts";
import { decodeTcvn3, decodeVni } from "../legacy-fonts.ts";
import { say as sayOfFiles } from "../messages.ts";
import { composePages } from "../pages/compose.ts";
import { say } from "../pages/messages.ts";
import type { Page } from "../pages/page.ts";
import { refusePages } from "../pages/refusals.ts";
import { qualityOf, readsAsVietnamese } from "../pages/vietnamese.ts";
import { type Drawing, drawingOf } from "./drawing.ts";
import { withoutFax } from "./fax-pictures.ts";
import { hyphenOrU } from "./glyphs.ts";
import { mostScannedPages } from "./limits.ts";
import { withPdf, type Operators, type Pdf, type PdfPage } from "./open.ts";

/**
 * `text`: the page spells its words. `scan`: it is a picture. `broken`: it spells words, but not those that it shows.
 */
export type PageSource = "text" | "scan" | "broken";
export type ReadPage = Page & Omit<Drawing, "hidden"> & { source: PageSource };

/** A PDF's text by geometry. A file with pages that have to be recognised comes back as such, with the pages that have text. */
export function readPdf(bytes: Uint8Array, limits: Limits): Promise<Extracted> {
  return withPdf(
    bytes,
    limits,
    async (pdf, operators) => {
      const pages = await readPages(pdf, operators, limits);
      const unsure = pages.flatMap(({ words, source }, index) => (source === "text" && words.length < 30 ? [index + 1] : []));
      if (unsure.length === pages.length && withoutFax(bytes).undrawable) throw refusePages.bilevelScan();
      // A page of few words may be a picture with a stamped number on it; a wholly empty file is one anyway.
      if (unsure.length > 0) for (const page of await pictured(bytes, limits, unsure)) (pages[page - 1] as ReadPage).source = "scan";
      const extracted = extractedFrom(pages, limits);
      return (await hasAttachments(pdf)) ? { ...extracted, notes: [...extracted.notes, attachedNote] } : extracted;
    },
    // Pictures are not decoded here: only their place would be of use, and a scan has tens of millions of pixels.
    { maxImageSize: 1 },
  );
}

const attachedNote: Note = { code: "embedded_document", text: sayOfFiles("noteEmbedded") };

/** Files that hang on a PDF are seen by nobody who prints it. */
async function hasAttachments(pdf: Pdf): Promise<boolean> {
  const attachments: unknown = await pdf.getAttachments();
  return attachments instanceof Map && attachments.size > 0;
}

async function readPages(pdf: Pdf, operators: Operators, limits: Limits): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const read = await readPage(page, operators);
    pages.push(read);
    for (const { text } of read.words) characters += text.length;
    if (characters > limits.characters) throw refusePages.tooManyPages(pdf.numPages, number);
    page.cleanup();
  }
  return pages;
}

/** One page's words and rules, and whether they can be believed. */
export async function readPage(page: PdfPage, operators: Operators): Promise<ReadPage> {
  const { hidden, ...drawn } = await drawingOf(page, operators);
  const text = drawn.words.map((word) => word.text).join(" ");
  if (readsAsVietnamese(text)) {
    for (const word of drawn.words) word.text = word.text.replaceAll(hyphenOrU, "-");
    // A scanner's own reading lies hidden over the picture; it is taken only when it is nearly all Vietnamese.
    return { ...drawn, source: hidden > 0.8 && qualityOf(text).syllables < 0.93 ? "broken" : "text" };
  }
  // The font's name may be lost or changed: the old codes are tried on the whole page.
  for (const decode of [decodeTcvn3, decodeVni]) {
    if (readsAsVietnamese(decode(text)) && qualityOf(decode(text)).words > 25) {
      return {
        ...drawn,
        words: drawn.words.map((word) => ({ ...word, text: decode(word.text) })),
        source: "text",
        askew: drawn.askew.map((line) => decode(line)),
        legacyFonts: ["TCVN3/VNI"],
      };
    }
  }
  return { ...drawn, source: "broken" };
}

/** Of these pages, those that pictures cover. */
function pictured(bytes: Uint8Array, limits: Limits, numbers: readonly number[]): Promise<number[]> {
  return withPdf(bytes, limits, async (pdf, operators) => {
    const found: number[] = [];
    for (const number of numbers) {
      // What is left of a long scan is a scan as well; decoding every picture of it would take minutes.
      if (found.length >= 3 && found.length === numbers.indexOf(number)) {
        found.push(number);
        continue;
      }
      const page = await pdf.getPage(number);
      const drawing = await drawingOf(page, operators);
      if (drawing.pictured > 0.4) found.push(number);
      page.cleanup();
    }
    return found;
  });
}

function extractedFrom(pages: readonly ReadPage[], limits: Limits): Extracted {
  const numbersOf = (source: PageSource): number[] => pages.flatMap((page, index) => (page.source === source ? [index + 1] : []));
  const [scans, broken] = [numbersOf("scan"), numbersOf("broken")];
  const needsRecognition = scans.length + broken.length > 0;
  if (scans.length + broken.length > mostScannedPages) throw refusePages.tooManyScans(scans.length + broken.length, mostScannedPages);
  const composed = composePages(pages.map((page) => (page.source === "text" ? page : { ...page, words: [], rules: [] })));
  if (composed.lines.length > limits.lines) throw refusePages.tooManyPages(pages.length, limits.pages);
  if (!needsRecognition && composed.lines.every((line) => line.trim() === "")) throw refusePages.noPages();
  return {
    kind: "pdf",
    text: composed.lines.join("\n"),
    lines: composed.lines,
    tables: composed.tables,
    footnotes: [],
    margins: [...composed.margins, ...new Set(pages.flatMap(({ askew }) => askew))],
    pages: composed.pages,
    needsRecognition,
    notes: notesOf(pages, scans, broken),
  };
}

function notesOf(pages: readonly ReadPage[], scans: readonly number[], broken: readonly number[]): Note[] {
  const notes: Note[] = [];
  if (scans.length === pages.length) notes.push({ code: "recognised", text: say("noteScan", { pages: pages.length }) });
  else if (scans.length > 0) notes.push({ code: "recognised", text: say("noteSomeScans", { pages: rangesOf(scans) }) });
  if (broken.length > 0) notes.push({ code: "recognised", text: say("noteBrokenText", { pages: rangesOf(broken) }) });
  for (const font of new Set(pages.flatMap(({ legacyFonts }) => legacyFonts)))
    notes.push({ code: "legacy_font", text: say("noteLegacyFont", { font }) });
  return notes;
}

/** "1–3, 7". */
export function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}
