/** Documents that the plan cites, one entry per (number, date). */
import type { Stretch } from "../paragraphs/clauses.ts";
import { lawsIn, sameLaw } from "./cited-laws.ts";
import type { Mention } from "./cited-numbers.ts";
import { numberedIn, shortIn } from "./cited-numbers.ts";
import type { PlanDocument } from "../outline/document.ts";
import { typeOfSymbol } from "../lexicon/document-types.ts";
import type { Draft } from "../outline/outline.ts";
import type { Paragraph } from "../paragraphs/paragraphs.ts";
import { quoteOf } from "../paragraphs/paragraphs.ts";
import type { Citation } from "../plan.ts";

export type Citations = {
  citations: Draft<Citation>[];
  /** Where documents are mentioned, by paragraph: their dates are nobody's deadline. */ mentions: Map<
    Paragraph,
    (Stretch & { number: string | null })[]
  >;
};

/** "217-QĐ/TW", "217/QĐ-TW" and "0217 - QĐ/TW" are one number. */
const keyOf = (number: string): string =>
  number
    .toLowerCase()
    .replace(/^0+(?=\d)/, "")
    .replace(/[^\p{L}\d]/gu, "");

function citationOf(mention: Mention): Draft<Citation> {
  const byTitle = mention.number === null;
  const type = mention.type ?? (mention.number && typeOfSymbol(mention.number));
  return {
    ...quoteOf(mention.paragraph, mention.start, mention.end),
    type: type ?? "Văn bản",
    number: mention.number,
    date: mention.date,
    issuer: mention.issuer,
    title: byTitle ? mention.title : null,
    alsoLines: [],
    rule: byTitle ? "citation:title" : mention.short ? "citation:short" : "citation:number",
  };
}

/** Merges mentions: a later one without date is the same document, another date another document. */
class Register {
  readonly found: Draft<Citation>[] = [];
  private readonly byNumber = new Map<string, Draft<Citation>[]>();
  private readonly byRunning = new Map<string, Draft<Citation>[]>();
  private readonly laws: { title: string; citation: Draft<Citation> }[] = [];

  /** The citation that this mention repeats. */
  private known(mention: Mention): Draft<Citation> | undefined {
    const { number, date, title } = mention;
    if (number === null) return this.laws.find((law) => sameLaw(law.title, title ?? ""))?.citation;
    const fits = (citation: Draft<Citation>): boolean => date === null || citation.date === null || citation.date === date;
    const same = this.byNumber.get(keyOf(number))?.find(fits);
    if (same !== undefined) return same;
    const running = (this.byRunning.get(runningOf(number)) ?? []).filter(fits);
    if (mention.short) {
      const typed = running.filter(({ type }) => type === mention.type);
      return typed.length === 1 ? typed[0] : undefined;
    }
    // "102/2025/NQLT" for "102/2025/NQLT-CP-MTTQ": the number cut short at a hyphen.
    const cut = running.filter((citation) => citation.number?.startsWith(number) && /^[-/]/.test(citation.number.slice(number.length)));
    return date === null && cut.length === 1 ? cut[0] : undefined;
  }

  add(mention: Mention): void {
    const known = this.known(mention);
    if (known === undefined) {
      if (mention.short) return;
      const citation = citationOf(mention);
      this.found.push(citation);
      if (mention.title !== null) this.laws.push({ title: mention.title, citation });
      if (mention.number !== null) {
        push(this.byNumber, keyOf(mention.number), citation);
        push(this.byRunning, runningOf(mention.number), citation);
      }
      return;
    }
    const { line } = quoteOf(mention.paragraph, mention.start, mention.end);
    if (line !== known.line && known.alsoLines.at(-1) !== line) known.alsoLines.push(line);
    if (mention.number !== null || known.number === null) known.date ??= mention.date;
    known.issuer ??= mention.issuer;
    if (mention.title !== null && mention.number !== null) this.laws.push({ title: mention.title, citation: known });
    if (known.type === "Văn bản" && mention.type) known.type = mention.type;
    // The whole number is what events refer to.
    if (mention.short) mention.number = known.number;
    // A title in capitals prints "QĐ-TTG"; running text prints it right.
    else if (mention.number && known.number !== mention.number && known.number === mention.number.toUpperCase())
      known.number = mention.number;
  }
}

const runningOf = (number: string): string => /^0*(\d+)/.exec(number)?.[1] ?? "";

function push<T>(into: Map<string, T[]>, key: string, value: T): void {
  const list = into.get(key);
  if (list) list.push(value);
  else into.set(key, [value]);
}

/** "(Kèm theo Kế hoạch số …)" under the title of an annex names the plan itself. */
const namesItself = ({ paragraph, start }: Mention): boolean =>
  /^\(?\s*(?:ban hành )?kèm theo\s*$/iu.test(paragraph.text.slice(0, Math.min(start, 40))) && start < 40;

export function readCitations(
  { subject, opening, nodes, tables }: PlanDocument,
  annexes: readonly Paragraph[],
  ownNumber: string | null,
): Citations {
  const cells = tables.flatMap(({ rows }) => rows.flat());
  const paragraphs = [...subject, ...opening, ...nodes.map(({ paragraph }) => paragraph), ...cells, ...annexes];
  const own = ownNumber === null ? null : keyOf(ownNumber);
  const mentions = new Map<Paragraph, Mention[]>();
  const shorts: Mention[] = [];
  const register = new Register();
  for (const paragraph of paragraphs) {
    const numbered = numberedIn(paragraph);
    const kept = numbered.filter((mention) => keyOf(mention.number ?? "") !== own && !namesItself(mention));
    const short = shortIn(paragraph, numbered);
    const laws = lawsIn(paragraph, numbered);
    const found = [...kept, ...laws, ...short].sort((a, b) => a.start - b.start);
    if (found.length === 0) continue;
    mentions.set(paragraph, found);
    shorts.push(...short);
    for (const mention of found) if (!mention.short) register.add(mention);
  }
  // "Chỉ thị 05" may stand before the whole number (in the title), so short forms come last.
  for (const mention of shorts) register.add(mention);
  for (const { alsoLines } of register.found) alsoLines.sort((a, b) => a - b);
  for (const [paragraph, found] of mentions)
    mentions.set(
      paragraph,
      found.filter(({ short, number }) => !short || /\p{L}/u.test(number ?? "")),
    );
  return { citations: register.found, mentions };
}
