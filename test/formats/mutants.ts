import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { Problem } from "../../src/kernel/errors.ts";
import { compilePlan } from "../../src/modules/documents/compile/index.ts";
import { defaultLimits } from "../../src/modules/documents/reading/extracted.ts";
import { readDocument } from "../../src/modules/documents/reading/read.ts";
import { documents, folder, formats } from "./round-trip.ts";

/** `unclear`: turned away without a reason, or without saying in both languages what to do. */
export type Wrong = "crash" | "time-out" | "unclear";
/** What went wrong with one mutant; the seed makes the same one again. */
export type Failure = { seed: number; name: string; wrong: Wrong; what: string };
export type Tally = {
  tried: number;
  read: number;
  refused: Record<string, number>;
  /** Of the refused: what a reader stumbled over instead of seeing it. Told to the sender as damage. */
  stumbled: number;
  slowest: { seed: number; milliseconds: number };
  failures: Failure[];
};

/** A mutant that takes longer than this would hold up a person. Of the processor's time: the machine may be busy with others. */
const patience = 10_000;

/** xorshift32: the same mutants every time. */
function dice(seed: number): (sides: number) => number {
  let state = (seed * 2654435761 + 1) | 0 || 1;
  return (sides) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % sides;
  };
}

type Roll = (sides: number) => number;

const pieces = [
  "",
  " ",
  "\n",
  "\t",
  "\u00a0",
  "\u200b",
  "\ufffd",
  "\ud800",
  "\0",
  "|",
  "- ",
  "I. ",
  "a) ",
  "1.1.1. ",
  "số 12-KH/TU ngày 31/02/2026",
  "ngày    tháng    năm",
  "trước ngày 99/99/9999",
  "100%",
  "((((((((",
  "/".repeat(500),
  "Nơi nhận:",
  "PHỤ LỤC",
  "KẾ HOẠCH",
  "TM. ỦY BAN",
  "quý IV, quý V",
  "từ 1 đến 9999999999999",
  "…………………",
  "e\u0301\u0301\u0301",
  "x".repeat(2000),
  "A ".repeat(2000),
];

const pick = <T>(list: readonly T[], roll: Roll): T => list[roll(list.length)] as T;

/** Lines swapped, doubled, cut, joined; letters dropped; odd pieces put in. */
export function mutateText(text: string, roll: Roll): string {
  const lines = text.split("\n");
  for (let count = 1 + roll(12); count > 0; count -= 1) {
    const at = roll(lines.length);
    const line = lines[at] ?? "";
    const cut = roll(line.length + 1);
    const ways = [
      () => lines.splice(at, 1),
      () => lines.splice(at, 0, pick(lines, roll)),
      () => (lines[at] = line.slice(0, cut) + pick(pieces, roll) + line.slice(cut)),
      () => (lines[at] = line.slice(0, cut)),
      () => lines.splice(at, 2, line + (lines[at + 1] ?? "")),
      () => lines.splice(at, 1, line.slice(0, cut), line.slice(cut)),
      () => (lines[at] = line.normalize(roll(2) ? "NFD" : "NFKD")),
      () => (lines[at] = roll(2) ? line.toUpperCase() : line.toLowerCase()),
      () => (lines[at] = pick(pieces, roll).repeat(1 + roll(20))),
    ];
    pick(ways, roll)();
    if (lines.length === 0) lines.push("");
  }
  return lines.join("\n");
}

function mutateBytes(bytes: Uint8Array, roll: Roll): Uint8Array {
  const mutant = bytes.slice();
  if (roll(6) === 0) return mutant.slice(0, roll(mutant.length));
  for (let count = 1 + roll(30); count > 0; count -= 1) mutant[roll(mutant.length)] = pick([roll(256), 0, 0xff], roll);
  if (roll(3) === 0) mutant.copyWithin(roll(mutant.length), roll(mutant.length), roll(mutant.length));
  return mutant;
}

const words = [
  "<",
  ">",
  '"',
  "/>",
  "99999999999",
  "-1",
  "NaN",
  "&#0;",
  "&x;",
  "{",
  "}",
  "\\",
  "\\u-1",
  "\\bin9",
  "<table>",
  "<ol start=2147483648>",
  "<b>".repeat(300),
];

