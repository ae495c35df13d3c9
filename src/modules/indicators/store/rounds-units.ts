import { sql } from "kysely";
import type { RoundId, UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { Edge } from "../../units/contract.ts";
import type { RoundState } from "../contract/rounds.ts";

export type RoundUnitRow = {
  roundId: RoundId;
  unitId: UnitId;
  edge: Edge;
  dueText: string;
  lastDay: CalendarDate;
  extendedFrom: CalendarDate | null;
  extendedReason: string | null;
  excusedReason: string | null;
  excusedAt: Date | null;
  version: number;
};

const columns = sql`u.round_id as "roundId", u.unit_id as "unitId", u.edge, u.due_text as "dueText", u.last_day as "lastDay",
  u.extended_from as "extendedFrom", u.extended_reason as "extendedReason", u.excused_reason as "excusedReason", u.excused_at as "excusedAt", u.version`;

export async function unitsOfRounds(db: Database, ids: readonly RoundId[]): Promise<RoundUnitRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<RoundUnitRow>`
    select ${columns} from round_unit u where u.round_id = any(${[...ids]}::uuid[]) order by u.round_id, u.unit_id`.execute(db);
  return rows;
}

export async function unitOfRound(db: Database, roundId: string, unitId: UnitId): Promise<RoundUnitRow | undefined> {
  const { rows } = await sql<RoundUnitRow>`
    select ${columns} from round_unit u where u.round_id = ${roundId}::uuid and u.unit_id = ${unitId}::int`.execute(db);
  return rows[0];
}

/**
 * What these units (all of them when null) are asked in rounds, the most urgent first. Excused ones come along: the unit
 * sees that nothing is expected of it.
 */
export async function dutiesOfUnits(
  db: Database,
  {
    units,
    state,
    until = null,
    roundId = null,
    limit = null,
  }: {
    units: readonly UnitId[] | null;
    state: RoundState | "any";
    until?: CalendarDate | null;
    roundId?: string | null;
    limit?: number | null;
  },
): Promise<RoundUnitRow[]> {
  const { rows } = await sql<RoundUnitRow>`
    select ${columns} from round_unit u join round r on r.id = u.round_id
     where (${units === null}::boolean or u.unit_id = any(${[...(units ?? [])]}::int[])) and (${state}::text = 'any' or r.state = ${state}::text)
       and (${until}::date is null or u.last_day <= ${until}::date) and (${roundId}::uuid is null or u.round_id = ${roundId}::uuid)
     order by u.last_day, u.round_id, u.unit_id
     limit ${limit}::int`.execute(db);
  return rows;
}

/** Asks one more unit in a round that is open; false when it is asked there already. */
export async function insertRoundUnit(
  tx: Transaction,
  roundId: RoundId,
  { unitId, edge, due }: { unitId: UnitId; edge: Edge; due: { text: string; lastDay: CalendarDate } },
): Promise<boolean> {
  const { rows } = await sql`
    insert into round_unit (round_id, unit_id, edge, due_text, last_day)
    values (${roundId}::uuid, ${unitId}::int, ${edge}::text, ${due.text}::text, ${due.lastDay}::date)
    on conflict (round_id, unit_id) do nothing
    returning unit_id`.execute(tx);
  return rows.length > 0;
}

/** Gives units another last day; the ones that somebody changed meanwhile are not among those returned. */
export async function extendUnits(
  tx: Transaction,
  roundId: RoundId,
  units: readonly { unitId: UnitId; version: number }[],
  { lastDay, text, reason }: { lastDay: CalendarDate; text: string; reason: string },
): Promise<Set<UnitId>> {
  const { rows } = await sql<{ unitId: UnitId }>`
    update round_unit u set last_day = ${lastDay}::date, due_text = ${text}::text, extended_from = coalesce(u.extended_from, u.last_day),
           extended_reason = ${reason}::text, version = u.version + 1
      from unnest(${units.map(({ unitId }) => unitId)}::int[], ${units.map(({ version }) => version)}::int[]) as seen (unit_id, version)
     where u.round_id = ${roundId}::uuid and u.unit_id = seen.unit_id and u.version = seen.version
    returning u.unit_id as "unitId"`.execute(tx);
  return new Set(rows.map(({ unitId }) => unitId));
}

/** Excuses units, or takes it back (`reason` null). */
export async function excuseUnits(
  tx: Transaction,
  roundId: RoundId,
  units: readonly { unitId: UnitId; version: number }[],
  reason: string | null,
  now: Date,
): Promise<Set<UnitId>> {
  const { rows } = await sql<{ unitId: UnitId }>`
    update round_unit u set excused_reason = ${reason}::text, excused_at = case when ${reason}::text is null then null else ${now}::timestamptz end,
           version = u.version + 1
      from unnest(${units.map(({ unitId }) => unitId)}::int[], ${units.map(({ version }) => version)}::int[]) as seen (unit_id, version)
     where u.round_id = ${roundId}::uuid and u.unit_id = seen.unit_id and u.version = seen.version
    returning u.unit_id as "unitId"`.execute(tx);
  return new Set(rows.map(({ unitId }) => unitId));
}
