import type { Limits, NoteCode } from "../extracted.ts";
import { shownText } from "../lines/shown.ts";
import { bulletText } from "../lines/symbols.ts";
import { refuse } from "../refusals.ts";
import { decodeBytes, type Font } from "./fonts.ts";
import { paragraph } from "../lines/blocks.ts";
import { type CellShape, Story } from "../lines/story.ts";
import { type Token, tokensOf } from "./tokens.ts";

/**
 * Where text of a group goes: `skip` nowhere, `label` before its paragraph, `fonts` into the table of fonts, `property` and
 * `value` into what a shape says of itself.
 */
type Destination = "text" | "skip" | "label" | "fonts" | "shape" | "property" | "value";

/** What a group inherits and gives back at its end. */
type Group = {
  destination: Destination;
  font: number | undefined;
  hidden: boolean;
  deleted: boolean;
  capitals: boolean;
  /** Characters that follow \u for old readers. */
  fallback: number;
  /** A story of its own that ends with the group. */
  own: Story | undefined;
  onEnd: ((story: Story) => void) | undefined;
};

/** Far beyond any program's nesting; kept in an array, not on the stack. */
const deepest = 5_000;

/** Words of lettering are few; other properties of a shape may be long. */
const longestValue = 1_000;

/** Tables deeper than any page could show. */
const deepestTable = 8;

/** Everything here says nothing that a reader of the page sees. Destinations marked \* that are not known are left out anyway. */
const skipped = new Set(
  (
    "colortbl stylesheet info pict objdata themedata colorschememapping datastore listtable listoverridetable revtbl rsidtbl generator " +
    "xmlnstbl fldinst bkmkstart bkmkend annotation atnid atnauthor atntime atnicn atnref latentstyles mmathPr pgdsctbl shprslt nonshppict " +
    "nonesttables filetbl falt panose fontemb datafield formfield comment xe tc rxe private userprops ftnsep ftnsepc aftnsep aftnsepc " +
    "pgptbl docvar wgrffmtfilter passwordhash"
  ).split(" "),
);

/** Destinations marked \* that do hold something. */
const marked = new Set(["shpinst", "shppict", "nesttableprops", "listtext", "pntext", "footnote", "shptxt", "fldrslt", "do"]);

const characters: Record<string, string> = {
  tab: "\t",
  line: "\n",
  lbr: "\n",
  page: "\f",
  column: "\f",
  emdash: "—",
  endash: "–",
  bullet: "•",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  emspace: " ",
  enspace: " ",
  qmspace: " ",
  "~": "\u00a0",
  // Word shows a hyphen; a special character here would keep "KH‑UBND" from being found as "KH-UBND".
  _: "-",
  "\\": "\\",
  "{": "{",
  "}": "}",
  "\t": "\t",
};

export class RtfReader {
  readonly body = new Story();
  readonly margins: { name: string; story: Story }[] = [];
  readonly footnotes = new Map<string, Story>();
  readonly noticed = new Set<NoteCode>();
  readonly legacyFonts = new Set<string>();
  private readonly limits: Limits;
  private readonly fonts = new Map<number, Font>();
  private readonly groups: Group[] = [];
  private codePage = 1252;
  private defaultFont: number | undefined;
  /** Letters waiting to be decoded: bytes in the font's code page, or text that is Unicode already. */
  private bytes: number[] = [];
  private toSkip = 0;
  private starred = false;
  private story = this.body;
  private characterCount = 0;
  private inTable = false;
  private depth: number | undefined;
  private listed = false;
  private shapes: CellShape[] = [];
  private shape = { joinsLeft: false, joinsAbove: false };
  /** Of the drawn shape that is being read: what it says last of itself. */
  private said = { property: "", value: "" };

  constructor(limits: Limits) {
    this.limits = limits;
  }

  read(rtf: string): this {
    let root = 0;
    for (const token of tokensOf(rtf)) {
      if (root === 2) break;
      this.take(token);
      if (this.groups.length > 0) root = 1;
      else if (root === 1) root = 2;
    }
    // An end that never came: the rest of the file is missing.
    if (root !== 2) throw refuse.damaged();
    this.body.end();
    return this;
  }

  private get group(): Group {
    const group = this.groups.at(-1);
    if (!group) throw refuse.damaged();
    return group;
  }

