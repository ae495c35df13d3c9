/**
 * Benchmarks: each figure is a ratio to a limit measured in the same run, since machines are shared and noisy.
 *   npm run -s bench -- NAME [--json]      without a name: the list
 */
import { compileBench } from "./compile.ts";
import type { Bench, Report } from "./figure.ts";
import { loopBench } from "./loop.ts";
import { reportBench } from "./report.ts";
import { webSizeBench } from "./web-size.ts";

const benches: Bench[] = [compileBench, loopBench, reportBench, webSizeBench];

function print({ name, n, figures }: Report): string {
  const lines = figures.map(
    (figure) =>
      `${figure.holds ? "holds " : "BROKEN"} ${figure.what}: ${figure.value.toFixed(1)} ${figure.unit} against ${figure.against.what} ${figure.against.value.toFixed(1)} ${figure.unit}, ratio ${figure.ratio.toFixed(2)} (${figure.better === "lower" ? "≤" : "≥"} ${figure.goal})`,
  );
  return `${name}, n = ${n}\n${lines.join("\n")}`;
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
console.log(flags.includes("--json") ? JSON.stringify(report) : print(report));
process.exit(report.figures.every(({ holds }) => holds) ? 0 : 1);
