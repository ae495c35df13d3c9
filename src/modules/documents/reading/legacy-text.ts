import type { Extracted } from "./extracted.ts";
import { type Decoder, decodeTcvn3, decodeVni } from "./legacy-fonts.ts";
import { say } from "./messages.ts";

/** Letters that only Unicode Vietnamese has: a line with one of them is right already. */
const modern = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|\p{M}/u;
const accented = /[\u00a1-\u00ff]/;

const common = /(?<!\p{L})(của|và|các|được|thực hiện|nhiệm vụ|kế hoạch|số|ngày|tháng|năm|ủy ban|nhân dân|việt nam|độc lập|về)(?!\p{L})/giu;

/** How many of the commonest words of official documents a text has. */
export function commonWords(text: string): number {
  return text.slice(0, 100_000).match(common)?.length ?? 0;
}

const decoders: readonly { name: string; decode: Decoder }[] = [
  { name: "TCVN3 (ABC)", decode: decodeTcvn3 },
  { name: "VNI", decode: decodeVni },
];

/**
 * Text whose old font was lost on the way (pasted, printed to PDF, saved by another program) still holds the font's
 * codes: "céng hßa x· héi". Lines that become Vietnamese are converted, the others stay as they are.
 */
export function unicodeOf(extracted: Extracted): Extracted {
  const old = extracted.lines.filter(isOld).join("\n");
  if (old === "") return extracted;
  const before = commonWords(old);
  const best = decoders
    .map(({ name, decode }) => ({ name, decode, score: commonWords(decode(old)) }))
    .toSorted((one, other) => other.score - one.score)[0];
  if (!best || best.score < Math.max(3, 2 * before + 1)) return extracted;
  const mend = (text: string): string =>
    text === ""
      ? text
      : text
          .split("\n")
          .map((line) => (isOld(line) ? best.decode(line) : line))
          .join("\n");
  const lines = extracted.lines.map(mend);
  return {
    ...extracted,
    text: lines.join("\n"),
    lines,
    tables: extracted.tables.map((table) => ({
      ...table,
      rows: table.rows.map(({ cells }) => ({ cells: cells.map((cell) => ({ ...cell, text: mend(cell.text) })) })),
    })),
    footnotes: extracted.footnotes.map(({ line, text }) => ({ line, text: mend(text) })),
    margins: extracted.margins.map(mend),
    notes: [...extracted.notes, { code: "encoding", text: say("noteEncoding", { encoding: best.name }) }],
  };
}

const isOld = (line: string): boolean => accented.test(line) && !modern.test(line);
