/** Names of issuing bodies: from capitals of a header block, or from the sentence that says who makes the plan. */
import { fold, matchesOf, oneTone, squeeze } from "../../../../kernel/text.ts";
import type { Paragraph } from "../paragraphs/paragraphs.ts";
import { lexical, readBodies } from "../bodies/index.ts";
import { loosely } from "../lexicon/loose.ts";
import { posts, signedFor } from "../lexicon/roles.ts";

const BODY =
  /^(?:ủy ban|ubnd|bch |btv |btt |ban chấp hành|ban |sở |đảng |tỉnh ủy|huyện ủy|thành ủy|quận ủy|thị ủy|hội |đoàn |(?:tỉnh|thành|huyện|quận|thị) đoàn|liên đoàn|thủ tướng|chính phủ|bộ |văn phòng|mttq|mặt trận|hđnd|hội đồng|công an|trường |phòng |cục |chi cục|thường trực|trung tâm|công đoàn|quốc hội|khối |tiểu ban|cơ quan)/u;
const ROLE = new RegExp(`(?:${posts.map(fold).join("|")})`, "u");
const ROLE_IN = new RegExp(
  `(?:${loosely("phó")}\\s+)?(?:${posts.map(loosely).join("|")})(?:\\s+${loosely("thường trực")})?(?!\\p{L})`,
  "giu",
);
const PLAIN_BODY = new RegExp(fold(BODY.source), "u");
const FORMULA = new RegExp(`^${signedFor}\\s*`, "u");

/** Phrases whose inner capitals are fixed; what is not here and is no place name gets a capital per word. */
const PHRASES = [
  "ủy ban nhân dân",
  "hội đồng nhân dân",
  "Ủy ban",
  "Ban Thường trực",
  "Ban Thường vụ",
  "Ban Chấp hành",
  "Đảng bộ",
  "Đảng ủy",
  "Tỉnh ủy",
  "Huyện ủy",
  "Thành ủy",
  "Quận ủy",
  "Thị ủy",
  "Tỉnh đoàn",
  "Thành đoàn",
  "Huyện đoàn",
  "Ban Chỉ đạo",
  "Ban Dân vận",
  "Ban Tuyên giáo",
  "Khối Dân vận",
  "Ủy ban Kiểm tra",
  "và Dân vận",
  "Thanh niên Cộng sản Hồ Chí Minh",
  "Chữ thập đỏ",
  "Giáo dục và Đào tạo",
  "Khoa học và Công nghệ",
  "Nông nghiệp và Môi trường",
  "Dân tộc và Tôn giáo",
  "Văn hóa - Xã hội",
  "Công an",
  "Tư pháp",
  "Thanh tra",
  "Mặt trận Tổ quốc",
  "Việt Nam",
  "Thủ tướng",
  "Chính phủ",
  "Ban Công tác Mặt trận",
  "Hội Nông dân",
  "Hội Cựu chiến binh",
  "Hội Liên hiệp Phụ nữ",
  "Liên đoàn Lao động",
  "Ban Xây dựng Đảng",
  "Ban Tổ chức",
  "Công đoàn ngành",
  "Công đoàn",
  "Giáo dục",
  "Đoàn",
  "Nội vụ",
  "Tài chính",
  "Văn phòng",
  "Trung ương",
  "tỉnh",
  "thành phố",
  "huyện",
  "quận",
  "thị xã",
  "thị trấn",
  "xã",
  "phường",
  "đặc khu",
  "quốc gia",
  "về",
  "của",
  "và",
];
const ACRONYM = /^(?:MTTQ|UBMTTQ|UBMTTQVN|VN|UBND|HĐND|TNCS|TW|HTX|CTMT|TDP|BCH|BTV|BTT|BCĐ|LĐLĐ|LHPN|CCB|HND|BMNN)$/u;

export function isBodyName(text: string): boolean {
  return BODY.test(`${lexical(squeeze(text))} `);
}

/** A body in the capitals of a header block, where recognition may have lost marks ("UY BAN NHÂN DÂN"). */
export function namesBody(capitals: string): boolean {
  return isBodyName(capitals) || (capitals === capitals.toUpperCase() && PLAIN_BODY.test(`${fold(capitals)} `));
}

