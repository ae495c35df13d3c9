/**
 * The plan compiler: the text of a plan document in, what it orders out. Pure and deterministic; opens nothing.
 *
 * lines → regions → paragraphs → outline and sections → clauses → mentions (documents, bodies, quantities, times) →
 * obligations, targets, reports, events. Each pass is a file here; the words of the genre are data in lexicon/.
 */
import { fold, nfc } from "../../../kernel/text.ts";
import { withUnits, type UnitNames } from "./bodies/index.ts";
import { tableTasks, wordsOf } from "./labels/annexes.ts";
import { readCitations } from "./citations/citations.ts";
import { placesOf, rated } from "./confidence/confidence.ts";
import { readCriteria } from "./targets/criteria.ts";
import { readDocument } from "./outline/document.ts";
import { eventsOf, roundsOf } from "./events/index.ts";
import { readHeader } from "./header/header.ts";
import { applyLabels } from "./labels/label-scopes.ts";
import type { Draft } from "./outline/outline.ts";
import { readOutline } from "./outline/outline.ts";
import type { Paragraph } from "./paragraphs/paragraphs.ts";
import { readParagraphs } from "./paragraphs/paragraphs.ts";
import type { CompiledPlan, Due } from "./plan.ts";
import { reportsOf } from "./reporting/reporting.ts";
import { frequencyOf, quantified, targetsOf } from "./targets/index.ts";
import { quotaTables } from "./targets/quota-tables.ts";
import type { Unit } from "./tasks/index.ts";
import { readUnits, sectionOf, soloUnit, tasksOf } from "./tasks/index.ts";
import { noDue, planYear } from "./mentions/timing.ts";
import type { Table } from "./paragraphs/tables.ts";
import { findTables } from "./paragraphs/tables.ts";
import type { Node } from "./outline/document.ts";

export * from "./plan.ts";
export { unitNames, type UnitNames } from "./bodies/index.ts";

/** FNV-1a, 32 bits: short, and the same on every machine. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) value = Math.imul(value ^ text.charCodeAt(k), 0x01000193) >>> 0;
  return value.toString(36).padStart(7, "0");
}

/** Ids from an item's own words, so that an unrelated edit of the text leaves them alone; repeats are counted. */
function identified<T extends { quote: string; rule: string }>(
  prefix: string,
  drafts: readonly T[],
  more: (draft: T) => string = () => "",
): (T & { id: string })[] {
  const seen = new Map<string, number>();
  return drafts.map((draft) => {
    const base = `${prefix}-${hash(fold(`${draft.quote} ${more(draft)}`))}`;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return { id: count === 1 ? base : `${base}-${count}`, ...draft };
  });
}

const byLine = <T extends Draft<{ id: string; line: number; span: { start: number } }>>(a: T, b: T): number =>
  a.line - b.line || a.span.start - b.span.start;

/** Composed strings for everything but quotes, which stay as the source has them. */
function composed<T>(value: T, key = ""): T {
  if (typeof value === "string") return (key === "quote" ? value : nfc(value)) as T;
  if (Array.isArray(value)) return value.map((item) => composed(item)) as T;
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, composed(item, name)])) as T;
  return value;
}

/** Goal sections: quantified sentences are targets only; an action with a named actor is a task. */
function isTask(unit: Unit, start: number): boolean {
  if (unit.node.role !== "goals") return true;
  const sentence = unit.sentences.find((candidate) => start >= candidate.start && start < candidate.end);
  const group = unit.groups.find(({ stretches }) => stretches[0]?.start === start);
  return sentence !== undefined && group !== undefined && group.said && !quantified(unit, sentence);
}

/**
 * Compiles a plan's extracted text (lines separated by "\n"). Never throws for any text. `units`: names that the
 * installation knows as bodies, beside those that the lexicon can tell.
 */
export function compilePlan(text: string, { units }: { units?: UnitNames } = {}): CompiledPlan {
  return withUnits(units, () => compiled(text));
}

