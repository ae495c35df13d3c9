/** Who receives it, and through whose hands: "về Ban Thường trực (qua Văn phòng)", "cho đ/c Phó Chủ tịch", "lên cấp trên". */
import { matchesOf, squeeze } from "../../../../kernel/text.ts";
import { headAt, lexical, readBodies } from "../bodies/index.ts";
import type { Unit } from "../tasks/index.ts";
import type { Act } from "./acts.ts";

/** Receivers of one breath: printed at [start, end) (`past`: behind their bracket), each an entry of its own. */
export type Receiver = { names: string[]; via: string | null; start: number; end: number; past: number };
type Words = Pick<Unit, "paragraph" | "low">;

const RECEIVES =
  /^(?:cấp (?:ủy|trên|có thẩm quyền)|ủy ban|ubnd|ubmttq|ub |mttq|mặt trận|ban |sở |phòng |tỉnh ủy|thành ủy|huyện ủy|đảng ủy|quận ủy|thường trực|chủ tịch|phó chủ tịch|văn phòng|hội |đoàn |liên đoàn|hđnd|hội đồng|trung tâm|công an|bộ |thủ tướng|chính phủ|cơ quan|bí thư|các ban|btt|btv|bcđ|trung ương|trưởng|giám đốc|lãnh đạo|tổ |cục |chi cục|viện |đài |khối|liên minh|tỉnh đoàn|thành đoàn|huyện đoàn|tổng cục|chánh)/u;
/** One person, by name, by post or by what he is charged with. */
const PERSON =
  /^(?:(?:các )?(?:đồng chí|đ\/c|ông|bà) (?=\p{L})|(?:cán bộ|lãnh đạo|ủy viên|thành viên|người|bộ phận|đầu mối) (?=phụ trách|đầu mối|theo dõi|tổng hợp|thường trực|được (?:giao|phân công)))/u;
const PERSON_ENDS =
  /[,;.:()]|\s(?:để|trước|vào|chậm|trong|khi|theo|qua|và|hằng|hàng|ngay|bằng|biết|tổng hợp|xem xét|chỉ đạo|xử lý)(?!\p{L})/u;
