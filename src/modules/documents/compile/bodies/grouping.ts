/**
 * Which pieces of a list are one name. "Bodies are listed separately, except those sharing a suffix or always named
 * together": HĐND, UBND huyện is one entry; Đảng ủy các xã, thị trấn and đảng ủy trực thuộc Huyện ủy are two.
 */
import { qualified, sharing } from "../lexicon/bodies.ts";
import { END, lexical } from "./words.ts";

const SHARING = new RegExp(`^${sharing}$`, "u");
const SHARING_HEAD = new RegExp(`^${sharing}${END}`, "u");
const SECTOR_WORDS =
  "(?:sở|ban|ngành|ban,? ?ngành|bộ|phòng|cơ quan|đơn vị|địa phương|tổ chức|văn phòng|đoàn thể|hội|cấp|cá nhân|doanh nghiệp)";
const ANY = "(?:(?:lãnh đạo|thủ trưởng|người đứng đầu) )?(?:các |những |mỗi |toàn thể )?";
/** "Các sở", "lãnh đạo các phòng": the head of a list of offices, which goes on as one name. */
const SECTOR = new RegExp(`^${ANY}${SECTOR_WORDS}$`, "u");
const SECTOR_HEAD = new RegExp(`^(?:các |những )?${SECTOR_WORDS}${END}`, "u");
const PERSON = /^(?:các |những |mỗi )?(?:đồng chí )?(?:cán bộ|chuyên viên|công chức|viên chức|nhân viên)(?!\p{L})/u;
const QUALIFIED = new RegExp(`(?:^|[ (])${qualified}${END}`, "u");

const AREA = "(?:thôn|bản|ấp|buôn|xóm|khóm|khu phố|tổ dân phố|khu dân cư|xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)";
/** "Các thôn", "mỗi xã, phường": kinds of areas, which more kinds of areas go on. */
const AREAS = new RegExp(`^(?:các |những |mỗi |từng )?${AREA}$`, "u");
const MORE_AREAS = new RegExp(`^${AREA}(?: trên địa bàn.*| trong .*)?$`, "u");
/** "Ban Tuyên giáo các tỉnh ủy, thành ủy, đảng ủy trực thuộc …": owners of one office each. */
const OWNED = /\S+ .*(?:các|mỗi) (?:tỉnh ủy|thành ủy|huyện ủy|đảng ủy|cấp ủy|quận ủy)$/u;
const OWNER = /^(?:tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|cấp ủy)(?!\p{L})/u;
/** "Các cơ quan báo chí Trung ương, địa phương, quân đội": adjectives of where. */
const OF_LEVEL = /(?:trung ương|tỉnh|địa phương)$/u;
const LEVEL_ONLY = /^(?:địa phương|quân đội|ngành)$/u;

export type Piece = { text: string; separator: string; fragment: boolean; place: boolean };

/** Whether a piece goes on the name before it: as a fragment, by a shared suffix, or as one more office of a list. */
function continuesName(tail: string, chain: string, low: string, piece: Piece, sector: boolean, named: boolean): boolean {
  if (piece.separator === ";" || piece.place) return false;
  if (PERSON.test(tail) && PERSON.test(low)) return true;
  if (/^(?:đồng chí|đ\/c) /u.test(tail) && /^(?:phó )?(?:chủ tịch|bí thư|trưởng|giám đốc|ủy viên)/u.test(low)) return true;
  if (AREAS.test(tail) && MORE_AREAS.test(low)) return true;
  if ((OWNED.test(tail) || (OWNED.test(chain) && OWNER.test(tail))) && OWNER.test(low) && /^\p{Ll}/u.test(piece.text)) return true;
  if (
    OF_LEVEL.test(tail) &&
    LEVEL_ONLY.test(low) &&
    /^\p{Ll}/u.test(piece.text) &&
    /(?:^| )(?:cơ quan|đơn vị|báo chí|lực lượng)(?!\p{L})/u.test(tail)
  )
    return true;
  // "bí thư hoặc phó bí thư": either of them is one answer.
  if (piece.separator === "hoặc") return true;
  // "Các Ban, Văn phòng Ủy ban MTTQ tỉnh": offices of one owner.
  if (/^các ban(?: chuyên môn)?$/u.test(tail) && /^văn phòng (?:ủy ban|mttq|cơ quan|tỉnh ủy|thành ủy|huyện ủy|đảng ủy)/u.test(low))
    return true;
  if (SECTOR.test(tail) && SECTOR_HEAD.test(low) && !named) return true;
  if (piece.fragment) return !(QUALIFIED.test(tail) && SHARING_HEAD.test(low) && !SHARING.test(tail));
  return !sector && !/^(?:lãnh đạo|người đứng đầu|thủ trưởng) /u.test(low) && SHARING.test(tail) && SHARING_HEAD.test(low);
}

export function groupNames(pieces: Piece[]): string[] {
  const names: string[] = [];
  let [tail, chain, sector] = ["", "", false];
  for (const piece of pieces) {
    const { text, separator } = piece;
    const low = lexical(text);
    const last = names.length - 1;
    const named = /^(?:\p{L}+ )?\p{L}+ (?!Thành phố|Tỉnh|Trung ương|Đảng)\p{Lu}/u.test(text);
    if (last >= 0 && continuesName(tail, chain, low, piece, sector, named))
      names[last] += (separator === "," ? ", " : ` ${separator} `) + text;
    else {
      names.push(text);
      chain = low;
      sector = SECTOR.test(low);
    }
    tail = OF_LEVEL.test(tail) && LEVEL_ONLY.test(low) ? tail : low;
  }
  return names;
}

export const isSector = (low: string): boolean => SECTOR.test(low);
