import type { SubjectId } from "../../../kernel/ids.ts";
import type { Transaction } from "../../../platform/database/index.ts";
import { nextSubjectState } from "../domain/states.ts";
import type { RoundRecord } from "../store/rounds.ts";
import { statusesOn } from "../store/sheets.ts";
import { findSubject, updateSubject } from "../store/subjects.ts";

/**
 * Opens the sheets of a subject when every one that counts is in and there are as many as the round wants. The caller has
 * locked the subject. Taking judges away opens nothing by itself: the wanted number is asked for again.
 */
export async function openIfAllIn(tx: Transaction, id: SubjectId, round: RoundRecord, now: Date): Promise<void> {
  const subject = await findSubject(tx, id);
  const next = subject && round.state === "open" ? nextSubjectState(subject.state, "open") : null;
  if (next === null) return;
  const counting = (await statusesOn(tx, id)).filter(({ state }) => state === "draft" || state === "sent");
  if (counting.length < round.judges || counting.some(({ state }) => state === "draft")) return;
  await updateSubject(tx, id, { state: next, opened_at: now });
}
