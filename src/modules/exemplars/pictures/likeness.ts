/** Side of the small grey picture that a likeness is taken from. */
export const greySide = 32;

const corner = 8;

/** Cosines of the transform: [frequency][place]. */
const cosines = Array.from({ length: corner }, (_, frequency) =>
  Array.from({ length: greySide }, (_, place) => Math.cos((Math.PI * frequency * (2 * place + 1)) / (2 * greySide))),
);

/** Below this the picture is as good as one colour, and everything would look like everything. */
const leastContrast = 40;

/**
 * How a picture looks, in 64 bits: the 8 × 8 lowest frequencies of its grey values (0–255, row by row, 32 × 32), each against
 * their median. The same photograph made smaller, saved again or a little brighter differs in few bits. As a signed 64-bit
 * number, the way the database keeps it; null when nothing stands out.
 */
export function likenessOf(grey: ArrayLike<number>): bigint | null {
  if (grey.length !== greySide * greySide) throw new Error(`${grey.length} grey values`);
  const rows = Array.from({ length: greySide }, (_, y) =>
    cosines.map((wave) => wave.reduce((sum, cosine, x) => sum + cosine * (grey[y * greySide + x] ?? 0), 0)),
  );
  const frequencies = cosines.flatMap((wave) =>
    Array.from({ length: corner }, (_, u) => wave.reduce((sum, cosine, y) => sum + cosine * (rows[y]?.[u] ?? 0), 0)),
  );
  // The first is the brightness of the whole, which says nothing about what is to be seen.
  const told = frequencies.slice(1);
  if (Math.max(...told.map(Math.abs)) < leastContrast) return null;
  const sorted = told.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  let bits = 0n;
  for (const [at, value] of frequencies.entries()) if (at > 0 && value > median) bits |= 1n << BigInt(at);
  return BigInt.asIntN(64, bits);
}

/** In how many of the 64 bits two differ. Up to 6 is the same photograph in all likelihood. */
export function difference(one: bigint, other: bigint): number {
  let rest = BigInt.asUintN(64, one ^ other);
  let count = 0;
  for (; rest > 0n; rest &= rest - 1n) count += 1;
  return count;
}
