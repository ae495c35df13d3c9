import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Files } from "../../../platform/files.ts";
import { plainFileName } from "../domain/file-name.ts";
import { say } from "../messages.ts";
import { refuseSecretFile } from "./secrecy.ts";

export type Scan = { hash: string; name: string; type: string; size: number };

/** By its first bytes: a scan is kept for years and must be what it says. */
const kinds: { type: string; ends: RegExp; begins: number[] }[] = [
  { type: "application/pdf", ends: /\.pdf$/iu, begins: [0x25, 0x50, 0x44, 0x46] },
  { type: "image/jpeg", ends: /\.jpe?g$/iu, begins: [0xff, 0xd8, 0xff] },
  { type: "image/png", ends: /\.png$/iu, begins: [0x89, 0x50, 0x4e, 0x47] },
];

/** Keeps a scan before the row that names it is written. */
export async function readScan(db: Database, actor: Actor, files: Files, file: File): Promise<Scan> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = kinds.find(({ ends, begins }) => ends.test(file.name) && begins.every((byte, at) => bytes[at] === byte));
  if (!kind) throw problem("unsupported", say("badScan"), { fields: { file: say("badScan").vi } });
  await refuseSecretFile(db, actor, { name: file.name, bytes });
  const { sha256, size } = await files.put(bytes);
  return { hash: sha256, name: plainFileName(file.name), type: kind.type, size };
}
