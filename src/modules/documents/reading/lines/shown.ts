import { legacyDecoder } from "../legacy-fonts.ts";
import { readableSymbols } from "./symbols.ts";

/** How a run of text is drawn, as far as it changes which letters a reader sees. */
export type Drawn = { hidden?: boolean | undefined; capitals?: boolean | undefined; font?: string | undefined };

/** The letters as drawn: old fonts decoded (and remembered in `legacyFonts`), symbols readable, capitals capital. */
export function shownText(text: string, { capitals, font }: Drawn, legacyFonts: Set<string>): string {
  const decoder = legacyDecoder(font);
  if (decoder && /[\u00a1-\u00ff]/.test(text)) legacyFonts.add(font ?? "");
  const shown = readableSymbols(decoder ? decoder(text) : text, font);
  return capitals ? shown.toLocaleUpperCase("vi") : shown;
}
