import { fold, squeeze } from "../../../kernel/text.ts";

/** `line` is 1-based; 0 when the words stand in the file's name, null when they stand in a page header or footer. */
export type InternalFound = { phrase: string; line: number | null };

const alone = /^(tai lieu|van ban|tai lieu nay)? ?(chi )?(luu hanh|su dung|dung|phat hanh)( trong)? noi bo( dang| co quan| don vi)?$/;

/**
 * "Lưu hành nội bộ" on a line or in brackets of its own: such a document is never offered to the public side. A
 * sentence about internal papers is not enough.
 */
export function findInternalMark({ name, text, margins = [] }: { name: string; text: string; margins?: string[] }): InternalFound | null {
  const inName = fold(name).replace(/[_.-]+/g, " ");
  if (/(luu hanh|su dung) noi bo/.test(inName)) return { phrase: "Lưu hành nội bộ", line: 0 };
  for (const [index, line] of text.split("\n").entries()) {
    const phrase = phraseOn(line);
    if (phrase !== null) return { phrase, line: index + 1 };
  }
  for (const line of margins) {
    const phrase = phraseOn(line);
    if (phrase !== null) return { phrase, line: null };
  }
  return null;
}

function phraseOn(line: string): string | null {
  for (const cell of line.split(/[|\t]|(?=\()|(?<=\))/u)) {
    const words = squeeze(cell.replace(/[*_#>()[\]"“”.;:!-]+/gu, " "));
    if (words.length <= 60 && alone.test(fold(words))) return words;
  }
  return null;
}
