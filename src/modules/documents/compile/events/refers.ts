/** Which documents an event is about. */
import type { Stretch } from "../paragraphs/clauses.ts";
import type { FoundEvent } from "./find.ts";

export type DocumentMention = Stretch & { number: string | null };

/** Numbers of the documents that an event is about: listed objects, not those inside another document's title. */
export function refersTo(
  low: string,
  event: FoundEvent,
  limit: number,
  mentions: readonly DocumentMention[],
  scheme: string | null,
): string | null {
  const numbers: string[] = [];
  let end = event.end;
  for (const mention of mentions) {
    if (mention.number === null || mention.start < event.end || mention.end > limit) continue;
    const between = low.slice(end, mention.start);
    if (numbers.length > 0 && !/(?:[;,]|\svà)\s*$/u.test(between)) continue;
    if (numbers.length === 0 && between.length > 160) continue;
    if (/(?:gắn với|theo|căn cứ)\s*$/u.test(between)) continue;
    numbers.push(mention.number);
    end = mention.end;
  }
  const schemes = /(?:thực hiện|triển khai|về) (?:việc thực hiện )?đề án(?! số)/u.exec(low.slice(event.start, limit));
  if (schemes && scheme && !numbers.includes(scheme)) numbers.unshift(scheme);
  return numbers.length > 0 ? numbers.join("; ") : null;
}
