/** Where in a lexical text a body's name begins, and where the words begin that say what it does. */
import { heads, notPredicateAfter, notPredicateBefore, predicates, quantifiedHeads, quantifiers } from "../lexicon/bodies.ts";
import { lexicalForm } from "./form.ts";
import { unitAt } from "./units.ts";

export const END = "(?![\\p{L}\\p{M}])";
const HEAD = new RegExp(`(?:${quantifiers} (?:${[...heads, ...quantifiedHeads].join("|")})|(?:${heads.join("|")}))${END}`, "uy");
const PREDICATE = new RegExp(`(?:${[...predicates].sort((a, b) => b.length - a.length).join("|")})${END}`, "uy");
const afterGuards = new Map(Object.entries(notPredicateAfter).map(([word, before]) => [word, new RegExp(`(?:^|[\\s(])${before} $`, "u")]));
const beforeGuards = new Map(Object.entries(notPredicateBefore).map(([word, after]) => [word, new RegExp(`^ ?${after}${END}`, "u")]));

export const stickyAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
};

export { lexicalForm as lexical };

/** Length of the head of a body's name at this offset of a lexical text, 0 when none begins here. */
export function headAt(low: string, at: number, text: string = low): number {
  const unit = unitAt(low, at);
  if (unit > 0) return unit;
  const length = stickyAt(HEAD, low, at);
  if (length > 0) {
    const word = low.slice(at, at + length);
    // "Tổ chức hội nghị", "Lãnh đạo, chỉ đạo", "Ban hành": verbs.
    if (word === "lãnh đạo" && /^[,\s]/u.test(low.slice(at + length)) && PREDICATE.test(low.slice(at + length).trim())) return 0;
    if (/^(?:cơ quan|đơn vị|địa phương|ngành|cấp|trường|viện|phòng|trạm)$/u.test(word) && /^(?: hóa| vị)/u.test(low.slice(at + length)))
      return 0;
    return length;
  }
  // "Báo Tân Giang": a newspaper has a proper name.
  if (/^báo \p{L}/u.test(low.slice(at, at + 6)) && /^Báo \p{Lu}/u.test(text.slice(at, at + 6)) && !low.startsWith("báo cáo", at)) return 3;
  return 0;
}

/** Length of a word that begins a predicate at this offset, 0 when none, or when it belongs to the name before it. */
export function predicateAt(low: string, at: number, text: string = low): number {
  const length = stickyAt(PREDICATE, low, at);
  if (length === 0) return 0;
  const word = low.slice(at, at + length);
  const before = low.slice(Math.max(0, at - 26), at);
  if (afterGuards.get(word)?.test(before) || beforeGuards.get(word)?.test(low.slice(at + length, at + length + 20))) return 0;
  // A capital inside a sentence opens a name ("Ban Tổ chức", "Ủy ban Kiểm tra"), unless it opens the sentence itself.
  if (at > 0 && /\p{Lu}/u.test(text[at] ?? "") && /[\p{L},&] ?$/u.test(before) && !/[:.;] ?$/u.test(before)) return 0;
  return length;
}
