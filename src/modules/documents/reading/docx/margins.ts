import { readBlocks } from "./blocks.ts";
import { hasMotto } from "../lines/motto.ts";
import type { Package } from "./package.ts";
import type { Flow } from "../lines/flow.ts";
import type { Reading } from "./reading.ts";
import { parseWord } from "./word-xml.ts";

/** Page headers and footers: their lines, and the header of the first page when it carries the letterhead. */
export type Margins = { lines: string[]; letterhead: Flow | undefined };

export function readMargins(archive: Package, reading: Reading): Margins {
  const firstPage = reading.titlePage ? "first" : "default";
  const lines: string[] = [];
  let letterhead: Flow | undefined;
  // References repeat from section to section, and reading may add none: take the list as the body left it.
  const references = [...reading.marginReferences];
  const seen = new Set<string>();
  for (const { name, attributes } of references) {
    const id = attributes["r:id"];
    if (id === undefined || seen.has(id)) continue;
    seen.add(id);
    const xml = archive.related(id);
    if (xml === undefined) continue;
    const root = parseWord(xml);
    // What a header refers to stands in a list of its own, which is not looked into.
    const flow = readBlocks(root.children, { ...reading, related: () => undefined, chunk: () => undefined });
    const onFirstPage = name === "w:headerReference" && (attributes["w:type"] ?? "default") === firstPage;
    if (onFirstPage && hasMotto(flow.lines.join(" "))) letterhead ??= flow;
    lines.push(...flow.lines);
  }
  return { lines: lines.filter((line) => line.trim() !== ""), letterhead };
}
