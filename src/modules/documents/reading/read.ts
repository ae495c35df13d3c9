import { Problem } from "../../../kernel/errors.ts";
import { readDoc } from "./doc/read.ts";
import { readDocx } from "./docx/read.ts";
import { defaultLimits, type Extracted, type Limits, type NamedBytes, type ReadableKind } from "./extracted.ts";
import { kindOf, mislabelledNote } from "./formats.ts";
import { readHtml } from "./html/read.ts";
import { readOdt } from "./odt/read.ts";
import { unicodeOf } from "./legacy-text.ts";
import { readImage } from "./ocr/image.ts";
import { refusePages } from "./pages/refusals.ts";
import { readPdf } from "./pdf/read.ts";
import { isWholePicture } from "./picture-end.ts";
import { readPlainText } from "./plain-text.ts";
import { refuse } from "./refusals.ts";
import { readRtf } from "./rtf/read.ts";

/**
 * Reads a document's text. Throws a Problem for anything that cannot be read. Takes the thread for as long as it
 * needs: on a server use `readInWorker`, which also holds the limits of time and memory.
 */
export async function readDocument(file: NamedBytes, limits: Limits = defaultLimits): Promise<Extracted> {
  if (file.bytes.length > limits.bytes) throw refuse.tooLarge(limits.bytes);
  if (file.bytes.length === 0) throw refuse.empty();
  const kind = kindOf(file);
  const extracted = unicodeOf(await read(kind, file.bytes, limits));
  return { ...extracted, notes: [...mislabelledNote(file.name, kind), ...extracted.notes] };
}

async function read(kind: ReadableKind, bytes: Uint8Array, limits: Limits): Promise<Extracted> {
  try {
    return await readers[kind](bytes, limits);
  } catch (error) {
    if (error instanceof Problem) throw error;
    // Anything that is not ours was caused by the file's content: to its sender the file is damaged.
    throw Object.assign(kind === "pdf" ? refusePages.damaged() : refuse.damaged(), { cause: error });
  }
}

/** The head is looked at first: what is no picture at all, or one that cannot be read anyway, says so. */
function readPicture(bytes: Uint8Array, limits: Limits): Extracted {
  const extracted = readImage(bytes, limits);
  if (!isWholePicture(bytes)) throw refuse.cutPicture();
  return extracted;
}

type Reader = (bytes: Uint8Array, limits: Limits) => Extracted | Promise<Extracted>;

const readers: Record<ReadableKind, Reader> = {
  docx: readDocx,
  doc: readDoc,
  odt: readOdt,
  rtf: readRtf,
  html: readHtml,
  pdf: readPdf,
  image: readPicture,
  txt: (bytes, limits) => readPlainText("txt", bytes, limits),
  md: (bytes, limits) => readPlainText("md", bytes, limits),
};
