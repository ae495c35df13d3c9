import { actsFor, may, type Actor } from "../../../../kernel/actor.ts";
import type { Text } from "../../../../kernel/language.ts";
import { vietnamDate } from "../../../../kernel/time/index.ts";
import type { Database } from "../../../../platform/database/index.ts";
import { unitsByIds, type UnitRef } from "../../../units/index.ts";
import { unitIn } from "../../service/view.ts";
import type { DecisionDetail, DecisionItem, DecisionRow } from "../contract.ts";
import { standsInTheWay, type Asked, type Standing } from "../domain/candidates.ts";
import { articlesOf, symbolOf } from "../domain/document.ts";
import { say } from "../messages.ts";
import { mayPrepare, possibleActs, type DecisionSides } from "../policy.ts";
import type { PrintedItem } from "../shapes.ts";
import { quotasOf, standingsOf, type For } from "../store/candidates.ts";
import { itemsOf, listDecisions, type DecisionFilter, type DecisionRecord, type ItemRecord } from "../store/decisions.ts";
import type { RuleRecord } from "../store/rules.ts";
import { bodyOf, ruleOf, seeDecision, stageNow } from "./access.ts";
import { appraisalsOf } from "./appraised.ts";
import { nextDecisionNumber } from "./numbering.ts";
import { rulesShown } from "./rules.ts";
import { deskUnits } from "../../../work/index.ts";
import type { UnitId } from "../../../../kernel/ids.ts";

const pageSize = 30;

const rowOf = (record: DecisionRecord, units: ReadonlyMap<UnitId, UnitRef>): DecisionRow => ({
  id: record.id,
  version: record.version,
  body: unitIn(units, record.body_id),
  level: record.level,
  year: record.year,
  title: record.title,
  state: record.state,
  presented: record.presented_at !== null && record.state === "draft",
  items: record.items,
  revoked: record.revoked,
  number: record.number,
  decidedOn: record.decided_on,
});

export async function readDecisions(db: Database, actor: Actor, { page, ...filter }: Omit<DecisionFilter, "own"> & { page: number }) {
  const own = await deskUnits(db, actor);
  const { rows, total } = await listDecisions(db, { ...filter, own }, { offset: (page - 1) * pageSize, limit: pageSize });
  const units = await unitsByIds(db, [...new Set(rows.map(({ body_id }) => body_id))]);
  return { items: rows.map((record) => rowOf(record, units)), total, pageSize };
}

export async function readDecision(db: Database, actor: Actor, id: string, now: Date): Promise<DecisionDetail> {
  const { record, sides } = await seeDecision(db, actor, id);
  return detailOf(db, actor, record, sides, now);
}

/** "Ban Công tác Mặt trận thôn Đoài, xã Bình Lâm": a unit's name with what it does not say itself of where it lies. */
export function printedUnit({ name, areaName = "" }: UnitRef): string {
  const parts = areaName.split(", ").filter((part) => part !== "" && !name.toLocaleLowerCase("vi").includes(part.toLocaleLowerCase("vi")));
  return [name, ...parts.map((part) => part.charAt(0).toLocaleLowerCase("vi") + part.slice(1))].join(", ");
}

/** The list with the words in which it is printed. */
export const printedList = (items: readonly ItemRecord[], units: ReadonlyMap<UnitId, UnitRef>): PrintedItem[] =>
  items.map(({ exemplar_id, printed_as, kind, field, lead_id }) => ({
    exemplarId: exemplar_id,
    name: printed_as,
    kind,
    field,
    unit: printedUnit(unitIn(units, lead_id)),
  }));

export const forOf = ({ id, body_id, level, year }: DecisionRecord): For => ({ id, bodyId: body_id, level, year });

export async function askedBy(db: Database, record: DecisionRecord, now: Date): Promise<{ rule: RuleRecord | null; asked: Asked }> {
  const rule = (await ruleOf(db, await bodyOf(db, record.body_id), record.level, vietnamDate(now))) ?? null;
  return { rule, asked: { level: record.level, year: record.year, rule } };
}

