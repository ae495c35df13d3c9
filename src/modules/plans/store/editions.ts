import { sql } from "kysely";
import { problem } from "../../../kernel/errors.ts";
import type { Database, Transaction } from "../../../platform/database/index.ts";
import { say } from "../messages.ts";
import { PlanState, type Basis } from "../shapes.ts";

/** One edition with what belongs to its plan as a whole. */
export type EditionRow = {
  id: string;
  planId: string;
  issuerId: number;
  parentId: string | null;
  /** Who issued the plan that this one carries out. */
  parentIssuerId: number | null;
  edition: number;
  state: PlanState;
  title: string;
  docType: string;
  number: string | null;
  issuerPrinted: string | null;
  issueDate: string | null;
  resolveOn: string;
  periodFrom: string | null;
  periodTo: string | null;
  documentId: string | null;
  reason: string | null;
  issuedAt: Date | null;
  issuedByName: string | null;
  inForceFrom: string | null;
  version: number;
};

const columns = sql`
  e.id, e.plan_id as "planId", p.issuer_id as "issuerId", p.parent_id as "parentId",
  (select above.issuer_id from plan above where above.id = p.parent_id) as "parentIssuerId", e.edition, e.state, e.title,
  e.doc_type as "docType", e.number, e.issuer_printed as "issuerPrinted", e.issue_date as "issueDate", e.resolve_on as "resolveOn",
  e.period_from as "periodFrom", e.period_to as "periodTo", e.document_id as "documentId", e.reason, e.issued_at as "issuedAt",
  e.issued_by_name as "issuedByName", e.in_force_from as "inForceFrom", e.version`;

/** Every edition of a plan, oldest first; none for an unknown plan. */
export async function editionsOf(db: Database, planId: string): Promise<EditionRow[]> {
  const { rows } = await sql<EditionRow>`
    select ${columns} from plan_edition e join plan p on p.id = e.plan_id
     where e.plan_id = ${planId}::uuid order by e.edition`.execute(db);
  return rows;
}

/** The same, holding the plan until the transaction ends: acts on one plan come one after the other. */
export async function lockEditions(tx: Transaction, planId: string): Promise<EditionRow[]> {
  await sql`select from plan where id = ${planId}::uuid for update`.execute(tx);
  return editionsOf(tx, planId);
}

export const isInForce = ({ state }: EditionRow): boolean => state === "issued" || state === "closed";

/** Plans in force whose period reaches `today`: those that may owe another period. */
export async function plansInForce(db: Database, today: string): Promise<string[]> {
  const { rows } = await sql<{ planId: string }>`
    select plan_id as "planId" from plan_edition where state = 'issued' and period_to >= ${today}::date order by plan_id`.execute(db);
  return rows.map(({ planId }) => planId);
}

export async function insertPlan(tx: Transaction, { issuerId, parentId }: { issuerId: number; parentId: string | null }): Promise<string> {
  const { id } = await tx.insertInto("plan").values({ issuer_id: issuerId, parent_id: parentId }).returning("id").executeTakeFirstOrThrow();
  return id;
}

export type NewEdition = Pick<
  EditionRow,
  | "planId"
  | "edition"
  | "title"
  | "docType"
  | "number"
  | "issuerPrinted"
  | "issueDate"
  | "resolveOn"
  | "periodFrom"
  | "periodTo"
  | "documentId"
  | "reason"
> & { preparedBy: string };

