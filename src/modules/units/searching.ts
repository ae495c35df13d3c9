import { fold } from "../../kernel/text.ts";
import type { Database } from "../../platform/database/index.ts";
import type { UnitRef } from "./contract.ts";
import { findByWords, type SearchOptions } from "./store/search.ts";

/** What people type for a body and what stands in its name. One word of the query may match either. */
const spellings: readonly (readonly string[])[] = [
  ["mttq", "ubmttq", "mat tran to quoc"],
  ["ubnd", "uy ban nhan dan"],
  ["hdnd", "hoi dong nhan dan"],
  ["ldld", "lien doan lao dong"],
  ["lhpn", "lien hiep phu nu"],
  ["ccb", "cuu chien binh"],
  ["tncs", "thanh nien cong san"],
  ["tdp", "to dan pho"],
  ["tp", "thanh pho"],
  ["tx", "thi xa"],
  ["bcd", "ban chi dao"],
];

/** The folded words of a query, each with the other ways to write it. */
export function searchWords(text: string): string[][] {
  const words = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words.map((word) => [...new Set([word, ...(spellings.find((ways) => ways.includes(word)) ?? [])])]);
}

/** Units by words of their names, with or without marks, or by the beginning of a code; best first. */
export async function searchUnits(db: Database, text: string, options: SearchOptions = {}): Promise<UnitRef[]> {
  const words = searchWords(text);
  const code = text.trim();
  const limit = options.limit ?? 20;
  const byName = await findByWords(db, words, code, options);
  if (byName.length >= limit || words.length < 2) return byName;
  // "tổ 3 đông kinh": the number is in the unit's name, the rest in the name of what it lies in.
  const withParent = await findByWords(db, words, code, { ...options, parents: true });
  const known = new Set(byName.map(({ id }) => id));
  return [...byName, ...withParent.filter(({ id }) => !known.has(id))].slice(0, limit);
}
