/** Which members of a sequence changed their place: the fewest that must be taken out so that the rest stand in the same order. */

type Place = { one: number; other: number };

/** Numbering anew or a new item above moves nothing. Places are lines: a clause of three items moves once. */
export function movedAmong<P extends Place>(pairs: readonly P[]): Set<P> {
  const clauses = Map.groupBy(pairs, ({ one, other }) => `${one}:${other}`);
  const ordered = [...clauses.values()].flatMap(([first]) => first ?? []).sort((a, b) => a.one - b.one || a.other - b.other);
  // Longest run that does not fall: `ends[n]` closes the best run of n + 1 members.
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  const at = (index: number | undefined) => (index === undefined ? -Infinity : (ordered[index]?.other ?? -Infinity));
  for (const [index, { other }] of ordered.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(ends[middle]) <= other) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? ends[low - 1] : undefined;
    ends[low] = index;
  }
  const stays = new Set<number>();
  for (let index = ends.at(-1); index !== undefined; index = before[index]) stays.add(index);
  const moved = ordered.filter((_, index) => !stays.has(index));
  return new Set(moved.flatMap(({ one, other }) => clauses.get(`${one}:${other}`) ?? []));
}
