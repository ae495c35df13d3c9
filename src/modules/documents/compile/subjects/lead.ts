/** Who does it: the subject of a sentence, the object of "Giao/Đề nghị". */
import type { TimeMention } from "../../../../kernel/time/index.ts";
import { headAt, predicateAt, readBodies } from "../bodies/index.ts";
import type { Stretch } from "../paragraphs/clauses.ts";
import { connecting, leadingIn, ordering } from "../lexicon/openings.ts";
import { agentOf } from "./agents.ts";
import { BARE_GENERIC, conditionedAt, genericWithModal } from "./deeds.ts";
import { placesAt } from "./places.ts";
import { isUpper, subjectAt, type Subject } from "./subject.ts";

const ORDERS = new RegExp(`^(?:${connecting},? )?${ordering} `, "u");
const CONNECTS = new RegExp(`^${connecting}(?!\\p{L})`, "u");
const LEAD_IN = new RegExp(`^${leadingIn}(?!\\p{L})`, "u");

/** Subjects found before, by the times of their paragraph: most passes ask for the same sentences and clauses. */
const remembered = new WeakMap<readonly TimeMention[], { text: string; subjects: Map<string, Subject | null> }>();

/** The subject of the clause text[start, end), past times, triggers and "Căn cứ …," that may open it. */
export function readLead(text: string, low: string, stretch: Stretch, times: readonly TimeMention[]): Subject | null {
  let found = remembered.get(times);
  if (found?.text !== text) remembered.set(times, (found = { text, subjects: new Map() }));
  const key = `${stretch.start}-${stretch.end}`;
  let subject = found.subjects.get(key);
  if (subject === undefined) found.subjects.set(key, (subject = subjectOf(text, low, stretch, times)));
  return subject;
}

