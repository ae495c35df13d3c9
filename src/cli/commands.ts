import type { Text } from "../kernel/language.ts";
import type { CliCommand } from "../platform/cli.ts";

export type Entry = { name: string; summary: Text; load: () => Promise<CliCommand> };

/** Every command of `kheo`. What a command needs is loaded when it is called, so that one does not wait for another's parts. */
export const commands: Entry[] = [
  {
    name: "serve",
    summary: { vi: "chạy máy chủ Khéo", en: "run the Khéo server" },
    load: async () => (await import("./serve.ts")).serve,
  },
];
