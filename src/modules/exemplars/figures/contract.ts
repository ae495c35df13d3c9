import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";
import { unitIdIn, UnitRef } from "../../units/contract.ts";
import { ExemplarField, ExemplarKind } from "../shapes.ts";

const count = z.number().int();

/** How far those of the year have come; every stage is part of the one before, but awards, which need no recognition. */
export const Stages = z.object({
  registered: count,
  accepted: count,
  /** Organised, or carried out before. */
  carriedOut: count,
  recognised: count,
  /** Recognised above the commune: what is called typical. */
  typical: count,
  awarded: count,
});
export type Stages = z.infer<typeof Stages>;

/** Of the year's: copies of others. Of all years: those running today. */
export const BoardCounts = Stages.extend({ copies: count, running: count });
export type BoardCounts = z.infer<typeof BoardCounts>;

export const Board = z.object({
  unit: UnitRef,
  year: z.number().int(),
  /** When the oldest of its parts was counted: nothing has changed since. */
  countedAt: z.iso.datetime({ offset: true }),
  counts: BoardCounts,
  fields: z.array(BoardCounts.extend({ field: ExemplarField.nullable() })),
  kinds: z.array(BoardCounts.extend({ kind: ExemplarKind })),
  /** Areas directly below, each once, those without an exemplar as well. Null: bodies of the area's own level. */
  places: z.array(BoardCounts.extend({ unit: UnitRef.nullable() })),
  /** Communes (of a commune: residential areas) with an exemplar that runs or was registered in the year. */
  coverage: z.object({ covered: count, of: count }),
});
export type Board = z.infer<typeof Board>;

export const boardsContract = {
  read: endpoint({
    method: "GET",
    access: "exemplar:view",
    tag: "exemplars",
    path: "/exemplar-boards",
    summary: "From registration to award, by field, kind and area, in a year",
    description: "Of the area of the own post, or of one below. One lead counts an exemplar, once at every level.",
  })
    .input(z.object({ unitId: unitIdIn.optional(), year: z.coerce.number().int().min(1990).max(2100).optional() }))
    .output(Board),
};
