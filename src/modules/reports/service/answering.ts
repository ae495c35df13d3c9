import type { Actor } from "../../../kernel/actor.ts";
import { unitId, type RoundId } from "../../../kernel/ids.ts";
import type { Transaction } from "../../../platform/database/index.ts";
import type { Scan } from "../../documents/index.ts";
import { documentSigned } from "../../indicators/index.ts";
import type { ReportRow } from "../store/reports.ts";

/** The scan that a report has, if any. */
export function scanOf({ scanHash, scanName, scanType, scanSize }: ReportRow): Scan | null {
  if (scanHash === null || scanName === null || scanType === null || scanSize === null) return null;
  return { hash: scanHash, name: scanName, type: scanType, size: scanSize };
}

/**
 * A numbered report that answers a round which the unit owes is the signed document of what the unit sent there: number,
 * date and file go along, with the scan in the place of the .docx once there is one.
 */
export async function answerRound(tx: Transaction, actor: Actor, report: ReportRow, file: Scan, now: Date): Promise<void> {
  const { kind, roundId, receiverId, number, symbol, issueDate, docxHash, scanHash } = report;
  // Without a receiver the unit asked for the round itself and adds others up.
  if (kind !== "report" || roundId === null || receiverId === null || number === null || issueDate === null) return;
  const round = { roundId: roundId as RoundId, unitId: unitId(report.unitId) };
  const instead = [docxHash, scanHash].filter((hash) => hash !== null);
  await documentSigned(tx, actor, round, { ...file, number: `${number}${symbol ?? ""}`, date: issueDate, instead }, now);
}
