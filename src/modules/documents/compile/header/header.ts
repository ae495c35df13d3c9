/** Type, number, issuer, date, subject, signer and recipients: from the block before the title and the closing block. */
import { squeeze } from "../../../../kernel/text.ts";
import { DATED, HALF_MOTTO, MOTTO, NUMBER, datedPlace, readHeadBlock } from "./head-block.ts";
import { typeOfSymbol } from "../lexicon/document-types.ts";
import { namesBody, issuerName, sentenceCase } from "./names.ts";
import type { Paragraph } from "../paragraphs/paragraphs.ts";
import type { Header } from "../plan.ts";
import type { Regions } from "../outline/regions.ts";
import { recipientsOf, signerOf } from "./signature.ts";
import type { Line } from "../paragraphs/source.ts";
import { readColumns } from "../paragraphs/source.ts";

const PLACE_LINE = /^(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s/u;
const STAMP = /^(?:DỰ THẢO|MẬT|TUYỆT MẬT|TỐI MẬT|HỎA TỐC|HOẢ TỐC|KHẨN|THƯỢNG KHẨN|BẢN SAO|SAO Y|SAO LỤC)/u;
const ABOUT = /^(?:V\/v|V\/V|Về việc|v\/v)\s*:?\s*/u;

const joined = (lines: readonly { text: string }[]): string => squeeze(lines.map(({ text }) => text).join(" "));

/** Lines of the header block that name the issuing body, joined across a hard wrap. */
function issuerLines(head: readonly Line[]): string[] {
  const names: string[] = [];
  let open = false;
  for (const { text } of head.flatMap(readColumns)) {
    const name = squeeze(
      text
        .replace(MOTTO, " ")
        .replace(DATED, " ")
        .replace(NUMBER, " ")
        .replace(/^[*\s–_-]+|[*\s–_-]+$/g, ""),
    );
    const other = name === "" || name !== name.toUpperCase() || !/\p{Lu}{2}/u.test(name) || HALF_MOTTO.test(name) || STAMP.test(name);
    if (other || /^S[ốổôồộ]/iu.test(name)) {
      open = false;
      continue;
    }
    // "ỦY BAN NHÂN" / "DÂN", "BAN CHỈ ĐẠO THỰC HIỆN QUY CHẾ" / "DÂN CHỦ Ở CƠ SỞ".
    const cut = /(?:TỔ QUỐC|MẶT TRẬN|LIÊN HIỆP|ỦY BAN|UBMTTQ|MTTQ)$/u.test(names.at(-1) ?? "") && /^VIỆT NAM(?:\s|$)/u.test(name);
    if (cut || (open && names.length > 0 && !namesBody(name) && !PLACE_LINE.test(name))) names.push(`${names.pop()} ${name}`);
    else names.push(name);
    open = true;
  }
  const issuers = names.filter((name) => namesBody(name) || PLACE_LINE.test(name));
  // The Youth Union prints its own name where others print the motto.
  return issuers.length > 1 ? issuers.filter((name) => !/^ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH$/u.test(name)) : issuers;
}

/** "V/v …" under the number of a letter, to the end of the block. */
function aboutLines(head: readonly Line[]): string {
  const lines = head.flatMap(readColumns);
  const at = lines.findIndex(({ text }) => ABOUT.test(text));
  if (at < 0) return "";
  const taken: Line[] = [];
  for (const line of lines.slice(at)) {
    const { text } = line;
    const motto = text.replace(MOTTO, "") !== text || HALF_MOTTO.test(text);
    if (text === "" || text.startsWith("Kính gửi") || (taken.length > 0 && (motto || DATED.test(text)))) break;
    taken.push(line);
  }
  return joined(taken);
}

/** What a document without a title is: its symbol says it, and a letter has a symbol of bodies alone ("249/MTTQ-BTT"). */
function typeWithoutTitle(symbol: string | null, about: string): string | null {
  if (symbol === null) return about === "" ? null : "Công văn";
  return typeOfSymbol(symbol) ?? "Công văn";
}

/** Reads the header; `opening` is the first paragraphs of the body, where a plan without a block says who makes it. */
export function readHeader(regions: Regions, opening: readonly Paragraph[]): Header {
  const { head, tail, title } = regions;
  const block = readHeadBlock(head);
  // Party offices may date a document over the signature.
  const dated = block.date === null && title !== null ? datedPlace(tail.slice(0, 40)) : block;
  const about = aboutLines(head);
  const subject = (title === null ? about.replace(ABOUT, "") : joined(regions.subject)).replace(
    /\s*\((?:Ban hành k|K)èm theo[^)]*\)?\s*$/iu,
    "",
  );
  const docType = title ? sentenceCase(title.type) : typeWithoutTitle(block.symbol, about);
  const together = block.numbers > 1 || /liên tịch|phối hợp/iu.test(docType ?? "") || /(?:LT|PH)(?![A-ZĐ])/u.test(block.symbol ?? "");
  const { issuer, parent } = issuerName(issuerLines(head), opening, [subject, ...opening.map(({ text }) => text)].join(" ; "), together);
  return {
    docType,
    number: block.number,
    symbol: block.symbol,
    issuer,
    issuerParent: parent,
    place: dated.place,
    date: dated.date,
    subject: subject || null,
    signer: signerOf(tail),
    recipients: recipientsOf(tail),
  };
}
