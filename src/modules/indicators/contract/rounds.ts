import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";
import { nfc } from "../../../kernel/text.ts";
import { isCalendarDate } from "../../../kernel/time/index.ts";
import { Edge, unitIdIn, UnitRef } from "../../units/contract.ts";
import { ChainStep, CountsOnTime, DueDay, FormContent, PeriodRef } from "./forms.ts";

const Instant = z.iso.datetime({ offset: true });
const Day = z.string().refine(isCalendarDate, { error: "YYYY-MM-DD" });
const id = z.uuid();

/** What a unit has sent in a round, whatever its day. */
export const RoundProgress = z.enum(["not-begun", "draft", "sent", "returned", "approved"]);
export type RoundProgress = z.infer<typeof RoundProgress>;

/**
 * Where a unit stands in a round today. `late` (red) is for one's own subordinates alone; a requested body whose day has
 * gone by is `past`. `document`: figures are there, the signed document is what still counts. `waiting`: sent, to be approved.
 */
export const RoundStanding = z.enum(["returned", "late", "past", "soon", "later", "document", "waiting", "over", "excused"]);
export type RoundStanding = z.infer<typeof RoundStanding>;

/** The signed document of a unit's report. */
export const RoundDocument = z.object({ number: z.string().nullable(), date: Day.nullable(), attachedAt: Instant });

/** One unit in one round. */
export const RoundUnit = z.object({
  roundId: id,
  unit: UnitRef,
  /** Named when it is extended or excused; a stale one is refused with `conflict`. */
  version: z.int(),
  edge: Edge,
  due: DueDay,
  progress: RoundProgress,
  standing: RoundStanding,
  /** Still to send what counts for "on time". */
  owes: z.boolean(),
  /** Came after its last day, or has not come and the day is over; never for bodies that were only asked. */
  late: z.boolean(),
  daysLeft: z.int(),
  submissionId: id.nullable(),
  sentAt: Instant.nullable(),
  approvedAt: Instant.nullable(),
  document: RoundDocument.nullable(),
  /** The last day as it was before it was extended, with the reason. */
  extended: z.object({ from: Day, reason: z.string() }).nullable(),
  excused: z.object({ reason: z.string(), at: Instant }).nullable(),
});
export type RoundUnit = z.infer<typeof RoundUnit>;

export const RoundState = z.enum(["open", "closed"]);
export type RoundState = z.infer<typeof RoundState>;

export const RoundHead = z.object({
  id,
  formId: id,
  /** The version of the form that this round asks. */
  edition: z.int(),
  title: z.string(),
  basis: z.string(),
  minutes: z.int(),
  estimated: z.boolean(),
  owner: UnitRef,
  receiverText: z.string(),
  period: PeriodRef,
  cutOff: Day,
  due: DueDay,
  countsOnTime: CountsOnTime,
  state: RoundState,
  openedAt: Instant,
  figuresFixedAt: Instant.nullable(),
});
export type RoundHead = z.infer<typeof RoundHead>;

export const RoundCounts = z.object({
  units: z.int(),
  notBegun: z.int(),
  draft: z.int(),
  sent: z.int(),
  returned: z.int(),
  approved: z.int(),
  excused: z.int(),
  documents: z.int(),
  owing: z.int(),
  late: z.int(),
});
export type RoundCounts = z.infer<typeof RoundCounts>;

/** What one of my units owes in a round, or has sent. */
export const RoundDuty = z.object({ round: RoundHead, mine: RoundUnit });
export type RoundDuty = z.infer<typeof RoundDuty>;

export const RoundAsked = RoundHead.extend({ counts: RoundCounts });
export type RoundAsked = z.infer<typeof RoundAsked>;

export const Contact = z.object({ name: z.string(), phone: z.string().nullable() });
export type Contact = z.infer<typeof Contact>;

/** The room of a round, for who asks: who has not sent and whom to call, who is excused, what came late. */
export const RoundRoom = z.object({
  round: RoundHead,
  counts: RoundCounts,
  units: z.array(RoundUnit),
  missing: z.array(z.object({ unit: RoundUnit, contacts: z.array(Contact) })),
  /** Sent for the first time, or sent again, after the figures were fixed; without a fixing, after their last day. */
  lateArrivals: z.array(z.object({ unit: RoundUnit, at: Instant })),
  can: z.array(z.enum(["extend", "excuse", "fix", "chase", "close", "reopen"])),
});
export type RoundRoom = z.infer<typeof RoundRoom>;

