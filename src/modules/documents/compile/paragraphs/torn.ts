/** Syllables that recognition tore apart: "gần d ân", "các t ỉ nh", "xã hộ i". No Vietnamese word is a lone consonant. */
import { matchesOf } from "../../../../kernel/text.ts";

const VOWEL = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ";
const ONSET = "(?:ngh|ch|gh|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnprstvx])";
const NAMED_BY_LETTER = String.raw`(?:điểm|mục|nhóm|loại|hạng|khu|lớp|mẫu|tiết|lô|tổ|ấp|thôn)`;
/** The space in "d ân" (not in "khu b ở", "7 h ăn"), and the one in "tỉ nh". */
const TORN = new RegExp(
  `(?<![\\p{L}\\p{M}\\d])(?<!(?:\\d|${NAMED_BY_LETTER}) )${ONSET}( )(?=[${VOWEL}])|(?<=[${VOWEL}])( )(?=(?:nh|ng|ch|i)(?![\\p{L}\\p{M}\\d.)/]))`,
  "gu",
);

/** Offsets of the spaces that stand inside a syllable, ascending. */
export function tornSpaces(text: string): number[] {
  return matchesOf(text, TORN).map((found) => found.index + found[0].length - 1);
}
