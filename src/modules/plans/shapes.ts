import { z } from "zod";
import { Recurrence } from "../../kernel/time/recurrence.ts";

/** Shapes of the plans slice. Browser-safe; other slices and the web see them through `contract.ts`. */

export const Day = z.iso.date();
/** Numbers travel as decimal strings: "90", "2.5". */
export const Decimal = z.string().regex(/^-?\d{1,12}(\.\d{1,4})?$/);
export const Version = z.number().int().min(1);

export const planStates = ["draft", "ready", "issued", "amended", "closed"] as const;
export const PlanState = z.enum(planStates);
export type PlanState = z.infer<typeof PlanState>;

export const PlanItemKind = z.enum(["target", "task", "report"]);
export type PlanItemKind = z.infer<typeof PlanItemKind>;

/** giao, đề nghị, phối hợp, kính báo. */
export const PlanEdge = z.enum(["assign", "request", "coordinate", "inform"]);
export type PlanEdge = z.infer<typeof PlanEdge>;

/** In which capacity a unit stands in a clause: it leads, it joins in, or it owes a report. */
export const PlanRole = z.enum(["lead", "partner", "report"]);
export type PlanRole = z.infer<typeof PlanRole>;

/** A unit as lists and matrices name it. `areaName` tells two bodies of the same name apart. */
export const PlanUnit = z.object({
  id: z.number().int(),
  name: z.string(),
  kind: z.string(),
  areaName: z.string().nullable(),
});
export type PlanUnit = z.infer<typeof PlanUnit>;

const dueKinds = ["date", "quarter", "month", "year", "recurring", "period", "none"] as const;

/**
 * A deadline. `text` is how the plan prints it and is always shown first ("trước ngày 10/12 hằng năm"); `date` is the day
 * that is named, `lastDay` the last day on which the deadline is kept ("trước ngày D" → D−1; "đến năm Y" → Y-12-31).
 * Both are null while no day can be computed; nothing is invented.
 */
export const PlanDue = z.object({
  kind: z.enum(dueKinds),
  text: z.string().trim().max(500),
  date: Day.nullable(),
  lastDay: Day.nullable(),
  recurrence: Recurrence.nullable(),
});
export type PlanDue = z.infer<typeof PlanDue>;

export const Comparator = z.enum([">=", ">", "=", "<=", "<", "range", "achieve"]);
export type Comparator = z.infer<typeof Comparator>;

export const Target = z.object({
  metric: z.string().trim().min(1).max(2000),
  comparator: Comparator,
  value: Decimal.nullable(),
  valueMax: Decimal.nullable(),
  unit: z.string().trim().max(100),
  frequency: z.string().trim().max(60),
  /** False: "không tính cộng dồn", only what is new in the period counts. */
  cumulative: z.boolean(),
});
export type Target = z.infer<typeof Target>;

/** Who receives a report: directly, through an office (`via`), and who gets it after them. As printed. */
export const Reporting = z.object({
  to: z.string().trim().max(1000),
  via: z.string().trim().max(500).nullable(),
  next: z.string().trim().max(1000).nullable(),
});
export type Reporting = z.infer<typeof Reporting>;

export const Party = z.object({ expressionId: z.uuid(), printed: z.string() });
export type Party = z.infer<typeof Party>;

export const PlanItem = z.object({
  /** Stays the same from one edition of the plan to the next. */
  id: z.uuid(),
  kind: PlanItemKind,
  position: z.number().int(),
  /** "III.1": where it stands in the document; empty for an item added by hand without a place. */
  clause: z.string().max(100),
  line: z.number().int().nullable(),
  /** The document's own words; empty for an item added by hand. */
  quote: z.string(),
  /** The duty as it is put on desks. */
  text: z.string(),
  target: Target.nullable(),
  /** The target in the sign language of a table: "cuộc giám sát ≥ 2 cuộc". */
  figure: z.string().nullable(),
  reporting: Reporting.nullable(),
  due: PlanDue,
  leads: z.array(Party),
  partners: z.array(Party),
  /** The unit owes a plan of its own: "100 % đơn vị xây dựng kế hoạch năm", "xây dựng kế hoạch ở cấp mình". */
  opensPlan: z.boolean(),
  /** The item whose words this one adapts for some of its units. */
  splitFrom: z.uuid().nullable(),
  version: Version,
});
export type PlanItem = z.infer<typeof PlanItem>;

