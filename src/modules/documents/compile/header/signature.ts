/** The closing block: who signs, who receives. */
import { squeeze } from "../../../../kernel/text.ts";
import { HALF_MOTTO, NUMBER } from "./head-block.ts";
import { honours, signedFor } from "../lexicon/roles.ts";
import { isBodyName, isRole, rolesIn, sentenceCase } from "./names.ts";
import type { Header } from "../plan.ts";
import type { Line } from "../paragraphs/source.ts";
import { readColumns } from "../paragraphs/source.ts";

const SIGNED_FOR = new RegExp(`^${signedFor}\\s?\\p{Lu}`, "u");
/** "Nguyễn Thị Lành", "Y Thị H'Mai". */
const NAME = /^\p{Lu}(?:['’]\p{Lu}?)?\p{Ll}*(?:[\s-]\p{Lu}(?:['’]\p{Lu}?)?\p{Ll}*){1,5}$/u;
/** Family names that are kinds of bodies as well, told apart by the middle name: "Ban Thị Đào", "Đoàn Văn Hội". */
const FAMILY =
  /^(?:Đoàn|Ban|Hội|Công|Trường|Phòng|Khối|Quốc) (?:Thị|Văn|Đức|Hữu|Ngọc|Minh|Xuân|Đình|Bá|Công|Trọng|Mạnh|Hồng|Kim|Quốc|Tiến|Duy|Viết|Huy)(?: \p{Lu}\p{Ll}*){1,2}$/u;
const CAPITAL_NAME = /^\p{Lu}+(?:\s\p{Lu}+){1,4}$/u;
const CONFIRMS = /^(?:XÁC NHẬN|PHÊ DUYỆT|DUYỆT|NGƯỜI LẬP|Xác nhận|Phê duyệt|Người lập)/u;
const STAMP = /^\(?(?:đã ký|ký tên|ký, |chữ ký|ký và)/iu;

/** Left columns first, then the right ones: a block printed side by side reads column by column. */
function byColumn(tail: readonly Line[]): Line[] {
  const [left, right]: [Line[], Line[]] = [[], []];
  for (const line of tail) {
    const [first, ...rest] = readColumns(line);
    // Far from the margin is the right column, whether or not the left one has a line there.
    if (first) (/^\s{16,}\S/.test(line.raw) && line.row === null ? right : left).push(first);
    right.push(...rest);
  }
  return [...left, ...right];
}

/** "Thượng tá Nguyễn Văn A" → "Nguyễn Văn A"; null when these words are no person's name. */
function personIn(text: string): string | null {
  const bare = squeeze(text).replace(/[.,]+$/u, "");
  const name = honours.test(bare) ? bare.replace(honours, "") : bare;
  // Đoàn is a family name as well: "Đoàn Quang Nghiệp", but "Đoàn Thanh niên".
  const body =
    isBodyName(name) && !FAMILY.test(name) && !/^Đoàn (?!Thanh Niên|Chủ Tịch|Đại Biểu|Thể)\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(name);
  return NAME.test(name) && name !== name.toUpperCase() && !body && !isRole(name.toUpperCase()) ? name : null;
}

/** "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Phạm Văn A": post and name on one line. */
function signedOnOneLine(text: string): Header["signer"] {
  const found = /^(.*\p{Lu}{2,}[.,]?)\s+((?:\p{Lu}\p{Ll}+[\s-]?){2,5})$/u.exec(text);
  const [, capitals = "", name = ""] = found ?? [];
  const role = found && capitals === capitals.toUpperCase() ? rolesIn(capitals).at(-1) : undefined;
  const person = role === undefined ? null : personIn(name);
  return role !== undefined && person !== null ? { role: sentenceCase(role), name: person } : null;
}

export function signerOf(tail: readonly Line[]): Header["signer"] {
  const texts = byColumn(tail).map(({ text }) => text);
  const flat = texts.filter((text) => text !== "" && !STAMP.test(text) && text.length <= 200);
  const oneLine = texts
    .filter((text) => text.length <= 400)
    .flatMap((text) => signedOnOneLine(text) ?? [])
    .at(0);
  if (oneLine) return oneLine;
  // Of several signers the first is meant, whoever only confirms being none of them.
  const signs = (text: string, k: number): boolean =>
    personIn(text) !== null &&
    k > 0 &&
    rolesIn(flat[k - 1] ?? "").length > 0 &&
    !flat.slice(Math.max(0, k - 3), k).some((line) => CONFIRMS.test(line));
  const first = flat.findIndex(signs);
  let at = first >= 0 ? first : flat.findLastIndex((text) => personIn(text) !== null);
  const before = (end: number): string | undefined => flat.slice(0, end).findLast((text) => rolesIn(text).length > 0);
  // Some offices print the signer's name in capitals, under the post.
  if (at < 0)
    at = flat.findLastIndex(
      (text, k) =>
        CAPITAL_NAME.test(text) && !isBodyName(text) && !isRole(text) && !SIGNED_FOR.test(text) && k > 0 && isRole(flat[k - 1] ?? ""),
    );
  if (at < 0) return null;
  const printed = flat[at] ?? "";
  const name = personIn(printed) ?? printed.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  const role = before(at);
  // A bare name is a signer only at the very end, after the recipients.
  if (role === undefined && at < flat.length - 1) return null;
  return { role: role === undefined ? null : sentenceCase(rolesIn(role).at(-1) ?? role), name };
}

const HEAD = /^\s*(?:Nơi|NƠI|Noi|NOI)\s+(?:nhận|NHẬN|nhân|NHÂN)\s*[:.]?\s*/u;
const ITEM = /^[-–+•*]\s*(\S.*)$/u;

/** Items of a list printed on one line: "- Như trên; - Sở Nội vụ (P. CCVC - để b/c); - Lưu: VT." */
const itemsOf = (text: string): string[] =>
  text
    .split(/(?:;|\.)\s+[-–]\s+|^[-–]\s+/u)
    .map((item) => item.trim())
    .filter(Boolean);

export function recipientsOf(tail: readonly Line[]): string[] {
  const found: string[] = [];
  let open = false;
  for (const { text: printed } of byColumn(tail)) {
    const headed = HEAD.test(printed);
    const text = printed.replace(HEAD, "");
    if (headed) open = true;
    if (/;\s*[-–]\s/.test(text)) {
      found.push(...itemsOf(text));
      continue;
    }
    const item = ITEM.exec(text)?.[1];
    if (item !== undefined) {
      if (!/:\s*$/.test(item)) found.push(item);
      open = true;
      continue;
    }
    if (text === "") continue;
    const capitals = text === text.toUpperCase() && !/[;.]$/.test(text);
    if (!open || capitals || SIGNED_FOR.test(text) || NUMBER.test(text) || HALF_MOTTO.test(text) || /:\s*$/.test(text)) {
      open = open && headed;
      continue;
    }
    const last = found.at(-1);
    const unfinished = last !== undefined && !/[;.:]$/.test(last);
    // A line that goes on with a name in small letters, or closes what a comma left open.
    if (unfinished && (/^\p{Ll}/u.test(text) || last.endsWith(",") || (/[;.]$/.test(text) && text.length < 60 && personIn(text) === null)))
      found.push(`${found.pop()} ${text}`);
    // Without dashes, each line that ends like an item is one.
    else if (/[;.]$/.test(text) && (last === undefined || /[;.]$/.test(last)) && text.length < 120) found.push(text);
    else open = false;
  }
  return found.map((text) => squeeze(text).replace(/[;,.:]+$/, ""));
}
