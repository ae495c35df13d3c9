/* oxlint-disable no-console -- a script that prints its counts */
/** `node test/formats/fuzz.ts [TEXTS] [FILES] [SEED]`: 10,000 mutated texts and 1,000 mutated files unless told otherwise. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fuzzFiles, fuzzTexts, type Tally } from "./mutants.ts";

const [texts = 10_000, files = 1_000, seed = 1] = process.argv.slice(2).map(Number);
const sources = ["fixtures", "corpus"]
  .map((name) => resolve(import.meta.dirname, "../../src/modules/documents/compile", name))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".txt"))
      .map((name) => readFileSync(join(folder, name), "utf8")),
  );

function print(what: string, { tried, read, refused, slowest, failures, unforeseen }: Tally): void {
  const reasons = Object.entries(refused).map(([reason, count]) => `${reason} ${count}`);
  console.log(
    `${what}: ${tried} tried, ${read} read, refused: ${reasons.join(", ") || "none"}; slowest ${Math.round(slowest)} ms; failures ${failures.length}; refused for a reason that no reader foresaw ${unforeseen.length}`,
  );
  for (const { seed: at, name, what: why } of [...failures, ...unforeseen].slice(0, 20)) console.log(`  seed ${at} ${name}: ${why}`);
}

const byText = await fuzzTexts(sources, texts, seed);
print("texts", byText);
const byFile = await fuzzFiles(files, seed);
print("files", byFile);
process.exit(byText.failures.length + byFile.failures.length > 0 ? 1 : 0);