/** A document that the plan rests on. `documentId` when the register holds it. */
export const Basis = z.object({
  position: z.number().int(),
  type: z.string().nullable(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  issuer: z.string().nullable(),
  title: z.string().nullable(),
  line: z.number().int().nullable(),
  documentId: z.uuid().nullable(),
});
export type Basis = z.infer<typeof Basis>;

export const PlanSummary = z.object({
  id: z.uuid(),
  title: z.string(),
  number: z.string().nullable(),
  issuer: PlanUnit,
  /** The edition that the reader is shown first: the one in force, or the one being prepared. */
  edition: z.number().int(),
  state: PlanState,
  /** Set when a newer edition is being prepared (owners only). */
  preparing: z.object({ edition: z.number().int(), state: PlanState }).nullable(),
  issueDate: Day.nullable(),
  periodFrom: Day.nullable(),
  periodTo: Day.nullable(),
  parent: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  /** Where the reader stands: the plan is ours, or it asks something of us. */
  standing: z.enum(["own", "addressed", "other"]),
  counts: z.object({ targets: z.number().int(), tasks: z.number().int(), reports: z.number().int(), units: z.number().int() }),
  /** Requests for adjustment that wait for the issuer. */
  openAdjustments: z.number().int(),
});
export type PlanSummary = z.infer<typeof PlanSummary>;

/** What the reader may do with this edition now; the screen shows these acts and no others. */
export const PlanAct = z.enum(["edit", "ready", "reopen", "issue", "close", "amend", "decide", "adjust", "make-child", "discard"]);
export type PlanAct = z.infer<typeof PlanAct>;

export const Edition = z.object({
  edition: z.number().int(),
  state: PlanState,
  reason: z.string().nullable(),
  issuedAt: z.string().nullable(),
  issuedBy: z.string().nullable(),
});

export const Plan = z.object({
  id: z.uuid(),
  edition: z.number().int(),
  state: PlanState,
  version: Version,
  title: z.string(),
  docType: z.string(),
  number: z.string().nullable(),
  issuer: PlanUnit,
  /** The issuer as the document prints it, when it was read out of one. */
  issuerPrinted: z.string().nullable(),
  issueDate: Day.nullable(),
  /** The day as of which addressees are resolved. */
  resolveOn: Day,
  periodFrom: Day.nullable(),
  periodTo: Day.nullable(),
  documentId: z.uuid().nullable(),
  /** Why this edition amends the one before; null for the first. */
  reason: z.string().nullable(),
  parent: z.object({ id: z.uuid(), title: z.string(), issuer: PlanUnit }).nullable(),
  basis: z.array(Basis),
  items: z.array(PlanItem),
  editions: z.array(Edition),
  acts: z.array(PlanAct),
  standing: z.enum(["own", "addressed", "other"]),
  /** Units whose duties the reader may answer for; child plans can be made for these. */
  ours: z.array(PlanUnit),
  /** Child plans that these units have made already, in whatever state. */
  ourPlans: z.array(z.object({ unitId: z.number().int(), planId: z.uuid() })),
  openAdjustments: z.number().int(),
});
export type Plan = z.infer<typeof Plan>;

const LocalText = z.object({ vi: z.string(), en: z.string() });

/** One expression of the plan ("MTTQ các xã") with the units it stands for. */
export const Addressee = z.object({
  id: z.uuid(),
  printed: z.string(),
  /** Read in place of what is printed, when the editor said so; the printed words stay in the plan. */
  readAs: z.string().nullable(),
  /** Why no unit is meant ("mỗi cán bộ, đảng viên"); null while units are sought. */
  skipped: z.string().nullable(),
  recipient: z.boolean(),
  /** How the expression was understood; null: it was not, the editor decides. */
  understood: LocalText.nullable(),
  units: z.array(PlanUnit.extend({ source: z.enum(["tree", "hand"]), reason: z.string().nullable(), gone: z.boolean() })),
  /** Taken out by hand, with the reason. */
  removed: z.array(PlanUnit.extend({ reason: z.string() })),
  /** Near misses: who is not meant, and why. */
  left: z.array(z.object({ unit: PlanUnit, why: LocalText })),
  /** Pieces of the expression that name nobody the directory knows. */
  unclear: z.array(z.object({ piece: z.string(), why: LocalText })),
  clauses: z.array(z.object({ itemId: z.uuid(), clause: z.string(), role: PlanRole, text: z.string() })),
  version: Version,
});
export type Addressee = z.infer<typeof Addressee>;

export const EdgeRow = z.object({ unit: PlanUnit, proposed: PlanEdge, edge: PlanEdge, confirmed: z.boolean(), version: Version });
export type EdgeRow = z.infer<typeof EdgeRow>;

export const ProblemKind = z.enum([
  "no-period",
  "no-issue-date",
  "period-over",
  "not-understood",
  "partly-understood",
  "nobody-meant",
  "edge-unconfirmed",
  "no-lead",
  "no-due",
  "due-past",
  "not-recipient",
  "unit-gone",
  "link-pending",
]);
export type ProblemKind = z.infer<typeof ProblemKind>;

/** Something to look at before issuing. A blocker must be settled; the rest is listed so that it is issued knowingly. */
export const PlanProblem = z.object({
  kind: ProblemKind,
  blocks: z.boolean(),
  items: z.array(z.object({ itemId: z.uuid(), clause: z.string(), text: z.string() })),
  expressions: z.array(z.object({ id: z.uuid(), printed: z.string() })),
  units: z.array(PlanUnit),
});
export type PlanProblem = z.infer<typeof PlanProblem>;

export const MatrixClause = z.object({ itemId: z.uuid(), kind: PlanItemKind, clause: z.string(), text: z.string(), due: PlanDue });
/** Units that owe exactly the same, told once: 130 communes are one row. */
export const MatrixRow = z.object({
  kind: z.string(),
  edge: PlanEdge,
  units: z.array(PlanUnit),
  cells: z.array(z.object({ itemId: z.uuid(), role: PlanRole })),
});
export type MatrixRow = z.infer<typeof MatrixRow>;
export const Matrix = z.object({ clauses: z.array(MatrixClause), rows: z.array(MatrixRow) });
export type Matrix = z.infer<typeof Matrix>;

export const ItemChange = z.object({
  itemId: z.uuid(),
  kind: PlanItemKind,
  clause: z.string(),
  text: z.string(),
  change: z.enum(["added", "removed", "changed"]),
  fields: z.array(
    z.object({
      field: z.enum(["text", "target", "due", "leads", "partners", "reporting", "clause", "opensPlan"]),
      before: z.string(),
      after: z.string(),
    }),
  ),
  gained: z.array(PlanUnit),
  lost: z.array(PlanUnit),
});
export type ItemChange = z.infer<typeof ItemChange>;

export const Changes = z.object({
  from: z.number().int(),
  to: z.number().int(),
  header: z.array(z.object({ field: z.enum(["title", "number", "period", "issueDate"]), before: z.string(), after: z.string() })),
  items: z.array(ItemChange),
  /** Who is affected, and by how many duties. */
  units: z.array(z.object({ unit: PlanUnit, gained: z.number().int(), lost: z.number().int(), changed: z.number().int() })),
});
export type Changes = z.infer<typeof Changes>;

export const Preview = z.object({
  matrix: Matrix,
  problems: z.array(PlanProblem),
  edges: z.array(EdgeRow),
  /** What issuing will put on desks now; later periods follow by themselves. */
  opens: z.object({
    units: z.number().int(),
    tasks: z.number().int(),
    targets: z.number().int(),
    reports: z.number().int(),
    planSlots: z.number().int(),
  }),
  /** Against the edition in force; null for a first edition. */
  changes: Changes.nullable(),
});
export type Preview = z.infer<typeof Preview>;

export const LinkDecision = z.enum(["pending", "take-over", "adapt", "decline"]);
export type LinkDecision = z.infer<typeof LinkDecision>;

/** One clause of the superior's plan that binds this unit, and what the child plan makes of it. */
export const ChildClause = z.object({
  parentItem: PlanItem,
  role: PlanRole,
  edge: PlanEdge,
  decision: LinkDecision,
  childItem: PlanItem.nullable(),
  reason: z.string().nullable(),
  /** The superior amended this clause after it was answered. */
  stale: z.boolean(),
  version: Version,
});
export type ChildClause = z.infer<typeof ChildClause>;

export const ClauseMatch = z.object({
  parentItemId: z.uuid(),
  parentText: z.string(),
  parentClause: z.string(),
  /** Best first, three at most. Confidence 0–1. */
  candidates: z.array(
    z.object({
      childItemId: z.uuid(),
      text: z.string(),
      clause: z.string(),
      confidence: z.number(),
      words: z.number(),
      numbers: z.boolean(),
      dates: z.boolean(),
    }),
  ),
});
export type ClauseMatch = z.infer<typeof ClauseMatch>;

export const Coverage = z.object({
  units: z.array(
    z.object({
      unit: PlanUnit,
      edge: PlanEdge,
      /** A clause of the plan demands a plan of this unit. */
      expected: z.boolean(),
      child: z.object({ planId: z.uuid(), title: z.string(), number: z.string().nullable(), issueDate: Day.nullable() }).nullable(),
      bound: z.number().int(),
      takenOver: z.number().int(),
      adapted: z.number().int(),
      declined: z.number().int(),
      pending: z.number().int(),
      /** Items of the child plan that answer no clause of this plan. */
      own: z.number().int(),
    }),
  ),
  clauses: z.array(
    z.object({
      itemId: z.uuid(),
      kind: PlanItemKind,
      clause: z.string(),
      text: z.string(),
      bound: z.number().int(),
      answered: z.number().int(),
      takenOver: z.number().int(),
      adapted: z.number().int(),
      declined: z.array(z.object({ unit: PlanUnit, reason: z.string() })),
      /** Bound units with a plan of their own that leave this clause out, and those without any plan. */
      nobody: z.boolean(),
    }),
  ),
});
export type Coverage = z.infer<typeof Coverage>;

export const AdjustmentState = z.enum(["open", "accepted", "declined", "withdrawn"]);
export type AdjustmentState = z.infer<typeof AdjustmentState>;

export const Adjustment = z.object({
  id: z.uuid(),
  planId: z.uuid(),
  edition: z.number().int(),
  unit: PlanUnit,
  item: z.object({ id: z.uuid(), clause: z.string(), text: z.string() }).nullable(),
  reason: z.string(),
  proposedText: z.string().nullable(),
  proposedValue: Decimal.nullable(),
  proposedDue: Day.nullable(),
  state: AdjustmentState,
  requestedBy: z.string(),
  requestedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  answer: z.string().nullable(),
  /** The edition in which the accepted request is carried out. */
  amendedIn: z.number().int().nullable(),
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
  version: Version,
});
export type Adjustment = z.infer<typeof Adjustment>;

const Tally = z.object({
  total: z.number().int(),
  open: z.number().int(),
  accepted: z.number().int(),
  reported: z.number().int(),
  done: z.number().int(),
  late: z.number().int(),
  declined: z.number().int(),
});
export type Tally = z.infer<typeof Tally>;

export const Progress = z.object({
  today: Day,
  total: Tally,
  clauses: z.array(Tally.extend({ itemId: z.uuid(), kind: PlanItemKind, clause: z.string(), text: z.string() })),
  units: z.array(Tally.extend({ unit: PlanUnit, edge: PlanEdge })),
});
export type Progress = z.infer<typeof Progress>;