/** What stands in the way of each line now. */
export async function obstacles(
  db: Database,
  record: DecisionRecord,
  items: readonly ItemRecord[],
  asked: Asked,
  why: (one: Standing, asked: Asked) => Text[] = standsInTheWay,
): Promise<Map<string, Text[]>> {
  const ids = items.map(({ exemplar_id }) => exemplar_id);
  const [standings, appraisals] = await Promise.all([standingsOf(db, forOf(record), ids), appraisalsOf(db, ids)]);
  return new Map(
    ids.map((id) => {
      const standing = standings.get(id);
      const appraised = (appraisals.get(id) ?? []).some(({ good }) => good);
      return [id, standing ? why({ ...standing, appraised }, asked) : [say("noExemplar")]];
    }),
  );
}

/** The number and day that a decision would get if it were signed now. */
export async function nextNumber(db: Database, { header, body_id }: Pick<DecisionRecord, "header" | "body_id">, day: string) {
  const symbol = symbolOf(header);
  return { symbol, day, ...(await nextDecisionNumber(db, body_id, { form: header.form, symbol, day })) };
}

export async function detailOf(
  db: Database,
  actor: Actor,
  record: DecisionRecord,
  sides: DecisionSides,
  now: Date,
): Promise<DecisionDetail> {
  const open = record.state === "draft";
  const items = await itemsOf(db, record.id);
  const own = mayPrepare(actor, sides);
  const { rule, asked } = await askedBy(db, record, now);
  const [why, quotas, next] = await Promise.all([
    open ? obstacles(db, record, items, asked) : new Map<string, Text[]>(),
    open ? quotasOf(db, forOf(record)) : [],
    open && own ? nextNumber(db, record, vietnamDate(now)) : null,
  ]);
  const units = await unitsByIds(db, [
    ...new Set([record.body_id, ...items.map(({ lead_id }) => lead_id), ...quotas.map(({ unit_id }) => unit_id)]),
  ]);
  const list = items.map((item): DecisionItem => ({
    exemplar: { id: item.exemplar_id, name: item.name, kind: item.kind, field: item.field, lead: unitIn(units, item.lead_id) },
    printedAs: item.printed_as,
    deed: item.deed,
    consent: item.consent_on === null || item.consent_how === null ? null : { on: item.consent_on, how: item.consent_how },
    why: why.get(item.exemplar_id) ?? [],
    recognition: item.recognition && { id: item.recognition.id, version: item.recognition.version, revokedOn: item.recognition.revoked_on },
  }));
  const can = possibleActs(actor, stageNow(record), { createdBy: record.created_by }, sides).filter(
    (act) => !(record.level === "district" && (act === "present" || act === "sign")),
  );
  return {
    ...rowOf(record, units),
    header: record.header,
    list,
    quotas: quotas.map(({ unit_id, ...quota }) => ({ unit: unitIn(units, unit_id), ...quota })),
    rule: rule ? ((await rulesShown(db, [rule]))[0] ?? null) : null,
    articles: articlesOf(record.header, items, record.year),
    madeBy: record.created_by_name,
    signer:
      record.signer_name === null || record.signed_how === null
        ? null
        : { name: record.signer_name, post: record.signer_post ?? "", how: record.signed_how },
    hasScan: record.scan_hash !== null,
    cancelReason: record.cancel_reason,
    next: next && { number: next.number, symbol: next.symbol, day: next.day },
    blocked: open && own ? blockedBy(actor, record, list) : null,
    can: can.filter((act) => !((act === "present" || act === "sign") && (list.length === 0 || list.some((item) => item.why.length > 0)))),
  };
}

function blockedBy(actor: Actor, record: DecisionRecord, list: readonly DecisionItem[]): Text | null {
  if (list.length === 0) return say("empty");
  if (record.level === "district") return say("districtPaper");
  const stopped = list.filter(({ why }) => why.length > 0).length;
  if (stopped > 0) return say("stands", { count: stopped });
  if (record.presented_at === null) return null;
  if (!may(actor, "dispatch:sign")) return say("signerOnly");
  return actsFor(actor, record.created_by) ? say("ownText") : null;
}
