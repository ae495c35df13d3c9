import { array, assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { isSmall, withhold, type Counts, type Shown } from "./withhold.ts";

const table = (cells: number[][]): Counts => ({
  rows: cells.map((_, r) => `r${r}`),
  columns: (cells[0] ?? []).map((_, c) => `c${c}`),
  cells,
});
const shown = (cells: number[][], before: Shown[] = []) => withhold(table(cells), before).cells;

describe("small counts in public", () => {
  test.each([
    [
      "nothing small: everything is shown",
      [
        [5, 8],
        [0, 12],
      ],
      [
        [5, 8, 13],
        [0, 12, 12],
        [5, 20, 25],
      ],
    ],
    [
      "zero is no small count",
      [
        [0, 7],
        [0, 9],
      ],
      [
        [0, 7, 7],
        [0, 9, 9],
        [0, 16, 16],
      ],
    ],
  ])("%s", (_name, cells, expected) => expect(shown(cells)).toEqual(expected));

  test("a small count takes a second one with it, in its row and in its column", () => {
    const cells = shown([
      [3, 20, 9],
      [30, 40, 50],
      [60, 70, 80],
    ]);
    expect(cells[0]?.[0]).toBeNull();
    expect(cells[0]?.filter((each) => each === null).length).toBeGreaterThanOrEqual(2);
    expect(cells.map((row) => row[0]).filter((each) => each === null).length).toBeGreaterThanOrEqual(2);
    expect(cells.at(-1)?.at(-1)).toBe(362);
  });

  test("no more than that is taken from a list", () => {
    expect(shown([[3, 20, 9, 12]])).toEqual([
      [null, 20, null, 12, 44],
      [null, 20, null, 12, 44],
    ]);
  });

  test("two small ones whose sum would pin them both take a third", () => {
    const cells = shown([[1, 1, 30, 40]]);
    expect(cells[0]?.slice(0, 2)).toEqual([null, null]);
    expect(cells[0]?.filter((each) => each === null).length).toBeGreaterThanOrEqual(3);
  });

  test("when the sum itself is small, it goes too", () => {
    const cells = shown([[2, 0, 0]]);
    expect(cells[0]?.[0]).toBeNull();
    expect(cells[0]?.[3]).toBeNull();
    expect(cells[1]?.[3]).toBeNull();
  });

  test("what was withheld once stays withheld when it is stated again", () => {
    const first = withhold(table([[3, 20, 9, 12]]));
    const again = withhold(table([[7, 20, 9, 12]]), [first]);
    first.cells.forEach((row, r) => row.forEach((each, c) => each === null && expect(again.cells[r]?.[c], `${r}:${c}`).toBeNull()));
  });

  test("what readers hold from an earlier edition hides nothing: the sum goes instead", () => {
    const first = withhold(table([[6, 20, 30]]));
    expect(first.cells[0]).toEqual([6, 20, 30, 56]);
    const again = withhold(table([[3, 20, 30]]), [first]);
    expect(again.cells[0]?.[0]).toBeNull();
    expect(again.cells[0]?.at(-1)).toBeNull();
  });

  test("a table whose rows were renamed keeps what it can compare", () => {
    const first = withhold(table([[3, 20, 9, 12]]));
    const again = withhold(
      {
        rows: ["r0", "new"],
        columns: ["c0", "c1", "c2", "c3"],
        cells: [
          [7, 20, 9, 12],
          [30, 40, 50, 60],
        ],
      },
      [first],
    );
    expect(again.cells[0]?.[0]).toBeNull();
  });
});

/** Every table of whole numbers from 0 that agrees with what is shown, by trying: what a patient reader can do. */
function possible(cells: readonly (readonly (number | null)[])[], most: number): number[][][] {
  const rows = cells.length - 1;
  const columns = (cells[0]?.length ?? 1) - 1;
  const found: number[][][] = [];
  const grid: number[][] = Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0));
  const fits = (value: number, told: number | null | undefined): boolean =>
    told === null || told === undefined ? value > 0 : value === told;
  const fill = (at: number): void => {
    if (at === rows * columns) {
      const sums = grid.map((row) => row.reduce((a, b) => a + b, 0));
      const down = Array.from({ length: columns }, (_, c) => grid.reduce((sum, row) => sum + (row[c] ?? 0), 0));
      const whole = sums.reduce((a, b) => a + b, 0);
      if (
        sums.every((sum, r) => fits(sum, cells[r]?.[columns])) &&
        down.every((sum, c) => fits(sum, cells[rows]?.[c])) &&
        fits(whole, cells[rows]?.[columns])
      )
        found.push(grid.map((row) => [...row]));
      return;
    }
    const [r, c] = [Math.floor(at / columns), at % columns];
    const told = cells[r]?.[c];
    const row = grid[r];
    if (!row) return;
    const sum = cells[r]?.[columns];
    if (c > 0 && typeof sum === "number" && row.slice(0, c).reduce((a, b) => a + b, 0) > sum) return;
    if (typeof told === "number") {
      row[c] = told;
      fill(at + 1);
    } else
      for (let value = 1; value <= most; value++) {
        row[c] = value;
        fill(at + 1);
      }
  };
  fill(0);
  return found;
}

describe("nobody can work a small count out", () => {
  test("whatever the table, by trying all that agree with what is shown", () => {
    assert(
      property(array(array(integer({ min: 0, max: 8 }), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 2 }), (cells) => {
        const result = shown(cells);
        const tables = possible(result, 18);
        expect(tables.length).toBeGreaterThan(0);
        cells.forEach((row, r) =>
          row.forEach((count, c) => {
            if (!isSmall(count)) return;
            const values = new Set(tables.map((each) => each[r]?.[c] ?? 0));
            expect(values.size, JSON.stringify({ cells, result })).toBeGreaterThan(1);
            expect(Math.max(...values), JSON.stringify({ cells, result })).toBeGreaterThanOrEqual(5);
          }),
        );
      }),
      { numRuns: 25 },
    );
  });
});
