/** What may be written as one Vietnamese syllable: its beginning, its vowels, its end and the tones that go with the end. */
const ONSET = "(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)";
/** Vowels that end the syllable. */
const OPEN =
  "(?:ai|ao|au|ay|âu|ây|eo|êu|ia|iu|iêu|yêu|oi|ôi|ơi|oai|oao|oay|oeo|ua|ui|uôi|uây|uê|uêu|uơ|uya|uyu|uao|ưa|ưi|ưu|ươi|ươu|ưây|ya)";
/** Vowels after which a consonant may stand. */
const CLOSED = "(?:a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|iê|yê|oa|oă|oe|oo|uâ|uê|uô|uy|uyê|ua|uă|ue|ươ|ôô)(?:ch|c|m|ng|nh|n|p|t)?";
const SYLLABLE = new RegExp(`^${ONSET}?(?:${OPEN}|${CLOSED})$`, "u");
const STOPPED = /(?:ch|c|p|t)$/u;

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Whether a lower-case word can be one syllable. A syllable that ends in c, ch, p or t is said with a rising or a heavy tone only. */
export function isSyllable(word: string): boolean {
  const apart = word.normalize("NFD");
  const tones = apart.match(TONES) ?? [];
  const bare = apart.replace(TONES, "").normalize("NFC");
  // "gì", "gìn": one i serves beginning and vowel.
  const fits = SYLLABLE.test(bare) || /^gi(?:n|ng|p|t|ch|nh|êng|êt)?$/u.test(bare);
  return fits && tones.length <= 1 && (!STOPPED.test(bare) || tones[0] === "\u0301" || tones[0] === "\u0323");
}

/** Beginnings that recognition and copying tear from their syllables ("di đ ộng"). */
export const onset = new RegExp(`^${ONSET}$`, "u");

/** Ends in a key of the Telex way of typing, but is a word of another tongue. */
export const foreign: ReadonlySet<string> = new Set([
  "pdf",
  "gif",
  "of",
  "if",
  "off",
  "half",
  "self",
  "staff",
  "golf",
  "surf",
  "tiff",
  "brief",
]);
