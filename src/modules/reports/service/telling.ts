import type { Actor } from "../../../kernel/actor.ts";
import { authorise } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { unitId, type UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { narrativesOf } from "../../indicators/index.ts";
import { unitsByIds, type UnitRef } from "../../units/index.ts";
import type { Block } from "../blocks.ts";
import { piecesOf } from "../domain/telling.ts";
import { say } from "../messages.ts";
import { mayDraft } from "../policy.ts";
import type { SourcePiece } from "../shapes.ts";
import { blocksOf } from "../store/blocks.ts";
import type { ReportRow } from "../store/reports.ts";
import { folded } from "../wording/likeness.ts";
import { seeReport, writingUnits } from "./access.ts";
import { periodOf } from "./describing.ts";
import { findCells } from "./given.ts";
import { liveFigures, type ReportSources } from "./live.ts";
import { refsOf } from "../domain/rendering.ts";
import { unitsAsked } from "./rounds.ts";

type Piece = Omit<SourcePiece, "state" | "alike" | "unit"> & { unit: UnitId };

/** Lines of the journal that one heading is shown at most. */
const mostLines = 200;

/**
 * What units wrote and did under a heading, for the editor to keep, shorten or drop. Nothing is written here that a unit did
 * not write; near-duplicates are folded under the fullest text and stay readable.
 */
export async function gatherSources(
  db: Database,
  actor: Actor,
  sources: ReportSources,
  { id, blockId }: { id: string; blockId: string },
): Promise<SourcePiece[]> {
  const { report, standing } = await seeReport(db, actor, id);
  authorise(mayDraft(actor, standing), "report:draft");
  const blocks = await blocksOf(db, id);
  const at = blocks.findIndex((block) => block.id === blockId);
  const content = blocks[at]?.content;
  if (content?.kind !== "narrative") throw problem("not_found", say("noBlock"));
  const pieces = [
    ...(await written(db, report, content.gathers.sections)),
    ...(await done(db, actor, sources, report, { kinds: content.gathers.kinds, ...headingOf(blocks, at) })),
  ];
  const units = await unitsByIds(db, [...new Set(pieces.map(({ unit }) => unit))]);
  const named = (unit: UnitId): UnitRef | undefined => units.get(unit);
  const states = new Map(content.pieces.map(({ key, state }) => [key, state]));
  return folded(pieces, ({ text }) => text).flatMap(({ head, alike }): SourcePiece[] => {
    const unit = named(head.unit);
    if (!unit) return [];
    const others = alike.flatMap(({ item, likeness }) => {
      const other = named(item.unit);
      return other ? [{ key: item.key, unit: other, text: item.text, likeness }] : [];
    });
    return [{ ...head, unit, alike: others, state: states.get(head.key) ?? "new" }];
  });
}

/** What units sent under the sections of the round's form. */
async function written(db: Database, report: ReportRow, sections: readonly string[]): Promise<Piece[]> {
  if (report.roundId === null || sections.length === 0) return [];
  const told = await narrativesOf(db, report.roundId);
  return told
    .filter(({ sectionId, unitId: unit }) => sections.includes(sectionId) && (report.figuresFrom === "units" || unit === report.unitId))
    .flatMap(({ submissionId, unitId: unit, byUnit, sectionId, heading, text, state }) =>
      piecesOf(text).map((piece, at) => ({
        key: `submission:${submissionId}:${sectionId}:${byUnit}:${at}`,
        from: "submission" as const,
        unit,
        heading,
        date: null,
        text: piece,
        approved: state === "approved",
        path: `/submissions/${submissionId}`,
      })),
    );
}

/** What stands in journals: of the unit's own line, and of the units whose figures the report adds up. */
async function done(
  db: Database,
  actor: Actor,
  { narratives }: ReportSources,
  report: ReportRow,
  { kinds, heading, names }: { kinds: readonly string[]; heading: string; names: string[] },
): Promise<Piece[]> {
  const period = periodOf(report);
  if (period === null) return [];
  const asked = report.figuresFrom === "units" && report.roundId !== null ? await unitsAsked(db, report.roundId) : [];
  const units = [...new Set([unitId(report.unitId), ...asked])];
  const measured = [...names, ...kinds.map((kind) => `activity/${kind}/count`)];
  const lists = await Promise.all(
    narratives.map((source) => source.lines(db, actor, { units, scope: "line", period, names: measured, heading, limit: mostLines })),
  );
  const lines = lists.flat().map(({ kind, id, date, unit, text, path }) => ({
    key: `${kind}:${id}`,
    from: "activity" as const,
    unit,
    heading,
    date,
    text,
    approved: true,
    path,
  }));
  return lines.filter((line, at) => lines.findIndex(({ key }) => key === line.key) === at);
}

/** The heading a block stands under, and the measures of the figures beside it. */
function headingOf(blocks: readonly Block[], at: number): { heading: string; names: string[] } {
  const from = blocks.findLastIndex(({ content }, index) => index < at && content.kind === "heading");
  const head = blocks[from]?.content;
  const refs = blocks.slice(from + 1, at).flatMap(({ content }) => refsOf(content));
  return { heading: head?.kind === "heading" ? head.text : "", names: [...new Set(refs.filter((ref) => ref.includes("/")))] };
}

const mostFigures = 60;

/** Figures for the picker, with what they are just now. */
export async function findFigures(db: Database, actor: Actor, sources: ReportSources, { id, text }: { id: string; text: string }) {
  const { report, standing } = await seeReport(db, actor, id);
  authorise(mayDraft(actor, standing), "report:draft");
  const found = (await findCells(db, text, await writingUnits(db, actor))).slice(0, mostFigures);
  const { figures } = await liveFigures(
    db,
    sources,
    report,
    found.map(({ ref }) => ref),
  );
  return found.map(({ ref, title, unit }) => {
    const figure = figures.get(ref);
    return { ref, title, unit: figure?.unit ?? unit, value: figure?.provisional ?? figure?.approved ?? null };
  });
}
