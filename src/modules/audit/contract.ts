import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import type { PersonId, Thing, UnitId } from "../../kernel/ids.ts";
import type { Text } from "../../kernel/language.ts";

/** What fits into a jsonb column; keys with `undefined` are left out. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** One act, as the slice that does it tells it; who and when are added by `recordAct`. */
export type Act = {
  /** `module:verb`, a key of the slice's `actNames`. */
  act: string;
  thing: Thing;
  /** The unit that the act was done on; decides which auditors see it. */
  unitId?: UnitId;
  /** What was and what is, as far as it changed. No personal values: they would outlive an erasure. */
  before?: Json;
  after?: Json;
  /** The reason, as the person typed it. */
  note?: string;
  /** Values about one person, sealed with that person's key. */
  personal?: { subject: PersonId; values: Json };
};

/** What an act is called in a history, as the verb phrase after the name: `{ "unit:rename": { vi: "đổi tên đơn vị", … } }`. */
export type ActNames = Record<string, Text>;
/** What a key of before/after is called; keys without a name are not shown. */
export type FieldNames = Record<string, Text>;

const TextIn = z.object({ vi: z.string(), en: z.string() });

export const HistoryEntry = z.object({
  id: z.string(),
  /** ISO instant. */
  at: z.string(),
  act: z.string(),
  /** "Lê Thị Hạnh (Người điều phối, MTTQ tỉnh Tân Giang) ban hành kế hoạch" */
  sentence: TextIn,
  /** The reason that the person gave. */
  note: z.string().nullable(),
  changes: z.array(z.object({ field: TextIn, before: z.string().nullable(), after: z.string().nullable() })),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const auditContract = {
  history: endpoint({
    method: "GET",
    path: "/audit/history",
    access: "signed-in",
    summary: "Read what was done to a thing, newest first",
    description: "Answers only for a thing that the caller may see; anything else is not found.",
    tag: "audit",
  })
    .input(
      z.object({
        kind: z.string().regex(/^[a-z-]{1,40}$/),
        id: z.string().min(1).max(100),
        /** Continue before this entry's id. */
        before: z
          .string()
          .regex(/^\d{1,18}$/)
          .optional(),
      }),
    )
    .output(z.object({ entries: z.array(HistoryEntry), more: z.boolean() })),
};
