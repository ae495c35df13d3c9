/** Which documents a text says it replaces or ends: read from the words directly before or after a citation. */
import { nfc } from "../../../kernel/text.ts";
import type { Span } from "../compile/plan.ts";
import { numberKey } from "./number.ts";

export type Ending = { node: string; line: number; words: string; how: "replaced" | "ended" };

type Cited = { number: string | null; date: string | null; line: number; span: Span };

/** "bãi bỏ Điều 3 của Quyết định …" leaves the rest in force, so only the bare verb before the document counts. */
const replaces = /(thay thế|thay cho)(?: cho)?(?: các| toàn bộ)?\s*$/iu;
const ends = /(bãi bỏ|hủy bỏ|huỷ bỏ|chấm dứt hiệu lực(?: thi hành)?(?: của)?|kết thúc (?:việc )?thực hiện)(?: các| toàn bộ)?\s*$/iu;
const endsAfter = /^[^.;]{0,160}?hết hiệu lực(?: thi hành)?/iu;
const onlyParts = /(?:điều|khoản|mục|điểm|một phần)/iu;

type Placed = { line: number; end: number; how: Ending["how"] };

/** One entry for each document; a plan of twenty pages is read in one pass over its citations. */
export function endingsIn(lines: readonly string[], citations: readonly Cited[]): Ending[] {
  const found = new Map<string, Ending>();
  let last = null as Placed | null;
  const ordered = citations.toSorted((a, b) => a.line - b.line || a.span.start - b.span.start);
  for (const [at, { number, date, line, span }] of ordered.entries()) {
    const text = lines[line - 1] ?? "";
    const key = numberKey(number);
    const before = nfc(text.slice(0, span.start));
    // "thay thế Quyết định A; Quyết định B và Kế hoạch C": the next of a list is ended with the first.
    const joined: boolean =
      last !== null && last.line === line && /^[^.]{0,120}?(?:[,;]|\svà)\s*(?:các\s+)?$/iu.test(nfc(text.slice(last.end, span.start)));
    const stated = verbBefore(before) ?? (joined ? (last as Placed).how : null);
    const next = ordered[at + 1];
    // As far as the next document that is named: what stands after that is said of that one.
    const after = endsAfter.exec(nfc(text.slice(span.start, next?.line === line ? next.span.start : undefined)));
    const how = stated ?? (after !== null && !onlyParts.test(after[0]) ? "ended" : null);
    last = how === null ? null : { line, end: span.end, how };
    if (how === null || key === null) continue;
    const node = `${key}@${date ?? ""}`;
    if (!found.has(node)) found.set(node, { node, line, words: sentenceAt(text, span.start), how });
  }
  return [...found.values()];
}

function verbBefore(words: string): Ending["how"] | null {
  if (replaces.test(words)) return "replaced";
  return ends.test(words) ? "ended" : null;
}

/** The sentence round a place, cut to what a list can show. */
function sentenceAt(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf(". ", at) + 1, text.lastIndexOf("; ", at) + 1, at - 120, 0);
  const end = text.indexOf(". ", at);
  return text.slice(start, end === -1 ? start + 280 : Math.min(end + 1, start + 280)).trim();
}
