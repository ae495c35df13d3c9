import type { Block } from "../blocks.ts";
import { say } from "../messages.ts";
import type { FiguresFrom, RenderedBlock, ReportCheck, ReportHeader } from "../shapes.ts";
import { coverageSentence } from "../wording/sentence.ts";
import { calledUnits, type Live } from "./live.ts";
import { refsOf } from "./rendering.ts";

/**
 * What stands in the way of signing, and what is worth a look. `official`: the blocks as they would be signed. A figure
 * that nobody gave must not stand as a blank in a signed text: the editor writes the sentence without it or drops it.
 */
export function checksOf(
  { header, figuresFrom, roundId }: { header: ReportHeader; figuresFrom: FiguresFrom; roundId: string | null },
  blocks: readonly Block[],
  official: readonly RenderedBlock[],
  live: Live,
): ReportCheck[] {
  const checks: ReportCheck[] = [];
  const add = (blocking: boolean, blockId: string | null, what: ReportCheck["what"]): void => {
    checks.push({ blocks: blocking, blockId, what });
  };
  const byId = new Map(blocks.map((block) => [block.id, block.content]));
  const printed = official.filter(({ out }) => out === null);
  // An opening and a closing sentence round bare headings say nothing.
  const headings = [...official.keys()].filter((at) => official[at]?.kind === "heading");
  const counts = printed.some(({ paragraphs }) => paragraphs.flat().some(({ ref }) => ref !== undefined));
  const empty = !counts && headings.length > 0 && headings.every((at) => isBare(official.slice(0, lastWord(official)), at));
  if (empty || !printed.some(({ kind }) => kind !== "heading")) add(true, null, say("nothingToSign"));
  for (const block of printed) {
    const gaps = block.paragraphs.flat().filter(({ state }) => state === "missing");
    if (gaps.length > 0) add(true, block.id, say("gapInText", { refs: titlesOf(gaps, live) }));
    const gapsInTable = (block.table?.rows ?? []).flat().filter(({ state }) => state === "missing").length;
    if (gapsInTable > 0) add(false, block.id, say("gapsInTable", { count: gapsInTable }));
  }
  for (const [at, block] of official.entries()) {
    if (block.out === "no-figure") add(false, block.id, say("leftOut"));
    if (block.kind === "heading" && isBare(official, at)) add(false, block.id, say("bareHeading"));
  }
  const waiting = new Set(
    [...byId.values()].flatMap(refsOf).filter((ref) => {
      const figure = live.figures.get(ref);
      return figure !== undefined && figure.provisional !== null && figure.provisional !== figure.approved;
    }),
  );
  if (waiting.size > 0) add(false, null, say("figuresNotApproved", { count: waiting.size }));
  const missing = coverageSentence(live.units.length, calledUnits(live.missing.official));
  if (missing !== null)
    add(false, null, { vi: missing, en: `Figures of ${live.missing.official.length} of ${live.units.length} units are not in.` });
  if (figuresFrom === "units" && roundId === null && live.period !== null) add(false, null, say("noUnitsToAdd"));
  if (header.type === null && header.addressees.length === 0) add(false, null, say("noAddressee"));
  // A built-in outline leaves a place open in its subject ("Kết luận hội nghị …"): nobody signs that.
  if (/…|[.]{3}/.test(header.subject)) add(true, null, say("subjectOpen"));
  if (header.signature.name === null) add(false, null, say("signerOpen"));
  return checks;
}

/** Where the closing sentence begins: it stands under the last heading without belonging to it. */
function lastWord(blocks: readonly RenderedBlock[]): number {
  const at = blocks.findLastIndex(({ kind, out }) => kind !== "annex" && out === null);
  return blocks[at]?.kind === "sentence" && blocks.slice(0, at).some(({ kind }) => kind === "heading") ? at : blocks.length;
}

/** The editor knows figures by their names, not by their codes. */
const titlesOf = (gaps: readonly { ref?: string | undefined }[], live: Live): string =>
  [...new Set(gaps.map(({ ref = "" }) => live.figures.get(ref)?.title ?? ref))].join("; ");

/** A heading under which nothing will be printed before the next of its own or a higher level. */
function isBare(blocks: readonly RenderedBlock[], at: number): boolean {
  const level = blocks[at]?.level ?? 1;
  for (const block of blocks.slice(at + 1)) {
    if (block.kind === "heading" && (block.level ?? 1) <= level) return true;
    if (block.kind !== "heading" && block.kind !== "annex" && block.out === null) return false;
  }
  return true;
}