  private take(token: Token): void {
    switch (token.is) {
      case "open": {
        this.flush();
        if (this.groups.length >= deepest) throw refuse.damaged();
        const above = this.groups.at(-1) ?? initial;
        this.groups.push({ ...above, own: undefined, onEnd: undefined });
        this.toSkip = 0;
        this.starred = false;
        return;
      }
      case "close":
        return this.closeGroup();
      case "byte":
        if (this.toSkip > 0) this.toSkip -= 1;
        else if (this.group.destination !== "skip") this.bytes.push(token.code);
        return;
      case "text":
        return this.takeText(token.text);
      case "word":
        this.word(token.name, token.value);
    }
  }

  private closeGroup(): void {
    this.flush();
    const group = this.groups.pop();
    this.toSkip = 0;
    if (group?.destination === "value") this.endValue();
    if (!group?.own) return;
    group.own.end();
    group.onEnd?.(group.own);
  }

  /** Lettering and watermarks are shapes whose words are a property of theirs. */
  private endValue(): void {
    const { property, value } = this.said;
    if (property.trim() === "gtextUNICODE" && value.trim() !== "") this.story.boxes.push(paragraph(value.trim()));
    this.said = { property: "", value: "" };
  }

  private takeText(text: string): void {
    const shown = this.toSkip > 0 ? text.slice(this.toSkip) : text;
    this.toSkip = Math.max(0, this.toSkip - text.length);
    if (this.group.destination === "skip") return;
    for (let at = 0; at < shown.length; at += 1) this.bytes.push(shown.charCodeAt(at));
  }

  private flush(): void {
    if (this.bytes.length === 0) return;
    const bytes = this.bytes;
    this.bytes = [];
    const { font, destination } = this.group;
    // In pieces, because a call takes only so many arguments.
    for (let at = 0; at < bytes.length; at += 10_000) {
      const piece = bytes.slice(at, at + 10_000);
      if (destination === "fonts") this.nameFont(String.fromCharCode(...piece));
      else this.write(decodeBytes(piece, this.fonts.get(font ?? -1), this.codePage));
    }
  }

  private nameFont(text: string): void {
    const font = this.fonts.get(this.group.font ?? -1);
    if (font) font.name = (font.name + text).replace(/;.*$/s, "").slice(0, 100).trimStart();
  }

  private write(text: string): void {
    const { destination, hidden, deleted, capitals, font } = this.group;
    if (destination === "skip" || destination === "fonts" || destination === "shape" || text === "") return;
    if (destination === "property" || destination === "value") {
      if (this.said[destination].length < longestValue) this.said[destination] += text;
      return;
    }
    if (deleted || hidden) {
      this.noticed.add(deleted ? "tracked_changes" : "hidden_text");
      return;
    }
    this.characterCount += text.length;
    if (this.characterCount > this.limits.characters) throw refuse.tooLong();
    const name = this.fonts.get(font ?? -1)?.name;
    if (destination === "label") {
      const bullet =
        text.trim().length === 1
          ? bulletText(text, name) + (/\s$/.test(text) ? " " : "")
          : shownText(text, { capitals, font: name }, this.legacyFonts);
      this.story.label = `${(this.story.label + bullet).trimEnd()} `.trimStart();
    } else this.story.text += shownText(text, { capitals, font: name }, this.legacyFonts);
  }

  private word(name: string, value: number | undefined): void {
    if (name === "*") {
      this.starred = true;
      return;
    }
    if (name === "u" && value !== undefined) return this.unicode(value);
    if (this.toSkip > 0) {
      this.toSkip -= 1;
      return;
    }
    this.flush();
    const starred = this.starred;
    this.starred = false;
    const { group } = this;
    if (group.destination === "skip") return;
    if (skipped.has(name) || (starred && !marked.has(name))) {
      if (name === "pict") this.noticed.add("pictures");
      if (name === "annotation") this.noticed.add("comments");
      group.destination = "skip";
      return;
    }
    const character = characters[name];
    if (character !== undefined) return this.write(character);
    if (name === "-" || name === "|" || name === ":") return;
    this.control(name, value, group);
  }

  private unicode(value: number): void {
    this.flush();
    if (this.group.destination === "skip") return;
    const code = value < 0 ? value + 65_536 : value;
    if (code > 0 && code <= 0xffff) this.write(String.fromCharCode(code));
    this.toSkip = this.group.fallback;
  }

