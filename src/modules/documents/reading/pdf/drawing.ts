import { nfc } from "../../../../kernel/text.ts";
import { legacyDecoder } from "../legacy-fonts.ts";
import type { Rule, Word } from "../pages/page.ts";
import { textCursor, wordsOf, type Font, type Glyph, type Quarter } from "./glyphs.ts";
import { apply, matrixOf, times, type Matrix } from "./matrix.ts";
import type { Operators, PdfPage } from "./open.ts";

export type Drawing = {
  width: number;
  height: number;
  /** By how much the sheet was turned clockwise to have its lines level: wide tables are printed up the sheet. */
  turn: Quarter;
  words: Word[];
  /** Text set askew, such as a watermark: looked through for stamps, no part of the text. */
  askew: string[];
  rules: Rule[];
  /** Old fonts whose letters were converted. */
  legacyFonts: string[];
  /** Share (0–1) of the page that pictures cover. */
  pictured: number;
  /** Share (0–1) of its letters that draw nothing: the layer that scanners lay over a picture. */
  hidden: number;
};

/** A filled box thinner than this is a line. Points. */
const thin = 3;
const mostOperations = 400_000;
const mostRules = 6_000;

/** What a page shows: its words, the borders of its tables, how much of it is a picture. */
export async function drawingOf(page: PdfPage, operators: Operators): Promise<Drawing> {
  const { drawing, runs } = await drawingAt(page, operators, 0);
  return runs === 0 ? drawing : (await drawingAt(page, operators, ((360 - runs) % 360) as Quarter)).drawing;
}

/** With the direction in which nearly all of its lines run. */
async function drawingAt(page: PdfPage, operators: Operators, turn: Quarter): Promise<{ drawing: Drawing; runs: Quarter }> {
  const { transform, width, height } = page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const strokes = new Set<number>([
    operators.stroke,
    operators.closeStroke,
    operators.fillStroke,
    operators.eoFillStroke,
    operators.closeFillStroke,
  ]);
  const fills = new Set<number>([operators.fill, operators.eoFill, operators.fillStroke, operators.eoFillStroke]);
  const pictures = new Set<number>([operators.paintImageXObject, operators.paintInlineImageXObject, operators.paintImageMaskXObject]);
  const fonts = new Map<string, Font>();
  const fontOf = (id: string): Font => {
    const font = fonts.get(id) ?? readFont(page, id);
    fonts.set(id, font);
    return font;
  };
  const cursor = textCursor(operators, fontOf);
  const saved: Matrix[] = [];
  let matrix = matrixOf(transform);
  const rules: Rule[] = [];
  let pictured = 0;
  for (const [index, operator] of fnArray.slice(0, mostOperations).entries()) {
    const given = (argsArray[index] ?? []) as readonly unknown[];
    cursor.on(operator, given, matrix);
    if (operator === operators.save) saved.push(matrix);
    else if (operator === operators.restore || operator === operators.paintFormXObjectEnd || operator === operators.endAnnotation)
      matrix = saved.pop() ?? matrix;
    else if (operator === operators.transform) matrix = times(matrix, matrixOf(given));
    else if (operator === operators.paintFormXObjectBegin) {
      saved.push(matrix);
      if (given[0]) matrix = times(matrix, matrixOf(given[0]));
    } else if (operator === operators.beginAnnotation) {
      saved.push(matrix);
      matrix = times(times(matrix, matrixOf(given[2])), matrixOf(given[3]));
    } else if (pictures.has(operator)) pictured += shareOf(matrix, width * height);
    else if (operator === operators.constructPath && rules.length < mostRules) {
      const painted = Number(given[0]);
      const path = (given[1] as readonly unknown[] | null)?.[0];
      if (path instanceof Float32Array) rules.push(...rulesOf(path, matrix, strokes.has(painted), fills.has(painted)));
    }
  }
  const { shown, unseen } = cursor.counts;
  const onSheet = cursor.glyphs.filter(
    ({ left, right, baseline, size }) => size >= 2 && right > 0 && left < width && baseline > 0 && baseline < height + size,
  );
  const drawing: Drawing = {
    width,
    height,
    turn,
    words: wordsOf(
      onSheet.filter(({ runs }) => runs === 0),
      fonts,
    ),
    askew: watermarks(
      onSheet.filter(({ runs }) => runs !== 0),
      fonts,
    ),
    rules,
    legacyFonts: [...fonts.values()].filter(({ decode }) => decode).map(({ name }) => name),
    pictured,
    hidden: shown > 0 ? unseen / shown : 0,
  };
  return { drawing, runs: mostlyRun(onSheet) };
}

