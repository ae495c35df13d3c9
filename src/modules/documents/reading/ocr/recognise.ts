import { nfc } from "../../../../kernel/text.ts";
import { gridsOf } from "../pages/grid.ts";
import { median, type Page, type Rule } from "../pages/page.ts";
import { isSyllable } from "../pages/vietnamese.ts";
import type { Engine, FoundWord } from "./engine.ts";
import { together, type AgreedWord } from "./together.ts";
import { padded, rotated, withoutFrame } from "./turning.ts";
import { cropped, evened, inkBox, inkIn, inkLevel, stacked, takeRules, type Grey, type Inks } from "./pixels.ts";
import { proofread } from "./words/proofread.ts";
import type { Readable } from "./words/shapes.ts";

/** What was recognised on one page. Lengths in points, as in a PDF's pages. */
export type RecognisedPage = Page & {
  /** Words pressed on in red: where a degree of secrecy would stand. */
  stamps: string[];
};

/** Surer than this is a word; what is below and is no syllable either is a speck, a signature, the edge of a seal. */
const leastSure = 0.3;

/** What the recogniser says about one picture, before anything is made of it; in its pixels. */
export type Readings = {
  width: number;
  height: number;
  dotsPerInch: number;
  rules: Rule[];
  scattered: FoundWord[];
  running: FoundWord[];
  /** Of cells in which the other two found nothing. */
  lone: FoundWord[];
  stamps: string[];
};

/** A picture of which the first reading is done: enough to tell whether it stands upright. */
export type Glanced = { picture: Grey; red: Grey | null; dotsPerInch: number; rules: Rule[]; scattered: FoundWord[] };

export async function glance(engine: Engine, inks: Inks, dotsPerInch: number): Promise<Glanced> {
  const picture = evened(inks.text);
  const rules = takeRules(picture, dotsPerInch);
  const red = inks.redShare > 0.0002 ? inks.red : null;
  return { picture, red, dotsPerInch, rules, scattered: await engine.read(picture, "scattered") };
}

/**
 * Reads an upright picture once more. Taken for running text its marks over letters are told apart better; taken for
 * scattered words no cell is overlooked and no space is lost. Where the two differ, a person is asked to look.
 */
export async function readAgain(engine: Engine, { picture, red, dotsPerInch, rules, scattered }: Glanced): Promise<Readings> {
  const running = scattered.length > 3 ? await engine.read(picture, "running") : [];
  const boxes = gridsOf(rules, []).flatMap(({ cells }) => cells);
  const lone = boxes.length > 0 ? await unreadCells(engine, picture, boxes, [...scattered, ...running]) : [];
  const stamps = red ? await stampsIn(engine, red) : [];
  return { width: picture.width, height: picture.height, dotsPerInch, rules, scattered, running, lone, stamps };
}

export function pageOf({ width, height, dotsPerInch, rules, scattered, running, lone, stamps }: Readings): RecognisedPage {
  const points = 72 / dotsPerInch;
  const scaled = ({ left, right, top, bottom }: Rule): Rule => ({
    left: left * points,
    right: right * points,
    top: top * points,
    bottom: bottom * points,
  });
  return {
    width: width * points,
    height: height * points,
    words: proofread(wordsFrom(measured([...together(scattered, running), ...lone]), points)),
    rules: rules.map((rule) => scaled(rule)),
    stamps,
  };
}

/** Cells with ink in which nothing was found: single figures are overlooked among scattered words. Read as one column. */
async function unreadCells(engine: Engine, picture: Grey, cells: readonly Rule[], found: readonly FoundWord[]): Promise<FoundWord[]> {
  const level = inkLevel(picture);
  const unread = cells
    .map(({ left, right, top, bottom }) => ({
      left: Math.ceil(left) + 3,
      right: Math.floor(right) - 3,
      top: Math.ceil(top) + 3,
      bottom: Math.floor(bottom) - 3,
    }))
    .filter((cell) => cell.right - cell.left > 12 && cell.bottom - cell.top > 12 && !found.some((word) => isIn(word, cell)))
    .flatMap((cell) => {
      const ink = inkBox(cropped(picture, cell), level);
      if (!ink || ink.bottom - ink.top < 10 || ink.right - ink.left > 400) return [];
      const box = { left: cell.left + ink.left, right: cell.left + ink.right, top: cell.top + ink.top, bottom: cell.top + ink.bottom };
      return inkIn(picture, box, level) > 0.05 ? [box] : [];
    })
    .slice(0, 120);
  if (unread.length === 0) return [];
  const { picture: column, tops } = stacked(
    unread.map((box) => cropped(picture, box)),
    28,
  );
  const words = await engine.read(column, "block");
  return unread.flatMap((box, index) => {
    const top = tops[index] ?? 0;
    const inside = words.filter(
      (word) => (word.top + word.bottom) / 2 >= top - 8 && (word.top + word.bottom) / 2 <= top + (box.bottom - box.top) + 8,
    );
    return inside.map((word) => ({ ...word, left: box.left, right: box.right, top: box.top, bottom: box.bottom, baseline: box.bottom }));
  });
}

