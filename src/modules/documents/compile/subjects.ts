/** Who does it and with whom: the subject of a sentence, the object of "Giao/Đề nghị", the partners of "phối hợp với". */
import type { TimeMention } from "../../../kernel/time/index.ts";
import type { Bodies } from "./bodies/index.ts";
import { headAt, predicateAt, readBodies } from "./bodies/index.ts";
import type { Stretch } from "./clauses.ts";

export type Subject = { names: string[]; /** Where its predicate begins. */ end: number; start: number };

const ORDERS =
  /^(?:trong đó,? |theo đó,? |đồng thời,? |kính |tiếp tục )?(?:giao(?: cho| nhiệm vụ cho)?|đề nghị|yêu cầu|phân công|ủy quyền(?: cho)?|chỉ định) /u;
const ASKS = /^(?:kính )?(?:giao(?: cho| nhiệm vụ cho)?|đề nghị|yêu cầu) /u;
const LEAD_IN =
  /^(?:căn cứ|trên cơ sở|thực hiện(?= (?:nghị|chỉ thị|kế hoạch|quyết|kết luận|quy|hướng|chương|luật|đề án|thông))|trong|sau|trước|khi|nếu|đối với|từ|thông qua|để|nhằm|kết thúc|ngoài ra|đồng thời|bên cạnh|đặc biệt|theo|hằng|hàng|định kỳ|mỗi khi|vào|chậm nhất|riêng|quá trình|ngay|tùy|với|qua|từng|trường hợp|giai đoạn|năm|quý|tháng|đến|thời gian)(?!\p{L})/u;
const BARE_GENERIC =
  /^(?:cơ quan|đơn vị|địa phương|tổ chức|đoàn thể|doanh nghiệp|ban|sở|hội|ngành|cấp(?! ủy)|trường|viện|thành viên|cán bộ|bộ)(?!\p{L})/u;

/** What stands right after the name: a predicate, or a colon that ends a label. */
function predicateAfter(text: string, low: string, bodies: Bodies, end: number): number {
  const rest = /^(?:\s*\([^()]{0,120}\))?\s*,?\s*/u.exec(text.slice(bodies.end, Math.min(end, bodies.end + 130)))?.[0].length ?? 0;
  const at = bodies.end + rest;
  if (/^\s*(?:\([^()]{0,120}\))?\s*:/u.test(text.slice(bodies.end, bodies.end + 130))) return text.indexOf(":", bodies.end) + 1;
  if (at < end && predicateAt(low, at, text) > 0) return at;
  return -1;
}

const PART_OF_NAME =
  /^(?:nhân dân|trên địa bàn|cùng cấp|cơ sở|trực thuộc|liên quan|khu dân cư|tổ dân phố|địa phương|các cấp|các xã|các phường|các thôn|các huyện|các chi|cấp (?:tỉnh|huyện|xã|ủy|thôn)|tỉnh|huyện|xã|phường|thôn|bản|ấp|quận|trung ương|thành phố|thị xã|thị trấn|đặc khu|số|việt nam)(?!\p{L})/u;
const NO_DEED =
  /^(?:và|hoặc|với|cùng|của|các|những|mỗi|từng|về|trên|dưới|cấp|liên|chính trị|xã hội|dân|chuyên|toàn|mới|khác|này|nêu|thuộc|trực|công tác|cơ|lực lượng|đoàn thể|nhà nước|nước|sự nghiệp|ngành|lĩnh vực|ở|giữa)(?!\p{L})/u;

/**
 * "Hội Phụ nữ xã nấu cháo cho …": a name that runs to the end of the sentence holds a verb the lexicon lacks. The name is
 * its kind, its capitalised words (two syllables each: "Phụ nữ") and its level; what follows is taken for the deed.
 */
