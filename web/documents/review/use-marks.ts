import { useState } from "react";
import type { Item } from "../../../src/modules/documents/contract.ts";
import { keepUnchanged, marksOf, type Marks } from "./marks.ts";

/** The marks of all lines; a line keeps its own array as long as nothing about it changes. */
export function useMarks(items: readonly Item[], lines: readonly string[]): Marks {
  const [kept, setKept] = useState<{ items: readonly Item[]; marks: Marks }>(() => ({ items, marks: marksOf(items, lines) }));
  if (kept.items === items) return kept.marks;
  const marks = keepUnchanged(kept.marks, marksOf(items, lines));
  setKept({ items, marks });
  return marks;
}
