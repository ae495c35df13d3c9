import { nfc } from "../../../../kernel/text.ts";

const onset = "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])";
const vowel = "(?:uyê|iê|yê|uô|ươ|ia|ya|ua|ưa|[aăâeêioôơuưy])";
const syllable = new RegExp(`^${onset}?[uo]?${vowel}(?:ch|ng|nh|[cmnptiyou])?$`, "u");
/** The five tones as combining marks; circumflex, breve and horn belong to the letter. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** True for letters in the order that a Vietnamese syllable can have. */
export function isSyllable(word: string): boolean {
  return syllable.test(nfc(word.toLocaleLowerCase("vi").normalize("NFD").replace(tones, "")));
}

export type TextQuality = { words: number; syllables: number; marked: number; strange: number };

/** How much of a text reads as Vietnamese: shares (0–1) of words that can be syllables, of words with marks, of characters no text has. */
export function qualityOf(text: string): TextQuality {
  const words = nfc(text).match(/\p{L}{2,}/gu) ?? [];
  const plain = words.filter((word) => !/^\p{Lu}+$/u.test(word) || isSyllable(word));
  const count = Math.max(plain.length, 1);
  // oxlint-disable-next-line no-control-regex -- control characters are what is counted
  const strange = text.match(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  return {
    words: plain.length,
    syllables: plain.filter((word) => isSyllable(word)).length / count,
    marked: plain.filter((word) => /\P{ASCII}/u.test(word)).length / count,
    strange: strange / Math.max(text.length, 1),
  };
}

/**
 * False for a text layer that spells something else than the page shows: a wrong character map, an old font whose letters
 * sit on other codes, a scanner's recognition in another language. Too few words say nothing.
 */
export function readsAsVietnamese(text: string): boolean {
  const { words, syllables, marked, strange } = qualityOf(text);
  if (strange > 0.03) return false;
  return words < 25 || (syllables > 0.75 && marked > 0.25);
}