/** A level stands for its organ behind "về", "lên": "gửi về tỉnh (qua Văn phòng)". */
const LEVEL =
  /^(?:tỉnh|thành phố|huyện|xã|phường|trung ương|cấp trên(?: trực tiếp)?|đơn vị chủ trì|đơn vị đầu mối|(?:tỉnh|huyện|thành|trung ương) hội)(?=\s*(?:[,;.(]|$)|\s(?:để|trước|chậm|vào|trong|theo|qua|hằng|hàng|định kỳ|biết|tổng hợp)(?!\p{L}))/u;
const ADDRESS =
  /^(?:(?:theo )?(?:hòm thư|hộp thư|địa chỉ|thư điện tử|email|e-mail|công vụ|nhóm zalo|zalo)(?: điện tử| công vụ)?\s*:?\s+)+(?:của |cho )?/u;

/** "Đảng ủy và Ủy ban MTTQ xã" are two who hear of it; "HĐND và UBND xã", "MTTQ và các đoàn thể" share what follows. */
function apart(name: string): string[] {
  const [first = "", second, ...more] = name.split(/ và (?=\p{Lu})/u);
  const whole =
    second === undefined || more.length > 0 || !/ /.test(first) || !RECEIVES.test(lexical(first)) || !RECEIVES.test(lexical(second));
  return whole ? [name] : [first, second];
}

function personAt({ paragraph, low }: Words, at: number, end: number): { names: string[]; end: number } | null {
  const opening = PERSON.exec(low.slice(at, at + 40))?.[0].length ?? 0;
  if (opening === 0) return null;
  const rest = low.slice(at + opening, Math.min(end, at + opening + 80));
  const length = PERSON_ENDS.exec(rest)?.index ?? rest.length;
  if (length === 0 || rest.slice(0, length).split(" ").length > 8) return null;
  return { names: [squeeze(paragraph.text.slice(at, at + opening + length))], end: at + opening + length };
}

function bodyAt({ paragraph, low }: Words, at: number, end: number): { names: string[]; end: number } | null {
  if (headAt(low, at, paragraph.text) === 0 || !RECEIVES.test(low.slice(at, at + 20))) return null;
  // "báo cáo Đảng ủy, tổ chức hội nghị …": the verb, not a further body.
  const verb = /, tổ chức (?!chính trị|xã hội|thành viên|liên quan|cá nhân)/u.exec(low.slice(at, Math.min(end, at + 420)));
  const until = verb ? at + verb.index : end;
  const bodies = readBodies(paragraph.text.slice(0, until), low.slice(0, until), at);
  if (bodies === null) return null;
  return { names: bodies.names.flatMap((name) => apart(squeeze(name).replace(/\s*\((?:thông )?qua.*$/u, ""))), end: bodies.end };
}

/** "(qua Ban Phong trào, địa chỉ …)", "thông qua Văn phòng": whose hands it goes through, and where that ends. */
function viaAfter(words: Words, at: number, end: number): { via: string; end: number } | null {
  const rest = words.paragraph.text.slice(at, end);
  const bracket = /^\s*\((?:(?:bằng )?văn bản,? )?(?:thông )?qua ([^()]{2,160})\)?/iu.exec(rest);
  if (bracket) {
    const [printed = "", inside = ""] = bracket;
    const via = inside.replace(
      /[,;:]?\s(?:theo |số |tại )?(?:địa chỉ|điện thoại|thư điện tử|email|hộp thư|đt|sđt|số máy|đ\/c)(?!\p{L}).*$/iu,
      "",
    );
    return { via: squeeze(via), end: at + printed.length };
  }
  const open = /^,?\s+(?:thông )?qua\s+/iu.exec(rest);
  const through = open && bodyAt(words, at + open[0].length, end);
  return through ? { via: through.names.join(", "), end: through.end } : null;
}

/** "gửi qua Văn phòng để trình …", "thông qua Ban Dân vận báo cáo …": named before the receiver. */
function viaBefore(words: Words, from: number, to: number): string | null {
  const found = /(?<!(?:năm|vừa|thời gian|tuần|tháng) |\p{L})(?:thông )?qua (?=\S)/u.exec(words.low.slice(from, to));
  const through = found && bodyAt(words, from + found.index + found[0].length, to);
  const rest = through && words.low.slice(through.end, to);
  return through && /^[\s,)]*(?:để|gửi|kịp thời|tổng hợp|về|cho|lên|tới|đến|báo cáo|trình|[\s,])*$/u.test(rest ?? "x")
    ? through.names.join(", ").replace(/\s(?:về|lên|cho|tới|đến|để)$/u, "")
    : null;
}

function oneAt(words: Words, at: number, end: number, towards: string): Receiver | null {
  const start = at + (ADDRESS.exec(words.low.slice(at, at + 60))?.[0].length ?? 0);
  const level = /^(?:về|lên|báo cáo|gửi)/u.test(towards)
    ? (LEVEL.exec(words.low.slice(start, Math.min(end, start + 30)))?.[0].length ?? 0)
    : 0;
  const read =
    level > 0
      ? { names: [words.paragraph.text.slice(start, start + level)], end: start + level }
      : (personAt(words, start, end) ?? bodyAt(words, start, end));
  if (read === null) return null;
  const via = viaAfter(words, read.end, end);
  return { ...read, start, via: via?.via ?? null, past: via?.end ?? read.end };
}

/** The receivers at an offset: those behind a bracket or a second preposition belong to them too. */
function receiversAt(words: Words, at: number, end: number, towards = ""): Receiver[] {
  const found: Receiver[] = [];
  let next: Receiver | null = oneAt(words, at, end, towards);
  while (next !== null && found.length < 6) {
    found.push(next);
    const rest = words.low.slice(next.past, Math.min(end, next.past + 60));
    const bracket = /^\s*\([^()]{0,40}\)/u.exec(rest)?.[0].length ?? 0;
    const joint = /^(?:\s*,)?\s+(?:và|đồng thời)(?: gửi| báo cáo)?(?: (?:về|cho|tới|đến|lên|với))?\s+/u.exec(rest.slice(bracket));
    next = joint ? oneAt(words, next.past + bracket + joint[0].length, end, joint[0].trim().split(" ").at(-1) ?? "") : null;
  }
  return found;
}

const TOWARDS = /(?<!\p{L}|đối |hợp |cùng |gắn |so |việc |quan hệ )(?:về|với|cho|lên|tới|đến)\s+/gu;
/** Gifts and help go to a body without being a report. */
const GIVES = /(?:^|\s)(?:hỗ trợ|giúp đỡ|giúp|tặng|trao|cấp phát|chi trả|tập huấn|hướng dẫn|tuyên truyền)(?!\p{L})[^,;]*$/u;
/** What may stand between the verb and the receiver: "báo cáo ngay UBND phường", "báo cáo, xin ý kiến Ban Thường vụ". */
const MANNER =
  /^(?:,? (?:ngay(?: lập tức)?|nhanh|kịp thời|đột xuất|trực tiếp|bằng (?:văn bản|điện thoại|lời|tin nhắn)|định kỳ|thường xuyên|cho|với|lên|về|tới|đến|xin ý kiến(?: chỉ đạo)?(?: của)?|đề xuất(?: với)?))*\s/u;
const DIRECT = /^(?:báo cáo|báo|gửi|nộp|trình|trình báo)$/u;
/** "… để Hội Phụ nữ xã tổng hợp": what one does who was told. */
const GATHERS =
  /^\s(?:tổng hợp|theo dõi|xem xét|báo cáo|chỉ đạo|nắm|có cơ sở|điều chỉnh|quyết định|giải quyết|xử lý|hướng dẫn|cho ý kiến|kịp thời)(?!\p{L})/u;

function gatheredBy(words: Words, from: number, end: number): Receiver | null {
  const purpose = / để (?=\S)/u.exec(words.low.slice(from, end));
  if (purpose === null) return null;
  const receiver = oneAt(words, from + purpose.index + purpose[0].length, end, "");
  return receiver && GATHERS.test(words.low.slice(receiver.end, receiver.end + 14)) ? receiver : null;
}

/** Receivers of the act; `whatEnd` is where what was sent ends, -1 when nothing stands between; `direct`: right behind the verb. */
export type Receivers = { receivers: Receiver[]; whatEnd: number; direct: boolean };

export function receiversOf(words: Words, act: Act, end: number): Receivers | null {
  const { low } = words;
  const manner = MANNER.exec(low.slice(act.end, act.end + 60))?.[0].length ?? 0;
  const towards =
    low
      .slice(act.end, act.end + manner)
      .trim()
      .split(" ")
      .at(-1) || act.verb;
  const direct = DIRECT.test(act.verb) && manner > 0 ? receiversAt(words, act.end + manner, end, towards) : [];
  if (direct.length > 0) return { receivers: withVia(words, act, direct), whatEnd: -1, direct: true };
  const limit = Math.min(end, act.end + (/^(?:báo|thông tin|chuyển|trình)$/u.test(act.verb) ? 90 : 500));
  for (const found of matchesOf(low.slice(act.end, limit), TOWARDS)) {
    const way = found[0].trim();
    if (act.verb === "đăng ký" && way === "cho") continue;
    // What is passed on sideways or down is no report: "chuyển đến cơ quan chức năng".
    if (/^(?:chuyển|trình)$/u.test(act.verb) && way !== "về" && way !== "lên") continue;
    const whatEnd = act.end + found.index;
    if (way === "cho" && GIVES.test(low.slice(act.end, whatEnd))) continue;
    const receivers = receiversAt(words, whatEnd + found[0].length, end, way);
    if (receivers.length > 0) return { receivers: withVia(words, act, receivers), whatEnd, direct: false };
  }
  if (/^(?:phản ánh|đăng ký|chuyển|trình|thông tin)$/u.test(act.verb)) return null;
  const gathering = gatheredBy(words, act.end, limit);
  if (gathering) return { receivers: [gathering], whatEnd: gathering.start - 4, direct: false };
  const asked = / theo yêu cầu của (?=\S)/u.exec(low.slice(act.end, limit));
  const asking = asked && oneAt(words, act.end + asked.index + asked[0].length, end, "");
  if (asked && asking) return { receivers: [asking], whatEnd: act.end + asked.index, direct: false };
  // "gửi báo cáo qua Văn phòng Đảng ủy": nobody else is named.
  const through = /^[^,;]{0,60}? \(?(?:thông )?qua (?=\S)/u.exec(low.slice(act.end, limit));
  const hands = through && /^(?:gửi|nộp)$/u.test(act.verb) ? oneAt(words, act.end + through[0].length, end, "") : null;
  return hands ? { receivers: [hands], whatEnd: act.end, direct: false } : null;
}

/** The hands it goes through may be named before the receiver. */
function withVia(words: Words, act: Act, receivers: Receiver[]): Receiver[] {
  const [first] = receivers;
  if (first === undefined || receivers.some(({ via }) => via !== null)) return receivers;
  const via = viaBefore(words, Math.max(0, act.at - 70), act.at) ?? viaBefore(words, act.end, first.start);
  return via === null ? receivers : receivers.map((receiver) => ({ ...receiver, via }));
}
