import type { UnitId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/language.ts";
import { fold } from "../../../kernel/text.ts";
import { calendarDate, isCalendarDate } from "../../../kernel/time/index.ts";
import type { RelationKind, UnitKind } from "../contract.ts";
import { byTime, gaps, overlaps, type Span } from "../domain/timeline.ts";
import { kindOf } from "./kinds.ts";
import { say } from "./messages.ts";
import type { Column, GivenRow } from "./rows.ts";

/** A unit that the directory holds, as far as an import must know it. */
export type Known = { id: UnitId; kind: UnitKind; edges: ({ parentId: UnitId | null; name: string } & Span)[]; reachable: boolean };
export type Directory = { units: ReadonlyMap<UnitId, Known>; codes: readonly ({ unitId: UnitId; system: string; code: string } & Span)[] };

/** Where rows go that name no superior: under a unit, or (the system only) as roots. */
export type Under = { unit: UnitId } | "root" | "nowhere";

/** A superior is an existing unit or another new one of the same file. */
export type Target = UnitId | NewOne;
export type NewOne = {
  rows: number[];
  kind: UnitKind;
  edges: ({ parent: Target | null; name: string } & Span)[];
  codes: ({ system: string; code: string } & Span)[];
  relations: ({ kind: RelationKind; superior: Target } & Span)[];
};

export type Period = Span & { given: GivenRow; kind: UnitKind; parent: Target | Draft | null; codes: { system: string; code: string }[] };
/** All rows of one key. `settled`: the existing unit it turned out to be, or the new one it becomes. */
export type Draft = {
  key: string;
  periods: Period[];
  settled?: Target;
  rejected: boolean;
  superiors: { kind: RelationKind; target: Target | Draft; period: Period }[];
};

const relationColumns = ["line", "party", "member"] as const satisfies RelationKind[];

type Reject = (row: GivenRow, column: Column | null, what: Text, todo: Text) => void;
export type Refuse = (draft: Draft, period: Period, column: Column | null, what: Text, todo: Text) => void;

/** Reads the cells; rows that cannot be read at all are rejected here, the others are put together by key. */
export function gather(given: readonly GivenRow[], reject: Reject): Draft[] {
  const drafts = new Map<string, Draft>();
  for (const row of given) {
    const from = dayOf(row.from);
    const until = dayOf(row.until);
    const kind = kindOf(row.kind);
    const codes = codesOf(row.codes);
    if (row.name === "") reject(row, "name", say("noName"), say("noNameTodo"));
    else if (row.name.length > 300) reject(row, "name", say("longName"), say("longNameTodo"));
    else if (!kind) reject(row, "kind", say("noKind", { kind: row.kind }), say("noKindTodo"));
    else if (from === undefined) reject(row, "from", say("badDay", { day: row.from }), say("badDayTodo"));
    else if (until === undefined) reject(row, "until", say("badDay", { day: row.until }), say("badDayTodo"));
    else if (from && until && until < from) reject(row, "until", say("turnedDays"), say("turnedDaysTodo"));
    else if (!codes) reject(row, "codes", say("badCode", { code: row.codes }), say("badCodeTodo"));
    else {
      const key = row.key || `row ${row.row}`;
      const draft = drafts.get(key) ?? { key, periods: [], rejected: false, superiors: [] };
      draft.periods.push({ given: row, kind, from, until, parent: null, codes });
      drafts.set(key, draft);
    }
  }
  return [...drafts.values()];
}

/** The day of a cell: dd/mm/yyyy or ISO; null for an empty cell, undefined for anything else. */
function dayOf(cell: string): string | null | undefined {
  if (cell === "") return null;
  if (isCalendarDate(cell)) return cell;
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell);
  return (found && calendarDate(Number(found[3]), Number(found[2]), Number(found[1]))) ?? undefined;
}

