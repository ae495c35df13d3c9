import type { RoundId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { UnitRef } from "../../units/index.ts";
import type { RoundUnit } from "../contract/rounds.ts";
import { standingOf, type UnitStand } from "../domain/rounds-standing.ts";
import type { RoundRow } from "../store/rounds.ts";
import type { RoundUnitRow } from "../store/rounds-units.ts";

const keyOf = ({ roundId, unitId }: { roundId: RoundId; unitId: UnitId }): string => `${roundId} ${unitId}`;

/** What units have sent in these rounds. */
export async function standsOf(db: Database, rounds: readonly RoundId[]): Promise<(duty: RoundUnitRow) => UnitStand | undefined> {
  const stands: UnitStand[] = rounds.length === 0 ? [] : await standOfUnits(db, rounds);
  const byKey = new Map(stands.map((stand) => [keyOf(stand), stand]));
  return (duty) => byKey.get(keyOf(duty));
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

const standOfUnits = async (_db: Database, _rounds: readonly RoundId[]): Promise<UnitStand[]> => [];
