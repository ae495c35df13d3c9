import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { unitId } from "../../../kernel/ids.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import { exemplarFields, exemplarKinds } from "../../exemplars/contract.ts";
import { lineReaches, unitsByIds } from "../../units/index.ts";
import { withhold, type Counts } from "../domain/withhold.ts";
import { say } from "../messages.ts";
import { mayPublish } from "../policy.ts";
import type { ShownStatistics } from "../shapes.ts";
import { editionsShown } from "../store/publications.ts";
import { tallies, type Tally } from "../store/sources.ts";
import { noFacets, type Ask, type Seen, type Showing } from "./seen.ts";

/** What is counted, in the order of the columns. */
export const columns = ["new", "kept", "recognised", "copied"] as const;

/** Each column is a count of its own: a model may be new and recognised. Only rows add up. */
function tableOf(key: string, rows: readonly string[], found: readonly Tally[], before: readonly ShownStatistics[]) {
  const names = [...rows, ...(found.some(({ row }) => row === "") ? [""] : [])];
  const cell = (row: string, column: string): number => found.find((each) => each.row === row && each.column === column)?.count ?? 0;
  const split = columns.map((column) => {
    const counts: Counts = { rows: names, columns: [column], cells: names.map((row) => [cell(row, column)]) };
    const earlier = before.flatMap(({ tables }) => {
      const table = tables.find((each) => each.key === key);
      const at = table?.columns.indexOf(column) ?? -1;
      // A column stands for itself: its sum over the rows is the last row, and once more the whole.
      return table && at >= 0
        ? [{ rows: table.rows, columns: [column], cells: table.cells.map((row) => [row[at] ?? null, row[at] ?? null]) }]
        : [];
    });
    return withhold(counts, earlier).cells.map((row) => row[0] ?? null);
  });
  return {
    key,
    rows: names,
    columns: [...columns],
    // The last row is the sum.
    cells: [...names, "sum"].map((_, r) => split.map((column) => column[r] ?? null)),
  };
}

/** Statistics of a body's line in one year; thing "<unit>-<year>". */
export async function showStatistics({ db, clock }: Showing, actor: Actor, { thingId, choice }: Ask): Promise<Seen> {
  const [, unit = "", yearText = ""] = /^(\d{1,9})-(\d{4})$/.exec(thingId) ?? [];
  const id = unitId(Number(unit));
  const named = unit ? (await unitsByIds(db, [id])).get(id) : undefined;
  if (!named || !mayPublish(actor, { own: await lineReaches(db, actor.unitId, id) })) throw problem("not_found", say("noThing"));
  const year = Number(yearText);
  const [{ byField, byKind }, before] = await Promise.all([
    tallies(db, id, year),
    editionsShown<ShownStatistics>(db, "statistics", thingId),
  ]);
  const tables = [tableOf("field", exemplarFields, byField, before), tableOf("kind", exemplarKinds, byKind, before)];
  const whole = byKind.reduce((sum, { count }) => sum + count, 0);
  return {
    unitId: id,
    unitName: named.name,
    title: `Số liệu phong trào “Dân vận khéo” năm ${year} – ${named.name}`,
    shown: { words: "", unit: named.name, year, asOf: vietnamDate(clock()), tables: guarded(tables) },
    facets: { ...noFacets, year },
    parts: [],
    choice,
    blocked: whole === 0 ? say("noYear") : null,
    notes: tables.some(({ cells }) => cells.flat().includes(null)) ? [say("noteWithheld")] : [],
    needsConsent: false,
  };
}

/**
 * Both tables state the same sums: one that is withheld in either is withheld in both. Where it could then be added up from
 * rows that are all shown, the smallest of them goes too.
 */
function guarded<T extends { columns: string[]; cells: (number | null)[][] }>(tables: T[]): T[] {
  const last = (table: T): (number | null)[] => table.cells.at(-1) ?? [];
  const hidden = columns.map((_, c) => tables.some((table) => last(table)[c] === null));
  return tables.map((table) => {
    const end = table.cells.length - 1;
    const cells = table.cells.map((row, r) => (r < end ? [...row] : row.map((each, c) => (hidden[c] ? null : each))));
    for (const [c, gone] of hidden.entries()) {
      const rows = cells.slice(0, end);
      if (!gone || rows.some((row) => row[c] === null)) continue;
      const least = rows.filter((row) => (row[c] ?? 0) > 0).toSorted((a, b) => (a[c] ?? 0) - (b[c] ?? 0))[0];
      if (least) least[c] = null;
    }
    return { ...table, cells };
  });
}