const isIn = (word: FoundWord, { left, right, top, bottom }: Rule): boolean => {
  const [x, y] = [(word.left + word.right) / 2, (word.top + word.bottom) / 2];
  return x >= left && x <= right && y >= top && y <= bottom;
};

/** Figures are all of one width: a number that is too wide or too narrow for its figures has lost or won one, and is doubtful. */
function measured(words: readonly AgreedWord[]): AgreedWord[] {
  const widthIn = (text: string): number | null =>
    /^\d[\d./,-]*$/.test(text) ? [...text].reduce((sum, sign) => sum + (/\d/.test(sign) ? 1 : 0.53), 0) : null;
  const figure = median(
    words.flatMap(({ text, left, right }) => {
      const width = widthIn(text);
      return width !== null && width >= 2 ? [(right - left) / width] : [];
    }),
  );
  return words.map((word) => {
    const width = widthIn(word.text);
    const isOff = figure > 0 && width !== null && Math.abs((word.right - word.left) / figure - width) > 0.75;
    return isOff ? { ...word, confidence: Math.min(word.confidence, 0.7) } : word;
  });
}

function wordsFrom(found: readonly AgreedWord[], points: number): Readable[] {
  const tall = found.filter(({ text }) => /\p{L}{2}/u.test(text)).map(({ top, bottom }) => bottom - top);
  const usual = median(tall) || 20;
  return found.flatMap((word): Readable[] => {
    const text = nfc(word.text).replaceAll("⁄", "/");
    const height = word.bottom - word.top;
    // A real word has letters, and letters of the height that the page has; numbers and symbols are seldom sure.
    const isWord = /[\p{L}\d]{3}/u.test(text) || (text.length > 1 && isSyllable(text.replace(/[^\p{L}]/gu, "")));
    const isSpeck = word.confidence < leastSure && !(isWord && height > usual * 0.5 && height < usual * 2);
    if (isSpeck || height > usual * 4 || /^[|_~`'‘’°¬¦«»]+$/u.test(text)) return [];
    return [
      {
        text,
        left: word.left * points,
        right: word.right * points,
        baseline: word.baseline * points,
        // Boxes are as tall as the word's letters happen to be; the font is the same over the page but for headings.
        size: Math.max(0.7, Math.min(1.6, height / usual)) > 1.45 ? height * points : usual * points * 1.05,
        bold: false,
        confidence: word.confidence,
        ...(word.other === undefined ? {} : { other: nfc(word.other) }),
      },
    ];
  });
}

/** A stamp is pressed on askew: its ink is read by itself, at a few angles. */
async function stampsIn(engine: Engine, red: Grey): Promise<string[]> {
  const box = inkBox(red, 140);
  if (!box || box.right - box.left < 20 || box.bottom - box.top < 12) return [];
  const ink = padded(withoutFrame(cropped(red, box), 140), 30);
  const found: string[] = [];
  for (const degrees of [0, -7, 7, -14, 14]) {
    const words = await engine.read(degrees === 0 ? ink : rotated(ink, degrees), "scattered");
    found.push(...linesOf(words));
    if (found.some((line) => /m[ậaâăạắấ]t/iu.test(line))) break;
  }
  return found;
}

/** Words on one height, as a line of text. */
function linesOf(words: readonly FoundWord[]): string[] {
  const lines: FoundWord[][] = [];
  for (const word of words.toSorted((one, other) => one.baseline - other.baseline)) {
    const line = lines.at(-1);
    const last = line?.[0];
    if (line && last && Math.abs(word.baseline - last.baseline) < 0.5 * (word.bottom - word.top)) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) =>
    nfc(
      line
        .toSorted((one, other) => one.left - other.left)
        .map(({ text }) => text)
        .join(" "),
    ),
  );
}
