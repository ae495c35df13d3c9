import { sql } from "kysely";
import type { RoundId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";

export type SignedRow = { roundId: RoundId; unitId: UnitId; number: string; date: CalendarDate; attachedAt: Date };

/** The first signed document of each unit in these rounds: one that came in time is not undone by a later correction. */
export async function firstDocuments(db: Database, rounds: readonly RoundId[]): Promise<SignedRow[]> {
  const { rows } = await sql<SignedRow>`
    select distinct on (s.round_id, s.unit_id) s.round_id as "roundId", s.unit_id as "unitId", s.document_number as number,
           s.document_date as date, s.document_at as "attachedAt"
      from submission s
     where s.round_id = any(${[...rounds]}::uuid[]) and s.document_at is not null
     order by s.round_id, s.unit_id, s.document_at`.execute(db);
  return rows;
}
