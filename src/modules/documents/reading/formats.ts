import type { Text } from "../../../kernel/language.ts";
import type { NamedBytes, Note, ReadableKind } from "./extracted.ts";
import { say } from "./messages.ts";
import { refusePages } from "./pages/refusals.ts";
import { refuse } from "./refusals.ts";
import { formatNames, sniff } from "./sniff.ts";

/** How each readable kind is called to whoever sent it. */
export const kindNames: Record<ReadableKind, Text> = {
  docx: { vi: "văn bản Word (.docx)", en: "a Word document (.docx)" },
  doc: { vi: "văn bản Word đời cũ (.doc)", en: "an old Word document (.doc)" },
  odt: { vi: "văn bản OpenDocument (.odt)", en: "an OpenDocument text (.odt)" },
  rtf: { vi: "văn bản RTF", en: "an RTF document" },
  html: { vi: "trang web (HTML)", en: "a web page (HTML)" },
  pdf: { vi: "tệp PDF", en: "a PDF file" },
  image: { vi: "ảnh", en: "a picture" },
  txt: { vi: "văn bản thuần", en: "plain text" },
  md: { vi: "văn bản Markdown", en: "Markdown text" },
};

const endings: Record<ReadableKind, readonly string[]> = {
  docx: [".docx", ".dotx"],
  doc: [".doc", ".dot", ".wps"],
  odt: [".odt", ".ott"],
  rtf: [".rtf"],
  html: [".html", ".htm", ".xhtml", ".mht", ".mhtml"],
  pdf: [".pdf"],
  image: [".jpg", ".jpeg", ".jfif", ".png", ".tif", ".tiff", ".webp", ".gif", ".bmp", ".heic", ".heif"],
  txt: [".txt", ".text"],
  md: [".md", ".markdown"],
};

/** Endings that a reading is tried for, with their dots. */
export const readableEndings: readonly string[] = Object.values(endings).flat();

const kindByEnding = new Map<string, ReadableKind>(
  Object.entries(endings).flatMap(([kind, list]) => list.map((ending) => [ending, kind as ReadableKind] as const)),
);

/** Never read as a document, even when the content looks like plain text. */
const otherEndings: Record<string, Text> = {
  ".xls": formatNames.workbook,
  ".xlsx": formatNames.workbook,
  ".xlsm": formatNames.workbook,
  ".ods": formatNames.workbook,
  ".csv": formatNames.workbook,
  ".ppt": formatNames.slides,
  ".pptx": formatNames.slides,
  ".odp": formatNames.slides,
  ".zip": formatNames.archive,
  ".rar": formatNames.archive,
  ".7z": formatNames.archive,
  ".exe": formatNames.program,
};

/** Main parts of the sibling formats that travel in the same kind of package, by a word of their content type. */
export const packageFormats: readonly (readonly [marker: string, format: Text])[] = [
  ["spreadsheetml", formatNames.workbook],
  ["presentationml", formatNames.slides],
];

/**
 * The kind a file is read as. Content that says what it is decides: offices send .doc files that are RTF, web pages
 * or .docx inside, and Word opens them all. Only where the content is silent (plain text) does the name decide.
 */
export function kindOf({ name, bytes }: NamedBytes): ReadableKind {
  const extension = extensionOf(name);
  if (extension === ".docm" || extension === ".dotm") throw refuse.macros();
  const named = kindByEnding.get(extension);
  const content = sniff(bytes);
  switch (content.is) {
    case "encrypted":
      throw refuse.encrypted();
    case "damaged":
      throw refuse.damaged();
    case "other":
      throw named ? refuse.mislabelled(extension, content.format) : refuse.otherFormat(content.format);
    case "html":
      // Markdown may well begin with a piece of HTML.
      return named === "md" ? "md" : "html";
    case "text":
      return textKind(extension, named);
    default:
      return content.is;
  }
}

/** Word opens plain text under its own names; in the other formats it is what is left of a broken file. */
function textKind(extension: string, named: ReadableKind | undefined): ReadableKind {
  const format = otherEndings[extension];
  if (format) throw refuse.otherFormat(format);
  switch (named) {
    case undefined:
      throw refuse.unknownFormat(extension);
    case "txt":
    case "md":
    case "html":
      return named;
    case "doc":
    case "rtf":
      return "txt";
    case "pdf":
      throw refusePages.damaged();
    case "image":
      throw refusePages.brokenPicture();
    default:
      throw refuse.damaged();
  }
}

/** Tells that the name says one thing and the content was another, which was read. */
export function mislabelledNote(name: string, kind: ReadableKind): Note[] {
  const extension = extensionOf(name);
  if (kindByEnding.get(extension) === kind) return [];
  return [{ code: "mislabelled", text: say("noteMislabelled", { extension, found: kindNames[kind] }) }];
}

/** Lower case, with its dot; empty when the name has none. */
export function extensionOf(name: string): string {
  const match = /\.[^./\\\s]{1,10}$/u.exec(name.trim());
  return match ? match[0].toLowerCase() : "";
}
