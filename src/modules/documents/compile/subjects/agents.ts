/** Who does it when the sentence has the deed first: "do X chủ trì", "(Giao X …)", "đối thoại giữa X với …". */
import { matchesOf } from "../../../../kernel/text.ts";
import { headAt, predicateAt, readBodies } from "../bodies/index.ts";
import type { Stretch } from "../paragraphs/clauses.ts";
import { agency } from "../lexicon/openings.ts";
import { subjectAt, type Subject } from "./subject.ts";

const AGENCY = new RegExp(`^${agency}(?!\\p{L})`, "u");
const BY = /(?:^|(?<=[\s(,:]))(?:do|giao(?: nhiệm vụ)?(?: cho)?) (?=\p{L})/gu;

/**
 * "Do Công an xã chủ trì, …", "Việc tuyên truyền do … đảm nhiệm", "Nội dung này giao cho … tham mưu". A sentence that
 * begins with a deed keeps its own subject: there "do X ban hành" only tells which document is meant.
 */
export function agentOf(text: string, low: string, start: number, end: number): Subject | null {
  if (predicateAt(low, start, text) > 0 && !low.startsWith("do ", start)) return null;
  for (const found of matchesOf(low.slice(start, Math.min(end, start + 300)), BY)) {
    const at = start + found.index + found[0].length;
    if (headAt(low, at, text) === 0) continue;
    const bodies = readBodies(text.slice(0, end), low.slice(0, end), at);
    if (bodies === null) continue;
    const deed = bodies.end + (/^[\s,]*/u.exec(text.slice(bodies.end, bodies.end + 4))?.[0].length ?? 0);
    if (AGENCY.test(low.slice(deed, deed + 20))) return { names: bodies.names, start: at, end: deed };
  }
  return null;
}

/** "(Giao Công an tỉnh chủ trì, …)", "(Sở Y tế chủ trì; …)" at the end of an item names its lead. */
export function bracketedOrder(text: string, low: string, { start, end }: Stretch): Subject | null {
  const found = /\((?:giao|đề nghị|do|phân công) (?=\p{L})/u.exec(low.slice(start, end));
  if (found) return subjectAt(text, low, start + found.index + found[0].length, end, true);
  const closing = /\((?=[^()]{6,200}\)[\s.;/]*$)/u.exec(low.slice(start, end));
  if (closing === null) return null;
  const at = start + closing.index + 1;
  const subject = headAt(low, at, text) > 0 ? subjectAt(text, low, at, end) : null;
  return subject &&
    /^(?:chủ trì|thực hiện|tham mưu|phụ trách|chịu trách nhiệm|đảm nhiệm|đảm nhận)/u.test(low.slice(subject.end, subject.end + 20))
    ? subject
    : null;
}

/** "đối thoại giữa lãnh đạo MTTQ, lãnh đạo các tổ chức thành viên với Nhân dân": those who meet the people hold it. */
export function heldBetween(text: string, low: string, { start, end }: Stretch): string[] {
  const found = /(?:đối thoại|gặp mặt|gặp gỡ|làm việc|tiếp xúc)(?: trực tiếp| định kỳ)* giữa (?!cử tri)/u.exec(low.slice(start, end));
  if (found === null) return [];
  const bodies = readBodies(text.slice(0, end), low.slice(0, end), start + found.index + found[0].length);
  return bodies !== null && /^\s*(?:với|và)\s/u.test(low.slice(bodies.end, bodies.end + 6)) ? bodies.names : [];
}
