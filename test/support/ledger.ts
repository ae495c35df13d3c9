/**
 * A program for the tests that kill: it opens KHEO_DATA as the server does and writes acts from many connections at once.
 * Each act's number goes to stdout only after its commit was acknowledged, so whatever a killed run printed must be there.
 *   node test/support/ledger.ts write SECONDS | numbers
 */
import { sql } from "kysely";
import { readConfig } from "../../src/platform/config.ts";
import { openDatabases } from "../../src/platform/database/index.ts";
import { createLog } from "../../src/platform/log.ts";

const [what, seconds = "0"] = process.argv.slice(2);
const config = readConfig();
const databases = await openDatabases(config, { log: createLog(config.log), use: "server" });
process.stdout.write(`server ${databases.serverPid()}\n`);

if (what === "write") {
  const until = Date.now() + Number(seconds) * 1000;
  await Promise.all(Array.from({ length: 8 }, () => writeUntil(until)));
}
if (what === "numbers") {
  const { rows } = await sql<{ id: string }>`select id::text from act order by id`.execute(databases.app);
  for (const { id } of rows) process.stdout.write(`found ${id}\n`);
}
await databases.close();
process.stdout.write("closed\n");

async function writeUntil(until: number) {
  while (Date.now() < until) {
    try {
      const { rows } = await sql<{ id: string }>`
        insert into act (act, thing_kind, thing_id, system) values ('test:write', 'ledger', ${process.pid}::text, 'test') returning id::text`.execute(
        databases.app,
      );
      process.stdout.write(`wrote ${rows[0]?.id}\n`);
    } catch {
      // The database server was killed: not acknowledged, so nothing is claimed. It comes back by itself.
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}
