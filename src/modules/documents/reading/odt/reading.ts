import type { NoteCode } from "../extracted.ts";
import type { ListStyle } from "./list-styles.ts";
import type { Styles } from "./styles.ts";

/** What one pass over a document carries along. */
export type Reading = {
  styles: Styles;
  listStyles: ReadonlyMap<string, ListStyle>;
  noticed: Set<NoteCode>;
  legacyFonts: Set<string>;
  footnotes: Map<string, string>;
};
