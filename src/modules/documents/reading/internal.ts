import { fold, squeeze } from "../../../kernel/text.ts";

/** `line` is 1-based; 0 when the words stand in the file's name. */
export type InternalFound = { phrase: string; line: number };

const alone = /^(tai lieu|van ban|tai lieu nay)? ?(chi )?(luu hanh|su dung|dung|phat hanh)( trong)? noi bo( dang| co quan| don vi)?$/;

/**
 * "Lưu hành nội bộ" on a line or in brackets of its own: such a document is never offered to the public side. A
 * sentence about internal papers is not enough.
 */
export function findInternalMark({ name, text }: { name: string; text: string }): InternalFound | null {
  const inName = fold(name).replace(/[_.-]+/g, " ");
  if (/(luu hanh|su dung) noi bo/.test(inName)) return { phrase: "Lưu hành nội bộ", line: 0 };
  for (const [index, line] of text.split("\n").entries()) {
    for (const cell of line.split(/[|\t]|(?=\()|(?<=\))/u)) {
      const words = squeeze(cell.replace(/[*_#>()[\]"“”.;:!-]+/gu, " "));
      if (words.length <= 60 && alone.test(fold(words))) return { phrase: words, line: index + 1 };
    }
  }
  return null;
}
