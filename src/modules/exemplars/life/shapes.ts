import { z } from "zod";
import { UnitRef } from "../../units/contract.ts";
import { ContentKey, Day, id, words } from "../shapes.ts";
import { evidenceKinds, nextSteps } from "./kinds.ts";

export const EvidenceKind = z.enum(evidenceKinds);
export type EvidenceKind = z.infer<typeof EvidenceKind>;
export const NextStep = z.enum(nextSteps);
export type NextStep = z.infer<typeof NextStep>;

const line = words(300).optional();
const lines = words(4000).optional();
const count = z.number().int().min(0).max(10_000_000).nullish();

/**
 * The small fields of each kind beside its text. All of them may be left out: a minute on a phone is enough for a day and a
 * sentence, and gates say what they still want to know.
 */
export const detailsOf = {
  /** How many were asked; what helps and what stands in the way. */
  survey: z.object({ asked: count, favourable: lines, difficult: lines }).strict(),
  plan: z.object({ milestones: lines }).strict(),
  /** Offices and posts, not persons. */
  assign: z.object({ duties: lines }).strict(),
  communicate: z.object({ form: line, turns: count }).strict(),
  launch: z.object({ commitments: lines, duties: lines, output: lines }).strict(),
  visit: z.object({ visitors: line, conclusion: lines }).strict(),
  inspect: z.object({ visitors: line, conclusion: lines }).strict(),
  /** sơ kết or tổng kết. */
  review: z.object({ scope: z.enum(["interim", "final"]).optional(), results: lines, shortcomings: lines, lessons: lines }).strict(),
  lesson: z.object({}).strict(),
  note: z.object({}).strict(),
} as const satisfies Record<EvidenceKind, z.ZodType>;

export const FindingIn = z.object({
  text: words(2000, 1),
  recommendation: words(2000).default(""),
  /** Days until it is mended, from the day of the visit. */
  mendDays: z.number().int().min(1).max(1000).nullish(),
});
export type FindingIn = z.infer<typeof FindingIn>;

export const EventIn = z.object({
  kind: EvidenceKind,
  /** The day on which it happened, not after today. */
  onDate: Day,
  text: words(4000).default(""),
  /** Checked against the kind by the service, which names the field that is wrong. */
  details: z.record(z.string().max(40), z.unknown()).default({}),
  documents: z.array(id).max(10).default([]),
  findings: z.array(FindingIn).max(20).default([]),
});
export type EventIn = z.infer<typeof EventIn>;

const By = z.object({ name: z.string().nullable(), unit: UnitRef });

export const EventOut = z.object({
  id,
  kind: z.string(),
  onDate: Day,
  by: By,
  text: z.string(),
  details: z.record(z.string(), z.unknown()),
  documents: z.array(z.object({ id, label: z.string(), readable: z.boolean() })),
  struck: z.object({ reason: z.string(), by: z.string(), at: z.iso.datetime({ offset: true }) }).nullable(),
  mayStrike: z.boolean(),
});
export type EventOut = z.infer<typeof EventOut>;

export const FindingAct = z.enum(["answer", "settle", "reopen"]);
export type FindingAct = z.infer<typeof FindingAct>;

export const Finding = z.object({
  id,
  eventId: id,
  foundOn: Day,
  foundBy: UnitRef,
  text: z.string(),
  recommendation: z.string(),
  mendBy: Day.nullable(),
  state: z.enum(["open", "answered", "settled"]),
  entries: z.array(z.object({ kind: z.enum(["answer", "settled", "reopened"]), onDate: Day, text: z.string(), by: By })),
  can: z.array(FindingAct),
});
export type Finding = z.infer<typeof Finding>;

export const Reading = z.object({
  id,
  onDate: Day,
  value: z.string(),
  said: z.string().nullable(),
  note: z.string(),
  /** What stood there before, newest first. */
  before: z.array(z.object({ onDate: Day, value: z.string(), said: z.string().nullable(), reason: z.string() })),
});
export type Reading = z.infer<typeof Reading>;

export const GoalOut = z.object({
  id,
  name: z.string(),
  unit: z.string(),
  baseline: z.string().nullable(),
  goal: z.string(),
  /** Oldest first. */
  readings: z.array(Reading),
  /** Readings that were taken out, with the reason. */
  takenOut: z.array(z.object({ onDate: Day, value: z.string(), said: z.string().nullable(), reason: z.string() })),
});
export type GoalOut = z.infer<typeof GoalOut>;

/** What a step wants to see, and how a person adds it. */
export const GateOut = z.object({
  code: z.string(),
  met: z.boolean(),
  add: z.discriminatedUnion("what", [
    z.object({ what: z.literal("content"), key: ContentKey }),
    z.object({ what: z.literal("goal") }),
    z.object({ what: z.literal("reading") }),
    z.object({ what: z.literal("event"), kind: EvidenceKind }),
  ]),
});
export type GateOut = z.infer<typeof GateOut>;

export const StepOut = z.object({
  step: z.number().int().min(1).max(4),
  state: z.enum(["done", "current", "ahead"]),
  gates: z.array(GateOut),
  /** How it was passed the last time; `without`: what was not there, and why that was accepted. */
  passed: z.object({ onDate: Day, by: By, without: z.array(z.object({ gate: z.string(), reason: z.string() })) }).nullable(),
});
export type StepOut = z.infer<typeof StepOut>;

export const GradeIn = z.object({ code: words(40, 1), name: words(80, 1), next: NextStep });
export const GradeShort = z.object({ code: z.string(), name: z.string(), next: NextStep });

export const GradeOut = z.object({
  year: z.number().int(),
  version: z.number().int(),
  proposed: GradeShort.extend({ reason: z.string(), by: By }),
  decided: GradeShort.extend({ note: z.string(), onDate: Day, by: By }).nullable(),
});
export type GradeOut = z.infer<typeof GradeOut>;
