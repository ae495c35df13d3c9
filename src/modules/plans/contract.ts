import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { PeriodKind } from "../../kernel/time/index.ts";
import {
  Addressee,
  Adjustment,
  ChildClause,
  Changes,
  ClauseMatch,
  Coverage,
  Day,
  Decimal,
  EdgeRow,
  Edition,
  LinkDecision,
  Matrix,
  Plan,
  PlanEdge,
  PlanItem,
  PlanItemKind,
  PlanSummary,
  Preview,
  Progress,
  Reporting,
  Target,
  Version,
} from "./shapes.ts";
import { TargetLink, TargetLinkInput, TargetLinkVersion, TargetMeasure, Targets, TargetUnit } from "./targets-shapes.ts";

export type * from "./shapes.ts";
export type * from "./targets-shapes.ts";
export { PlanEdge, PlanItemKind, PlanState } from "./shapes.ts";

const id = z.uuid();
const unitId = z.coerce.number().int().min(1).max(2_147_483_647);
const reason = z.string().trim().min(1).max(2000);
const expression = z.string().trim().min(1).max(1000);
/** Which edition to read; without it the one in force, or the one being prepared where none is. */
const edition = z.coerce.number().int().min(1).optional();
const read = z.object({ id, edition });

/** Period and days of a plan. `resolveOn`: addressees are resolved in the tree of that day. */
export const PlanHeader = z
  .object({
    title: z.string().trim().min(1).max(1000),
    number: z.string().trim().min(1).max(100).nullable(),
    issueDate: Day.nullable(),
    resolveOn: Day,
    periodFrom: Day.nullable(),
    periodTo: Day.nullable(),
  })
  .refine(({ periodFrom, periodTo }) => !periodFrom || !periodTo || periodFrom <= periodTo, {
    path: ["periodTo"],
    message: "Ngày kết thúc phải sau ngày bắt đầu. / The period must end after it begins.",
  });
export type PlanHeader = z.infer<typeof PlanHeader>;

/** An item as an editor writes it. Leads and partners are expressions in words ("MTTQ các xã, phường"). */
export const ItemInput = z
  .object({
    kind: PlanItemKind,
    clause: z.string().trim().max(100),
    text: z.string().trim().min(1).max(8000),
    target: Target.nullable(),
    reporting: Reporting.nullable(),
    /** In words ("trước ngày 10/12 hằng năm"), read by the server; `lastDay` where the words name no day or another one is meant. */
    due: z.object({ text: z.string().trim().max(500), lastDay: Day.nullable() }),
    leads: z.array(expression).max(60),
    partners: z.array(expression).max(60),
    opensPlan: z.boolean(),
  })
  .refine(({ kind, target }) => (kind === "target") === (target !== null), {
    path: ["target"],
    message: "Chỉ tiêu cần có số liệu, mục khác thì không. / A target needs its figure, other items have none.",
  })
  .refine(({ kind, reporting }) => (kind === "report") === (reporting !== null), {
    path: ["reporting"],
    message: "Chế độ báo cáo cần có nơi nhận, mục khác thì không. / A reporting duty needs a receiver, other items have none.",
  });
export type ItemInput = z.infer<typeof ItemInput>;

const view = { access: "plan:view", tag: "plans", method: "GET" } as const;
const draft = { access: "plan:draft", tag: "plans", method: "POST" } as const;

/**
 * Reading needs the plan to be visible: one's own, or in force and addressed to one's units; otherwise `not_found`.
 * Writing names the `version` that was seen; a stale one gets `conflict` with `details.current`.
 */
