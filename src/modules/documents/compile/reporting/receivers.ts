/** To whom it goes: bodies, persons ("đ/c Inh", "cán bộ phụ trách"), a level ("về tỉnh"), and through whose hands. */
import { squeeze } from "../../../../kernel/text.ts";
import { headAt, lexical, readBodies } from "../bodies/index.ts";
import type { Unit } from "../tasks/index.ts";

const RECEIVES =
  /^(?:cấp (?:ủy|trên)|ủy ban|ubnd|ub|mttq|mặt trận|ban |sở |phòng |tỉnh ủy|thành ủy|huyện ủy|đảng ủy|quận ủy|thường trực|chủ tịch|phó chủ tịch|văn phòng|hội |đoàn |liên đoàn|hđnd|hội đồng|trung tâm|công an|bộ |thủ tướng|chính phủ|cơ quan|bí thư|các ban|btt|trung ương|trưởng|giám đốc|lãnh đạo|tổ |cục |chi cục|viện |đài |khối|liên minh|tỉnh đoàn|thành đoàn|huyện đoàn|tổng cục|chánh|chi ủy|chi bộ|đảng bộ|quân ủy)/u;

const STOPS = String.raw`(?=\s*(?:[,;.()]|$)|\s(?:trước|sau|chậm nhất|muộn nhất|để|theo|vào|trong|khi|qua|biết|xem xét|chỉ đạo|nắm|tổng hợp|bằng|và|định kỳ|hằng|hàng|ngày|xử lý|giải quyết)(?!\p{L}))`;
/** Persons by post or name, and a bare level that is written to. */
const PERSON = new RegExp(
  String.raw`^(?:(?:đ/c|đồng chí|ông|bà|anh|chị) [^,;.()]{2,60}?|cán bộ (?:phụ trách|đầu mối|theo dõi|tổng hợp|chuyên trách|được phân công)(?: \p{L}+){0,4}?)${STOPS}`,
  "u",
);
const LEVEL = new RegExp(String.raw`^(?:(?:cấp )?(?:tỉnh|huyện|xã|phường|thành phố)|cấp trên(?: trực tiếp)?|trên)${STOPS}`, "u");

/** `via`: whose hands it goes through; null when it is sent straight. */
export type Receiver = { name: string; via: string | null };
export type Receivers = { list: Receiver[]; end: number };

/** "Đảng ủy và Ủy ban MTTQ xã" are two who hear of it; "HĐND và UBND xã", "MTTQ và các đoàn thể" share what follows. */
function apart(name: string): string[] {
  const [first = "", second, ...more] = name.split(/ và (?=\p{Lu})/u);
  const whole =
    second === undefined || more.length > 0 || !/ /.test(first) || !RECEIVES.test(lexical(first)) || !RECEIVES.test(lexical(second));
  return whole ? [name] : [first, second];
}

function bodiesAt({ paragraph, low }: Unit, at: number, end: number): { names: string[]; end: number } | null {
  if (headAt(low, at, paragraph.text) === 0 || !RECEIVES.test(low.slice(at, at + 20))) return null;
  const bodies = readBodies(paragraph.text.slice(0, end), low.slice(0, end), at);
  if (bodies === null) return null;
  return { names: bodies.names.flatMap((name) => apart(squeeze(name).replace(/\s*\((?:thông )?qua.*$/u, ""))), end: bodies.end };
}

function personAt({ paragraph, low }: Unit, at: number, end: number, level: boolean): { names: string[]; end: number } | null {
  const words = low.slice(at, Math.min(end, at + 90));
  const found = PERSON.exec(words) ?? (level ? LEVEL.exec(words) : null);
  return found && { names: [squeeze(paragraph.text.slice(at, at + found[0].length))], end: at + found[0].length };
}

/** "(qua Ban Phong trào)", "thông qua Văn phòng": whose hands it goes through, and where that ends. */
function viaAt(unit: Unit, at: number, end: number): { via: string; end: number } | null {
  const rest = unit.paragraph.text.slice(at, end);
  const bracket = /^\s*\((?:thông )?qua ([^(),;]{2,120})[^()]*\)?/iu.exec(rest);
  if (bracket?.[1]) return { via: squeeze(bracket[1]), end: at + bracket[0].length };
  const open = /^,?\s+(?:thông )?qua\s+/iu.exec(rest);
  const bodies = open && bodiesAt(unit, at + open[0].length, end);
  return bodies ? { via: bodies.names.join(", "), end: bodies.end } : null;
}

/** Receivers at this offset, each with its own "(qua …)", or null. `level`: a bare "tỉnh" counts, as after "về". */
export function receiversAt(unit: Unit, at: number, end: number, level = false): Receivers | null {
  const list: Receiver[] = [];
  let [from, last] = [at, at];
  for (let step = 0; step < 4; step++) {
    const found = bodiesAt(unit, from, end) ?? personAt(unit, from, end, level && step === 0);
    if (found === null) break;
    const via = viaAt(unit, found.end, end);
    list.push(...found.names.map((name) => ({ name, via: via?.via ?? null })));
    last = found.end;
    // "Đảng ủy (qua Ban Xây dựng Đảng) và Ban Thường vụ Hội LHPN tỉnh"
    const joint = /^\s*(?:,| và|;)\s+(?:và )?/u.exec(unit.low.slice(via?.end ?? last, end))?.[0].length ?? 0;
    if (joint === 0 || (via === null && found.names.length > 0 && !/^\s*(?:,| và)/u.test(unit.low.slice(last, last + 4)))) break;
    from = (via?.end ?? last) + joint;
  }
  return list.length === 0 ? null : { list, end: last };
}
