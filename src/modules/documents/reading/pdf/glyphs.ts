import { nfc } from "../../../../kernel/text.ts";
import type { Word } from "../pages/page.ts";
import { apply, times, type Matrix } from "./matrix.ts";
import type { Operators } from "./open.ts";

/** One letter as the page shows it. Points, from the top left corner of the page as it is viewed. */
export type Glyph = {
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
  font: string;
  isSpace: boolean;
  /** Where its line runs, in degrees clockwise; null for one that lies askew. */
  runs: Quarter | null;
};

export type Quarter = 0 | 90 | 180 | 270;

export type Font = { name: string; bold: boolean; unit: number; vertical: boolean; decode?: (text: string) => string };

/** What the library gives for a letter: its meaning and its width in the font's own units. */
type Given = { unicode?: unknown; width?: unknown; isSpace?: unknown; originalCharCode?: unknown };

/** Bound on the letters of a page; a page of print has some three thousand. */
const mostGlyphs = 60_000;

/**
 * Follows a page's text operators and says where each letter stands. The library's own text layer puts spaces where a
 * letter of another font fills the gap, and Vietnamese documents are full of letters that a font lacks.
 */
export function textCursor(operators: Operators, fontOf: (id: string) => Font) {
  const glyphs: Glyph[] = [];
  const saved: State[] = [];
  let state: State = { font: "", size: 0, spacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, mode: 0 };
  let [matrix, x, y, lineX, lineY]: [Matrix, number, number, number, number] = [[1, 0, 0, 1, 0, 0], 0, 0, 0, 0];
  const counts = { shown: 0, unseen: 0 };

  const move = (dx: number, dy: number): void => {
    [lineX, lineY] = [lineX + dx, lineY + dy];
    [x, y] = [lineX, lineY];
  };

  const show = (list: readonly (Given | number | null)[], page: Matrix): void => {
    const font = fontOf(state.font);
    const whole = times(page, matrix);
    const height = Math.hypot(whole[2], whole[3]) * Math.abs(state.size);
    const runs = quarterOf(whole[0] * Math.sign(state.size), whole[1] * Math.sign(state.size));
    for (const given of list) {
      if (typeof given === "number") {
        x -= (given * state.size * state.scale) / 1000;
        continue;
      }
      if (!given || glyphs.length >= mostGlyphs) continue;
      // `isSpace` says only that the code is 32, which in a cut-down font may be any letter.
      const isSpace = given.unicode === " " || given.unicode === "\u00a0";
      const spacing = state.spacing + (given.isSpace === true ? state.wordSpacing : 0);
      const advance = (Number(given.width ?? 0) * font.unit * state.size + spacing) * state.scale;
      const [left, baseline] = apply(whole, x, y + state.rise);
      const [right] = apply(whole, x + advance, y + state.rise);
      const text = meaningOf(given);
      const last = glyphs.at(-1);
      // A mark that is printed over its letter belongs to it, wherever it stands.
      if (/^\p{M}+$/u.test(text) && last && last.font === state.font) last.text += text;
      else if (text !== "")
        glyphs.push({
          text: font.decode ? text : ligatures(text),
          left: Math.min(left, right),
          right: Math.max(left, right),
          baseline,
          size: height,
          font: state.font,
          isSpace,
          runs,
        });
      x += advance;
      counts.shown += 1;
      if (state.mode === 3) counts.unseen += 1;
    }
  };

  const on = (operator: number, given: readonly unknown[], page: Matrix): void => {
    const number = (at: number): number => Number(given[at] ?? 0);
    switch (operator) {
      case operators.save:
        saved.push(state);
        break;
      case operators.restore:
        state = saved.pop() ?? state;
        break;
      case operators.beginText:
        [matrix, x, y, lineX, lineY] = [[1, 0, 0, 1, 0, 0], 0, 0, 0, 0];
        break;
      case operators.setFont:
        state = { ...state, font: String(given[0]), size: number(1) };
        break;
      case operators.setCharSpacing:
        state = { ...state, spacing: number(0) };
        break;
      case operators.setWordSpacing:
        state = { ...state, wordSpacing: number(0) };
        break;
      case operators.setHScale:
        state = { ...state, scale: number(0) / 100 };
        break;
      case operators.setLeading:
        state = { ...state, leading: -number(0) };
        break;
      case operators.setTextRise:
        state = { ...state, rise: number(0) };
        break;
      case operators.setTextRenderingMode:
        state = { ...state, mode: number(0) };
        break;
      case operators.moveText:
        move(number(0), number(1));
        break;
      case operators.setLeadingMoveText:
        state = { ...state, leading: number(1) };
        move(number(0), number(1));
        break;
      case operators.nextLine:
        move(0, state.leading);
        break;
      case operators.setTextMatrix: {
        const list = given[0] && typeof given[0] === "object" ? Array.from(given[0] as ArrayLike<number>) : given.map(Number);
        const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = list;
        [matrix, x, y, lineX, lineY] = [[a, b, c, d, e, f], 0, 0, 0, 0];
        break;
      }
      case operators.showText:
        if (Array.isArray(given[0])) show(given[0] as (Given | number | null)[], page);
        break;
    }
  };
  return { on, glyphs, counts };
}

