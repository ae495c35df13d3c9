import { sql } from "kysely";
import type { FastifyInstance } from "fastify";
import { pendingMigrations } from "../platform/database/index.ts";
import type { Services } from "../platform/services.ts";

/** `/healthz`: the process answers. `/readyz`: it can do its work (database reachable, migrations done). */
export function mountHealth(app: FastifyInstance, { db, log }: Services): void {
  app.get("/healthz", { config: { rateLimit: false } }, async () => ({ status: "ok" }));
  app.get("/readyz", { config: { rateLimit: false } }, async (_request, reply) => {
    const checks = { database: false, migrations: false };
    try {
      await sql`select 1`.execute(db);
      checks.database = true;
      checks.migrations = (await pendingMigrations(db)).length === 0;
    } catch (error) {
      log.warn("not ready", { error });
    }
    const ready = Object.values(checks).every(Boolean);
    return reply.status(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready", checks });
  });
}
