/** Number, date, issuer, subject, signer and recipients, from the header block, the opening paragraph and the closing block. */
import { calendarDate } from "../../../kernel/time/index.ts";
import { squeeze } from "../../../kernel/text.ts";
import type { Header } from "./plan.ts";
import type { Regions } from "./regions.ts";
import type { Paragraph } from "./paragraphs.ts";
import { normaliseNumber } from "./lexicon/document-types.ts";
import { issuerName, isBodyName, isRole, sentenceCase } from "./names.ts";

const MOTTO =
  /CỘNG H[ÒO][ÀA]? XÃ HỘI CHỦ NGHĨA VIỆT NAM|CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s?-\s?Tự do\s?-\s?Hạnh phúc/giu;
const NUMBER = /Số\s*:?\s*(\d{0,5})\s*([/-])\s*((?:\d{4}\s*\/\s*)?[A-ZĐƯ][\p{L}\d]*(?:\s?[-&/]\s?[\p{Lu}\d][\p{L}\d]*)*)/u;
const DATED = /((?:[\p{Lu}][\p{L}.-]*\s?){1,6}),\s*ngày\s*(\d{1,2}(?:\s?\d)?)?[\s.…_]*tháng\s*(\d{1,2}|\d\s\d)?[\s.…_]*năm\s*(\d{4})/u;

const joined = (lines: readonly { text: string }[]): string => squeeze(lines.map(({ text }) => text).join(" "));

function dateOf(head: string): { place: string | null; date: string | null } {
  const found = DATED.exec(head);
  if (found === null) return { place: null, date: null };
  const [, place = "", day, month, year = ""] = found;
  const number = (text: string | undefined): number => Number((text ?? "").replace(/\s/g, ""));
  const full = calendarDate(Number(year), number(month), number(day));
  const date = full ?? (month ? `${year}-${String(number(month)).padStart(2, "0")}` : year);
  return { place: squeeze(place.replace(/^.*(?:Hạnh phúc|NAM|\d)\s+/u, "")), date };
}

/** Lines of the header block that name the issuing body, joined across a hard wrap. */
function issuerLines(head: Regions["head"]): string[] {
  const names: string[] = [];
  let blank = true;
  // The motto may be cut in two by a wrap; its halves are taken out of the joined text.
  const halves = /^(?:CỘNG(?: H\p{Lu}+(?: XÃ(?: HỘI)?)?)?|(?:H\p{Lu}+ )?(?:XÃ )?(?:HỘI )?CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN(?: VIỆT NAM)?)$/u;
  for (const { text } of head) {
    const name = squeeze(
      text
        .replace(MOTTO, " ")
        .replace(DATED, " ")
        .replace(NUMBER, " ")
        .replace(/^[*\s]+|[*\s]+$/g, ""),
    );
    if (name === "" || name !== name.toUpperCase() || !/\p{Lu}{2}/u.test(name) || halves.test(name) || /^Số/iu.test(name)) {
      blank = true;
      continue;
    }
    // "ỦY BAN NHÂN" / "DÂN"
    if (!blank && names.length > 0 && /^(?:DÂN|NAM|VIỆT NAM)$/u.test(name)) names.push(`${names.pop()} ${name}`);
    else names.push(name);
    blank = false;
  }
  return names.filter((name) => isBodyName(name) || /^(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s/u.test(name));
}

function signerOf(tail: Regions["tail"]): Header["signer"] {
  const flat = tail.flatMap(({ text }) => (text.length > 200 ? [] : [text]));
  // "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Phạm Văn A" on one line.
  const oneLine = flat
    .map((text) =>
      /(?:^|\s)((?:PHÓ |KT\. )?(?:CHỦ TỊCH|BÍ THƯ|TRƯỞNG BAN|GIÁM ĐỐC)(?: THƯỜNG TRỰC)?)\s+((?:\p{Lu}\p{Ll}+\s?){2,5})$/u.exec(text),
    )
    .find(Boolean);
  if (oneLine) return { role: sentenceCase(oneLine[1] ?? ""), name: squeeze(oneLine[2] ?? "") };
  const at = flat.findLastIndex(
    (text) => /^\p{Lu}\p{Ll}*(?:\s\p{Lu}\p{Ll}*){1,5}$/u.test(text) && text !== text.toUpperCase() && !isBodyName(text),
  );
  if (at < 0) return null;
  const before = flat.slice(0, at).filter((text) => text !== "");
  const role = before.findLast((text) => isRole(text)) ?? null;
  // A bare name is a signer only at the very end, after the recipients.
  if (role === null && flat.slice(at + 1).some((text) => text !== "")) return null;
  return { role: role && sentenceCase(role), name: flat[at] ?? "" };
}

function recipientsOf(tail: Regions["tail"]): string[] {
  const found: string[] = [];
  let open = false;
  for (const line of tail) {
    const text = line.text.replace(/^\s*(?:Nơi nhận|NƠI NHẬN)\s*:?\s*/u, "");
    if (line.row !== null && /;\s*-\s/.test(text)) {
      found.push(...text.split(/;?\s+-\s+|^-\s+/u).filter(Boolean));
      continue;
    }
    const item = /^[-–+]\s*(\S.*)$/u.exec(text);
    if (item) found.push(item[1] ?? "");
    else if (
      open &&
      found.length > 0 &&
      text !== "" &&
      !/[;.,:]$/.test(found.at(-1) ?? ";") &&
      (/^\p{Ll}/u.test(text) || text.startsWith("VP "))
    )
      found.push(`${found.pop()} ${text}`);
    open = item !== null || (open && text !== "");
  }
  return found.map((text) => squeeze(text).replace(/[;,.:]+$/, ""));
}

/** Reads the header; `opening` is the first paragraphs of the body, where a plan without a block says who makes it. */
export function readHeader(regions: Regions, opening: readonly Paragraph[]): Header {
  const head = joined(regions.head);
  const number = NUMBER.exec(head);
  const { place, date } = dateOf(number ? `${head.slice(0, number.index)} ${head.slice(number.index + number[0].length)}` : head);
  const symbol = number ? normaliseNumber(number[3] ?? "") : null;
  const printed = number && number[1] ? normaliseNumber(`${number[1]}${number[2]}${symbol}`) : null;
  const subject = joined(regions.subject).replace(/\s*\((?:Ban hành k|K)èm theo[^)]*\)?\s*$/iu, "");
  const lines = issuerLines(regions.head);
  const { issuer, parent } = issuerName(lines, opening, [subject, ...opening.map(({ text }) => text)].join(" ; "));
  return {
    docType: regions.title ? sentenceCase(regions.title.type) : null,
    number: printed,
    symbol,
    issuer,
    issuerParent: parent,
    place,
    date,
    subject: subject || null,
    signer: signerOf(regions.tail),
    recipients: recipientsOf(regions.tail),
  };
}
