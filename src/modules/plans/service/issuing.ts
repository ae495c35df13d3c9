import type { Actor } from "../../../kernel/actor.ts";
import { authorise } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { unitId, type DocumentId } from "../../../kernel/ids.ts";
import { vietnamDate } from "../../../kernel/time/dates.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { shareDocument } from "../../documents/index.ts";
import { kindOf } from "../domain/following.ts";
import { problemsOf } from "../domain/matrix.ts";
import { isPreparing, moved, type PlanMove } from "../domain/states.ts";
import { say } from "../messages.ts";
import { mayDraft, mayIssue } from "../policy.ts";
import type { Plan, PlanProblem, Preview } from "../shapes.ts";
import { addressedUnits, unitsStanding } from "../store/addressees.ts";
import { editionsOf, isInForce, updateState, type EditionRow } from "../store/editions.ts";
import { standingOf as workStanding } from "../store/work.ts";
import { lockPlan, mustBeCurrent, recordPlanAct } from "./changing.ts";
import { pendingClauses } from "./children.ts";
import { compare } from "./comparing.ts";
import { describeEdges, describeMatrix, readPlan } from "./describing.ts";
import { answerSlot, followAmendment, openDuties, owedNow, withdrawDuties } from "./desks.ts";
import { contentOf, seePreparing, type Content } from "./reading.ts";
import { treeOf } from "./resolving.ts";

async function problemsIn(db: Database, content: Content, today: string): Promise<PlanProblem[]> {
  const { edition, items, meant, duties, units, edges } = content;
  const standing = await unitsStanding(db, [...units.keys()], today);
  return problemsOf({
    ...edition,
    items,
    expressions: meant,
    duties,
    units,
    gone: new Set([...units.keys()].filter((id) => !standing.has(id))),
    unconfirmed: edges.filter(({ confirmed }) => !confirmed).map(({ unitId: id }) => id),
    issuer: edition.issuerId,
    today,
    pendingLinks: await pendingClauses(db, edition),
  });
}

/** What issuing would do: who gets what, what stands in the way, and against the edition in force what changes. */
export async function previewPlan(db: Database, actor: Actor, clock: () => Date, planId: string): Promise<Preview> {
  const edition = await seePreparing(db, actor, planId);
  const today = vietnamDate(clock());
  return transaction(db, async (tx) => {
    const content = await contentOf(tx, edition);
    const standing = new Set((await workStanding(tx, planId)).map(({ itemId, unitId: id, period }) => `${itemId} ${id} ${period ?? ""}`));
    const owed = (await owedNow(tx, content, today)).filter(
      ({ item, unitId: id, time }) => !standing.has(`${item.id} ${id} ${time.period ?? ""}`),
    );
    const count = (kind: string): number => owed.filter(({ item }) => kindOf(item) === kind).length;
    const force = (await editionsOf(tx, planId)).find(isInForce);
    return {
      matrix: describeMatrix(content),
      problems: await problemsIn(tx, content, today),
      edges: describeEdges(content),
      opens: {
        units: new Set(owed.map(({ unitId: id }) => id)).size,
        tasks: count("task"),
        targets: count("target"),
        reports: count("report"),
        planSlots: count("plan-slot"),
      },
      changes: force ? await compare(tx, await contentOf(tx, force), content) : null,
    };
  });
}

type Versioned = { id: string; version: number };

/** The edition being prepared, locked, at the version that was seen. */
async function lockPreparing(
  tx: Transaction,
  actor: Actor,
  { id, version }: Versioned,
): Promise<{ edition: EditionRow; editions: EditionRow[]; standing: { owns: boolean; reached: boolean } }> {
  const { editions, standing } = await lockPlan(tx, actor, id);
  const edition = editions.find(({ state }) => isPreparing(state));
  if (!edition) throw problem("wrong_state", say("nothingPreparing"));
  mustBeCurrent(edition.version === version, { version: edition.version, state: edition.state });
  return { edition, editions, standing };
}

function move(edition: EditionRow, step: PlanMove): Plan["state"] {
  const next = moved(edition.state, step);
  if (next === null)
    throw problem("wrong_state", step === "issue" ? say("notReady") : isPreparing(edition.state) ? say("notDraft") : say("notInForce"));
  return next;
}

/** Closes the draft for issuing: from here on nothing is edited, so what is issued is what was looked at. */
export function makeReady(db: Database, actor: Actor, clock: () => Date, input: Versioned): Promise<Plan> {
  return transaction(db, async (tx) => {
    const { edition, standing } = await lockPreparing(tx, actor, input);
    authorise(mayDraft(actor, standing), "plan:draft");
    const next = move(edition, "ready");
    const content = await contentOf(tx, edition);
    if (content.items.length === 0) throw problem("wrong_state", say("empty"));
    await mustBeFreeOfBlockers(tx, content, vietnamDate(clock()));
    await updateState(tx, edition.id, next);
    await recordPlanAct(tx, actor, { act: "plan:ready", edition, before: { state: edition.state }, after: { state: next } });
    return readPlan(tx, actor, input.id, edition.edition);
  });
}

