import { openArchive } from "../archive.ts";
import type { Limits, NamedBytes } from "../extracted.ts";
import { packageFormats } from "../formats.ts";
import { refuse } from "../refusals.ts";
import { formatNames } from "../sniff.ts";
import { findAll } from "../xml.ts";
import { parseWord } from "./word-xml.ts";

/** The parts of a .docx that are read, as XML text; a part that the file lacks is undefined. */
export type Package = {
  document: string;
  numbering: string | undefined;
  styles: string | undefined;
  footnotes: string | undefined;
  endnotes: string | undefined;
  /** Target of a relationship of the main part (headers, footers, data of diagrams). */
  related(id: string): string | undefined;
  /** The same as a file: another document kept inside this one. */
  enclosed(id: string): NamedBytes | undefined;
};

export function openPackage(bytes: Uint8Array, limits: Limits): Package {
  const { names, part, bytes: partBytes } = openArchive(bytes, limits);
  refuseOtherFormats(names, part);
  const main = target(part("_rels/.rels"), "/officeDocument") ?? "word/document.xml";
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const relationships = part(`${folder}_rels/${main.slice(folder.length)}.rels`);
  const byType = (type: string): string | undefined => {
    const path = target(relationships, type);
    return path === undefined ? undefined : part(resolve(folder, path));
  };
  const pathOf = (id: string): string | undefined => {
    const path = relationshipsOf(relationships).find(({ attributes }) => attributes["Id"] === id)?.attributes["Target"];
    return path === undefined ? undefined : resolve(folder, path);
  };
  const document = part(main);
  if (document === undefined) throw refuse.damaged();
  return {
    document,
    numbering: byType("/numbering"),
    styles: byType("/styles"),
    footnotes: byType("/footnotes"),
    endnotes: byType("/endnotes"),
    related(id) {
      const path = pathOf(id);
      return path === undefined ? undefined : part(path);
    },
    enclosed(id) {
      const path = pathOf(id);
      const content = path === undefined ? undefined : partBytes(path);
      return content && { name: path ?? "", bytes: content };
    },
  };
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
  return xml === undefined ? [] : findAll(parseWord(xml), "rel:Relationship");
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
