/** `npm run db:types`: writes src/platform/database/tables.ts from a database migrated for the purpose. */
import { startTestServer } from "../test/support/database-server.ts";
import { printTypes, typesFile } from "./types.ts";

const server = await startTestServer();
try {
  printTypes(server.urls.migrator, typesFile);
} finally {
  await server.stop();
}