export function isRole(text: string): boolean {
  const low = fold(text);
  return text === text.toUpperCase() && ROLE.test(low) && !/^(?:t\s?[/.]?\s?m\s?[.,]?\s)/u.test(low);
}

/** "CHỦ TICH" → "CHỦ TỊCH". */
const mended = (role: string): string => posts.find((post) => fold(post) === fold(role))?.toUpperCase() ?? role;

/** Posts named in a line of capitals, in order: "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH" has two. */
export function rolesIn(text: string): string[] {
  const capitals = oneTone(squeeze(text));
  if (capitals !== capitals.toUpperCase()) {
    // "Phó Chủ tịch" typed like any other words, alone on its line.
    return /^(?:Phó )?\p{Lu}\p{L}+(?: \p{L}+){0,4}$/u.test(capitals) && ROLE.test(fold(capitals)) && capitals.length < 40
      ? [capitals.toUpperCase()].filter(isRole)
      : [];
  }
  if (isRole(text) && !/\s(?:KT|TL|PHÓ|TUQ)[.\s]/u.test(capitals)) return [mended(capitals.replace(FORMULA, ""))];
  return matchesOf(capitals, ROLE_IN).map(([role]) => mended(role));
}

/** "PHÓ CHỦ TỊCH" → "Phó Chủ tịch", "KẾ HOẠCH" → "Kế hoạch". Signing formulas ("KT. CHỦ TỊCH") are left out. */
export function sentenceCase(capitals: string): string {
  const low = squeeze(capitals.replace(FORMULA, "")).toLowerCase();
  const first = low.charAt(0).toUpperCase() + low.slice(1);
  return first
    .replace(/^Phó (\p{Ll})/u, (_, letter: string) => `Phó ${letter.toUpperCase()}`)
    .replace(/^((?:Phó )?Chánh )văn phòng/u, "$1Văn phòng")
    .replace(/ thường trực$/u, " Thường trực")
    .replace(/ (?=(?:sở|phòng|hội|ủy ban) ).*$/u, (body) => ` ${nameCase(body.trim().toUpperCase())}`);
}

function begins(text: string, phrase: string): boolean {
  if (/^\p{L}/u.test(text.slice(phrase.length))) return false;
  const low = lexical(text.slice(0, phrase.length));
  return low === lexical(phrase) || (phrase.includes(" ") && fold(low) === fold(phrase));
}

const LEVEL = /^(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)$/u;

