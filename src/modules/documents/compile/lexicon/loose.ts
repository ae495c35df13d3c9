/** Fixed words of the genre as recognition may print them: any mark on a vowel, any spacing, any dash. */

const VARIANTS: Readonly<Record<string, string>> = {
  a: "aàáảãạăằắẳẵặâầấẩẫậ",
  e: "eèéẻẽẹêềếểễệ",
  i: "iìíỉĩị",
  o: "oòóỏõọôồốổỗộơờớởỡợ",
  u: "uùúủũụưừứửữự",
  y: "yỳýỷỹỵ",
  d: "dđ",
};
const base = new Map(Object.entries(VARIANTS).flatMap(([plain, marked]) => [...marked].map((letter) => [letter, plain] as const)));

/** Source of a regular expression (flags "iu") that finds the words whatever became of their marks and spaces. */
export function loosely(words: string): string {
  return [...words.toLowerCase()]
    .map((letter) => {
      if (letter === " ") return String.raw`\s*`;
      if (letter === "-") return "[-–—−]?";
      const plain = base.get(letter);
      return plain === undefined ? letter : `[${VARIANTS[plain]}]`;
    })
    .join("");
}
