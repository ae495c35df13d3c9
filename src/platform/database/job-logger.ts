import { Logger } from "graphile-worker";

/** graphile-worker prints a line per job; what matters of it reaches our log through the worker's events instead. */
export const quietJobLogger = new Logger(() => () => {});
