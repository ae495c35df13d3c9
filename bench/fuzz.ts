import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fuzzFiles, fuzzTexts, type Tally, type Wrong } from "../test/formats/mutants.ts";
import { figure, type Bench, type Figure } from "./figure.ts";

/** The project's own plans, which the mutants are made of. */
function ownTexts(): string[] {
  return ["fixtures", "corpus"]
    .map((name) => resolve(import.meta.dirname, "../src/modules/documents/compile", name))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith(".txt"))
        .map((name) => readFileSync(join(folder, name), "utf8")),
    );
}

const wrongs: Record<Wrong, string> = { crash: "crashes", "time-out": "time-outs (10 s)", unclear: "refusals that do not say what to do" };

function figuresOf(kind: string, { tried, failures }: Tally): Figure[] {
  return Object.entries(wrongs).map(([wrong, what]) =>
    figure({
      key: `${kind}.${wrong}`,
      what: `mutated ${kind}: ${what}`,
      value: failures.filter((failure) => failure.wrong === wrong).length,
      unit: "",
      against: { what: "cases", value: tried },
      goal: 0,
      better: "lower",
    }),
  );
}

function told(kind: string, { tried, read, refused, stumbled, slowest, failures }: Tally): string {
  const reasons = Object.entries(refused).map(([reason, count]) => `${reason} ${count}`);
  const counts = `${kind}: ${tried} tried, ${read} read, refused: ${reasons.join(", ") || "none"} (${stumbled} of them stumbled over)`;
  const slow = `slowest ${Math.round(slowest.milliseconds)} ms (seed ${slowest.seed})`;
  return [`${counts}; ${slow}`, ...failures.slice(0, 20).map(({ seed, name, what }) => `  seed ${seed} ${name}: ${what}`)].join("\n");
}

export const fuzzBench: Bench = {
  name: "fuzz",
  what: "mutated texts through the compiler, mutated files of all formats through the readers [--texts N] [--files N] [--seed S]",
  async run() {
    const { values } = parseArgs({
      args: process.argv.slice(3),
      options: {
        texts: { type: "string", default: "1000" },
        files: { type: "string", default: "200" },
        seed: { type: "string", default: "1" },
        json: { type: "boolean" },
      },
    });
    const [texts, files, seed] = [Number(values.texts), Number(values.files), Number(values.seed)];
    const tallies = { texts: await fuzzTexts(ownTexts(), texts, seed), files: await fuzzFiles(files, seed) };
    const asked = Object.entries(tallies).filter(([, { tried }]) => tried > 0);
    return {
      name: "fuzz",
      n: texts + files,
      figures: asked.flatMap(([kind, tally]) => figuresOf(kind, tally)),
      more: tallies,
      note: asked.map(([kind, tally]) => told(kind, tally)).join("\n"),
    };
  },
};
