import { type UnzipFileInfo, unzipSync } from "fflate";
import type { Limits } from "../extracted.ts";
import { packageFormats } from "../formats.ts";
import { refuse } from "../refusals.ts";
import { formatNames } from "../sniff.ts";
import { findAll, parseXml } from "./xml.ts";

/** The parts of a .docx that are read, as XML text; a part that the file lacks is undefined. */
export type Package = {
  document: string;
  numbering: string | undefined;
  styles: string | undefined;
  footnotes: string | undefined;
  /** Target of a relationship of the main part (headers and footers). */
  related(id: string): string | undefined;
};

const megabyte = 1024 * 1024;

/**
 * Opens the archive without unpacking what is not needed: pictures and fonts stay compressed.
 * Sizes are checked as declared before anything is inflated; fflate then inflates into a buffer of
 * exactly the declared size, so a size that lies cannot take more memory than it admitted.
 */
export function openPackage(bytes: Uint8Array, limits: Limits): Package {
  const entries = listEntries(bytes, limits);
  const part = (name: string): string | undefined => {
    const entry = entries.get(canonical(name));
    if (entry === undefined) return undefined;
    if (entry.originalSize > limits.part) throw refuse.archiveTooLarge();
    const files = unzipping(() => unzipSync(bytes, { filter: (file) => file.name === entry.name }));
    const content = files[entry.name];
    return content && decode(content);
  };

  refuseOtherFormats([...entries.keys()], part);
  const main = target(part("_rels/.rels"), "/officeDocument") ?? "word/document.xml";
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const relationships = part(`${folder}_rels/${main.slice(folder.length)}.rels`);
  const byType = (type: string): string | undefined => {
    const path = target(relationships, type);
    return path === undefined ? undefined : part(resolve(folder, path));
  };
  const document = part(main);
  if (document === undefined) throw refuse.damaged();
  return {
    document,
    numbering: byType("/numbering"),
    styles: byType("/styles"),
    footnotes: byType("/footnotes"),
    related(id) {
      const relationship = relationshipsOf(relationships).find(({ attributes }) => attributes["Id"] === id);
      const path = relationship?.attributes["Target"];
      return path === undefined ? undefined : part(resolve(folder, path));
    },
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

function refuseOtherFormats(names: string[], part: (name: string) => string | undefined): void {
  const types = part("[Content_Types].xml");
  if (types === undefined) throw refuse.mislabelled(".docx", formatNames.archive);
  if (types.includes("macroEnabled") || names.some((name) => name.endsWith("vbaproject.bin"))) {
    throw refuse.macros();
  }
  if (types.includes("wordprocessingml.document.main") || types.includes("wordprocessingml.template.main")) return;
  const format = packageFormats.find(([marker]) => types.includes(`${marker}.`))?.[1];
  if (format) throw refuse.mislabelled(".docx", format);
}

function relationshipsOf(xml: string | undefined) {
  return xml === undefined ? [] : findAll(parseXml(xml), "rel:Relationship");
}

/** Transitional and strict files write the type under different addresses with the same end. */
function target(xml: string | undefined, type: string): string | undefined {
  const found = relationshipsOf(xml).find(({ attributes }) => attributes["Type"]?.endsWith(type));
  return found?.attributes["Target"]?.replace(/^\/+/, "");
}

function resolve(folder: string, path: string): string {
  if (path.startsWith("/") || path.startsWith(folder)) return path;
  const steps: string[] = [];
  for (const step of `${folder}${path}`.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
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
