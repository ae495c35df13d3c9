/**
 * Vietnamese text, before anything compares or stores it.
 *
 * The same word reaches us in several forms: decomposed (files made on a Mac), with the tone on either vowel ("hoà",
 * "hòa"), with no-break spaces. Stored text is NFC; comparisons fold.
 */

/** Composed form (NFC). "ệ" is one code unit then, and lengths and indexes mean what they seem to mean. */
export function nfc(text: string): string {
  return text.normalize("NFC");
}

/** White space of any kind (no-break, tab, line break) collapsed to single spaces, ends trimmed. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/**
 * Key for search and for finding the same thing written twice: lower case, no tone or vowel marks, đ as d, white space
 * collapsed. Tone placement (hoà/hòa, uỷ/ủy) folds away with the marks. Not reversible, never shown.
 */
export function fold(text: string): string {
  let folded = "";
  let blank = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const plain = plainUnits[code] ?? plainUnit(code);
    // Half a pair says nothing alone; the rest goes unit by unit, since folding is most of what comparing costs.
    if (plain === null) return foldPairs(text);
    if (plain === " ") blank = true;
    else if (plain !== "") {
      if (blank && folded !== "") folded += " ";
      blank = false;
      folded += plain;
    }
  }
  return folded;
}

const foldPairs = (text: string): string => squeeze(Array.from(text, plainOf).join(""));

/** Folded code units of the scripts we meet, filled as they come: null for half a pair, a space for white space. */
const plainUnits = Array.from<string | null | undefined>({ length: 0x2200 });

function plainUnit(code: number): string | null {
  if (code >= 0xd800 && code <= 0xdfff) return null;
  const plain = plainOf(String.fromCharCode(code));
  const unit = /^\s$/.test(plain) ? " " : plain;
  if (code < plainUnits.length) plainUnits[code] = unit;
  return unit;
}

const plainOf = (char: string): string =>
  char
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase();

const TONE_ON_SECOND = /([oOuU])([àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ])(?!\p{L})/gu;

/**
 * One spelling for tone placement in the open syllables oa, oe, uy ("hoà" → "hòa", "uỷ" → "ủy"), keeping every mark and
 * the length: for comparing names of bodies where "bí thư" and "bị thu" must stay apart. A q before the u is left alone
 * ("quý" is not "qúy").
 */
export function oneTone(text: string): string {
  return nfc(text).replace(TONE_ON_SECOND, (all, first: string, second: string, at: number, whole: string) => {
    if (/[uU]/.test(first) && /[qQ]/.test(whole[at - 1] ?? "")) return all;
    const [base = second, ...marks] = [...second.normalize("NFD")];
    return nfc(first + marks.join("")) + nfc(base);
  });
}

/**
 * Every match of a pattern with the flag g: what `matchAll` finds, without the copy of the pattern that `matchAll` makes
 * at each call, which costs more than reading a sentence.
 */
export function matchesOf(text: string, find: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  find.lastIndex = 0;
  for (let match = find.exec(text); match !== null; match = find.exec(text)) {
    found.push(match);
    if (match[0] === "") find.lastIndex += (text.codePointAt(find.lastIndex) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
}
