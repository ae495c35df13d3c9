import type { Coverage, LinkDecision, PlanEdge, PlanItem, PlanUnit, Progress, Tally } from "../shapes.ts";
import type { Duty } from "./matrix.ts";

/** A desk item as progress counts it. `late` is decided by `work`: on edge assign alone. */
export type WorkSeen = {
  itemId: string;
  unitId: number;
  state: "open" | "accepted" | "answered" | "declined" | "reported" | "returned" | "done" | "withdrawn";
  late: boolean;
};

const empty = (): Tally => ({ total: 0, open: 0, accepted: 0, reported: 0, done: 0, late: 0, declined: 0 });

const column = {
  open: "open",
  answered: "open",
  accepted: "accepted",
  returned: "accepted",
  reported: "reported",
  done: "done",
  declined: "declined",
} as const;

/** Counts per state. What was withdrawn counts nowhere; an answer that proposes otherwise is still open. */
export function tally(work: WorkSeen[]): Tally {
  const counts = empty();
  for (const { state, late } of work) {
    if (state === "withdrawn") continue;
    counts.total++;
    counts[column[state]]++;
    if (late) counts.late++;
  }
  return counts;
}

export function progressOf(
  items: PlanItem[],
  work: WorkSeen[],
  units: Map<number, PlanUnit>,
  edges: Map<number, PlanEdge>,
  today: string,
): Progress {
  const byItem = Map.groupBy(work, ({ itemId }) => itemId);
  const byUnit = Map.groupBy(work, ({ unitId }) => unitId);
  return {
    today,
    total: tally(work),
    clauses: items.map(({ id, kind, clause, text }) => ({ itemId: id, kind, clause, text, ...tally(byItem.get(id) ?? []) })),
    units: [...byUnit].flatMap(([id, own]) => {
      const unit = units.get(id);
      return unit ? [{ unit, edge: edges.get(id) ?? ("assign" as const), ...tally(own) }] : [];
    }),
  };
}

/** A child plan in force, as coverage reads it. `links` are its answers, by the parent's item. */
export type ChildSeen = {
  unitId: number;
  planId: string;
  title: string;
  number: string | null;
  issueDate: string | null;
  links: { parentItemId: string; decision: LinkDecision; reason: string | null }[];
  /** Items that answer no clause. */
  own: number;
};

/** Both ways: which units have no plan of their own, and which clauses nobody took up. Child plans in force only. */
export function coverageOf(
  items: PlanItem[],
  duties: Duty[],
  children: ChildSeen[],
  units: Map<number, PlanUnit>,
  edges: Map<number, PlanEdge>,
  issuer: number,
): Coverage {
  const planned = new Set(items.filter(({ opensPlan }) => opensPlan).map(({ id }) => id));
  const child = new Map(children.map((plan) => [plan.unitId, plan]));
  const others = duties.filter(({ role, unitId }) => role !== "partner" && unitId !== issuer && edges.get(unitId) !== "inform");
  const expected = new Set(others.filter(({ itemId }) => planned.has(itemId)).map(({ unitId }) => unitId));
  // Where the plan says who owes a plan, boards and partners without one are no gap.
  const binding = expected.size === 0 ? others : others.filter(({ unitId }) => expected.has(unitId) || child.has(unitId));
  const answer = (unitId: number, itemId: string) => child.get(unitId)?.links.find((link) => link.parentItemId === itemId);
  const bound = Map.groupBy(binding, ({ unitId }) => unitId);

  const unitRows = [...bound].flatMap(([unitId, owed]) => {
    const unit = units.get(unitId);
    if (!unit) return [];
    const plan = child.get(unitId);
    const decisions = owed.map(({ itemId }) => answer(unitId, itemId)?.decision ?? "pending");
    const count = (decision: LinkDecision): number => decisions.filter((each) => each === decision).length;
    return [
      {
        unit,
        edge: edges.get(unitId) ?? ("assign" as const),
        expected: expected.has(unitId),
        child: plan ? { planId: plan.planId, title: plan.title, number: plan.number, issueDate: plan.issueDate } : null,
        bound: owed.length,
        takenOver: count("take-over"),
        adapted: count("adapt"),
        declined: count("decline"),
        pending: plan ? count("pending") : 0,
        own: plan?.own ?? 0,
      },
    ];
  });

  const byItem = Map.groupBy(binding, ({ itemId }) => itemId);
  const clauses = items.map(({ id, kind, clause, text }) => {
    const owing = byItem.get(id) ?? [];
    const answers = owing.flatMap(({ unitId }) => {
      const link = answer(unitId, id);
      return link && link.decision !== "pending" ? [{ unitId, ...link }] : [];
    });
    const takenOver = answers.filter(({ decision }) => decision === "take-over").length;
    const adapted = answers.filter(({ decision }) => decision === "adapt").length;
    const declined = answers
      .filter(({ decision }) => decision === "decline")
      .flatMap(({ unitId, reason }) => {
        const unit = units.get(unitId);
        return unit ? [{ unit, reason: reason ?? "" }] : [];
      });
    return {
      itemId: id,
      kind,
      clause,
      text,
      bound: owing.length,
      answered: answers.length,
      takenOver,
      adapted,
      declined,
      nobody: owing.length > 0 && takenOver + adapted === 0,
    };
  });
  return { units: unitRows, clauses };
}
