import type { Finding } from "../../../src/modules/documents/contract.ts";
import "./light.css";

const NAME = "plan-check";

/** Lights a place in a pane that this folder does not draw: its lines are elements with `data-line` that hold every character. */
export function lightPlace(place: Finding["places"][number]): void {
  const first = document.querySelector(`[data-line="${place.line}"]`);
  if (!first) return;
  first.scrollIntoView({ block: "center" });
  // Browsers without highlights still show the line.
  if (!("highlights" in CSS)) return;
  const ranges: Range[] = [];
  for (let line = place.line; line <= (place.endLine ?? place.line); line++) {
    const element = document.querySelector(`[data-line="${line}"]`);
    const range =
      element && rangeIn(element, line === place.line ? place.start : 0, line === place.line ? place.end : Number.MAX_SAFE_INTEGER);
    if (range) ranges.push(range);
  }
  CSS.highlights.set(NAME, new Highlight(...ranges));
}

export function lightsOut(): void {
  if ("highlights" in CSS) CSS.highlights.delete(NAME);
}

/** Characters [start, end) of an element's text. */
function rangeIn(element: Element, start: number, end: number): Range | null {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let [at, begun] = [0, false];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (!begun && start < at + length) {
      range.setStart(node, start - at);
      begun = true;
    }
    if (begun) range.setEnd(node, Math.min(end - at, length));
    if (end <= at + length) break;
    at += length;
  }
  return begun ? range : null;
}
