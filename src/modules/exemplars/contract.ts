import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { unitIdIn, UnitRef } from "../units/contract.ts";
import { picturesContract } from "./pictures/contract.ts";
import {
  Amount,
  ContentKey,
  Contents,
  Count,
  Day,
  ExemplarField,
  ExemplarKind,
  ExemplarState,
  Goal,
  GoalIn,
  id,
  Level,
  LocalField,
  Partner,
  PartnerIn,
  RoundState,
  RoundUnitIn,
  Stream,
  TextOut,
  version,
  words,
} from "./shapes.ts";
import { boardsContract } from "./figures/contract.ts";
import { learningContract } from "./learning/contract.ts";
import { lifeContract } from "./life/contract.ts";
import { likenessContract } from "./likeness/contract.ts";
import { recognitionContract } from "./recognition/contract.ts";
import { registrationContract } from "./registration/contract.ts";

export * from "./shapes.ts";
export type * from "./registration/shapes.ts";
export * from "./pictures/contract.ts";

const Instant = z.iso.datetime({ offset: true });
const reason = words(1000, 1);
const page = z.coerce.number().int().min(1).max(10_000).default(1);
const typed = z.string().trim().max(60).nullish();

export const ExemplarAct = z.enum(["edit", "register", "accept", "return", "withdraw", "stop", "resume"]);
export type ExemplarAct = z.infer<typeof ExemplarAct>;

/** An exemplar as lists show it. */
export const ExemplarRow = z.object({
  id,
  version: z.number().int(),
  kind: ExemplarKind,
  state: ExemplarState,
  name: z.string(),
  field: ExemplarField.nullable(),
  stream: Stream,
  lead: UnitRef,
  area: UnitRef.nullable(),
  place: z.string().nullable(),
  themes: z.array(z.string()),
  step: z.number().int(),
  paused: z.boolean(),
  registeredOn: Day.nullable(),
  acceptedOn: Day.nullable(),
  /** The year in which it counts as new. */
  firstYear: z.number().int().nullable(),
  /** The last day of which there is news. */
  movedOn: Day,
  round: z.object({ id, title: z.string() }).nullable(),
  /** Registered after the window had closed. */
  late: z.boolean(),
});
export type ExemplarRow = z.infer<typeof ExemplarRow>;

