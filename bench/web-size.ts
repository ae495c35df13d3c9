import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildWeb } from "../src/platform/web-build.ts";
import { silentLog } from "../src/platform/log.ts";
import { figure, type Bench } from "./figure.ts";

const kilobyte = 1000;

/** What the entry page makes a browser fetch before it shows anything: the scripts and styles that index.html names. */
async function entryFiles(out: string): Promise<string[]> {
  const page = await readFile(join(out, "index.html"), "utf8");
  const named = [...page.matchAll(/(?:src|href)="\/app\/([^"]+[.](?:js|css))"/g)].map(([, path = ""]) => path);
  if (!named.some((path) => path.endsWith(".js"))) throw new Error("index.html names no script: not a build");
  return [...new Set(named)];
}

async function zipped(out: string, paths: string[]): Promise<number> {
  const sizes = await Promise.all(paths.map(async (path) => gzipSync(await readFile(join(out, path)), { level: 9 }).length));
  return sizes.reduce((sum, size) => sum + size, 0) / kilobyte;
}

export const webSizeBench: Bench = {
  name: "web-size",
  what: "size of the staff application's entry route, gzipped",
  async run() {
    const out = await buildWeb(silentLog);
    const files = await entryFiles(out);
    const scripts = await zipped(
      out,
      files.filter((path) => path.endsWith(".js")),
    );
    const styles = await zipped(
      out,
      files.filter((path) => path.endsWith(".css")),
    );
    const limit = (value: number) => ({ what: "the limit", value });
    return {
      name: "web-size",
      n: 1,
      figures: [
        figure({
          key: "js",
          what: "scripts of the entry route",
          value: scripts,
          unit: "kB",
          against: limit(250),
          goal: 1,
          better: "lower",
        }),
        figure({ key: "css", what: "styles of the entry route", value: styles, unit: "kB", against: limit(50), goal: 1, better: "lower" }),
      ],
    };
  },
};
