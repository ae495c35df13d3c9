import { createHash, randomBytes } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { problem } from "../kernel/errors.ts";
import { phrasebook } from "../kernel/language.ts";
import { syncFolder } from "./durable.ts";

export type StoredFile = { sha256: string; size: number };

/** Files by content: KHEO_DATA/files/<first two digits>/<sha256>. The same content is kept once, whoever brought it. */
export type Files = {
  /** On disk for good when it returns, so a row may name it. More than `limit` bytes is refused and nothing of it kept. */
  put(content: Uint8Array | AsyncIterable<Uint8Array>, options?: { limit?: number }): Promise<StoredFile>;
  /** Throws `not_found` when the content is not here. */
  open(sha256: string): Promise<Readable>;
  read(sha256: string): Promise<Buffer>;
  size(sha256: string): Promise<number | null>;
  /** Erases content at once; whoever calls has made sure that no row names it. Nothing happens when it is not here. */
  erase(sha256: string): Promise<void>;
  /** Every file that is here, for the backup. */
  list(): AsyncIterable<StoredFile>;
  /**
   * Removes what no row has named for a week; a file is stored before its row commits, so a young one may still be waiting.
   * `referenced` must have been read completely before; returns how many went.
   */
  removeUnreferenced(referenced: ReadonlySet<string>, now: Date): Promise<number>;
};

const week = 7 * 24 * 60 * 60 * 1000;
const goingSuffix = ".going";
const name = /^[0-9a-f]{64}$/;

const say = phrasebook(
  {
    missing: "Không tìm thấy nội dung tệp này trên máy chủ. Hãy báo người quản trị kiểm tra thư mục dữ liệu hoặc khôi phục từ bản sao lưu.",
    tooLarge: ({ limit }: { limit: string }) => `Tệp lớn hơn ${limit} MB. Hãy chia nhỏ hoặc nén lại rồi gửi.`,
  },
  {
    missing: "The content of this file is not on the server. Ask the administrator to check the data folder or restore a backup.",
    tooLarge: ({ limit }: { limit: string }) => `The file is larger than ${limit} MB. Split or compress it and send again.`,
  },
);

export async function openFiles(data: string): Promise<Files> {
  const root = join(data, "files");
  const incoming = join(root, "incoming");
  await mkdir(incoming, { recursive: true, mode: 0o700 });

  const folderOf = (sha256: string) => join(root, sha256.slice(0, 2));
  const pathOf = (sha256: string) => {
    // The digest becomes part of a path.
    if (!name.test(sha256)) throw problem("not_found", say("missing"));
    return join(folderOf(sha256), sha256);
  };

  const files: Files = {
    async put(content, { limit = Infinity } = {}) {
      const temporary = join(incoming, randomBytes(12).toString("hex"));
      try {
        const stored = await writeHashed(temporary, content, limit);
        const newFolder = await mkdir(folderOf(stored.sha256), { recursive: true, mode: 0o700 });
        // Also when it is there already: the fresh file is what `removeUnreferenced` sees as young.
        await rename(temporary, pathOf(stored.sha256));
        await syncFolder(folderOf(stored.sha256));
        if (newFolder) await syncFolder(root);
        return stored;
      } catch (error) {
        await unlink(temporary).catch(() => {});
        throw error;
      }
    },

    async open(sha256) {
      const handle = await open(pathOf(sha256), "r").catch(orMissing);
      return createReadStream("", { fd: handle });
    },

    read: (sha256) => readFile(pathOf(sha256)).catch(orMissing),

    size: (sha256) =>
      stat(pathOf(sha256)).then(
        ({ size }) => size,
        () => null,
      ),

    async erase(sha256) {
      await unlink(pathOf(sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "ENOENT") throw error;
      });
      await syncFolder(folderOf(sha256)).catch(() => {});
    },

    async *list() {
      for (const folder of (await readdir(root)).filter((entry) => entry.length === 2).toSorted()) {
        for (const sha256 of (await readdir(join(root, folder))).filter((entry) => name.test(entry)).toSorted()) {
          const size = await files.size(sha256);
          if (size !== null) yield { sha256, size };
        }
      }
    },

    async removeUnreferenced(referenced, now) {
      const before = now.getTime() - week;
      let removed = 0;
      for (const abandoned of await readdir(incoming)) {
        const path = join(incoming, abandoned);
        const sha256 = abandoned.replace(goingSuffix, "");
        // Taken aside by a run that was cut off: back first, and judged below like any other.
        if (name.test(sha256) && !existsSync(pathOf(sha256))) await rename(path, pathOf(sha256));
        else if ((await stat(path)).mtimeMs < before) await unlink(path);
      }
      for await (const { sha256 } of files.list()) {
        if (referenced.has(sha256) || (await stat(pathOf(sha256))).mtimeMs >= before) continue;
        // Taken aside first: the same content may be stored again at this very moment, and then it must stay.
        const aside = join(incoming, `${sha256}${goingSuffix}`);
        await rename(pathOf(sha256), aside);
        if ((await stat(aside)).mtimeMs >= before) await rename(aside, pathOf(sha256));
        else {
          await unlink(aside);
          removed += 1;
        }
      }
      return removed;
    },
  };
  return files;
}

function orMissing(error: NodeJS.ErrnoException): never {
  if (error.code === "ENOENT") throw problem("not_found", say("missing"));
  throw error;
}

async function writeHashed(path: string, content: Uint8Array | AsyncIterable<Uint8Array>, limit: number): Promise<StoredFile> {
  const hash = createHash("sha256");
  const file = await open(path, "wx", 0o600);
  let size = 0;
  try {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      size += chunk.byteLength;
      if (size > limit) throw problem("too_large", say("tooLarge", { limit: String(Math.floor(limit / 1024 / 1024)) }));
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), size };
}
