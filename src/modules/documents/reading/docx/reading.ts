import type { NoteCode } from "../extracted.ts";
import type { Budget, Flow } from "../lines/flow.ts";
import type { Numbering } from "./numbering.ts";
import type { Styles } from "./styles.ts";
import type { XmlElement } from "../xml.ts";

/** What one pass over a document carries along. */
export type Reading = Budget & {
  styles: Styles;
  numbering: Numbering;
  /** Open complex fields, innermost last: the code before "separate" is not text, the result after it is. They may span paragraphs. */
  fields: ("code" | "result")[];
  noticed: Set<NoteCode>;
  legacyFonts: Set<string>;
  /** w:headerReference and w:footerReference, in the order of the sections. */
  marginReferences: XmlElement[];
  /** First section has a first page of its own. */
  titlePage: boolean;
  /** XML of a part that the part being read refers to. */
  related(id: string): string | undefined;
  /** Another document kept inside this one and shown in its place; undefined when it cannot be read. */
  chunk(id: string): Flow | undefined;
};
