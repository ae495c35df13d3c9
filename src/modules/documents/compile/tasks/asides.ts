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
  const names = words
    .slice(label.valueAt)
    .split(/;\s*/u)
    .flatMap((part) => wholeBodies(part)?.names ?? []);
  if (names.length === 0) return null;
  return label.kind === "lead" ? { lead: names, partners: [] } : { lead: [], partners: names };
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

/** The same for each piece of a closing bracket. */
export function asidesOf(text: string, bracket: Stretch | null): Aside[] {
  if (bracket === null) return [];
  const found: Aside[] = [];
  let start = bracket.start;
  for (const piece of text.slice(bracket.start, bracket.end).split(";")) {
    const aside = asideIn(text, { start, end: start + piece.length });
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
