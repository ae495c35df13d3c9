import type { Extracted, Limits } from "../extracted.ts";
import { layBlocks } from "../lines/blocks.ts";
import { finish } from "../lines/finish.ts";
import { hasMotto } from "../lines/motto.ts";
import { RtfReader } from "./reader.ts";

/** An RTF file: labels as it stores them beside each item, deletions and hidden text out, tables as lines. */
export function readRtf(bytes: Uint8Array, limits: Limits): Extracted {
  const rtf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const { body, margins, footnotes, noticed, legacyFonts } = new RtfReader(limits).read(rtf.slice(Math.max(0, rtf.indexOf("{\\rtf"))));
  const budget = { limits, lineCount: 0, characterCount: 0 };
  const flow = layBlocks(body.blocks, budget);
  const laid = margins.map(({ name, story }) => ({ name, flow: layBlocks(story.blocks, budget) }));
  const letterhead = laid.find((margin) => margin.name.startsWith("header") && hasMotto(margin.flow.lines.join(" ")))?.flow;
  return finish({
    kind: "rtf",
    body: flow,
    footnoteText: (id) => {
      const story = footnotes.get(id);
      return story && layBlocks(story.blocks, budget).lines.join("\n");
    },
    margins: laid.flatMap((margin) => margin.flow.lines),
    letterhead,
    noticed,
    legacyFonts,
  });
}
