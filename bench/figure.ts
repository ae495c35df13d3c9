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

/** `more`: what a benchmark tells beside its figures; `note`: the same for people, printed under them. */
export type Report = { name: string; n: number; figures: Figure[]; more?: Record<string, unknown>; note?: string };

/** A benchmark asserts its answer before it times it, then says what it measured. */
export type Bench = { name: string; what: string; run: () => Promise<Report> };

export function figure(given: Omit<Figure, "ratio" | "holds">): Figure {
  const ratio = given.value / given.against.value;
  return { ...given, ratio, holds: given.better === "lower" ? ratio <= given.goal : ratio >= given.goal };
}

export type Pair = { value: number; against: number };

/**
 * Milliseconds of two acts, measured in turn `n` times after one round that is not counted; the round whose ratio is the
 * median stands for all. On a shared machine a slow moment then hits both sides of a ratio alike.
 */
export function pairs(n: number, act: () => unknown, against: () => unknown): Promise<Pair> {
  return pairsOf(
    n,
    () => time(act),
    () => time(against),
  );
}

/** The same for acts that measure themselves (a browser's own clock). */
export async function pairsOf(n: number, act: () => Promise<number>, against: () => Promise<number>): Promise<Pair> {
  const rounds: Pair[] = [];
  for (let round = 0; round <= n; round++) {
    const pair = { value: await act(), against: await against() };
    if (round > 0) rounds.push(pair);
  }
  const byRatio = rounds.toSorted((a, b) => a.value / a.against - b.value / b.against);
  return byRatio[Math.floor(byRatio.length / 2)] ?? { value: Number.NaN, against: Number.NaN };
}

async function time(act: () => unknown): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}
