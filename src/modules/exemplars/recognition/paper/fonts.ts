import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Be Vietnam Pro, as the staff application uses it. It comes in three files by letters, so a text is set in runs, each in the file
 * that holds its letters; together they hold every Vietnamese letter with its marks.
 */
const parts = ["latin", "vietnamese", "latin-ext"] as const;
type Part = (typeof parts)[number];

export const faces = ["regular", "italic", "bold"] as const;
export type Face = (typeof faces)[number];
const files: Record<Face, string> = { regular: "400-normal", italic: "400-italic", bold: "700-normal" };

/** First and last letter of what a file holds, as the package's unicode.json states it. */
type Range = readonly [number, number];
const vietnamese: readonly Range[] = [
  [0x102, 0x103],
  [0x110, 0x111],
  [0x128, 0x129],
  [0x168, 0x169],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x300, 0x323],
  [0x1ea0, 0x1ef9],
  [0x20ab, 0x20ab],
];
const latin: readonly Range[] = [
  [0x0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2bb, 0x2dc],
  [0x2000, 0x206f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2191, 0x2193],
  [0x2212, 0x2215],
];
const among = (ranges: readonly Range[], letter: number): boolean => ranges.some(([from, to]) => letter >= from && letter <= to);

export const nameOf = (face: Face, part: Part): string => `${face} ${part}`;

/** Name and content of every file, read once. */
let loaded: { name: string; content: Buffer }[] | null = null;
export function fontFiles(): { name: string; content: Buffer }[] {
  loaded ??= faces.flatMap((face) =>
    parts.map((part) => ({
      name: nameOf(face, part),
      content: readFileSync(
        fileURLToPath(import.meta.resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${part}-${files[face]}.woff`)),
      ),
    })),
  );
  return loaded;
}

function partOf(letter: string): Part {
  const point = letter.codePointAt(0) ?? 0;
  return among(latin, point) ? "latin" : among(vietnamese, point) ? "vietnamese" : "latin-ext";
}

/** A text cut where its letters change from one file to another. */
export function runsOf(text: string): { part: Part; text: string }[] {
  const runs: { part: Part; text: string }[] = [];
  for (const letter of text.normalize("NFC")) {
    const part = partOf(letter);
    const last = runs.at(-1);
    if (last?.part === part) last.text += letter;
    else runs.push({ part, text: letter });
  }
  return runs;
}