function subjectOf(text: string, low: string, { start, end }: Stretch, times: readonly TimeMention[]): Subject | null {
  let at = start;
  for (let step = 0; step < 5; step++) {
    while (at < end && (/[\s,“"*]/u.test(text[at] ?? "") || (at > start && text[at] === ":"))) at++;
    const meant = isUpper(text, at) ? conditionedAt(text, low, at, end) : null;
    if (meant) return meant;
    const order = ORDERS.exec(low.slice(at, at + 60));
    if (order) {
      const asked = subjectAt(text, low, at + order[0].length, end, true);
      if (asked || headAt(low, at + order[0].length, text) > 0) return asked;
    }
    if (headAt(low, at, text) > 0) {
      if (BARE_GENERIC.test(low.slice(at, at + 20)) && !isUpper(text, at)) return genericSubject(text, low, at, end);
      return subjectAt(text, low, at, end, at > start);
    }
    const places = at > start || isUpper(text, at) ? placesAt(text, low, at, end) : null;
    if (places) return { names: places.names, start: at, end: places.end };
    const time = times.find((mention) => mention.start >= at && mention.start <= at + 1);
    const opening = CONNECTS.exec(low.slice(at, at + 16));
    if (time && time.kind !== "trigger") at = time.end;
    else if (opening && (headAt(low, at + opening[0].length + 1, text) > 0 || text.slice(at + opening[0].length).startsWith(",")))
      at += opening[0].length;
    else break;
  }
  // "Đăng ký: Các chi bộ gửi …", "Kiểm tra: Từ ngày …, Ban Dân vận …": a caption before the sentence.
  const caption = /^(?!.*(?:trong đó|như sau|cụ thể|gồm))[^.;:]{2,60}:\s+/iu.exec(text.slice(at, Math.min(end, at + 64)));
  if (caption && at === start) {
    const after = readLead(text, low, { start: at + caption[0].length, end }, times);
    if (after) return after;
    const whom = /^(?:riêng )?đối với /u.exec(low.slice(at, at + 20));
    const named = whom && subjectAt(text, low, at + whom[0].length, end);
    if (named && text[named.end - 1] === ":") return named;
  }
  if (LEAD_IN.test(low.slice(at, at + 16))) return pastLeadIn(text, low, at, end);
  return agentOf(text, low, at, end);
}

/** A bare kind in lower case is a subject only with a modal: "… thì đơn vị được giao có trách nhiệm …". */
function genericSubject(text: string, low: string, at: number, end: number): Subject | null {
  const modal = genericWithModal(text, low, at, end);
  return modal && { names: [modal.name], start: at, end: modal.end };
}

/** Whether the name at `at` is one more of a list that something else governs ("giao ban với Ủy ban MTTQ, các tổ chức …"). */
function inList(text: string, low: string, from: number, at: number): boolean {
  const before = low.slice(Math.max(from, at - 200), at);
  const governs = [...before.matchAll(/(?:^|\s)(?:với|của|cho|cùng|giữa|từ|đối với|về)\s+(?=\S)/gu)].at(-1);
  if (governs === undefined) return false;
  const list = readBodies(text, low, Math.max(from, at - 200) + governs.index + governs[0].length);
  return list !== null && list.end > at;
}

const BARE_TIME = /^(?:cuối|đầu|giữa|hằng|hàng|mỗi) (?:năm|quý|tháng|tuần) /u;

/** "Căn cứ …, nguyện vọng …, Ủy ban MTTQ các cấp lựa chọn…": the first name after a comma or "thì" that has a predicate. */
function pastLeadIn(text: string, low: string, from: number, end: number): Subject | null {
  const limit = Math.min(end, from + 700);
  // "Cuối năm họp bình xét, đề nghị …": the deed follows the time at once, so its subject is left out.
  const time = BARE_TIME.exec(low.slice(from, from + 24))?.[0].length ?? 0;
  if (time > 0 && predicateAt(low, from + time) > 0 && !/^(?:trong|đến|trước|vào)(?!\p{L})/u.test(low.slice(from + time))) return null;
  const loose = looseSubject(text, low, from, limit, end);
  const before = Math.min(limit, loose?.start ?? limit);
  for (const found of low.slice(from, before).matchAll(/(?:,|(?<!\p{L})thì)\s*(?=\S)/gu)) {
    const at = from + found.index + found[0].length;
    const then = found[0].startsWith("thì");
    const order = ORDERS.exec(low.slice(at, at + 60));
    if (order && headAt(low, at + order[0].length, text) > 0) return subjectAt(text, low, at + order[0].length, end, true);
    if (headAt(low, at, text) === 0) {
      const places = placesAt(text, low, at, end);
      if (places && !inList(text, low, from, at)) return { names: places.names, start: at, end: places.end };
      continue;
    }
    if (BARE_GENERIC.test(low.slice(at, at + 20)) && !isUpper(text, at) && !then) {
      const subject = genericSubject(text, low, at, end);
      if (subject && !inList(text, low, from, at)) return subject;
      continue;
    }
    if (!then && !isUpper(text, at) && inList(text, low, from, at)) continue;
    const subject = subjectAt(text, low, at, end, then);
    if (subject) return subject;
  }
  return loose;
}

/** "nếu có khó khăn, vướng mắc các cơ quan, đơn vị báo cáo về…": no comma before the name. */
function looseSubject(text: string, low: string, from: number, limit: number, end: number): Subject | null {
  for (const found of low
    .slice(from, limit)
    .matchAll(/\s(?=(?:các|những) (?:cơ quan|đơn vị|sở|ban|địa phương|tổ chức|xã|huyện|ngành) ?)/gu)) {
    const subject = subjectAt(text, low, from + found.index + 1, end);
    if (
      subject &&
      /^(?:kịp thời |chủ động )?(?:báo cáo|phản ánh|tổng hợp|gửi|thông tin|có văn bản|đề xuất)/u.test(
        low.slice(subject.end, subject.end + 40),
      )
    )
      return subject;
  }
  return null;
}
