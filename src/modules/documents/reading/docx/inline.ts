import { shownText } from "../lines/shown.ts";
import type { Reading } from "./reading.ts";
import { runStyle, type Style } from "./styles.ts";
import { symbolText } from "../lines/symbols.ts";
import { child, findAll, type XmlElement } from "../xml.ts";
import { childValue, parseWord, toggle } from "./word-xml.ts";

/** What stands inside one paragraph. `text` holds "\n" at a line break. */
export type Inline = {
  text: string;
  /** Contents of text boxes anchored here, each once. */
  boxes: XmlElement[];
  footnotes: string[];
};

/** Footnotes and endnotes are counted apart. */
export const endnoteId = (id: string): string => `end ${id}`;

/** Properties, instructions and other things that hold no text a reader sees, though they may repeat such text. */
const skipped = new Set([
  "w:pPr",
  "w:rPr",
  "w:sdtPr",
  "w:sdtEndPr",
  "w:instrText",
  "w:delText",
  "w:delInstrText",
  "w:fldData",
  "w:rt",
  "w:annotationRef",
]);

/** Stands for a page or column break while a paragraph is read; XML cannot hold it, so no text can be taken for it. */
const pageBreak = "\f";

/** Fixed text of single-character elements. */
const characters: Record<string, string> = {
  "w:tab": "\t",
  "w:ptab": "\t",
  "w:cr": "\n",
  // Word shows a hyphen; a special character here would keep "KH‑UBND" from being found as "KH-UBND".
  "w:noBreakHyphen": "-",
};

export function readInline(paragraph: XmlElement, style: Style, reading: Reading): Inline {
  const inline: Inline = { text: "", boxes: [], footnotes: [] };
  walk(paragraph, { inline, style, run: style, reading });
  // A code never runs on into another paragraph; one that was not ended must not swallow the rest of the document.
  while (reading.fields.at(-1) === "code") reading.fields.pop();
  // At an end of a paragraph a page break is no line of it; in the middle it parts two.
  inline.text = inline.text.replace(/^\f+|\f+$/g, "").replace(/\f+/g, "\n");
  return inline;
}

type Walk = { inline: Inline; style: Style; run: Pick<Style, "hidden" | "capitals" | "font">; reading: Reading };

function walk(parent: XmlElement, state: Walk): void {
  for (const element of parent.children) visit(element, state);
}

function visit(element: XmlElement, state: Walk): void {
  const { inline, reading } = state;
  const { name } = element;
  if (skipped.has(name)) return;
  switch (name) {
    case "w:r":
      return walk(element, { ...state, run: formatting(element, state) });
    case "w:t":
    case "m:t":
      return write(element.text, state);
    case "w:sym":
      return write(symbolText(element.attributes["w:font"], Number.parseInt(element.attributes["w:char"] ?? "", 16) || 0x2022), state);
    case "w:del":
    case "w:moveFrom":
      reading.noticed.add("tracked_changes");
      return;
    case "w:ins":
    case "w:moveTo":
      reading.noticed.add("tracked_changes");
      return walk(element, state);
    case "w:br":
      return write(["page", "column"].includes(element.attributes["w:type"] ?? "") ? pageBreak : "\n", state);
    case "w:fldChar":
      write(chosenIn(child(element, "w:ffData")), state);
      return field(element.attributes["w:fldCharType"], reading);
    case "w:sdt":
      // Word's own "Click here to enter text" is not text of the document.
      if (toggle(child(element, "w:sdtPr"), "w:showingPlcHdr")) return;
      return walk(child(element, "w:sdtContent") ?? element, state);
    case "w:footnoteReference":
      inline.footnotes.push(element.attributes["w:id"] ?? "");
      return;
    case "w:endnoteReference":
      inline.footnotes.push(endnoteId(element.attributes["w:id"] ?? ""));
      return;
    case "w:commentReference":
      reading.noticed.add("comments");
      return;
    case "w:subDoc":
      reading.noticed.add("embedded_document");
      return;
    case "w:drawing":
    case "w:pict":
    case "w:object":
      return drawing(element, state);
    case "mc:AlternateContent":
      return alternatives(element, state);
    case "w:txbxContent":
      inline.boxes.push(element);
      return;
    default: {
      const text = characters[name];
      if (text === undefined) walk(element, state);
      else write(text, state);
    }
  }
}

