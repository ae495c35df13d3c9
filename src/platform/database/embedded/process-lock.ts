import { createHash } from "node:crypto";
import { realpathSync, statSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";

export type ProcessLock = { release(): Promise<void> };
export type Held = { by: string };

/**
 * At most one process looks after the embedded server of one KHEO_DATA. The lock is a listening socket in Linux's
 * abstract namespace: the kernel gives it to one process only and takes it back however that process ends, so there is
 * no stale lock file to judge. Whoever holds it answers with its pid.
 */
export async function takeProcessLock(folder: string): Promise<ProcessLock | Held> {
  const name = lockName(folder);
  const server = createServer((connection) => {
    connection.on("error", () => {});
    connection.end(String(process.pid));
  });
  try {
    await listen(server, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    return { by: await askHolder(name) };
  }
  server.unref();
  return { release: () => new Promise((done) => server.close(() => done())) };
}

/** By device and inode, so that a symbolic link or another spelling of the path is the same folder. */
function lockName(folder: string): string {
  const { dev, ino } = statSync(realpathSync(folder));
  return `\0kheo-${createHash("sha256").update(`${dev}:${ino}`).digest("hex").slice(0, 32)}`;
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen({ path }, () => {
      server.off("error", failed);
      done();
    });
  });
}

function askHolder(path: string): Promise<string> {
  return new Promise((done) => {
    let answer = "";
    const connection = connect({ path });
    connection.setTimeout(2000, () => connection.destroy());
    connection.on("data", (chunk) => (answer += chunk.toString()));
    connection.on("error", () => {});
    // Shown to people, so nothing but a pid is believed.
    connection.on("close", () => done(/^\d{1,10}$/.test(answer) ? answer : "?"));
  });
}