/** "ỦY BAN MTTQ VIỆT NAM TỈNH TÂN GIANG" → "Ủy ban MTTQ Việt Nam tỉnh Tân Giang". */
export function nameCase(capitals: string): string {
  let rest = squeeze(capitals);
  const words: string[] = [];
  while (rest !== "") {
    const phrase = PHRASES.find((name) => begins(rest, name));
    // What recognition misread is printed as the phrase has it.
    const misread = phrase !== undefined && !lexical(rest).startsWith(lexical(phrase));
    const word = misread ? phrase : phrase ? rest.slice(0, phrase.length) : (/^\S+/u.exec(rest)?.[0] ?? rest);
    // "Ban Chỉ đạo thực hiện quy chế … tỉnh Tân Giang": common words, up to a place.
    const topic = words.findLastIndex((said) => said === "về" || said === "Ban Chỉ đạo");
    const about = topic >= 0 && !words.slice(topic).some((said) => LEVEL.test(said));
    if (phrase)
      words.push(
        [...phrase]
          .map((char, k) => (char === char.toUpperCase() ? (word[k] ?? "").toUpperCase() : (word[k] ?? "").toLowerCase()))
          .join(""),
      );
    else words.push(ACRONYM.test(word) ? word : about ? word.toLowerCase() : word.charAt(0) + word.slice(1).toLowerCase());
    rest = rest.slice(word.length).trimStart();
  }
  const name = words.join(" ");
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const STANDING = /^(?:ban thường trực|ban thường vụ|ban chấp hành|thường trực|đoàn chủ tịch)$/u;

/** Standing organs and party boards carry their superior's name: "Ban Thường trực Ủy ban MTTQ …", "Ban Dân vận Tỉnh ủy …". */
function compose(parent: string, own: string): string {
  if (STANDING.test(lexical(own))) return `${own} ${parent}`;
  if (
    /^(?:ban (?:dân vận|tuyên giáo|tổ chức|nội chính|xây dựng đảng)|văn phòng|ủy ban kiểm tra)/u.test(lexical(own)) &&
    /ủy/u.test(lexical(parent))
  )
    return `${own} ${parent}`;
  return own;
}

/** "tỉnh" or "Huyện ủy" without a name, completed from what the document itself names. */
function complete(name: string, text: string): string {
  const level =
    /(tỉnh|huyện|thành phố|xã|phường|quận|thị xã)$/iu.exec(name)?.[1] ?? /(Tỉnh ủy|Huyện ủy|Thành ủy|Đảng ủy)$/iu.exec(name)?.[1];
  if (level === undefined) return name;
  const place = level.split(" ")[0] ?? level;
  const found = new RegExp(`(?:${level}|${place}|${place} ủy)\\s+((?:\\p{Lu}\\p{L}*)(?:\\s\\p{Lu}\\p{L}*){0,3})`, "iu");
  for (const match of text.matchAll(new RegExp(found.source, "giu"))) {
    const words = (match[1] ?? "").split(" ");
    const proper = words.slice(0, words.findIndex((word) => !/^\p{Lu}/u.test(word)) >>> 0);
    if (proper.length > 0 && !/^(?:Ủy|Ban|Về|Đảng)$/u.test(proper[0] ?? "")) return `${name} ${proper.join(" ")}`;
  }
  return name;
}

const MAKES =
  /\s(?:xây dựng|ban hành|hướng dẫn|xây dựng và ban hành|triển khai|tổ chức)\s+(?:\p{L}+\s+){0,3}?(?:kế hoạch|hướng dẫn|chương trình|đề án|việc|quy định|phương án)/iu;

/** The issuer named by the opening sentence "…, X xây dựng kế hoạch…". */
function fromOpening(opening: readonly Paragraph[]): string | null {
  for (const { text } of opening) {
    const low = lexical(text);
    for (const found of text.matchAll(/(?:^|[,;.)]\s)(?=\p{Lu})/gu)) {
      const at = found.index + found[0].length;
      const bodies = readBodies(text, low, at);
      if (bodies && MAKES.exec(text.slice(bodies.end, bodies.end + 60))?.index === 0)
        return text.slice(bodies.start, bodies.end).replace(/\s*\([^)]*\)/gu, "");
    }
  }
  return null;
}

const PLACE_WORDS = /^(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s/u;

/** "UBND TỈNH TÂN GIANG - ỦY BAN MTTQ VIỆT NAM TỈNH TÂN GIANG": two bodies on one line. */
const separately = (line: string): string[] => {
  const parts = line.split(/\s+[-–]\s+/u);
  return parts.length > 1 && parts.every(namesBody) ? parts : [line];
};

/**
 * Issuer and its parent from the block's capital lines, else from the opening sentence. `text` may complete a place;
 * `together` says that the bodies of the block issue jointly, none being the other's parent.
 */
export function issuerName(
  lines: readonly string[],
  opening: readonly Paragraph[],
  text: string,
  together = false,
): { issuer: string | null; parent: string | null } {
  const groups: string[] = [];
  for (const line of lines.flatMap((whole) => (together ? separately(whole) : [whole]))) {
    const place = PLACE_WORDS.test(line) && !/^(?:TỈNH|THỊ) [ỦU]/u.test(line);
    if (place && groups.length > 0) groups.push(`${groups.pop()} ${line}`);
    else groups.push(line);
  }
  const names = groups.filter(namesBody).map(nameCase);
  if (names.length === 0) {
    const named = fromOpening(opening);
    return { issuer: named && complete(named, text), parent: null };
  }
  const own = names.at(-1) ?? "";
  const parent = names.length > 1 ? (names.at(-2) ?? null) : null;
  if (together && parent !== null && !STANDING.test(lexical(own))) return { issuer: names.join(" và "), parent: null };
  return { issuer: parent === null ? own : compose(parent, own), parent };
}
