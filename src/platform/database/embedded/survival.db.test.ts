import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { scratchFolders } from "../../../../test/support/scratch.ts";
import { silentLog } from "../../log.ts";
import type { Account } from "./account.ts";
import { findBinaries } from "./binaries.ts";
import { readPidFile } from "./postmaster.ts";
import { takeProcessLock } from "./process-lock.ts";

const program = resolve(import.meta.dirname, "../../../../test/support/ledger.ts");
const root = process.getuid?.() === 0;

/** A run of the ledger: what it has printed so far, and how it ended. */
type Run = { child: ChildProcess; lines: string[]; errors: string[]; ended: Promise<number | null> };

const folders: string[] = [];
const runs: Run[] = [];
afterEach(async () => {
  for (const { child } of runs.splice(0)) child.kill("SIGKILL");
});
afterAll(async () => {
  for (const data of folders) {
    const pid = serverOf(data);
    if (pid && existsSync(`/proc/${pid}`)) process.kill(pid, "SIGINT");
    await until(() => !readPidFile(cluster(data)));
    rmSync(data, { recursive: true, force: true });
  }
});

function newData(): string {
  const data = mkdtempSync(join(scratchFolders()[0], "kheo-survival-"));
  chmodSync(data, 0o711);
  folders.push(data);
  return data;
}

// Made once and copied for each story: a first start spends its time in waiting for the disk.
const made = newData();
beforeAll(async () => {
  const first = ledger(made, ["write", "0.1"]);
  expect(await first.ended, first.errors.join("\n")).toBe(0);
});

function copyOfMade(data = newData()): string {
  spawnSync("cp", ["-a", `${made}/.`, data]);
  return data;
}

const cluster = (data: string) => join(data, "postgres/cluster");
const serverOf = (data: string) => readPidFile(cluster(data))?.pid ?? 0;

function ledger(data: string, args: string[], user: { uid?: number; gid?: number } = {}): Run {
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env.PATH, KHEO_DATA: data, KHEO_LOG: "json", KHEO_LANG: "en" },
    cwd: "/",
    stdio: ["ignore", "pipe", "pipe"],
    ...user,
  });
  const run: Run = { child, lines: [], errors: [], ended: new Promise((done) => child.on("close", (code) => done(code))) };
  const collect = (to: string[]) => {
    let rest = "";
    return (chunk: Buffer) => {
      const parts = (rest + chunk.toString()).split("\n");
      // A line that a kill cut in two is no acknowledgement.
      rest = parts.pop() ?? "";
      to.push(...parts);
    };
  };
  child.stdout?.on("data", collect(run.lines));
  child.stderr?.on("data", collect(run.errors));
  runs.push(run);
  return run;
}

const numbers = (run: Run, word: "wrote" | "found") =>
  run.lines.filter((line) => line.startsWith(word)).map((line) => Number(line.split(" ")[1]));
const enough = (run: Run, count = 200) => until(() => numbers(run, "wrote").length >= count, run);

async function until(holds: () => boolean, run?: Run) {
  for (let tries = 0; tries < 1200 && !holds(); tries++) await new Promise((done) => setTimeout(done, 25));
  expect(holds(), run?.errors.join("\n")).toBe(true);
}

/** Starts again and returns which of the acknowledged acts are missing. */
async function missingAfterRestart(data: string, ...killed: Run[]) {
  const after = ledger(data, ["numbers"]);
  expect(await after.ended, after.errors.join("\n")).toBe(0);
  const found = new Set(numbers(after, "found"));
  return killed.flatMap((run) => numbers(run, "wrote")).filter((id) => !found.has(id));
}

