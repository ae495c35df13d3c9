import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** This program's version, as package.json states it. */
export const programVersion = (JSON.parse(readFileSync(resolve(import.meta.dirname, "../../package.json"), "utf8")) as { version: string })
  .version;
