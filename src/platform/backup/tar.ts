import { open, type FileHandle } from "node:fs/promises";

/**
 * As much of the tar format (POSIX ustar) as an archive of our own needs: files with short ASCII names. Anybody can look
 * inside with `tar tf`.
 */
const block = 512;

export type TarWriter = {
  add(path: string, content: Uint8Array): Promise<void>;
  /** `size` must be what `content` yields in all. */
  addStream(path: string, size: number, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** Writes the end mark; an archive without it was cut off. */
  end(): Promise<void>;
};

export function tarWriter(file: FileHandle, at: Date): TarWriter {
  const pad = (size: number) => file.writeFile(Buffer.alloc((block - (size % block)) % block));
  return {
    async add(path, content) {
      await file.writeFile(header(path, content.byteLength, at));
      await file.writeFile(content);
      await pad(content.byteLength);
    },
    async addStream(path, size, content) {
      await file.writeFile(header(path, size, at));
      let written = 0;
      for await (const chunk of content) {
        written += chunk.byteLength;
        await file.writeFile(chunk);
      }
      if (written !== size) throw new Error(`${path} changed while it was read: ${written} bytes instead of ${size}`);
      await pad(size);
    },
    end: () => file.writeFile(Buffer.alloc(2 * block)),
  };
}

function header(path: string, size: number, at: Date): Buffer {
  if (Buffer.byteLength(path) > 100) throw new Error(`a name of at most 100 bytes is needed in a tar archive: ${path}`);
  const bytes = Buffer.alloc(block);
  const octal = (value: number, length: number) => value.toString(8).padStart(length - 1, "0");
  bytes.write(path, 0);
  bytes.write(octal(0o600, 8), 100);
  bytes.write(octal(0, 8), 108);
  bytes.write(octal(0, 8), 116);
  bytes.write(octal(size, 12), 124);
  bytes.write(octal(Math.floor(at.getTime() / 1000), 12), 136);
  bytes.write(" ".repeat(8), 148);
  bytes.write("0", 156);
  bytes.write("ustar\u000000", 257);
  bytes.write(
    octal(
      bytes.reduce((sum, byte) => sum + byte, 0),
      7,
    ),
    148,
  );
  bytes.write("\0 ", 154);
  return bytes;
}

export type TarEntry = { path: string; size: number; offset: number };

/** Where each file lies in the archive. Throws when the archive is cut off or not one of ours. */
export async function readTarIndex(path: string): Promise<Map<string, TarEntry>> {
  const file = await open(path, "r");
  try {
    const { size: length } = await file.stat();
    const entries = new Map<string, TarEntry>();
    for (let position = 0; ;) {
      const bytes = Buffer.alloc(block);
      const { bytesRead } = await file.read(bytes, 0, block, position);
      if (bytesRead < block) throw new Error("the archive is cut off");
      if (bytes.every((byte) => byte === 0)) return entries;
      if (bytes.toString("latin1", 257, 262) !== "ustar") throw new Error("not a tar archive");
      const name = bytes.toString("utf8", 0, 100).replace(/\0.*$/s, "");
      const size = Number.parseInt(bytes.toString("latin1", 124, 135), 8);
      const offset = position + block;
      if (!Number.isSafeInteger(size) || offset + size > length) throw new Error("the archive is cut off");
      entries.set(name, { path: name, size, offset });
      position = offset + Math.ceil(size / block) * block;
    }
  } finally {
    await file.close();
  }
}
