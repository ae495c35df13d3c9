import { actorOf } from "../../platform/http/context.ts";
import { routesFor } from "../../platform/http/routes-for.ts";
import { plansContract } from "./contract.ts";
import { exceptUnit, readExpression, resolveAll, setEdges } from "./service/addressing.ts";
import { decideAdjustment, readAdjustments, requestAdjustment, withdrawAdjustment } from "./service/adjusting.ts";
import { amendPlan, readChanges, readEditions } from "./service/amending.ts";
import { answerClause, childFromDocument, makeChild, readClauses, readMatches } from "./service/children.ts";
import { createPlan } from "./service/creating.ts";
import { readAddressees, readEdges, readMatrix, readPlan, readPlans } from "./service/describing.ts";
import { addItem, discardDraft, editItem, editPlan, removeItem } from "./service/editing.ts";
import { readCoverage, readProgress } from "./service/following.ts";
import { closePlan, issuePlan, makeReady, previewPlan, reopenPlan } from "./service/issuing.ts";
import { makeFormFromPlan } from "./service/form-from-plan.ts";
import { linkTarget } from "./service/targets-linking.ts";
import { readTargetMeasures, readTargets, readTargetUnit } from "./service/targets-reading.ts";
import { unitId } from "../../kernel/ids.ts";
import type { MeasureSource } from "../../platform/measure.ts";

const os = routesFor(plansContract);

/** `measures`: what slices compute from their records; targets count by them. */
export const plansRoutes = (measures: readonly MeasureSource[]) =>
  os.router({
    list: os.list.handler(({ input, context }) => readPlans(context.db, actorOf(context), input)),
    get: os.get.handler(({ input, context }) => readPlan(context.db, actorOf(context), input.id, input.edition)),
    create: os.create.handler(({ input, context }) => createPlan(context.db, actorOf(context), context.clock, input)),
    edit: os.edit.handler(({ input, context }) => editPlan(context.db, actorOf(context), input)),
    discard: os.discard.handler(({ input, context }) => discardDraft(context.db, actorOf(context), input)),
    addItem: os.addItem.handler(({ input, context }) => addItem(context.db, actorOf(context), input)),
    editItem: os.editItem.handler(({ input, context }) => editItem(context.db, actorOf(context), input)),
    removeItem: os.removeItem.handler(({ input, context }) => removeItem(context.db, actorOf(context), input)),
    addressees: os.addressees.handler(({ input, context }) =>
      readAddressees(context.db, actorOf(context), context.clock, input.id, input.edition),
    ),
    resolve: os.resolve.handler(({ input, context }) => resolveAll(context.db, actorOf(context), context.clock, input)),
    readExpression: os.readExpression.handler(({ input, context }) => readExpression(context.db, actorOf(context), context.clock, input)),
    except: os.except.handler(({ input, context }) => exceptUnit(context.db, actorOf(context), context.clock, input)),
    undoException: os.undoException.handler(({ input, context }) =>
      exceptUnit(context.db, actorOf(context), context.clock, { ...input, meant: null, reason: null }),
    ),
    edges: os.edges.handler(({ input, context }) => readEdges(context.db, actorOf(context), input.id, input.edition)),
    setEdges: os.setEdges.handler(({ input, context }) => setEdges(context.db, actorOf(context), input)),
    matrix: os.matrix.handler(({ input, context }) => readMatrix(context.db, actorOf(context), input.id, input.edition)),
    preview: os.preview.handler(({ input, context }) => previewPlan(context.db, actorOf(context), context.clock, input.id)),
    ready: os.ready.handler(({ input, context }) => makeReady(context.db, actorOf(context), context.clock, input)),
    reopen: os.reopen.handler(({ input, context }) => reopenPlan(context.db, actorOf(context), input)),
    issue: os.issue.handler(({ input, context }) => issuePlan(context.db, actorOf(context), context.clock, input)),
    close: os.close.handler(({ input, context }) => closePlan(context.db, actorOf(context), context.clock, input)),
    amend: os.amend.handler(({ input, context }) => amendPlan(context.db, actorOf(context), context.clock, input)),
    editions: os.editions.handler(({ input, context }) => readEditions(context.db, actorOf(context), input.id)),
    changes: os.changes.handler(({ input, context }) => readChanges(context.db, actorOf(context), input)),
    makeChild: os.makeChild.handler(({ input, context }) => makeChild(context.db, actorOf(context), context.clock, input)),
    childFromDocument: os.childFromDocument.handler(({ input, context }) =>
      childFromDocument(context.db, actorOf(context), context.clock, input),
    ),
    clauses: os.clauses.handler(({ input, context }) => readClauses(context.db, actorOf(context), input.id, input.edition)),
    answerClause: os.answerClause.handler(({ input, context }) => answerClause(context.db, actorOf(context), input)),
    matches: os.matches.handler(({ input, context }) => readMatches(context.db, actorOf(context), input.id)),
    coverage: os.coverage.handler(({ input, context }) => readCoverage(context.db, actorOf(context), input.id, input.edition)),
    adjustments: os.adjustments.handler(({ input, context }) => readAdjustments(context.db, actorOf(context), input.id)),
    requestAdjustment: os.requestAdjustment.handler(({ input, context }) =>
      requestAdjustment(context.db, actorOf(context), context.clock, input),
    ),
    decideAdjustment: os.decideAdjustment.handler(({ input, context }) =>
      decideAdjustment(context.db, actorOf(context), context.clock, input),
    ),
    withdrawAdjustment: os.withdrawAdjustment.handler(({ input, context }) => withdrawAdjustment(context.db, actorOf(context), input)),
    progress: os.progress.handler(({ input, context }) => readProgress(context.db, actorOf(context), context.clock, input.id)),
    targets: os.targets.handler(({ input, context }) => readTargets(context.db, actorOf(context), context.clock, measures, input)),
    targetUnit: os.targetUnit.handler(({ input, context }) =>
      readTargetUnit(context.db, actorOf(context), context.clock, measures, { ...input, unitId: unitId(input.unitId) }),
    ),
    targetMeasures: os.targetMeasures.handler(({ context }) => readTargetMeasures(context.db, measures)),
    makeForm: os.makeForm.handler(({ input, context }) => makeFormFromPlan(context.db, actorOf(context), context.clock, measures, input)),
    linkTarget: os.linkTarget.handler(({ input, context }) => linkTarget(context.db, actorOf(context), context.clock, measures, input)),
  });
