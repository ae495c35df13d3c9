import type { Extracted, Limits } from "../extracted.ts";
import { say } from "../pages/messages.ts";
import { refusePages } from "../pages/refusals.ts";
import { mostScannedPages } from "../pdf/limits.ts";
import { headOf } from "./head.ts";
import { OtherTiff, tiffPages, type TiffPage } from "./tiff.ts";

/** A phone's largest picture; decoded it takes four bytes a pixel. */
export const mostPixels = 64_000_000;
/** Narrower than this, print of a whole page is mush. */
const fewestPixels = 400;

/** A photograph, or a scan of as many pages as its file has: no text yet, `needsRecognition` true. Only its head is looked at here. */
export function readImage(bytes: Uint8Array, _limits: Limits): Extracted {
  const head = headOf(bytes);
  if (head === null) throw refusePages.brokenPicture();
  if (head.type === "heic") throw refusePages.heic();
  if (head.type === "tiff") return scanOf(wholeTiff(bytes).length);
  if (head.width * head.height > mostPixels) throw refusePages.tooManyPixels();
  if (Math.max(head.width, head.height) < fewestPixels || Math.min(head.width, head.height) < 60) throw refusePages.tooFewPixels();
  return scanOf(1);
}

/** The pages of a TIFF file, looked at by their heads; throws a Problem for one that cannot be recognised. */
export function wholeTiff(bytes: Uint8Array): TiffPage[] {
  const pages = readTiff(bytes);
  if (pages.length === 0) throw refusePages.brokenPicture();
  if (pages.length > mostScannedPages) throw refusePages.tooManyScans(pages.length, mostScannedPages);
  if (pages.some(({ width, height }) => width * height > mostPixels)) throw refusePages.tooManyPixels();
  if (pages.every(({ width, height }) => Math.max(width, height) < fewestPixels)) throw refusePages.tooFewPixels();
  return pages;
}

function readTiff(bytes: Uint8Array): TiffPage[] {
  try {
    return tiffPages(bytes);
  } catch (error) {
    if (error instanceof OtherTiff) throw refusePages.tiff();
    // It points outside of itself.
    if (error instanceof RangeError) throw refusePages.brokenPicture();
    throw error;
  }
}

const scanOf = (pages: number): Extracted => ({
  kind: "image",
  text: "",
  lines: [""],
  tables: [],
  footnotes: [],
  margins: [],
  pages: Array.from({ length: pages }, (_, at) => ({ page: at + 1, line: 1, lineCount: 0 })),
  needsRecognition: true,
  notes: [{ code: "recognised", text: say("noteScan", { pages }) }],
});
