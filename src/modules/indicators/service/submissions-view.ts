import type { Actor } from "../../../kernel/actor.ts";
import type { PersonId, UnitId } from "../../../kernel/ids.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { personNames } from "../../identity/index.ts";
import { unitsByIds, type UnitRef } from "../../units/index.ts";
import type { EntrySection, Receipt, Submission, SubmissionEntry } from "../contract/submissions.ts";
import { cameLate, nextState } from "../domain/approval.ts";
import { mayEnter, mayJudge, possibleActs, whyNotApprove, type Judged, type Sides } from "../domain/submissions-policy.ts";
import { say } from "../messages/submissions.ts";
import { revisionsOf, type SubmissionRow } from "../store/submissions.ts";
import { entriesOf, sendingsOf, type EntryRow, type SendingRow } from "../store/submissions-sendings.ts";
import { unitOr } from "./forms-reading.ts";
import { headOf } from "./rounds-heads.ts";
import { visible, type Opened } from "./submissions-access.ts";
import { about, blockersOf, questionsOf } from "./submissions-judging.ts";
import { loadSheet, type Sheet, type SheetCell, type SheetPart } from "./submissions-sheet.ts";
import type { SubmissionSources } from "./submissions-sources.ts";

/** Names of units and people, looked up once for a whole page. */
export type Names = { unit: (id: UnitId) => UnitRef; person: (id: PersonId | null) => string | null };

export async function namesFor(db: Database, units: readonly UnitId[], people: readonly (PersonId | null)[]): Promise<Names> {
  const [named, persons] = await Promise.all([
    unitsByIds(db, [...new Set(units)]),
    personNames(
      db,
      people.filter((id): id is PersonId => id !== null),
    ),
  ]);
  return { unit: (id) => unitOr(named, id), person: (id) => (id === null ? null : (persons.get(id) ?? null)) };
}

/** An organisation sees the sections that it fills; whoever sends or receives the whole sees all. */
export const partsSeen = ({ parts }: Sheet, { sender, owner, parts: reached }: Sides): SheetPart[] =>
  parts.filter(({ part }) => sender || (owner && reached.size === 0) || reached.has(part.unitId));

export const isLate = ({ row, asks, due }: Pick<Sheet, "row" | "asks" | "due">): boolean =>
  cameLate({
    counts: asks.countsOnTime,
    edge: due.edge,
    lastDay: due.lastDay,
    firstSentOn: row.firstSentAt && vietnamDate(row.firstSentAt),
    documentOn: row.document?.date ?? null,
  });

export function receiptOf(
  { rev, state }: Pick<SubmissionRow, "rev" | "state">,
  sending: SendingRow & { cells: number },
  sentBy: string | null,
): Receipt {
  const { submissionId, n, sentAt, contentHash, cells, late } = sending;
  return { submissionId, rev, n, sentAt: sentAt.toISOString(), sentBy: sentBy ?? "", hash: contentHash, cells, late, state };
}

/** The last return's reason by cell, while it is being mended or judged again. */
function returnedCells(entries: readonly EntryRow[]): ReadonlyMap<string, string> {
  const last = entries.findLast(({ act }) => act === "return");
  return new Map(last?.cells.map(({ key, reason }) => [key, reason]));
}

function sectionShown(
  { section, part, narrative, cells }: SheetPart,
  {
    actor,
    sides,
    row,
    judged,
    names,
    returned,
  }: { actor: Actor; sides: Sides; row: SubmissionRow; judged: Judged; names: Names; returned: ReadonlyMap<string, string> },
): EntrySection {
  const own = part.unitId === row.unitId;
  const open = nextState(row.state, "save") !== null && judged.roundOpen && judged.newest;
  const enters = open && mayEnter(actor, sides, part.unitId);
  const done = part.doneBy !== null && part.doneAt !== null ? { by: names.person(part.doneBy) ?? "", at: part.doneAt.toISOString() } : null;
  const can: EntrySection["can"] = [];
  // What a body has handed in is the sender's to merge; the body itself takes it back first.
  if (enters && (done === null || sides.sender)) can.push("save");
  if (enters && !own) can.push(done === null ? "done" : "reopen");
  return {
    sectionId: section.id,
    unit: names.unit(part.unitId),
    number: section.number,
    heading: section.heading,
    guidance: section.guidance,
    scope: section.scope,
    own,
    version: part.version,
    cells: cells.map((cell) => cellShown(cell, returned)),
    narrative: section.narrative ? (narrative ?? "") : null,
    savedBy: names.person(part.savedBy),
    savedAt: part.savedAt?.toISOString() ?? null,
    done,
    can,
  };
}