export const ExemplarDetail = ExemplarRow.extend({
  localField: z.string().nullable(),
  contents: Contents,
  /** Contents that its round, or the next step, still asks for. */
  missing: z.array(z.union([ContentKey, z.literal("field")])),
  goals: z.array(Goal),
  partners: z.array(Partner),
  startedOn: Day.nullable(),
  endsOn: Day.nullable(),
  money: Amount.nullable(),
  labour: Amount.nullable(),
  turns: Amount.nullable(),
  copiedFrom: z.object({ id, name: z.string(), lead: UnitRef }).nullable(),
  adapted: z.string().nullable(),
  reason: z.string().nullable(),
  typedBy: z.object({ name: z.string(), unit: UnitRef }),
  typedFor: UnitRef.nullable(),
  can: z.array(ExemplarAct),
  /** The post looks after it: its own or below it in the line, or its body's round took it in. */
  looksAfter: z.boolean(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type ExemplarDetail = z.infer<typeof ExemplarDetail>;

/** What a person gives. Kind and name are enough for a draft. What is absent stays; null, or an empty text, takes off. */
export const ExemplarInput = z.object({
  kind: ExemplarKind,
  name: words(300, 1),
  /** Absent: the own unit. */
  leadId: unitIdIn.optional(),
  roundId: id.nullish(),
  stream: Stream.optional(),
  field: ExemplarField.nullish(),
  localField: words(40).nullish(),
  themes: z.array(words(80, 1)).max(10).optional(),
  areaId: unitIdIn.nullish(),
  place: words(300).nullish(),
  contents: z.partialRecord(ContentKey, words(8000)).optional(),
  goals: z.array(GoalIn).max(20).optional(),
  partners: z.array(PartnerIn).max(30).optional(),
  startedOn: Day.or(z.literal("")).nullish(),
  endsOn: Day.or(z.literal("")).nullish(),
  money: typed,
  labour: typed,
  turns: typed,
});
export type ExemplarInput = z.infer<typeof ExemplarInput>;

export const ExemplarFilter = z.object({
  text: words(200).default(""),
  state: ExemplarState.optional(),
  kind: ExemplarKind.optional(),
  field: ExemplarField.optional(),
  stream: Stream.optional(),
  theme: words(80).optional(),
  year: z.coerce.number().int().min(1990).max(2100).optional(),
  unitId: unitIdIn.optional(),
  roundId: id.optional(),
  step: z.coerce.number().int().min(1).max(4).optional(),
  /** Mobilised so far, whole đồng. */
  moneyFrom: z.coerce.number().int().min(0).max(1e15).optional(),
  moneyUntil: z.coerce.number().int().min(0).max(1e15).optional(),
  /** A goal was reached; was read at least once; was never read. */
  result: z.enum(["reached", "read", "none"]).optional(),
  /** What its last yearly classification says is to follow. All but "replicate" is found by those who have a part in it only. */
  next: z.enum(["replicate", "sustain", "consolidate", "stop"]).optional(),
  /** Recognised at this level, and not revoked. */
  level: z.enum(["commune", "district", "province", "centre"]).optional(),
  /** Only what the own units and their line lead. */
  own: z.stringbool().optional(),
  /** Accepted ones of the own line of which there was no news for long; who looks after them sees them, nobody else. */
  quiet: z.stringbool().optional(),
  /** By fit: those whose name has all the words come first. */
  sort: z.enum(["newest", "fit"]).default("newest"),
  page,
});
export type ExemplarFilter = z.infer<typeof ExemplarFilter>;

const Clause = z.object({ planId: id, itemId: z.string().max(100), clause: words(200), quote: words(2000), label: words(300).nullish() });

export const RoundInput = z.object({
  title: words(300, 1),
  periodFrom: Day,
  periodUntil: Day,
  opensOn: Day,
  closesOn: Day,
  kinds: z.array(ExemplarKind).min(1),
  /** Contents that must be there at registration; the name always is. */
  asked: z.array(z.union([ContentKey, z.literal("field")])).default(["field", "situation", "goals", "area"]),
  localFields: z.array(LocalField).max(40).default([]),
  totals: z.array(Count).max(10).default([]),
  sumNote: words(500).nullish(),
  guidanceDocumentId: id.nullish(),
  clause: Clause.nullish(),
  note: words(2000).default(""),
  units: z.array(RoundUnitIn).max(2000).default([]),
});
export type RoundInput = z.infer<typeof RoundInput>;

export const RoundAct = z.enum(["edit", "open", "close", "cancel"]);
export type RoundAct = z.infer<typeof RoundAct>;

export const RoundRow = z.object({
  id,
  version: z.number().int(),
  title: z.string(),
  state: RoundState,
  body: UnitRef,
  periodFrom: Day,
  periodUntil: Day,
  opensOn: Day,
  closesOn: Day,
  kinds: z.array(ExemplarKind),
  units: z.number().int(),
  registered: z.number().int(),
  accepted: z.number().int(),
  /** Why it cannot open yet. */
  blocked: z.enum(["guidance", "units", "sums"]).nullable(),
});
export type RoundRow = z.infer<typeof RoundRow>;

/** What a unit owes in a round and what it has done; counts are of the round's period, never carried over from earlier years. */
export const RoundUnit = z.object({
  unit: UnitRef,
  leastNew: z.number().int().nullable(),
  leastRecognised: RoundUnitIn.shape.leastRecognised,
  allotted: RoundUnitIn.shape.allotted,
  registered: z.number().int(),
  accepted: z.number().int(),
  /** New ones of the period, registered or accepted. */
  fresh: z.number().int(),
  /** Recognised for a year of the period and not revoked, by level; a level at which nothing was is absent. */
  recognised: z.partialRecord(Level, z.number().int()),
});
export type RoundUnit = z.infer<typeof RoundUnit>;

export const RoundDetail = RoundRow.extend({
  asked: z.array(z.union([ContentKey, z.literal("field")])),
  localFields: z.array(LocalField),
  totals: z.array(Count),
  sumNote: z.string().nullable(),
  guidance: z.object({ id, label: z.string() }).nullable(),
  clause: Clause.nullable(),
  note: z.string(),
  cancelReason: z.string().nullable(),
  unitRows: z.array(RoundUnit),
  /** Allotments against totals, by kind, where they differ. */
  sums: z.array(Count.extend({ count: z.number().int(), allotted: z.number().int() })),
  can: z.array(RoundAct),
  /** Whether the post may register in it. */
  mayRegister: z.boolean(),
});
export type RoundDetail = z.infer<typeof RoundDetail>;

const at = { id, version };
const read = { method: "GET", access: "exemplar:view", tag: "exemplars" } as const;
const write = { method: "POST", access: "exemplar:register", tag: "exemplars" } as const;
const review = { method: "POST", access: "exemplar:accept", tag: "exemplars" } as const;
const manage = { method: "POST", access: "round:open", tag: "exemplars" } as const;

/** A stale `version` is refused with `conflict`; its details are `{current}`, the thing as it is now. */
export const exemplarsContract = {
  list: endpoint({
    ...read,
    path: "/exemplars",
    summary: "List exemplars, newest first",
    description:
      "`total` is counted up to 1,000, beside words only as far as the page needs; `more` says that there may be more, which a narrower question shows.",
  })
    .input(ExemplarFilter)
    .output(z.object({ items: z.array(ExemplarRow), total: z.number().int(), more: z.boolean(), pageSize: z.number().int() })),
  words: endpoint({
    ...read,
    path: "/exemplars/words",
    summary: "List kinds, fields, contents and suggested themes with their names",
  }).output(
    z.object({
      kinds: z.array(z.object({ value: ExemplarKind, name: TextOut })),
      fields: z.array(z.object({ value: ExemplarField, name: TextOut })),
      contents: z.array(z.object({ value: ContentKey, name: TextOut, hint: TextOut })),
      themes: z.array(z.string()),
    }),
  ),
  get: endpoint({ ...read, path: "/exemplars/{id}", summary: "Read an exemplar" })
    .input(z.object({ id }))
    .output(ExemplarDetail),
  create: endpoint({ ...write, path: "/exemplars", summary: "Begin an exemplar as a draft", successStatus: 201 })
    .input(ExemplarInput)
    .output(ExemplarDetail),
  edit: endpoint({ ...write, method: "PATCH", path: "/exemplars/{id}", summary: "Change an exemplar; what is not given stays" })
    .input(ExemplarInput.partial().extend(at))
    .output(ExemplarDetail),
  register: endpoint({ ...write, path: "/exemplars/{id}/register", summary: "Register it with the body of its round" })
    .input(z.object(at))
    .output(ExemplarDetail),
  withdraw: endpoint({ ...write, path: "/exemplars/{id}/withdraw", summary: "Take a registration back, with a reason" })
    .input(z.object({ ...at, reason }))
    .output(ExemplarDetail),
  stop: endpoint({ ...write, path: "/exemplars/{id}/stop", summary: "Stop it for good, with a reason" })
    .input(z.object({ ...at, reason }))
    .output(ExemplarDetail),
  resume: endpoint({ ...write, path: "/exemplars/{id}/resume", summary: "Go on with one that was stopped" })
    .input(z.object(at))
    .output(ExemplarDetail),
  accept: endpoint({ ...review, path: "/exemplars/{id}/accept", summary: "Accept a registration" })
    .input(z.object(at))
    .output(ExemplarDetail),
  return: endpoint({ ...review, path: "/exemplars/{id}/return", summary: "Return a registration with what is to be done" })
    .input(z.object({ ...at, reason }))
    .output(ExemplarDetail),

  pictures: picturesContract,
  life: lifeContract,
  likeness: likenessContract,
  learning: learningContract,

  registration: registrationContract,
  recognition: recognitionContract,

  rounds: {
    list: endpoint({ ...read, path: "/exemplar-rounds", summary: "List rounds of registration that concern one's units" })
      .input(z.object({ state: RoundState.optional(), page }))
      .output(z.object({ items: z.array(RoundRow), total: z.number().int(), pageSize: z.number().int() })),
    get: endpoint({ ...read, path: "/exemplar-rounds/{id}", summary: "Read a round with what each unit owes and has registered" })
      .input(z.object({ id }))
      .output(RoundDetail),
    create: endpoint({ ...manage, path: "/exemplar-rounds", summary: "Prepare a round", successStatus: 201 })
      .input(RoundInput)
      .output(RoundDetail),
    edit: endpoint({ ...manage, method: "PUT", path: "/exemplar-rounds/{id}", summary: "Change a round that is not closed" })
      .input(RoundInput.extend(at))
      .output(RoundDetail),
    open: endpoint({
      ...manage,
      path: "/exemplar-rounds/{id}/open",
      summary: "Open a round",
      description:
        "Refused until its guidance document is in the register, it addresses units, and allotments add up (or a note says why not).",
    })
      .input(z.object(at))
      .output(RoundDetail),
    close: endpoint({ ...manage, path: "/exemplar-rounds/{id}/close", summary: "Close a round" })
      .input(z.object(at))
      .output(RoundDetail),
    cancel: endpoint({ ...manage, path: "/exemplar-rounds/{id}/cancel", summary: "Cancel a round with a reason" })
      .input(z.object({ ...at, reason }))
      .output(RoundDetail),
  },

  boards: boardsContract,
};
