/**
 * The document as the passes see it: paragraphs in order, each with the headings it stands under and what kind of
 * section that is.
 */
import type { Line } from "../paragraphs/source.ts";
import { readLines } from "../paragraphs/source.ts";
import type { Layout, Paragraph } from "../paragraphs/paragraphs.ts";
import { withoutPageFurniture } from "../paragraphs/page-furniture.ts";
import { layoutOf, readParagraphs } from "../paragraphs/paragraphs.ts";
import type { Regions } from "./regions.ts";
import { readRegions } from "./regions.ts";
import { lexical, predicateAt, wholeBodies } from "../bodies/index.ts";
import { readSentences } from "../paragraphs/clauses.ts";
import { readLabel } from "../labels/labels.ts";
import type { Genre, SectionRole } from "./sections.ts";
import { genreOf, roleOf, roleUnder } from "./sections.ts";
import { readHeadBlock } from "../header/head-block.ts";
import type { Table } from "../paragraphs/tables.ts";
import { findTables } from "../paragraphs/tables.ts";

export type { SectionRole } from "./sections.ts";

export type Heading = {
  paragraph: Paragraph;
  number: string;
  /** What stands under what, as of markers; a period is as deep as the heading it first stands under. */
  rank: number;
  title: string;
  level: number;
  kind: "heading" | "item";
  role: SectionRole | null;
};

export type Node = {
  paragraph: Paragraph;
  /** Numbered ancestors, the paragraph's own entry last when it is numbered. */
  path: Heading[];
  heading: Heading | null;
  role: SectionRole;
  /** Lexical text of the paragraph ending in a colon that this bullet or lettered item stands under. */
  under: string | null;
  index: number;
};

export type PlanDocument = {
  lines: Line[];
  regions: Regions;
  layout: Layout;
  /** Paragraphs of the trích yếu, then of the body. */
  subject: Paragraph[];
  /** Body paragraphs before the first numbered heading: the bases and the sentence that makes the plan. */
  opening: Paragraph[];
  nodes: Node[];
  /** Tables of the body; their cells are not among the nodes. */
  tables: Table[];
};

const terminal = (text: string): boolean => /[.;…]["”’)]*(?:\/\.)?$/u.test(text);
const wordCount = (text: string): number => text.split(/\s+/).length;

/** Whether a numbered paragraph titles what follows it. */
function isHeading(paragraph: Paragraph, next: Paragraph | undefined, labelled: boolean): boolean {
  const { marker } = paragraph;
  if (marker === null || marker.level === 0) return false;
  if (marker.kind === "period") return true;
  const body = paragraph.text.slice(paragraph.bodyAt);
  if (marker.level === 1) return marker.kind !== "article" || (wordCount(body) < 30 && !terminal(body));
  const opens =
    next !== undefined &&
    (next.marker === null ||
      next.marker.level === 0 ||
      next.marker.level > marker.level ||
      next.marker.label.startsWith(`${marker.label}.`));
  if (!opens) return false;
  if (body === "") return true;
  // What has its own "Đơn vị chủ trì: …" is done, not only titled: "5.2. Tổ chức tuyên truyền …".
  const label = next.marker === null || next.marker.level === 0 ? readLabel(next.text.slice(next.bodyAt)) : null;
  const does = !body.endsWith(":") && predicateAt(lexical(body), 0) > 0 && wordCount(body) > 3;
  if (does && ((label !== null && label.kind !== "content" && label.kind !== "other") || (labelled && marker.level >= 3))) return false;
  if (body.endsWith(":")) return wholeBodies(body) !== null || wordCount(body) <= 14;
  if (!terminal(body)) return wordCount(body) <= 70;
  const numberedChild = next.marker !== null && next.marker.level > marker.level;
  return numberedChild && readSentences(body).length === 1 && !body.includes(":");
}

function titleOf(paragraph: Paragraph, kind: "heading" | "item"): string {
  if (paragraph.marker?.kind === "period") return paragraph.marker.label;
  const body = paragraph.text.slice(paragraph.bodyAt).replace(/^["“](?=[^”"]*$)/u, "");
  if (kind === "heading" || body.length <= 80) return body;
  const cut = body.lastIndexOf(" ", 80);
  return body.slice(0, cut > 40 ? cut : 80);
}

