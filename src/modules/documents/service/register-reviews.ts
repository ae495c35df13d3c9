import type { Actor } from "../../../kernel/actor.ts";
import type { DocumentId, UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import type { ReviewProposal } from "../contract.ts";
import { intervals, proposeReviews, readOccasion, type Known, type Ordered } from "../domain/anniversaries.ts";
import { numberKey } from "../domain/number.ts";
import { citationsWithin, datedIn, orderedReviews, type CitedWithin, type OrderingItem } from "../store/citation-graph.ts";
import { findManyDocuments } from "../store/documents.ts";
import { asideAmong, endingsOf } from "../store/register.ts";
import type { EventValue, TaskValue } from "../values.ts";
import { citedViews, copyViews } from "./register-view.ts";
import { scopeOf } from "./scope.ts";

/** More than anybody plans in a year; the soonest are kept. */
const most = 300;

/** Reviews that fall due in a year, each with its basis. Only proposals: nothing is planned by reading them. */
export async function readReviewsDue(db: Database, actor: Actor, { year }: { year: number }): Promise<{ items: ReviewProposal[] }> {
  const scope = await scopeOf(db, actor);
  const years = intervals.map((each) => String(year - each));
  const [known, ordering] = await Promise.all([datedIn(db, scope, years, [String(year)]), orderedReviews(db, scope)]);
  const ordered = await understood(db, scope, ordering);
  const nodes = new Set([...known.map(({ node }) => node), ...ordered.flatMap(({ of, planNode }) => [planNode, ...(of ? [of.node] : [])])]);
  const ended = new Set((await endingsOf(db, scope, [...nodes])).map(({ node }) => node));
  const proposals = proposeReviews({ known, ordered, ended }, { from: year, to: year }).slice(0, most);

  const { views } = await citedViews(
    db,
    scope,
    proposals.flatMap(({ of }) => (of ? [of.node] : [])),
  );
  const plans = proposals.flatMap(({ bases }) => bases.flatMap((basis) => (basis.how === "ordered" ? [basis.document as DocumentId] : [])));
  const [copies, aside] = await Promise.all([
    findManyDocuments(db, [...new Set(plans)]).then((rows) => copyViews(db, rows)),
    asideAmong(
      db,
      actor.unitId,
      proposals.map(({ key }) => `review|${key}`),
    ),
  ]);
  return {
    items: proposals.flatMap(({ key, occasion, years: after, day, of, bases }) => {
      const shown = bases.flatMap((basis): ReviewProposal["bases"] => {
        if (basis.how !== "ordered") return [basis];
        const document = copies.get(basis.document as DocumentId);
        return document ? [{ ...basis, document }] : [];
      });
      const proposal = `review|${key}`;
      return [
        {
          key: proposal,
          occasion,
          years: after,
          day,
          of: of ? (views.get(of.node) ?? null) : null,
          bases: shown,
          aside: aside.has(proposal),
        },
      ];
    }),
  };
}

/** What kept items order: occasion, years and year from the item, the reviewed document from its number or its line. */
async function understood(db: Database, scope: readonly UnitId[], items: readonly OrderingItem[]): Promise<Ordered[]> {
  const documents = [...new Set(items.map(({ document }) => document))];
  const cited = Map.groupBy(await citationsWithin(db, scope, documents), ({ document }) => document);
  const events = new Set(items.filter(({ kind }) => kind === "event").map(({ document, line }) => `${document}#${line}`));
  return items.flatMap((item): Ordered[] => {
    const { id, document, kind, line, planNode, planDate } = item;
    // Where the event of a clause was kept, its task says the same once more.
    if (kind === "task" && events.has(`${document}#${line}`)) return [];
    const words = kind === "task" ? (item.value as TaskValue).text : (item.quote ?? (item.value as EventValue).kind);
    const read = readOccasion(words);
    if (!read) return [];
    const event = kind === "event" ? (item.value as EventValue) : null;
    const year = event?.year ?? null;
    const years = read.years ?? afterYears(event?.recurrence ?? null);
    if (year === null && years === null) return [];
    const base = { document, planNode, planDate, item: id, line, words: words.slice(0, 300), occasion: read.occasion, years, year };
    const meant = meantBy(event?.refers ?? null, line, cited.get(document) ?? []);
    return meant.length === 0 ? [{ ...base, of: null }] : meant.map((of) => ({ ...base, of }));
  });
}

/** "once, after 3 years", as the compiler writes it. */
function afterYears(recurrence: string | null): number | null {
  const found = /after (\d{1,2}) years?/.exec(recurrence ?? "");
  return found ? Number(found[1]) : null;
}

/** The documents that an event names by number: the one cited on its line, else the only one of that number in the plan. */
function meantBy(refers: string | null, line: number | null, cited: readonly CitedWithin[]): Known[] {
  const numbers = (refers ?? "").split(";").flatMap((number) => numberKey(number.trim()) ?? []);
  return numbers.flatMap((number) => {
    const same = cited.filter((each) => each.numberKey === number);
    const here = same.filter((each) => each.line === line);
    const nodes = new Set(same.map(({ node }) => node));
    const [meant] = here.length === 1 ? here : nodes.size === 1 ? same : [];
    return meant ? [{ node: meant.node, type: meant.type, date: meant.date, title: meant.title }] : [];
  });
}