describe("nothing that was acknowledged is lost", { timeout: 120_000 }, () => {
  it("when Khéo is killed under load: the next start takes over the server that it left", async () => {
    const data = copyOfMade();
    const run = ledger(data, ["write", "60"]);
    await enough(run);
    const server = serverOf(data);
    run.child.kill("SIGKILL");
    await run.ended;
    const next = ledger(data, ["write", "1"]);
    expect(await next.ended, next.errors.join("\n")).toBe(0);
    expect(next.lines[0]).toBe(`server ${server}`);
    expect(await missingAfterRestart(data, run, next)).toEqual([]);
  });

  it("when the database server is killed under load: it comes back and writing goes on", async () => {
    const data = copyOfMade();
    const run = ledger(data, ["write", "60"]);
    await enough(run);
    const server = serverOf(data);
    process.kill(server, "SIGKILL");
    const before = numbers(run, "wrote").length;
    await until(() => serverOf(data) !== server && numbers(run, "wrote").length > before + 100, run);
    run.child.kill("SIGKILL");
    await run.ended;
    expect(await missingAfterRestart(data, run)).toEqual([]);
  });

  it("when both are killed at the same moment", async () => {
    const data = copyOfMade();
    const run = ledger(data, ["write", "60"]);
    await enough(run);
    process.kill(serverOf(data), "SIGKILL");
    run.child.kill("SIGKILL");
    await run.ended;
    expect(await missingAfterRestart(data, run)).toEqual([]);
  });
});

