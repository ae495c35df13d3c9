/**
 * Benchmarks: each figure is a ratio to a limit measured in the same run, since machines are shared and noisy.
 *   npm run -s bench -- NAME [--json]      without a name: the list
 */
import { compileBench } from "./compile.ts";
import { compilerBench } from "./compiler.ts";
import { exemplarsBench } from "./exemplars/index.ts";
import type { Bench, Report } from "./figure.ts";
import { fuzzBench } from "./fuzz.ts";
import { loopBench } from "./loop.ts";
import { publicPagesBench } from "./public-pages.ts";
import { reportBench } from "./report.ts";
import { webSizeBench } from "./web-size.ts";

const benches: Bench[] = [compileBench, compilerBench, exemplarsBench, fuzzBench, loopBench, publicPagesBench, reportBench, webSizeBench];

/** Shares to a thousandth, times to a tenth. */
const shown = (value: number, unit: string): string => value.toFixed(unit === "" ? 3 : 1);

function print({ name, n, figures, note }: Report): string {
  const lines = figures.map(
    (figure) =>
      `${figure.holds ? "holds " : "BROKEN"} ${figure.what}: ${shown(figure.value, figure.unit)} ${figure.unit} against ${figure.against.what} ${shown(figure.against.value, figure.unit)} ${figure.unit}, ratio ${figure.ratio.toFixed(2)} (${figure.better === "lower" ? "≤" : "≥"} ${figure.goal})`,
  );
  return [`${name}, n = ${n}`, ...lines, ...(note ? ["", note] : [])].join("\n");
}

const [name, ...flags] = process.argv.slice(2);
const bench = benches.find((candidate) => candidate.name === name);
if (!bench) {
  console.error(
    `usage: npm run -s bench -- NAME [--json]\n${benches.map((known) => `  ${known.name.padEnd(12)} ${known.what}`).join("\n")}`,
  );
  process.exit(2);
}
const report = await bench.run();
const told = { name: report.name, n: report.n, figures: report.figures, ...report.more };
console.log(flags.includes("--json") ? JSON.stringify(told) : print(report));
process.exit(report.figures.every(({ holds }) => holds) ? 0 : 1);
