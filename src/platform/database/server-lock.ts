import { Client } from "pg";
import { problem } from "../../kernel/errors.ts";
import type { Log } from "../log.ts";
import { withParameters } from "./connection.ts";
import { say } from "./messages.ts";

const lockKey = 7_463_313;

/**
 * With DATABASE_URL two servers on two machines could share one database and each take the other's running jobs for
 * abandoned. The lock belongs to a connection, so it is gone when the process is, however that ends.
 */
export async function holdServerLock(url: string, log: Log): Promise<{ release(): Promise<void> }> {
  let held = await tryLock(url);
  if (!held) throw problem("unavailable", say("inUseElsewhere"));
  let released = false;
  const retake = setInterval(() => {
    if (released || held) return;
    tryLock(url)
      .then((client) => (client ? watch(client) : log.error("another server uses this database")))
      .catch((error: unknown) => log.warn("the database is not reachable", { error }));
  }, 5000);
  retake.unref();
  const watch = (client: Client) => {
    held = client;
    const lost = () => (held = null);
    client.on("error", lost);
    client.on("end", lost);
  };
  watch(held);
  return {
    async release() {
      released = true;
      clearInterval(retake);
      await held?.end();
    },
  };
}

async function tryLock(url: string): Promise<Client | null> {
  const client = new Client({ connectionString: withParameters(url, { application_name: "kheo server" }), keepAlive: true });
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [lockKey]);
  if (rows[0]?.taken) return client;
  await client.end();
  return null;
}
