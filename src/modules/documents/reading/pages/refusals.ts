import { type Problem, problem } from "../../../../kernel/errors.ts";
import { say } from "./messages.ts";

/** Every way a PDF or a picture is turned away; `details.reason` is stable for screens and tests. */
export const refusePages = {
  encrypted: (): Problem => problem("unsupported", say("encrypted"), { reason: "encrypted" }),
  damaged: (): Problem => problem("unsupported", say("damaged"), { reason: "damaged" }),
  noPages: (): Problem => problem("invalid_input", say("noPages"), { reason: "empty" }),
  tooManyPages: (pages: number, most: number): Problem =>
    problem("too_large", say("tooManyPages", { pages, most }), { reason: "too_long" }),
  tooManyScans: (pages: number, most: number): Problem =>
    problem("too_large", say("tooManyScans", { pages, most }), { reason: "too_many_scans" }),
  bilevelScan: (): Problem => problem("unsupported", say("bilevelScan"), { reason: "bilevel_scan" }),
  brokenPicture: (): Problem => problem("unsupported", say("brokenPicture"), { reason: "damaged" }),
  heic: (): Problem => problem("unsupported", say("heic"), { reason: "heic" }),
  tiff: (): Problem => problem("unsupported", say("tiff"), { reason: "tiff" }),
  tooManyPixels: (): Problem => problem("too_large", say("tooManyPixels"), { reason: "too_many_pixels" }),
  tooFewPixels: (): Problem => problem("invalid_input", say("tooFewPixels"), { reason: "too_few_pixels" }),
};
