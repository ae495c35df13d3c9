import type { NoteCode } from "../extracted.ts";
import { type Block, type BlockCell, paragraph } from "../lines/blocks.ts";
import { formatNumber } from "../lines/number-formats.ts";
import { shownText } from "../lines/shown.ts";
import { bulletText } from "../lines/symbols.ts";
import { refuse } from "../refusals.ts";
import { attribute, type Element, elementOf } from "./nodes.ts";
import { lookOf, type Sheet } from "./style.ts";

/** Nothing of these is text of the page. */
const skipped = new Set(
  "head script style noscript template iframe object embed svg math canvas audio video map select textarea button input nav dialog rt rp".split(
    " ",
  ),
);

/** Of these, what holds something that a reader of the page sees. */
const untold: Record<string, NoteCode> = {
  iframe: "embedded_document",
  object: "embedded_document",
  embed: "embedded_document",
  svg: "diagrams",
  math: "diagrams",
  canvas: "diagrams",
};

const blockLevel = new Set(
  (
    "p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table caption blockquote pre section article aside header footer main center address form fieldset " +
    "legend figure figcaption details summary hr dir menu body"
  ).split(" "),
);

/** Pages nest some dozens deep, with tags left open some hundreds. */
const deepest = 1_000;

/** What an element passes on to those inside it. */
type Inherited = { font: string | undefined; capitals: boolean; preserved: boolean; list: List | undefined; depth: number };
type List = { type: string; next: number };

export class PageWalk {
  blocks: Block[] = [];
  readonly margins: { header: boolean; blocks: Block[] }[] = [];
  readonly footnotes = new Map<string, Block[]>();
  readonly legacyFonts = new Set<string>();
  private readonly sheet: Sheet;
  private readonly noticed: Set<NoteCode>;
  private text = "";
  private label = "";
  private notes: string[] = [];
  /** Layout's white space is waiting to see whether a word follows it. */
  private blank = false;
  private broken = false;

  constructor(sheet: Sheet, noticed: Set<NoteCode>) {
    this.sheet = sheet;
    this.noticed = noticed;
  }

  read(root: Element): void {
    this.element(root, { font: undefined, capitals: false, preserved: false, list: undefined, depth: 0 });
    this.endParagraph();
  }

  private element(element: Element, above: Inherited): void {
    if (above.depth > deepest) throw refuse.damaged();
    const name = element.tagName;
    if (skipped.has(name)) {
      const told = untold[name];
      if (told) this.noticed.add(told);
      return;
    }
    const look = lookOf(element, this.sheet);
    if (look.hidden) {
      this.noticed.add("hidden_text");
      return;
    }
    const inherited: Inherited = {
      font: look.font ?? above.font,
      capitals: look.capitals ?? above.capitals,
      preserved: look.preserved ?? above.preserved,
      list: above.list,
      depth: above.depth + 1,
    };
    if (look.mso.includes("mso-list:ignore")) return this.wordLabel(element, inherited);
    if (look.mso.includes("mso-element:comment")) {
      this.noticed.add("comments");
      return;
    }
    if (this.aside(element, look.mso, inherited)) return;
    switch (name) {
      case "br":
        this.text += "\n";
        this.blank = false;
        this.broken = true;
        return;
      case "img":
        this.noticed.add("pictures");
        return;
      case "del":
        this.noticed.add("tracked_changes");
        return;
      case "ins":
        this.noticed.add("tracked_changes");
        break;
      case "ol":
      case "ul":
      case "menu":
      case "dir":
        inherited.list = listOf(element, look.listType);
        break;
      case "li":
        return this.item(element, inherited);
      case "table":
        return this.table(element, inherited);
      default:
    }
    if (!blockLevel.has(name)) return this.children(element, inherited);
    this.endParagraph();
    this.broken = false;
    this.children(element, inherited);
    this.endParagraph(name === "p" && this.label === "");
  }

  private children(element: Element, inherited: Inherited): void {
    for (const node of element.childNodes) {
      if (node.nodeName === "#text" && "value" in node) this.write(node.value, inherited);
      else if ("data" in node) this.lettering(node.data);
      else {
        const inner = elementOf(node);
        if (inner) this.element(inner, inherited);
      }
    }
  }

