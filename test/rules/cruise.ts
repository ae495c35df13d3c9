import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const project = join(import.meta.dirname, "../..");

const Report = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({ violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })) }),
});

/** Runs the dependency rules over folders of `root`: what was read, and what breaks a rule. */
export function cruiseFolder(root: string, folders: string[]) {
  const command = [
    join(project, "node_modules/.bin/depcruise"),
    ...folders.filter((folder) => existsSync(join(root, folder))),
    "--config",
    join(project, ".dependency-cruiser.cjs"),
    "--output-type",
    "json",
  ];
  return new Promise<{ modules: string[]; violations: { rule: string; from: string; to: string }[] }>((resolve, reject) => {
    execFile(process.execPath, command, { cwd: root, maxBuffer: 256 * 1024 * 1024 }, (error, stdout) => {
      // A violation makes the tool exit non-zero while the report is whole; a report that cannot be read is a failure.
      const parsed = Report.safeParse(stdout === "" ? null : JSON.parse(stdout));
      if (!parsed.success) return reject(error ?? parsed.error);
      resolve({
        modules: parsed.data.modules.map(({ source }) => source),
        violations: parsed.data.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
      });
    });
  });
}
