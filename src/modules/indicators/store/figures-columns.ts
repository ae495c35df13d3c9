import { sql, type RawBuilder } from "kysely";
import { slots } from "../domain/figures.ts";

/** Fragments over the columns v1 … v32 (and a, c beside them): written once here, since SQL has no loops over columns. */

/** "v1, v2, …" of these slots, each as `column(name)` gives it. */
export const each = (letter: "a" | "c" | "v", of: readonly number[], column: (name: string) => string = (name) => name): string =>
  of.map((slot) => column(`${letter}${slot}`)).join(", ");

export const allColumns = (["a", "c", "v"] as const).map((letter) => each(letter, slots)).join(", ");
export const values = each("v", slots);

/** "v1 = excluded.v1, …" */
export const replacing = (letter: "a" | "c" | "v"): string => each(letter, slots, (name) => `${name} = excluded.${name}`);

/** A row's numbers as one array of text: a driver turns one column into a value much faster than ninety. */
export const packed = (letter: "a" | "c" | "v", of: readonly number[], column?: (name: string) => string): RawBuilder<string> =>
  sql.raw(`array[${each(letter, of, column)}]::text[]`);
