import type { Rule, Word } from "./page.ts";

/** A cell as drawn: which columns and rows of the grid it covers, where it stands, the words in it. */
export type DrawnCell = { column: number; columnSpan: number; row: number; rowSpan: number; words: Word[] } & Rule;
export type Grid = Rule & { columns: number[]; rows: number; cells: DrawnCell[] };

/** Rules nearer than this are one rule: borders of neighbouring cells are drawn twice. Points. */
const same = 3.5;
/** Bounds that keep a drawing made of strokes (a map, a chart) from being taken for a table. */
const mostRules = 4_000;
const mostColumns = 40;
const mostRows = 400;

/**
 * Tables by their drawn borders. A single frame is no table but keeps its words together, so that what is stamped in a
 * box does not run into the line beside it.
 */
export function gridsOf(rules: readonly Rule[], words: readonly Word[]): Grid[] {
  if (rules.length > mostRules) return [];
  const strokes = rules.filter((rule) => Math.max(rule.right - rule.left, rule.bottom - rule.top) > 6);
  return touching(strokes)
    .flatMap((group) => gridOf(group, words))
    .toSorted((one, other) => one.top - other.top);
}

const isFlat = ({ left, right, top, bottom }: Rule): boolean => right - left >= bottom - top;

/** Rules that touch, directly or through others. */
function touching(rules: readonly Rule[]): Rule[][] {
  const groupOf = rules.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (groupOf[at] !== at) {
      groupOf[at] = groupOf[groupOf[at] ?? at] ?? at;
      at = groupOf[at] ?? at;
    }
    return at;
  };
  const ordered = rules.map((rule, index) => ({ rule, index })).toSorted((one, other) => one.rule.top - other.rule.top);
  for (const [at, { rule, index }] of ordered.entries()) {
    for (let next = at + 1; next < ordered.length; next += 1) {
      const other = ordered[next];
      if (!other || other.rule.top > rule.bottom + same) break;
      if (other.rule.left <= rule.right + same && other.rule.right >= rule.left - same) groupOf[find(other.index)] = find(index);
    }
  }
  const groups = new Map<number, Rule[]>();
  for (const [index, rule] of rules.entries()) groups.set(find(index), [...(groups.get(find(index)) ?? []), rule]);
  return [...groups.values()];
}

function gridOf(rules: readonly Rule[], words: readonly Word[]): Grid[] {
  const flat = rules.filter((rule) => isFlat(rule));
  const upright = rules.filter((rule) => !isFlat(rule));
  const columns = positions(upright.map(({ left, right }) => (left + right) / 2));
  const rows = positions(flat.map(({ top, bottom }) => (top + bottom) / 2));
  if (columns.length < 2 || rows.length < 2 || columns.length > mostColumns || rows.length > mostRows) return [];
  const edges = { left: columns[0] ?? 0, right: columns.at(-1) ?? 0, top: rows[0] ?? 0, bottom: rows.at(-1) ?? 0 };
  const cells = cellsOf(columns, rows, flat, upright);
  // Underlined words and strokes of a drawing: nothing is enclosed.
  if (cells.length === 0) return [];
  for (const word of words) {
    const [x, y] = [(word.left + word.right) / 2, word.baseline - word.size * 0.3];
    if (x < edges.left || x > edges.right || y < edges.top - 2 || y > edges.bottom + 2) continue;
    const home = cells.find(({ left, right, top, bottom }) => x >= left && x < right && y >= top - 2 && y < bottom);
    (home ?? cells.at(-1))?.words.push(word);
  }
  return [{ ...edges, columns, rows: rows.length - 1, cells }];
}

function positions(values: readonly number[]): number[] {
  const clusters: number[][] = [];
  for (const value of values.toSorted((one, other) => one - other)) {
    const last = clusters.at(-1);
    if (last && value - (last.at(-1) ?? 0) <= same) last.push(value);
    else clusters.push([value]);
  }
  return clusters.map((cluster) => cluster.reduce((sum, value) => sum + value, 0) / cluster.length);
}

/** Boxes of the grid with no rule between them are one cell. */
function cellsOf(columns: readonly number[], rows: readonly number[], flat: readonly Rule[], upright: readonly Rule[]): DrawnCell[] {
  const [width, height] = [columns.length - 1, rows.length - 1];
  const at = (list: readonly number[], index: number): number => list[index] ?? 0;
  const wall = upright.map((rule) => ({ ...rule, x: (rule.left + rule.right) / 2 }));
  const floor = flat.map((rule) => ({ ...rule, y: (rule.top + rule.bottom) / 2 }));
  /** A rule along most of the side between two boxes. */
  const walled = (column: number, row: number): boolean => {
    const [x, top, bottom] = [at(columns, column), at(rows, row), at(rows, row + 1)];
    return covered(
      wall.filter((rule) => Math.abs(rule.x - x) <= same).map(({ top: from, bottom: to }) => [from, to]),
      top,
      bottom,
    );
  };
  const floored = (column: number, row: number): boolean => {
    const [y, left, right] = [at(rows, row), at(columns, column), at(columns, column + 1)];
    return covered(
      floor.filter((rule) => Math.abs(rule.y - y) <= same).map(({ left: from, right: to }) => [from, to]),
      left,
      right,
    );
  };
  const taken = new Set<number>();
  const cells: DrawnCell[] = [];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (taken.has(row * width + column)) continue;
      let columnSpan = 1;
      while (column + columnSpan < width && !taken.has(row * width + column + columnSpan) && !walled(column + columnSpan, row))
        columnSpan += 1;
      let rowSpan = 1;
      while (row + rowSpan < height && Array.from({ length: columnSpan }, (_, k) => !floored(column + k, row + rowSpan)).every(Boolean))
        rowSpan += 1;
      for (let down = 0; down < rowSpan; down += 1)
        for (let along = 0; along < columnSpan; along += 1) taken.add((row + down) * width + column + along);
      cells.push({
        column,
        columnSpan,
        row,
        rowSpan,
        words: [],
        left: at(columns, column),
        right: at(columns, column + columnSpan),
        top: at(rows, row),
        bottom: at(rows, row + rowSpan),
      });
    }
  }
  return cells;
}

function covered(parts: readonly (readonly number[])[], from: number, to: number): boolean {
  let length = 0;
  for (const [start = 0, end = 0] of parts) length += Math.max(0, Math.min(end, to) - Math.max(start, from));
  return length > (to - from) * 0.6;
}
