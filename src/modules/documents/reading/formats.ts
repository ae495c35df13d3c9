import type { Text } from "../../../kernel/language.ts";
import type { NamedBytes, ReadableKind } from "./extracted.ts";
import { refuse } from "./refusals.ts";

type Content = { is: "zip" } | { is: "text" } | { is: "encrypted" } | { is: "other"; format: Text };

const pdf: Text = { vi: "tệp PDF", en: "a PDF file" };
const oldWord: Text = { vi: "văn bản Word đời cũ (.doc)", en: "an old Word document (.doc)" };
const oldOffice: Text = { vi: "tệp Office đời cũ", en: "an old Office file" };
const picture: Text = { vi: "ảnh", en: "a picture" };
const richText: Text = { vi: "văn bản RTF", en: "an RTF document" };
const webPage: Text = { vi: "trang web (HTML)", en: "a web page (HTML)" };
const openDocument: Text = { vi: "văn bản OpenDocument (.odt)", en: "an OpenDocument text (.odt)" };
const workbook: Text = { vi: "bảng tính", en: "a spreadsheet" };
const slides: Text = { vi: "tệp trình chiếu", en: "a presentation" };
const archive: Text = { vi: "tệp nén", en: "an archive" };

const laterByExtension: Record<string, Text> = {
  ".doc": oldWord,
  ".dot": oldWord,
  ".pdf": pdf,
  ".rtf": richText,
  ".odt": openDocument,
  ".html": webPage,
  ".htm": webPage,
  ".xls": workbook,
  ".xlsx": workbook,
  ".ods": workbook,
  ".ppt": slides,
  ".pptx": slides,
  ".jpg": picture,
  ".jpeg": picture,
  ".png": picture,
  ".tif": picture,
  ".tiff": picture,
  ".heic": picture,
};

/** Main parts of the sibling formats that travel in the same kind of package, by a word of their content type. */
export const packageFormats: readonly (readonly [marker: string, format: Text])[] = [
  ["spreadsheetml", workbook],
  ["presentationml", slides],
];
export { archive as archiveFormat, openDocument as openDocumentFormat };

/**
 * The kind a file will be read as. The name decides and the content must agree: a file whose two disagree is refused,
 * because guessing would read something that its sender did not mean to send.
 */
export function kindOf({ name, bytes }: NamedBytes): ReadableKind {
  const extension = extensionOf(name);
  const content = sniff(bytes);
  if (extension === ".docm" || extension === ".dotm") throw refuse.macros();
  if (content.is === "encrypted") throw refuse.encrypted();
  const later = laterByExtension[extension];
  if (later) throw refuse.comesLater(later);
  switch (extension) {
    case ".docx":
      if (content.is === "zip") return "docx";
      if (content.is === "text") throw refuse.damaged();
      throw refuse.mislabelled(extension, content.format);
    case ".txt":
    case ".md":
    case ".markdown":
      if (content.is === "zip") throw refuse.mislabelledDocx(extension);
      if (content.is === "other" && content.format !== webPage) throw refuse.mislabelled(extension, content.format);
      return extension === ".txt" ? "txt" : "md";
    default:
      throw refuse.unknownFormat(extension);
  }
}

/** Lower case, with its dot; empty when the name has none. */
export function extensionOf(name: string): string {
  const match = /\.[^./\\\s]{1,10}$/u.exec(name.trim());
  return match ? match[0].toLowerCase() : "";
}

function sniff(bytes: Uint8Array): Content {
  if (startsWith(bytes, "PK\u0003\u0004") || startsWith(bytes, "PK\u0005\u0006")) return { is: "zip" };
  if (startsWith(bytes, "\u00d0\u00cf\u0011\u00e0")) return compoundFile(bytes);
  const format = signatures.find(([signature]) => startsWith(bytes, signature))?.[1];
  if (format) return { is: "other", format };
  const head = latin1(bytes.subarray(0, 512)).trimStart().toLowerCase();
  if (head.startsWith("<!doctype html") || head.startsWith("<html")) return { is: "other", format: webPage };
  return { is: "text" };
}

const signatures: readonly (readonly [signature: string, format: Text])[] = [
  ["%PDF", pdf],
  ["{\\rtf", richText],
  ["\u0089PNG", picture],
  ["\u00ff\u00d8\u00ff", picture],
  ["GIF8", picture],
  ["II*\0", picture],
  ["MM\0*", picture],
  ["Rar!", archive],
  ["7z\u00bc\u00af", archive],
  ["\u001f\u008b", archive],
];

/** The container of old Office files; Word also wraps a .docx with a password in it. */
function compoundFile(bytes: Uint8Array): Content {
  const text = latin1(bytes);
  if (text.includes(wide("EncryptedPackage"))) return { is: "encrypted" };
  return { is: "other", format: text.includes(wide("WordDocument")) ? oldWord : oldOffice };
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return latin1(bytes.subarray(0, signature.length)) === signature;
}

/** One character per byte. `Buffer` and not TextDecoder: its "latin1" is windows-1252 and moves 0x80–0x9f. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

function wide(text: string): string {
  return [...text].map((letter) => `${letter}\0`).join("");
}
