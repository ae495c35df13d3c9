import { expect, test } from "vitest";
import type { Problem } from "../../../kernel/errors.ts";
import { kindNames } from "./formats.ts";
import { refusePages } from "./pages/refusals.ts";
import { refuse } from "./refusals.ts";
import { formatNames } from "./sniff.ts";

/** By name, so that one that is added is asked for here. */
const ofFiles: Record<keyof typeof refuse, Problem[]> = {
  tooLarge: [refuse.tooLarge(25 * 1024 * 1024)],
  empty: [refuse.empty()],
  onlyPictures: [refuse.onlyPictures()],
  unknownFormat: [refuse.unknownFormat(".dat"), refuse.unknownFormat("")],
  otherFormat: Object.values(formatNames).map((format) => refuse.otherFormat(format)),
  mislabelled: [refuse.mislabelled(".docx", kindNames.doc)],
  encrypted: [refuse.encrypted()],
  macros: [refuse.macros()],
  damaged: [refuse.damaged()],
  cutPicture: [refuse.cutPicture()],
  archiveTooLarge: [refuse.archiveTooLarge()],
  tooLong: [refuse.tooLong()],
  tooSlow: [refuse.tooSlow()],
  notText: [refuse.notText()],
};
const ofPages: Problem[] = [
  refusePages.encrypted(),
  refusePages.damaged(),
  refusePages.noPages(),
  refusePages.tooManyPages(500, 400),
  refusePages.tooManyScans(200, 120),
  refusePages.bilevelScan(),
  refusePages.brokenPicture(),
  refusePages.heic(),
  refusePages.tiff(),
  refusePages.tooManyPixels(),
  refusePages.tooFewPixels(),
];
const all = [...Object.values(ofFiles).flat(), ...ofPages];

test.each(all.map((problem) => [problem.text.vi, problem] as const))("%s", (_, { text, details }) => {
  expect(details["reason"]).toMatch(/^[a-z_]+$/);
  // First what is the matter, then what to do about it; the words of the trade stay out.
  expect(text.vi).toMatch(/[.,;:>] ?(?:[Hh]ãy|Trên iPhone|hoặc)/);
  expect(text.en).toMatch(/[Uu]pload|[Pp]hotograph|[Ss]can at|[Tt]ake it again/);
  for (const said of [text.vi, text.en]) {
    expect(said).toMatch(/^\p{Lu}.*[.”]$/su);
    expect(said).not.toMatch(/parse|stream|buffer|exception|undefined|null|XML part|worker/i);
    expect(said.length).toBeLessThan(330);
  }
});
