import type { ExemplarId, UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { Contents } from "../shapes.ts";
import { byWeight, likenessOf, type Compared, type LikenessReason } from "./domain.ts";
import { groundsOf, sharingPrints, sketchesOf } from "./list-store.ts";
import { nearBy, type Sketch } from "./nearby.ts";
import { comparedOf } from "./store.ts";
import { printsOf } from "./texts.ts";

/** A row of an old list, as far as likeness goes. */
export type ListRow = { line: number; name: string; leadId: UnitId; themes: readonly string[]; place: string | null; contents: Contents };

/** What the register holds that a row is like. `words`: the longest run of words that stands in both. */
export type Near = {
  id: ExemplarId;
  name: string;
  leadId: UnitId;
  year: number | null;
  reasons: LikenessReason[];
  score: number;
  words: string | null;
};

/** Communes looked at in one go: what is held at once stays small, however many a list names. */
const groundsAtOnce = 200;
/** Of a row's runs so many are looked up: of a text that was copied, most stand in the other. */
const printsAsked = 12;
const mostTold = 3;

/**
 * What each row of a list looks like, of what its reader may see: of the same commune by name, place and theme; of anywhere by its
 * wording. Names alike elsewhere are left to the comparison by night, which asks about whatever was taken in.
 */
export async function likenessOfList(
  db: Database,
  rows: readonly ListRow[],
  { year, reachable }: { year: number | null; reachable: readonly UnitId[] },
): Promise<Map<number, Near[]>> {
  const grounds = await groundsOf(db, [...new Set(rows.map(({ leadId }) => leadId))]);
  const groundOf = (lead: UnitId) => grounds.get(lead) ?? lead;
  const near = new Map<number, Set<string>>(rows.map(({ line }) => [line, new Set()]));
  const byGround = [...Map.groupBy(rows, ({ leadId }) => groundOf(leadId))];
  for (let at = 0; at < byGround.length; at += groundsAtOnce) {
    const part = byGround.slice(at, at + groundsAtOnce);
    const around = await sketchesOf(
      db,
      part.map(([ground]) => ground),
      reachable,
    );
    const sketches = part.flatMap(([ground, all]) => all.map((row): Sketch => ({ ...row, id: String(row.line), ground: String(ground) })));
    for (const [line, ids] of nearBy(sketches, around)) for (const id of ids) near.get(Number(line))?.add(id);
  }
  const printed = rows.map(({ line, contents }) => ({ line, prints: spread(printsOf(contents), printsAsked) }));
  for (const { line, id } of await sharingPrints(db, printed, reachable)) near.get(line)?.add(id);
  const others = new Map(
    (await comparedOf(db, [...new Set([...near.values()].flatMap((ids) => [...ids]))] as ExemplarId[])).map((one) => [
      one.id as string,
      one,
    ]),
  );
  return new Map(
    rows.map((row) => {
      const ground = groundOf(row.leadId);
      const mine: Compared = { ...row, id: null, areaId: null, communeId: ground === row.leadId ? null : ground, year, copiedFrom: null };
      const told = [...(near.get(row.line) ?? [])]
        .flatMap((id) => {
          const other = others.get(id);
          const likeness = other && likenessOf(mine, other, { old: true });
          return other && likeness ? [{ other, likeness }] : [];
        })
        .toSorted((a, b) => byWeight(a.likeness, b.likeness))
        .slice(0, mostTold)
        .map(({ other, likeness: { reasons, score, passages } }): Near => {
          const longest = passages.toSorted((a, b) => b.words - a.words)[0]?.mine;
          return {
            id: other.id,
            name: other.name,
            leadId: other.leadId as UnitId,
            year: other.year,
            reasons,
            score,
            words: longest ? (row.contents[longest.key] ?? "").slice(longest.from, longest.until).slice(0, 200) : null,
          };
        });
      return [row.line, told];
    }),
  );
}

/** So many of them, from all over. */
const spread = (prints: readonly number[], most: number): number[] =>
  prints.length <= most ? [...prints] : Array.from({ length: most }, (_, at) => prints[Math.floor((at * prints.length) / most)] ?? 0);