  /** Word keeps its drawings in comments that only Word reads; lettering there is looked through for stamps. */
  private lettering(comment: string): void {
    for (const [, words = ""] of comment.slice(0, 200_000).matchAll(/<v:textpath\b[^>]{0,2000}?\sstring="([^"]{1,200})"/gi)) {
      this.margins.push({ header: false, blocks: [paragraph(words)] });
    }
  }

  private write(text: string, { font, capitals, preserved }: Inherited): void {
    const plain = preserved ? text.replaceAll("\r\n", "\n") : text.replace(/[ \t\r\n\f]+/g, " ");
    if (plain === "") return;
    const shown = shownText(plain, { font, capitals }, this.legacyFonts);
    if (preserved) {
      this.text += shown;
      return;
    }
    const opens = this.text === "" || this.text.endsWith("\n");
    if ((this.blank || shown.startsWith(" ")) && !opens) this.text += " ";
    this.text += shown.trim() === "" && shown.startsWith(" ") ? "" : shown.replace(/^ | $/g, "");
    this.blank = shown.endsWith(" ") && (shown !== " " || this.blank || !opens) && !(shown === " " && this.text.endsWith(" "));
  }

  /** `always`: an empty one is a line too, when the page shows one. */
  private endParagraph(always = false): void {
    const text = this.text.replace(/\n$/, "");
    const blank = text.trim() === "";
    // A label stands before the first words of its item, in whatever element those are.
    if (blank && this.label !== "" && !always) return;
    const empty = blank && this.label === "";
    if (!empty || (always && (this.broken || this.text !== ""))) this.blocks.push(paragraph(this.label + (empty ? "" : text), this.notes));
    this.text = "";
    this.label = "";
    this.notes = [];
    this.blank = false;
    this.broken = false;
  }

  private item(element: Element, inherited: Inherited): void {
    this.endParagraph();
    const { list } = inherited;
    if (list) {
      const value = Number.parseInt(attribute(element, "value") ?? "", 10);
      if (Number.isInteger(value)) list.next = value;
      // An item that only wraps another list shows no label of its own.
      const first = element.childNodes.map(elementOf).find((node) => node !== undefined);
      const wraps =
        /^(ol|ul)$/.test(first?.tagName ?? "") && !element.childNodes.some((node) => "value" in node && node.value.trim() !== "");
      if (!wraps) this.label = labelOf(list);
    }
    this.children(element, inherited);
    this.endParagraph(this.label !== "");
  }

  /** Word writes the label that it has computed, padded with blanks. */
  private wordLabel(element: Element, inherited: Inherited): void {
    const outside = this.text;
    this.text = "";
    this.blank = false;
    this.children(element, inherited);
    const label = this.text.replace(/[\s\u00a0]+/g, " ").trim();
    const font = /symbol|wingdings/i.exec(attribute(element.childNodes.map(elementOf).find(Boolean) ?? element, "style") ?? "")?.[0];
    this.text = outside + (label === "" ? "" : `${[...label].length === 1 ? bulletText(label, font ?? inherited.font) : label} `);
    this.blank = false;
  }

  /** Page headers, footers and footnotes, which stand at the end or the beginning of the page in HTML. */
  private aside(element: Element, mso: string, inherited: Inherited): boolean {
    const id = attribute(element, "id") ?? "";
    const title = element.tagName === "div" ? attribute(element, "title") : undefined;
    const target = (attribute(element, "href") ?? "").replace(/^#/, "");
    if (
      element.tagName === "a" &&
      /^(_(ftn|edn)\d+|sd(foot|end)note\d+sym)$/.test(target) &&
      /ref|anc/.test(attribute(element, "name") ?? "")
    ) {
      this.notes.push(target.replace(/sym$/, ""));
      return true;
    }
    const note =
      /^(sd(?:foot|end)note\d+)$/.exec(id)?.[1] ??
      (mso.includes("mso-element:footnote;") || mso.endsWith("mso-element:footnote") ? `_${id}` : undefined);
    const margin = title === "header" || title === "footer" || /mso-element:(header|footer)/.test(mso);
    if (note === undefined && !margin) return false;
    const around = { blocks: this.blocks, text: this.text, label: this.label, notes: this.notes, blank: this.blank, broken: this.broken };
    Object.assign(this, { blocks: [], text: "", label: "", notes: [], blank: false, broken: false });
    this.children(element, inherited);
    this.endParagraph();
    const { blocks } = this;
    Object.assign(this, around);
    if (note === undefined) this.margins.push({ header: title === "header" || mso.includes("header"), blocks });
    else this.footnotes.set(note, blocks);
    return true;
  }

  private table(element: Element, inherited: Inherited): void {
    this.endParagraph();
    const outer = this.blocks;
    const rows: BlockCell[][] = [];
    const walkRows = (parent: Element): void => {
      for (const node of parent.childNodes) {
        const inner = elementOf(node);
        if (inner?.tagName === "tr") rows.push(this.cells(inner, inherited));
        else if (inner && /^(thead|tbody|tfoot)$/.test(inner.tagName)) walkRows(inner);
        else if (inner?.tagName === "caption") this.element(inner, inherited);
      }
    };
    walkRows(element);
    this.blocks = outer;
    if (rows.length > 0) this.blocks.push({ is: "table", rows });
  }

  private cells(row: Element, inherited: Inherited): BlockCell[] {
    const outer = this.blocks;
    const cells = row.childNodes.flatMap((node): BlockCell[] => {
      const cell = elementOf(node);
      if (cell?.tagName !== "td" && cell?.tagName !== "th") return [];
      const look = lookOf(cell, this.sheet);
      this.blocks = [];
      this.children(cell, { ...inherited, font: look.font ?? inherited.font, list: undefined, depth: inherited.depth + 2 });
      this.endParagraph();
      const span = (name: string): number => Number.parseInt(attribute(cell, name) ?? "1", 10);
      return [{ columnSpan: span("colspan"), rowSpan: span("rowspan"), blocks: this.blocks }];
    });
    this.blocks = outer;
    return cells;
  }
}

