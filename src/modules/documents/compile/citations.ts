/** Documents that the plan cites, one entry per (number, date). */
import { calendarDate } from "../../../kernel/time/index.ts";
import { fold, squeeze } from "../../../kernel/text.ts";
import type { Stretch } from "./clauses.ts";
import type { PlanDocument } from "./document.ts";
import { documentTypePattern, documentTypes, normaliseNumber, numberPattern } from "./lexicon/document-types.ts";
import type { Draft } from "./outline.ts";
import type { Paragraph } from "./paragraphs.ts";
import { quoteOf } from "./paragraphs.ts";
import type { Citation } from "./plan.ts";

type Mention = Stretch & {
  paragraph: Paragraph;
  type: string | null;
  number: string | null;
  date: string | null;
  issuer: string | null;
  title: string | null;
  /** End of the number itself. */ numberEnd: number;
};

const TYPE = new RegExp(`(?:${documentTypePattern})(?!\\p{L})`, "iu");
const NUMBERED = new RegExp(
  String.raw`(?<![\p{L}\d/.-])(?:(${documentTypePattern})\s*:?\s*)?(số\s*:?\s*)?(${numberPattern})(?![\p{Ll}])`,
  "giu",
);
const DAY = /^[\s,]*(?:ban hành )?(?:ngày|ngay)\s+(\d{1,2})\s*(?:tháng\s*(\d{1,2})\s*năm\s*(\d{4})|[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}))/iu;
const ISSUER = /^[\s,]*(?:\([^)]{0,30}\)\s*)?của\s+/u;
const ISSUER_END =
  /[“”";:.(),]|\s(?:về|Về|ban hành|quy định|phê duyệt|hướng dẫn|V\/v|v\/v|kết luận|Kết luận|Quy định|công bố|thực hiện|triển khai|sửa đổi|để|gắn|tại|giữa|trong|đã|được|là|và|cụ thể|thì|nhằm|theo|kèm|đối với|Kế hoạch|đến|từ|vào|nghị định|thông tư|cho)(?=\s|$)/u;
const LAW = /(?:Bộ luật|Luật|Pháp lệnh) (?=\p{Lu}\p{Ll}|MTTQ)[^,.;:()“”"[\]]{3,110}/gu;
const LAW_END =
  /\s(?:ngày|số|năm \d{4}|nhằm|để|theo|trên|trong|được|và (?:Luật|các|Nghị|Bộ|quy|pháp|những|tình|văn)|về|của|gắn|quy định|có|khi|do|tại|đã|đến|cho|với|sửa đổi năm)(?=\s|$)/u;

const canonical = (printed: string): string => documentTypes.find((type) => fold(type) === fold(printed)) ?? squeeze(printed);

/** Type, date and issuer of the documents numbered in one paragraph. */
function numberedIn(paragraph: Paragraph): Mention[] {
  const { text } = paragraph;
  const mentions: Mention[] = [];
  for (const found of text.matchAll(NUMBERED)) {
    const [all, word, so, printed = ""] = found;
    let end = found.index + all.length;
    let [type, start] = [word ? canonical(word) : null, found.index];
    if (type === null) {
      // "Luật Bầu cử … số 85/2015/QH13": the type stands before the title; "số 008/…, số 009/…" shares it.
      const before = text.slice(Math.max(0, start - 160), start);
      const types = [...before.matchAll(new RegExp(TYPE.source, "giu"))].filter(
        (match) => !/[;.]/.test(before.slice(match.index)) && /^\p{Lu}/u.test(match[0]),
      );
      const last = so ? (types.findLast((match) => /luật|pháp lệnh/iu.test(match[0])) ?? types.at(-1)) : undefined;
      if (last) {
        type = canonical(last[0]);
        if (/luật|pháp lệnh/iu.test(type)) start = Math.max(0, start - 160) + last.index;
      }
      if (type === null && !so) continue;
    }
    const number = normaliseNumber(printed);
    if (type === null && /(?:mẫu|biểu|phụ lục)\s*$/iu.test(text.slice(Math.max(0, start - 12), start))) continue;
    if (!/\d/.test(number) || !/[A-ZĐƯ]/u.test(number)) continue;
    const numberEnd = end;
    const day = DAY.exec(text.slice(end, end + 60));
    let date: string | null = null;
    if (day) {
      date = calendarDate(Number(day[3] ?? day[5]), Number(day[2] ?? day[4]), Number(day[1]));
      end += day[0].length;
    }
    let issuer: string | null = null;
    const of = ISSUER.exec(text.slice(end, end + 50));
    if (of) {
      const rest = text.slice(end + of[0].length, end + of[0].length + 140);
      const stop = rest.search(ISSUER_END);
      let name = stop < 0 ? rest : rest.slice(0, stop);
      const term = /^\s*,?\s*(?:\(khóa [^)]{1,20}\)|khóa [IVX]+)/u.exec(rest.slice(name.length))?.[0];
      if (term && /\p{Lu}/u.test(name)) name += term;
      if (/^(?:\p{Lu}|các |liên )/u.test(name)) {
        issuer = squeeze(name);
        end += of[0].length + name.length;
      }
    }
    mentions.push({ paragraph, start, end, numberEnd, type, number, date, issuer, title: null });
  }
  // "217-QĐ/TW và Quyết định số 218-QĐ/TW ngày … của …": what is said once belongs to both.
  for (let k = mentions.length - 2; k >= 0; k--) {
    const [mention, next] = [mentions[k], mentions[k + 1]];
    if (!mention || !next || !/^[\s,]*(?:và|;|,)?\s*$/u.test(text.slice(mention.end, next.start))) continue;
    mention.date ??= next.date;
    mention.issuer ??= next.issuer;
  }
  return mentions;
}

/** Laws cited by title only. */
function lawsIn(paragraph: Paragraph, numbered: readonly Mention[]): Mention[] {
  return [...paragraph.text.matchAll(LAW)].flatMap((found) => {
    const start = found.index;
    if (
      numbered.some((mention) => start >= mention.start - 2 && start < mention.end) ||
      /^(?:Bộ luật|Luật) sửa/iu.test(found[0]) ||
      /(?:một số điều của|Điều \d+,?|khoản \d+,?|[“"])\s*$/u.test(paragraph.text.slice(Math.max(0, start - 24), start))
    )
      return [];
    const stop = found[0].slice(5).search(LAW_END);
    const title = squeeze(stop < 0 ? found[0] : found[0].slice(0, stop + 5)).replace(/ (?:và|hoặc)$/u, "");
    const type = title.startsWith("Bộ luật") ? "Bộ luật" : title.startsWith("Pháp lệnh") ? "Pháp lệnh" : "Luật";
    return [{ paragraph, start, end: start + title.length, numberEnd: start, type, number: null, date: null, issuer: null, title }];
  });
}

export type Citations = {
  citations: Draft<Citation>[];
  /** Where documents are mentioned, by paragraph: their dates are nobody's deadline. */ mentions: Map<
    Paragraph,
    (Stretch & { number: string | null })[]
  >;
};

const keyOf = ({ number, title }: Mention): string =>
  number === null
    ? `title:${fold(title ?? "")
        .split(" ", 5)
        .join(" ")}`
    : number.toLowerCase();

function citationOf(mention: Mention): Draft<Citation> {
  const byTitle = mention.number === null;
  return {
    ...quoteOf(mention.paragraph, mention.start, mention.end),
    type: mention.type ?? "Văn bản",
    number: mention.number,
    date: mention.date,
    issuer: mention.issuer,
    title: mention.title,
    alsoLines: [],
    rule: byTitle ? "citation:title" : "citation:number",
    confidence: byTitle ? 0.6 : mention.type ? 0.95 : 0.7,
  };
}

/** Merges mentions: a later one without date is the same document, another date another document. */
function merge(mentions: readonly Mention[]): Draft<Citation>[] {
  const byKey = new Map<string, Draft<Citation>[]>();
  const laws: string[] = [];
  const merged: Draft<Citation>[] = [];
  for (const mention of mentions) {
    // "Luật Bầu cử" after "Luật Bầu cử đại biểu Quốc hội …" is the same law.
    const full = keyOf(mention);
    const key = (mention.number === null && laws.find((law) => law.startsWith(full) || full.startsWith(law))) || full;
    if (mention.number === null && key === full && !laws.includes(key)) laws.push(key);
    const same = byKey.get(key) ?? [];
    const known = same.find(({ date }) => mention.date === null || date === null || date === mention.date);
    if (known === undefined) {
      const citation = citationOf(mention);
      merged.push(citation);
      byKey.set(key, [...same, citation]);
      continue;
    }
    const { line } = quoteOf(mention.paragraph, mention.start, mention.end);
    if (line !== known.line && known.alsoLines.at(-1) !== line) known.alsoLines.push(line);
    known.date ??= mention.date;
    known.issuer ??= mention.issuer;
    if (known.type === "Văn bản" && mention.type) known.type = mention.type;
    // A title in capitals prints "QĐ-TTG"; running text prints it right.
    if (mention.number && known.number === known.number?.toUpperCase()) known.number = mention.number;
  }
  return merged;
}

export function readCitations(
  { subject, opening, nodes }: PlanDocument,
  annexes: readonly Paragraph[],
  ownNumber: string | null,
): Citations {
  const paragraphs = [...subject, ...opening, ...nodes.map(({ paragraph }) => paragraph), ...annexes];
  const own = ownNumber?.toLowerCase();
  const mentions = new Map<Paragraph, Mention[]>();
  for (const paragraph of paragraphs) {
    const numbered = numberedIn(paragraph).filter(
      ({ number, start }) => number?.toLowerCase() !== own && !/kèm theo\s*$/iu.test(paragraph.text.slice(0, start)),
    );
    const found = [...numbered, ...lawsIn(paragraph, numbered)];
    if (found.length > 0)
      mentions.set(
        paragraph,
        found.sort((a, b) => a.start - b.start),
      );
  }
  return { citations: merge([...mentions.values()].flat()), mentions };
}
