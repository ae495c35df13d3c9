import type { Period } from "../../../kernel/time/index.ts";
import type { Transaction } from "../../../platform/database/index.ts";
import type { CellKey, Figure } from "../contract/submissions.ts";
import { findSubmission, updateSubmission, type SubmissionRow } from "../store/submissions.ts";
import { findSending } from "../store/submissions-sendings.ts";
import { getRound } from "./rounds-heads.ts";
import { putFigures, takeFiguresOut } from "./submissions-figures.ts";

const periodOf = async (tx: Transaction, { roundId }: SubmissionRow): Promise<Period> => {
  const { calendar, kind, code, from, to } = await getRound(tx, roundId);
  return { calendar, kind, code, from, to };
};

export async function sentFigures(tx: Transaction, { id }: SubmissionRow): Promise<Record<CellKey, Figure>> {
  return (await findSending(tx, id))?.content.merged ?? {};
}

/** The last step is behind it: its figures are approved, and what they correct is replaced. */
export async function approveWhole(
  tx: Transaction,
  row: SubmissionRow,
  merged: Record<CellKey, Figure> | null,
  period: Period | null,
  now: Date,
): Promise<void> {
  const figures = merged ?? (await sentFigures(tx, row));
  await putFigures(tx, { tier: "approved", period: period ?? (await periodOf(tx, row)), unit: row.unitId, submissionId: row.id }, figures);
  // The earlier one first: one approved revision at a time.
  if (row.prevId !== null) await updateSubmission(tx, row.prevId, { state: "replaced" }, now);
  await updateSubmission(tx, row.id, { state: "approved", steps: row.steps, waiting: null, approvedAt: now }, now);
}

/** What was sent no longer counts for now (tạm tính). Under a correction stands what was approved before. */
export async function takeOut(tx: Transaction, row: SubmissionRow): Promise<void> {
  const period = await periodOf(tx, row);
  const of = { tier: "provisional", period, unit: row.unitId } as const;
  await takeFiguresOut(tx, { ...of, submissionId: row.id }, Object.keys(await sentFigures(tx, row)));
  const prev = row.prevId === null ? undefined : await findSubmission(tx, row.prevId);
  if (prev?.state === "approved") await putFigures(tx, { ...of, submissionId: prev.id }, await sentFigures(tx, prev));
}
