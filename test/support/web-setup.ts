import { buildWeb } from "../../src/platform/web-build.ts";
import { silentLog } from "../../src/platform/log.ts";

/** Built once before the browser tests: two files that found it stale at the same moment would build it into one folder. */
export default async function setup() {
  if (!process.env["WEB"]) await buildWeb(silentLog);
}
