import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { DocumentId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { findInRegister, getReviewedPlan, mayReadDocument } from "../../documents/index.ts";
import type { ReviewedPlan } from "../domain/intake.ts";
import { say } from "../messages.ts";
import type { Basis } from "../shapes.ts";

/** A reviewed document as a plan is made from it. */
export type Source = { documentId: string; plan: ReviewedPlan; basis: Omit<Basis, "position">[]; issuerUnitId: number | null };

/** The document's accepted items and its citations, linked to the register. Refused while its review is not finished. */
export async function readSource(db: Database, actor: Actor, documentId: string): Promise<Source> {
  const id = documentId as DocumentId;
  if (!(await mayReadDocument(db, actor, id))) throw problem("not_found", say("noDocument"));
  const { document, plan, complete } = await getReviewedPlan(db, id);
  if (!complete) throw problem("wrong_state", say("notReviewed"));
  const basis: Source["basis"] = [];
  for (const { type, number, date, issuer, title, line } of plan.citations) {
    const [registered] = number === null ? [] : await findInRegister(db, actor, { number, date });
    basis.push({ type, number, date, issuer, title, line, documentId: registered?.id ?? null });
  }
  return { documentId, plan, basis, issuerUnitId: document.issuer_unit_id };
}
