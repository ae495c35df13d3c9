import type { Actor } from "../../../kernel/actor.ts";
import { may } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { DocumentId, PersonId, UnitId, WorkId } from "../../../kernel/ids.ts";
import { vietnamDate, type CalendarDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { documentLabels } from "../../documents/index.ts";
import { personNames } from "../../identity/index.ts";
import type { UnitRef } from "../../units/contract.ts";
import { reaches, unitsByIds } from "../../units/index.ts";
import type { WorkDetail, WorkRow } from "../contract.ts";
import { daysLeftOf, nextState, standingOf } from "../domain.ts";
import { say } from "../messages.ts";
import { isOwnReport, mayView, possibleActs, type Sides } from "../policy.ts";
import { entriesOf } from "../store/entries.ts";
import { findWork, type WorkItemRow } from "../store/items.ts";

/** Items as lists show them: units named, the document that asks for each, and where it stands today. */
export async function rowsShown(db: Database, actor: Actor, rows: readonly WorkItemRow[], today: CalendarDate): Promise<WorkRow[]> {
  const unitIds = [...new Set(rows.flatMap(({ lead_id, assigner_id, partners }) => [lead_id, assigner_id, ...partners]))];
  const documentIds = [...new Set(rows.map(({ document_id }) => document_id))].filter((id): id is string => id !== null) as DocumentId[];
  const [units, labels] = await Promise.all([unitsByIds(db, unitIds), documentLabels(db, actor, documentIds)]);
  const unit = (id: UnitId): UnitRef => units.get(id) ?? { id, name: `#${id}`, kind: "other-body" };
  return rows.map((row) => {
    const due = { text: row.due_text, date: row.due_date, lastDay: row.last_day };
    const label = row.document_id === null ? undefined : labels.get(row.document_id as DocumentId);
    return {
      id: row.id,
      version: row.version,
      kind: row.kind,
      title: row.title,
      state: row.state,
      edge: row.edge,
      standing: standingOf({ state: row.state, edge: row.edge, due, firstReportedOn: row.first_reported_on }, today),
      daysLeft: daysLeftOf(row.last_day, today),
      due,
      period: row.period,
      lead: unit(row.lead_id),
      assigner: unit(row.assigner_id),
      partners: row.partners.map(unit),
      percent: row.percent,
      origin: {
        kind: row.origin_kind,
        planId: row.plan_id,
        itemId: row.plan_item_id,
        planVersion: row.plan_version,
        clause: row.clause,
        quote: row.quote,
        documentId: row.document_id,
        line: row.line,
      },
      because: { label: label?.label ?? null, readable: label?.readable ?? false },
      updatedAt: row.updated_at.toISOString(),
    };
  });
}

/** Which sides of the item this post reaches. */
export async function sidesOf(db: Database, actor: Pick<Actor, "unitId">, row: WorkItemRow): Promise<Sides> {
  const covers = async (unit: UnitId) => unit === actor.unitId || reaches(db, actor.unitId, unit);
  const [lead, assigner] = await Promise.all([covers(row.lead_id), covers(row.assigner_id)]);
  // Partners can be a hundred; they matter only to somebody who stands on neither side.
  if (lead || assigner) return { lead, assigner, partner: false };
  for (const unit of row.partners) if (await covers(unit)) return { lead, assigner, partner: true };
  return { lead, assigner, partner: false };
}

/** The item, when this person may see it; otherwise it does not exist for them. */
export async function getVisible(db: Database, actor: Actor, id: WorkId): Promise<{ row: WorkItemRow; sides: Sides }> {
  const row = await findWork(db, id);
  const sides = row && (await sidesOf(db, actor, row));
  if (!row || !sides || !mayView(actor, sides)) throw problem("not_found", say("noWork"));
  return { row, sides };
}

export async function detailOf(db: Database, actor: Actor, row: WorkItemRow, sides: Sides, now: Date): Promise<WorkDetail> {
  const entries = await entriesOf(db, row.id);
  const [[shown], people, units] = await Promise.all([
    rowsShown(db, actor, [row], vietnamDate(now)),
    personNames(
      db,
      [...new Set(entries.map(({ person_id }) => person_id))].filter((id): id is PersonId => id !== null),
    ),
    unitsByIds(db, [...new Set(entries.map(({ unit_id }) => unit_id))]),
  ]);
  if (!shown) throw problem("not_found", say("noWork"));
  const wouldConfirm = sides.assigner && may(actor, "work:confirm") && nextState(row.state, row.edge, "confirm") !== null;
  return {
    ...shown,
    text: row.body,
    entries: entries.map(({ id, act, unit_id, person_id, at, text, percent, due_before, due_after, files }) => ({
      id,
      act,
      at: at.toISOString(),
      by: person_id === null ? "" : (people.get(person_id) ?? ""),
      unit: units.get(unit_id) ?? { id: unit_id, name: `#${unit_id}`, kind: "other-body" },
      text,
      percent,
      dueBefore: due_before,
      dueAfter: due_after,
      files,
    })),
    can: possibleActs(actor, sides, row),
    cannotConfirm: wouldConfirm && isOwnReport(actor, row) ? say("ownReport") : null,
  };
}

export async function readWork(db: Database, actor: Actor, id: WorkId, now: Date): Promise<WorkDetail> {
  const { row, sides } = await getVisible(db, actor, id);
  return detailOf(db, actor, row, sides, now);
}