export async function insertEdition(tx: Transaction, edition: NewEdition): Promise<string> {
  const { id } = await tx
    .insertInto("plan_edition")
    .values({
      plan_id: edition.planId,
      edition: edition.edition,
      state: "draft",
      title: edition.title,
      doc_type: edition.docType,
      number: edition.number,
      issuer_printed: edition.issuerPrinted,
      issue_date: edition.issueDate,
      resolve_on: edition.resolveOn,
      period_from: edition.periodFrom,
      period_to: edition.periodTo,
      document_id: edition.documentId,
      reason: edition.reason,
      prepared_by: edition.preparedBy,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export type Header = Pick<EditionRow, "title" | "number" | "issueDate" | "resolveOn" | "periodFrom" | "periodTo">;

/** Writes the header where the version is still the one that was seen; false when it is not. */
export async function updateHeader(tx: Transaction, editionId: string, version: number, header: Header): Promise<boolean> {
  const done = await tx
    .updateTable("plan_edition")
    .set({
      title: header.title,
      number: header.number,
      issue_date: header.issueDate,
      resolve_on: header.resolveOn,
      period_from: header.periodFrom,
      period_to: header.periodTo,
      version: sql`version + 1`,
    })
    .where("id", "=", editionId)
    .where("version", "=", version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function updateIssuer(tx: Transaction, planId: string, issuerId: number): Promise<void> {
  await tx.updateTable("plan").set({ issuer_id: issuerId }).where("id", "=", planId).execute();
}

type Issue = { by: string; byName: string; at: Date; inForceFrom: string };

export async function updateState(tx: Transaction, editionId: string, state: PlanState, issue?: Issue): Promise<void> {
  await tx
    .updateTable("plan_edition")
    .set({
      state: PlanState.parse(state),
      version: sql`version + 1`,
      ...(issue ? { issued_by: issue.by, issued_by_name: issue.byName, issued_at: issue.at, in_force_from: issue.inForceFrom } : {}),
    })
    .where("id", "=", editionId)
    .execute();
}

/** Removes an edition that was being prepared; with the last one goes the plan. */
export async function deleteEdition(tx: Transaction, edition: EditionRow): Promise<void> {
  if (edition.state !== "draft") throw problem("wrong_state", say("notDraft"));
  await tx.deleteFrom("plan_edition").where("id", "=", edition.id).execute();
  await sql`delete from plan p where p.id = ${edition.planId}::uuid and not exists (select from plan_edition e where e.plan_id = p.id)`.execute(
    tx,
  );
}

export async function insertBasis(tx: Transaction, editionId: string, basis: Omit<Basis, "position">[]): Promise<void> {
  if (basis.length === 0) return;
  await tx
    .insertInto("plan_basis")
    .values(basis.map(({ documentId, ...rest }, at) => ({ edition_id: editionId, position: at + 1, ...rest, document_id: documentId })))
    .execute();
}

export async function basisOf(db: Database, editionId: string): Promise<Basis[]> {
  const { rows } = await sql<Basis>`
    select position, type, number, date, issuer, title, line, document_id as "documentId"
      from plan_basis where edition_id = ${editionId}::uuid order by position`.execute(db);
  return rows;
}

/** Everything that an edition says, into a new one: items keep their identity, expressions get their own rows. */
export async function copyContent(tx: Transaction, from: string, to: string): Promise<void> {
  await sql`insert into plan_basis select ${to}::uuid, position, type, number, date, issuer, title, line, document_id
              from plan_basis where edition_id = ${from}::uuid`.execute(tx);
  await sql`insert into plan_item (edition_id, item_id, kind, position, clause, line, quote, text, metric, comparator, value, value_max, unit,
                                   frequency, cumulative, receiver, via, next_receiver, due, opens_plan, split_from)
            select ${to}::uuid, item_id, kind, position, clause, line, quote, text, metric, comparator, value, value_max, unit,
                   frequency, cumulative, receiver, via, next_receiver, due, opens_plan, split_from
              from plan_item where edition_id = ${from}::uuid`.execute(tx);
  await sql`insert into plan_expression (edition_id, key, printed, read_as, skipped, recipient, understood, left_out, unclear)
            select ${to}::uuid, key, printed, read_as, skipped, recipient, understood, left_out, unclear
              from plan_expression where edition_id = ${from}::uuid`.execute(tx);
  const both = sql`plan_expression o join plan_expression n on n.edition_id = ${to}::uuid and n.key = o.key and o.edition_id = ${from}::uuid`;
  await sql`insert into plan_expression_unit (expression_id, unit_id, meant, by_hand, reason)
            select n.id, u.unit_id, u.meant, u.by_hand, u.reason
              from ${both} join plan_expression_unit u on u.expression_id = o.id`.execute(tx);
  await sql`insert into plan_party (edition_id, item_id, role, expression_id, position)
            select ${to}::uuid, party.item_id, party.role, n.id, party.position
              from ${both} join plan_party party on party.expression_id = o.id`.execute(tx);
  await sql`insert into plan_edge (edition_id, unit_id, proposed, edge, confirmed)
            select ${to}::uuid, unit_id, proposed, edge, confirmed from plan_edge where edition_id = ${from}::uuid`.execute(tx);
  await sql`insert into plan_link (edition_id, parent_item_id, parent_edition, decision, child_item_id, reason)
            select ${to}::uuid, parent_item_id, parent_edition, decision, child_item_id, reason
              from plan_link where edition_id = ${from}::uuid`.execute(tx);
}