/** "00123; thue:45" → codes with their system; undefined when a piece is neither. */
function codesOf(cell: string): { system: string; code: string }[] | undefined {
  const pieces = cell
    .split(";")
    .map((piece) => piece.trim())
    .filter(Boolean);
  const codes = pieces.map((piece) => /^(?:([a-z0-9-]{1,30}):)?([^\s:;][^:;]{0,49})$/i.exec(piece));
  if (codes.some((code) => !code)) return undefined;
  return codes.map((code) => ({ system: (code?.[1] ?? "gso").toLowerCase(), code: code?.[2] ?? "" }));
}

export function checkPeriods(draft: Draft, refuse: Refuse): void {
  draft.periods.sort(byTime);
  const [first] = draft.periods;
  for (const [at, period] of draft.periods.entries()) {
    const before = draft.periods[at - 1];
    if (!first || !before) continue;
    const row = String(before.given.row);
    if (period.kind !== first.kind) refuse(draft, period, "kind", say("mixedKinds", { row }), say("mixedKindsTodo"));
    else if (overlaps(before, period)) refuse(draft, period, "from", say("overlap", { row }), say("overlapTodo"));
    else if (gaps([before, period]).length > 0) refuse(draft, period, "from", say("gap", { row }), say("gapTodo"));
  }
}

type Find = (reference: string) => Target | Draft | undefined;

/** By key in the file, by a name that only one unit of the file bears, by #number in the directory. */
export function finder(drafts: readonly Draft[], directory: Directory): Find {
  const byKey = new Map(drafts.map((draft) => [draft.key, draft]));
  const byName = new Map<string, Draft | null>();
  for (const draft of drafts)
    for (const name of new Set(draft.periods.map(({ given }) => fold(given.name)))) byName.set(name, byName.has(name) ? null : draft);
  return (reference) => {
    const number = /^#(\d{1,9})$/.exec(reference)?.[1];
    const existing = number ? directory.units.get(Number(number) as UnitId)?.id : undefined;
    return byKey.get(reference) ?? existing ?? byName.get(fold(reference)) ?? undefined;
  };
}

export function findSuperiors(draft: Draft, find: Find, under: Under, refuse: Refuse): void {
  for (const period of draft.periods) {
    const { given } = period;
    if (given.parent === "") {
      if (under === "nowhere") refuse(draft, period, "parent", say("noRoot"), say("noRootTodo"));
      else if (under !== "root") period.parent = under.unit;
    } else {
      const parent = find(given.parent);
      if (parent === undefined || parent === draft)
        refuse(draft, period, "parent", say("noParent", { name: given.parent }), say("noParentTodo"));
      else period.parent = parent;
    }
    for (const kind of relationColumns)
      for (const reference of given[kind]
        .split(";")
        .map((piece) => piece.trim())
        .filter(Boolean)) {
        const target = find(reference);
        if (target === undefined || target === draft)
          refuse(draft, period, kind, say("noSuperior", { name: reference }), say("noSuperiorTodo"));
        else draft.superiors.push({ kind, target, period });
      }
  }
}

export const isDraft = (target: Target | Draft | null): target is Draft =>
  typeof target === "object" && target !== null && "periods" in target;

/** Superiors before those below them; what is left over goes round in circles. */
export function topDown(drafts: readonly Draft[], refuse: Refuse): Draft[] {
  const order: Draft[] = [];
  const done = new Set<Draft>();
  const below = new Map<Draft, Draft[]>();
  const waits = new Map<Draft, number>();
  for (const draft of drafts) {
    const above = new Set(draft.periods.flatMap(({ parent }) => (isDraft(parent) ? [parent] : [])));
    waits.set(draft, above.size);
    for (const parent of above) below.set(parent, [...(below.get(parent) ?? []), draft]);
  }
  const ready = drafts.filter((draft) => waits.get(draft) === 0);
  for (let draft = ready.shift(); draft; draft = ready.shift()) {
    order.push(draft);
    done.add(draft);
    for (const child of below.get(draft) ?? []) {
      const left = (waits.get(child) ?? 1) - 1;
      waits.set(child, left);
      if (left === 0) ready.push(child);
    }
  }
  for (const draft of drafts)
    if (!done.has(draft)) {
      const [period] = draft.periods;
      if (period) refuse(draft, period, "parent", say("circle"), say("circleTodo"));
      order.push(draft);
    }
  return order;
}
