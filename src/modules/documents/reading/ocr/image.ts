import type { Extracted, Limits } from "../extracted.ts";
import { kindNames } from "../formats.ts";
import { refuse } from "../refusals.ts";

/** A photograph or scan of one page (TIFF: of several): no text yet, `needsRecognition` true. */
export async function readImage(_bytes: Uint8Array, _limits: Limits): Promise<Extracted> {
  throw refuse.otherFormat(kindNames.image);
}
