import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";
import { unitIdIn, UnitRef } from "../../units/contract.ts";
import { Amount, ContentKey, Day, ExemplarField, ExemplarKind, ExemplarState, GoalIn, id, words } from "../shapes.ts";

export const Lesson = z.object({
  /** 0: nothing was written yet. */
  version: z.number().int(),
  story: z.string(),
  steps: z.string(),
  helped: z.string(),
  hindered: z.string(),
  cost: Amount.nullable(),
  costNote: z.string(),
  contactUnit: UnitRef.nullable(),
  contact: z.string(),
});
export type Lesson = z.infer<typeof Lesson>;

export const LessonIn = z.object({
  version: z.coerce.number().int().min(0),
  story: words(6000).default(""),
  steps: words(6000).default(""),
  helped: words(3000).default(""),
  hindered: words(3000).default(""),
  /** As it is typed: "hơn 20 triệu". */
  cost: z.string().trim().max(60).default(""),
  costNote: words(1000).default(""),
  contactUnitId: unitIdIn.nullish(),
  contact: words(500).default(""),
});
export type LessonIn = z.infer<typeof LessonIn>;

/** A copy of it, or a copy of a copy. */
export const Copy = z.object({
  id,
  name: z.string(),
  state: ExemplarState,
  lead: UnitRef,
  /** The commune, or the province of a body above. */
  area: z.string(),
  adapted: z.string().nullable(),
  registeredOn: Day.nullable(),
  copiedFrom: id,
  /** 1: copied from this one. */
  generation: z.number().int(),
});
export type Copy = z.infer<typeof Copy>;

/** A goal of the original beside what copies with a goal of the same name and unit have reached. */
export const Result = z.object({
  name: z.string(),
  unit: z.string(),
  rows: z.array(
    z.object({
      id,
      name: z.string(),
      lead: UnitRef,
      original: z.boolean(),
      baseline: z.string().nullable(),
      goal: z.string(),
      reached: z.string().nullable(),
      /** Per cent of the way from baseline to goal. */
      share: z.number().int().nullable(),
    }),
  ),
});

export const Study = z.object({
  id,
  unit: UnitRef,
  onDate: Day,
  people: z.number().int().nullable(),
  tookHome: z.string(),
  /** Whether the post may take it out. */
  mayRemove: z.boolean(),
});
export type Study = z.infer<typeof Study>;

export const LearningAct = z.enum(["write", "copy", "study"]);

export const Learning = z.object({
  lesson: Lesson,
  /** Contents that still stand as they were taken over from the original. */
  taken: z.array(ContentKey),
  /** From the first original down to the one that this was copied from. */
  origins: z.array(z.object({ id, name: z.string(), lead: UnitRef })),
  copies: z.array(Copy),
  /** There are more copies than are listed. */
  moreCopies: z.boolean(),
  /** New copies by year, and by area with the year of the first. */
  years: z.array(z.object({ year: z.number().int(), count: z.number().int() })),
  areas: z.array(z.object({ name: z.string(), count: z.number().int(), since: z.number().int() })),
  results: z.array(Result),
  studies: z.array(Study),
  can: z.array(LearningAct),
});
export type Learning = z.infer<typeof Learning>;

export const CopyIn = z.object({
  id,
  name: words(300, 1),
  leadId: unitIdIn.optional(),
  roundId: id.nullish(),
  adapted: words(2000, 1),
  /** The own unit's figures for goals of the original. */
  goals: z.array(GoalIn).max(20).default([]),
});
export type CopyIn = z.infer<typeof CopyIn>;

export const StudyIn = z.object({
  id,
  /** Who came; absent: the own unit. */
  unitId: unitIdIn.optional(),
  onDate: Day,
  people: z.number().int().min(1).max(10_000).nullish(),
  tookHome: words(2000).default(""),
});
export type StudyIn = z.infer<typeof StudyIn>;

export const Peers = z.object({
  unit: UnitRef,
  /** Why these units: their kind, the kind of area, how many residential areas from and to. */
  like: z.object({
    units: z.number().int(),
    area: z.enum(["rural", "urban", "island"]).nullable(),
    parts: z.number().int(),
    from: z.number().int(),
    to: z.number().int(),
    province: z.string().nullable(),
    since: z.number().int(),
  }),
  fields: z.array(z.object({ field: ExemplarField, units: z.number().int(), own: z.number().int() })),
  themes: z.array(z.object({ theme: z.string(), units: z.number().int(), own: z.number().int() })),
  /** Some that go on there, of themes that the own unit has nothing of, newest first. */
  examples: z.array(z.object({ id, name: z.string(), kind: ExemplarKind, lead: UnitRef, theme: z.string() })),
});
export type Peers = z.infer<typeof Peers>;

export const TagKind = z.enum(["study", "campaign", "theme"]);
export const Tag = z.object({ id, kind: TagKind, name: z.string(), body: UnitRef.nullable(), mayRemove: z.boolean() });
export type Tag = z.infer<typeof Tag>;

const tag = "exemplars";
const read = { method: "GET", access: "exemplar:view", tag } as const;
const write = { method: "POST", access: "exemplar:register", tag } as const;

export const learningContract = {
  get: endpoint({
    ...read,
    path: "/exemplars/{id}/learning",
    summary: "Read what can be learnt from an exemplar: lesson, originals, copies with their spread and results, visits to learn",
  })
    .input(z.object({ id }))
    .output(Learning),
  write: endpoint({ ...write, method: "PUT", path: "/exemplars/{id}/lesson", summary: "Write the lesson for others" })
    .input(LessonIn.extend({ id }))
    .output(Learning),
  copy: endpoint({
    ...write,
    path: "/exemplars/{id}/copies",
    summary: "Begin a copy for the own unit as a draft; how it is done is taken over and marked",
    successStatus: 201,
  })
    .input(CopyIn)
    .output(z.object({ id })),
  study: endpoint({ ...write, path: "/exemplars/{id}/studies", summary: "Record that a unit came to learn", successStatus: 201 })
    .input(StudyIn)
    .output(Learning),
  removeStudy: endpoint({
    ...write,
    method: "DELETE",
    path: "/exemplars/{id}/studies/{studyId}",
    summary: "Take out a visit that was entered by mistake",
  })
    .input(z.object({ id, studyId: id }))
    .output(Learning),
  peers: endpoint({
    ...read,
    path: "/exemplar-peers",
    summary: "Read what units of the same kind, size and kind of area do; counts only, no order of units or people",
  }).output(Peers),
  tagList: endpoint({ ...read, path: "/exemplar-tags", summary: "List suggested themes, campaigns and drives" }).output(
    z.object({ items: z.array(Tag), mayAdd: z.boolean() }),
  ),
  addTag: endpoint({
    method: "POST",
    access: "round:open",
    tag,
    path: "/exemplar-tags",
    summary: "Suggest a theme or campaign to the units below",
    successStatus: 201,
  })
    .input(z.object({ kind: TagKind, name: words(80, 1) }))
    .output(Tag),
  removeTag: endpoint({
    method: "DELETE",
    access: "round:open",
    tag,
    path: "/exemplar-tags/{id}",
    summary: "Stop suggesting a tag of the own body; exemplars keep it",
  })
    .input(z.object({ id }))
    .output(z.object({ id })),
};
