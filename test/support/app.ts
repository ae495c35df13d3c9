import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import { afterAll } from "vitest";
import type { Actor } from "../../src/kernel/actor.ts";
import type { PersonId, UnitId } from "../../src/kernel/ids.ts";
import type { Role } from "../../src/kernel/permissions.ts";
import { ensureInstallationKey } from "../../src/modules/audit/index.ts";
import { readCaller } from "../../src/modules/identity/index.ts";
import { newPerson } from "../../src/modules/identity/service/people.ts";
import { placePost } from "../../src/modules/identity/service/posts.ts";
import { beginSession } from "../../src/modules/identity/service/sessions.ts";
import { saveFactor } from "../../src/modules/identity/store/second-factor.ts";
import { readConfig, type Config } from "../../src/platform/config.ts";
import { transaction } from "../../src/platform/database/index.ts";
import { openFiles } from "../../src/platform/files.ts";
import { sessionCookie } from "../../src/platform/http/cookies.ts";
import { startJobs } from "../../src/platform/job-runner.ts";
import { listJobs } from "../../src/platform/jobs.ts";
import { createLog } from "../../src/platform/log.ts";
import { createMailer } from "../../src/platform/mail.ts";
import type { Services } from "../../src/platform/services.ts";
import { createApp } from "../../src/server/app.ts";
import { modules } from "../../src/server/modules.ts";
import { testDatabase } from "./database.ts";

export type Answer = { status: number; body: any; headers: Record<string, unknown>; raw: Buffer }; // oxlint-disable-line typescript/no-explicit-any -- tests look into answers of every shape

/** Somebody at a browser: anonymous without a cookie. Paths are without /api. */
export type Visitor = {
  get(path: string, query?: Record<string, unknown>): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  put(path: string, body?: unknown): Promise<Answer>;
  patch(path: string, body?: unknown): Promise<Answer>;
  delete(path: string, body?: unknown): Promise<Answer>;
  /** Multipart, as a form with files sends it. */
  upload(path: string, fields: Record<string, string | File | File[]>): Promise<Answer>;
  /** Outside /api: downloads and pages. */
  fetch(path: string): Promise<Answer>;
};

export type Person = Visitor & { id: PersonId; name: string; token: string; actor: Actor };

export type NewPersonInTest = { name: string; unit: UnitId; role: Role; from?: string; until?: string | null };

const system = { system: "test" };
let people = 0;

/**
 * The real application over a database of its own; requests go through everything but the network.
 * `clock` can be moved: `app.now("2026-03-01T09:00:00+07:00")`.
 */
export async function testApp({
  at = "2026-03-02T09:00:00+07:00",
  settings = {} as Partial<Config>,
  demo = null as Services["demo"],
  /** Folder of the built web, for browser tests. */
  web = null as string | null,
} = {}) {
  const database = await testDatabase();
  const data = mkdtempSync(join(tmpdir(), "kheo-app-"));
  const log = createLog({ format: "pretty", level: "error" });
  const config: Config = { ...readConfig({ KHEO_DATA: data, PORT: "8080" }), ...settings };
  let now = new Date(at);
  const services: Services = {
    config,
    log,
    databases: { ...database, serverPid: () => null, close: database.drop },
    db: database.app,
    files: await openFiles(data),
    mailer: createMailer(config, log),
    clock: () => now,
    demo,
  };
  await ensureInstallationKey(services.db, join(data, "secrets"));
  const app = await createApp(services, { web });
  await app.ready();
  afterAll(async () => {
    await app.close();
    rmSync(data, { recursive: true, force: true });
  });

  return {
    services,
    db: services.db,
    app,
    anonymous: visitor(app, config, null),
    now: (instant: string) => void (now = new Date(instant)),
    /** A person with one post and a live session, made through identity's own functions. */
    person: async ({ name, unit, role, from = "2020-01-01", until = null }: NewPersonInTest): Promise<Person> => {
      const login = `person${(people += 1)}`;
      const { id, token } = await transaction(services.db, async (tx) => {
        const person = await newPerson(tx, { name, login, email: null, phone: null, language: "vi" });
        await placePost(tx, system, { personId: person.id, unitId: unit, role, from, until });
        // An administrator without a second factor may do nothing.
        if (role === "administrator")
          await saveFactor(tx, person.id, { secret: Buffer.alloc(48), pending: null, confirmedAt: now, lastStep: 0 });
        const session = await beginSession(tx, { personId: person.id, complete: true, shared: false, userAgent: "test", now });
        return { id: person.id, token: session.token };
      });
      const caller = await readCaller(services.db, token, services.clock);
      if (!caller?.actor) throw new Error(`${name} has no post today`);
      return { ...visitor(app, config, token), id, name, token, actor: caller.actor };
    },
    visitor: (token: string | null) => visitor(app, config, token),
    /** Runs background jobs until none that is due is left; throws when one failed. */
    runJobs: async (): Promise<void> => {
      const runner = await startJobs(
        services,
        modules.flatMap(({ jobs = [] }) => jobs),
      );
      try {
        for (let round = 0; round < 600; round++) {
          const jobs = await listJobs(services.db);
          const broken = jobs.find(({ lastError }) => lastError !== null);
          if (broken) throw new Error(`job ${broken.name}: ${broken.lastError}`);
          if (!jobs.some(({ nextRun }) => nextRun.getTime() <= Date.now())) return;
          await sleep(50);
        }
        throw new Error("jobs did not end");
      } finally {
        await runner.stop();
      }
    },
  };
}

export type TestApp = Awaited<ReturnType<typeof testApp>>;

let visitors = 0;

function visitor(app: FastifyInstance, config: Config, token: string | null): Visitor {
  // Everybody sits at an address of their own, as in life; limits per address would otherwise stop a long test.
  const place = (visitors += 1);
  const remoteAddress = `10.${(place >> 16) & 255}.${(place >> 8) & 255}.${place & 255}`;
  const send = async (method: string, url: string, payload?: { type: string; bytes: Buffer }): Promise<Answer> => {
    const response = await app.inject({
      method: method as "GET",
      url,
      remoteAddress,
      headers: {
        host: new URL(config.url).host,
        "sec-fetch-site": "same-origin",
        ...(token === null ? {} : { cookie: `${sessionCookie(config.url)}=${token}` }),
        ...(payload ? { "content-type": payload.type, "content-length": String(payload.bytes.length) } : {}),
      },
      ...(payload ? { payload: payload.bytes } : {}),
    });
    const json = (response.headers["content-type"]?.toString() ?? "").includes("json");
    return {
      status: response.statusCode,
      body: json && response.body !== "" ? JSON.parse(response.body) : response.body,
      headers: response.headers,
      raw: response.rawPayload,
    };
  };
  const json =
    (method: string) =>
    (path: string, body: unknown = {}) =>
      send(method, `/api${path}`, { type: "application/json", bytes: Buffer.from(JSON.stringify(body)) });
  return {
    get: (path, query = {}) => send("GET", `/api${path}${queryString(query)}`),
    post: json("POST"),
    put: json("PUT"),
    patch: json("PATCH"),
    delete: json("DELETE"),
    fetch: (path) => send("GET", path),
    async upload(path, fields) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) for (const part of [value].flat()) form.append(name, part);
      const encoded = new Response(form);
      return send("POST", `/api${path}`, {
        type: encoded.headers.get("content-type") ?? "",
        bytes: Buffer.from(await encoded.arrayBuffer()),
      });
    },
  };
}

function queryString(query: Record<string, unknown>): string {
  const given = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, String(one)]));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
}