function unknownDeed(text: string, low: string, bodies: Bodies, at: number, limit: number): Subject | null {
  const last = bodies.names.at(-1) ?? "";
  const start = text.lastIndexOf(last, bodies.end);
  if (
    !/^\p{Lu}/u.test(text.slice(at, at + 1)) ||
    start < at ||
    (BARE_GENERIC.test(low.slice(at, at + 20)) && !/^\p{L}+ \p{Lu}/u.test(text.slice(at, at + 20)))
  )
    return null;
  const head = headAt(low, start, text);
  if (head === 0 || bodies.end - start - head < 12) return null;
  let k = start + head;
  let proper = false;
  for (;;) {
    while (/\s/u.test(text[k] ?? "")) k++;
    const level = PART_OF_NAME.exec(low.slice(k, k + 24));
    const word = /^[\p{L}\d]+(?: - \p{L}+)?/u.exec(text.slice(k, Math.min(limit, k + 24)))?.[0] ?? "";
    if (word === "" || k >= bodies.end) return null;
    if (level) k += level[0].length;
    else if (/^[\p{Lu}\d]/u.test(word)) {
      k += word.length;
      // The second syllable of "Phụ nữ"; a place ("Hòa Phú") has capitals throughout.
      const second: RegExpExecArray | null = proper ? null : /^ \p{Ll}+(?! ?,)/u.exec(text.slice(k, k + 10));
      if (second && /^\p{Lu}/u.test(word) && !PART_OF_NAME.test(low.slice(k + 1, k + 25))) k += second[0].length;
      proper = second === null;
      continue;
    } else break;
    proper = false;
  }
  const deed = text.slice(k, limit).split(/[.;:]/u, 1)[0] ?? "";
  if (NO_DEED.test(low.slice(k, k + 20)) || deed.split(/\s+/u).length < 3) return null;
  const name = text.slice(start, k).trim();
  if (name.length <= head && bodies.names.length === 1 && !/^(?:các|mỗi|từng) /u.test(low.slice(at, at + 6))) return null;
  return { names: [...bodies.names.slice(0, -1), name], start: at, end: k };
}

function subjectAt(text: string, low: string, at: number, end: number): Subject | null {
  const bodies = readBodies(text.slice(0, end), low.slice(0, end), at);
  if (bodies === null) return null;
  const predicate = predicateAfter(text, low, bodies, end);
  if (predicate < 0) return unknownDeed(text, low, bodies, at, end);
  // "Cơ quan chủ trì, thành phần, …": a field to be filled in, not a body.
  if (
    /^(?:cơ quan|đơn vị|tổ chức|người|bộ phận)$/iu.test(bodies.names.join()) &&
    /^(?:chủ trì|phối hợp|thực hiện)/u.test(low.slice(predicate, predicate + 10))
  )
    return null;
  // "Ban Thường trực … tỉnh đề nghị Ban Thường trực … huyện …": the asked one does it.
  const order = ASKS.exec(low.slice(predicate, predicate + 40));
  if (order) {
    const asked = subjectAt(text, low, predicate + order[0].length, end);
    if (asked) return asked;
  }
  return { names: bodies.names, start: at, end: predicate };
}