/** In the old fonts this code is "ư"; everywhere else a hyphen is drawn for it. Which of the two is seen when the page has been read. */
export const hyphenOrU = "\u00ad";

function meaningOf({ unicode, originalCharCode }: Given): string {
  if (typeof unicode !== "string") return "";
  if (originalCharCode === 0xad && (unicode === "-" || unicode === hyphenOrU)) return hyphenOrU;
  return unicode.replaceAll("\u00ad", "");
}

function quarterOf(x: number, y: number): Quarter | null {
  if (Math.abs(y) <= 0.2 * Math.abs(x)) return x < 0 ? 180 : 0;
  if (Math.abs(x) > 0.2 * Math.abs(y)) return null;
  return y < 0 ? 270 : 90;
}

type State = {
  font: string;
  size: number;
  spacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
};

const ligatures = (text: string): string => (/[\ufb00-\ufb06]/.test(text) ? text.normalize("NFKC") : text);

/** Letters as words: parted by the file's own spaces, and by a gap that only a space can leave. */
export function wordsOf(glyphs: readonly Glyph[], fonts: ReadonlyMap<string, Font>): Word[] {
  const words: Word[] = [];
  for (const line of linesOf(glyphs)) {
    let open: { letters: Glyph[]; right: number } | null = null;
    const close = (): void => {
      if (open) words.push(...wordOf(open.letters, fonts));
      open = null;
    };
    const recent: Glyph[] = [];
    for (const glyph of line) {
      if (glyph.isSpace) {
        close();
        continue;
      }
      // Some programs print bold by printing twice, a hair apart.
      if (recent.some((other) => other.text === glyph.text && Math.abs(other.left - glyph.left) < 0.05 * glyph.size)) continue;
      recent.push(glyph);
      if (recent.length > 4) recent.shift();
      if (open && glyph.left - open.right > 0.14 * glyph.size) close();
      if (open) {
        open.letters.push(glyph);
        open.right = Math.max(open.right, glyph.right);
      } else open = { letters: [glyph], right: glyph.right };
    }
    close();
  }
  return words;
}

function wordOf(letters: readonly Glyph[], fonts: ReadonlyMap<string, Font>): Word[] {
  const decode = fonts.get(letters[0]?.font ?? "")?.decode;
  const spelled = letters.map(({ text }) => text).join("");
  const text = nfc(decode ? decode(spelled) : spelled).replace(/[\u200b\ufeff]/gu, "");
  const first = letters[0];
  if (!first || text.trim() === "") return [];
  return [
    {
      text,
      left: Math.min(...letters.map(({ left }) => left)),
      right: Math.max(...letters.map(({ right }) => right)),
      baseline: first.baseline,
      size: Math.max(...letters.map(({ size }) => size)),
      bold: letters.filter(({ font }) => fonts.get(font)?.bold).length * 2 > letters.length,
      confidence: null,
    },
  ];
}

/** Letters on one baseline from left to right; the file's order is that of fonts, not of reading. */
function linesOf(glyphs: readonly Glyph[]): Glyph[][] {
  const lines: { baseline: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of glyphs.toSorted((one, other) => one.baseline - other.baseline)) {
    const line = lines.at(-1);
    if (line && glyph.baseline - line.baseline < 0.25 * Math.max(line.size, glyph.size)) line.glyphs.push(glyph);
    else lines.push({ baseline: glyph.baseline, size: glyph.size, glyphs: [glyph] });
  }
  return lines.map((line) => line.glyphs.toSorted((one, other) => one.left - other.left));
}
