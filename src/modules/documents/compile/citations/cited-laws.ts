/** Laws cited by title, and whether two titles are one law ("Luật Bảo vệ BMNN", "Luật Bảo vệ bí mật nhà nước"). */
import { fold, squeeze } from "../../../../kernel/text.ts";
import type { Mention } from "./cited-numbers.ts";
import { coverage, dateAt } from "./cited-numbers.ts";
import { commaTitles, titleEnds } from "../lexicon/laws.ts";
import { lexical } from "../bodies/index.ts";
import type { Paragraph } from "../paragraphs/paragraphs.ts";

const LAW = /(?<!\p{L})(?:Bộ luật|Luật|Pháp lệnh) (?=\p{Lu}(?:\p{Ll}|\p{Lu}))[^.;:()“”"[\]]{3,130}/gu;
const AMENDED = /(?:một số điều(?:,? khoản)? của|Điều \d+,?|khoản \d+,?|sửa đổi|thay thế|[“"])\s*$/u;
const KINDS = ["Bộ luật", "Pháp lệnh"] as const;

/** Title of the law that begins at the head of `text`: up to a word that no title goes on with, or a comma outside a title. */
function titleOf(text: string): string {
  const kind = /^(?:Bộ luật|Luật|Pháp lệnh) /u.exec(text)?.[0].length ?? 0;
  const low = lexical(text);
  const inner = commaTitles.find((title) => low.startsWith(title, kind));
  const comma = text.indexOf(",", kind + (inner?.length ?? 0));
  const stop = text.slice(kind).search(titleEnds);
  const ends = [comma, stop < 0 ? -1 : stop + kind].filter((at) => at >= 0);
  return squeeze(text.slice(0, Math.min(text.length, ...ends))).replace(/ (?:và|hoặc)$/u, "");
}

export function lawsIn(paragraph: Paragraph, numbered: readonly Mention[]): Mention[] {
  const { text } = paragraph;
  const covered = coverage(numbered);
  let amended = -1;
  const found: Mention[] = [];
  // A title may hold the next one ("Luật Khiếu nại, Luật Tố cáo"), so the search goes on behind the title.
  for (const pattern = new RegExp(LAW); ;) {
    const match = pattern.exec(text);
    if (match === null) break;
    const start = match.index;
    const title = titleOf(match[0]);
    let end = start + title.length;
    pattern.lastIndex = end;
    const before = text.slice(Math.max(0, start - 24), start);
    // "… một số điều của Luật A, Luật B": what is amended is named by the amending law.
    if (AMENDED.test(before) || (amended >= 0 && /^(?:,| và|, và) $/u.test(text.slice(amended, start)))) {
      amended = end;
      continue;
    }
    if (/^(?:Bộ luật|Luật|Pháp lệnh) (?:sửa|Sửa)/u.test(title) || covered(start, end)) continue;
    const day = dateAt(text, end);
    if (day) ({ end } = day);
    const type = KINDS.find((kind) => title.startsWith(kind)) ?? "Luật";
    found.push({ paragraph, start, end, type, number: null, date: day?.date ?? null, issuer: null, title, short: false });
  }
  return found;
}

const wordsOf = (title: string): string[] =>
  fold(title)
    .replace(/^(?:bo luat|luat|phap lenh) /, "")
    .split(/[\s,]+/);

/** Whether one title is the other, cut short or with an abbreviation for some of its words. */
export function sameLaw(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [x = "", y = ""] = [a[i], b[j]];
    if (x === y) [i, j] = [i + 1, j + 1];
    else if (initials(b, j, x)) [i, j] = [i + 1, j + x.length];
    else if (initials(a, i, y)) [i, j] = [i + y.length, j + 1];
    else return false;
  }
  return true;
}

const initials = (words: readonly string[], at: number, short: string): boolean =>
  short.length >= 2 && [...short].every((letter, k) => words[at + k]?.startsWith(letter) === true && (words[at + k]?.length ?? 0) > 1);