/** The subject of the clause text[start, end), past times, triggers and "Căn cứ …," that may open it. */
export function readLead(text: string, low: string, { start, end }: Stretch, times: readonly TimeMention[]): Subject | null {
  let at = start;
  for (let step = 0; step < 5; step++) {
    while (at < end && /[\s,“"*]/u.test(text[at] ?? "")) at++;
    const order = ORDERS.exec(low.slice(at, at + 50));
    if (order) return subjectAt(text, low, at + order[0].length, end);
    if (headAt(low, at, text) > 0) {
      if (BARE_GENERIC.test(low.slice(at, at + 20)) && !/^\p{Lu}/u.test(text.slice(at, at + 1))) return null;
      return subjectAt(text, low, at, end);
    }
    const time = times.find((mention) => mention.start >= at && mention.start <= at + 1);
    const opening = /^(?:đồng thời|đặc biệt|ngoài ra|bên cạnh đó|riêng|trong đó|qua đó|định kỳ)(?!\p{L})/u.exec(low.slice(at, at + 14));
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
  }
  if (!LEAD_IN.test(low.slice(at, at + 14))) return null;
  return pastLeadIn(text, low, at, end);
}

/** Whether the name at `at` is one more of a list that something else governs ("giao ban với Ủy ban MTTQ, các tổ chức …"). */
function inList(text: string, low: string, from: number, at: number): boolean {
  const before = low.slice(Math.max(from, at - 200), at);
  const governs = [...before.matchAll(/(?:^|\s)(?:với|của|cho|cùng|giữa|từ|đối với|về)\s+(?=\S)/gu)].at(-1);
  if (governs === undefined) return false;
  const list = readBodies(text, low, Math.max(from, at - 200) + governs.index + governs[0].length);
  return list !== null && list.end > at;
}

/** "Căn cứ …, nguyện vọng …, Ủy ban MTTQ các cấp lựa chọn…": the first name after a comma that has a predicate. */
function pastLeadIn(text: string, low: string, from: number, end: number): Subject | null {
  const limit = Math.min(end, from + 700);
  const loose = looseSubject(text, low, from, limit, end);
  for (
    let comma = text.indexOf(",", from);
    comma >= 0 && comma < Math.min(limit, loose?.start ?? limit);
    comma = text.indexOf(",", comma + 1)
  ) {
    const at = comma + 1 + (/^\s*/u.exec(text.slice(comma + 1, comma + 4))?.[0].length ?? 0);
    const order = ORDERS.exec(low.slice(at, at + 50));
    if (order) return subjectAt(text, low, at + order[0].length, end);
    if (headAt(low, at, text) === 0 || (BARE_GENERIC.test(low.slice(at, at + 20)) && !/^\p{Lu}/u.test(text[at] ?? ""))) continue;
    if (/^\p{Ll}/u.test(text[at] ?? "") && inList(text, low, from, at)) continue;
    const subject = subjectAt(text, low, at, end);
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

const PARTNERS =
  /phối (?:kết )?hợp(?: (?:chặt chẽ|thường xuyên|tốt|đồng bộ|công tác|hoạt động|thực hiện|tổ chức|triển khai|chỉ đạo))?,? (?:với |cùng với |cùng |)/gu;

/** Partners of every "phối hợp (với|cùng) …" in the stretches. */
export function readPartners(text: string, low: string, stretches: readonly Stretch[]): string[] {
  const names: string[] = [];
  for (const { start, end } of stretches) {
    for (const found of low.slice(start, end).matchAll(PARTNERS)) {
      const at = start + found.index + found[0].length;
      // "Hướng dẫn, đôn đốc MTTQ các cấp phối hợp với …": partners of those who are guided.
      const before = low.slice(start, start + found.index);
      if (
        /^(?:hướng dẫn|chỉ đạo|đôn đốc|lãnh đạo)(?!\p{L})/u.test(before) &&
        (/[^,;]*$/u.exec(before)?.[0].trim().split(" ").length ?? 0) > 2
      )
        continue;
      // "công tác phối hợp giữa …", "chương trình phối hợp thống nhất hành động" have no partner here.
      if (!/(?:với|cùng) $/u.test(found[0]) && BARE_GENERIC.test(low.slice(at, at + 20)) && !/^\p{Lu}/u.test(text[at] ?? "")) continue;
      const bodies = readBodies(text.slice(0, end), low.slice(0, end), at);
      if (bodies) for (const name of bodies.names) if (!names.includes(name)) names.push(name);
    }
  }
  return names;
}

/** "(Giao Công an tỉnh chủ trì, …)" at the end of an item names its lead. */
export function bracketedOrder(text: string, low: string, { start, end }: Stretch): Subject | null {
  const found = /\((?:giao|đề nghị) /u.exec(low.slice(start, end));
  return found ? subjectAt(text, low, start + found.index + found[0].length, end) : null;
}

/** "đối thoại giữa lãnh đạo MTTQ, lãnh đạo các tổ chức thành viên với Nhân dân": those who meet the people hold it. */
export function heldBetween(text: string, low: string, { start, end }: Stretch): string[] {
  const found = /(?:đối thoại|gặp mặt|gặp gỡ|làm việc|tiếp xúc)(?: trực tiếp| định kỳ)* giữa (?!cử tri)/u.exec(low.slice(start, end));
  if (found === null) return [];
  const bodies = readBodies(text.slice(0, end), low.slice(0, end), start + found.index + found[0].length);
  return bodies !== null && /^\s*(?:với|và)\s/u.test(low.slice(bodies.end, bodies.end + 6)) ? bodies.names : [];
}