/** Numbered paragraphs that have label lines of lead or time before the next number. */
function labelledItems(paragraphs: readonly Paragraph[]): Set<Paragraph> {
  const found = new Set<Paragraph>();
  let numbered: Paragraph | null = null;
  for (const paragraph of paragraphs) {
    if ((paragraph.marker?.level ?? 0) > 0) numbered = paragraph;
    else if (numbered !== null) {
      const label = readLabel(paragraph.text.slice(paragraph.bodyAt));
      if (label?.kind === "lead" || label?.kind === "partner" || label?.kind === "time") found.add(numbered);
      if (label?.kind === "content") numbered = null;
    }
  }
  return found;
}

/**
 * "5. Nghiên cứu giải pháp … pháp luật." over bullets, between siblings that are headings, is a heading in spite of its
 * full stop: a single sentence whose neighbours of the same level all title what follows them.
 */
function consistentHeadings(paragraphs: readonly Paragraph[], headings: readonly boolean[]): boolean[] {
  const siblings = new Map<string, number[]>();
  let section = 0;
  paragraphs.forEach(({ marker }, index) => {
    if (marker?.level === 1) section = index;
    if (marker?.level !== 2) return;
    const group = siblings.get(`${section}`);
    if (group) group.push(index);
    else siblings.set(`${section}`, [index]);
  });
  const fixed = [...headings];
  for (const group of siblings.values()) {
    const titles = group.filter((index) => headings[index]).length;
    if (titles < 3 || titles < group.length * 0.7) continue;
    for (const index of group) {
      const [paragraph, next] = [paragraphs[index], paragraphs[index + 1]];
      if (headings[index] || paragraph === undefined || next?.marker?.level !== 0) continue;
      const body = paragraph.text.slice(paragraph.bodyAt);
      if (wordCount(body) <= 60 && !body.includes(":") && readSentences(body).length === 1) fixed[index] = true;
    }
  }
  return fixed;
}

const OPENS_WITH_SHARE = /^(?:phấn đấu |đến năm \d{4},? |hằng năm,? |có |đạt )*(?:(?:ít nhất|tối thiểu|trên|từ) )?\d{1,3}(?:,\d+)? ?%/u;

/** An item that begins with a share ("100% số người …"), or stands under "… các chỉ tiêu cụ thể như sau:", states a goal. */
function statesGoal({ text, bodyAt, marker }: Paragraph, under: string | null): boolean {
  if (OPENS_WITH_SHARE.test(lexical(text.slice(bodyAt, bodyAt + 80)))) return true;
  return under !== null && (marker?.level === 0 || marker?.level === 4) && /(?:chỉ tiêu|mục tiêu)[^:]{0,40}:\s*$/u.test(under);
}

/** Just under the heading that has no period over it. */
const rankOfPeriod = (path: readonly Heading[]): number =>
  (path.slice(0, path.findIndex(({ paragraph }) => paragraph.marker?.kind === "period") >>> 0).at(-1)?.rank ?? 0) + 0.01;

