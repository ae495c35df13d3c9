/** What an item says of itself beside the deed: "Đơn vị chủ trì: Sở Y tế.", "(Chủ trì: …; phối hợp: …)". */
import { wholeBodies } from "../bodies/index.ts";
import type { Sentence, Stretch } from "../paragraphs/clauses.ts";
import { readLabel } from "../labels/labels.ts";

export type Aside = { lead: string[]; partners: string[] };

/** Lead and partners in a piece of text that is nothing but a label and its bodies, or null. */
export function asideIn(text: string, { start, end }: Stretch): Aside | null {
  const words = text.slice(start, end).replace(/^[\s(]+|[\s.;)/]+$/gu, "");
  const label = readLabel(words);
  if (label === null || (label.kind !== "lead" && label.kind !== "partner")) return null;
  const namesIn = (part: string): string[] => part.split(/;\s*/u).flatMap((one) => wholeBodies(one)?.names ?? []);
  // "Chủ trì: Trung tâm Dịch vụ xã, phối hợp Hội Nông dân xã."
  const [own = "", beside = ""] = words.slice(label.valueAt).split(/[,;]\s*phối hợp(?: với)?:?\s+/iu, 2);
  const names = namesIn(own);
  if (names.length === 0) return null;
  return label.kind === "lead" ? { lead: names, partners: namesIn(beside) } : { lead: [], partners: names };
}

const IN_CHARGE = /\s(?:chủ trì|phụ trách|chịu trách nhiệm|thực hiện|tham mưu|đảm nhiệm)(?: chính| chung| thực hiện)?$/u;
const PERSON = /^(?:đ\/c|đồng chí)\s\p{Lu}/iu;

/** "(tháng 4; Ban Kiểm tra)", "(xong trong tháng 1; đ/c Chủ tịch phụ trách)", "(đ/c Ma A Páo, PCT Hội)": who does it. */
function inBracket(words: string, pieces: number, time: boolean): Aside | null {
  const charge = IN_CHARGE.exec(words);
  const named = charge ? words.slice(0, charge.index) : words;
  if (PERSON.test(named) && named.length < 60 && !/[:;]/u.test(named)) return { lead: [named], partners: [] };
  if (charge === null && !(pieces > 1 && time)) return null;
  const bodies = wholeBodies(named);
  return bodies && { lead: bodies.names, partners: [] };
}

/** "…; đơn vị thực hiện: Phòng Kinh tế; thời gian: tháng 3": label clauses out, the time with the deed. */
export function withoutAsides(text: string, sentence: Sentence): { sentence: Sentence; spoken: Aside[] } {
  const spoken: Aside[] = [];
  const clauses: Stretch[] = [];
  for (const clause of sentence.clauses) {
    const aside = clauses.length > 0 ? asideIn(text, clause) : null;
    const before = clauses.at(-1);
    if (aside) spoken.push(aside);
    else if (before && spoken.length > 0 && readLabel(text.slice(clause.start, clause.end))?.kind === "time")
      clauses[clauses.length - 1] = { start: before.start, end: clause.end };
    else clauses.push(clause);
  }
  return spoken.length > 0 ? { sentence: { ...sentence, clauses }, spoken } : { sentence, spoken };
}

/** The same for each piece of a closing bracket; `timed`: it also says when. */
export function asidesOf(text: string, bracket: Stretch | null, timed: boolean): Aside[] {
  if (bracket === null) return [];
  const found: Aside[] = [];
  let start = bracket.start;
  const pieces = text.slice(bracket.start, bracket.end).split(";");
  for (const piece of pieces) {
    const words = piece.replace(/^[\s(]+|[\s.;)/]+$/gu, "");
    const aside = asideIn(text, { start, end: start + piece.length }) ?? inBracket(words, pieces.length, timed);
    if (aside) found.push(aside);
    start += piece.length + 1;
  }
  return found;
}

/** Hands asides to an obligation: a lead said in its own sentence stays. */
export function applyAsides(group: { lead: string[]; said: boolean; partners: string[] }, asides: readonly Aside[]): void {
  for (const { lead, partners } of asides) {
    if (lead.length > 0 && !group.said) group.lead = lead;
    group.partners.push(...partners);
  }
}
