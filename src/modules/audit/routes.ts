import { join } from "node:path";
import type { Module } from "../../platform/module.ts";
import { actorOf } from "../../platform/http/context.ts";
import { routesFor } from "../../platform/http/routes-for.ts";
import { auditContract } from "./contract.ts";
import { readHistory, type HistoryPorts } from "./history.ts";
import { ensureInstallationKey } from "./keys.ts";
import { startSealer } from "./sealing.ts";

const os = routesFor(auditContract);

/** The slice for the composition root, with what the later slices contribute to a history. */
export function auditModule(ports: HistoryPorts): Module {
  return {
    name: "audit",
    router: os.router({
      history: os.history.handler(({ input, context }) => readHistory(context.db, actorOf(context), input, ports)),
    }),
    async start({ db, config, log }) {
      await ensureInstallationKey(db, join(config.data, "secrets"));
      return startSealer({ db, folder: sealsFolder(config.data), log });
    },
  };
}

/** Where seals are kept outside the database. */
export const sealsFolder = (data: string): string => join(data, "seals");
