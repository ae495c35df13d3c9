import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { compilePlan } from "../src/modules/documents/compile/index.ts";
import { readDocument } from "../src/modules/documents/reading/read.ts";
import type { Figures } from "../test/support/plan-score/index.ts";
import { figuresOf, pooled } from "../test/support/plan-score/index.ts";
import { compileBench } from "./compile.ts";
import type { Document } from "./compiler/gold.ts";
import { documentsOf, goldSets, scored, shared } from "./compiler/gold.ts";
import { judged, reliability, reliabilityTable } from "./compiler/reliability.ts";
import { figure, pairs, type Bench, type Figure } from "./figure.ts";

/** What the plans that the compiler was made with must reach. */
const known: Record<string, number> = {
  "citations.f1": 0.97,
  "citations.date": 0.97,
  "outline.f1": 0.97,
  "header.f1": 0.95,
  "targets.f1": 0.92,
  "targets.frequency": 0.9,
  "targets.deadline": 0.9,
  "tasks.f1": 0.92,
  "tasks.lead": 0.9,
  "tasks.due": 0.9,
  "tasks.noDue": 0.95,
  "reporting.f1": 0.88,
  "events.f1": 0.88,
};

/** What holds for any other plan, pooled. */
const unseen: Record<string, number> = {
  "citations.f1": 0.97,
  "header.f1": 0.93,
  "outline.f1": 0.95,
  "targets.f1": 0.9,
  "tasks.f1": 0.88,
  "tasks.lead": 0.85,
  "tasks.due": 0.85,
  "reporting.f1": 0.85,
  "events.f1": 0.85,
};

const PROMISED = 0.95;

const valueOf = (figures: Figures, key: string): number => {
  const [kind = "", name = ""] = key.split(".");
  return (figures as Record<string, Record<string, number>>)[kind]?.[name] ?? 1;
};

const against = (key: string, what: string, value: number, goal: number): Figure =>
  figure({ key, what, value, unit: "", against: { what: "the goal", value: goal }, goal: 1, better: "higher" });

/** Figures by the scorer that the real plans come with, when it is there. */
function theirFigures(documents: readonly Document[]): Figures | null {
  const tool = join(shared, "tools", "score-plan.mjs");
  if (!existsSync(tool)) return null;
  const out = mkdtempSync(join(tmpdir(), "kheo-bench-"));
  try {
    const paths = documents.flatMap(({ name, text }) => {
      const compiled = join(out, `${name}.json`);
      writeFileSync(compiled, JSON.stringify(compilePlan(text)));
      return [join(shared, "gold", `${name}.json`), compiled];
    });
    return JSON.parse(execFileSync(process.execPath, [tool, ...paths], { encoding: "utf8" })) as Figures;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Reading the plan's words out of its .docx is what compiling them is held against. */
async function besideDocx(): Promise<Figure> {
  const file = resolve(import.meta.dirname, "../test/fixtures/formats/front-province.docx");
  const bytes = new Uint8Array(readFileSync(file));
  const read = (): ReturnType<typeof readDocument> => readDocument({ name: "front-province.docx", bytes });
  const { text } = await read();
  if (compilePlan(text).tasks.length < 5) throw new Error("the plan in the .docx does not compile");
  const measured = await pairs(9, () => compilePlan(text), read);
  return figure({
    key: "docx",
    what: "compiling a plan",
    value: measured.value,
    unit: "ms",
    against: { what: "extracting its text from .docx", value: measured.against },
    goal: 2,
    better: "lower",
  });
}

export const compilerBench: Bench = {
  name: "compiler",
  what: "what the plan compiler reads right, how sure it is, how long it takes [--gold DIR --texts DIR]",
  async run() {
    const sets = goldSets(process.argv.slice(3)).map((set) => ({ set, documents: documentsOf(set) }));
    const counts = sets.map(({ set, documents }) => ({ set, documents, scores: documents.map(scored) }));
    const figures = counts.flatMap(({ set, documents, scores }) => {
      const theirs = set.name === "seeds" ? theirFigures(documents) : null;
      const values = theirs ?? figuresOf(pooled(scores));
      return Object.entries(set.name === "seeds" ? known : unseen).map(([key, goal]) =>
        against(`${set.name}.${key}`, `${set.name}, ${documents.length} plans: ${key.replace(".", " ")}`, valueOf(values, key), goal),
      );
    });
    const items = counts.flatMap(({ scores }) => scores.flatMap(judged));
    const sure = items.filter(({ confidence }) => confidence >= 0.9);
    const kept = sure.filter(({ right }) => right).length / sure.length;
    figures.push(against("reliability", `wholly right among ${sure.length} items rated 0.9 or more`, kept, PROMISED));
    const { figures: times } = await compileBench.run();
    figures.push(...times, await besideDocx());
    return { name: "compiler", n: items.length, figures, more: { reliability: reliability(items) }, note: reliabilityTable(items) };
  },
};