  private control(name: string, value: number | undefined, group: Group): void {
    const on = value !== 0;
    switch (name) {
      case "ansicpg":
        this.codePage = value ?? 1252;
        return;
      case "deff":
        this.defaultFont = value;
        return;
      case "fonttbl":
        group.destination = "fonts";
        return;
      case "f":
        group.font = value;
        if (group.destination === "fonts" && value !== undefined) this.fonts.set(value, { name: "", charset: undefined });
        return;
      case "fcharset": {
        const font = this.fonts.get(group.font ?? -1);
        if (font && group.destination === "fonts") font.charset = value;
        return;
      }
      case "uc":
        group.fallback = Math.min(Math.max(value ?? 1, 0), 10);
        return;
      case "plain":
        Object.assign(group, { hidden: false, deleted: false, capitals: false, font: this.defaultFont });
        return;
      case "v":
        group.hidden = on;
        return;
      case "caps":
        group.capitals = on;
        return;
      case "deleted":
        group.deleted = on;
        if (on) this.noticed.add("tracked_changes");
        return;
      case "revised":
        this.noticed.add("tracked_changes");
        return;
      case "object":
        this.noticed.add("embedded_document");
        return;
      case "listtext":
      case "pntext":
        group.destination = "label";
        return;
      default:
        if (!this.block(name, value)) this.special(name, group);
    }
  }

  /** Destinations with a story of their own. */
  private special(name: string, group: Group): void {
    if (/^(header|footer)[lrf]?$/.test(name)) {
      this.begin(group, (story) => this.margins.push({ name, story }));
    } else if (name === "footnote") {
      const id = String(this.footnotes.size + 1);
      this.story.footnotes.push(id);
      this.begin(group, (story) => this.footnotes.set(id, story));
    } else if (name === "shptxt" || name === "dptxbxtext") {
      const around = this.story;
      this.begin(group, (story) => around.boxes.push(...story.blocks));
    } else if (name === "shpinst" || name === "do") group.destination = "shape";
    else if (name === "sn" || name === "sv") {
      const into = name === "sn" ? "property" : "value";
      group.destination = into;
      this.said[into] = "";
    }
  }

  private begin(group: Group, onEnd: (story: Story) => void): void {
    const around = { story: this.story, inTable: this.inTable, depth: this.depth, listed: this.listed, shapes: this.shapes };
    group.own = new Story();
    group.destination = "text";
    group.onEnd = (story) => {
      Object.assign(this, around);
      onEnd(story);
    };
    Object.assign(this, { story: group.own, inTable: false, depth: undefined, listed: false, shapes: [] });
  }

  /** Paragraphs, cells and rows; true when `name` was one of them. */
  private block(name: string, value: number | undefined): boolean {
    const { story } = this;
    switch (name) {
      case "pard":
        this.inTable = false;
        this.depth = undefined;
        this.listed = false;
        return true;
      case "intbl":
        this.inTable = value !== 0;
        return true;
      case "itap":
        this.depth = Math.min(Math.max(value ?? 0, 0), deepestTable);
        return true;
      case "ls":
        this.listed = value !== undefined && value > 0;
        return true;
      case "par":
      case "sect":
        if (this.group.deleted || (name === "sect" && story.text === "" && story.label === "")) return true;
        // Old lists and LibreOffice write every label; a list without one was left to the reader to count.
        if (this.listed && story.label === "" && story.text.trim() !== "") this.noticed.add("numbering_lost");
        story.endParagraph(this.depthNow());
        return true;
      case "cell":
        story.endCell(1);
        return true;
      case "nestcell":
        story.endCell(Math.max(2, this.depthNow()));
        return true;
      case "row":
        story.endRow(1, this.shapes);
        return true;
      case "nestrow":
        story.endRow(Math.max(2, this.depthNow()), this.shapes);
        return true;
      default:
        return this.rowShape(name, value);
    }
  }

  private depthNow(): number {
    return this.depth ?? (this.inTable ? 1 : 0);
  }

  private rowShape(name: string, value: number | undefined): boolean {
    switch (name) {
      case "trowd":
        this.shapes = [];
        this.shape = { joinsLeft: false, joinsAbove: false };
        return true;
      case "clmrg":
        this.shape.joinsLeft = true;
        return true;
      case "clvmrg":
        this.shape.joinsAbove = true;
        return true;
      case "cellx":
        this.shapes.push({ right: value ?? 0, ...this.shape });
        this.shape = { joinsLeft: false, joinsAbove: false };
        return true;
      default:
        return false;
    }
  }
}

const initial: Group = {
  destination: "text",
  font: undefined,
  hidden: false,
  deleted: false,
  capitals: false,
  fallback: 1,
  own: undefined,
  onEnd: undefined,
};
