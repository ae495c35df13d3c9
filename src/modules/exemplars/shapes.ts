import { z } from "zod";
import { saidWords } from "../../kernel/numbers.ts";
import { nfc } from "../../kernel/text.ts";
import { isCalendarDate } from "../../kernel/time/index.ts";
import { unitIdIn, UnitRef } from "../units/contract.ts";

export const TextOut = z.object({ vi: z.string(), en: z.string() });
export const Day = z.string().refine(isCalendarDate, { error: "YYYY-MM-DD" });
export const words = (max: number, min = 0) => z.string().trim().min(min).max(max).transform(nfc);
export const id = z.uuid();
export const version = z.coerce.number().int().min(1);

/** What may be registered: a model, a construction or common work, an exemplary person or collective, a self-governing group … */
export const exemplarKinds = ["model", "works", "person", "group", "self-government", "friendly-government", "creative-activity"] as const;
export const ExemplarKind = z.enum(exemplarKinds);
export type ExemplarKind = z.infer<typeof ExemplarKind>;

/** The four fields of the movement. */
export const exemplarFields = ["economy", "culture-society", "defence-security", "political-system"] as const;
export const ExemplarField = z.enum(exemplarFields);
export type ExemplarField = z.infer<typeof ExemplarField>;

/** The contents of the registration form after the name, in its order. */
export const contentKeys = ["situation", "goals", "method", "area", "forces", "resources", "time", "output", "sustaining"] as const;
export const ContentKey = z.enum(contentKeys);
export type ContentKey = z.infer<typeof ContentKey>;

/** Two streams: what is carried out already, and what is new. */
export const Stream = z.enum(["existing", "new"]);
export type Stream = z.infer<typeof Stream>;

export const exemplarStates = ["draft", "registered", "returned", "accepted", "stopped", "withdrawn"] as const;
export const ExemplarState = z.enum(exemplarStates);
export type ExemplarState = z.infer<typeof ExemplarState>;

export const RoundState = z.enum(["draft", "open", "closed", "cancelled"]);
export type RoundState = z.infer<typeof RoundState>;

export const Level = z.enum(["commune", "province", "centre"]);
export type Level = z.infer<typeof Level>;

export const Amount = z.object({ value: z.string(), said: z.enum(saidWords).nullable() });
export type Amount = z.infer<typeof Amount>;

export const PartnerPart = z.enum(["coordinate", "join"]);
export type PartnerPart = z.infer<typeof PartnerPart>;

export const PartnerIn = z.object({ unitId: unitIdIn, part: PartnerPart });
export const Partner = z.object({ unit: UnitRef, part: PartnerPart });

/** A goal as a figure; numbers as they are typed ("85,5", "hơn 100" is no goal). Decimal strings on the way out. */
export const GoalIn = z.object({
  name: words(200, 1),
  unit: words(40, 1),
  baseline: z.string().trim().max(40).nullish(),
  goal: z.string().trim().min(1).max(40),
});
export const Goal = z.object({
  id,
  name: z.string(),
  unit: z.string(),
  baseline: z.string().nullable(),
  goal: z.string(),
  /** The last reading. */
  reached: z.object({ value: z.string(), said: z.string().nullable(), onDate: Day }).nullable(),
});
export type Goal = z.infer<typeof Goal>;

export const Contents = z.partialRecord(ContentKey, z.string());
export type Contents = z.infer<typeof Contents>;

/** One field of a body's own list, and which of the four it belongs to. */
export const LocalField = z.object({ code: words(40, 1), label: words(120, 1), field: ExemplarField });
export type LocalField = z.infer<typeof LocalField>;

export const Count = z.object({ kind: ExemplarKind, count: z.number().int().min(1).max(1000) });
export type Count = z.infer<typeof Count>;

/** Ones whose kind and theme the body has fixed for a unit. */
export const Allotment = Count.extend({ theme: words(200).default("") });
export type Allotment = z.infer<typeof Allotment>;

export const RoundUnitIn = z.object({
  unitId: unitIdIn,
  /** At least so many new ones in the round's period. */
  leastNew: z.number().int().min(0).max(1000).nullish(),
  leastRecognised: z.partialRecord(Level, z.number().int().min(0).max(1000)).default({}),
  allotted: z.array(Allotment).max(20).default([]),
});
export type RoundUnitIn = z.infer<typeof RoundUnitIn>;
