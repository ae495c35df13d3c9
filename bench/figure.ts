/** One figure of a benchmark: a measured value, what it is held against in the same run, and the ratio that must hold. */
export type Figure = {
  key: string;
  what: string;
  value: number;
  unit: string;
  against: { what: string; value: number };
  ratio: number;
  goal: number;
  better: "lower" | "higher";
  holds: boolean;
};

export type Report = { name: string; n: number; figures: Figure[] };

/** A benchmark asserts its answer before it times it, then says what it measured. */
export type Bench = { name: string; what: string; run: () => Promise<Report> };

export function figure(given: Omit<Figure, "ratio" | "holds">): Figure {
  const ratio = given.value / given.against.value;
  return { ...given, ratio, holds: given.better === "lower" ? ratio <= given.goal : ratio >= given.goal };
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Median milliseconds of `n` runs after one that is not counted. */
export async function time(n: number, act: () => unknown): Promise<number> {
  await act();
  const runs: number[] = [];
  for (let at = 0; at < n; at++) {
    const started = performance.now();
    await act();
    runs.push(performance.now() - started);
  }
  return median(runs);
}
