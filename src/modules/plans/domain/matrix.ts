import type { Matrix, MatrixRow, PlanEdge, PlanItem, PlanProblem, PlanRole, PlanUnit } from "../shapes.ts";

/** A unit that stands in a clause. */
export type Duty = { itemId: string; unitId: number; role: PlanRole };

/** An expression with the units it stands for after exceptions by hand. */
export type Meant = {
  id: string;
  printed: string;
  skipped: boolean;
  understood: boolean;
  /** Stands in the list of recipients and in no item. */
  recipient: boolean;
  /** Stands in the list of recipients, and perhaps in items too. */
  listed?: boolean;
  units: number[];
  unclear?: boolean;
};

type Parties = Pick<PlanItem, "id" | "kind" | "leads" | "partners">;

/** Who stands where: every party's units, each once per clause; who leads a clause is not its partner as well. */
export function dutiesOf(items: Parties[], meant: Meant[]): Duty[] {
  const units = new Map(meant.map((expression) => [expression.id, expression.skipped ? [] : expression.units]));
  return items.flatMap((item) => {
    const lead: PlanRole = item.kind === "report" ? "report" : "lead";
    const leads = new Set(item.leads.flatMap(({ expressionId }) => units.get(expressionId) ?? []));
    const partners = new Set(item.partners.flatMap(({ expressionId }) => units.get(expressionId) ?? []));
    return [
      ...[...leads].map((unitId) => ({ itemId: item.id, unitId, role: lead })),
      ...[...partners].filter((unitId) => !leads.has(unitId)).map((unitId) => ({ itemId: item.id, unitId, role: "partner" as const })),
    ];
  });
}

const edgeOrder: PlanEdge[] = ["assign", "request", "coordinate", "inform"];

/**
 * The responsibility matrix: units × clauses. Units of one kind that owe exactly the same are one row, so a plan for 130
 * communes reads like a plan for one.
 */
export function matrixOf(
  items: Pick<PlanItem, "id" | "kind" | "clause" | "text" | "due">[],
  duties: Duty[],
  units: Map<number, PlanUnit>,
  edges: Map<number, PlanEdge>,
): Matrix {
  const place = new Map(items.map((item, at) => [item.id, at]));
  const byUnit = Map.groupBy(
    duties.filter(({ unitId, itemId }) => units.has(unitId) && place.has(itemId)),
    ({ unitId }) => unitId,
  );
  const rows = new Map<string, MatrixRow>();
  for (const [unitId, owed] of byUnit) {
    const unit = units.get(unitId);
    if (!unit) continue;
    const cells = owed
      .map(({ itemId, role }) => ({ itemId, role }))
      .sort((a, b) => (place.get(a.itemId) ?? 0) - (place.get(b.itemId) ?? 0));
    const edge = edges.get(unitId) ?? "assign";
    const key = JSON.stringify([unit.kind, edge, cells]);
    const row = rows.get(key) ?? { kind: unit.kind, edge, units: [], cells };
    row.units.push(unit);
    rows.set(key, row);
  }
  const clauses = items.map(({ id, kind, clause, text, due }) => ({ itemId: id, kind, clause, text, due }));
  return {
    clauses,
    rows: [...rows.values()].sort(
      (a, b) => edgeOrder.indexOf(a.edge) - edgeOrder.indexOf(b.edge) || b.units.length - a.units.length || b.cells.length - a.cells.length,
    ),
  };
}

export type Prepared = {
  periodFrom: string | null;
  periodTo: string | null;
  issueDate: string | null;
  items: PlanItem[];
  expressions: Meant[];
  duties: Duty[];
  units: Map<number, PlanUnit>;
  /** Units that no longer exist today. */
  gone: ReadonlySet<number>;
  unconfirmed: number[];
  issuer: number;
  today: string;
  /** Clauses of the superior's plan that have no answer yet; a child plan's. */
  pendingLinks: { itemId: string; clause: string; text: string }[];
};

/** What an office looks at before it issues. Blockers first; an empty list means nothing stood out. */
export function problemsOf(plan: Prepared): PlanProblem[] {
  const { items, expressions, duties, units } = plan;
  const named = (ids: Iterable<number>): PlanUnit[] => [...new Set(ids)].flatMap((id) => units.get(id) ?? []);
  const brief = (list: PlanItem[]) => list.map(({ id, clause, text }) => ({ itemId: id, clause, text }));
  const asked = expressions.filter(({ skipped }) => !skipped);
  const led = new Set(duties.filter(({ role }) => role !== "partner").map(({ itemId }) => itemId));
  const recipients = new Set(expressions.filter(({ recipient, listed }) => recipient || listed).flatMap(({ units: ids }) => ids));
  const problem = (kind: PlanProblem["kind"], blocks: boolean, told: Partial<PlanProblem>): PlanProblem => ({
    kind,
    blocks,
    items: [],
    expressions: [],
    units: [],
    ...told,
  });
  const told = (list: Meant[]) => list.map(({ id, printed }) => ({ id, printed }));

  const found: [boolean, PlanProblem][] = [
    [plan.periodFrom === null || plan.periodTo === null, problem("no-period", true, {})],
    [plan.issueDate === null, problem("no-issue-date", true, {})],
    [plan.periodTo !== null && plan.periodTo < plan.today, problem("period-over", false, {})],
    some(plan.pendingLinks, (list) => problem("link-pending", true, { items: list })),
    some(
      asked.filter(({ understood, units: ids, recipient }) => !recipient && !understood && ids.length === 0),
      (list) => problem("not-understood", true, { expressions: told(list) }),
    ),
    some(named(plan.unconfirmed), (list) => problem("edge-unconfirmed", true, { units: list })),
    some(
      asked.filter(({ understood, units: ids, recipient }) => !recipient && understood && ids.length === 0),
      (list) => problem("nobody-meant", false, { expressions: told(list) }),
    ),
    some(
      asked.filter(({ unclear, units: ids, recipient }) => !recipient && unclear && ids.length > 0),
      (list) => problem("partly-understood", false, { expressions: told(list) }),
    ),
    some(
      items.filter(({ id }) => !led.has(id)),
      (list) => problem("no-lead", false, { items: brief(list) }),
    ),
    some(
      items.filter(({ kind, due }) => kind !== "target" && due.text === "" && due.lastDay === null),
      (list) => problem("no-due", false, { items: brief(list) }),
    ),
    some(
      items.filter(({ due }) => due.recurrence === null && due.lastDay !== null && due.lastDay < plan.today),
      (list) => problem("due-past", false, { items: brief(list) }),
    ),
    some(named(duties.filter(({ unitId }) => unitId !== plan.issuer && !recipients.has(unitId)).map(({ unitId }) => unitId)), (list) =>
      problem("not-recipient", false, { units: list }),
    ),
    some(named(duties.filter(({ unitId }) => plan.gone.has(unitId)).map(({ unitId }) => unitId)), (list) =>
      problem("unit-gone", false, { units: list }),
    ),
  ];
  return found.filter(([there]) => there).map(([, it]) => it);
}

function some<T>(list: T[], tell: (list: T[]) => PlanProblem): [boolean, PlanProblem] {
  return [list.length > 0, tell(list)];
}
