import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import { reaches } from "../../units/index.ts";
import type { Judged, Sides } from "../domain/submissions-policy.ts";
import { mayView } from "../domain/submissions-policy.ts";
import { say } from "../messages/submissions.ts";
import { findSubmission, lockSubmission, newestSubmission, shareSubmission, type SubmissionRow } from "../store/submissions.ts";
import { partsOf } from "../store/submissions-parts.ts";
import { sendingsOf } from "../store/submissions-sendings.ts";
import { getRound } from "./rounds-heads.ts";

/** Which sides of a report this post reaches. */
export async function sidesTo(
  db: Database,
  actor: Pick<Actor, "unitId">,
  { sender, owner, parts }: { sender: UnitId; owner: UnitId; parts: readonly UnitId[] },
): Promise<Sides> {
  const covers = async (unit: UnitId) => unit === actor.unitId || (await reaches(db, actor.unitId, unit));
  const [ofSender, ofOwner] = await Promise.all([covers(sender), covers(owner)]);
  const others = [...new Set(parts)].filter((unit) => unit !== sender);
  const reached = new Set<UnitId>();
  for (const unit of others) if (await covers(unit)) reached.add(unit);
  return { sender: ofSender, owner: ofOwner, parts: reached };
}

export type Opened = { row: SubmissionRow; sides: Sides; judged: Judged };

/** A submission with where this person stands to it; null when they may not see it. */
export async function lookAt(db: Database, actor: Actor, row: SubmissionRow): Promise<Opened | null> {
  const [round, parts, newest, sendings] = await Promise.all([
    getRound(db, row.roundId),
    partsOf(db, row.id),
    newestSubmission(db, row.roundId, row.unitId),
    sendingsOf(db, row.id),
  ]);
  const sides = await sidesTo(db, actor, { sender: row.unitId, owner: round.ownerId, parts: parts.map(({ unitId }) => unitId) });
  if (!mayView(actor, sides, row)) return null;
  const judged = {
    state: row.state,
    rev: row.rev,
    steps: row.steps,
    submittedBy: row.submittedBy,
    sent: sendings.length > 0,
    newest: newest?.id === row.id,
    roundOpen: round.state === "open",
    documentAttached: row.document !== null,
  };
  return { row, sides, judged };
}

/** The same for one that must be there: what somebody may not see does not exist for them. */
export async function visible(db: Database, actor: Actor, row: SubmissionRow | undefined): Promise<Opened> {
  const opened = row ? await lookAt(db, actor, row) : null;
  if (!opened) throw problem("not_found", say("noSubmission"));
  return opened;
}

export const see = async (db: Database, actor: Actor, id: string): Promise<Opened> => visible(db, actor, await findSubmission(db, id));
/** Held for an act on the whole. */
export const hold = async (tx: Transaction, actor: Actor, id: string): Promise<Opened> => visible(tx, actor, await lockSubmission(tx, id));
/** Held while one part is saved. */
export const share = async (tx: Transaction, actor: Actor, id: string): Promise<Opened> =>
  visible(tx, actor, await shareSubmission(tx, id));
