import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { parsePeriod, type Period, type PeriodCalendar } from "../../../kernel/time/period.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Files } from "../../../platform/files.ts";
import { letterheadOf } from "../../documents/dispatch/letterhead.ts";
import { roundAsks, roundsOfOwners } from "../../indicators/index.ts";
import { findUnit, searchUnits, type UnitRef } from "../../units/index.ts";
import { builtIns } from "../domain/templates.ts";
import { say } from "../messages.ts";
import { blocksOf } from "../store/blocks.ts";
import { newestReport } from "../store/listing.ts";
import { drafted, outlineOfRound, type Outline } from "./creating.ts";
import { fold } from "../../../kernel/text.ts";
import type { ReportSources } from "./live.ts";
import { draftFile } from "./previewing.ts";

export type Composed = { bytes: Uint8Array; what: "signed" | "draft" | "new"; title: string };

type Asked = { unit: UnitRef; period: Period; templateId: string | null };

/** Which unit somebody means: its number, or its name written out. */
export async function unitCalled(db: Database, text: string): Promise<UnitRef> {
  if (/^\d{1,9}$/.test(text)) {
    const unit = await findUnit(db, Number(text) as UnitId);
    if (unit) return unit;
  }
  const found = await searchUnits(db, text, { limit: 10 });
  const same = found.filter(({ name }) => fold(name) === fold(text));
  const [only, second] = same.length > 0 ? same : found;
  if (!only || second)
    throw problem(
      "not_found",
      found.length === 0
        ? say("noUnitCalled", { text })
        : say("manyUnits", { text, names: found.map(({ id, name }) => `${id} ${name}`).join("; ") }),
    );
  return only;
}

/** "2026-Q3", "2026-H1", "2026" … in a calendar. */
export function periodCalled(calendar: PeriodCalendar, code: string): Period {
  const period = parsePeriod(calendar, code);
  if (!period) throw problem("invalid_input", say("noPeriod"));
  return period;
}

/**
 * A unit's report for a period as a .docx, for whoever runs the server: the signed one, else the draft that is being
 * written, else a new one from the round that the unit asked for, or from an outline. Nothing is stored.
 */
export async function composeReport(
  { db, files, clock, sources }: { db: Database; files: Files; clock: () => Date; sources: ReportSources },
  { unit, period, templateId }: Asked,
): Promise<Composed> {
  const now = clock();
  const stored = templateId === null ? await newestReport(db, unit.id, period) : undefined;
  if (stored?.docxHash) return { bytes: await files.read(stored.docxHash), what: "signed", title: stored.subject };
  if (stored) {
    const blocks = await blocksOf(db, stored.id);
    return { bytes: await draftFile(db, sources, stored, { blocks, now }), what: "draft", title: stored.subject };
  }
  const { outline, roundId } = await outlineFor(db, { unit, period, templateId });
  const { header, blocks } = await drafted(db, unit, "report", outline);
  const report = { unitId: unit.id, calendar: period.calendar, period: period.code, roundId, figuresFrom: outline.figuresFrom, header };
  const numbered = blocks.map((content, at) => ({ id: `b${at + 1}`, version: 1, content }));
  return { bytes: await draftFile(db, sources, report, { blocks: numbered, now }), what: "new", title: header.subject };
}

async function outlineFor(db: Database, { unit, period, templateId }: Asked): Promise<{ outline: Outline; roundId: string | null }> {
  const { form } = letterheadOf(unit);
  const template =
    templateId === null
      ? builtIns.find(({ kind, form: of, periods }) => kind === "report" && of === form && periods.includes(period.kind))
      : builtIns.find(({ id }) => id === templateId);
  if (!template) throw problem("not_found", say("noTemplate"));
  const { rows } = await roundsOfOwners(db, { owners: [unit.id], state: "any", offset: 0, limit: 1000 });
  const round = rows.find(({ calendar, code }) => calendar === period.calendar && code === period.code);
  if (round) {
    const { content } = await roundAsks(db, round.id);
    return { outline: await outlineOfRound(db, unit, { round, content }, templateId === null ? null : template), roundId: round.id };
  }
  const outline: Outline = {
    subject: template.subject,
    blocks: template.blocks,
    period,
    addressees: [],
    receiver: null,
    figuresFrom: "own",
  };
  return { outline, roundId: null };
}
