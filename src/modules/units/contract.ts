import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import type { UnitId } from "../../kernel/ids.ts";
import type { Text } from "../../kernel/language.ts";
import { nfc } from "../../kernel/text.ts";
import { isCalendarDate } from "../../kernel/time/index.ts";
import { unitKinds } from "./domain.ts";

export { areaKinds, bodyKinds, isArea, socioPoliticalKinds, unitKinds, type AreaKind, type BodyKind } from "./domain.ts";

export const UnitKind = z.enum(unitKinds);
export type UnitKind = z.infer<typeof UnitKind>;

/** A unit's number, from JSON or a query string. */
export const unitIdIn = z.coerce.number().int().min(1).max(2_147_483_647) as unknown as z.ZodType<UnitId, number>;

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

const Day = z.string().refine(isCalendarDate, { error: "YYYY-MM-DD" });
const Name = z.string().trim().min(1).max(300).transform(nfc);

/** `line`: the professional superior in the same organisation; `party`: the committee that leads it; `member`: what it belongs to. */
export const RelationKind = z.enum(["line", "party", "member"]);
export type RelationKind = z.infer<typeof RelationKind>;

/** First and last day, both inclusive; null: open on that side. */
const dated = { from: Day.nullable(), until: Day.nullable() };

/** A child in the tree explorer. */
export const TreeNode = UnitRef.extend({
  /** How many units lie below it, all levels. */
  below: z.number().int(),
});
export type TreeNode = z.infer<typeof TreeNode>;

export const UnitDetails = UnitRef.extend({
  version: z.number().int(),
  parentId: unitIdIn.nullable(),
  ...dated,
  /** From the root down to the parent. */
  ancestors: z.array(UnitRef),
  /** Every name and place the unit has had, oldest first. */
  names: z.array(z.object({ name: z.string(), parent: UnitRef.nullable(), ...dated })),
  codes: z.array(z.object({ system: z.string(), code: z.string(), ...dated })),
  relations: z.array(z.object({ kind: RelationKind, superior: UnitRef, ...dated })),
  /** Bodies and areas directly below it on the day. */
  children: z.array(TreeNode),
  /** Whether the caller's post may edit this unit. */
  editable: z.boolean(),
});
export type UnitDetails = z.infer<typeof UnitDetails>;

const CodeSystem = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9-]{1,30}$/);
const Code = z.string().trim().min(1).max(50);

export const NewUnit = z.object({
  kind: UnitKind,
  name: Name,
  parentId: unitIdIn.nullable(),
  from: Day.nullable().default(null),
  until: Day.nullable().default(null),
  codes: z
    .array(z.object({ system: CodeSystem, code: Code }))
    .max(10)
    .default([]),
  relations: z
    .array(z.object({ kind: RelationKind, superiorId: unitIdIn }))
    .max(10)
    .default([]),
});
export type NewUnit = z.input<typeof NewUnit>;

/** The version that the editor saw; a later one means somebody else was faster. */
const seen = { id: unitIdIn, version: z.number().int().min(1) };
export const Rename = z.object({ ...seen, name: Name, from: Day });
export type Rename = z.infer<typeof Rename>;
/** `code` null takes the code off from that day. */
export const SetCode = z.object({ ...seen, system: CodeSystem, code: Code.nullable(), from: Day });
export type SetCode = z.infer<typeof SetCode>;
/** Line and party have one superior at a time, so a new one ends the old; `ended` takes the relation off from that day. */
export const SetRelation = z.object({ ...seen, kind: RelationKind, superiorId: unitIdIn, from: Day, ended: z.boolean().default(false) });
export type SetRelation = Omit<z.infer<typeof SetRelation>, "ended"> & { ended?: boolean };
export const EndUnit = z.object({ ...seen, lastDay: Day, reason: z.string().trim().max(500).optional() });
export type EndUnit = z.infer<typeof EndUnit>;

const asOf = { asOf: Day.optional() };

