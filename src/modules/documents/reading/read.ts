import { readDocx } from "./docx/read.ts";
import { defaultLimits, type Extracted, type Limits, type NamedBytes } from "./extracted.ts";
import { kindOf } from "./formats.ts";
import { readPlainText } from "./plain-text.ts";
import { refuse } from "./refusals.ts";

/**
 * Reads a document's text. Throws a Problem for anything that cannot be read. Takes the thread for as long as it
 * needs: on a server use `readInWorker`, which also holds the limits of time and memory.
 */
export function readDocument(file: NamedBytes, limits: Limits = defaultLimits): Extracted {
  if (file.bytes.length > limits.bytes) throw refuse.tooLarge(limits.bytes);
  if (file.bytes.length === 0) throw refuse.empty();
  const kind = kindOf(file);
  return kind === "docx" ? readDocx(file.bytes, limits) : readPlainText(kind, file.bytes, limits);
}
