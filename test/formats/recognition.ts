import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assemble } from "../../src/modules/documents/domain/pages.ts";
import { openRecogniser, type PageRead } from "../../src/modules/documents/reading/ocr/recogniser.ts";
import { readDocument } from "../../src/modules/documents/reading/read.ts";
import { folder } from "./round-trip.ts";

export type Timed = Omit<PageRead, "image"> & { seconds: number };

/** The page images of one of the own documents, in their order. */
export const picturesOf = (name: string): string[] =>
  readdirSync(folder)
    .filter((file) => new RegExp(`^${name}-\\d+\\.jpg$`).test(file))
    .toSorted();

/** Each page recognised as the server does it. With `kept`, what that folder has is not recognised again. */
export async function recognisedPages(name: string, kept?: string): Promise<Timed[]> {
  const pages: Timed[] = [];
  for (const file of picturesOf(name)) {
    const saved = kept === undefined ? null : join(kept, `${file}.json`);
    if (saved && existsSync(saved)) {
      pages.push(JSON.parse(readFileSync(saved, "utf8")) as Timed);
      continue;
    }
    const recogniser = await openRecogniser({ kind: "image", bytes: readFileSync(join(folder, file)) });
    const began = performance.now();
    const { image: _, ...page } = await recogniser.read(1).finally(() => recogniser.close());
    pages.push({ ...page, seconds: (performance.now() - began) / 1000 });
    if (saved) {
      mkdirSync(kept ?? "", { recursive: true });
      writeFileSync(saved, JSON.stringify(pages.at(-1)));
    }
  }
  return pages;
}

export const textOfPages = (pages: readonly Timed[]): string => assemble(pages.map((shape) => ({ shape, corrected: null }))).text;

/** What the pages show, from the Word file that they were printed from. */
export async function printedText(name: string): Promise<string> {
  return (await readDocument({ name: `${name}.docx`, bytes: readFileSync(join(folder, `${name}.docx`)) })).text;
}

export type Errors = { wrong: number; of: number };

/** Letters, and words, that a person would have to put in, take out or change; how lines are broken does not count. */
export function errorsOf(printed: string, recognised: string): { letters: Errors; words: Errors } {
  const [wanted, got] = [printed, recognised].map((text) => text.normalize("NFC").replace(/\s+/g, " ").trim()) as [string, string];
  return {
    letters: { wrong: changes([...wanted], [...got]), of: wanted.length },
    words: { wrong: changes(wanted.split(" "), got.split(" ")), of: wanted.split(" ").length },
  };
}

function changes(wanted: readonly string[], got: readonly string[]): number {
  let row = Uint32Array.from({ length: got.length + 1 }, (_, index) => index);
  for (const [at, one] of wanted.entries()) {
    const next = new Uint32Array(got.length + 1);
    next[0] = at + 1;
    for (let to = 1; to <= got.length; to += 1)
      next[to] = Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + (got[to - 1] === one ? 0 : 1));
    row = next;
  }
  return row.at(-1) ?? 0;
}
