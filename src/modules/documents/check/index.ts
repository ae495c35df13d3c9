/**
 * The plan check: what an experienced clerk would circle in a text. Pure; computed whenever somebody looks, never stored.
 * Rules are in folders by family, what they know in lexicon/.
 */
import { fold } from "../../../kernel/text.ts";
import type { CompiledPlan } from "../compile/plan.ts";
import type { CheckContext } from "./context.ts";
import type { Family, Finding, Severity } from "./finding.ts";
import { basesRules } from "./format/bases.ts";
import { closingRules } from "./format/closing.ts";
import { dateRules } from "./format/dates.ts";
import { headRules } from "./format/head.ts";
import { headingRules } from "./format/headings.ts";
import { markRules } from "./format/marks.ts";
import { nameRules } from "./format/names.ts";
import { spellingRules } from "./format/spelling.ts";
import { wordRules } from "./format/words.ts";
import { writingRules } from "./format/writing.ts";
import { readMentions } from "./mentions.ts";
import { dayRules } from "./obligations/dates.ts";
import { numberRules as amountRules } from "./obligations/numbers.ts";
import { parentRules } from "./obligations/parent.ts";
import { recipientRules } from "./obligations/recipients.ts";
import { reportRules } from "./obligations/reports.ts";
import { taskRules } from "./obligations/tasks.ts";
import { readParts } from "./parts.ts";
import { baseRules } from "./references/bases.ts";
import { numberRules } from "./references/numbers.ts";
import { registerRules } from "./references/register.ts";
import { reorganisedRules } from "./reorganised/bodies.ts";
import type { Hit, Rule, View } from "./rule.ts";
import { quoteAt, readSheet } from "./sheet.ts";

export const rules: readonly Rule[] = [
  ...headRules,
  ...dateRules,
  ...headingRules,
  ...markRules,
  ...spellingRules,
  ...wordRules,
  ...writingRules,
  ...closingRules,
  ...nameRules,
  ...basesRules,
  ...numberRules,
  ...baseRules,
  ...registerRules,
  ...taskRules,
  ...dayRules,
  ...recipientRules,
  ...amountRules,
  ...reportRules,
  ...parentRules,
  ...reorganisedRules,
];

/** FNV-1a, 32 bits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) value = Math.imul(value ^ text.charCodeAt(k), 0x01000193) >>> 0;
  return value.toString(36);
}

const weight: Record<Severity, number> = { wrong: 0, look: 1, hint: 2 };

/**
 * `text` as extracted (lines separated by "\n"), `plan` compiled from it. Questions come most serious first, then in the
 * order of the text; spans count in the lines of `text`.
 */
export function checkDocument({ text, plan, context = {} }: { text: string; plan: CompiledPlan; context?: CheckContext }): Finding[] {
  const sheet = readSheet(text);
  const parts = readParts(sheet, plan);
  const view: View = { sheet, plan, parts, mentions: readMentions(sheet, plan.header.number), context };
  const seen = new Map<string, number>();
  const findings = rules.flatMap((rule) => rule.find(view).map((hit) => findingOf(view, rule, hit, seen)));
  return findings.sort((a, b) => weight[a.severity] - weight[b.severity] || (a.place?.line ?? 0) - (b.place?.line ?? 0));
}

function findingOf({ sheet }: View, rule: Rule, hit: Hit, seen: Map<string, number>): Finding {
  const [first] = hit.places;
  const quote = first ? quoteAt(sheet, first.start, first.end) : null;
  const base = `${rule.id}:${hash(fold(hit.about ?? quote ?? ""))}`;
  const count = (seen.get(base) ?? 0) + 1;
  seen.set(base, count);
  const places = hit.places.map(({ start, end }) => sheet.span(start, end));
  return {
    key: count === 1 ? base : `${base}-${count}`,
    rule: rule.id,
    family: rule.id.slice(0, rule.id.indexOf("/")) as Family,
    severity: hit.severity ?? rule.severity,
    place: places[0] ?? null,
    places,
    quote,
    reason: hit.reason,
    basis: hit.basis,
    mend: hit.mend ?? null,
  };
}
