import { z } from "zod";
import { may, type Actor } from "../../../kernel/actor.ts";
import { problem, Problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { unitsByIds } from "../../units/index.ts";
import { deskUnits, type DeskSource } from "../../work/index.ts";
import { cellKey, type CellKey } from "../contract/cells.ts";
import type { OddFigure, PartOwed, ProposedLine, RecordBehind, Sending } from "../contract/submissions.ts";
import { mayEnter } from "../domain/submissions-policy.ts";
import { say } from "../messages/submissions.ts";
import { findSubmission, type StoredDocument } from "../store/submissions.ts";
import { indicatorInfo } from "../store/submissions-indicators.ts";
import { partsOwedBy } from "../store/submissions-parts.ts";
import { findSending, oddestIn, sendingsOf } from "../store/submissions-sendings.ts";
import { unitOfRound } from "../store/rounds-units.ts";
import { submissionPath } from "./approval.ts";
import { unitOr } from "./forms-reading.ts";
import { headsOf } from "./rounds-heads.ts";
import { roundAsks, seeRound, type RoundAsks } from "./rounds-reading.ts";
import { see, type Opened } from "./submissions-access.ts";
import { daysCounted, linksOf, namesIn } from "./submissions-sheet.ts";
import { proposedLines, recordsBehind, type SubmissionSources } from "./submissions-sources.ts";
import { namesFor, receiptOf } from "./submissions-view.ts";

const shownRecords = 100;
const shownLines = 60;

/** A section of a submission, when this person sees it. */
async function sectionOf(db: Database, { row, sides }: Opened, { sectionId, unitId }: { sectionId: string; unitId: UnitId }) {
  const asks = await roundAsks(db, row.roundId);
  const section = asks.content.sections.find(({ id }) => id === sectionId);
  const mine = sides.sender || sides.parts.has(unitId) || (sides.owner && sides.parts.size === 0);
  if (!section || !mine) throw problem("not_found", say("noPart"));
  return { asks, section };
}

export async function recordsOf(
  db: Database,
  actor: Actor,
  { id, key, ...part }: { id: string; sectionId: string; unitId: UnitId; key: CellKey },
  sources: SubmissionSources,
): Promise<{ records: RecordBehind[]; more: boolean }> {
  const { asks, section } = await sectionOf(db, await see(db, actor, id), part);
  const asked = section.rows.find((one) => cellKey(one) === key);
  if (!asked) throw problem("not_found", say("noCell"));
  const info = await indicatorInfo(db, [asked.indicatorId]);
  const names = namesIn(linksOf(asked, info.get(asked.indicatorId)));
  const records = await recordsBehind(db, actor, sources, {
    names,
    unit: part.unitId,
    scope: section.scope,
    period: daysCounted(asks),
    limit: shownRecords + 1,
  });
  return { records: records.slice(0, shownRecords), more: records.length > shownRecords };
}

/** Lines for a heading from what was done and held. For those who write it; whoever receives it reads what was written. */
export async function proposalsFor(
  db: Database,
  actor: Actor,
  { id, ...part }: { id: string; sectionId: string; unitId: UnitId },
  sources: SubmissionSources,
): Promise<ProposedLine[]> {
  const opened = await see(db, actor, id);
  const { asks, section } = await sectionOf(db, opened, part);
  if (!mayEnter(actor, opened.sides, part.unitId)) return [];
  const info = await indicatorInfo(
    db,
    section.rows.map(({ indicatorId }) => indicatorId),
  );
  const names = [...new Set(section.rows.flatMap((asked) => namesIn(linksOf(asked, info.get(asked.indicatorId)))))];
  const lines = await proposedLines(db, actor, sources, {
    units: [part.unitId],
    scope: section.scope,
    period: daysCounted(asks),
    names,
    heading: section.heading,
    limit: shownLines,
  });
  const units = await unitsByIds(db, [...new Set(lines.map(({ unit }) => unit))]);
  return lines.map((line) => ({ ...line, unit: unitOr(units, line.unit).name }));
}

/** One sending as it was. Other bodies of the area see their own sections in the submission itself. */
export async function readSending(db: Database, actor: Actor, { id, n }: { id: string; n: number }): Promise<Sending> {
  const { row, sides } = await see(db, actor, id);
  const found = sides.sender || sides.owner ? await findSending(db, row.id, n) : undefined;
  if (!found) throw problem("not_found", say("noSending"));
  const asks = await roundAsks(db, row.roundId);
  const names = await namesFor(
    db,
    found.content.parts.map(({ unitId }) => unitId),
    [found.sentBy],
  );
  const labels = labelsOf(asks);
  const told = (key: CellKey) => labels.get(key) ?? { label: key, unit: "" };
  const [sending] = (await sendingsOf(db, row.id)).filter((one) => one.n === n);
  return {
    receipt: receiptOf(row, sending ?? { ...found, cells: 0 }, names.person(found.sentBy)),
    sections: found.content.parts.map(({ sectionId, unitId, narrative, cells }) => {
      const section = asks.content.sections.find((one) => one.id === sectionId);
      return {
        sectionId,
        unit: names.unit(unitId),
        heading: section?.heading ?? "",
        narrative,
        cells: (section?.rows ?? []).map((asked) => ({
          key: cellKey(asked),
          ...told(cellKey(asked)),
          answer: cells[cellKey(asked)]?.answer ?? null,
        })),
      };
    }),
    merged: Object.entries(found.content.merged).map(([key, figure]) => ({ key, label: told(key).label, figure })),
  };
}

export const labelsOf = ({ content }: Pick<RoundAsks, "content">): Map<CellKey, { label: string; unit: string }> =>
  new Map(content.sections.flatMap(({ rows }) => rows.map((asked) => [cellKey(asked), { label: asked.label, unit: asked.unit }] as const)));

/** Sections that this person's units fill in the reports of others. */
export const partsOwed = async (db: Database, actor: Actor): Promise<PartOwed[]> => (await owedParts(db, actor)).map(({ part }) => part);

async function owedParts(db: Database, actor: Actor): Promise<{ part: PartOwed; openedAt: Date }[]> {
  const rows = await partsOwedBy(db, await deskUnits(db, actor));
  const asks = new Map(
    (await Promise.all([...new Set(rows.map(({ roundId }) => roundId))].map((id) => roundAsks(db, id)))).map((one) => [one.id, one]),
  );
  const heads = new Map((await headsOf(db, [...asks.values()])).map((head) => [head.id, head]));
  const names = await namesFor(
    db,
    rows.flatMap(({ sender, unitId }) => [sender, unitId]),
    [],
  );
  const found = rows.map(async ({ roundId, sender, unitId, sectionIds, submissionId, doneIds }) => {
    const [ask, head, due] = [asks.get(roundId), heads.get(roundId), await unitOfRound(db, roundId, sender)];
    if (!ask || !head || !due) return [];
    const sections = ask.content.sections.filter(({ id }) => sectionIds.includes(id));
    const part: PartOwed = {
      roundId,
      title: head.title,
      period: head.period,
      due: { text: due.dueText, lastDay: due.lastDay },
      sender: names.unit(sender),
      unit: names.unit(unitId),
      sections: sections.map(({ id, heading }) => ({ sectionId: id, heading, done: doneIds.includes(id) })),
      submissionId,
    };
    return [{ part, openedAt: ask.openedAt }];
  });
  return (await Promise.all(found)).flat();
}

/** On the desk of an organisation: its part of another body's report, until it is handed in. */
export const partsOnDesk: DeskSource = async (db, actor) => {
  if (!may(actor, "submission:enter")) return [];
  // Who reaches the sender has the whole report on the desk already.
  const own = new Set(await deskUnits(db, actor));
  const owed = (await owedParts(db, actor)).filter(({ part }) => !own.has(part.sender.id) && part.sections.some(({ done }) => !done));
  return owed.map(({ part: { roundId, title, period, sender, unit }, openedAt }) => ({
    kind: "submission-part",
    id: `${roundId}-${sender.id}-${unit.id}`,
    what: say("cardPart"),
    title: `${title}, ${period.label.vi} (${unit.name})`,
    path: submissionPath(roundId, sender.id),
    since: openedAt.toISOString(),
    from: sender.name,
  }));
};

/** The oddest figures of a round with the question to ask. No check of who reads. */
export async function oddestOf(db: Database, roundId: string, limit: number): Promise<OddFigure[]> {
  const rows = await oddestIn(db, roundId, limit);
  if (rows.length === 0) return [];
  const labels = labelsOf(await roundAsks(db, roundId as RoundAsks["id"]));
  const names = await namesFor(
    db,
    rows.map(({ unitId }) => unitId),
    [],
  );
  return rows.map(({ unitId, submissionId, oddity }) => ({
    unit: names.unit(unitId),
    submissionId,
    label: oddity.key === null ? null : (labels.get(oddity.key)?.label ?? null),
    oddity,
  }));
}

/** For whoever asks; a unit that is asked sees the questions about its own report in it. */
export async function readOddest(db: Database, actor: Actor, { roundId, limit }: { roundId: string; limit: number }): Promise<OddFigure[]> {
  const { standing } = await seeRound(db, actor, roundId);
  if (!standing.owns) throw problem("not_found", say("noSubmission"));
  return oddestOf(db, roundId, limit);
}

/** The history of a submission is for those who may see it. */
export async function canSeeSubmission(db: Database, actor: Actor, id: string): Promise<boolean> {
  if (!z.uuid().safeParse(id).success) return false;
  try {
    await see(db, actor, id);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

/** The scan, to those who may see the submission. */
export async function findDocument(db: Database, actor: Actor, id: string): Promise<StoredDocument> {
  const row = z.uuid().safeParse(id).success ? await findSubmission(db, id) : undefined;
  if (!row?.document) throw problem("not_found", say("noDocument"));
  const { sides } = await see(db, actor, id);
  if (!sides.sender && !sides.owner) throw problem("not_found", say("noDocument"));
  return row.document;
}
