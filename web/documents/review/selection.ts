import { useEffect, useState, type RefObject } from "react";
import type { NewItem } from "../../../src/modules/documents/contract.ts";

export type Selected = { span: NonNullable<NewItem["span"]>; words: string };

/** Line and offset of a point of the selection; null outside the text. Pieces of a line carry their offset in `data-start`. */
function placeOf(node: Node, offset: number): { line: number; at: number } | null {
  const element = node instanceof Element ? node : node.parentElement;
  const line = element?.closest<HTMLElement>("[data-line]");
  if (!line) return null;
  const number = Number(line.dataset["line"]);
  const piece = element?.closest<HTMLElement>("[data-start]");
  if (node.nodeType === Node.TEXT_NODE && piece) return { line: number, at: Number(piece.dataset["start"]) + offset };
  // Between pieces (a double click at the end of a line ends there): count what stands before.
  const range = document.createRange();
  range.setStart(line, 0);
  range.setEnd(node, offset);
  return { line: number, at: range.toString().length };
}

/** The words that a person has selected in the text, as a span; null when nothing is, or it lies elsewhere. */
export function useSelectedWords(pane: RefObject<HTMLElement | null>, lines: readonly string[]): Selected | null {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const read = () => {
      const selection = document.getSelection();
      // Leaving the text with the focus (to press "add") collapses nothing: what was selected stays until something else is.
      if (!selection || selection.rangeCount === 0) return;
      const range = selection.getRangeAt(0);
      if (!pane.current?.contains(range.commonAncestorContainer)) return;
      setSelected(selection.isCollapsed ? null : selectedIn(range, lines));
    };
    document.addEventListener("selectionchange", read);
    return () => document.removeEventListener("selectionchange", read);
  }, [pane, lines]);
  return selected;
}

function selectedIn(range: Range, lines: readonly string[]): Selected | null {
  const from = placeOf(range.startContainer, range.startOffset);
  const until = placeOf(range.endContainer, range.endOffset);
  if (!from || !until) return null;
  const first = lines[from.line - 1] ?? "";
  // A triple click ends at the beginning of the next line.
  const endLine = until.at === 0 && until.line > from.line ? until.line - 1 : until.line;
  const end = endLine > from.line ? first.length : Math.min(until.line > from.line ? first.length : until.at, first.length);
  const start = from.at + (first.slice(from.at, end).length - first.slice(from.at, end).trimStart().length);
  if (start >= end) return null;
  const rest = endLine > from.line ? lines.slice(from.line, endLine) : [];
  const words = [first.slice(start, end), ...rest].join(" ").replace(/\s+/g, " ").trim();
  if (words === "") return null;
  return { words, span: { line: from.line, start, end, ...(endLine > from.line ? { endLine } : {}) } };
}