function mutateMarkup(markup: string, roll: Roll): string {
  const tokens = markup.split(/(?<=[<>"/ {}\\])/);
  for (let count = 1 + roll(6); count > 0; count -= 1) tokens[roll(tokens.length)] = roll(3) ? pick(words, roll) : pick(tokens, roll);
  return tokens.join("");
}

/** A sound package around broken parts goes further into the reader than a broken package. */
function mutateParts(bytes: Uint8Array, roll: Roll): Uint8Array {
  const files = unzipSync(bytes);
  const parts = Object.keys(files).filter((name) => /(document|numbering|styles|content)\.xml$/.test(name));
  const part = pick(parts, roll);
  files[part] = strToU8(mutateMarkup(strFromU8(files[part] ?? new Uint8Array()), roll));
  return zipSync(files, { level: 1 });
}

function mutateFile(format: string, bytes: Uint8Array, roll: Roll): Uint8Array {
  const deep = roll(2) === 0;
  if (deep && (format === "docx" || format === "odt")) return mutateParts(bytes, roll);
  if (deep && (format === "rtf" || format === "html"))
    return Uint8Array.from(Buffer.from(mutateMarkup(Buffer.from(bytes).toString("latin1"), roll), "latin1"));
  return mutateBytes(bytes, roll);
}

const emptyTally = (): Tally => ({ tried: 0, read: 0, refused: {}, stumbled: 0, slowest: { seed: 0, milliseconds: 0 }, failures: [] });

/** Whoever meets a refusal is told what to do. */
const saysWhatToDo = ({ text }: Problem): boolean =>
  /[Hh]ãy|Hiện đọc được/.test(text.vi) && /[Uu]pload|[Ss]ave|[Oo]pen|can be read/.test(text.en);

async function attempt(tally: Tally, seed: number, name: string, act: () => unknown): Promise<void> {
  const begun = process.cpuUsage();
  const failed = (wrong: Wrong, what: string): void => void tally.failures.push({ seed, name, wrong, what });
  tally.tried += 1;
  try {
    await act();
    tally.read += 1;
  } catch (error) {
    const reason = error instanceof Problem ? error.details["reason"] : undefined;
    if (!(error instanceof Problem)) failed("crash", error instanceof Error ? (error.stack ?? error.message) : "thrown");
    else if (typeof reason !== "string" || !saysWhatToDo(error)) failed("unclear", error.message);
    else {
      tally.refused[reason] = (tally.refused[reason] ?? 0) + 1;
      if (error.cause !== undefined) tally.stumbled += 1;
    }
  }
  const { user, system } = process.cpuUsage(begun);
  const milliseconds = (user + system) / 1000;
  if (milliseconds > tally.slowest.milliseconds) tally.slowest = { seed, milliseconds };
  if (milliseconds > patience) failed("time-out", `took ${Math.round(milliseconds)} ms`);
}

/** Mutated texts through the compiler; the shape of what it gives is not looked at, only that it gives something in time. */
export async function fuzzTexts(texts: readonly string[], count: number, from = 1): Promise<Tally> {
  const tally = emptyTally();
  for (let seed = from; seed < from + count; seed += 1) {
    const mutant = mutateText(texts[seed % texts.length] ?? "", dice(seed));
    await attempt(tally, seed, "text", () => compilePlan(mutant));
  }
  return tally;
}

/** Mutated files of all formats through the reader, and what was read through the compiler. */
export async function fuzzFiles(count: number, from = 1, of: readonly string[] = [...formats, "jpg"]): Promise<Tally> {
  const tally = emptyTally();
  const limits = { ...defaultLimits, part: 4 * 1024 * 1024, inflated: 16 * 1024 * 1024 };
  for (let seed = from; seed < from + count; seed += 1) {
    const roll = dice(seed);
    const format = of[seed % of.length] ?? "docx";
    const document = pick(documents, roll);
    const bytes = new Uint8Array(readFileSync(join(folder, format === "jpg" ? `${document}-1.jpg` : `${document}.${format}`)));
    const mutant = mutateFile(format, bytes, roll);
    const name = roll(4) === 0 ? `a.${pick(of, roll)}` : `a.${format}`;
    await attempt(tally, seed, `${document}.${format} as ${name}`, async () => {
      const { text, lines } = await readDocument({ name, bytes: mutant }, limits);
      if (text !== lines.join("\n")) throw new Error("text and lines differ");
      compilePlan(text);
    });
  }
  return tally;
}
