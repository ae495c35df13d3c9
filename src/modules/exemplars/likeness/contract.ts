import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";
import { unitIdIn, UnitRef } from "../../units/contract.ts";
import { ContentKey, Contents, Day, ExemplarField, ExemplarKind, ExemplarState, id, words } from "../shapes.ts";

/** text, name: much the same words; place: same place and theme; picture: a photograph used before; renamed: the same lead had it in an earlier year; owned: another organisation of the same area leads it. */
export const LikenessReason = z.enum(["text", "name", "place", "picture", "renamed", "owned"]);
export type LikenessReason = z.infer<typeof LikenessReason>;

/** different: said tells in what; same: it is not counted; learnt: it becomes a copy of the other. */
export const LikenessAnswer = z.enum(["different", "same", "learnt"]);
export type LikenessAnswer = z.infer<typeof LikenessAnswer>;

/** A run of words in a content, by UTF-16 units, end exclusive. */
const Run = z.object({ key: ContentKey, from: z.number().int(), until: z.number().int() });
export const Passage = z.object({ mine: Run, theirs: Run, words: z.number().int() });
export type Passage = z.infer<typeof Passage>;

export const Alike = z.object({
  other: z.object({
    id,
    name: z.string(),
    kind: ExemplarKind,
    state: ExemplarState,
    field: ExemplarField.nullable(),
    lead: UnitRef,
    firstYear: z.number().int().nullable(),
    registeredOn: Day.nullable(),
    /** The contents that share words. */
    contents: Contents,
  }),
  reasons: z.array(LikenessReason),
  /** How many of a hundred of its words stand in the other as well. */
  score: z.number().int(),
  passages: z.array(Passage),
});
export type Alike = z.infer<typeof Alike>;

export const LikenessQuestion = Alike.extend({
  id,
  answer: LikenessAnswer.nullable(),
  said: z.string().nullable(),
  answeredBy: z.object({ name: z.string(), unit: UnitRef.nullable(), on: Day }).nullable(),
});
export type LikenessQuestion = z.infer<typeof LikenessQuestion>;

export const Questions = z.object({
  items: z.array(LikenessQuestion),
  /** What it says itself, where words are shared. */
  contents: Contents,
  /** Whether the post may answer. */
  mayAnswer: z.boolean(),
});
export type Questions = z.infer<typeof Questions>;

/** What is being written. */
export const Writing = z.object({
  id: id.optional(),
  name: words(300, 1),
  leadId: unitIdIn.optional(),
  areaId: unitIdIn.nullish(),
  place: words(300).nullish(),
  themes: z.array(words(80, 1)).max(10).default([]),
  contents: z.partialRecord(ContentKey, words(8000)).default({}),
});
export type Writing = z.infer<typeof Writing>;

export const SignalKind = z.enum(["cloned", "no-output", "all-good", "yearly", "no-reading"]);
export type SignalKind = z.infer<typeof SignalKind>;

/** A question to whoever reviews; it is about what was written or not written, never about a person. */
export const Signal = z.object({
  exemplar: z.object({ id, name: z.string() }).nullable(),
  unit: UnitRef,
  other: z.object({ id, name: z.string() }).nullable(),
  /** cloned: per cent of its words; no-output, no-reading: months since acceptance; all-good: how many, in `year`; yearly: in how many years. */
  count: z.number().int(),
  year: z.number().int().nullable(),
  /** What was said to it, if anything was. */
  said: z.string().nullable(),
});
export type Signal = z.infer<typeof Signal>;

const tag = "exemplars";

export const likenessContract = {
  check: endpoint({
    method: "POST",
    access: "exemplar:register",
    tag,
    path: "/exemplar-likeness",
    summary: "Look for exemplars like the one that is being written; nothing is kept",
  })
    .input(Writing)
    .output(z.object({ items: z.array(Alike) })),
  of: endpoint({
    method: "GET",
    access: "exemplar:view",
    tag,
    path: "/exemplars/{id}/likeness",
    summary: "Read what is like an exemplar, with the passages and what its lead says to it; for its sides only",
  })
    .input(z.object({ id }))
    .output(Questions),
  answer: endpoint({
    method: "POST",
    access: "exemplar:register",
    tag,
    path: "/exemplars/{id}/likeness/{questionId}",
    summary: "Say in what it is different, that it is the same one, or that it learns from the other",
  })
    .input(z.object({ id, questionId: id, answer: LikenessAnswer, said: words(2000).default("") }))
    .output(Questions),
  signals: endpoint({
    method: "GET",
    access: "exemplar:accept",
    tag,
    path: "/exemplar-signals",
    summary: "List questions about the quality of what the own units and their line carry out; internal, no score of people",
  })
    .input(z.object({ kind: SignalKind, page: z.coerce.number().int().min(1).max(100).default(1) }))
    .output(z.object({ items: z.array(Signal), more: z.boolean(), pageSize: z.number().int() })),
};