/** What a unit's cell was when figures were fixed, and what it is now. Decimal strings; null: empty. */
export const ChangedCell = z.object({
  unit: UnitRef,
  cell: z.string(),
  label: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type ChangedCell = z.infer<typeof ChangedCell>;

export const ChangedSince = z.object({
  fixedAt: Instant,
  /** Units that sent after that instant. */
  sentSince: z.array(UnitRef),
  cells: z.array(ChangedCell),
});
export type ChangedSince = z.infer<typeof ChangedSince>;

/** A polite text that names only those who owe. Two, when some are one's own subordinates and some were only asked. */
export const ChaseText = z.object({ assigned: z.string().nullable(), requested: z.string().nullable(), units: z.array(UnitRef) });
export type ChaseText = z.infer<typeof ChaseText>;

export const unitsSeen = z
  .array(z.object({ unitId: unitIdIn, version: z.coerce.number().int().min(1) }))
  .min(1)
  .max(2000);

const reason = z.string().trim().min(1).max(2000).transform(nfc);
const page = z.coerce.number().int().min(1).max(10_000).default(1);
const read = { method: "GET", access: "indicator:view", tag: "rounds" } as const;
const decide = { method: "POST", access: "submission:approve", tag: "rounds" } as const;

/** The room and everything decided in it is for whoever asks; a unit that is asked reads the round and its own line. */
export const roundsContract = {
  owed: endpoint({ ...read, path: "/rounds/owed", summary: "List what one's units owe in rounds, most urgent first" })
    .input(z.object({ state: z.enum(["owing", "sent", "any"]).default("owing"), page }))
    .output(z.object({ items: z.array(RoundDuty), total: z.int(), pageSize: z.int() })),
  asked: endpoint({ ...read, path: "/rounds/asked", summary: "List the rounds of one's own forms, with how many have sent" })
    .input(z.object({ formId: id.optional(), state: z.enum(["open", "closed", "any"]).default("any"), page }))
    .output(z.object({ items: z.array(RoundAsked), total: z.int(), pageSize: z.int() })),
  get: endpoint({ ...read, path: "/rounds/{id}", summary: "Read a round, what it asks, and where one's own units stand in it" })
    .input(z.object({ id }))
    .output(z.object({ round: RoundHead, content: FormContent, chain: z.array(ChainStep), mine: z.array(RoundUnit), own: z.boolean() })),
  room: endpoint({
    ...read,
    path: "/rounds/{id}/room",
    summary: "Read the room of a round: every unit's state, who has not sent and whom to call, what came late",
  })
    .input(z.object({ id }))
    .output(RoundRoom),
  open: endpoint({
    method: "POST",
    access: "indicator:define",
    tag: "rounds",
    path: "/forms/{id}/rounds",
    summary: "Open a round by hand, for a period that opened none by itself",
    successStatus: 201,
  })
    .input(z.object({ id, period: z.string().max(40), lastDay: Day.optional() }))
    .output(RoundHead),
  extend: endpoint({ ...decide, path: "/rounds/{id}/extend", summary: "Give units of a round another last day, with the reason" })
    .input(z.object({ id, units: unitsSeen, lastDay: Day, reason }))
    .output(RoundRoom),
  excuse: endpoint({ ...decide, path: "/rounds/{id}/excuse", summary: "Excuse units from a round, with the reason" })
    .input(z.object({ id, units: unitsSeen, reason }))
    .output(RoundRoom),
  undoExcuse: endpoint({ ...decide, path: "/rounds/{id}/undo-excuse", summary: "Take an excuse back" })
    .input(z.object({ id, units: unitsSeen }))
    .output(RoundRoom),
  fixFigures: endpoint({
    ...decide,
    path: "/rounds/{id}/fix-figures",
    summary: "Fix the figures at this instant: what stands now is kept to compare with",
  })
    .input(z.object({ id }))
    .output(RoundRoom),
  changedSince: endpoint({ ...read, path: "/rounds/{id}/changed-since", summary: "List the cells that changed since figures were fixed" })
    .input(z.object({ id }))
    .output(ChangedSince),
  chaseText: endpoint({
    ...read,
    path: "/rounds/{id}/chase-text",
    summary: "Word a polite reminder that names only those who owe",
  })
    .input(z.object({ id }))
    .output(ChaseText),
  close: endpoint({ ...decide, path: "/rounds/{id}/close", summary: "End a round: nothing is owed in it any more" })
    .input(z.object({ id, reason }))
    .output(RoundRoom),
  reopen: endpoint({ ...decide, path: "/rounds/{id}/reopen", summary: "Open an ended round again" })
    .input(z.object({ id }))
    .output(RoundRoom),
};
