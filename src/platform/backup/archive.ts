import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Problem, problem } from "../../kernel/errors.ts";
import { Manifest, manifestDigestName, manifestName, type Part } from "./manifest.ts";
import { say } from "./messages.ts";
import { readTarIndex, type TarEntry } from "./tar.ts";

export type Archive = {
  manifest: Manifest;
  content(part: Part): Readable;
  /** The parts of one table as one stream of COPY text. */
  rows(parts: Part[]): Readable;
};

/** Opens an archive after every part of it was compared with its digest: what is restored is what was backed up. */
export async function openArchive(path: string): Promise<Archive> {
  const index = await readTarIndex(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code) throw problem("not_found", say("unreadable", { path, reason: error.code }));
    throw problem("invalid_input", say("cutOff", { path }));
  });
  const read = (entry: TarEntry) =>
    entry.size === 0 ? Readable.from([]) : createReadStream(path, { start: entry.offset, end: entry.offset + entry.size - 1 });
  const manifest = await readManifest(path, index, read);
  const entryOf = (part: Part) => {
    const entry = index.get(part.path);
    if (!entry || entry.size !== part.size) throw problem("invalid_input", say("damaged", { path, part: part.path }));
    return entry;
  };
  for (const part of [...manifest.tables.flatMap(({ parts }) => parts), ...manifest.files]) {
    if ((await digestOf(read(entryOf(part)))) !== part.sha256) throw problem("invalid_input", say("damaged", { path, part: part.path }));
  }
  const content = (part: Part) => read(entryOf(part));
  return { manifest, content, rows: (parts) => Readable.from(inflated(parts.map((part) => () => content(part)))) };
}

async function* inflated(parts: (() => Readable)[]): AsyncGenerator<Buffer> {
  for (const part of parts) yield* part().pipe(createGunzip()) as AsyncIterable<Buffer>;
}

async function readManifest(path: string, index: Map<string, TarEntry>, read: (entry: TarEntry) => Readable): Promise<Manifest> {
  try {
    const text = await textOf(index.get(manifestName), read);
    const digest = (await textOf(index.get(manifestDigestName), read)).trim();
    if (digest !== createHash("sha256").update(text).digest("hex"))
      throw problem("invalid_input", say("damaged", { path, part: manifestName }));
    return Manifest.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw problem("invalid_input", say("cutOff", { path }));
  }
}

async function textOf(entry: TarEntry | undefined, read: (entry: TarEntry) => Readable): Promise<string> {
  if (!entry) throw new Error("missing");
  const chunks: Buffer[] = [];
  for await (const chunk of read(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

async function digestOf(content: Readable): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of content) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
