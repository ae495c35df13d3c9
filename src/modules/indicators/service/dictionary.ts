import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { IndicatorId, UnitId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/language.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Measure, MeasureSource } from "../../../platform/measure.ts";
import type { UnitRef } from "../../units/contract.ts";
import { unitsByIds } from "../../units/index.ts";
import {
  topicKeys,
  topicNames,
  type Indicator,
  type IndicatorState,
  type IndicatorSummary,
  type Topic,
  type ValueKind,
} from "../contract/dictionary.ts";
import { addingWords } from "../domain/dictionary.ts";
import { mayDefineFor } from "../domain/dictionary-policy.ts";
import { say } from "../messages/dictionary.ts";
import { countTopics, findIndicator, formsAsking, indicatorsOf, isUsed, listIndicators, type IndicatorRow } from "../store/dictionary.ts";
import { owningUnits } from "./forms-reading.ts";
import { canSeeForm } from "./rounds-owed.ts";

const pageSize = 200;

export type ListFilter = {
  text: string;
  topic: Topic | "any";
  kind: ValueKind | "any";
  owner: "catalogue" | "own" | "any";
  state: IndicatorState | "any";
  ids?: IndicatorId[] | undefined;
  page: number;
};

const unless = <T extends string>(value: T | "any"): T | null => (value === "any" ? null : value);

/** The dictionary as a picker needs it; `ids` finds those that a stored form names, in whatever state. */
export async function listDictionary(
  db: Database,
  actor: Actor,
  { text, topic, kind, owner, state, ids, page }: ListFilter,
): Promise<{ items: IndicatorSummary[]; total: number; pageSize: number }> {
  const owners = owner === "own" ? await owningUnits(db, actor) : owner === "catalogue" ? owner : null;
  const { items, total } = await listIndicators(db, {
    text,
    topic: unless(topic),
    kind: unless(kind),
    state: ids ? null : unless(state),
    owners,
    ids: ids ?? null,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  });
  return { items: await summaries(db, items), total, pageSize };
}

/** Every active indicator, for matching words against and for programs that fill forms. */
export async function wholeDictionary(db: Database): Promise<IndicatorSummary[]> {
  const { items } = await listIndicators(db, {
    text: "",
    topic: null,
    kind: null,
    state: "active",
    owners: null,
    ids: null,
    limit: 100_000,
    offset: 0,
  });
  return summaries(db, items);
}

/** These indicators, retired ones too; unknown ids are left out. */
export async function indicatorsByIds(db: Database, ids: readonly IndicatorId[]): Promise<Map<IndicatorId, IndicatorSummary>> {
  if (ids.length === 0) return new Map();
  const found = await summaries(db, await indicatorsOf(db, ids));
  return new Map(found.map((indicator) => [indicator.id, indicator]));
}

async function summaries(db: Database, rows: readonly IndicatorRow[]): Promise<IndicatorSummary[]> {
  const owners = await unitsByIds(
    db,
    rows.flatMap(({ ownerId }) => ownerId ?? []),
  );
  return rows.map((row) => summaryOf(row, owners));
}

function summaryOf(row: IndicatorRow, owners: ReadonlyMap<UnitId, UnitRef>): IndicatorSummary {
  const { ownerId, version: _version, catalogueNo: _no, basis: _basis, retiredReason: _reason, ...rest } = row;
  const owner: UnitRef | null = ownerId === null ? null : (owners.get(ownerId) ?? { id: ownerId, name: `#${ownerId}`, kind: "other-body" });
  return { ...rest, owner };
}

export async function readTopics(db: Database): Promise<{ key: Topic; name: Text; count: number }[]> {
  const counts = await countTopics(db);
  return topicKeys.map((key) => ({ key, name: topicNames[key], count: counts.get(key) ?? 0 }));
}

/** What slices compute from their records, by name. */
export async function knownMeasures(db: Database, sources: readonly MeasureSource[]): Promise<Map<string, Measure>> {
  const lists = await Promise.all(sources.map((source) => source.measures(db)));
  return new Map(lists.flat().map((measure) => [measure.name, measure]));
}

export async function readMeasures(
  db: Database,
  sources: readonly MeasureSource[],
): Promise<{ name: string; title: Text; unit: string }[]> {
  const known = await knownMeasures(db, sources);
  return [...known.values()]
    .map(({ name, title, unit }) => ({ name, title, unit }))
    .toSorted((a, b) => a.title.vi.localeCompare(b.title.vi, "vi"));
}

export async function readIndicator(db: Database, actor: Actor, sources: readonly MeasureSource[], id: IndicatorId): Promise<Indicator> {
  const row = await findIndicator(db, id);
  if (!row) throw problem("not_found", say("noIndicator"));
  const [[summary], measures, asking, used, owning] = await Promise.all([
    summaries(db, [row]),
    knownMeasures(db, sources),
    formsAsking(db, id),
    isUsed(db, id),
    owningUnits(db, actor),
  ]);
  if (!summary) throw problem("not_found", say("noIndicator"));
  const visible = await Promise.all(asking.map(async (form) => ((await canSeeForm(db, actor, form.id)) ? [form] : [])));
  const names = [...new Set(row.measures.flatMap((link) => link.names))];
  const mine = mayDefineFor(actor, row.ownerId !== null && owning.includes(row.ownerId));
  return {
    ...summary,
    version: row.version,
    catalogueNo: row.catalogueNo,
    basis: row.basis,
    retiredReason: row.retiredReason,
    adds: addingWords(row),
    computedFrom: names.map((name) => ({ name, title: measures.get(name)?.title ?? null })),
    used,
    forms: visible.flat(),
    can: !mine ? [] : row.state === "active" ? ["edit", "retire"] : ["restore"],
  };
}
