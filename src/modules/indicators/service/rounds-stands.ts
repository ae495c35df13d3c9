import type { RoundId, UnitId } from "../../../kernel/ids.ts";
import { vietnamDate, type CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { UnitRef } from "../../units/index.ts";
import type { RoundUnit } from "../contract/rounds.ts";
import { standingOf, type UnitStand } from "../domain/rounds-standing.ts";
import type { RoundRow } from "../store/rounds.ts";
import { firstDocuments } from "../store/rounds-stands.ts";
import type { RoundUnitRow } from "../store/rounds-units.ts";
import { countingOf, type CountingRow } from "../store/submissions-sendings.ts";

const keyOf = ({ roundId, unitId }: { roundId: RoundId; unitId: UnitId }): string => `${roundId} ${unitId}`;

/** What units have sent in these rounds, from the revision of each that counts. */
export async function standsOf(db: Database, rounds: readonly RoundId[]): Promise<(duty: RoundUnitRow) => UnitStand | undefined> {
  if (rounds.length === 0) return () => undefined;
  const [counting, signed] = await Promise.all([countingOf(db, rounds), firstDocuments(db, rounds)]);
  const documents = new Map(signed.map((row) => [keyOf(row), row]));
  const stands = new Map(counting.map((row) => [keyOf(row), standOf(row, documents.get(keyOf(row)) ?? null)]));
  return (duty) => stands.get(keyOf(duty));
}

function standOf(
  { id, roundId, unitId, state, firstSentAt, lastSentAt, approvedAt }: CountingRow,
  document: UnitStand["document"],
): UnitStand {
  return {
    roundId,
    unitId,
    submissionId: id,
    // What was replaced does not count; were it all there is, the unit would have begun and not sent.
    state: state === "replaced" ? "draft" : state,
    firstSentOn: firstSentAt && vietnamDate(firstSentAt),
    sentAt: lastSentAt,
    approvedAt,
    document,
  };
}

/** One unit in a round as pages show it. */
export function roundUnit(
  duty: RoundUnitRow,
  stand: UnitStand | undefined,
  { round, unit, today }: { round: RoundRow; unit: UnitRef; today: CalendarDate },
): RoundUnit {
  const { edge, lastDay, dueText, excusedReason, excusedAt, extendedFrom, extendedReason, version, roundId } = duty;
  const document = stand?.document ?? null;
  return {
    roundId,
    unit,
    version,
    edge,
    due: { text: dueText, lastDay },
    ...standingOf({ edge, lastDay, excused: excusedAt !== null }, stand, { countsOnTime: round.countsOnTime, state: round.state, today }),
    submissionId: stand?.submissionId ?? null,
    sentAt: stand?.sentAt?.toISOString() ?? null,
    approvedAt: stand?.approvedAt?.toISOString() ?? null,
    document: document && { number: document.number, date: document.date, attachedAt: document.attachedAt.toISOString() },
    extended: extendedFrom !== null && extendedReason !== null ? { from: extendedFrom, reason: extendedReason } : null,
    excused: excusedReason !== null && excusedAt !== null ? { reason: excusedReason, at: excusedAt.toISOString() } : null,
  };
}
