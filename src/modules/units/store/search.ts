import { sql } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { UnitKind, UnitRef } from "../contract.ts";
import { refOf, versionOn, type Place } from "./reading.ts";

export type SearchOptions = { asOf?: string; kinds?: readonly UnitKind[]; within?: UnitId; limit?: number };

/**
 * Units whose name has every word, each in one of its spellings (folded), or whose code begins with `code`. Best first: the
 * name begins with the first word, shorter names, the order of the tree. `parents`: the name of what the unit lies in counts
 * too ("tổ 3 đông kinh"); slower, since no index holds both.
 */
export async function findByWords(
  db: Database,
  words: readonly (readonly string[])[],
  code: string,
  { asOf, kinds, within, limit = 20, parents = false }: SearchOptions & { parents?: boolean },
): Promise<UnitRef[]> {
  const name = parents ? sql`(edge.name_search || ' ' || coalesce(above.name_search, ''))` : sql`edge.name_search`;
  const patterns = words.map((spellings) => spellings.map((spelling) => `%${spelling.replace(/[\\%_]/g, String.raw`\$&`)}%`));
  const everyWord =
    patterns.length === 0
      ? sql`false`
      : sql.join(
          patterns.map((spellings) => sql`${name} like any(${spellings}::text[])`),
          sql` and `,
        );
  const start = words[0]?.[0] ?? "";
  const { rows } = await sql<Pick<Place, "id" | "name" | "kind" | "parentName">>`
    select place.unit_id as id, place.name, place.kind, parent.name as "parentName"
    from tree_version version
    join unit_at place on place.ver = version.ver
    join unit_edge edge on edge.unit_id = place.unit_id and edge.valid && version.valid
    left join unit_edge above on ${parents}::boolean and above.unit_id = place.parent_id and above.valid && version.valid
    left join unit_at parent on parent.ver = place.ver and parent.unit_id = place.parent_id
    where version.ver = ${versionOn(asOf)}
      and (${everyWord}
        or exists (select from unit_code where unit_code.unit_id = place.unit_id and unit_code.valid && version.valid and starts_with(code, ${code})))
      and (${kinds ? [...kinds] : null}::text[] is null or place.kind = any(${kinds ? [...kinds] : null}::text[]))
      and (${within ?? null}::int is null or place.lo between
        (select lo from unit_at where ver = version.ver and unit_id = ${within ?? null}::int) and
        (select hi from unit_at where ver = version.ver and unit_id = ${within ?? null}::int))
    order by starts_with(edge.name_search, ${start}) desc, length(place.name), place.lo
    limit ${limit}
  `.execute(db);
  return rows.map(refOf);
}
