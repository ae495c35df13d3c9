/** `npm run db:schema`: writes db/schema.sql from a database migrated for the purpose. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Client } from "pg";
import { printSchema } from "../src/platform/database/catalogue.ts";
import { asOwner } from "../src/platform/database/open.ts";
import { startTestServer } from "../test/support/database-server.ts";

const server = await startTestServer();
try {
  const client = new Client({ connectionString: asOwner(server.urls.migrator) });
  await client.connect();
  writeFileSync(resolve(import.meta.dirname, "schema.sql"), await printSchema(client));
  await client.end();
} finally {
  await server.stop();
}
