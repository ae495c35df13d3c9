import type { NoteCode } from "../extracted.ts";
import { shownText } from "../lines/shown.ts";
import { Story } from "../lines/story.ts";
import { symbolText } from "../lines/symbols.ts";
import type { WordFile } from "./file.ts";
import type { Lists } from "./lists.ts";
import { type Character, characterOf, type ParagraphProperties, paragraphOf, plainCharacter, plainParagraph } from "./properties.ts";
import { type Piece, type Run, runAt } from "./runs.ts";
import type { Styles } from "./styles.ts";

/** What reading the parts of one file shares. */
export type Reading = {
  file: WordFile;
  pieces: Piece[];
  characters: Run[];
  paragraphs: Run[];
  styles: Styles;
  fonts: string[];
  lists: Lists;
  noticed: Set<NoteCode>;
  legacyFonts: Set<string>;
  /** Character position of a reference → id of its footnote. */
  footnoteAt: ReadonlyMap<number, string>;
};

/** Text of characters [from, to). `onDrawing` is told of every anchored drawing, while its paragraph is still open. */
export function readStory(reading: Reading, from: number, to: number, onDrawing?: (story: Story) => void): Story {
  return new StoryReader(reading, onDrawing).read(from, to);
}

const fixed: Record<string, string> = {
  "\u000b": "\n",
  "\u000e": "\f",
  "\u001e": "-",
  "\u001f": "",
};

class StoryReader {
  private readonly reading: Reading;
  private readonly onDrawing: ((story: Story) => void) | undefined;
  private readonly story = new Story();
  private readonly fields: ("code" | "result")[] = [];

  constructor(reading: Reading, onDrawing: ((story: Story) => void) | undefined) {
    this.reading = reading;
    this.onDrawing = onDrawing;
  }

  read(from: number, to: number): Story {
    const { pieces, characters, file } = this.reading;
    for (const piece of pieces) {
      let position = Math.max(from, piece.from);
      const end = Math.min(to, piece.to);
      while (position < end) {
        const at = piece.at + (position - piece.from) * piece.width;
        const run = runAt(characters, at);
        const length = Math.min(end - position, run ? Math.max(1, Math.ceil((run.to - at) / piece.width)) : 1);
        const character = run?.properties ? characterOf(run.properties) : plainCharacter;
        const bytes = file.document.all.subarray(at, at + length * piece.width);
        const text = new TextDecoder(piece.width === 1 ? "windows-1252" : "utf-16le", { ignoreBOM: true }).decode(bytes);
        this.run(text, character, position, at, piece.width);
        position += length;
      }
    }
    this.story.end();
    return this.story;
  }

  private run(text: string, character: Character, position: number, at: number, width: number): void {
    let begin = 0;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      // Letters in the body of the run are by far the most.
      if (code >= 0x20 && !character.special) continue;
      this.write(text.slice(begin, index), character, at);
      begin = index + 1;
      this.control(text.charAt(index), character, position + index, at + index * width, width);
    }
    this.write(text.slice(begin), character, at);
  }

  private write(text: string, character: Character, at: number): void {
    if (text === "" || this.fields.at(-1) === "code") return;
    const { reading, story } = this;
    if (character.deleted) {
      reading.noticed.add("tracked_changes");
      return;
    }
    if (character.inserted) reading.noticed.add("tracked_changes");
    const paragraphStyle = reading.styles.get(runAt(reading.paragraphs, at)?.style ?? 0);
    const style = character.style === undefined ? undefined : reading.styles.get(character.style);
    if (character.hidden ?? style?.hidden ?? paragraphStyle.hidden) {
      reading.noticed.add("hidden_text");
      return;
    }
    const font = reading.fonts[character.font ?? style?.font ?? paragraphStyle.font ?? -1];
    const capitals = character.capitals ?? style?.capitals ?? paragraphStyle.capitals;
    story.text += shownText(text, { capitals, font }, reading.legacyFonts);
  }

  private control(letter: string, character: Character, position: number, at: number, width: number): void {
    const { fields, reading, story } = this;
    switch (letter.charCodeAt(0)) {
      case 0x07:
      case 0x0d:
        return this.endParagraph(letter, character, at);
      case 0x09:
        return this.write("\t", { ...character, special: false }, at);
      case 0x0c:
        // The end of a section ends its paragraph; a page break may stand in the middle of one.
        if (runAt(reading.paragraphs, at)?.to === at + width && story.text !== "") return this.endParagraph(letter, character, at);
        return this.write("\f", character, at);
      case 0x13:
        fields.push("code");
        return;
      case 0x14:
        if (fields.length > 0) fields[fields.length - 1] = "result";
        return;
      case 0x15:
        fields.pop();
        return;
      case 0x01:
        if (character.special) reading.noticed.add("pictures");
        return;
      case 0x08:
        if (character.special && fields.at(-1) !== "code") this.onDrawing?.(story);
        return;
      case 0x02: {
        const id = reading.footnoteAt.get(position);
        if (id !== undefined) story.footnotes.push(id);
        return;
      }
      default: {
        const { symbol } = character;
        if (symbol)
          return this.write(symbolText(reading.fonts[symbol.font], symbol.code), { ...character, special: false, symbol: undefined }, at);
        const text = fixed[letter];
        if (text !== undefined) this.write(text, character, at);
        else if (letter >= " ") this.write(letter, character, at);
      }
    }
  }

  private endParagraph(letter: string, character: Character, at: number): void {
    const { story, reading, fields } = this;
    // A code never runs on into another paragraph; one that was not ended must not swallow the rest.
    while (fields.at(-1) === "code") fields.pop();
    const properties = this.properties(at);
    const depth = properties.depth ?? (properties.inTable ? 1 : 0);
    if (letter === "\u0007" && properties.endsRow) return story.endRow(Math.max(1, depth), properties.cells);
    if (properties.endsInnerRow && depth > 1) return story.endRow(depth, properties.cells);
    if (character.deleted && letter === "\r") {
      reading.noticed.add("tracked_changes");
      return;
    }
    story.label = this.label(properties);
    if (letter === "\u0007") story.endCell(Math.max(1, depth === 0 ? 1 : depth));
    else if (properties.endsInnerCell && depth > 1) story.endCell(depth);
    else story.endParagraph(depth);
  }

  private properties(at: number): ParagraphProperties & { style: number } {
    const { paragraphs, file } = this.reading;
    const run = runAt(paragraphs, at);
    if (!run?.properties) return { ...plainParagraph, style: run?.style ?? 0 };
    const own = paragraphOf(run.properties);
    if (own.hugeAt === undefined || own.hugeAt + 2 > file.data.length) return { ...own, style: run.style };
    return { ...paragraphOf(file.data.slice(own.hugeAt + 2, file.data.u16(own.hugeAt)), own), style: run.style };
  }

  private label({ list, level, style }: ParagraphProperties & { style: number }): string {
    const { styles, lists, noticed } = this.reading;
    const inherited = styles.get(style);
    const number = list ?? inherited.list ?? 0;
    // Zero takes the style's list away; the highest numbers stand for lists of Word 6.
    if (number === 0 || number > 0x7fe) {
      if (number > 0x7fe && number < 0xf801) noticed.add("numbering_lost");
      return "";
    }
    const label = lists.label(number, level ?? inherited.level ?? 0);
    if (label === undefined) noticed.add("numbering_lost");
    return label ?? "";
  }
}
