import type { Actor } from "../../../kernel/actor.ts";
import { may } from "../../../kernel/actor.ts";
import type { Database } from "../../../platform/database/index.ts";
import { isPreparing } from "../domain/states.ts";
import { mayDecide, mayDraft, mayIssue, type PlanStanding } from "../policy.ts";
import type { Addressee, EdgeRow, Matrix, Plan, PlanAct, PlanRole, PlanSummary, PlanUnit } from "../shapes.ts";
import { matrixOf } from "../domain/matrix.ts";
import { adjustmentsOf } from "../store/adjustments.ts";
import { unitsStanding } from "../store/addressees.ts";
import { basisOf, editionsOf, isInForce, type EditionRow } from "../store/editions.ts";
import { childrenOf, listPlans } from "../store/listing.ts";
import { contentOf, reachForLists, namedUnits, seePlan, type Content, type Seen } from "./reading.ts";
import { vietnamDate } from "../../../kernel/time/dates.ts";

const nameless = (id: number): PlanUnit => ({ id, name: `#${id}`, kind: "other-body", areaName: null });

const standingWord = ({ owns }: PlanStanding, ours: number[]): Plan["standing"] => (owns ? "own" : ours.length > 0 ? "addressed" : "other");

/** Which acts the screen offers: those that would not be refused now. */
function actsOf(actor: Actor, { edition, editions, standing, ours }: Seen): PlanAct[] {
  const acts: [boolean, PlanAct][] = [
    [edition.state === "draft" && mayDraft(actor, standing), "edit"],
    [edition.state === "draft" && mayDraft(actor, standing), "ready"],
    [edition.state === "draft" && mayDraft(actor, standing), "discard"],
    [edition.state === "ready" && mayDraft(actor, standing), "reopen"],
    [edition.state === "ready" && mayIssue(actor, standing), "issue"],
    [edition.state === "issued" && mayDraft(actor, standing) && !editions.some(({ state }) => isPreparing(state)), "amend"],
    [edition.state === "issued" && mayIssue(actor, standing), "close"],
    [isInForce(edition) && mayDecide(actor, standing), "decide"],
    // One's own boards are told, they need no plan of their own and change the plan at its source.
    [edition.state === "issued" && !standing.owns && ours.length > 0 && may(actor, "plan:adjust"), "adjust"],
    [edition.state === "issued" && !standing.owns && ours.length > 0 && may(actor, "plan:draft"), "make-child"],
  ];
  return acts.filter(([open]) => open).map(([, act]) => act);
}

export async function describePlan(db: Database, actor: Actor, seen: Seen): Promise<Plan> {
  const { edition, editions, standing, ours } = seen;
  const content = await contentOf(db, edition);
  const parentEditions = edition.parentId === null ? [] : await editionsOf(db, edition.parentId);
  const parent = parentEditions.find(isInForce) ?? parentEditions.at(-1);
  const names = await namedUnits(db, [edition.issuerId, ...ours, ...(parent ? [parent.issuerId] : [])]);
  const named = (id: number): PlanUnit => names.get(id) ?? nameless(id);
  const owed = new Set(content.duties.map(({ unitId }) => unitId));
  const requests = standing.owns ? await adjustmentsOf(db, edition.planId) : [];
  return {
    id: edition.planId,
    edition: edition.edition,
    state: edition.state,
    version: edition.version,
    title: edition.title,
    docType: edition.docType,
    number: edition.number,
    issuer: named(edition.issuerId),
    issuerPrinted: edition.issuerPrinted,
    issueDate: edition.issueDate,
    resolveOn: edition.resolveOn,
    periodFrom: edition.periodFrom,
    periodTo: edition.periodTo,
    documentId: edition.documentId,
    reason: edition.reason,
    parent: parent ? { id: parent.planId, title: parent.title, issuer: named(parent.issuerId) } : null,
    basis: await basisOf(db, edition.id),
    items: content.items,
    editions: editions.map(describeEdition),
    acts: actsOf(actor, seen),
    standing: standingWord(standing, ours),
    ours: ours.filter((id) => owed.has(id) && id !== edition.issuerId).map(named),
    ourPlans: await childrenOf(db, edition.planId, ours),
    openAdjustments: requests.filter(({ state }) => state === "open").length,
  };
}

export const describeEdition = ({ edition, state, reason, issuedAt, issuedByName }: EditionRow): Plan["editions"][number] => ({
  edition,
  state,
  reason,
  issuedAt: issuedAt?.toISOString() ?? null,
  issuedBy: issuedByName,
});

