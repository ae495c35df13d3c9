import { z } from "zod";
import { saidWords } from "../../kernel/numbers.ts";
import { nfc } from "../../kernel/text.ts";
import { isCalendarDate } from "../../kernel/time/index.ts";
import { unitIdIn } from "../units/contract.ts";

export const TextOut = z.object({ vi: z.string(), en: z.string() });
export const Day = z.string().refine(isCalendarDate, { error: "YYYY-MM-DD" });
/** Hour and minute on the wall clock in Vietnam. */
export const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "HH:MM" });
export const words = (max: number, min = 0) => z.string().trim().min(min).max(max).transform(nfc);

/** Planned is never counted; a cancelled one stays readable with its reason. */
export const ActivityState = z.enum(["planned", "done", "cancelled"]);
export type ActivityState = z.infer<typeof ActivityState>;

/** Who wrote it: the unit itself, or somebody for it: by dictation, or from a paper form. */
export const Source = z.enum(["self", "dictated", "paper"]);
export type Source = z.infer<typeof Source>;

/** `value` a decimal string ("1250", "12.5"); money in whole đồng. `said`: the word it was said with, null when it is exact. */
export const Amount = z.object({ value: z.string(), said: z.enum(saidWords).nullable() });
export type Amount = z.infer<typeof Amount>;

/** The clause of a plan that an activity serves, with its words. */
export const Serves = z.object({
  workId: z.uuid().nullable(),
  planId: z.uuid(),
  itemId: z.string(),
  clause: z.string(),
  quote: z.string(),
  /** What the plan is called: "Kế hoạch 12/KH-MTTQ-BTT ngày 05/01/2026". */
  label: z.string().nullable(),
});
export type Serves = z.infer<typeof Serves>;

/** One of the duties that were offered; the server takes the clause's words from there. */
export const ServesInput = z.object({ workId: z.uuid() });

/** A number as it was typed: "hơn 100", "553 triệu", "1.500.000". Empty takes it off. */
const typed = z.string().trim().max(60).nullish();

/**
 * What a person gives. The first three are enough. On editing, what is absent stays and null (or an empty text) takes off;
 * a form with files leaves it out or sends an empty text.
 */
export const ActivityInput = z.object({
  kind: z.string().min(1).max(40),
  name: words(300, 1),
  onDate: Day,
  /** Absent: the own unit. */
  leadId: unitIdIn.optional(),
  /** Absent: done, or planned when its last day has not come. */
  state: z.enum(["planned", "done"]).optional(),
  untilDate: Day.or(z.literal("")).nullish(),
  startTime: Time.or(z.literal("")).nullish(),
  place: words(300).nullish(),
  partners: z.array(unitIdIn).max(30).optional(),
  turns: typed,
  gifts: typed,
  money: typed,
  labour: typed,
  summary: words(8000).nullish(),
  /** The kind's own fields by key, each as it was typed. */
  details: z.record(z.string().max(40), z.coerce.string().max(1000)).optional(),
  source: Source.optional(),
  /** Null takes the clause off. */
  serves: ServesInput.nullish(),
});
export type ActivityInput = z.infer<typeof ActivityInput>;

/** How often a recurring activity comes round. A day past the month's end means its last day; `weekday` 1 is Monday. */
export const Rhythm = z.discriminatedUnion("every", [
  z.object({ every: z.literal("week"), weekday: z.int().min(1).max(7) }),
  z.object({ every: z.literal("month"), day: z.int().min(1).max(31) }),
  /** "Thứ bảy đầu tiên của tháng": `nth` 1–4, 5 is the last. */
  z.object({ every: z.literal("month-weekday"), weekday: z.int().min(1).max(7), nth: z.int().min(1).max(5) }),
  z.object({ every: z.literal("quarter"), month: z.int().min(1).max(3), day: z.int().min(1).max(31) }),
  z.object({ every: z.literal("year"), month: z.int().min(1).max(12), day: z.int().min(1).max(31) }),
]);
export type Rhythm = z.infer<typeof Rhythm>;