function compiled(text: string): CompiledPlan {
  const document = readDocument(text);
  const { nodes, tables, regions, layout, opening } = document;
  const header = readHeader(regions, opening);
  const annexes = regions.annexes.map(({ title, lines }) => ({ title, paragraphs: readParagraphs(lines, layout) }));
  const { citations, mentions } = readCitations(
    document,
    annexes.flatMap(({ paragraphs }) => paragraphs),
    header.number,
  );
  const year = planYear(document.subject.map(({ text: words }) => words).join(" "), header.date, header.docType);
  const units = readUnits(document, mentions, year);

  const placed = units.flatMap((unit) =>
    tasksOf(unit).flatMap((task, k) => {
      const group = unit.groups.filter(({ kind }) => kind !== "report" || unit.groups.length === 1)[k];
      return isTask(unit, group?.stretches[0]?.start ?? -1) ? [{ node: unit.node, task }] : [];
    }),
  );
  const unlabelled = new Map(placed.map(({ task }) => [task, task.due]));
  const labelled = applyLabels(nodes, placed, year);
  const known = new Map(labelled.map(({ task }) => [wordsOf(task), task]));
  const rows = [
    ...tables.flatMap((table) => tableTasks(table, sectionBefore(nodes, table), known, year)),
    ...annexes.flatMap(({ paragraphs }, k) =>
      findTables(paragraphs).flatMap((table) => tableTasks(table, `PL.${annexNumber(annexes[k]?.title.text ?? "") ?? k + 1}`, known, year)),
    ),
  ];
  const tasks = [...labelled, ...rows].map(({ task }) => task).sort(byLine);
  // Headings over labels and table rows are tasks too; what they hold is read from their own words.
  const solo = [
    ...labelled.filter(({ task }) => task.rule === "task:heading").map(({ node }) => node.paragraph),
    ...rows.map(({ paragraph }) => paragraph),
  ];
  const occasions = [...units, ...solo.map((paragraph) => soloUnit(paragraph, mentions.get(paragraph) ?? [], year))];

  // When a label or a table cell says that a paragraph's task is due.
  const taskDues = new Map<Paragraph, Due>([
    ...labelled.map(({ node, task }): [Paragraph, Due] => [node.paragraph, task.due]),
    ...rows.map(({ paragraph, task }): [Paragraph, Due] => [paragraph, task.due]),
  ]);
  const dueByTask = (paragraph: Paragraph): Due => taskDues.get(paragraph) ?? noDue;
  const ownDue = new Set(labelled.filter(({ task }) => task.due === unlabelled.get(task)).map(({ node }) => node.paragraph));
  const dueByLabel = (paragraph: Paragraph): Due => (ownDue.has(paragraph) ? noDue : dueByTask(paragraph));
  const labelLeads = new Map([...labelled].map(({ node, task }) => [node.paragraph, task.lead]));
  const leadByLabel = (paragraph: Paragraph): string[] => labelLeads.get(paragraph) ?? [];
  const scheme =
    citations.find(({ type, number }) => type === "Đề án" && number !== null)?.number ??
    schemeOf(opening.map(({ text: words }) => words).join(" "));
  const frequencies = new Map(units.map((unit) => [unit.node.heading, frequencyOf(unit)]));
  const issuer = header.issuer ?? "";
  const targets = units.flatMap((unit) => {
    const parent = unit.node.heading === null ? unit.node.path.at(-1) : undefined;
    const frequency = (parent && frequencies.get(parent)) ?? null;
    return targetsOf(unit, { frequency, due: dueByLabel(unit.paragraph), lead: leadByLabel(unit.paragraph), issuer });
  });
  // What a table's rows count.
  for (const { paragraph, task } of rows) {
    const unit = soloUnit(paragraph, mentions.get(paragraph) ?? [], year);
    targets.push(
      ...targetsOf(unit, { frequency: null, due: task.due, lead: task.lead, issuer }).map((target) => ({
        ...target,
        section: task.section,
      })),
    );
  }
  targets.push(...annexes.flatMap(({ title, paragraphs }, k) => quotaTables(paragraphs, title.text, `PL.${k + 1}`)));
  const placeOf = placesOf(nodes);
  return composed({
    header,
    citations: identified("c", rated("citations", citations, placeOf), ({ number, date }) => `${number} ${date}`),
    targets: identified("g", rated("targets", targets.sort(byLine), placeOf), ({ metric }) => metric),
    tasks: identified("t", rated("tasks", tasks, placeOf)),
    reporting: identified("r", rated("reporting", reportsOf(units, nodes, year, issuer).sort(byLine), placeOf), ({ to }) => to),
    events: identified(
      "e",
      rated(
        "events",
        [...roundsOf(nodes, year), ...occasions.flatMap((unit) => eventsOf(unit, { mentions, scheme, dueOf: dueByTask }))].sort(byLine),
        placeOf,
      ),
      ({ kind }) => kind,
    ),
    criteria: identified("k", readCriteria(document)),
    outline: identified("o", rated("outline", readOutline(document), placeOf)),
  });
}

/** "PHỤ LỤC II", "Phụ lục số 3": the number that an annex has of its own. */
const annexNumber = (title: string): string | undefined =>
  /^phụ (?:lục|biểu)\s+(?:số\s+)?([IVX]{1,4}|\d{1,2})(?![\p{L}\d])/iu.exec(title)?.[1];

/** Number of the decision that approves the scheme which the plan carries out. */
function schemeOf(opening: string): string | null {
  const found = /số\s+([\dA-ZĐ/–-]+[A-ZĐ\d])[^;]{0,160}phê duyệt Đề án/u.exec(opening);
  return found?.[1] ?? null;
}

/** Section of the heading that a table of the body stands under. */
function sectionBefore(nodes: readonly Node[], { rows }: Table): string {
  const line = rows[0]?.[0]?.line ?? 0;
  const node = nodes.findLast(({ paragraph }) => paragraph.line < line);
  return node ? sectionOf(node) : "0";
}
