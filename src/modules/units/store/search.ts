import { sql, type RawBuilder } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { UnitKind, UnitRef } from "../contract.ts";
import { day, refOf, versionOn, type Place, whereItLies } from "./reading.ts";

export type SearchOptions = { asOf?: string; kinds?: readonly UnitKind[]; within?: UnitId; limit?: number };

/**
 * Units whose name has every word, each in one of its spellings (folded), or whose code begins with `code`. Best first: more
 * words found whole ("xã Tân 7" before "xã Tân 17"), the name begins with the first word, shorter names, the tree's order. `parents`: the name of what the unit lies in counts
 * too ("tổ 3 đông kinh"); slower, since no index holds both.
 */
export async function findByWords(
  db: Database,
  words: readonly (readonly string[])[],
  code: string,
  { asOf, kinds, within, limit = 20, parents = false }: SearchOptions & { parents?: boolean },
): Promise<UnitRef[]> {
  const { name, everyWord, anyWord, allKnown } = conditions(words, parents);
  const start = words[0]?.[0] ?? "";
  const { rows } = await sql<Pick<Place, "id" | "name" | "kind" | "parentName">>`
    with hit as materialized (
      select edge.unit_id, ${name} as name from unit_edge edge
      ${parents ? sql`join unit_edge above on above.unit_id = edge.parent_id and above.valid @> ${day(asOf)}` : sql``}
      where ${allKnown} and edge.valid @> ${day(asOf)} and ${anyWord} and ${everyWord}
      union all
      select unit_id, '' from unit_code where valid @> ${day(asOf)} and code like ${`${escaped(code)}%`}
    )
    select place.unit_id as id, place.name, place.kind, ${whereItLies} as "parentName"
    from (select unit_id, max(name) as name from hit group by unit_id) found
    join unit_at place on place.ver = ${versionOn(asOf)} and place.unit_id = found.unit_id
    left join unit_at parent on parent.ver = place.ver and parent.unit_id = place.parent_id
    where (${kinds ? [...kinds] : null}::text[] is null or place.kind = any(${kinds ? [...kinds] : null}::text[]))
      and (${within ?? null}::int is null or place.lo between
        (select lo from unit_at where ver = place.ver and unit_id = ${within ?? null}::int) and
        (select hi from unit_at where ver = place.ver and unit_id = ${within ?? null}::int))
    order by (select count(*) from unnest(${words.map(([word]) => word)}::text[]) as word where ' ' || found.name || ' ' like '% ' || word || ' %') desc,
             starts_with(found.name, ${start}) desc, length(place.name), place.lo
    limit ${limit}
  `.execute(db);
  return rows.map(refOf);
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, String.raw`\$&`);

/**
 * Each spelling is a condition of its own (`like any` cannot use the trigram index). `anyWord` lets the index narrow things
 * down when names above count too, where no index can hold both names. `allKnown` is asked of the index once: most of what people
 * type into the search box of everything is words that no unit's name has, and then nothing need be joined.
 */
function conditions(words: readonly (readonly string[])[], parents: boolean) {
  if (words.length === 0) return { name: sql`edge.name_search`, everyWord: sql`false`, anyWord: sql`true`, allKnown: sql`true` };
  const either = (name: RawBuilder<unknown>, spellings: readonly string[]) =>
    sql`(${sql.join(
      spellings.map((spelling) => sql`${name} like ${`%${escaped(spelling)}%`}`),
      sql` or `,
    )})`;
  const own = sql`edge.name_search`;
  const name = parents ? sql`(edge.name_search || ' ' || above.name_search)` : own;
  return {
    name,
    everyWord: sql.join(
      words.map((spellings) => either(name, spellings)),
      sql` and `,
    ),
    anyWord: parents ? either(own, words.flat()) : sql`true`,
    allKnown: parents
      ? sql.join(
          words.map((spellings) => sql`exists (select from unit_edge known where ${either(sql`known.name_search`, spellings)})`),
          sql` and `,
        )
      : sql`true`,
  };
}
