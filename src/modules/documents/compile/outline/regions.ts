/** Which lines are header, body, closing block and annexes; a decision's body and the plan it puts in force are two parts. */
import { fold } from "../../../../kernel/text.ts";
import { DATE_LINE } from "../header/head-block.ts";
import { titleTypes } from "../lexicon/document-types.ts";
import { signedFor } from "../lexicon/roles.ts";
import { readMarker } from "../paragraphs/markers.ts";
import { isBodyName, rolesIn } from "../header/names.ts";
import type { Line } from "../paragraphs/source.ts";

/** `type` as the title line says it ("KẾ HOẠCH"), null without a title. */
export type Part = { type: string | null; lines: Line[] };

export type Regions = {
  /** Lines before the title. */
  head: Line[];
  title: { type: string; line: Line } | null;
  /** The trích yếu under the title. */
  subject: Line[];
  /** What the document itself says, then what is attached to it as a document of its own. */
  parts: Part[];
  /** "Nơi nhận" and the signature, to the end or to the first annex. */
  tail: Line[];
  annexes: { title: Line; lines: Line[] }[];
};

const OPENING =
  /^(?:-\s*)?(?:Căn cứ|Thực hiện|Triển khai|Để |Nhằm |Theo |Xét |Trên cơ sở|Kính gửi|Thời gian qua|Được sự|Tiếp tục thực hiện|Quán triệt)/u;
const ANNEX = /^(?:(?:PHỤ LỤC|PHỤ BIỂU)(?![\p{Ll}]).*|Phụ lục(?:\s+(?:số\s+)?[IVX\d]{1,4})?(?:\s*[.:].*)?)$/u;
/** Titles that open an annex once the document is signed. */
const SHEET = /^(?:DANH (?:SÁCH|MỤC)|BẢNG|LỊCH|BIỂU|MẪU|ĐỀ CƯƠNG|TIẾN ĐỘ|PHÂN CÔNG|PHỤ LỤC|NHIỆM VỤ|NỘI DUNG)(?:\s|$)/u;
const TAIL = /^\s*(?:Nơi|NƠI|Noi|NOI)\s+(?:nhận|NHẬN|nhân|NHÂN)(?!\p{L})/u;
const SIGNED_FOR = new RegExp(`^${signedFor}\\s?\\p{Lu}`, "u");
const ATTESTED = /^(?:XÁC NHẬN CỦA|ĐẠI DIỆN|NGƯỜI (?:LẬP|ĐĂNG KÝ|BÁO CÁO)|THỦ TRƯỞNG|THƯ KÝ)(?:\s|$)/u;
const PERSON = /^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){1,4}$/u;
/** Types that are put in force with the document that carries them; any other title after the signature heads an annex. */
const ATTACHED = /^(?:KẾ HOẠCH|QUY ĐỊNH|QUY CHẾ|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|HƯỚNG DẪN|THỂ LỆ)/u;
const CARRIES = /^(?:QUYẾT ĐỊNH|NGHỊ QUYẾT)/u;

/** Registered beside the plans that cite them; on a line with other words they are a citation, no title. */
const lawTypes = ["Bộ luật", "Luật", "Pháp lệnh"];

const titles = new Map([...titleTypes, ...lawTypes].map((type) => [fold(type).replaceAll(" ", ""), type.toUpperCase()]));

/** Type that a line in capitals alone names; recognition may have lost marks and spaces. "QUYẾT ĐỊNH:" only orders what follows. */
function titleOf({ text }: Line): string | null {
  if (text.length > 60 || text !== text.toUpperCase() || /^(?:QUYẾT ĐỊNH|NGHỊ QUYẾT|QUYẾT NGHỊ)\s*:$/u.test(text)) return null;
  return titles.get(fold(text.replace(/[\s:*.]+$/u, "")).replaceAll(" ", "")) ?? null;
}

