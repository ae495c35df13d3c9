import { parse } from "parse5";
import type { Extracted, Limits, NoteCode } from "../extracted.ts";
import { layBlocks } from "../lines/blocks.ts";
import { finish } from "../lines/finish.ts";
import { hasMotto } from "../lines/motto.ts";
import { decodePage } from "./encoding.ts";
import { elementOf, find } from "./nodes.ts";
import { readSheet } from "./style.ts";
import { PageWalk } from "./walk.ts";

/** A web page, Word's own HTML, or a page saved as one file: what a browser shows of it, lists with their labels. */
export function readHtml(bytes: Uint8Array, limits: Limits): Extracted {
  const { html, notes } = decodePage(bytes);
  const document = parse(html);
  const root = document.childNodes.map(elementOf).find((element) => element?.tagName === "html");
  const body = root && find(root, "body");
  const noticed = new Set<NoteCode>();
  const walk = new PageWalk(readSheet(root), noticed);
  // A page that marks its contents has menus and advertising around them.
  const contents = body && (find(body, "main") ?? body);
  if (contents) walk.read(contents);
  const budget = { limits, lineCount: 0, characterCount: 0 };
  const flow = layBlocks(walk.blocks, budget);
  const margins = walk.margins.map(({ header, blocks }) => ({ header, flow: layBlocks(blocks, budget) }));
  const extracted = finish({
    kind: "html",
    body: flow,
    footnoteText: (id) => {
      const blocks = walk.footnotes.get(id);
      return blocks && layBlocks(blocks, budget).lines.join("\n");
    },
    margins: margins.flatMap((margin) => margin.flow.lines),
    letterhead: margins.find((margin) => margin.header && hasMotto(margin.flow.lines.join(" ")))?.flow,
    noticed,
    legacyFonts: walk.legacyFonts,
  });
  return { ...extracted, notes: [...notes, ...extracted.notes] };
}