/** One row of an import that was not taken, and what to do about it. */
export const RejectedRow = z.object({
  /** Line of the .csv, or place in the .json list, counted from 1 as a person sees it. */
  row: z.number().int(),
  column: z.string().nullable(),
  name: z.string(),
  what: TextIn,
  todo: TextIn,
});
export type RejectedRow = z.infer<typeof RejectedRow>;

export const ImportReport = z.object({
  rows: z.number().int(),
  /** Units that are new, or would be when this is a preview. */
  created: z.number().int(),
  /** Rows that the directory already holds as they are. */
  unchanged: z.number().int(),
  rejected: z.array(RejectedRow),
  /** Whether anything was written. */
  written: z.boolean(),
  /** The first of the new units. */
  sample: z.array(z.object({ row: z.number().int(), name: z.string(), kind: UnitKind, parent: z.string(), ...dated })),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** `preview` writes nothing; `all` writes only when no row is rejected; `good` writes the rows that can be taken. */
export const ImportMode = z.enum(["preview", "all", "good"]);
export type ImportMode = z.infer<typeof ImportMode>;

export const unitsContract = {
  tree: endpoint({
    method: "GET",
    path: "/units",
    access: "unit:view",
    summary: "List the units directly under a unit, or the roots",
    tag: "units",
  })
    .input(z.object({ parent: unitIdIn.optional(), ...asOf }))
    .output(z.array(TreeNode)),
  search: endpoint({
    method: "GET",
    path: "/units/search",
    access: "unit:view",
    summary: "Find units by words of their names or by code, with or without marks",
    tag: "units",
  })
    .input(
      z.object({
        text: z.string().trim().min(1).max(200),
        kinds: z.array(UnitKind).max(30).optional(),
        within: unitIdIn.optional(),
        limit: z.coerce.number().int().min(1).max(100).default(20),
        ...asOf,
      }),
    )
    .output(z.array(UnitRef)),
  get: endpoint({
    method: "GET",
    path: "/units/{id}",
    access: "unit:view",
    summary: "Read a unit with its names, codes and relations",
    tag: "units",
  })
    .input(z.object({ id: unitIdIn, ...asOf }))
    .output(UnitDetails),
  create: endpoint({
    method: "POST",
    path: "/units",
    access: "unit:edit",
    summary: "Add a unit under another",
    tag: "units",
    successStatus: 201,
  })
    .input(NewUnit)
    .output(UnitRef),
  rename: endpoint({
    method: "POST",
    path: "/units/{id}/rename",
    access: "unit:edit",
    summary: "Rename a unit from a day on",
    tag: "units",
  })
    .input(Rename)
    .output(z.object({ version: z.number().int() })),
  setCode: endpoint({
    method: "POST",
    path: "/units/{id}/codes",
    access: "unit:edit",
    summary: "Give a unit a code from a day on, or take it off",
    tag: "units",
  })
    .input(SetCode)
    .output(z.object({ version: z.number().int() })),
  setRelation: endpoint({
    method: "POST",
    path: "/units/{id}/relations",
    access: "unit:edit",
    summary: "Set or end a relation to a superior",
    tag: "units",
  })
    .input(SetRelation)
    .output(z.object({ version: z.number().int() })),
  end: endpoint({ method: "POST", path: "/units/{id}/end", access: "unit:edit", summary: "End a unit after its last day", tag: "units" })
    .input(EndUnit)
    .output(z.object({ version: z.number().int() })),
  import: endpoint({
    method: "POST",
    path: "/units/import",
    access: "unit:edit",
    summary: "Preview or import units from a .csv or .json file",
    description: "Every row that cannot be taken comes back with what is wrong and what to do.",
    tag: "units",
  })
    .input(z.object({ file: z.file().max(25 * 1024 * 1024), mode: ImportMode, under: unitIdIn.optional() }))
    .output(ImportReport),
  addressees: endpoint({
    method: "GET",
    path: "/units/addressees",
    access: "unit:view",
    summary: "Say whom an addressee expression means on a day, and whom it does not",
    tag: "units",
  })
    .input(z.object({ expression: z.string().trim().min(1).max(500), issuer: unitIdIn, asOf: Day }))
    .output(Addressees),
};