function readSubject(lines: readonly Line[], from: number): number {
  let at = from;
  let blank = false;
  let taken = 0;
  for (; at < lines.length; at++) {
    const text = lines[at]?.text ?? "";
    if (text === "") {
      blank = taken > 0;
      continue;
    }
    const goesOn = /^[\p{Ll}(“"0-9]/u.test(text) || (text === text.toUpperCase() && taken > 0 && (lines[from]?.text ?? "") !== "");
    const marker = readMarker(text)?.kind;
    if (marker === "roman" || marker === "chapter" || marker === "article" || marker === "part") break;
    if (taken > 0 && (OPENING.test(text) || TAIL.test(text))) break;
    if (taken > 0 && blank && (!goesOn || text.length > 250)) break;
    if (/^\(\s*(?:Ban hành|Kèm theo|kèm theo)/u.test(text)) break;
    taken++;
    blank = false;
  }
  return at;
}

const INLINE = new RegExp(`^(${titleTypes.join("|")})\\s+(?!này|số|của)(?=\\S)`, "iu");

/** "KẾ HOẠCH Triển khai …" on one line, or a first line that is the title. The line itself then holds the trích yếu. */
function inlineTitle(lines: readonly Line[]): { type: string; line: Line; at: number }[] {
  const first = lines.findIndex(({ text }) => text !== "");
  const at = lines.slice(0, 40).findIndex(({ text }, index) => {
    const type = INLINE.exec(text)?.[1];
    return type !== undefined && text.length < 400 && (type === type.toUpperCase() || index === first);
  });
  const line = lines[at];
  if (line === undefined) return [];
  const type = INLINE.exec(line.text)?.[1] ?? "";
  const rest: Line = { ...line, text: line.text.slice(type.length).trimStart(), offsets: null };
  return [{ type: type.toUpperCase(), line: rest, at }];
}

/** A post in capitals over a person's name: a signature without "TM." before it. */
function signs(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.text ?? "";
  if (text.length > 50 || text !== text.toUpperCase() || !/\p{Lu}{2}/u.test(text)) return false;
  if (ATTESTED.test(text)) return true;
  if (rolesIn(text).length === 0 || isBodyName(text)) return false;
  const next = lines.slice(at + 1, at + 12).filter((line) => line.text !== "");
  return next.slice(0, 4).some((line) => PERSON.test(line.text));
}

/** Splits the document. */
export function readRegions(lines: readonly Line[]): Regions {
  const limit = Math.max(60, lines.length / 3);
  // Whoever is addressed before any title is sent a letter: an outline or a form that follows is attached to it.
  const addressed = lines.findIndex(({ text }) => /^Kính gửi/iu.test(text));
  const found = lines.flatMap((line, at) => {
    const type = at < limit && (addressed < 0 || at < addressed) ? titleOf(line) : null;
    return type === null ? [] : [{ type, line, at }];
  });
  const plain = found.length > 0;
  const [title] = plain ? found : inlineTitle(addressed < 0 ? lines : lines.slice(0, addressed));
  const regions: Regions = { head: [], title: null, subject: [], parts: [], tail: [], annexes: [] };
  let at = 0;
  if (title) {
    regions.title = { type: title.type, line: title.line };
    regions.head = lines.slice(0, title.at);
    at = !plain && lines[title.at + 1]?.text === "" ? title.at + 1 : readSubject(lines, title.at + 1);
    if (!plain && /^(?:Thực hiện|Căn cứ|Triển khai)/u.test(lines[title.at + 1]?.text ?? "")) at = title.at + 1;
    regions.subject = [...(plain ? [] : [title.line]), ...lines.slice(title.at + 1, at)].filter(({ text }) => text !== "");
  } else {
    const start = lines.findIndex(({ text }) => OPENING.test(text) || readMarker(text)?.kind === "roman");
    at = Math.max(0, start);
    regions.head = lines.slice(0, at);
  }
  divide(lines, at, regions);
  return regions;
}

/** Gives the lines after the subject to body, closing block, attached document and annexes. */
function divide(lines: readonly Line[], from: number, regions: Regions): void {
  const own = regions.title?.type ?? null;
  let part: Part = { type: own, lines: [] };
  regions.parts.push(part);
  let into = part.lines;
  const open = (type: string): void => {
    part = { type, lines: [] };
    regions.parts.push(part);
    into = part.lines;
  };
  for (let at = from; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) break;
    const { text } = line;
    const inBody = into === part.lines;
    const inTail = into === regions.tail;
    const begun = part.lines.length > 0;
    const attached = inTail ? regions.tail.length > 1 : inBody && own === null && begun;
    const sheet = attached && text === text.toUpperCase() && SHEET.test(text) && !/[;.]$/.test(text);
    // A table under the signature needs no title.
    if (inTail && line.row !== null && /^(?:STT|TT|Số TT)$/iu.test(text)) {
      const annex = { title: line, lines: [line] };
      regions.annexes.push(annex);
      into = annex.lines;
      continue;
    }
    if (sheet || (ANNEX.test(text) && begun && (!inBody || regions.tail.length > 0 || text.startsWith("PHỤ")))) {
      const annex = { title: line, lines: [] };
      regions.annexes.push(annex);
      into = annex.lines;
      continue;
    }
    const type = inTail || (inBody && own !== null && CARRIES.test(own) && part.type === own) ? titleOf(line) : null;
    if (type !== null && type !== own && ATTACHED.test(type)) {
      // The plan that a decision puts in force: its subject line is skipped.
      at = readSubject(lines, at + 1) - 1;
      open(type);
      continue;
    }
    if (inBody && text.length < 80 && DATE_LINE.test(text)) {
      // Before the first heading a date belongs to the head, after it to the signature.
      if (part.lines.some((before) => (readMarker(before.text)?.level ?? 0) > 0)) into = regions.tail;
      else if (part === regions.parts[0]) {
        regions.head.push(line);
        continue;
      }
    }
    if (inBody && begun && (TAIL.test(text) || (SIGNED_FOR.test(text) && text.length < 60) || signs(lines, at))) into = regions.tail;
    into.push(line);
  }
}
