import { sql } from "kysely";
import type { IndicatorId, UnitId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import type { IndicatorState, Topic, ValueKind } from "../contract/dictionary.ts";
import type { Settled } from "../domain/dictionary.ts";

/** An indicator as it is stored. */
export type IndicatorRow = Settled & {
  id: IndicatorId;
  code: string;
  catalogueNo: number | null;
  ownerId: UnitId | null;
  state: IndicatorState;
  retiredReason: string | null;
  version: number;
};

const columns = sql`
  id, code, catalogue_no as "catalogueNo", owner_id as "ownerId", name, definition, topic, unit, value_kind as "valueKind", scale,
  over_units as "overUnits", over_time as "overTime", over_merger as "overMerger", dimension, measures, basis, state,
  retired_reason as "retiredReason", version`;

export async function findIndicator(db: Database, id: IndicatorId): Promise<IndicatorRow | undefined> {
  const { rows } = await sql<IndicatorRow>`select ${columns} from indicator where id = ${id}::int`.execute(db);
  return rows[0];
}

export async function findIndicatorForUpdate(tx: Transaction, id: IndicatorId): Promise<IndicatorRow | undefined> {
  const { rows } = await sql<IndicatorRow>`select ${columns} from indicator where id = ${id}::int for update`.execute(tx);
  return rows[0];
}

export async function indicatorsOf(db: Database, ids: readonly IndicatorId[]): Promise<IndicatorRow[]> {
  const { rows } = await sql<IndicatorRow>`select ${columns} from indicator where id = any(${[...ids]}::int[]) order by id`.execute(db);
  return rows;
}

export type ListAsked = {
  text: string;
  topic: Topic | null;
  kind: ValueKind | null;
  state: IndicatorState | null;
  /** `catalogue`, or of these units; null: of anybody. */
  owners: "catalogue" | readonly UnitId[] | null;
  ids: readonly IndicatorId[] | null;
  limit: number;
  offset: number;
};

/** In the order of the catalogue, own ones after it; every word of `text` must occur, with or without marks. */
export async function listIndicators(db: Database, asked: ListAsked): Promise<{ items: IndicatorRow[]; total: number }> {
  const words = asked.text.split(/\s+/).filter((word) => word !== "");
  const owners = asked.owners;
  const { rows } = await sql<IndicatorRow & { total: number }>`
    select ${columns}, count(*) over ()::int as total
    from indicator
    where (${asked.topic}::text is null or topic = ${asked.topic}) and (${asked.kind}::text is null or value_kind = ${asked.kind})
      and (${asked.state}::text is null or state = ${asked.state})
      and (${asked.ids === null ? null : [...asked.ids]}::int[] is null or id = any(${asked.ids === null ? null : [...asked.ids]}::int[]))
      and ${owners === null ? sql`true` : owners === "catalogue" ? sql`owner_id is null` : sql`owner_id = any(${[...owners]}::int[])`}
      and ${
        words.length === 0
          ? sql`true`
          : sql`not exists (
        select from unnest(${words}::text[]) as word
        where search not like '%' || vi_fold(replace(replace(replace(word, '\\', '\\\\'), '%', '\\%'), '_', '\\_')) || '%' and code not ilike word)`
      }
    order by catalogue_no nulls last, name collate "vi-x-icu", id
    limit ${asked.limit}::int offset ${asked.offset}::int
  `.execute(db);
  return { items: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

export async function countTopics(db: Database): Promise<Map<Topic, number>> {
  const { rows } = await sql<{ topic: Topic; count: number }>`
    select topic, count(*)::int from indicator where state = 'active' group by topic
  `.execute(db);
  return new Map(rows.map(({ topic, count }) => [topic, count]));
}

export async function insertIndicator(tx: Transaction, ownerId: UnitId, given: Settled): Promise<IndicatorId> {
  const { rows } = await sql<{ id: IndicatorId }>`
    insert into indicator (owner_id, name, definition, topic, unit, value_kind, scale, over_units, over_time, over_merger, dimension, measures, basis)
    values (${ownerId}::int, ${given.name}, ${given.definition}, ${given.topic}, ${given.unit}, ${given.valueKind}, ${given.scale}::int, ${given.overUnits},
            ${given.overTime}, ${given.overMerger}, ${json(given.dimension)}::jsonb, ${json(given.measures)}::jsonb, ${given.basis})
    returning id
  `.execute(tx);
  const id = rows[0]?.id ?? (0 as IndicatorId);
  await sql`select place_indicator(${id}::int)`.execute(tx);
  return id;
}

export async function updateIndicator(tx: Transaction, id: IndicatorId, given: Settled): Promise<void> {
  await sql`
    update indicator set name = ${given.name}, definition = ${given.definition}, topic = ${given.topic}, unit = ${given.unit},
           value_kind = ${given.valueKind}, scale = ${given.scale}::int, over_units = ${given.overUnits}, over_time = ${given.overTime},
           over_merger = ${given.overMerger}, dimension = ${json(given.dimension)}::jsonb, measures = ${json(given.measures)}::jsonb,
           basis = ${given.basis}, version = version + 1
    where id = ${id}::int
  `.execute(tx);
  await sql`select place_indicator(${id}::int)`.execute(tx);
}

export async function saveState(tx: Transaction, id: IndicatorId, state: IndicatorState, reason: string | null): Promise<void> {
  await sql`update indicator set state = ${state}, retired_reason = ${reason}, version = version + 1 where id = ${id}::int`.execute(tx);
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Whether any unit ever gave a figure of it, also one that was taken back: then its meaning is fixed. */
export async function isUsed(db: Database, id: IndicatorId): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (
      select from indicator_slot slot join figure_given given on given.group_id = slot.group_id and (given.asked >> (slot.slot - 1)) & 1 = 1
      where slot.indicator_id = ${id}::int
    ) or exists (
      select from indicator_slot slot join figure_history past on past.group_id = slot.group_id and (past.asked >> (slot.slot - 1)) & 1 = 1
      where slot.indicator_id = ${id}::int
    ) as used
  `.execute(db);
  return rows[0]?.used === true;
}

/** An active indicator of the catalogue or of the same owner that is called the same and counted in the same unit. */
export async function findNamesake(
  db: Database,
  { ownerId, name, unit, except }: { ownerId: UnitId; name: string; unit: string; except: IndicatorId | null },
): Promise<{ name: string; code: string } | undefined> {
  const { rows } = await sql<{ name: string; code: string }>`
    select name, code from indicator
    where state = 'active' and (owner_id is null or owner_id = ${ownerId}::int) and id is distinct from ${except}::int
      and vi_fold(name) = vi_fold(${name}) and vi_fold(unit) = vi_fold(${unit})
    limit 1
  `.execute(db);
  return rows[0];
}

/** Open forms whose published version in force asks for it. */
export async function formsAsking(db: Database, id: IndicatorId): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select form.id, version.title
    from form
    join lateral (select * from form_version where form_id = form.id and published_at is not null order by n desc limit 1) version on true
    where form.state = 'open' and jsonb_path_exists(version.content, '$.sections[*].rows[*] ? (@.indicatorId == $id)', jsonb_build_object('id', ${id}::int))
    order by version.title collate "vi-x-icu" limit 50
  `.execute(db);
  return rows;
}
