import { sql, type RawBuilder } from "kysely";

/** A word as it stands in a pattern of `like`. */
export const escaped = (word: string): string => word.replace(/[\\%_]/g, "\\$&");

/** What has all the words, with or without marks: one text however many there are, so that the plan of a recursive statement is kept. */
export const hasAll = (text: RawBuilder<unknown>, words: readonly string[]): RawBuilder<unknown> =>
  sql`${text} like all (array(select '%' || vi_fold(word) || '%' from unnest(${words.map(escaped)}::text[]) word))`;

/** What `award a` is looked for by. */
export const awardSays = sql`vi_fold(coalesce(a.printed_name, '') || ' ' || coalesce(a.printed_unit, '') || ' ' || a.deed || ' ' || a.number)`;
