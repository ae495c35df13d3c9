import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PersonId, UnitId } from "../../src/kernel/ids.ts";
import { ensureInstallationKey } from "../../src/modules/audit/index.ts";
import { newPerson } from "../../src/modules/identity/service/people.ts";
import { placePost } from "../../src/modules/identity/service/posts.ts";
import { beginSession } from "../../src/modules/identity/service/sessions.ts";
import { readConfig } from "../../src/platform/config.ts";
import { openDatabases, transaction, type Databases } from "../../src/platform/database/index.ts";
import { openFiles } from "../../src/platform/files.ts";
import { sessionCookie } from "../../src/platform/http/cookies.ts";
import { silentLog } from "../../src/platform/log.ts";
import { createMailer } from "../../src/platform/mail.ts";
import { createApp } from "../../src/server/app.ts";

export type Visitor = { person: PersonId; get(path: string): Promise<unknown> };

/** An installation of its own: database, server, people with sessions. */
export type Place = { databases: Databases; person(login: string, unit: UnitId): Promise<Visitor>; close(): Promise<void> };

export async function openPlace(): Promise<Place> {
  const data = mkdtempSync(join(tmpdir(), "kheo-bench-"));
  chmodSync(data, 0o711);
  const config = readConfig({ KHEO_DATA: data, PORT: "8080" });
  const databases = await openDatabases(config, { log: silentLog, use: "server" });
  const db = databases.app;
  await ensureInstallationKey(db, join(data, "secrets"));
  const services = {
    config,
    log: silentLog,
    databases,
    db,
    files: await openFiles(data),
    mailer: createMailer(config, silentLog),
    clock: () => new Date(),
    demo: null,
  };
  const app = await createApp(services, { web: null });
  await app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    databases,
    async person(login, unitId) {
      const { id, token } = await transaction(db, async (tx) => {
        const person = await newPerson(tx, { name: `Cán bộ ${login}`, login, email: null, phone: null, language: "vi" });
        await placePost(tx, { system: "bench" }, { personId: person.id, unitId, role: "coordinator", from: "2020-01-01", until: null });
        const session = await beginSession(tx, { personId: person.id, complete: true, shared: false, userAgent: "bench", now: new Date() });
        return { id: person.id, token: session.token };
      });
      const headers = { cookie: `${sessionCookie(config.url)}=${token}`, "sec-fetch-site": "same-origin" };
      return {
        person: id,
        async get(path) {
          const answer = await fetch(`http://127.0.0.1:${port}/api${path}`, { headers });
          if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
          return answer.json();
        },
      };
    },
    async close() {
      await app.close();
      await databases.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
