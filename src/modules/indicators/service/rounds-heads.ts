import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { unitsByIds, type UnitRef } from "../../units/index.ts";
import type { RoundHead } from "../contract/rounds.ts";
import { estimatedMinutes } from "../domain/forms.ts";
import { periodLabel } from "../domain/rounds-wording.ts";
import { say } from "../messages/rounds.ts";
import { findRound, type RoundRow } from "../store/rounds.ts";
import { unitOr } from "./forms-reading.ts";

export async function getRound(db: Database, id: string): Promise<RoundRow> {
  const round = await findRound(db, id);
  if (!round) throw problem("not_found", say("noRound"));
  return round;
}

/** Rounds as lists and pages show them. */
export async function headsOf(db: Database, rounds: readonly RoundRow[]): Promise<RoundHead[]> {
  const owners = await unitsByIds(db, [...new Set(rounds.map(({ ownerId }) => ownerId))]);
  return rounds.map((round) => head(round, owners));
}

export async function headOf(db: Database, round: RoundRow): Promise<RoundHead> {
  return head(round, await unitsByIds(db, [round.ownerId]));
}

function head(round: RoundRow, owners: Map<UnitId, UnitRef>): RoundHead {
  const { id, formId, n, title, basis, minutes, rows, narratives, ownerId, receiverText, cutOff, dueText, lastDay, countsOnTime, state } =
    round;
  const { calendar, kind, code, from, to, openedAt, figuresFixedAt } = round;
  const period = { calendar, kind, code, from, to };
  return {
    id,
    formId,
    edition: n,
    title,
    basis,
    minutes: minutes ?? estimatedMinutes({ rows, narratives }),
    estimated: minutes === null,
    owner: unitOr(owners, ownerId),
    receiverText,
    period: { ...period, label: periodLabel(period) },
    cutOff,
    due: { text: dueText, lastDay },
    countsOnTime,
    state,
    openedAt: openedAt.toISOString(),
    figuresFixedAt: figuresFixedAt?.toISOString() ?? null,
  };
}
