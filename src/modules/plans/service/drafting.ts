import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { unitId } from "../../../kernel/ids.ts";
import { vietnamDate } from "../../../kernel/time/dates.ts";
import type { Database } from "../../../platform/database/index.ts";
import { childPlanDraft } from "../../documents/dispatch/child-plan.ts";
import { letterheadOf, placeOf, signatureOf } from "../../documents/dispatch/letterhead.ts";
import { renderOfficial } from "../../documents/dispatch/render.ts";
import { isArea } from "../../units/contract.ts";
import { ancestorsOf } from "../../units/index.ts";
import { say } from "../messages.ts";
import type { ChildClause, PlanItem, PlanRole } from "../shapes.ts";
import { editionsOf, isInForce } from "../store/editions.ts";
import { readClauses } from "./children.ts";
import { contentOf, namedUnits, seePlan } from "./reading.ts";

/**
 * A child plan as a .docx draft in the unit's own official form: what it keeps of each clause with the mark of where the
 * clause stands in the superior's plan, then what the unit added of its own. Clauses that were declined or wait for an
 * answer are left out.
 */
export async function draftChildDocument(
  db: Database,
  actor: Actor,
  clock: () => Date,
  planId: string,
  edition?: number,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { edition: child } = await seePlan(db, actor, planId, edition);
  if (child.parentId === null) throw problem("wrong_state", say("notChild"));
  const parents = await editionsOf(db, child.parentId);
  const parent = parents.find(isInForce) ?? parents.at(-1);
  if (!parent) throw problem("not_found", say("noPlan"));
  const answers = (await readClauses(db, actor, planId, child.edition)).filter(
    ({ decision }) => decision === "take-over" || decision === "adapt",
  );
  const { items } = await contentOf(db, child);
  const units = await namedUnits(db, [child.issuerId, parent.issuerId], child.resolveOn);
  const [unit, superior] = [units.get(child.issuerId), units.get(parent.issuerId)];
  if (!unit || !superior) throw problem("not_found", say("noUnit"));
  const area = (await ancestorsOf(db, unitId(unit.id), child.resolveOn)).findLast(({ kind }) => isArea(kind));
  const head = letterheadOf(unit);
  const linked = new Set(answers.flatMap(({ childItem }) => (childItem ? [childItem.id] : [])));
  const clauses = [
    ...answers.flatMap(answered),
    ...items.filter(({ id }) => !linked.has(id)).map((item) => worded(item, null, "lead", true)),
  ];
  if (clauses.length === 0) throw problem("wrong_state", say("nothingTaken"));
  const draft = childPlanDraft({
    form: head.form,
    issuer: { superior: head.superior, name: head.name, called: head.called },
    area: area ? area.name.charAt(0).toLocaleLowerCase("vi") + area.name.slice(1) : null,
    symbol: head.symbol,
    place: area ? placeOf(area.name) : unit.name,
    year: Number((child.issueDate ?? vietnamDate(clock())).slice(0, 4)),
    parent: {
      docType: parent.docType,
      number: parent.number,
      date: parent.issueDate,
      issuer: parent.issuerPrinted ?? superior.name,
      subject: aboutOf(parent.title, parent.docType),
    },
    clauses,
    recipients: [],
    archive: head.archive,
    signature: signatureOf(head),
  });
  return { name: `${child.title.slice(0, 80)}.docx`, bytes: await renderOfficial(draft) };
}

/** The title without the type in front of it: "Kế hoạch Thực hiện …" → "Thực hiện …". */
const aboutOf = (title: string, docType: string): string =>
  title.startsWith(docType) && title.length > docType.length ? title.slice(docType.length).trim() : title;

const answered = ({ childItem, parentItem, role }: ChildClause) =>
  childItem ? [worded(childItem, parentItem.clause, role, role !== "partner")] : [];

function worded(item: PlanItem, clause: string | null, role: PlanRole, own: boolean) {
  const { kind, text, due, reporting, leads, partners } = item;
  return {
    kind,
    clause,
    text,
    role,
    // Who leads is said only where it is not the unit itself.
    leads: own ? [] : leads.map(({ printed }) => printed),
    partners: partners.map(({ printed }) => printed),
    dueText: due.text,
    lastDay: due.lastDay,
    receiver: reporting?.to ?? "",
    via: reporting?.via ?? null,
  };
}
