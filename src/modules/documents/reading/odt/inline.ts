import { shownText } from "../lines/shown.ts";
import { textNode, type XmlElement } from "../xml.ts";
import type { Reading } from "./reading.ts";
import { over, type Style } from "./styles.ts";

/** What stands inside one paragraph. `text` holds "\n" at a line break; `boxes` are frames anchored here. */
export type Inline = { text: string; boxes: XmlElement[]; footnotes: string[] };

/** Not text of the page: comments, stored labels, descriptions. */
const skipped = new Set([
  "office:annotation",
  "office:annotation-end",
  "text:number",
  "svg:title",
  "svg:desc",
  "text:ruby-text",
  "office:event-listeners",
]);

/** A run of blanks is one; more than this many are never meant. */
const mostBlanks = 200;

export function readInline(paragraph: XmlElement, style: Style, reading: Reading): Inline {
  const inline: Inline = { text: "", boxes: [], footnotes: [] };
  const state = { inline, reading, blank: true };
  walk(paragraph, style, state);
  // A blank that the file's layout left at the end.
  if (state.blank && inline.text.endsWith(" ")) inline.text = inline.text.slice(0, -1);
  return inline;
}

/** `blank`: the last thing written was layout's white space (or nothing), which swallows the next. */
type State = { inline: Inline; reading: Reading; blank: boolean };

function walk(parent: XmlElement, style: Style, state: State): void {
  for (const element of parent.children) visit(element, style, state);
}

function visit(element: XmlElement, style: Style, state: State): void {
  const { inline, reading } = state;
  if (skipped.has(element.name)) {
    if (element.name === "office:annotation") reading.noticed.add("comments");
    return;
  }
  switch (element.name) {
    case textNode: {
      const text = element.text.replace(/[ \t\r\n]+/g, " ");
      const shown = state.blank ? text.replace(/^ /, "") : text;
      if (shown === "") return;
      write(shown, style, state);
      state.blank = shown.endsWith(" ");
      return;
    }
    case "text:s":
      return put(" ".repeat(Math.min(mostBlanks, Number(element.attributes["text:c"] ?? 1) || 1)), style, state);
    case "text:tab":
      return put("\t", style, state);
    case "text:line-break":
      return put("\n", style, state);
    case "text:span":
    case "text:a":
      return walk(element, over(style, reading.styles.get("text", element.attributes["text:style-name"])), state);
    case "text:hidden-text":
    case "text:hidden-paragraph":
      if (element.attributes["text:is-hidden"] === "true") {
        reading.noticed.add("hidden_text");
        return;
      }
      return walk(element, style, state);
    case "text:note":
      return note(element, state);
    case "draw:image":
      reading.noticed.add("pictures");
      return;
    case "draw:object":
    case "draw:object-ole":
      reading.noticed.add("embedded_document");
      return;
    case "draw:frame":
    case "draw:a":
      return frame(element, style, state);
    default:
      if (element.name.startsWith("draw:")) inline.boxes.push(element);
      else walk(element, style, state);
  }
}

/** A frame holds one thing in several forms (an object and its picture); text wins. */
function frame(element: XmlElement, style: Style, state: State): void {
  const box = element.children.find(({ name }) => name === "draw:text-box");
  if (box) state.inline.boxes.push(box);
  else walk(element, style, state);
}

function note(element: XmlElement, { inline, reading }: State): void {
  const body = element.children.find(({ name }) => name === "text:note-body");
  const id = element.attributes["text:id"] ?? `note ${reading.footnotes.size}`;
  inline.footnotes.push(id);
  const lines = (body?.children ?? []).map((paragraph) => {
    return readInline(paragraph, reading.styles.get("paragraph", paragraph.attributes["text:style-name"]), reading).text;
  });
  reading.footnotes.set(id, lines.join("\n"));
}

function put(text: string, style: Style, state: State): void {
  write(text, style, state);
  state.blank = false;
}

function write(text: string, style: Style, { inline, reading }: State): void {
  if (style.hidden) {
    reading.noticed.add("hidden_text");
    return;
  }
  inline.text += shownText(text, style, reading.legacyFonts);
}
