import type { Extracted, Limits } from "../extracted.ts";
import { kindNames } from "../formats.ts";
import { refuse } from "../refusals.ts";

/** The text of a PDF that has any; `needsRecognition` for one whose pages are pictures. */
export async function readPdf(_bytes: Uint8Array, _limits: Limits): Promise<Extracted> {
  throw refuse.otherFormat(kindNames.pdf);
}
