import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { Edge, unitIdIn, UnitRef } from "../units/contract.ts";

const Said = z.object({ vi: z.string(), en: z.string() });
const Instant = z.iso.datetime({ offset: true });
const Day = z.iso.date();

export const WorkKind = z.enum(["task", "target", "report", "plan-slot"]);
export type WorkKind = z.infer<typeof WorkKind>;

/** giao, đề nghị, phối hợp, kính báo: what one body may ask of another (`edgeBetween` of units decides, an editor confirms). */
export const WorkEdge = Edge;
export type WorkEdge = Edge;

export const WorkState = z.enum(["open", "accepted", "answered", "declined", "reported", "returned", "done", "withdrawn"]);
export type WorkState = z.infer<typeof WorkState>;

export const WorkAct = z.enum([
  "accept",
  "see",
  "answer",
  "decline",
  "agree",
  "insist",
  "progress",
  "complete",
  "confirm",
  "return",
  "rollOver",
  "withdraw",
  "comment",
]);
export type WorkAct = z.infer<typeof WorkAct>;

/** What stands in an item's history: an act of a person, or the plan that was amended (`amend`). */
export const WorkEntryAct = z.enum([...WorkAct.options, "amend"]);
export type WorkEntryAct = z.infer<typeof WorkEntryAct>;

/** `text` as the document prints it; `date` the day it names; `lastDay` the last day on which it is kept ("trước ngày 10/12" → 09/12). */
export const WorkDue = z.object({ text: z.string(), date: Day.nullable(), lastDay: Day.nullable() });
export type WorkDue = z.infer<typeof WorkDue>;

/** Which clause of which plan asks for it, with the words. */
export const WorkOrigin = z.object({
  kind: z.enum(["plan-task", "plan-target", "plan-report", "plan-child"]),
  planId: z.uuid(),
  itemId: z.string(),
  planVersion: z.number().int(),
  clause: z.string(),
  quote: z.string(),
  documentId: z.uuid().nullable(),
  line: z.number().int().nullable(),
});
export type WorkOrigin = z.infer<typeof WorkOrigin>;

/**
 * Where an item stands today, for sorting and colour. `late` (red) exists on edge assign alone; a requested body whose
 * named day has gone by is `past`, in plain words. What waits for the other side is never late.
 */
export const Standing = z.enum(["returned", "late", "soon", "past", "later", "undated", "waiting", "over"]);
export type Standing = z.infer<typeof Standing>;

export const WorkRow = z.object({
  id: z.uuid(),
  version: z.number().int(),
  kind: WorkKind,
  title: z.string(),
  state: WorkState,
  edge: WorkEdge,
  standing: Standing,
  /** Days until the last day, negative once it has gone by; null without a day. */
  daysLeft: z.number().int().nullable(),
  due: WorkDue,
  period: z.string().nullable(),
  lead: UnitRef,
  assigner: UnitRef,
  partners: z.array(UnitRef),
  percent: z.number().int().min(0).max(100).nullable(),
  origin: WorkOrigin,
  /** What the document that asks for it is called ("Kế hoạch 12/KH-MTTQ-BTT ngày 05/01/2026"), and whether it can be opened from here. */
  because: z.object({ label: z.string().nullable(), readable: z.boolean() }),
  updatedAt: Instant,
});
export type WorkRow = z.infer<typeof WorkRow>;

export const WorkFile = z.object({ id: z.uuid(), name: z.string(), size: z.number().int(), type: z.string() });

/** Something that was said or done about the item, in the order it happened. */
export const WorkEntry = z.object({
  id: z.uuid(),
  act: WorkEntryAct,
  at: Instant,
  by: z.string(),
  unit: UnitRef,
  text: z.string().nullable(),
  percent: z.number().int().nullable(),
  /** Of a roll-over, or of an answer that proposes another day. */
  dueBefore: WorkDue.nullable(),
  dueAfter: WorkDue.nullable(),
  files: z.array(WorkFile),
});
export type WorkEntry = z.infer<typeof WorkEntry>;

export const WorkDetail = WorkRow.extend({
  text: z.string(),
  entries: z.array(WorkEntry),
  /** The acts that this person may do now. */
  can: z.array(WorkAct),
  /** Why confirming is closed to this person although the post may: maker is not approver. */
  cannotConfirm: Said.nullable(),
});
export type WorkDetail = z.infer<typeof WorkDetail>;

/** One thing that waits on this desk and is not an item of work: a review to finish, a plan to receive. */
export const DeskCard = z.object({
  kind: z.string(),
  id: z.string(),
  what: Said,
  title: z.string(),
  /** Path inside the staff application, without /app. */
  path: z.string(),
  since: Instant,
  from: z.string().nullable(),
});

export const DeskCounts = z.object({
  /** Open items of my units, and of them the late and the due soon. */
  owed: z.number().int(),
  late: z.number().int(),
  soon: z.number().int(),
  /** To confirm, to settle, to review, to receive. */
  waiting: z.number().int(),
  /** Subordinate units with something late. */
  unitsLate: z.number().int(),
});
export type DeskCounts = z.infer<typeof DeskCounts>;