/** Numbered paragraphs become headings or items; every paragraph learns where it stands. */
function buildNodes(paragraphs: readonly Paragraph[], genre: Genre, from: number): Node[] {
  let path: Heading[] = [];
  let under: string | null = null;
  let ordered = false;
  const labelled = labelledItems(paragraphs);
  const headings = consistentHeadings(
    paragraphs,
    paragraphs.map((paragraph, index) => isHeading(paragraph, paragraphs[index + 1], labelled.has(paragraph))),
  );
  return paragraphs.map((paragraph, index) => {
    const { marker } = paragraph;
    let heading: Heading | null = null;
    if (marker !== null && marker.level > 0) {
      const kind = headings[index] ? "heading" : "item";
      const title = titleOf(paragraph, kind);
      const named = kind === "heading" || readLabel(title) !== null || /^[^.;]{3,60}:/u.test(title) ? title : "";
      heading = {
        paragraph,
        number: marker.label,
        rank: marker.kind === "period" ? rankOfPeriod(path) : marker.rank,
        title,
        level: marker.level,
        kind,
        role: named === "" ? null : roleOf(named, marker.level, genre),
      };
      // "IV. MỘT SỐ YÊU CẦU" after what is to be done orders as well.
      if (heading.level === 1) {
        if (heading.role === "purpose" && ordered && /^(?:một số |các |những )?yêu cầu/iu.test(title)) heading.role = "work";
        ordered ||= heading.role === "work";
      }
      const { rank } = heading;
      path = [...path.filter((above) => above.rank < rank && !(marker.kind === "decimal" && above.number === marker.label)), heading];
    }
    const section = roleUnder(path, genre);
    const introduces = /:\s*$/u.test(paragraph.text);
    if (introduces || marker === null || (marker.level > 0 && marker.level < 4)) under = null;
    const role = section === "work" && statesGoal(paragraph, under) ? "goals" : section;
    const node: Node = { paragraph, path, heading, role, under, index: from + index };
    if (introduces) under = lexical(paragraph.text);
    return node;
  });
}

/** Paragraphs that no table holds. */
function outsideTables(all: readonly Paragraph[], tables: readonly Table[]): Paragraph[] {
  let next = 0;
  return all.filter((_, index) => {
    while ((tables[next]?.to ?? Infinity) <= index) next++;
    return index < (tables[next]?.from ?? Infinity);
  });
}

/** A letter numbers nothing: it begins after whom it addresses and what it stands on. */
function unnumberedStart(paragraphs: readonly Paragraph[]): number {
  const addressed = paragraphs.findIndex(({ text }) => /^Kính gửi/iu.test(text));
  if (addressed < 0) return paragraphs.length;
  const body = paragraphs.slice(addressed + 1).findIndex(({ text, marker }) => marker === null && !/^Căn cứ|;\s*$/iu.test(text));
  return body < 0 ? paragraphs.length : addressed + 1 + body;
}

/** Where the numbered part begins: at its first heading of level 1, or at an item that is numbered before it. */
function bodyStart(paragraphs: readonly Paragraph[]): number {
  const first = paragraphs.findIndex(
    ({ marker, text }) => marker !== null && marker.level > 0 && !/^\S+\s+(?:Căn cứ|Thực hiện)/u.test(text),
  );
  const section = paragraphs.findIndex(({ marker }) => marker?.level === 1);
  if (first < 0 && section < 0) return unnumberedStart(paragraphs);
  return first < 0 || section < 0 ? Math.max(first, section) : Math.min(first, section);
}

export function readDocument(text: string): PlanDocument {
  const lines = withoutPageFurniture(readLines(text));
  const layout = layoutOf(lines);
  const regions = readRegions(lines);
  const { symbol } = readHeadBlock(regions.head);
  const firstLine = lines.find((line) => line.text !== "")?.text ?? "";
  const nodes: Node[] = [];
  const tables: Table[] = [];
  const opening: Paragraph[] = [];
  for (const { type, lines: own } of regions.parts) {
    const all = readParagraphs(own, layout);
    const found = findTables(all);
    const paragraphs = outsideTables(all, found);
    const start = bodyStart(paragraphs);
    opening.push(...paragraphs.slice(0, start));
    nodes.push(...buildNodes(paragraphs.slice(start), genreOf(type, firstLine, symbol), nodes.length));
    tables.push(...found);
  }
  return { lines, regions, layout, subject: readParagraphs(regions.subject, { width: 80, spaced: true }), opening, nodes, tables };
}