function listOf(element: Element, css: string | undefined): List {
  const start = Number.parseInt(attribute(element, "start") ?? "1", 10);
  const type = attribute(element, "type");
  const named = css === undefined ? undefined : (cssTypes[css.toLowerCase().split(/\s/)[0] ?? ""] ?? quoted(css));
  const plain = element.tagName === "ol" ? "decimal" : "-";
  return { type: named ?? (element.tagName === "ol" ? (types[type ?? ""] ?? plain) : plain), next: Number.isInteger(start) ? start : 1 };
}

const types: Record<string, string> = { "1": "decimal", a: "lowerLetter", A: "upperLetter", i: "lowerRoman", I: "upperRoman" };

const cssTypes: Record<string, string> = {
  none: "none",
  decimal: "decimal",
  "decimal-leading-zero": "decimalZero",
  "lower-alpha": "lowerLetter",
  "lower-latin": "lowerLetter",
  "upper-alpha": "upperLetter",
  "upper-latin": "upperLetter",
  "lower-roman": "lowerRoman",
  "upper-roman": "upperRoman",
  // Official documents have dashes where web pages draw dots.
  disc: "-",
  circle: "-",
  square: "-",
};

/** `list-style-type: "+ "` draws just that. */
function quoted(css: string): string | undefined {
  const mark = /^["'](.{1,5}?)\s*["']/.exec(css)?.[1]?.trim();
  return mark === undefined || mark === "" ? undefined : mark;
}

function labelOf(list: List): string {
  const { type } = list;
  if (type === "none") return "";
  if (Object.values(types).includes(type) || type === "decimalZero") {
    // HTML cannot say which sign follows; official documents write "a)" and nothing else after a letter.
    const label = `${formatNumber(list.next, type)}${type === "lowerLetter" ? ")" : "."} `;
    list.next += 1;
    return label;
  }
  return `${type} `;
}
