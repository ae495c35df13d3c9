/** Bodies with what they do: the grammatical subject, wherever it stands. */
import { headAt, readBodies } from "../bodies/index.ts";
import { deedAfter, genericWithModal } from "./deeds.ts";
import { placesAt } from "./places.ts";

export type Subject = { names: string[]; /** Where its predicate begins. */ end: number; start: number };

const ASKS = /^(?:kính |trân trọng )?(?:giao(?: nhiệm vụ)?(?: cho)?|đề nghị|yêu cầu) /u;
const FIELD_TO_FILL = /^(?:cơ quan|đơn vị|tổ chức|người|bộ phận)$/iu;

export const isUpper = (text: string, at: number): boolean => /^\p{Lu}/u.test(text.slice(at, at + 1));

/** The bodies at `at` with what they do. `ordered`: they stand after "Giao", "Đề nghị". */
export function subjectAt(text: string, low: string, at: number, end: number, ordered = false): Subject | null {
  const open = ordered || isUpper(text, at);
  const modal = genericWithModal(text, low, at, end);
  const bodies = readBodies(text.slice(0, end), low.slice(0, end), at);
  if (bodies === null) {
    const places = ordered || open ? placesAt(text, low, at, end) : null;
    return places && { names: places.names, start: at, end: places.end };
  }
  const predicate = deedAfter(text, low, bodies, end, open);
  if (modal !== null && (predicate < 0 || predicate < modal.end)) return { names: [modal.name], start: at, end: modal.end };
  if (predicate < 0) return null;
  // "Cơ quan chủ trì, thành phần, …": a field to be filled in, not a body.
  if (FIELD_TO_FILL.test(bodies.names.join()) && /^(?:chủ trì|phối hợp|thực hiện)/u.test(low.slice(predicate, predicate + 10))) return null;
  // "… các tổ chức hội: Hội Nông dân, Hội Phụ nữ tích cực vận động": the list behind the colon is meant too.
  if (text[predicate - 1] === ":") {
    const from = predicate + (/^\s*/u.exec(text.slice(predicate))?.[0].length ?? 0);
    const listed = headAt(low, from, text) > 0 && /^(?:các|những) /u.test(low.slice(at, at + 6)) ? subjectAt(text, low, from, end) : null;
    if (listed && listed.names.length > 1) return { names: [...bodies.names.slice(0, -1), ...listed.names], start: at, end: listed.end };
  }
  // "Ban Thường trực … tỉnh đề nghị Ban Thường trực … huyện …": the asked one does it.
  const order = ASKS.exec(low.slice(predicate, predicate + 40));
  if (order) {
    const asked = subjectAt(text, low, predicate + order[0].length, end, true);
    if (asked) return asked;
  }
  return { names: bodies.names, start: at, end: predicate };
}
