import { flushCompileCache } from "node:module";
import type { AddressInfo } from "node:net";
import type { Text } from "../kernel/language.ts";
import { fillDemo } from "../modules/demo/index.ts";
import { setUpNotice } from "../modules/identity/index.ts";
import type { Config } from "../platform/config.ts";
import { openDatabases } from "../platform/database/index.ts";
import { collectFiles } from "../platform/file-collection.ts";
import { openFiles } from "../platform/files.ts";
import { startJobs } from "../platform/job-runner.ts";
import type { Log } from "../platform/log.ts";
import { createMailer } from "../platform/mail.ts";
import type { Services } from "../platform/services.ts";
import { buildWeb } from "../platform/web-build.ts";
import { createApp } from "./app.ts";
import { modules } from "./modules.ts";

/** `notice`: what whoever started the server must read, such as the link for the first set-up. */
export type Running = { url: string; notice: Text | null; stop(): Promise<void> };

/** Starts everything in the order in which it depends on each other; `stop` ends it in the other order. */
export async function serve(config: Config, log: Log): Promise<Running> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).toReversed()) await end();
  };
  try {
    const web = await buildWeb(log);
    const databases = await openDatabases(config, { log, use: "server" });
    stops.push(() => databases.close());
    const services: Services = {
      config,
      log,
      databases,
      db: databases.app,
      files: await openFiles(config.data),
      mailer: createMailer(config, log),
      clock: () => new Date(),
      demo: { fill: (tx) => fillDemo(tx) },
    };
    for (const module of modules) {
      const end = await module.start?.(services);
      if (end) stops.push(end);
    }
    const jobs = await startJobs(services, [collectFiles, ...modules.flatMap(({ jobs: own = [] }) => own)]);
    stops.push(() => jobs.stop());
    const app = await createApp(services, { web });
    stops.push(() => app.close());
    await app.listen({ host: config.host, port: config.port });
    const { port } = app.server.address() as AddressInfo;
    const url = config.port === 0 ? config.url.replace(/:0$/, `:${port}`) : config.url;
    log.info("listening", { url });
    // Not left to the end: a server may be killed.
    flushCompileCache();
    return { url, notice: await setUpNotice(services, url), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
