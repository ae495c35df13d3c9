import type { Extracted, Limits } from "../extracted.ts";
import { say } from "../pages/messages.ts";
import { refusePages } from "../pages/refusals.ts";
import { headOf } from "./head.ts";

/** A phone's largest picture; decoded it takes four bytes a pixel. */
export const mostPixels = 64_000_000;
/** Narrower than this, print of a whole page is mush. */
const fewestPixels = 400;

/** A photograph or scan of one page: no text yet, `needsRecognition` true. Only its head is looked at here. */
export function readImage(bytes: Uint8Array, _limits: Limits): Extracted {
  const head = headOf(bytes);
  if (head === null) throw refusePages.brokenPicture();
  if (head.type === "heic") throw refusePages.heic();
  if (head.type === "tiff") throw refusePages.tiff();
  if (head.width * head.height > mostPixels) throw refusePages.tooManyPixels();
  if (Math.max(head.width, head.height) < fewestPixels || Math.min(head.width, head.height) < 60) throw refusePages.tooFewPixels();
  return {
    kind: "image",
    text: "",
    lines: [""],
    tables: [],
    footnotes: [],
    margins: [],
    pages: [{ page: 1, line: 1, lineCount: 0 }],
    needsRecognition: true,
    notes: [{ code: "recognised", text: say("noteScan", { pages: 1 }) }],
  };
}
