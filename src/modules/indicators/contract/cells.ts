import { z } from "zod";
import { quotient } from "../../../kernel/decimals.ts";
import type { IndicatorId } from "../../../kernel/ids.ts";

/** An indicator's number, from JSON or a query string. */
export const indicatorIdIn = z.coerce.number().int().min(1).max(2_147_483_647) as unknown as z.ZodType<IndicatorId, number>;

/** Where a figure stands: an indicator, or one member of its dimension. `member` empty: the whole. */
export type Cell = { indicatorId: IndicatorId; member: string };

/** A cell as text: `"12"`, or `"12:economy"` for a member of its dimension. */
export const CellKey = z.string().regex(/^\d{1,10}(:[a-z0-9-]{1,60})?$/);
export type CellKey = z.infer<typeof CellKey>;

export const cellKey = ({ indicatorId, member }: { indicatorId: number; member: string }): CellKey =>
  member === "" ? String(indicatorId) : `${indicatorId}:${member}`;

export function cellOf(key: CellKey): Cell {
  const [id = "", member = ""] = key.split(":");
  return { indicatorId: Number(id) as IndicatorId, member };
}

/** Decimal string with a point: "1234.5". Yes and no are "1" and "0". */
export const Decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/, {
  error: "Chỉ nhận số, dùng dấu chấm cho phần thập phân. / Numbers only, with a point for decimals.",
});

/** A figure as it is kept: one value, or the two numbers of a ratio (then `value` is null). Null is empty. */
export const Figure = z.object({
  value: Decimal.nullable(),
  numerator: Decimal.nullable().optional(),
  denominator: Decimal.nullable().optional(),
});
export type Figure = z.infer<typeof Figure>;

/** Per cent of a ratio or a share, one decimal place unless said otherwise; null when there is nothing to divide by. */
export const percentOf = ({ numerator, denominator }: Figure, places = 1): string | null =>
  numerator && denominator ? quotient(numerator, denominator, { factor: 100n, places }) : null;

/** A list in a query string: repeated, or in one text with commas ("12,13:economy"). */
export const listIn = <T extends z.ZodType>(item: T, most: number) =>
  z.union([
    z.array(item).min(1).max(most),
    z
      .string()
      .transform((text) => text.split(",").map((part) => part.trim()))
      .pipe(z.array(z.any()).min(1).max(most))
      .pipe(z.array(item) as unknown as z.ZodType<z.infer<T>[], unknown[]>),
  ]);