export const plansContract = {
  list: endpoint({ ...view, path: "/plans", summary: "List the plans that one may read" })
    .input(
      z.object({
        text: z.string().trim().max(200).default(""),
        state: z.enum(["any", "preparing", "in-force", "closed"]).default("any"),
        standing: z.enum(["any", "own", "addressed"]).default("any"),
        parentId: id.optional(),
        page: z.coerce.number().int().min(1).max(10_000).default(1),
      }),
    )
    .output(z.object({ plans: z.array(PlanSummary), total: z.number().int(), pageSize: z.number().int() })),
  get: endpoint({ ...view, path: "/plans/{id}", summary: "Read a plan in one edition" })
    .input(read)
    .output(Plan),

  create: endpoint({ ...draft, path: "/plans", summary: "Make a draft plan from a reviewed document", successStatus: 201 })
    .input(z.object({ documentId: id, issuerId: unitId.optional() }))
    .output(Plan),
  edit: endpoint({ ...draft, method: "PATCH", path: "/plans/{id}", summary: "Change the title, number, days and period of a draft" })
    .input(z.object({ id, version: Version, issuerId: unitId.optional(), header: PlanHeader }))
    .output(Plan),
  discard: endpoint({ ...draft, method: "DELETE", path: "/plans/{id}/draft", summary: "Throw the draft edition away" })
    .input(z.object({ id, version: z.coerce.number().int().min(1) }))
    .output(z.object({ planLeft: z.boolean() })),

  addItem: endpoint({ ...draft, path: "/plans/{id}/items", summary: "Add an item to a draft", successStatus: 201 })
    .input(z.object({ id, item: ItemInput }))
    .output(PlanItem),
  editItem: endpoint({
    ...draft,
    method: "PATCH",
    path: "/plans/{id}/items/{itemId}",
    summary: "Change a target, task or reporting duty of a draft",
  })
    .input(z.object({ id, itemId: id, version: Version, item: ItemInput }))
    .output(PlanItem),
  removeItem: endpoint({ ...draft, method: "DELETE", path: "/plans/{id}/items/{itemId}", summary: "Take an item out of a draft" })
    .input(z.object({ id, itemId: id, version: z.coerce.number().int().min(1) }))
    .output(z.object({})),

  addressees: endpoint({ ...view, path: "/plans/{id}/addressees", summary: "Read whom each expression of the plan means" })
    .input(read)
    .output(z.array(Addressee)),
  resolve: endpoint({
    ...draft,
    path: "/plans/{id}/addressees/resolve",
    summary: "Resolve every expression of a draft again, in the tree of its day",
  })
    .input(z.object({ id }))
    .output(z.array(Addressee)),
  readExpression: endpoint({
    ...draft,
    method: "PATCH",
    path: "/plans/{id}/addressees/{expressionId}",
    summary: "Say how an expression is to be read, or that it means no unit",
  })
    .input(z.object({ id, expressionId: id, version: Version, readAs: expression.nullable(), skipped: reason.nullable() }))
    .output(Addressee),
  except: endpoint({
    ...draft,
    path: "/plans/{id}/addressees/{expressionId}/units",
    summary: "Add a unit to an expression or take one out, with the reason",
  })
    .input(z.object({ id, expressionId: id, version: Version, unitId, meant: z.boolean(), reason }))
    .output(Addressee),
  undoException: endpoint({
    ...draft,
    method: "DELETE",
    path: "/plans/{id}/addressees/{expressionId}/units/{unitId}",
    summary: "Undo an exception made by hand",
  })
    .input(z.object({ id, expressionId: id, unitId, version: z.coerce.number().int().min(1) }))
    .output(Addressee),
  edges: endpoint({ ...view, path: "/plans/{id}/edges", summary: "Read what the plan may ask of each unit" })
    .input(read)
    .output(z.array(EdgeRow)),
  setEdges: endpoint({ ...draft, path: "/plans/{id}/edges", summary: "Confirm or change what the plan asks of units" })
    .input(
      z.object({
        id,
        units: z
          .array(z.object({ unitId, version: Version }))
          .min(1)
          .max(2000),
        /** Null confirms each as it stands. */
        edge: PlanEdge.nullable(),
      }),
    )
    .output(z.array(EdgeRow)),
  matrix: endpoint({ ...view, path: "/plans/{id}/matrix", summary: "Read who does what: units by clauses" })
    .input(read)
    .output(Matrix),
  preview: endpoint({
    ...view,
    access: "plan:draft",
    path: "/plans/{id}/preview",
    summary: "See what issuing the draft would do, and what stands in its way",
  })
    .input(z.object({ id }))
    .output(Preview),

  ready: endpoint({ ...draft, path: "/plans/{id}/ready", summary: "Close the draft for issuing" })
    .input(z.object({ id, version: Version }))
    .output(Plan),
  reopen: endpoint({ ...draft, path: "/plans/{id}/reopen", summary: "Take a plan that is ready back to draft" })
    .input(z.object({ id, version: Version }))
    .output(Plan),
  issue: endpoint({
    ...draft,
    access: "plan:issue",
    path: "/plans/{id}/issue",
    summary: "Issue the plan: its duties go to the units' desks",
  })
    .input(z.object({ id, version: Version }))
    .output(Plan),
  close: endpoint({
    ...draft,
    access: "plan:issue",
    path: "/plans/{id}/close",
    summary: "End a plan; what is still open is withdrawn with the reason",
  })
    .input(z.object({ id, version: Version, reason }))
    .output(Plan),
  amend: endpoint({
    ...draft,
    path: "/plans/{id}/amend",
    summary: "Begin an amendment: a new edition that starts as the one in force",
    successStatus: 201,
  })
    .input(z.object({ id, reason }))
    .output(Plan),
  editions: endpoint({ ...view, path: "/plans/{id}/editions", summary: "List a plan's editions" })
    .input(z.object({ id }))
    .output(z.array(Edition)),
  changes: endpoint({ ...view, path: "/plans/{id}/changes", summary: "Compare two editions, item by item and unit by unit" })
    .input(z.object({ id, from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) }))
    .output(Changes),

  makeChild: endpoint({
    ...draft,
    path: "/plans/{id}/children",
    summary: "Begin a child plan for a unit that the plan binds",
    successStatus: 201,
  })
    .input(z.object({ id, unitId }))
    .output(Plan),
  childFromDocument: endpoint({
    ...draft,
    path: "/plans/{id}/children/from-document",
    summary: "Begin a child plan from a reviewed document of the unit",
    successStatus: 201,
  })
    .input(z.object({ id, unitId, documentId: id }))
    .output(Plan),
  clauses: endpoint({ ...view, path: "/plans/{id}/clauses", summary: "Read the superior's clauses and what this child plan makes of them" })
    .input(read)
    .output(z.array(ChildClause)),
  answerClause: endpoint({ ...draft, path: "/plans/{id}/clauses/{parentItemId}", summary: "Take a clause over, adapt it, or say why not" })
    .input(
      z.object({
        id,
        parentItemId: id,
        version: Version,
        decision: LinkDecision,
        /** Of "take-over" and "adapt": an item of the child plan that is there already; without it one is made from the clause. */
        childItemId: id.optional(),
        reason: reason.optional(),
      }),
    )
    .output(ChildClause),
  matches: endpoint({
    ...view,
    path: "/plans/{id}/matches",
    summary: "Propose which items of a child plan answer which clauses of its superior's",
  })
    .input(z.object({ id }))
    .output(z.array(ClauseMatch)),
  coverage: endpoint({
    ...view,
    path: "/plans/{id}/coverage",
    summary: "See which units have no child plan and which clauses nobody took up",
  })
    .input(read)
    .output(Coverage),

  adjustments: endpoint({ ...view, path: "/plans/{id}/adjustments", summary: "List requests to adjust a plan" })
    .input(z.object({ id }))
    .output(z.array(Adjustment)),
  requestAdjustment: endpoint({
    ...draft,
    access: "plan:adjust",
    path: "/plans/{id}/adjustments",
    summary: "Ask the issuer to adjust the plan",
    successStatus: 201,
  })
    .input(
      z.object({
        id,
        unitId,
        itemId: id.optional(),
        reason,
        proposedText: z.string().trim().min(1).max(8000).optional(),
        proposedValue: Decimal.optional(),
        proposedDue: Day.optional(),
      }),
    )
    .output(Adjustment),
  decideAdjustment: endpoint({
    ...draft,
    access: "plan:view",
    path: "/plan-adjustments/{adjustmentId}/decision",
    summary: "Accept or decline a request for adjustment",
    description:
      "Accepting writes the proposal into the amendment that is being prepared, or begins one: for the unit that asked alone, or for all whom the item binds.",
  })
    .input(
      z.object({
        adjustmentId: id,
        version: Version,
        accept: z.boolean(),
        for: z.enum(["unit", "all"]).default("unit"),
        answer: z.string().trim().max(2000),
      }),
    )
    .output(Adjustment),
  withdrawAdjustment: endpoint({
    ...draft,
    access: "plan:adjust",
    path: "/plan-adjustments/{adjustmentId}/withdrawal",
    summary: "Withdraw one's own request",
  })
    .input(z.object({ adjustmentId: id, version: Version }))
    .output(Adjustment),

  progress: endpoint({ ...view, path: "/plans/{id}/progress", summary: "Read how far the plan is, by clause and by unit" })
    .input(z.object({ id }))
    .output(Progress),

  targets: endpoint({
    ...view,
    path: "/plans/{id}/targets",
    summary: "Read how far each target is, per unit bound and year",
    description: "Computed on reading from the journal's records and the figures that units sent; what is planned is never counted.",
  })
    .input(z.object({ id, year: z.coerce.number().int().min(2000).max(2100).optional() }))
    .output(Targets),
  targetUnit: endpoint({
    ...view,
    path: "/plans/{id}/targets/{itemId}/units/{unitId}",
    summary: "Read what stands behind one unit's figure of a target: records, the level below, the clause",
  })
    .input(z.object({ id, itemId: id, unitId, year: z.coerce.number().int().min(2000).max(2100).optional() }))
    .output(TargetUnit),
  targetMeasures: endpoint({ ...view, path: "/target-measures", summary: "List the figures that slices compute from records" }).output(
    z.array(TargetMeasure),
  ),
  linkTarget: endpoint({ ...draft, method: "PUT", path: "/plans/{id}/targets/{itemId}/link", summary: "Say what a target counts" })
    .input(z.object({ id, itemId: id, version: TargetLinkVersion, link: TargetLinkInput }))
    .output(TargetLink),
  makeForm: endpoint({
    ...draft,
    path: "/plans/{id}/form",
    summary: "Make a draft form that asks for what a plan in force set",
    description: "Period, day, receiver and who reports come from a duty to report; targets that no indicator holds are named in `left`.",
    successStatus: 201,
  })
    .input(z.object({ id, reportId: id.optional(), kind: PeriodKind.optional() }))
    .output(z.object({ formId: id, left: z.array(z.object({ itemId: id, text: z.string() })) })),
};