export async function readPlan(db: Database, actor: Actor, planId: string, edition?: number): Promise<Plan> {
  return describePlan(db, actor, await seePlan(db, actor, planId, edition));
}

const pageSize = 50;

type ListInput = {
  text: string;
  state: "any" | "preparing" | "in-force" | "closed";
  standing: "any" | "own" | "addressed";
  parentId?: string;
  page: number;
};

export async function readPlans(
  db: Database,
  actor: Actor,
  input: ListInput,
): Promise<{ plans: PlanSummary[]; total: number; pageSize: number }> {
  const rows = await listPlans(db, { ...input, ...(await reachForLists(db, actor)), parentId: input.parentId ?? null, pageSize });
  const units = await namedUnits(
    db,
    rows.map(({ issuerId }) => issuerId),
  );
  const plans = rows.map((row): PlanSummary => ({
    id: row.id,
    title: row.title,
    number: row.number,
    issuer: units.get(row.issuerId) ?? nameless(row.issuerId),
    edition: row.edition,
    state: row.state,
    preparing:
      row.preparingEdition !== null && row.preparingState !== null && row.preparingEdition !== row.edition
        ? { edition: row.preparingEdition, state: row.preparingState }
        : null,
    issueDate: row.issueDate,
    periodFrom: row.periodFrom,
    periodTo: row.periodTo,
    parent: row.parentId !== null && row.parentTitle !== null ? { id: row.parentId, title: row.parentTitle } : null,
    standing: row.own ? "own" : row.addressed ? "addressed" : "other",
    counts: { targets: row.targets, tasks: row.tasks, reports: row.reports, units: row.units },
    openAdjustments: row.openAdjustments,
  }));
  return { plans, total: rows[0]?.total ?? 0, pageSize };
}

/** Every expression with whom it means; `today` tells which units have ended since. */
export async function describeAddressees(db: Database, content: Content, today: string): Promise<Addressee[]> {
  const { expressions, items, units } = content;
  const standing = await unitsStanding(db, [...units.keys()], today);
  return expressions.map((row): Addressee => {
    const meant: Addressee["units"] = [];
    const removed: Addressee["removed"] = [];
    for (const entry of row.units) {
      const named = units.get(entry.unitId);
      if (!named) continue;
      if (entry.meant)
        meant.push({ ...named, source: entry.byHand ? "hand" : "tree", reason: entry.reason, gone: !standing.has(named.id) });
      else removed.push({ ...named, reason: entry.reason ?? "" });
    }
    return {
      id: row.id,
      printed: row.printed,
      readAs: row.readAs,
      skipped: row.skipped,
      recipient: row.recipient,
      understood: row.understood,
      units: meant,
      removed,
      left: row.left,
      unclear: row.unclear,
      clauses: items.flatMap((item) => {
        const role: PlanRole | null = item.leads.some(({ expressionId }) => expressionId === row.id)
          ? item.kind === "report"
            ? "report"
            : "lead"
          : item.partners.some(({ expressionId }) => expressionId === row.id)
            ? "partner"
            : null;
        return role ? [{ itemId: item.id, clause: item.clause, role, text: item.text }] : [];
      }),
      version: row.version,
    };
  });
}

export async function readAddressees(
  db: Database,
  actor: Actor,
  clock: () => Date,
  planId: string,
  edition?: number,
): Promise<Addressee[]> {
  const seen = await seePlan(db, actor, planId, edition);
  return describeAddressees(db, await contentOf(db, seen.edition), vietnamDate(clock()));
}

export const describeEdges = ({ edges, units }: Pick<Content, "edges" | "units">): EdgeRow[] =>
  edges.flatMap(({ unitId, ...edge }) => {
    const unit = units.get(unitId);
    return unit ? [{ unit, ...edge }] : [];
  });

export async function readEdges(db: Database, actor: Actor, planId: string, edition?: number): Promise<EdgeRow[]> {
  const seen = await seePlan(db, actor, planId, edition);
  return describeEdges(await contentOf(db, seen.edition));
}

export const describeMatrix = ({ items, duties, units, edgeOf }: Content): Matrix => matrixOf(items, duties, units, edgeOf);

export async function readMatrix(db: Database, actor: Actor, planId: string, edition?: number): Promise<Matrix> {
  const seen = await seePlan(db, actor, planId, edition);
  return describeMatrix(await contentOf(db, seen.edition));
}
