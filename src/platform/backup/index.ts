export { backUp } from "./backup.ts";
export { restore } from "./restore.ts";
export { say as sayBackup } from "./messages.ts";
export type { Manifest } from "./manifest.ts";
