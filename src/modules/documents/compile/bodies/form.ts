import { oneTone } from "../../../../kernel/text.ts";

/** Lower-case text with one tone placement, same length: what the lexicon is written in. */
export function lexicalForm(text: string): string {
  const low = oneTone(text).toLowerCase();
  return low.length === text.length ? low : text.toLowerCase();
}
