/** The beginning of a text, at most `limit` characters, cut between words; what stands open at the cut is left out. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.lastIndexOf(" ", limit);
  return text
    .slice(0, cut > limit / 2 ? cut : limit)
    .replace(/[\s,;:–-]+$/u, "")
    .replace(/\s*[(“"][^()“”"]{0,30}$/u, "");
}
