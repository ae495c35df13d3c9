import type { Actor } from "../../../kernel/actor.ts";
import { dateParts, vietnamDate } from "../../../kernel/time/dates.ts";
import type { Database } from "../../../platform/database/index.ts";
import { officialLines } from "../../documents/dispatch/compose.ts";
import { renderOfficial } from "../../documents/dispatch/render.ts";
import type { Block } from "../blocks.ts";
import { checksOf } from "../domain/checks.ts";
import { officialOf, type Printed } from "../domain/document.ts";
import { calledUnits, type Live } from "../domain/live.ts";
import { refsOf, renderBlocks } from "../domain/rendering.ts";
import type { Figure, Preview, RenderedBlock } from "../shapes.ts";
import { blocksOf } from "../store/blocks.ts";
import type { Frozen, ReportRow } from "../store/reports.ts";
import { coverageSentence, type Mode } from "../wording/sentence.ts";
import { seeReport } from "./access.ts";
import { unitOf } from "./describing.ts";
import { liveFigures, type Figured, type ReportSources } from "./live.ts";

/** Every figure that a report's blocks name, each once. */
export const refsInReport = (blocks: readonly Block[]): string[] => [...new Set(blocks.flatMap(({ content }) => refsOf(content)))];

const coverageOf = (live: Live, mode: Mode): string | null => coverageSentence(live.units.length, calledUnits(live.missing[mode]));

/** A signed report is shown as it was signed; a draft with the figures of this moment. */
export async function previewReport(
  db: Database,
  actor: Actor,
  sources: ReportSources,
  { id, mode, now }: { id: string; mode: Mode; now: Date },
): Promise<Preview> {
  const { report } = await seeReport(db, actor, id);
  const { frozen } = report;
  if (frozen) return frozenPreview(report, frozen);
  const blocks = await blocksOf(db, id);
  const live = await liveFigures(db, sources, report, refsInReport(blocks));
  const rendered = renderBlocks(blocks, live, mode);
  const official = mode === "official" ? rendered : renderBlocks(blocks, live, "official");
  return {
    mode,
    at: now.toISOString(),
    blocks: rendered,
    figures: [...live.figures.values()],
    missing: [...live.missing[mode]],
    units: live.units.length,
    checks: checksOf(report, blocks, official, live),
    lines: officialLines(officialOf(printed(report, rendered, coverageOf(live, mode), now))),
  };
}

async function frozenPreview(report: ReportRow, frozen: Frozen): Promise<Preview> {
  return {
    mode: "frozen",
    at: frozen.signedAt,
    blocks: frozen.blocks,
    figures: frozen.figures,
    missing: [],
    units: frozen.units,
    checks: [],
    lines: officialLines(officialOf(printedFrozen(report, frozen))),
  };
}

function printed({ header }: Pick<ReportRow, "header">, blocks: RenderedBlock[], coverage: string | null, now: Date): Printed {
  return { header, blocks, coverage, number: null, date: null, year: dateParts(vietnamDate(now)).year, draft: true };
}

/** The signed document with whatever number and date it has by now. */
export function printedFrozen({ number, issueDate }: Pick<ReportRow, "number" | "issueDate">, frozen: Frozen): Printed {
  const { header, blocks, coverage, signedAt } = frozen;
  return { header, blocks, coverage, number, date: issueDate, year: dateParts(vietnamDate(new Date(signedAt))).year, draft: false };
}

/** The .docx of a draft, with provisional figures on a coloured ground. */
export async function draftFile(
  db: Database,
  sources: ReportSources,
  report: Figured & Pick<ReportRow, "header">,
  { blocks, now }: { blocks: readonly Block[]; now: Date },
): Promise<Uint8Array> {
  const live = await liveFigures(db, sources, report, refsInReport(blocks));
  return renderOfficial(officialOf(printed(report, renderBlocks(blocks, live, "draft"), coverageOf(live, "draft"), now)));
}

/** What a signature fixes: the official text and its figures at this instant. */
export async function freeze(
  db: Database,
  sources: ReportSources,
  report: ReportRow,
  { at, signer }: { at: Date; signer: string },
): Promise<Frozen> {
  const blocks = await blocksOf(db, report.id);
  const live = await liveFigures(db, sources, report, refsInReport(blocks));
  const unit = await unitOf(db, report.unitId);
  const { header, calendar, period } = report;
  const { signature } = header;
  return {
    format: 1,
    signedAt: at.toISOString(),
    treeOn: vietnamDate(at),
    unit: { id: unit.id, name: unit.name },
    header: { ...header, signature: { ...signature, name: signature.name ?? signer } },
    period: calendar === null || period === null ? null : { calendar, code: period },
    blocks: renderBlocks(blocks, live, "official").map((block) => ({ ...block, notes: [] })),
    figures: [...live.figures.values()].map(officialFigure),
    coverage: coverageOf(live, "official"),
    missing: live.missing.official.map(({ id, name }) => ({ id, name })),
    units: live.units.length,
  };
}

/** In a signed copy there are no provisional figures. */
const officialFigure = (figure: Figure): Figure => ({ ...figure, provisional: figure.approved });