function write(text: string, { inline, run, reading }: Walk): void {
  if (reading.fields.at(-1) === "code") return;
  if (run.hidden) {
    reading.noticed.add("hidden_text");
    return;
  }
  // A line break inside w:t is layout of the XML; breaks of the document are elements.
  const plain = text.length > 1 ? text.replace(/[\r\n\t]+/g, " ") : text;
  inline.text += shownText(plain, run, reading.legacyFonts);
}

/** Direct formatting over the character style over the paragraph's style. */
function formatting(run: XmlElement, { style, reading }: Walk): Walk["run"] {
  const properties = child(run, "w:rPr");
  if (!properties) return style;
  const direct = runStyle(properties);
  const character = reading.styles.character(childValue(properties, "w:rStyle"));
  return {
    hidden: direct.hidden ?? character.hidden ?? style.hidden,
    capitals: direct.capitals ?? character.capitals ?? style.capitals,
    font: direct.font ?? character.font ?? style.font,
  };
}

function field(type: string | undefined, { fields }: Reading): void {
  if (type === "begin") fields.push("code");
  else if (type === "end") fields.pop();
  else if (type === "separate" && fields.length > 0) fields[fields.length - 1] = "result";
}

/** A thing in two versions, for new and for old programs, with the same text: the first that says anything is taken. */
function alternatives(element: XmlElement, state: Walk): void {
  const said = (): number => state.inline.boxes.length + state.inline.text.length;
  const before = said();
  for (const version of element.children) {
    walk(version, state);
    if (said() > before) return;
  }
}

/** Boxes to fill in of old forms keep what was chosen beside their field, where fields of other kinds have their result. */
function chosenIn(form: XmlElement | undefined): string {
  const list = child(form, "w:ddList");
  if (list) {
    const entries = list.children.filter(({ name }) => name === "w:listEntry");
    return entries[Number(childValue(list, "w:result") ?? childValue(list, "w:default") ?? 0)]?.attributes["w:val"] ?? "";
  }
  const box = child(form, "w:checkBox");
  if (!box) return "";
  return (toggle(box, "w:checked") ?? toggle(box, "w:default")) ? "☒" : "☐";
}

/** Of a drawing, text boxes, lettering and the words of a diagram are text; the rest is told of. */
function drawing(element: XmlElement, state: Walk): void {
  const { inline, reading } = state;
  for (const inner of element.children) {
    switch (inner.name) {
      case "w:txbxContent":
        inline.boxes.push(inner);
        break;
      case "mc:AlternateContent":
        alternatives(inner, state);
        break;
      case "v:textpath":
        inline.boxes.push(boxOf([inner.attributes["string"] ?? ""]));
        break;
      case "a:txBody":
        inline.boxes.push(boxOf(drawnLines(inner)));
        break;
      case "relIds":
        diagram(inner.attributes["r:dm"] ?? "", state);
        break;
      case "chart":
        reading.noticed.add("diagrams");
        break;
      case "OLEObject":
        reading.noticed.add("embedded_document");
        break;
      default:
        if (inner.name === "pic" || inner.name === "v:imagedata") reading.noticed.add("pictures");
        drawing(inner, state);
    }
  }
}

/** SmartArt: its words stand in a part of their own, one point after the other. */
function diagram(id: string, { inline, reading }: Walk): void {
  const xml = reading.related(id);
  const lines = xml === undefined ? [] : drawnLines(parseWord(xml));
  if (lines.length > 0) inline.boxes.push(boxOf(lines));
  else reading.noticed.add("diagrams");
}

function drawnLines(element: XmlElement): string[] {
  return findAll(element, "a:p")
    .map((line) =>
      findAll(line, "a:t")
        .map(({ text }) => text)
        .join(""),
    )
    .filter((line) => line.trim() !== "");
}

const elementOf = (name: string, children: XmlElement[], text = ""): XmlElement => ({ name, attributes: {}, children, text });

const boxOf = (lines: readonly string[]): XmlElement =>
  elementOf(
    "w:txbxContent",
    lines.map((line) => elementOf("w:p", [elementOf("w:r", [elementOf("w:t", [], line)])])),
  );
