import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { glob, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { problem } from "../kernel/errors.ts";
import { describeError, type Log } from "./log.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const STAMP = "inputs.json";
/** What every build depends on besides the files that the bundler reads. */
const ALWAYS = ["package-lock.json", "vite.config.ts", "web/index.html", "src/platform/web-build.ts"];
/** Read by vite.config.ts, not by the bundler. */
const CONTRACTS = ["src/modules/contract.ts", "src/modules/*/contract.ts", "src/modules/*/contract/*.ts"];

/** Path under the project's root → SHA-256 of the content that the last build read. */
type Inputs = Record<string, string>;

/**
 * Builds the staff application into `dist/web` unless every file that the last build read is still the same, and returns
 * that folder. The bundler itself says which files it read, so a change of a server file that the web never sees builds nothing.
 */
export async function buildWeb(log: Log, { root = ROOT, out = resolve(root, "dist/web") } = {}): Promise<string> {
  const changed = await firstChange(root, out);
  if (changed === null) {
    log.info("web is up to date", { out });
    return out;
  }
  const started = Date.now();
  log.info("building the web", { because: changed });
  // Built beside and moved into place: a server that is running keeps whole files, and a failed build leaves the old one.
  const fresh = `${out}.${process.pid}`;
  const inputs = new Set([...ALWAYS, ...(await contractFiles(root))]);
  // Inside a test runner this says "test", and the bundler would pack React's development build, a third larger.
  const environment = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  try {
    const { build } = await import("vite");
    await build({
      configFile: resolve(root, "vite.config.ts"),
      logLevel: "error",
      build: { outDir: fresh, emptyOutDir: true },
      plugins: [
        {
          name: "kheo-inputs",
          generateBundle() {
            for (const id of this.getModuleIds()) {
              const path = projectPath(root, id);
              if (path) inputs.add(path);
            }
          },
        },
      ],
    });
    await writeFile(resolve(fresh, STAMP), `${JSON.stringify(await hashAll(root, [...inputs].sort()), null, 1)}\n`);
    await mkdir(resolve(out, ".."), { recursive: true });
    await rm(out, { recursive: true, force: true });
    await rename(fresh, out);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    log.error("the web could not be built", { error });
    const why = describeError(error).message ?? "";
    throw problem("internal", {
      vi: `Không dựng được giao diện web. Hãy chạy "npm ci" rồi khởi động lại. ${why}`,
      en: `The web could not be built. Run "npm ci" and start again. ${why}`,
    });
  } finally {
    if (environment === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = environment;
  }
  log.info("web built", { files: inputs.size, milliseconds: Date.now() - started });
  return out;
}

/** Why a build is needed: the first input that differs; null when none does. */
async function firstChange(root: string, out: string): Promise<string | null> {
  if (!existsSync(resolve(out, "index.html"))) return "not built yet";
  const stamp = await readFile(resolve(out, STAMP), "utf8").catch(() => null);
  if (stamp === null) return "not built yet";
  const before = JSON.parse(stamp) as Inputs;
  const now = await hashAll(root, Object.keys(before));
  const added = (await contractFiles(root)).find((path) => !(path in before));
  return added ?? Object.keys(before).find((path) => before[path] !== now[path]) ?? null;
}

async function contractFiles(root: string): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob(CONTRACTS, { cwd: root })) files.push(file.split(sep).join("/"));
  return files;
}

async function hashAll(root: string, paths: string[]): Promise<Inputs> {
  const hashed = await Promise.all(
    paths.map(async (path) => {
      const content = await readFile(resolve(root, path)).catch(() => null);
      return [path, content ? createHash("sha256").update(content).digest("hex") : "absent"] as const;
    }),
  );
  return Object.fromEntries(hashed);
}

/** A module's file under the project; null for packages (the lock file stands for them) and for the bundler's own modules. */
function projectPath(root: string, id: string): string | null {
  const file = id.split("?")[0] ?? "";
  if (!file.startsWith(root + sep) || file.includes(`${sep}node_modules${sep}`)) return null;
  return relative(root, file).split(sep).join("/");
}
