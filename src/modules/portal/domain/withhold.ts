/**
 * Small counts in public tables. A count of 1–4 is not shown; neither is a second one of its row and column, so that no sum,
 * no other edition of the same table and no open data can give it back. Zero is shown: it names nobody.
 */

/** Counts by row and column; null: nothing was counted there. Rows are of one length. */
export type Counts = { rows: readonly string[]; columns: readonly string[]; cells: readonly (readonly number[])[] };

/** What may be shown: null is withheld. The last row and the last column are the sums, [r][c] both: the whole. */
export type Shown = { rows: string[]; columns: string[]; cells: (number | null)[][] };

export const smallest = 5;

export const isSmall = (count: number): boolean => count > 0 && count < smallest;

type Place = readonly [row: number, column: number];

/** One equation: its places add up to the last of them. */
type Line = { parts: Place[]; sum: Place };

function linesOf(rows: number, columns: number): Line[] {
  const across = Array.from({ length: rows + 1 }, (_, r): Line => ({
    parts: Array.from({ length: columns }, (__, c): Place => [r, c]),
    sum: [r, columns],
  }));
  const down = Array.from({ length: columns + 1 }, (_, c): Line => ({
    parts: Array.from({ length: rows }, (__, r): Place => [r, c]),
    sum: [rows, c],
  }));
  return [...across, ...down];
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** The table with its sums as a last row and a last column. */
function withSums({ cells }: Counts, columns: number): number[][] {
  const wide = cells.map((row) => [...row, total(row)]);
  return [...wide, Array.from({ length: columns + 1 }, (_, c) => total(wide.map((row) => row[c] ?? 0)))];
}

/**
 * The table as it may be published. `before`: earlier editions of the same table, as they were published. A cell that was
 * withheld stays withheld, and a cell that was shown counts as known, since readers keep what they downloaded.
 */
export function withhold(counts: Counts, before: readonly Shown[] = []): Shown {
  const columns = counts.columns.length;
  const rows = counts.rows.length;
  const cells = withSums(counts, columns);
  const lines = linesOf(rows, columns);
  const value = ([r, c]: Place): number => cells[r]?.[c] ?? 0;
  const hidden = new Set<string>();
  const key = ([r, c]: Place): string => `${r}:${c}`;
  const was = before.map((table) => ({ table, at: placesIn(counts, table) }));
  const earlier = (place: Place): (number | null)[] =>
    was.flatMap(({ table, at }) => {
      const old = at(place);
      return old === null ? [] : [table.cells[old[0]]?.[old[1]] ?? null];
    });
  const places = cells.flatMap((row, r) => row.map((_, c): Place => [r, c]));
  const guarded: Place[] = [];
  /** In a single row or column a cell and its sum are one number: what hides the one hides the other. */
  const hide = (place: Place): void => {
    for (const r of rows === 1 ? [0, 1] : [place[0]]) for (const c of columns === 1 ? [0, 1] : [place[1]]) hidden.add(key([r, c]));
  };
  for (const place of places) {
    if (isSmall(value(place)) || earlier(place).includes(null)) {
      hide(place);
      guarded.push(place);
    }
  }
  /** A reader who holds an earlier edition takes it that what did not change much did not change at all. */
  const knownBefore = (place: Place): boolean => earlier(place).some((each) => each !== null && !isSmall(value(place)));

  for (;;) {
    const exposed = exposedLine(lines, guarded, { hidden, key, value, knownBefore });
    if (!exposed) break;
    const next = [...exposed.parts, exposed.sum]
      .filter((place) => !hidden.has(key(place)) && value(place) > 0)
      // The least is lost by the smallest; what readers know from an earlier edition hides nothing, the sums come last.
      .toSorted(
        (a, b) => Number(knownBefore(a)) - Number(knownBefore(b)) || rank(a, rows, columns) - rank(b, rows, columns) || value(a) - value(b),
      )[0];
    if (!next) break;
    hide(next);
  }
  return {
    rows: [...counts.rows],
    columns: [...counts.columns],
    cells: cells.map((row, r) => row.map((each, c) => (hidden.has(key([r, c])) ? null : each))),
  };
}

const rank = ([r, c]: Place, rows: number, columns: number): number => Number(r === rows) + Number(c === columns);

/** Where a place of this table stood in another edition, by the names of its row and column. */
function placesIn(counts: Counts, other: Shown): (place: Place) => Place | null {
  const find = (name: string | undefined, names: readonly string[], at: number, own: number): number =>
    at === own ? names.length : name === undefined ? -1 : names.indexOf(name);
  return ([r, c]) => {
    const row = find(counts.rows[r], other.rows, r, counts.rows.length);
    const column = find(counts.columns[c], other.columns, c, counts.columns.length);
    return row < 0 || column < 0 ? null : [row, column];
  };
}

type State = {
  hidden: ReadonlySet<string>;
  key: (place: Place) => string;
  value: (place: Place) => number;
  knownBefore: (place: Place) => boolean;
};

/** A line by which a reader could work a guarded cell out, or pin it below five; null when there is none. */
function exposedLine(lines: readonly Line[], guarded: readonly Place[], state: State): Line | null {
  const { hidden, key, value, knownBefore } = state;
  const unknown = (place: Place): boolean => hidden.has(key(place)) && !knownBefore(place);
  const range = rangesOf(lines, unknown, state);
  const determined = solved(lines, unknown, key);
  for (const place of guarded) {
    const own = lines.filter(({ parts, sum }) => [...parts, sum].some((each) => key(each) === key(place)));
    const { low, high } = range.get(key(place)) ?? { low: 0, high: Infinity };
    const safe = unknown(place) ? !determined.has(key(place)) && low < high && (!isSmall(value(place)) || high >= smallest) : true;
    if (!safe) {
      const helpful = own.find(({ parts, sum }) => [...parts, sum].some((each) => !hidden.has(key(each)) && value(each) > 0));
      const any = lines.find(({ parts, sum }) => {
        const all = [...parts, sum];
        return all.some((each) => hidden.has(key(each))) && all.some((each) => !hidden.has(key(each)) && value(each) > 0);
      });
      return (
        own
          .toSorted((a, b) => unknowns(a, unknown) - unknowns(b, unknown))
          .find((line) => line === helpful || usable(line, hidden, key, value)) ??
        any ??
        null
      );
    }
  }
  return null;
}

const unknowns = ({ parts, sum }: Line, unknown: (place: Place) => boolean): number => [...parts, sum].filter(unknown).length;

const usable = (
  { parts, sum }: Line,
  hidden: ReadonlySet<string>,
  key: (place: Place) => string,
  value: (place: Place) => number,
): boolean => [...parts, sum].some((each) => !hidden.has(key(each)) && value(each) > 0);

type Range = { low: number; high: number };

/** What is left possible for each withheld cell when all sums hold; every withheld one is at least 1, since zeros are shown. */
function rangesOf(lines: readonly Line[], unknown: (place: Place) => boolean, { key, value }: State): Map<string, Range> {
  const ranges = new Map<string, Range>();
  for (const { parts, sum } of lines)
    for (const place of [...parts, sum]) if (unknown(place)) ranges.set(key(place), { low: 1, high: Infinity });
  const of = (place: Place): Range => ranges.get(key(place)) ?? { low: value(place), high: value(place) };
  for (let moved = true, round = 0; moved && round < 200; round++) {
    moved = false;
    for (const { parts, sum } of lines) {
      const low = total(parts.map((place) => of(place).low));
      const high = total(parts.map((place) => of(place).high));
      const whole = of(sum);
      const narrow = (place: Place, least: number, most: number): void => {
        const range = ranges.get(key(place));
        if (!range) return;
        const next = { low: Math.max(range.low, least), high: Math.min(range.high, most) };
        if (next.low > range.low || next.high < range.high) {
          ranges.set(key(place), next);
          moved = true;
        }
      };
      narrow(sum, low, high);
      for (const place of parts) {
        const own = of(place);
        const others = parts.filter((each) => each !== place).map(of);
        narrow(place, whole.low - total(others.map((each) => each.high)), whole.high - (low - own.low));
      }
    }
  }
  return ranges;
}

/** Withheld cells that the sums alone determine: Gauss over the lines, a cell that stands alone in a reduced row is known. */
function solved(lines: readonly Line[], unknown: (place: Place) => boolean, key: (place: Place) => string): Set<string> {
  const names = [...new Set(lines.flatMap(({ parts, sum }) => [...parts, sum].filter(unknown).map(key)))];
  const at = new Map(names.map((name, index) => [name, index]));
  const matrix = lines.map(({ parts, sum }) => {
    const row = names.map(() => 0);
    const add = (place: Place, by: number): void => {
      const index = at.get(key(place));
      if (unknown(place) && index !== undefined) row[index] = (row[index] ?? 0) + by;
    };
    for (const part of parts) add(part, 1);
    add(sum, -1);
    return row;
  });
  let done = 0;
  for (let column = 0; column < names.length && done < matrix.length; column++) {
    const pivot = matrix.findIndex((row, index) => index >= done && Math.abs(row[column] ?? 0) > 1e-9);
    const found = matrix[pivot];
    if (!found) continue;
    matrix[pivot] = matrix[done] ?? [];
    const by = found[column] ?? 1;
    const reduced = found.map((each) => each / by);
    matrix[done] = reduced;
    for (const [index, row] of matrix.entries()) {
      const factor = row[column] ?? 0;
      if (index !== done && Math.abs(factor) > 1e-9) matrix[index] = row.map((each, c) => each - factor * (reduced[c] ?? 0));
    }
    done += 1;
  }
  const known = matrix.flatMap((row) => {
    const left = row.flatMap((each, index) => (Math.abs(each) > 1e-9 ? [index] : []));
    return left.length === 1 && left[0] !== undefined ? [names[left[0]] ?? ""] : [];
  });
  return new Set(known);
}
