/** How a plan's words are compared when it is scored: what the genre writes in more than one way is one. */

/** "hoà" and "hòa", "uỷ" and "ủy" are one word: puts the tone on the first vowel. */
function moveTone(syllable: string): string {
  const [base = "", tone = ""] = (syllable[1] ?? "").normalize("NFD");
  return ((syllable[0] ?? "") + tone + base).normalize("NFC");
}

/** Folds Unicode form, tone placement, quotation marks, dashes, markdown, "hàng/hằng", spaces and what ends a line. */
export function folded(text: unknown): string {
  return (typeof text === "string" || typeof text === "number" ? String(text) : "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[“”„"'‘’]/g, '"')
    .replace(/[–—−]/g, "-")
    .replace(/[ou][àáảãạèéẻẽẹỳýỷỹỵ](?!\p{L})/gu, moveTone)
    .replace(/hàng (năm|tháng|quý|tuần|ngày)/g, "hằng $1")
    .replace(/[*_#]+/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[-+•\s]+/, "")
    .replace(/[.,;:/\s]+$/, "");
}

/** A document's number without spaces. */
export const bare = (value: unknown): string => folded(value).replace(/\s/g, "");

const words = (text: unknown): Set<string> =>
  new Set(
    folded(text)
      .split(/[^\p{L}\p{N}%]+/u)
      .filter(Boolean),
  );

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both;
}

/** Share of the smaller set of words that the other holds too; nothing is like nothing only. */
export function overlap(a: unknown, b: unknown): number {
  const [x, y] = [words(a), words(b)];
  if (x.size === 0 || y.size === 0) return x.size === y.size ? 1 : 0;
  return common(x, y) / Math.min(x.size, y.size);
}

/** Words in both over words in either. */
export function jaccard(a: unknown, b: unknown): number {
  const [x, y] = [words(a), words(b)];
  if (x.size === 0 && y.size === 0) return 1;
  const both = common(x, y);
  return both / (x.size + y.size - both);
}

export type Counted = { hits: number; gold: number; found: number };

/** How many names of `gold` are among `found`, one to one. */
export function namesFound(gold: readonly string[] | undefined, found: readonly string[] | undefined): Counted {
  const rest = [...(found ?? [])];
  let hits = 0;
  for (const name of gold ?? []) {
    const at = rest.findIndex((other) => jaccard(name, other) >= 0.6);
    if (at < 0) continue;
    hits++;
    rest.splice(at, 1);
  }
  return { hits, gold: gold?.length ?? 0, found: found?.length ?? 0 };
}
