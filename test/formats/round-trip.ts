import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { compilePlan } from "../../src/modules/documents/compile/index.ts";
import { readDocument } from "../../src/modules/documents/reading/read.ts";
import { figuresOf, kinds, pooled, score, type Figures, type Gold, type Scored } from "../support/plan-score/index.ts";

/** The own documents as offices would send them: set once, saved once by LibreOffice, never touched again. */
export const folder = resolve(import.meta.dirname, "../fixtures/formats");
const sources = ["fixtures", "corpus"].map((name) => resolve(import.meta.dirname, "../../src/modules/documents/compile", name));

export const formats = ["docx", "doc", "odt", "rtf", "html", "pdf"] as const;
export type Format = (typeof formats)[number];

export const documents: string[] = [...new Set(readdirSync(folder).map((name) => name.replace(/(-\d+)?\.\w+$/, "")))].toSorted();

/** What the compiler makes of the document's own text: the plan that every format is to give. */
export function planOfText(name: string): Gold {
  const file = sources.map((source) => join(source, `${name}.txt`)).find((path) => existsSync(path));
  if (file === undefined) throw new Error(`${name}.txt is gone`);
  const { header, ...items } = compilePlan(readFileSync(file, "utf8"));
  return { ...(items as Omit<Gold, "header">), header };
}

/** Texts alone are compared, never lines: a format keeps the words, not the line breaks of a .txt. */
export function scoreText(name: string, text: string): Scored {
  return score(planOfText(name), compilePlan(text), { anyLine: true });
}

export async function scoreFormat(format: Format): Promise<{ figures: Figures; byDocument: Map<string, Scored> }> {
  const byDocument = new Map<string, Scored>();
  for (const name of documents) {
    const file = `${name}.${format}`;
    const { text } = await readDocument({ name: file, bytes: readFileSync(join(folder, file)) });
    byDocument.set(name, scoreText(name, text));
  }
  return { figures: figuresOf(pooled([...byDocument.values()])), byDocument };
}

/** One line of the table in docs/formats.md. */
export function tableRow(name: string, figures: Figures): string {
  const cell = (value: number | undefined): string => (value ?? 1).toFixed(3);
  return `| ${name} | ${cell(figures.header["f1"])} | ${kinds.map((kind) => cell(figures[kind].f1)).join(" | ")} |`;
}

export const tableHead = `| format | header | ${kinds.join(" | ")} |\n| --- | ${["header", ...kinds].map(() => "---").join(" | ")} |`;
