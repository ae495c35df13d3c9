import { unzipSync } from "fflate";
import type { Text } from "../../../kernel/language.ts";
import type { ReadableKind } from "./extracted.ts";

/** What the bytes say, whatever the name says. `text` may be anything that begins like text. */
export type Content =
  | { is: Exclude<ReadableKind, "txt" | "md"> }
  | { is: "text" }
  | { is: "encrypted" }
  | { is: "damaged" }
  | { is: "other"; format: Text };

export const formatNames = {
  oldOffice: { vi: "tệp Office đời cũ", en: "an old Office file" },
  workbook: { vi: "bảng tính", en: "a spreadsheet" },
  slides: { vi: "tệp trình chiếu", en: "a presentation" },
  drawing: { vi: "bản vẽ", en: "a drawing" },
  archive: { vi: "tệp nén", en: "an archive" },
  wordXml: { vi: "văn bản Word ở dạng XML", en: "a Word document in XML form" },
  program: { vi: "chương trình", en: "a program" },
} as const satisfies Record<string, Text>;

export function sniff(bytes: Uint8Array): Content {
  if (startsWith(bytes, "PK\u0003\u0004") || startsWith(bytes, "PK\u0005\u0006")) return archive(bytes);
  if (startsWith(bytes, "\u00d0\u00cf\u0011\u00e0")) return compoundFile(bytes);
  const signed = signatures.find(([signature]) => startsWith(bytes, signature))?.[1];
  if (signed) return signed;
  if (isPicture(bytes)) return { is: "image" };
  return textual(beginning(bytes));
}

const other = (format: Text): Content => ({ is: "other", format });

const signatures: readonly (readonly [signature: string, content: Content])[] = [
  ["{\\rtf", { is: "rtf" }],
  ["%PDF", { is: "pdf" }],
  ["\u0089PNG", { is: "image" }],
  ["\u00ff\u00d8\u00ff", { is: "image" }],
  ["GIF8", { is: "image" }],
  ["II*\0", { is: "image" }],
  ["MM\0*", { is: "image" }],
  ["Rar!", other(formatNames.archive)],
  ["7z\u00bc\u00af", other(formatNames.archive)],
  ["\u001f\u008b", other(formatNames.archive)],
  ["MZ\u0090\0", other(formatNames.program)],
  ["\u007fELF", other(formatNames.program)],
];

/** WebP and the pictures of telephones say what they are after a few bytes of their own. */
function isPicture(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, 16));
  return /^RIFF.{4}WEBP/s.test(head) || /^.{4}ftyp(hei|hev|mif1|msf1|avif)/s.test(head) || /^BM.{4}\0{4}/s.test(head);
}

/** Office packages by their table of contents; a part is unpacked only when it is as small as it has to be. */
function archive(bytes: Uint8Array): Content {
  const names = new Set<string>();
  let mimetype = "";
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        names.add(name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase());
        if (names.size > 10_000) throw new Error("too many entries");
        return name === "mimetype" && originalSize < 200;
      },
    });
    mimetype = latin1(files["mimetype"] ?? new Uint8Array());
  } catch {
    return { is: "damaged" };
  }
  if (mimetype.includes("opendocument.text")) return { is: "odt" };
  if (mimetype.includes("opendocument.spreadsheet")) return other(formatNames.workbook);
  if (mimetype.includes("opendocument.presentation")) return other(formatNames.slides);
  if (mimetype.includes("opendocument")) return other(formatNames.drawing);
  return names.has("[content_types].xml") ? { is: "docx" } : other(formatNames.archive);
}

/** The container of old Office files; Word also wraps a .docx with a password in it. */
function compoundFile(bytes: Uint8Array): Content {
  const text = latin1(bytes);
  if (text.includes(wide("EncryptedPackage"))) return { is: "encrypted" };
  if (text.includes(wide("WordDocument"))) return { is: "doc" };
  if (text.includes(wide("Workbook")) || text.includes(wide("Book"))) return other(formatNames.workbook);
  return other(text.includes(wide("PowerPoint Document")) ? formatNames.slides : formatNames.oldOffice);
}

function textual(head: string): Content {
  if (head.startsWith("{\\rtf")) return { is: "rtf" };
  // A few blank or foreign lines before "%PDF" are allowed, and mail gateways add them.
  if (/^[^{<]{0,300}%PDF-\d/s.test(head)) return { is: "pdf" };
  if (/^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype html|html)/is.test(head)) return { is: "html" };
  // A page saved as one file (.mht): Word writes it too, often under the name .doc.
  if (
    /^((mime-version|from|subject|date|message-id|x-[\w-]+)\s*:.*\n)*content-type:\s*multipart\/related/im.test(head) &&
    /^[\w-]+:/.test(head)
  ) {
    return { is: "html" };
  }
  if (/^<\?xml/i.test(head) && /wordDocument|pkg:package/.test(head)) return other(formatNames.wordXml);
  return { is: "text" };
}

/** The first characters, whatever the width of the letters. */
function beginning(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 2048);
  const wideMark = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const text = wideMark
    ? new TextDecoder(head[0] === 0xff ? "utf-16le" : "utf-16be").decode(head)
    : latin1(head).replace(/^\u00ef\u00bb\u00bf/, "");
  return text.trimStart();
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
