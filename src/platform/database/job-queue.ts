import { makeWorkerUtils } from "graphile-worker";
import type pg from "pg";
import type { Log } from "../log.ts";
import { createPool } from "./connection.ts";
import { quietJobLogger } from "./job-logger.ts";
import { ownerRole, roleName } from "./roles.ts";

/** Schema of graphile-worker; its tables are its own business, its functions are the interface. */
export const jobSchema = "graphile_worker";

/**
 * Installs or upgrades graphile-worker's schema as the owner. Its tables have row security without any policy, so only
 * the owner could use them; the app role, under which jobs are added and run, gets a policy and the grants for that.
 */
export async function prepareJobQueue(migratorUrl: string, owner: pg.ClientBase, log: Log): Promise<void> {
  const pool = createPool(migratorUrl, { max: 2, settings: { role: ownerRole }, log });
  try {
    const worker = await makeWorkerUtils({ pgPool: pool, schema: jobSchema, logger: quietJobLogger });
    try {
      await worker.migrate();
    } finally {
      await worker.release();
    }
  } finally {
    await pool.end();
  }
  await owner.query(grantsSql);
}

const app = roleName("app");

const grantsSql = `
  begin;
  -- Two processes starting at once would trip over each other's changes to the catalogue.
  select pg_advisory_xact_lock(7463312);
  grant usage on schema ${jobSchema} to ${app};
  grant execute on all functions in schema ${jobSchema} to ${app};
  grant select, insert, update, delete on all tables in schema ${jobSchema} to ${app};
  grant usage on all sequences in schema ${jobSchema} to ${app};
  do $$
  declare
    place regclass;
  begin
    for place in
      select c.oid::regclass from pg_class c
       where c.relnamespace = '${jobSchema}'::regnamespace and c.relrowsecurity
         and not exists (select from pg_policy p where p.polrelid = c.oid)
    loop
      execute format('create policy ${app} on %s to ${app} using (true) with check (true)', place);
    end loop;
  end $$;
  commit;
`;
