/**
 * `npm test`: everything that must hold, in the order that finds the cheapest fault first. Every step runs even when one
 * before it failed, so that one run tells all; the end says how many tests of each kind passed.
 *   node test/run.ts [--only STEP[,STEP…]]   steps: format lint types rules unit db http e2e
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";

const root = join(import.meta.dirname, "..");
const results = join(root, "test-results");
// oxlint-disable-next-line no-control-regex -- the escape character is what terminal colours begin with
const terminalColour = /\u001b\[[\d;]*m/g;

type Step = { names: string[]; what: string; command: string[]; counts?: string };

const bin = (name: string) => join(root, "node_modules", ".bin", name);
const kinds: Record<string, string> = { unit: "pure rules", db: "database", http: "HTTP", e2e: "browser" };
const vitest = (...projects: string[]): Step => ({
  names: projects,
  what: projects.map((project) => kinds[project]).join(", "),
  command: [
    bin("vitest"),
    "run",
    ...projects.flatMap((project) => ["--project", project]),
    "--reporter=dot",
    "--reporter=json",
    `--outputFile=${join(results, `${projects.join("-")}.json`)}`,
  ],
  counts: join(results, `${projects.join("-")}.json`),
});

const names = ["format", "lint", "types", "rules", ...Object.keys(kinds)];
const asked = process.argv.includes("--only") ? (process.argv[process.argv.indexOf("--only") + 1] ?? "").split(",") : names;
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`unknown step ${unknown.join(", ")}; there are: ${names.join(" ")}`);
  process.exit(2);
}

// Tests of the database wait for what they killed; those of HTTP use the processors meanwhile, on the same server.
const overDatabase = ["db", "http"].filter((name) => asked.includes(name));
const steps: Step[] = [
  { names: ["format"], what: "format", command: [bin("oxfmt"), "--check"] },
  { names: ["lint"], what: "lint", command: [bin("oxlint"), "--type-aware", "--deny-warnings"] },
  { names: ["types"], what: "types", command: [bin("tsc"), "-p", "."] },
  { names: ["rules"], what: "dependency rules", command: [process.execPath, join(root, "test/rules/check.ts")] },
  vitest("unit"),
  ...(overDatabase.length > 0 ? [vitest(...overDatabase)] : []),
  vitest("e2e"),
];

function run(command: string[]): Promise<number> {
  const [program = "", ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: "inherit", env: { ...process.env, FORCE_COLOR: "0" } });
    child.on("close", (code) => resolve(code ?? 1));
    child.on("error", (error) => {
      console.error(`${program}: ${error.message}. Run "npm ci" first.`);
      resolve(1);
    });
  });
}

type Counts = { passed: number; failed: number; skipped: number; empty: boolean; faults: string[] };
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { name: string; message: string; assertionResults: { status: string; fullName: string; failureMessages: string[] }[] }[];
};

/**
 * Counts of a step, and each fault in a line or two: whoever sees only the end of the output still learns what failed. `empty`:
 * a kind of test that is part of the step did not pass once.
 */
function countsOf({ counts: file, names: parts }: Step): Counts | null {
  if (!file || !existsSync(file)) return null;
  const report = JSON.parse(readFileSync(file, "utf8")) as Report;
  const short = (message: string) => message.replaceAll(terminalColour, "").slice(0, 400);
  const faults = report.testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === "failed");
    const told = failed.map(({ fullName, failureMessages }) => `${fullName}\n    ${short(failureMessages[0] ?? "")}`);
    return (told.length === 0 && message ? [short(message)] : told).map((fault) => `${relative(root, name)}: ${fault}`);
  });
  const passedIn = (part: string) =>
    report.testResults.some(
      ({ name, assertionResults }) => kindOf(name) === part && assertionResults.some(({ status }) => status === "passed"),
    );
  const empty = !parts.every(passedIn);
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests, empty, faults };
}

const kindOf = (file: string): string => /\.(db|http|e2e)\.test\.tsx?$/.exec(file)?.[1] ?? "unit";

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
console.log(`Node ${process.version}, ${availableParallelism()} processors`);

const lines: string[] = [];
const faults: string[] = [];
let failed = false;
for (const step of steps.filter(({ names: own }) => own.some((name) => asked.includes(name)))) {
  console.log(`\n== ${step.what}`);
  const started = performance.now();
  const code = await run(step.command);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const counts = countsOf(step);
  // A step that ran no test at all has not passed: a misspelt project would look green.
  const empty = step.counts !== undefined && (counts === null || counts.empty);
  const ok = code === 0 && !empty;
  failed ||= !ok;
  faults.push(...(counts?.faults ?? []));
  const told = counts
    ? `${counts.passed} passed${counts.failed ? `, ${counts.failed} failed` : ""}${counts.skipped ? `, ${counts.skipped} skipped` : ""}`
    : "";
  lines.push(`${ok ? "ok    " : "FAILED"} ${step.what.padEnd(18)} ${seconds.padStart(6)} s  ${told}`);
}

if (faults.length > 0) console.log(`\n${faults.map((fault) => `✗ ${fault}`).join("\n")}`);
console.log(`\n${lines.join("\n")}`);
process.exit(failed ? 1 : 0);