describe("a start that finds something in its way", { timeout: 120_000 }, () => {
  const data = newData();
  beforeAll(() => void copyOfMade(data));
  const write = async () => {
    const run = ledger(data, ["write", "0.2"]);
    expect(await run.ended, run.errors.join("\n")).toBe(0);
    expect(numbers(run, "wrote").length).toBeGreaterThan(0);
    expect(existsSync(join(cluster(data), "postmaster.pid"))).toBe(false);
  };
  /** The user that owns the cluster and so runs the server. */
  const asServer = (): Account => {
    const { uid, gid } = statSync(cluster(data));
    return root ? { uid, gid } : null;
  };

  it("finds everything private to its users from the first start on", () => {
    const mode = (path: string) => (statSync(join(data, path)).mode & 0o777).toString(8);
    expect(["secrets", "secrets/database-superuser", "secrets/database-app", "postgres", "postgres/socket"].map(mode)).toEqual([
      "700",
      "600",
      "600",
      "700",
      "700",
    ]);
    expect(readFileSync(join(cluster(data), "pg_hba.conf"), "utf8")).not.toMatch(/^[^#]*\strust\s*$/m);
  });

  it("gets past a lock file whose process is gone", async () => {
    writeFileSync(join(cluster(data), "postmaster.pid"), "999999\n");
    await write();
  });

  it("gets past a lock file that names a living process of another program, of the same user", async () => {
    const other = spawn("sleep", ["60"], { ...asServer(), cwd: "/" });
    writeFileSync(join(cluster(data), "postmaster.pid"), `${other.pid}\n${cluster(data)}\n`);
    await write();
    expect(other.exitCode).toBeNull();
    other.kill();
  });

  it("gets past a server that was killed and that its parent has not reaped", async () => {
    const account = asServer();
    const { folder } = findBinaries(account, data, silentLog);
    // The shell becomes a sleep that never waits for its child: the killed server stays a zombie.
    const socket = join(data, "postgres/socket");
    const start = '"$0/bin/postgres" -D "$1" -k "$2" -c listen_addresses= & exec sleep 60';
    const parent = spawn("/bin/sh", ["-c", start, folder, cluster(data), socket], { ...account, cwd: "/", stdio: "ignore" });
    await until(() => readPidFile(cluster(data))?.ready === true);
    const server = serverOf(data);
    process.kill(server, "SIGKILL");
    await until(() => /\) Z /.test(readFileSync(`/proc/${server}/stat`, "utf8")));
    await write();
    parent.kill();
  });

  it("refuses when another Khéo has the data, and says which", async () => {
    const first = ledger(data, ["write", "60"]);
    await enough(first, 1);
    const second = ledger(data, ["write", "1"]);
    expect(await second.ended).not.toBe(0);
    expect(second.errors.join("\n")).toContain(`Another Khéo process (${first.child.pid})`);
    first.child.kill("SIGKILL");
    await first.ended;
  });

  it("refuses data of another version of PostgreSQL, and says what to do", async () => {
    const version = join(cluster(data), "PG_VERSION");
    writeFileSync(version, "17\n");
    const run = ledger(data, ["write", "1"]);
    expect(await run.ended).not.toBe(0);
    expect(run.errors.join("\n")).toMatch(/belongs to PostgreSQL 17.*kheo backup/);
    writeFileSync(version, "18\n");
  });

  it("refuses when the passwords of existing data are missing", async () => {
    const path = join(data, "secrets/database-superuser");
    const password = readFileSync(path, "utf8");
    rmSync(path);
    const run = ledger(data, ["write", "1"]);
    expect(await run.ended).not.toBe(0);
    expect(run.errors.join("\n")).toContain("Put the secrets folder");
    writeFileSync(path, password, { mode: 0o600 });
    await write();
  });
});

/** Users that the tests can run as here: always their own; root can also try an ordinary one, if that may read the checkout. */
const users: { name: string; user: { uid?: number; gid?: number } }[] = [
  { name: "own", user: {} },
  ...(root && mayRead(idsOf("nobody")) ? [{ name: "nobody", user: idsOf("nobody") }] : []),
];

function mayRead(user: { uid: number; gid: number }): boolean {
  return spawnSync("test", ["-r", program], { ...user, cwd: "/" }).status === 0;
}

function idsOf(name: string): { uid: number; gid: number } {
  const id = (option: string) => Number(spawnSync("id", [option, name], { encoding: "utf8" }).stdout);
  return { uid: id("-u"), gid: id("-g") };
}

describe("who may start it", { timeout: 120_000 }, () => {
  it.each(users)("starts for $name, in a folder whose path is too long for a socket", async ({ user }) => {
    const data = join(newData(), "a-very-long-name-of-a-folder-for-data/".repeat(4), "data");
    spawnSync("mkdir", ["-p", "-m", "711", data]);
    if (user.uid) chownSync(data, user.uid, user.gid ?? 0);
    else copyOfMade(data);
    const run = ledger(data, ["write", "0.2"], user);
    expect(await run.ended, run.errors.join("\n")).toBe(0);
    expect(numbers(run, "wrote").length).toBeGreaterThan(0);
    if (user.uid) expect(statSync(cluster(data)).uid).toBe(user.uid);
    else if (root) expect(statSync(cluster(data)).uid).not.toBe(0);
  });
});

if (root)
  describe("data in a folder that the database's own user cannot enter", { timeout: 120_000 }, () => {
    const shut = newData();
    const data = join(shut, "data");
    const pointer = join(data, "postgres.path");
    const write = () => {
      const run = ledger(data, ["write", "0.2"]);
      return run.ended.then((code) => ({ code, errors: run.errors.join("\n") }));
    };

    it("is kept outside, and found there again", async () => {
      chmodSync(shut, 0o700);
      expect(await write()).toMatchObject({ code: 0 });
      const home = readFileSync(pointer, "utf8").trim();
      expect(statSync(join(home, "cluster")).isDirectory()).toBe(true);
      expect(existsSync(join(data, "postgres"))).toBe(false);
      expect((await missingAfterRestart(data)).length).toBe(0);
      expect(readFileSync(pointer, "utf8").trim()).toBe(home);
      rmSync(home, { recursive: true });
    });

    it("is not replaced by new data when it was moved there", async () => {
      rmSync(data, { recursive: true });
      copyOfMade(data);
      const { code, errors } = await write();
      expect(code).not.toBe(0);
      expect(errors).toMatch(/cannot enter.*Move KHEO_DATA/);
      chmodSync(shut, 0o711);
      expect(await write()).toMatchObject({ code: 0 });
    });
  });

describe("the lock of one data folder", () => {
  it("goes to one process, tells who has it, and can be taken again after release", async () => {
    const data = newData();
    const first = await takeProcessLock(data);
    expect(await takeProcessLock(`${data}/.`)).toEqual({ by: String(process.pid) });
    if ("release" in first) await first.release();
    const again = await takeProcessLock(data);
    expect(again).toHaveProperty("release");
    if ("release" in again) await again.release();
  });
});
