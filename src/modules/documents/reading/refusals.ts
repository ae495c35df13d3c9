import { type Problem, problem } from "../../../kernel/errors.ts";
import type { Text } from "../../../kernel/language.ts";
import { say } from "./messages.ts";

/** Every way a file is turned away; `details.reason` is stable for screens and tests. */
export const refuse = {
  tooLarge: (bytes: number): Problem =>
    problem("too_large", say("tooLarge", { megabytes: Math.round(bytes / (1024 * 1024)) }), { reason: "too_large" }),
  empty: (): Problem => problem("invalid_input", say("empty"), { reason: "empty" }),
  onlyPictures: (): Problem => problem("unsupported", say("onlyPictures"), { reason: "only_pictures" }),
  unknownFormat: (extension: string): Problem => problem("unsupported", say("unknownFormat", { extension }), { reason: "unknown_format" }),
  otherFormat: (format: Text): Problem => problem("unsupported", say("otherFormat", { format }), { reason: "other_format" }),
  mislabelled: (extension: string, found: Text): Problem =>
    problem("unsupported", say("mislabelled", { extension, found }), { reason: "mislabelled" }),
  encrypted: (): Problem => problem("unsupported", say("encrypted"), { reason: "encrypted" }),
  macros: (): Problem => problem("unsupported", say("macros"), { reason: "macros" }),
  damaged: (): Problem => problem("unsupported", say("damaged"), { reason: "damaged" }),
  cutPicture: (): Problem => problem("unsupported", say("cutPicture"), { reason: "damaged" }),
  archiveTooLarge: (): Problem => problem("too_large", say("archiveTooLarge"), { reason: "archive_too_large" }),
  tooLong: (): Problem => problem("too_large", say("tooLong"), { reason: "too_long" }),
  tooSlow: (): Problem => problem("too_large", say("tooSlow"), { reason: "too_slow" }),
  notText: (): Problem => problem("unsupported", say("notText"), { reason: "not_text" }),
};
