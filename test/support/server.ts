import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { chmod, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const launcher = join(root, "bin/kheo.mjs");

export type RunningServer = {
  url: string;
  data: string;
  /** The one-time link of the first set-up, as the server printed it. */
  setUpLink: string;
  /** Everything printed so far. */
  output(): string;
  stop(): Promise<void>;
};

/** The server as people start it, on an empty data folder and a free port of the loopback. */
export async function startServer(): Promise<RunningServer> {
  const data = mkdtempSync(join(tmpdir(), "kheo-e2e-"));
  await chmod(data, 0o711);
  const port = await freePort();
  const child = spawn(process.execPath, [launcher, "serve"], {
    cwd: root,
    env: {
      ...process.env,
      KHEO_DATA: data,
      PORT: String(port),
      HOST: "127.0.0.1",
      KHEO_LANG: "vi",
      KHEO_LOG: "json",
      KHEO_LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
  const setUpLink = await printedLink(child, () => printed);
  return {
    url: `http://127.0.0.1:${port}`,
    data,
    setUpLink,
    output: () => printed,
    async stop() {
      await ended(child);
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** The web may have to be built first, so this takes its time. */
async function printedLink(child: ChildProcess, printed: () => string): Promise<string> {
  for (const started = Date.now(); Date.now() - started < 120_000;) {
    const [link] = /http:\/\/\S+\/app\/set-up#\S+/.exec(printed()) ?? [];
    if (link) return link;
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${printed()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server printed no set-up link:\n${printed()}`);
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

/** Free a moment ago; for an application that must know its address before it listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
