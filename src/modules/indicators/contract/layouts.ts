import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";
import { nfc } from "../../../kernel/text.ts";
import { UnitRef } from "../../units/contract.ts";
import { CellKey } from "./cells.ts";

const words = (max: number) => z.string().trim().max(max).transform(nfc);

/** What a column of a list of activities holds. */
export const ActivityField = z.enum([
  "number",
  "date",
  "until",
  "kind",
  "name",
  "place",
  "lead",
  "leadCode",
  "area",
  "partners",
  "turns",
  "gifts",
  "money",
  "labour",
  "summary",
  "plan",
]);
export type ActivityField = z.infer<typeof ActivityField>;

/** What a column of a list of units holds, besides figures. */
export const UnitField = z.enum(["number", "name", "area", "code", "period", "state"]);
export type UnitField = z.infer<typeof UnitField>;

const width = z.number().min(2).max(100).optional();

/**
 * A sheet as data. `activities`: one row per activity of the period; `units`: one row per unit with its figures.
 * In titles {kỳ}, {từ}, {đến}, {đơn vị}, {địa bàn}, {biểu} are filled in.
 */
export const LayoutContent = z.discriminatedUnion("rows", [
  z.object({
    rows: z.literal("activities"),
    sheet: words(31),
    titles: z.array(words(300)).max(6),
    columns: z
      .array(z.object({ header: words(120), field: ActivityField, width }))
      .min(1)
      .max(60),
  }),
  z.object({
    rows: z.literal("units"),
    sheet: words(31),
    titles: z.array(words(300)).max(6),
    columns: z
      .array(
        z.union([
          z.object({ header: words(120), field: UnitField, width }),
          /** `header` empty: the dictionary's name and unit. */
          z.object({ header: words(300).default(""), cell: CellKey, width }),
          /** In this place, a column for each cell that the export was asked for. */
          z.object({ header: z.literal("").default(""), cells: z.literal("asked"), width }),
        ]),
      )
      .min(1)
      .max(200),
    /** A last row with what the column adds up to; empty where a sum is refused. */
    total: z.boolean().default(true),
  }),
]);
export type LayoutContent = z.infer<typeof LayoutContent>;

export const Layout = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** Null: shipped. */
  owner: UnitRef.nullable(),
  content: LayoutContent,
  version: z.int(),
  can: z.array(z.enum(["edit", "remove"])),
});
export type Layout = z.infer<typeof Layout>;

const id = z.string().regex(/^[a-z0-9-]{1,60}$/);
const version = z.coerce.number().int().min(1);
const read = { method: "GET", access: "indicator:view", tag: "indicators" } as const;
const define = { method: "POST", access: "indicator:define", tag: "indicators" } as const;
const input = z.object({ name: words(200).pipe(z.string().min(1)), description: words(1000).default(""), content: LayoutContent });

/**
 * Layouts of spreadsheets that leave the system. Files out: GET /files/indicators/export?layout=…&calendar=…&period=…&area=…
 * with `cells` (comma between), `series` (comma between), `tier`, or `round` in place of period, area and cells.
 */
export const layoutsContract = {
  list: endpoint({ ...read, path: "/indicators/layouts", summary: "List layouts: shipped ones and those of one's units" })
    .input(z.object({}))
    .output(z.array(Layout)),
  create: endpoint({ ...define, path: "/indicators/layouts", summary: "Add a layout of one's own unit", successStatus: 201 })
    .input(input)
    .output(Layout),
  edit: endpoint({ ...define, method: "PUT", path: "/indicators/layouts/{id}", summary: "Change a layout of one's own unit" })
    .input(input.extend({ id, version }))
    .output(Layout),
  remove: endpoint({ ...define, method: "DELETE", path: "/indicators/layouts/{id}", summary: "Remove a layout of one's own unit" })
    .input(z.object({ id, version }))
    .output(z.object({})),
};