export const Desk = z.object({
  today: Day,
  unit: UnitRef,
  counts: DeskCounts,
  /** What my units owe, most urgent first; at most 100, `counts.owed` says how many there are. */
  owed: z.array(WorkRow),
  /** Where my units are partners. */
  joined: z.array(WorkRow),
  waiting: z.object({ toConfirm: z.array(WorkRow), toSettle: z.array(WorkRow), cards: z.array(DeskCard) }),
  /** My own subordinates only, those with the oldest item first. */
  lateUnits: z.array(z.object({ unit: UnitRef, late: z.number().int(), oldest: Day, items: z.array(WorkRow) })),
});
export type Desk = z.infer<typeof Desk>;

export const WorkFilter = z.object({
  side: z.enum(["lead", "assigner", "partner", "any"]).default("lead"),
  state: z.enum(["open", "waiting", "over", "any"]).default("open"),
  standing: z.enum(["late", "soon"]).optional(),
  kind: WorkKind.optional(),
  unitId: unitIdIn.optional(),
  planId: z.uuid().optional(),
  text: z.string().max(200).default(""),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});

const at = z.object({ id: z.uuid(), version: z.coerce.number().int() });
const reason = z.string().trim().min(1).max(4000);
const said = z.string().trim().max(8000);
const files = z.array(z.file()).max(5).optional();

const read = { method: "GET", access: "work:view", tag: "work" } as const;
const answers = { method: "POST", access: "work:answer", tag: "work" } as const;
const reports = { method: "POST", access: "work:report", tag: "work" } as const;
const confirms = { method: "POST", access: "work:confirm", tag: "work" } as const;

/**
 * Downloads stand outside the contract: GET /files/work/{file}.
 * A stale `version` is refused with `conflict`; its details are `{current: WorkDetail}`.
 */
export const workContract = {
  desk: endpoint({ ...read, path: "/desk", summary: "Read one's desk: what is owed, what waits, which units are late" }).output(Desk),
  counts: endpoint({ ...read, path: "/desk/counts", summary: "Count what is on one's desk" }).output(DeskCounts),
  list: endpoint({ ...read, path: "/work", summary: "List items of work" })
    .input(WorkFilter)
    .output(z.object({ items: z.array(WorkRow), total: z.number().int(), pageSize: z.number().int() })),
  get: endpoint({ ...read, path: "/work/{id}", summary: "Read an item of work" })
    .input(z.object({ id: z.uuid() }))
    .output(WorkDetail),

  accept: endpoint({ ...answers, path: "/work/{id}/accept", summary: "Accept an item of work" })
    .input(at)
    .output(WorkDetail),
  acceptMany: endpoint({
    ...answers,
    path: "/work/accept-many",
    summary: "Accept new assigned items at once",
    description: "Those that somebody has moved meanwhile, and requests (each wants an answer of its own), are left as they are.",
  })
    .input(z.object({ items: z.array(at).min(1).max(200) }))
    .output(z.object({ accepted: z.number().int(), left: z.number().int() })),
  see: endpoint({ ...answers, path: "/work/{id}/see", summary: "Mark an information as seen" })
    .input(at)
    .output(WorkDetail),
  answer: endpoint({ ...answers, path: "/work/{id}/answer", summary: "Answer a request otherwise than asked" })
    .input(at.extend({ text: reason, lastDay: Day.nullable().optional() }))
    .output(WorkDetail),
  decline: endpoint({ ...answers, path: "/work/{id}/decline", summary: "Decline a request" })
    .input(at.extend({ reason }))
    .output(WorkDetail),

  progress: endpoint({ ...reports, path: "/work/{id}/progress", summary: "Report progress, with files" })
    .input(at.extend({ text: reason, percent: z.coerce.number().int().min(0).max(100).optional(), files }))
    .output(WorkDetail),
  complete: endpoint({ ...reports, path: "/work/{id}/complete", summary: "Report completion, with files" })
    .input(at.extend({ text: reason, files }))
    .output(WorkDetail),
  comment: endpoint({ ...reports, path: "/work/{id}/comments", summary: "Comment on an item of work" })
    .input(z.object({ id: z.uuid(), text: reason }))
    .output(WorkDetail),

  confirm: endpoint({ ...confirms, path: "/work/{id}/confirm", summary: "Confirm a reported completion" })
    .input(at.extend({ text: said.optional() }))
    .output(WorkDetail),
  return: endpoint({ ...confirms, path: "/work/{id}/return", summary: "Return a report with a reason" })
    .input(at.extend({ reason }))
    .output(WorkDetail),
  rollOver: endpoint({ ...confirms, path: "/work/{id}/roll-over", summary: "Give an item a new deadline with a reason" })
    .input(at.extend({ reason, lastDay: Day }))
    .output(WorkDetail),
  withdraw: endpoint({ ...confirms, path: "/work/{id}/withdraw", summary: "Withdraw an item of work with a reason" })
    .input(at.extend({ reason }))
    .output(WorkDetail),
  agree: endpoint({ ...confirms, path: "/work/{id}/agree", summary: "Agree to what a requested body proposes instead" })
    .input(at)
    .output(WorkDetail),
  insist: endpoint({ ...confirms, path: "/work/{id}/insist", summary: "Ask a requested body again" })
    .input(at.extend({ text: reason }))
    .output(WorkDetail),
};