async function mustBeFreeOfBlockers(tx: Transaction, content: Content, today: string): Promise<void> {
  const blockers = (await problemsIn(tx, content, today)).filter(({ blocks }) => blocks);
  if (blockers.length > 0) throw problem("wrong_state", say("blocked"), { problems: blockers.map(({ kind }) => kind) });
}

export function reopenPlan(db: Database, actor: Actor, input: Versioned): Promise<Plan> {
  return transaction(db, async (tx) => {
    const { edition, standing } = await lockPreparing(tx, actor, input);
    authorise(mayDraft(actor, standing), "plan:draft");
    const next = move(edition, "reopen");
    await updateState(tx, edition.id, next);
    await recordPlanAct(tx, actor, { act: "plan:reopen", edition, before: { state: edition.state }, after: { state: next } });
    return readPlan(tx, actor, input.id, edition.edition);
  });
}

/**
 * Issues what was previewed. Targets, tasks and duties go to the desks of the units as they were looked at: if the tree
 * has changed since, nothing is issued and the editor looks again.
 */
export function issuePlan(db: Database, actor: Actor, clock: () => Date, input: Versioned): Promise<Plan> {
  return transaction(db, async (tx) => {
    const { edition, editions, standing } = await lockPreparing(tx, actor, input);
    authorise(mayIssue(actor, standing), "plan:issue");
    const next = move(edition, "issue");
    const now = clock();
    const today = vietnamDate(now);
    const content = await contentOf(tx, edition);
    await mustBeFreeOfBlockers(tx, content, today);
    await mustStandAsPreviewed(tx, content);

    const before = editions.find(isInForce);
    const previous = before ? await contentOf(tx, before) : null;
    if (before) await updateState(tx, before.id, move(before, "amend"));
    const inForceFrom = before?.inForceFrom ?? today;
    await updateState(tx, edition.id, next, { by: actor.personId, byName: actor.personName, at: now, inForceFrom });
    const issued: Content = { ...content, edition: { ...edition, state: next, inForceFrom } };

    if (previous) {
      const { items } = await compare(tx, previous, issued);
      const touched = new Set([...items.map(({ itemId }) => itemId), ...itemsWithOtherEdge(previous, issued)]);
      await followAmendment(tx, actor, issued, touched, now, say("withdrawnByAmendment", { edition: edition.edition }).vi);
    } else await openDuties(tx, actor, issued, now);
    await answerSlot(tx, actor, issued, now);

    if (edition.documentId !== null) {
      const readers = (await addressedUnits(tx, edition.id)).map(unitId);
      await shareDocument(tx, actor, edition.documentId as DocumentId, readers, now);
    }
    await recordPlanAct(tx, actor, {
      act: "plan:issue",
      edition,
      before: { state: edition.state },
      after: { state: next, number: edition.number, issueDate: edition.issueDate, edition: edition.edition },
    });
    return readPlan(tx, actor, input.id, edition.edition);
  });
}

/** Clauses of units whose relation an editor changed: their desk items carry another edge now. */
function itemsWithOtherEdge(before: Content, after: Content): string[] {
  return after.duties.filter(({ unitId: id }) => before.edgeOf.get(id) !== after.edgeOf.get(id)).map(({ itemId }) => itemId);
}

async function mustStandAsPreviewed(tx: Transaction, { edition, expressions, units }: Content): Promise<void> {
  const changed: { expression: string; gained: number; lost: string[] }[] = [];
  const resolve = await treeOf(tx, edition);
  for (const expression of expressions) {
    if (expression.skipped !== null) continue;
    const { units: now } = resolve(expression.readAs ?? expression.printed);
    const byHand = new Set(expression.units.filter((unit) => unit.byHand).map((unit) => unit.unitId));
    const then = new Set(expression.units.filter((unit) => !unit.byHand).map((unit) => unit.unitId));
    const gained = now.filter((id) => !then.has(id) && !byHand.has(id)).length;
    const lost = [...then].filter((id) => !now.includes(id)).map((id) => units.get(id)?.name ?? `#${id}`);
    if (gained > 0 || lost.length > 0) changed.push({ expression: expression.printed, gained, lost });
  }
  if (changed.length > 0) throw problem("conflict", say("treeChanged"), { changed });
}

/** Ends a plan. What is still open on desks is withdrawn with the reason; what was reported stays. */
export function closePlan(db: Database, actor: Actor, clock: () => Date, input: Versioned & { reason: string }): Promise<Plan> {
  return transaction(db, async (tx) => {
    const { editions, standing } = await lockPlan(tx, actor, input.id);
    authorise(mayIssue(actor, standing), "plan:issue");
    const edition = editions.find(isInForce);
    if (!edition) throw problem("wrong_state", say("notInForce"));
    mustBeCurrent(edition.version === input.version, { version: edition.version, state: edition.state });
    const next = move(edition, "close");
    await updateState(tx, edition.id, next);
    const standingWork = await workStanding(tx, input.id);
    await withdrawDuties(
      tx,
      actor,
      standingWork.map(({ workId }) => workId),
      input.reason,
      clock(),
    );
    await recordPlanAct(tx, actor, {
      act: "plan:close",
      edition,
      before: { state: edition.state },
      after: { state: next },
      note: input.reason,
    });
    return readPlan(tx, actor, input.id, edition.edition);
  });
}