const cellShown = (
  { asked, row, info, unit, answer, computed, given, last, yearBefore, target }: SheetCell,
  returned: ReadonlyMap<string, string>,
): EntrySection["cells"][number] => ({
  key: asked.key,
  indicatorId: row.indicatorId,
  member: row.member,
  label: row.label,
  unit,
  definition: info.definition,
  compulsory: row.compulsory,
  kind: info.kind,
  scale: info.scale,
  answer,
  computed,
  given,
  last,
  yearBefore,
  target,
  returned: returned.get(asked.key) ?? null,
});

function entriesShown(entries: readonly EntryRow[], sheet: Sheet, names: Names): SubmissionEntry[] {
  const labels = new Map(sheet.parts.flatMap(({ cells }) => cells.map(({ asked }) => [asked.key, asked.label] as const)));
  return entries.map(({ act, at, personId, unitId, step, text, cells }) => ({
    act,
    at: at.toISOString(),
    by: names.person(personId),
    unit: names.unit(unitId),
    step,
    text,
    cells: cells.map(({ key, reason }) => ({ key, label: labels.get(key) ?? key, reason })),
  }));
}

export const sideOf = ({ sender, parts }: Sides): Submission["side"] => (sender ? "sender" : parts.size > 0 ? "part" : "receiver");

/** Everything that the entry page shows, as this person sees it. */
export async function shown(db: Database, actor: Actor, { row, sides, judged }: Opened, sources: SubmissionSources): Promise<Submission> {
  const [sheet, entries, sendings, revisions] = await Promise.all([
    loadSheet(db, row, sources),
    entriesOf(db, row.id),
    sendingsOf(db, row.id),
    revisionsOf(db, row.roundId, row.unitId),
  ]);
  const { asks, due } = sheet;
  const names = await namesFor(
    db,
    [row.unitId, asks.ownerId, ...sheet.parts.map(({ part }) => part.unitId), ...entries.map(({ unitId }) => unitId)],
    [
      ...sheet.parts.flatMap(({ part }) => [part.savedBy, part.doneBy]),
      ...entries.map(({ personId }) => personId),
      ...sendings.map(({ sentBy }) => sentBy),
      ...row.steps.map(({ by }) => by),
      row.document?.by ?? null,
    ],
  );
  const head = await headOf(db, asks);
  const seen = partsSeen(sheet, sides);
  const side = sideOf(sides);
  const whole = side !== "part";
  const returned = returnedCells(entries);
  const why = mayJudge(actor, sides, judged) ? whyNotApprove(actor, judged) : null;
  const prev = revisions.find(({ id }) => id === row.prevId);
  return {
    id: row.id,
    rev: row.rev,
    version: row.version,
    state: row.state,
    round: {
      id: head.id,
      formId: head.formId,
      edition: head.edition,
      title: head.title,
      basis: head.basis,
      owner: head.owner,
      receiverText: head.receiverText,
      period: head.period,
      cutOff: head.cutOff,
      due: { text: due.dueText, lastDay: due.lastDay },
      countsOnTime: head.countsOnTime,
    },
    unit: names.unit(row.unitId),
    side,
    sections: seen.map((part) => sectionShown(part, { actor, sides, row, judged, names, returned })),
    oddities: about(
      questionsOf(sheet, (id) => names.unit(id).name),
      seen,
      whole,
    ),
    blockers: nextState(row.state, "submit") === null ? [] : about(blockersOf(sheet), seen, whole),
    steps: row.steps.map(({ step, unitId, state, why: reason, by, at }) => ({
      step,
      unit: names.unit(unitId),
      state,
      why: reason,
      by: names.person(by),
      at,
    })),
    history: whole ? entriesShown(entries, sheet, names) : [],
    document: row.document && {
      number: row.document.number,
      date: row.document.date,
      fileName: row.document.name,
      size: row.document.size,
      by: names.person(row.document.by),
      at: row.document.at.toISOString(),
    },
    late: isLate(sheet),
    sentAt: row.submittedAt?.toISOString() ?? null,
    approvedAt: row.approvedAt?.toISOString() ?? null,
    corrects: prev && row.reason !== null ? { id: prev.id, rev: prev.rev, reason: row.reason } : null,
    revisions: whole
      ? revisions
          .filter(({ state }) => sides.sender || state !== "draft")
          .map(({ id, rev, state, submittedAt, reason }) => ({ id, rev, state, sentAt: submittedAt?.toISOString() ?? null, reason }))
      : [],
    receipts: whole ? sendings.map((sending) => receiptOf(row, sending, names.person(sending.sentBy))) : [],
    can: possibleActs(actor, sides, judged).filter((act) => whole || act === "save"),
    cannotApprove: why === null ? null : say(why),
  };
}

/** As it is now, after an act or for a conflict. */
export async function current(db: Database, actor: Actor, row: SubmissionRow, sources: SubmissionSources): Promise<Submission> {
  return shown(db, actor, await visible(db, actor, row), sources);
}
