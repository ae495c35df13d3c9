/** Whether two printed names of an issuer mean one body. */
import { fold } from "../../../../kernel/text.ts";

const short: readonly [RegExp, string][] = [
  [/\bubnd\b/gu, "uy ban nhan dan"],
  [/\bhdnd\b/gu, "hoi dong nhan dan"],
  [/\bubtvqh\b/gu, "uy ban thuong vu quoc hoi"],
  [/\bub ?mttq ?vn\b|\bubmttqvn\b/gu, "uy ban mat tran to quoc viet nam"],
  [/\bmttq\b/gu, "mat tran to quoc"],
  [/\bbch\b/gu, "ban chap hanh"],
  [/\bbtv\b/gu, "ban thuong vu"],
  [/\btw\b|\btu\b/gu, "trung uong"],
];

/** Words that add a term, a level everybody knows, or the country. */
const NOISE =
  /\((?:[^)]*)\)|\bkhoa [ivx]+\b|\bviet nam\b|\bcong san\b|\bdang\b(?! uy| bo)|\btrung uong\b|\bdoan chu tich\b|\bnhiem ky\b.*$/gu;

function wordsOf(name: string): string[] {
  let text = fold(name);
  for (const [find, full] of short) text = text.replace(find, full);
  return text
    .replace(NOISE, " ")
    .split(/[\s,.-]+/u)
    .filter(Boolean);
}

/** One name may add a place or a term to the other ("Tỉnh ủy", "Tỉnh ủy Hà …"); another head word is another body. */
export function sameIssuer(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return true;
  const [small, large] = a.length <= b.length ? [a, b] : [b, a];
  return small.every((word, k) => large[k] === word) || small.join("") === large.join("");
}
