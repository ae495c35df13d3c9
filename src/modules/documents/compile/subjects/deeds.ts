/** What stands right after a name: the deed that makes it a subject, or a colon that makes it a label. */
import type { Bodies } from "../bodies/index.ts";
import { predicateAt } from "../bodies/index.ts";
import { nominal } from "../lexicon/openings.ts";

const NOMINAL = new RegExp(`^${nominal}(?!\\p{L})`, "u");
const BRACKET = /^\s*\([^()]{0,120}\)/u;
/** A kind alone names nobody in particular: "cơ quan", "đơn vị". */
export const BARE_GENERIC =
  /^(?:cơ quan|đơn vị|địa phương|tổ chức|đoàn thể|doanh nghiệp|ban|sở|hội|ngành|cấp(?! ủy)|trường|viện|thành viên|cán bộ|bộ)(?!\p{L})/u;
const MODAL = /^[^,.;:()]{0,90}? (?=(?:có trách nhiệm|có nhiệm vụ|phải|chịu trách nhiệm|cần)(?!\p{L}))/u;

const LEVELLED = /\s(?:tỉnh|huyện|xã|phường|thôn|các cấp|cùng cấp|cơ sở|liên quan|trực thuộc)$/u;
const COMPLETE = /^(?:các |mỗi |từng )?(?:thôn|xã|phường|tổ dân phố|khu dân cư|chi bộ|cấp ủy|đảng ủy|huyện ủy|tỉnh ủy|nhà trường)$/iu;

/** Whether the last name is more than a kind: it has a capital of its own, a level, or three syllables. */
const anchored = (name: string): boolean =>
  /\s[\p{Lu}\d]/u.test(name) || /^\p{Lu}{2,}/u.test(name) || LEVELLED.test(name) || COMPLETE.test(name) || name.split(/\s+/u).length > 2;

/**
 * Offset where the deed begins after the names, -1 when there is none. `open`: the name opens its sentence or is
 * ordered, so that a word which is no verb of the lexicon may be its deed ("Hội Khuyến học lo quỹ …").
 */
export function deedAfter(text: string, low: string, bodies: Bodies, end: number, open: boolean): number {
  const bracket = BRACKET.exec(text.slice(bodies.end, bodies.end + 130))?.[0].length ?? 0;
  const colon = /^\s*:/u.exec(text.slice(bodies.end + bracket));
  if (colon) return bodies.end + bracket + colon[0].length;
  let at = bodies.end + bracket;
  while (at < end && /[\s,]/u.test(text[at] ?? "")) at++;
  if (at >= end) return -1;
  if (predicateAt(low, at, text) > 0) return at;
  const paused = text.slice(bodies.end, at).includes(",");
  if (paused) {
    // "Phó Chủ tịch Thường trực, phụ trách địa bàn": a field after a post is a deed unless a colon makes all of it a label.
    return low.startsWith("phụ trách ", at) && !/^[^.;]{0,90}:/u.test(low.slice(at)) ? at : -1;
  }
  // "Hội A, Hội B mỗi đơn vị đảm nhận một tuyến đường"
  if (/^(?:mỗi|từng) (?:đơn vị|tổ chức|hội|chi hội|thôn|bên|cấp|ngành|cơ quan|địa phương)(?!\p{L})/u.test(low.slice(at, at + 24)))
    return at;
  const [last = ""] = bodies.names.slice(-1);
  if (!open || !anchored(last) || !/\p{Ll}/u.test(text[at] ?? "") || NOMINAL.test(low.slice(at, at + 20))) return -1;
  const words = (text.slice(at, end).split(/[.;:]/u, 1)[0] ?? "").trim().split(/\s+/u).length;
  return words >= 3 ? at : -1;
}

const CONDITIONED = new RegExp(
  "^(?:(?:các|những|mỗi) )?(?:cơ quan|đơn vị|địa phương|tổ chức|chi hội|chi bộ|chi đoàn|thôn|bản|xã|phường|tổ dân phố|khu dân cư|hội|trường|nơi|hộ|đồng chí|cá nhân|tập thể)" +
    "(?: [^,.;:()]{1,30}?)? (?:nào|có|chưa|không|được|đã|thuộc)(?!\\p{L})[^,.;:()]{2,90}? (?=thì (?!bị|được|không được|phải chịu|coi|mới))",
  "u",
);

/** "Xã có từ 15 thôn trở lên thì chọn …", "Địa phương nào chưa có … thì …": the condition says which ones do it. */
export function conditionedAt(text: string, low: string, at: number, end: number): { names: string[]; start: number; end: number } | null {
  const found = CONDITIONED.exec(low.slice(at, Math.min(end, at + 160)));
  if (found === null) return null;
  const stop = at + found[0].length;
  return { names: [text.slice(at, stop).trim()], start: at, end: stop + "thì ".length };
}

/** "cơ quan quản lý người ứng cử có trách nhiệm …": what stands before the modal tells which one is meant. */
export function genericWithModal(text: string, low: string, at: number, end: number): { name: string; start: number; end: number } | null {
  if (!BARE_GENERIC.test(low.slice(at, at + 20))) return null;
  const list = /^(?:(?:các |những )?(?:cơ quan|đơn vị|tổ chức|địa phương|cá nhân|doanh nghiệp)(?:, | và |, và )?)+/u.exec(
    low.slice(at, Math.min(end, at + 120)),
  );
  if (list === null) return null;
  const rest = at + list[0].length;
  const modal = MODAL.exec(` ${low.slice(rest, Math.min(end, rest + 110))}`);
  if (modal === null) return null;
  const stop = rest + modal[0].length - 1;
  return { name: text.slice(at, stop).trim(), start: at, end: stop };
}
