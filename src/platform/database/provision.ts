import { Client } from "pg";
import { accessStatements, databaseStatement, roleStatements, type Passwords } from "./roles.ts";
import { withParameters } from "./connection.ts";

/**
 * Makes roles and database on the embedded server, or brings them back to what they should be. The only superuser
 * connection there is; it is closed before anything else connects.
 */
export async function provision(superuserUrl: string, database: string, passwords: Passwords): Promise<void> {
  const client = new Client({ connectionString: withParameters(superuserUrl, { application_name: "kheo set-up" }) });
  await client.connect();
  try {
    for (const statement of roleStatements(passwords)) await client.query(statement);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [database]);
    if (!rowCount) await client.query(databaseStatement(database));
    for (const statement of accessStatements(database)) await client.query(statement);
  } finally {
    await client.end();
  }
}
