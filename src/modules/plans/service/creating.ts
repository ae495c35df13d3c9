import type { Actor } from "../../../kernel/actor.ts";
import { authorise } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { unitId } from "../../../kernel/ids.ts";
import { squeeze } from "../../../kernel/text.ts";
import { isCalendarDate, vietnamDate } from "../../../kernel/time/dates.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { getUnit } from "../../units/index.ts";
import { itemsFrom, periodFrom } from "../domain/intake.ts";
import { say } from "../messages.ts";
import { mayDraft } from "../policy.ts";
import type { Plan, PlanUnit } from "../shapes.ts";
import { unitsStanding } from "../store/addressees.ts";
import { editionsOf, insertBasis, insertEdition, insertPlan, type EditionRow } from "../store/editions.ts";
import { planOfDocument } from "../store/listing.ts";
import { recordPlanAct } from "./changing.ts";
import { addItems } from "./content.ts";
import { readPlan } from "./describing.ts";
import { planUnit, scopeOf } from "./reading.ts";
import { readSource, type Source } from "./source.ts";

/** The unit in whose name the actor drafts; refused for any that the actor does not act for. */
export async function drafter(tx: Transaction, actor: Actor, id: number): Promise<PlanUnit> {
  const scope = await scopeOf(tx, actor);
  authorise(mayDraft(actor, { owns: scope.includes(id), reached: true }), "plan:draft");
  return planUnit(await getUnit(tx, unitId(id)));
}

export const titleFrom = ({ plan }: Source): string => {
  const { docType, subject } = plan.header;
  // "Kế hoạch" + "Thực hiện …" reads on as one sentence; "MTTQ …" stays.
  const rest = (subject ?? "").replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLocaleLowerCase("vi"));
  return squeeze(`${docType ?? "Kế hoạch"} ${rest}`);
};

/** A draft plan out of a reviewed document: its items, its basis, and whom each expression means. */
export function createPlan(db: Database, actor: Actor, clock: () => Date, input: { documentId: string; issuerId?: number }): Promise<Plan> {
  return transaction(db, async (tx) => {
    const source = await readSource(tx, actor, input.documentId);
    const scope = await scopeOf(tx, actor);
    const likely = source.issuerUnitId !== null && scope.includes(source.issuerUnitId) ? source.issuerUnitId : actor.unitId;
    const issuer = await drafter(tx, actor, input.issuerId ?? likely);
    const made = await planOfDocument(tx, input.documentId, issuer.id);
    if (made !== null) throw problem("conflict", say("documentUsed"), { planId: made });
    const edition = await draftFrom(tx, actor, clock, source, { issuerId: issuer.id, parentId: null });
    await recordPlanAct(tx, actor, {
      act: "plan:create",
      edition,
      after: { title: edition.title, number: edition.number, documentId: input.documentId },
    });
    return readPlan(tx, actor, edition.planId);
  });
}

/** The first edition of a plan as its document says it; a document without a day is resolved as of today. */
export async function draftFrom(
  tx: Transaction,
  actor: Actor,
  clock: () => Date,
  source: Source,
  plan: { issuerId: number; parentId: string | null },
): Promise<EditionRow> {
  const { header } = source.plan;
  const issueDate = header.date !== null && isCalendarDate(header.date) ? header.date : null;
  // An issuer that did not exist on the day it prints cannot say whom it meant then.
  const existed = issueDate !== null && (await unitsStanding(tx, [plan.issuerId], issueDate)).size > 0;
  const period = periodFrom(header.subject ?? "", issueDate);
  const planId = await insertPlan(tx, plan);
  await insertEdition(tx, {
    planId,
    edition: 1,
    title: titleFrom(source),
    docType: header.docType ?? "Kế hoạch",
    number: header.number,
    issuerPrinted: header.issuer,
    issueDate,
    resolveOn: existed ? issueDate : vietnamDate(clock()),
    periodFrom: period.from,
    periodTo: period.to,
    documentId: source.documentId,
    reason: null,
    preparedBy: actor.personId,
  });
  const [edition] = await editionsOf(tx, planId);
  if (!edition) throw problem("not_found", say("noPlan"));
  await insertBasis(tx, edition.id, source.basis);
  await addItems(tx, edition, itemsFrom(source.plan), header.recipients);
  return edition;
}
