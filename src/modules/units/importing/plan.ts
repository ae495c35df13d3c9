import type { UnitId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/language.ts";
import { fold } from "../../../kernel/text.ts";
import type { RejectedRow, UnitKind } from "../contract.ts";
import { mayLieUnder } from "../domain/placing.ts";
import { byTime, common, covers, joined, overlaps, reach, type Span } from "../domain/timeline.ts";
import {
  checkPeriods,
  findSuperiors,
  finder,
  gather,
  isDraft,
  topDown,
  type Directory,
  type Draft,
  type Known,
  type NewOne,
  type Period,
  type Refuse,
  type Target,
  type Under,
} from "./drafts.ts";
import { say } from "./messages.ts";
import type { Column, GivenRow } from "./rows.ts";

export type { Directory, NewOne, Target, Under } from "./drafts.ts";

export type ImportPlan = { created: NewOne[]; unchanged: number; rejected: RejectedRow[] };

/**
 * Decides about every row of a file before anything is written: what becomes a unit, what the directory holds already, and
 * what cannot be taken, why, and what to do. Pure, so that the preview and the import cannot differ.
 */
export function planImport(given: readonly GivenRow[], directory: Directory, under: Under): ImportPlan {
  const rejected: RejectedRow[] = [];
  const reject = (row: GivenRow, column: Column | null, what: Text, todo: Text) =>
    rejected.push({ row: row.row, column, name: row.name, what, todo });
  const refuse = (draft: Draft, period: Period, column: Column | null, what: Text, todo: Text) => {
    draft.rejected = true;
    reject(period.given, column, what, todo);
  };

  const drafts = gather(given, reject);
  for (const draft of drafts) checkPeriods(draft, refuse);
  const find = finder(drafts, directory);
  for (const draft of drafts) findSuperiors(draft, find, under, refuse);
  const order = topDown(drafts, refuse);
  const index = existingByName(directory);
  const placed = new Map<string, Draft>();
  for (const draft of order) settle(draft, { directory, index, placed, refuse });
  checkCodes(order, directory, refuse);
  dropDependents(order, refuse);

  const kept = order.filter((draft) => !draft.rejected);
  const created = kept.flatMap(({ settled }) => (typeof settled === "object" ? [settled] : []));
  for (const draft of kept) if (typeof draft.settled === "object") draft.settled.relations = relationsOf(draft);
  const unchanged = kept.filter(({ settled }) => typeof settled === "number").reduce((sum, { periods }) => sum + periods.length, 0);
  return { created, unchanged, rejected: rejected.sort((a, b) => a.row - b.row) };
}

const placeKey = (kind: UnitKind, parent: string, name: string) => `${kind}|${parent}|${fold(name)}`;

function existingByName(directory: Directory): Map<string, Known[]> {
  const index = new Map<string, Known[]>();
  for (const unit of directory.units.values())
    for (const edge of unit.edges) {
      const key = placeKey(unit.kind, String(edge.parentId), edge.name);
      index.set(key, [...(index.get(key) ?? []), unit]);
    }
  return index;
}

type Settling = { directory: Directory; index: Map<string, Known[]>; placed: Map<string, Draft>; refuse: Refuse };

/** Decides what a draft is: a unit that exists, or a new one; checks its place in the tree on all of its days. */
function settle(draft: Draft, { directory, index, placed, refuse }: Settling): void {
  if (draft.rejected) return;
  const parents = draft.periods.map((period) => superiorOf(period.parent, directory));
  for (const [at, period] of draft.periods.entries()) {
    const parent = parents[at];
    if (parent?.rejected) refuse(draft, period, "parent", say("parentRejected", { row: parent.row }), say("parentRejectedTodo"));
  }
  if (draft.rejected) return;
  for (const [at, period] of draft.periods.entries()) asLongAs(period, parents[at] ?? null);
  const existing = sameUnit(draft, parents, { directory, index });
  if (existing) {
    settleExisting(draft, existing, refuse);
    return;
  }
  for (const [at, period] of draft.periods.entries()) {
    const parent = parents[at] ?? null;
    if (!parent && !mayLieUnder(period.kind, null)) refuse(draft, period, "parent", say("noRoot"), say("noRootTodo"));
    if (parent && !parent.reachable) refuse(draft, period, "parent", say("outOfReach", { name: parent.name }), say("outOfReachTodo"));
    else if (parent && !mayLieUnder(period.kind, parent.kind))
      refuse(draft, period, "kind", say("wrongPlace", { name: parent.name }), say("wrongPlaceTodo"));
    else if (parent && !covers(parent.span, period))
      refuse(draft, period, "parent", say("parentDays", { name: parent.name }), say("parentDaysTodo"));
    const key = placeKey(period.kind, parent?.key ?? "", period.given.name);
    const twin = placed.get(key);
    const shared = twin?.periods.find((other) => overlaps(other, period));
    if (twin && twin !== draft && shared)
      refuse(draft, period, "name", say("sameInFile", { row: String(shared.given.row) }), say("sameInFileTodo"));
    else placed.set(key, draft);
  }
  if (draft.rejected) return;
  draft.settled = newOne(draft);
}

/** A day that was left empty means "as long as the superior exists". */
function asLongAs(period: Period, parent: Superior | null): void {
  if (!parent) return;
  if (period.from === null && (period.until === null || parent.span.from === null || parent.span.from <= period.until))
    period.from = parent.span.from;
  if (period.until === null && (period.from === null || parent.span.until === null || period.from <= parent.span.until))
    period.until = parent.span.until;
}

type Superior = { kind: UnitKind; name: string; span: Span; reachable: boolean; rejected: boolean; row: string; key: string };

function superiorOf(target: Target | Draft | null, directory: Directory): Superior | null {
  if (target === null) return null;
  if (typeof target === "number") return knownSuperior(directory.units.get(target));
  if (!isDraft(target)) return null;
  if (typeof target.settled === "number") return knownSuperior(directory.units.get(target.settled));
  const [first] = target.periods;
  if (!first) return null;
  const row = String(first.given.row);
  return {
    kind: first.kind,
    name: first.given.name,
    span: reach(target.periods),
    reachable: true,
    rejected: target.rejected,
    row,
    key: `row ${row}`,
  };
}

function knownSuperior(unit: Known | undefined): Superior | null {
  if (!unit) return null;
  const { id, kind, edges, reachable } = unit;
  return { kind, name: edges.at(-1)?.name ?? "", span: reach(edges), reachable, rejected: false, row: "", key: `#${id}` };
}

/** The unit of the directory that a draft means: by its own #number, or by kind, name and place. */
function sameUnit(
  draft: Draft,
  parents: (Superior | null)[],
  { directory, index }: Pick<Settling, "directory" | "index">,
): Known | undefined {
  const number = /^#(\d{1,9})$/.exec(draft.key)?.[1];
  const own = number ? directory.units.get(Number(number) as UnitId) : undefined;
  if (own) return own;
  for (const [at, period] of draft.periods.entries()) {
    const parent = parents[at]?.key.replace("#", "") ?? "null";
    const found = index.get(placeKey(period.kind, parent, period.given.name))?.find((unit) => overlaps(reach(unit.edges), period));
    if (found) return found;
  }
  return undefined;
}

function settleExisting(draft: Draft, existing: Known, refuse: Refuse): void {
  const name = existing.edges.at(-1)?.name ?? "";
  for (const period of draft.periods) {
    const named = existing.edges.filter((edge) => fold(edge.name) === fold(period.given.name));
    if (period.kind !== existing.kind || named.length === 0) refuse(draft, period, "key", say("otherUnit", { name }), say("otherUnitTodo"));
    else if (!named.some((edge) => overlaps(edge, period)) || !covers(reach(existing.edges), period))
      refuse(draft, period, "from", say("otherDays", { name }), say("otherDaysTodo"));
  }
  if (!draft.rejected) draft.settled = existing.id;
}

function newOne({ periods }: Draft): NewOne {
  const edges = periods.map(({ given, parent, from, until }) => ({ parent: settledOf(parent), name: given.name, from, until }));
  const codes = periods.flatMap(({ codes: list, from, until }) => list.map((code) => ({ ...code, from, until })));
  const systems = [...new Set(codes.map(({ system }) => system))];
  return {
    rows: periods.map(({ given }) => given.row),
    kind: periods[0]?.kind ?? "other-body",
    edges: joined(edges, (a, b) => a.name === b.name && a.parent === b.parent),
    codes: systems.flatMap((system) =>
      joined(
        codes.filter((code) => code.system === system),
        (a, b) => a.code === b.code,
      ),
    ),
    relations: [],
  };
}

function settledOf(target: Target | Draft | null): Target | null {
  return isDraft(target) ? (target.settled ?? null) : target;
}

function checkCodes(drafts: readonly Draft[], directory: Directory, refuse: Refuse): void {
  const existing = new Map<string, Directory["codes"][number][]>();
  for (const row of directory.codes) existing.set(`${row.system}:${row.code}`, [...(existing.get(`${row.system}:${row.code}`) ?? []), row]);
  const used = new Map<string, { draft: Draft; period: Period }[]>();
  for (const draft of drafts)
    for (const period of draft.periods)
      for (const { system, code } of typeof draft.settled === "object" && !draft.rejected ? period.codes : []) {
        const key = `${system}:${code}`;
        const holder = existing.get(key)?.find((row) => overlaps(row, period));
        const twin = used.get(key)?.find((other) => other.draft !== draft && overlaps(other.period, period));
        const name = holder ? (directory.units.get(holder.unitId)?.edges.at(-1)?.name ?? "") : "";
        if (holder) refuse(draft, period, "codes", say("codeTaken", { code, name }), say("codeTodo"));
        else if (twin) refuse(draft, period, "codes", say("codeInFile", { code, row: String(twin.period.given.row) }), say("codeTodo"));
        else used.set(key, [...(used.get(key) ?? []), { draft, period }]);
      }
  for (const draft of drafts)
    for (const { kind, target, period } of draft.superiors) {
      const superior = superiorOf(target, directory);
      if (superior && !draft.rejected && !overlaps(superior.span, period))
        refuse(draft, period, kind, say("superiorDays", { name: superior.name }), say("superiorDaysTodo"));
    }
}

/** Whoever hangs on a rejected row cannot be taken either; repeated until nobody does. */
function dropDependents(drafts: readonly Draft[], refuse: Refuse): void {
  for (let changed = true; changed;) {
    changed = false;
    for (const draft of drafts) {
      if (draft.rejected) continue;
      const hangs = [...draft.periods.map((period) => ({ target: period.parent, period })), ...draft.superiors];
      const lost = hangs.find(({ target }) => isDraft(target) && target.rejected);
      if (!lost || !isDraft(lost.target)) continue;
      const row = String(lost.target.periods[0]?.given.row ?? "");
      refuse(draft, lost.period, "parent", say("parentRejected", { row }), say("parentRejectedTodo"));
      changed = true;
    }
  }
}

function relationsOf({ superiors }: Draft): NewOne["relations"] {
  const rows = superiors.flatMap(({ kind, target, period }) => {
    const superior = settledOf(target);
    const span = superior === null ? null : common(period, spanOf(target));
    return superior === null || !span ? [] : [{ kind, superior, ...span }];
  });
  const distinct = new Map<string, typeof rows>();
  const names = new Map<Target, number>();
  for (const row of rows) {
    if (!names.has(row.superior)) names.set(row.superior, names.size);
    const key = `${row.kind} ${names.get(row.superior)}`;
    distinct.set(key, [...(distinct.get(key) ?? []), row]);
  }
  // The same superior named twice in one cell is one relation.
  const once = (list: typeof rows) => list.sort(byTime).filter((row, at) => at === 0 || list[at - 1]?.from !== row.from);
  return [...distinct.values()].flatMap((list) => joined(once(list), () => true));
}

const always: Span = { from: null, until: null };

/** An existing superior's days were checked against the row's when the file was read; new ones bound the relation. */
function spanOf(target: Target | Draft): Span {
  return isDraft(target) ? reach(target.periods) : always;
}
