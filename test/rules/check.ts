/** Holds the directions of the code (`.dependency-cruiser.cjs`) and that the tool really read what git lists. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { cruiseFolder } from "./cruise.ts";

const root = join(import.meta.dirname, "../..");
const folders = ["src", "web"];

const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", ...folders.map((folder) => `${folder}/**`)], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((path) => /[.]tsx?$/.test(path));

const report = await cruiseFolder(root, folders);
const read = new Set(report.modules);
const unread = listed.filter((path) => !read.has(path));

for (const violation of report.violations) process.stderr.write(`${violation.rule}: ${violation.from} → ${violation.to}\n`);
// Without its parser the tool reads nothing and still says "no violations".
if (unread.length > 0)
  process.stderr.write(`not read: ${unread.slice(0, 10).join(", ")}${unread.length > 10 ? ` and ${unread.length - 10} more` : ""}\n`);
process.stdout.write(`${read.size} modules read, ${report.violations.length} violations\n`);
process.exit(report.violations.length > 0 || unread.length > 0 || read.size === 0 ? 1 : 0);
