/** Quantified obligations, and outcomes that a goal section states without a number. */
import { squeeze } from "../../../../kernel/text.ts";
import type { TimeMention } from "../../../../kernel/time/index.ts";
import { headAt, lexical, predicateAt } from "../bodies/index.ts";
import type { Sentence, Stretch } from "../paragraphs/clauses.ts";
import { quotedIn } from "../paragraphs/clauses.ts";
import { clip } from "../paragraphs/clip.ts";
import type { Draft } from "../outline/outline.ts";
import { quoteOf } from "../paragraphs/paragraphs.ts";
import type { Due, Frequency, Target } from "../plan.ts";
import type { Quantity } from "../mentions/quantities.ts";
import { readQuantities } from "../mentions/quantities.ts";
import { readLead } from "../subjects/index.ts";
import type { Group, Unit } from "../tasks/index.ts";
import { sectionOf } from "../tasks/index.ts";
import { dueOf, signalsOf } from "../mentions/timing.ts";
import { metricOf } from "./metric.ts";
import { obligesTo } from "./obliges.ts";
import { opensOutcome, outcomes } from "./outcomes.ts";
import { scopeOf, unlessBelow } from "./scope.ts";
import { deadlineOf, rhythm } from "./timing.ts";

/**
 * What stands over a unit: the rhythm of its numbered item, what labels or table cells say of its task, and whose plan it
 * is: a number that nobody is named for binds those who issue it.
 */
export type Over = { frequency: Frequency | null; due: Due; lead: string[]; issuer: string };

const citedOrQuoted = (unit: Unit): Stretch[] => [
  ...quotedIn(unit.paragraph.text),
  ...unit.times.filter(({ kind }) => ["date", "month", "quarter", "year", "term"].includes(kind)),
];

/** Numbers of a clause that bind; what continues a list that binds does so too. */
function obliging(unit: Unit, quantities: readonly Quantity[], clause: Stretch): Quantity[] {
  const found: Quantity[] = [];
  for (const quantity of quantities) {
    const previous = found.at(-1);
    const listed =
      previous !== undefined &&
      previous.unit !== "%" &&
      /^[^.;]{0,60}(?:,|\svà|\scho)\s*$/u.test(unit.low.slice(previous.end, quantity.start));
    if (obligesTo(unit, quantity, clause) || listed) found.push(quantity);
  }
  return found;
}

/** "…; hoàn thành trước ngày 30/6", "…; thời gian trong tháng 9": a clause that dates those before it. */
const ONLY_DATES = /^(?:và )?(?:hoàn thành|xong|thời (?:gian|hạn)|thực hiện (?:trong|trước|xong)|trước|trong|chậm nhất|hạn)(?!\p{L})/u;

/** "…; ít nhất 01 hội nghị trong năm 2027": a list that goes on, with the date of all at its end. */
const GOES_ON = /^(?:và )?(?:ít nhất|tối thiểu|không quá|\d)/u;

/** Times that hold for a clause: its own, and those of sentences that count nothing ("Thời gian hoàn thành …"). */
function dueAround(unit: Unit, clause: Stretch, sentence: Sentence, group: Group | undefined, taken: readonly Stretch[]): Due {
  const { low, times, paragraph } = unit;
  const shares = ({ start, end }: Stretch): boolean => ONLY_DATES.test(low.slice(start, end)) || GOES_ON.test(low.slice(start, end));
  const elsewhere = (signal: TimeMention): boolean => {
    if (!times.includes(signal)) return false;
    const later = sentence.clauses.find(({ start, end }) => start > clause.start && signal.start >= start && signal.start < end);
    if (later !== undefined) return !shares(later);
    const home = unit.sentences.find(({ start, end }) => signal.start >= start && signal.start < end);
    return home !== undefined && home !== sentence && readQuantities(low, home, taken).length > 0;
  };
  const due = dueOf((group?.signals ?? []).filter((signal) => !elsewhere(signal)));
  if (due.kind !== "none") return due;
  const dating = sentence.clauses.filter((later) => later.start > clause.start && shares(later));
  return dueOf(dating.flatMap((later) => signalsOf(paragraph.text, times, later)));
}

