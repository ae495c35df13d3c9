import { z } from "zod";
import type { UnitId } from "../../kernel/ids.ts";
import type { Text } from "../../kernel/language.ts";

/** Areas from the top down, then bodies. Whether a commune is a xã or a phường is in its name, not in its kind. */
export const areaKinds = ["country", "province", "district", "commune", "residential-area"] as const;
export const bodyKinds = [
  "party-committee",
  "peoples-council",
  "peoples-committee",
  "front",
  "trade-union",
  "farmers-union",
  "womens-union",
  "youth-union",
  "veterans",
  "department",
  "armed-force",
  "school",
  "steering-committee",
  "board",
  "office",
  "other-body",
] as const;
export const unitKinds = [...areaKinds, ...bodyKinds] as const;

export type AreaKind = (typeof areaKinds)[number];
export type BodyKind = (typeof bodyKinds)[number];
export const UnitKind = z.enum(unitKinds);
export type UnitKind = z.infer<typeof UnitKind>;

export const isArea = (kind: UnitKind): kind is AreaKind => (areaKinds as readonly string[]).includes(kind);

/** The five socio-political organisations (tổ chức chính trị - xã hội). */
export const socioPoliticalKinds = [
  "trade-union",
  "farmers-union",
  "womens-union",
  "youth-union",
  "veterans",
] as const satisfies BodyKind[];

export const unitIdIn = z.coerce
  .number()
  .int()
  .min(1)
  .max(2_147_483_647)
  .transform((value) => value as UnitId);

/** A unit as lists and pickers show it. */
export const UnitRef = z.object({
  id: unitIdIn,
  name: z.string(),
  kind: UnitKind,
  /** What it lies in or belongs to: names repeat (there are many xã Tân Tiến), so lists show both. */
  areaName: z.string().optional(),
});
export type UnitRef = z.infer<typeof UnitRef>;

/**
 * What an edge of a plan asks of a unit: assign (giao), request (đề nghị), coordinate (phối hợp), inform (kính báo).
 * The relation of the two bodies decides, an editor confirms.
 */
export const Edge = z.enum(["assign", "request", "coordinate", "inform"]);
export type Edge = z.infer<typeof Edge>;

const TextIn: z.ZodType<Text> = z.object({ vi: z.string(), en: z.string() });

export const Addressees = z.object({
  units: z.array(UnitRef),
  /** Near misses: of the right kind or in the right place, but not meant; with the reason. */
  left: z.array(z.object({ unit: UnitRef, why: TextIn })),
  /** What was understood, in words; null: nothing was, ask the editor. */
  understood: TextIn.nullable(),
  /** Pieces of the expression that were not understood or name nobody in the directory. */
  unclear: z.array(z.object({ piece: z.string(), why: TextIn })),
});
export type Addressees = z.infer<typeof Addressees>;
