import { type UnzipFileInfo, unzipSync } from "fflate";
import type { Limits } from "./extracted.ts";
import { refuse } from "./refusals.ts";

/** A zip package of an office format, opened part by part. */
export type Archive = {
  /** Canonical: lower case, forward slashes. */
  names: string[];
  /** The XML text of a part; undefined when the file lacks it. */
  part(name: string): string | undefined;
  /** A part as it is. */
  bytes(name: string): Uint8Array | undefined;
};

const megabyte = 1024 * 1024;

/**
 * Opens the archive without unpacking what is not needed: pictures and fonts stay compressed.
 * Sizes are checked as declared before anything is inflated; fflate then inflates into a buffer of
 * exactly the declared size, so a size that lies cannot take more memory than it admitted.
 */
export function openArchive(bytes: Uint8Array, limits: Limits): Archive {
  const entries = listEntries(bytes, limits);
  const unpacked = (name: string): Uint8Array | undefined => {
    const entry = entries.get(canonical(name));
    if (entry === undefined) return undefined;
    if (entry.originalSize > limits.part) throw refuse.archiveTooLarge();
    return unzipping(() => unzipSync(bytes, { filter: (file) => file.name === entry.name }))[entry.name];
  };
  return {
    names: [...entries.keys()],
    part(name) {
      const content = unpacked(name);
      return content && decode(content);
    },
    bytes: unpacked,
  };
}

/** The archive's table of contents by canonical name. */
function listEntries(bytes: Uint8Array, limits: Limits): Map<string, UnzipFileInfo> {
  const entries = new Map<string, UnzipFileInfo>();
  let count = 0;
  let inflated = 0;
  unzipping(() =>
    unzipSync(bytes, {
      filter(entry) {
        const { name, size, originalSize } = entry;
        count += 1;
        inflated += originalSize;
        if (count > limits.entries || inflated > limits.inflated) throw refuse.archiveTooLarge();
        if (originalSize > megabyte && originalSize > size * limits.ratio) throw refuse.archiveTooLarge();
        entries.set(canonical(name), entry);
        return false;
      },
    }),
  );
  return entries;
}

/** Some generators write back slashes, a leading slash or other letter case; Word opens them all. */
function canonical(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

/** XML parts are UTF-8 or, rarely, UTF-16 with its mark. */
function decode(content: Uint8Array): string {
  const wide = (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff);
  const encoding = wide ? (content[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8";
  return new TextDecoder(encoding).decode(content);
}

/** fflate's own errors mean a broken archive; ours pass through. */
function unzipping<T>(unzip: () => T): T {
  try {
    return unzip();
  } catch (error) {
    if (error instanceof Error && error.name === "Problem") throw error;
    throw refuse.damaged();
  }
}
