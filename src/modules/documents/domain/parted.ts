/** One item that became several, or several that became one: told by whose words the parts are. */

/** Words and pairs of words of an item, as numbers. */
export type Worded = { grams: Uint32Array };

/** Five words with their pairs: anything shorter stands in every plan ("Tổ chức thực hiện."). */
const leastGrams = 9;
/** So much of a part is said in the whole, so much of that by no other part, and so much of the whole by the parts together. */
const [contained, ownShare, covering] = [0.6, 0.5, 0.6];

/**
 * The items of `free` (and `own`, the one that is likest to it) that together say what `whole` said; empty when it was not
 * taken apart. Each of them adds words of its own, so a shorter version beside an unlike item is no split.
 */
export function partsOf<W extends Worded>(whole: W, own: W | null, free: readonly W[]): W[] {
  const said = new Set(whole.grams);
  const share = ({ grams }: W, among: ReadonlySet<number>) =>
    grams.length === 0 ? 0 : grams.reduce((sum, gram) => sum + (among.has(gram) ? 1 : 0), 0) / grams.length;
  if (own !== null && share(own, said) < contained) return [];
  const left = new Set(said);
  const take = ({ grams }: W) => grams.forEach((gram) => left.delete(gram));
  const parts: W[] = [];
  if (own !== null) {
    take(own);
    parts.push(own);
  }
  const candidates = free
    .filter(({ grams }) => grams.length >= leastGrams)
    .map((part) => ({ part, inside: share(part, said) }))
    .filter(({ inside }) => inside >= contained)
    .sort((a, b) => b.inside - a.inside);
  for (const { part } of candidates) {
    if (share(part, left) < ownShare) continue;
    take(part);
    parts.push(part);
  }
  return parts.length > 1 && 1 - left.size / said.size >= covering ? parts : [];
}
