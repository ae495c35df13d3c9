import type { TestProject } from "vitest/node";
import { silentLog } from "../../src/platform/log.ts";
import { buildWeb } from "../../src/platform/web-build.ts";
import startDatabase from "./database-setup.ts";

/**
 * What the browser tests stand on, made at the same time: the database server, and the web, which is built once beforehand (two files
 * that found it stale at the same moment would build it into one folder).
 */
export default async function setup(project: TestProject) {
  const [stopDatabase] = await Promise.all([startDatabase(project), process.env["WEB"] ? null : buildWeb(silentLog)]);
  return stopDatabase;
}