/** A watermark alone on a page has fewer letters. */
const fewLetters = 60;

function mostlyRun(glyphs: readonly Glyph[]): Quarter {
  const letters = glyphs.filter(({ isSpace }) => !isSpace);
  const quarters: readonly Quarter[] = [90, 180, 270];
  const share = (quarter: Quarter): number => letters.filter(({ runs }) => runs === quarter).length / letters.length;
  return letters.length < fewLetters ? 0 : (quarters.find((quarter) => share(quarter) > 0.6) ?? 0);
}

function readFont(page: PdfPage, id: string): Font {
  type Loaded = { name?: unknown; fontMatrix?: readonly number[]; vertical?: boolean } | null;
  let loaded: Loaded = null;
  try {
    loaded = page.commonObjs.get(id) as Loaded;
  } catch {
    // A font that could not be loaded; its text, if any, is judged by how it reads.
  }
  const name = (typeof loaded?.name === "string" ? loaded.name : "").replace(/^[A-Z]{6}\+/, "");
  const decode = legacyDecoder(name.replaceAll("_", " ").trim());
  return {
    name,
    bold: /bold|black|heavy|[-,]b(?:$|[^a-z])/i.test(name),
    unit: Math.abs(loaded?.fontMatrix?.[0] ?? 0.001) || 0.001,
    vertical: loaded?.vertical === true,
    ...(decode ? { decode } : {}),
  };
}

/** A watermark comes letter by letter; its words are looked for, so they are put together again. */
function watermarks(glyphs: readonly Glyph[], fonts: ReadonlyMap<string, Font>): string[] {
  const pieces: { text: string; font: string; last: Glyph }[] = [];
  for (const glyph of glyphs) {
    const open = pieces.at(-1);
    const far = open && Math.hypot(glyph.left - open.last.left, glyph.baseline - open.last.baseline) > 2.5 * glyph.size;
    if (open && !far && open.font === glyph.font) Object.assign(open, { text: open.text + glyph.text, last: glyph });
    else pieces.push({ text: glyph.text, font: glyph.font, last: glyph });
  }
  return pieces.map(({ text, font }) => nfc(fonts.get(font)?.decode?.(text) ?? text).trim()).filter((text) => text !== "");
}

function shareOf(matrix: Matrix, whole: number): number {
  const [[x, y], [right, bottom]] = [apply(matrix, 0, 0), apply(matrix, 1, 1)];
  return Math.abs((right - x) * (bottom - y)) / whole;
}

/** Path codes of the library: 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close, each followed by its numbers. */
const lengths: Record<number, number> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 };

function rulesOf(path: Float32Array, matrix: Matrix, stroked: boolean, filled: boolean): Rule[] {
  const rules: Rule[] = [];
  if (!stroked && !filled) return rules;
  let points: [number, number][] = [];
  const finish = (): void => {
    if (points.length > 1) rules.push(...(stroked ? straight(points) : flatBox(points)));
    points = [];
  };
  for (let at = 0; at < path.length && rules.length < mostRules;) {
    const code = path[at] ?? 4;
    const length = lengths[code] ?? 0;
    if (code === 0) finish();
    if (length > 0) points.push(apply(matrix, path[at + length - 1] ?? 0, path[at + length] ?? 0));
    else if (points[0]) points.push(points[0]);
    at += 1 + length;
  }
  finish();
  return rules;
}

const straight = (points: readonly [number, number][]): Rule[] =>
  points.slice(1).flatMap((point, index) => {
    const box = boxOf([points[index] ?? point, point]);
    return Math.min(box.right - box.left, box.bottom - box.top) < 1 ? [box] : [];
  });

function flatBox(points: readonly [number, number][]): Rule[] {
  const box = boxOf(points);
  return Math.min(box.right - box.left, box.bottom - box.top) <= thin ? [box] : [];
}

function boxOf(points: readonly [number, number][]): Rule {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