/** Targets of one unit. */
export function targetsOf(unit: Unit, over: Over): Draft<Target>[] {
  const { paragraph, low, sentences, node, groups } = unit;
  const taken = citedOrQuoted(unit);
  const section = sectionOf(node);
  const cumulative = /không (?:tính )?cộng dồn/u.test(low) ? false : null;
  const found: Draft<Target>[] = [];
  if (!unit.ordered && node.role !== "goals") return found;
  for (const sentence of sentences) {
    const group = groups.find(({ stretches }) => stretches.some(({ start, end }) => start >= sentence.start && end <= sentence.end));
    const own = rhythm(unit, [sentence]);
    // A list may run over semicolons, so quantities are read per sentence and placed in their clause.
    const quantities = readQuantities(low, sentence, taken);
    for (const clause of sentence.clauses) {
      const inside = quantities.filter((quantity) => quantity.start >= clause.start && quantity.start < clause.end);
      const binding = obliging(unit, inside, clause);
      const due = dueAround(unit, clause, sentence, group, taken);
      for (const quantity of binding) {
        const deadline = deadlineOf(unit, quantity, clause, sentence, binding, due, over.due);
        const said = rhythm(unit, [clause], quantity.start);
        const later = deadline.own ? "once" : (own ?? over.frequency ?? (deadline.date ? "once" : "none"));
        const slashed = own !== null && rhythm(unit, [sentence], quantity.start) === null;
        // "…, năm 2018 đạt 99%, năm 2019 đạt 99,5%": a step of the ladder has the metric of its first.
        const stated = metricOf(unit, quantity, clause);
        const step = quantity.unit === "%" && /^tỷ lệ\s*(?:[,;.]|$|trở lên)/u.test(stated);
        const metric = step ? (found.at(-1)?.metric ?? stated) : stated;
        const end = quantity.unit === "%" ? clause.end : Math.max(quantity.end, quantity.unitAt + metric.length);
        found.push({
          ...quoteOf(paragraph, quantity.start, Math.min(end, clause.end), 120),
          metric,
          comparator: unlessBelow(low, quantity, clause) ?? quantity.comparator,
          value: quantity.value,
          valueMax: quantity.valueMax,
          unit: quantity.unit,
          scope: scopeOf(
            unit,
            quantity,
            { clause, sentence, before: inside.slice(0, inside.indexOf(quantity)) },
            { lead: group?.lead ?? [], labelled: over.lead, issuer: over.issuer },
          ),
          frequency: said ?? (slashed && !deadline.own ? (over.frequency ?? (deadline.date ? "once" : "none")) : later),
          deadline: deadline.date,
          cumulative,
          section,
          rule: `target:${quantity.unit === "%" ? "rate" : "count"}`,
        });
      }
      // "100% các sở, ngành bố trí công chức …; bố trí người …": those who were counted go on, when they can act.
      const last = clause === sentence.clauses[0] ? undefined : found.at(-1);
      const goesOn = last && last.value !== null && headAt(lexical(last.scope), 0) > 0 ? last.scope : null;
      const lead = group && group.lead.length > 0 ? group.lead : goesOn ? [goesOn] : [];
      if (inside.length === 0) found.push(...outcomesOf(unit, clause, sentence, { own, due, over, section, lead }));
    }
  }
  return found;
}

type Around = { own: Frequency | null; due: Due; over: Over; section: string; lead: string[] };

/** Outcomes of a clause without a number. */
function outcomesOf(unit: Unit, clause: Stretch, sentence: Sentence, { own, due, over, section, lead }: Around): Draft<Target>[] {
  const { paragraph, low, node } = unit;
  const { text } = paragraph;
  const goal = node.role === "goals";
  const raises = /(?:nâng|tăng|giảm) (?:tỷ lệ|tỷ suất|tỷ trọng)\s/u.exec(low.slice(clause.start, clause.end));
  const first = clause === sentence.clauses[0];
  const group = /^(?:các|mỗi|toàn bộ|tất cả) [^,;.]{3,60}/u.exec(low.slice(clause.start, clause.end))?.[0] ?? "";
  const opens =
    first ||
    predicateAt(low, clause.start) > 0 ||
    readLead(text, low, clause, unit.times) !== null ||
    [...group.matchAll(/ /gu)].some(({ index }) => predicateAt(low, clause.start + index + 1, text) > 0);
  if (/^\p{L}+ \p{L}+ (?:số )?\d+\s?[-/]/u.test(low.slice(clause.start, clause.end))) return [];
  if (goal ? !opens || !opensOutcome(unit, clause) : raises === null) return [];
  // An action with a named actor is a task.
  if (goal && first && readLead(text, low, sentence, unit.times) !== null) return [];
  const stretches = goal ? outcomes(unit, clause) : [{ start: clause.start + (raises?.index ?? 0), end: clause.end }];
  return stretches.map((outcome) => {
    const deadline = deadlineOf(unit, outcome, outcome, sentence, [], due, over.due).date;
    const names = readLead(text, low, outcome, unit.times)?.names ?? lead;
    const place = /(?:toàn|trên địa bàn)(?: toàn)? (?:tỉnh|huyện|xã|phường|thành phố|quận|thị xã)/iu.exec(
      text.slice(outcome.start, outcome.end),
    )?.[0];
    return {
      ...quoteOf(paragraph, outcome.start, outcome.end, 120),
      metric: clip(squeeze(text.slice(outcome.start, outcome.end)), 120),
      comparator: "achieve",
      value: null,
      valueMax: null,
      unit: raises ? "%" : "",
      scope: names.length > 0 ? names.join(", ") : (place ?? over.issuer),
      frequency: own ?? (deadline ? "once" : "none"),
      deadline,
      cumulative: null,
      section,
      rule: "target:outcome",
    };
  });
}

/** Whether a stretch states a quantity that binds: in a goal section it is then a target and no task. */
export function quantified(unit: Unit, sentence: Sentence): boolean {
  const taken = citedOrQuoted(unit);
  return sentence.clauses.some((clause) => readQuantities(unit.low, clause, taken).some((quantity) => obligesTo(unit, quantity, clause)));
}

/** "Hằng năm" of a numbered item, for its bullets. */
export function frequencyOf(unit: Unit): Frequency | null {
  return rhythm(unit, unit.sentences);
}
