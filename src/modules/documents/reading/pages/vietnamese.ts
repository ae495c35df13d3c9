import { nfc } from "../../../../kernel/text.ts";

const onsets = "ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x".split("|");
/** What may follow an onset, without its tone. */
const rhymes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
   i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo
   oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông
   uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyn uyp uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ych ynh yt`.split(
    /\s+/,
  ),
);
/** The five tones as combining marks; circumflex, breve and horn belong to the letter. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const closed = /(?:c|ch|p|t)$/;
const sharpOrHeavy = /[\u0301\u0323]/;

/** True for what can be a Vietnamese syllable: an onset, a rhyme that follows it, and a tone that this rhyme can have. */
export function isSyllable(word: string): boolean {
  const apart = word.toLocaleLowerCase("vi").normalize("NFD");
  const marks = apart.match(tones) ?? [];
  const plain = nfc(apart.replace(tones, ""));
  if (marks.length > 1 || (closed.test(plain) && !sharpOrHeavy.test(marks[0] ?? ""))) return false;
  return rhymes.has(plain) || onsets.some((onset) => plain.startsWith(onset) && follows(onset, plain.slice(onset.length)));
}

function follows(onset: string, rhyme: string): boolean {
  // "gì", "giếng": the i is the onset's own.
  if (onset === "gi") return rhyme === "" || rhymes.has(rhyme) || rhymes.has(`i${rhyme}`);
  if (!rhymes.has(rhyme)) return false;
  const front = /^[iêey]/.test(rhyme);
  if (onset === "k" || onset === "gh" || onset === "ngh") return front;
  if (onset === "c" || onset === "g" || onset === "ng") return !front;
  return onset !== "qu" || /^[aăâeêiyơ]|^ôc$/.test(rhyme);
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
