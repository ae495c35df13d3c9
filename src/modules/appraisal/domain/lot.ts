/**
 * Drawing of lots: from a recorded seed, so that anybody can repeat it. Each subject gets `wanted` judges who have no conflict
 * with it; those with the fewest sheets so far come first, equals in an order that the seed decides anew for each subject.
 */
export type Lot = {
  subjects: readonly { id: string; has: readonly string[] }[];
  judges: readonly string[];
  /** Sheets that a judge has already. */
  load: Readonly<Record<string, number>>;
  /** Judges who may not rate the subject. */
  conflicts: Readonly<Record<string, readonly string[]>>;
  wanted: number;
};

export type Drawn = { given: Record<string, string[]>; short: string[] };

export function draw(seed: string, { subjects, judges, load, conflicts, wanted }: Lot): Drawn {
  const random = numbersFrom(seed);
  const loads = new Map(judges.map((judge) => [judge, load[judge] ?? 0]));
  // Sorted first: the outcome hangs on the seed and on who takes part, not on the order in which they were read.
  const ordered = shuffled(
    subjects.toSorted((one, other) => compare(one.id, other.id)),
    random,
  );
  // Where few may judge goes first, or its judges would be used up elsewhere.
  const free = (id: string) => judges.filter((judge) => !(conflicts[id] ?? []).includes(judge)).length;
  const turns = ordered.toSorted((one, other) => free(one.id) - free(other.id));
  const given: Record<string, string[]> = {};
  const short: string[] = [];
  for (const { id, has } of turns) {
    const barred = new Set([...(conflicts[id] ?? []), ...has]);
    const candidates = shuffled(judges.filter((judge) => !barred.has(judge)).toSorted(compare), random);
    const chosen = candidates
      .toSorted((one, other) => (loads.get(one) ?? 0) - (loads.get(other) ?? 0))
      .slice(0, Math.max(0, wanted - has.length));
    for (const judge of chosen) loads.set(judge, (loads.get(judge) ?? 0) + 1);
    given[id] = chosen;
    if (chosen.length + has.length < wanted) short.push(id);
  }
  return { given, short };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function shuffled<T>(all: readonly T[], random: () => number): T[] {
  const mixed = [...all];
  for (let last = mixed.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1));
    [mixed[last], mixed[at]] = [mixed[at] as T, mixed[last] as T];
  }
  return mixed;
}

/** Numbers in [0, 1) from a text: FNV-1a into mulberry32. Nothing secret hangs on them; they must only come again. */
function numbersFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
