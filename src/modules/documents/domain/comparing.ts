/**
 * Two versions of a plan, item by item: what is the same, moved, changed, split, joined, new, gone. Items are paired by what they mean (words,
 * section, metric), never by where they stand, so a plan in another order is the same plan.
 */
import { fold, nfc, squeeze } from "../../../kernel/text.ts";
import type { ItemKind } from "../contract.ts";
import type { CitationValue, EventValue, HeaderValue, ReportingValue, TargetValue, TaskValue } from "../values.ts";
import { ComparedField } from "../register-contract.ts";
import type { AnyValue } from "./items.ts";
import { numberKey } from "./number.ts";
import { movedAmong } from "./order.ts";
import { partsOf } from "./parted.ts";

/** One item of a version. `quote`: the beginning of its words, verbatim. */
export type Comparable = { id: string; kind: ItemKind; line: number | null; quote: string | null; value: AnyValue };

export type WordStep = { how: "same" | "gone" | "new"; text: string };
export type Difference = { field: ComparedField; one: string | null; other: string | null };

type Met = { kind: ItemKind; one: string; other: string; moved: boolean; likeness: number };

/**
 * `one` and `other` are the items' ids; `likeness` says how sure the pairing is (1: the same words). `moved`: it stands
 * elsewhere among the items that both have. Of a split `other` is what became of `one`; of a join `one` is what went into `other`.
 */
export type Pair =
  | ({ how: "same" | "moved"; differences: []; words: null } & Met)
  | ({ how: "changed"; differences: Difference[]; words: WordStep[] | null } & Met)
  | { how: "split"; kind: ItemKind; one: string; other: string[] }
  | { how: "joined"; kind: ItemKind; one: string[]; other: string }
  | { how: "new"; kind: ItemKind; one: null; other: string }
  | { how: "gone"; kind: ItemKind; one: string; other: null };

/** What is compared of an item: its words, its section, and its fields as people read them. */
type Read = {
  item: Comparable;
  text: string;
  section: string;
  fields: Partial<Record<Exclude<ComparedField, "words">, string | null>>;
  /** Identity that goes before likeness: a header's field, a citation's number. */
  key: string | null;
  /** What makes two items the same words: their key, or their folded text. */
  same: string;
  grams: Uint32Array;
};

/** Below this two items are two things: measured on plans of two following years, where other duties share half their words. */
const threshold = 0.5;

export function compareItems(ones: readonly Comparable[], others: readonly Comparable[]): Pair[] {
  const pairs: Pair[] = [];
  const met: Taken[] = [];
  const kinds = new Set([...ones, ...others].map(({ kind }) => kind));
  for (const kind of kinds) {
    const numbers = new Map<string, number>();
    const of = (items: readonly Comparable[]) => items.filter((item) => item.kind === kind).map((item) => readItem(item, numbers));
    const rest = takeApart(pairUp(of(ones), of(others)));
    met.push(...rest.taken);
    for (const { whole, parts } of rest.splits) pairs.push({ how: "split", kind, one: whole.item.id, other: inOrder(parts) });
    for (const { whole, parts } of rest.joins) pairs.push({ how: "joined", kind, one: inOrder(parts), other: whole.item.id });
    for (const one of rest.left) pairs.push({ how: "gone", kind, one: one.item.id, other: null });
    for (const other of rest.right) pairs.push({ how: "new", kind, one: null, other: other.item.id });
  }
  const placed = met.flatMap((taken) => {
    const [one, other] = [taken.one.item.line, taken.other.item.line];
    // A header's field and a basis have no place that anybody chose.
    return one === null || other === null || taken.one.key !== null ? [] : [{ taken, one, other }];
  });
  const moved = new Set([...movedAmong(placed)].map(({ taken }) => taken));
  return [...met.map((taken) => pairOf(taken, moved.has(taken))), ...pairs];
}

const inOrder = (parts: readonly Read[]): string[] =>
  parts.toSorted((a, b) => (a.item.line ?? 0) - (b.item.line ?? 0)).map(({ item }) => item.id);

type Apart = { whole: Read; parts: Read[] };

/** Items that became several, or went into one, leave the pairs and what is new or gone. */
function takeApart({ taken, left, right }: Paired): Paired & { splits: Apart[]; joins: Apart[] } {
  const apart = (side: "one" | "other", alone: readonly Read[], free: readonly Read[]) => {
    const far = side === "one" ? "other" : "one";
    const found: Apart[] = [];
    const used = new Set<Read>();
    const changed = taken.filter((each) => each.likeness < 1 && !gone.has(each));
    const wholes = [
      ...changed.map((each) => ({ whole: each[side], own: each, part: each[far] })),
      ...alone.map((whole) => ({ whole, own: null, part: null })),
    ];
    for (const { whole, own, part } of wholes) {
      if (whole.key !== null) continue;
      const open = free.filter((each) => !used.has(each));
      if (open.length === 0) break;
      const parts = partsOf(whole, part, open);
      if (parts.length === 0) continue;
      found.push({ whole, parts });
      used.add(whole);
      for (const each of parts) used.add(each);
      if (own) gone.add(own);
    }
    return { found, used };
  };
  const gone = new Set<Taken>();
  const splits = apart("one", left, right);
  const [stillLeft, stillRight] = [left.filter((each) => !splits.used.has(each)), right.filter((each) => !splits.used.has(each))];
  const joins = apart("other", stillRight, stillLeft);
  return {
    taken: taken.filter((each) => !gone.has(each)),
    left: stillLeft.filter((each) => !joins.used.has(each)),
    right: stillRight.filter((each) => !joins.used.has(each)),
    splits: splits.found,
    joins: joins.found,
  };
}

type Taken = { one: Read; other: Read; likeness: number };
/** Pairs, and what is left over on either side. */
type Paired = { taken: Taken[]; left: Read[]; right: Read[] };

/**
 * The likest first, each item once. Items of the same words go first: most of two versions is equal, and then few are left
 * to measure against each other. Ties are settled by section, then by words, so that no order of the input decides.
 */
function pairUp(left: readonly Read[], right: readonly Read[]): Paired {
  const used = new Set<Read>();
  const sameWords = new Map<string, Read[]>();
  for (const other of right) sameWords.set(other.same, [...(sameWords.get(other.same) ?? []), other]);
  const equal = best(
    left.flatMap((one) => (sameWords.get(one.same) ?? []).map((other) => ({ one, other, likeness: 1 }))),
    used,
  );
  const candidates: Taken[] = [];
  const open = right.filter((other) => !used.has(other));
  for (const one of left) {
    if (used.has(one)) continue;
    for (const other of open) {
      const likeness = likenessOf(one, other);
      if (likeness >= threshold) candidates.push({ one, other, likeness });
    }
  }
  const taken = [...equal, ...best(candidates, used)];
  return { taken, left: left.filter((one) => !used.has(one)), right: right.filter((other) => !used.has(other)) };
}

function best(candidates: Taken[], used: Set<Read>): Taken[] {
  const near = ({ one, other }: Taken) => (one.section === other.section ? 0 : 1);
  const ordered = candidates.toSorted(
    (a, b) =>
      b.likeness - a.likeness ||
      near(a) - near(b) ||
      compare(a.one.text, b.one.text) ||
      compare(a.other.text, b.other.text) ||
      (a.one.item.line ?? 0) - (b.one.item.line ?? 0) ||
      (a.other.item.line ?? 0) - (b.other.item.line ?? 0),
  );
  return ordered.filter(({ one, other }) => {
    if (used.has(one) || used.has(other)) return false;
    used.add(one).add(other);
    return true;
  });
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** 0–1: Dice's measure over words and pairs of words, with a little for the same section and the same lead or unit. */
function likenessOf(one: Read, other: Read): number {
  if (one.key !== null || other.key !== null) return one.key === other.key ? 1 : 0;
  const [left, right] = [one.grams, other.grams];
  const size = left.length + right.length;
  // Shorter than half of the other it cannot reach the threshold: the measure would be a waste.
  if (size === 0 || 2 * Math.min(left.length, right.length) < (threshold - 0.12) * size) return 0;
  let [shared, at, beside] = [0, 0, 0];
  while (at < left.length && beside < right.length) {
    const [here, there] = [left[at] ?? 0, right[beside] ?? 0];
    if (here === there) {
      shared += 1;
      at += 1;
      beside += 1;
    } else if (here < there) at += 1;
    else beside += 1;
  }
  const section = one.section === other.section && one.section !== "" ? 0.06 : 0;
  const named = one.fields.lead && one.fields.lead === other.fields.lead ? 0.06 : 0;
  return Math.min(0.99, (2 * shared) / size + section + named);
}

function pairOf({ one, other, likeness }: Taken, moved: boolean): Pair {
  const differences: Difference[] = [];
  const words = plain(one.text) === plain(other.text) ? null : wordSteps(one.text, other.text);
  if (words !== null) differences.push({ field: "words", one: one.text, other: other.text });
  for (const field of ComparedField.options) {
    if (field === "words") continue;
    const [before, after] = [one.fields[field] ?? null, other.fields[field] ?? null];
    if (fold(before ?? "") !== fold(after ?? "")) differences.push({ field, one: before, other: after });
  }
  const base = { kind: one.item.kind, one: one.item.id, other: other.item.id, moved, likeness };
  return differences.length === 0
    ? { how: moved ? "moved" : "same", ...base, differences: [], words: null }
    : { how: "changed", ...base, differences, words };
}

/** Words that only dress a sentence up do not make two items one. */
const plain = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}%/]+/gu, " ")
    .trim();

/** Words and pairs of neighbouring words as numbers in rising order, each as often as it occurs: two such lists are merged fast. */
function gramsOf(plainText: string, numbers: Map<string, number>): Uint32Array {
  const words = plainText.split(" ").filter(Boolean);
  const numberOf = (gram: string) => {
    const known = numbers.get(gram);
    if (known !== undefined) return known;
    numbers.set(gram, numbers.size + 1);
    return numbers.size;
  };
  return Uint32Array.from(
    words.flatMap((word, at) => (at + 1 < words.length ? [numberOf(word), numberOf(`${word} ${words[at + 1]}`)] : [numberOf(word)])),
  ).sort();
}

const dated = ({ date, text, rule }: { date: string | null; text: string | null; rule: string | null }): string | null =>
  text ?? date ?? rule;

const signs: Record<TargetValue["comparator"], string> = {
  ">=": "≥",
  ">": ">",
  "=": "",
  "<=": "≤",
  "<": "<",
  range: "",
  achieve: "",
};

/** "≥ 95%", "3–5 mô hình" */
const amount = ({ comparator, value, valueMax, unit }: TargetValue): string =>
  [signs[comparator], value === null ? null : valueMax === null ? String(value) : `${value}–${valueMax}`, unit]
    .filter(Boolean)
    .join(" ")
    .replace(/ %$/, "%");

/** A text list in one fixed order: two leads the other way round are the same leads. */
const together = (names: readonly string[]): string | null =>
  names.length === 0
    ? null
    : names
        .map((name) => squeeze(nfc(name)))
        .toSorted((a, b) => compare(fold(a), fold(b)))
        .join("; ");

function readItem(item: Comparable, numbers: Map<string, number>): Read {
  const { text, section = "", fields, key = null } = readValue(item, item.quote ?? "");
  const folded = plain(text);
  return { item, text: squeeze(nfc(text)), section, fields, key, same: key ?? folded, grams: gramsOf(folded, numbers) };
}

/** An item's words as they are compared, and the section that it stands under; of the header its field. */
export function textOf(item: Comparable): { text: string; section: string | null } {
  const { text, section = null } = readValue(item, item.quote ?? "");
  if (item.kind === "header") return { text: squeeze(nfc(text)), section: (item.value as HeaderValue).field };
  return { text: squeeze(nfc(text)), section: section === "" ? null : section };
}

function readValue({ kind, value }: Comparable, said: string): Pick<Read, "text" | "fields"> & { section?: string; key?: string | null } {
  switch (kind) {
    case "task": {
      const { text, lead, coordinate, due, section } = value as TaskValue;
      return { text, section, fields: { lead: together(lead), partners: together(coordinate), due: dated(due) } };
    }
    case "target": {
      const target = value as TargetValue;
      return {
        text: target.metric,
        section: target.section,
        fields: {
          value: amount(target),
          scope: target.scope,
          frequency: target.frequency === "none" ? null : target.frequency,
          due: target.deadlineText ?? target.deadline,
        },
      };
    }
    case "reporting": {
      const { who, to, what, due } = value as ReportingValue;
      return { text: said || what, fields: { lead: who || null, receiver: to || null, due: dated(due) } };
    }
    case "event": {
      const { kind: occasion, year, refers, recurrence } = value as EventValue;
      return { text: said || occasion, fields: { year: year === null ? null : String(year), refers, due: recurrence } };
    }
    case "citation": {
      const { type, number, date, issuer, title } = value as CitationValue;
      // The title of a law begins with what it is.
      const text = [title?.startsWith(type) ? null : type, number, title].filter(Boolean).join(" ");
      return { text, fields: { date, issuer }, key: numberKey(number) ?? fold(title ?? text) };
    }
    case "header": {
      const { field, text } = value as HeaderValue;
      return { text: text ?? "", fields: {}, key: field };
    }
  }
}

/** Above this many cells the middle of two long texts is shown as replaced as a whole. */
const cells = 1_000_000;

/** The shortest way from one text to the other, word by word; neighbouring words of one step are joined. */
export function wordSteps(one: string, other: string): WordStep[] {
  const [left, right] = [one.split(/\s+/).filter(Boolean), other.split(/\s+/).filter(Boolean)];
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let tail = 0;
  while (tail < left.length - start && tail < right.length - start && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1;
  const before = left.slice(start, left.length - tail);
  const after = right.slice(start, right.length - tail);
  const steps: WordStep[] = [];
  const add = (how: WordStep["how"], words: readonly string[]) => {
    if (words.length === 0) return;
    const last = steps.at(-1);
    if (last?.how === how) last.text += ` ${words.join(" ")}`;
    else steps.push({ how, text: words.join(" ") });
  };
  add("same", left.slice(0, start));
  if (before.length * after.length > cells) {
    add("gone", before);
    add("new", after);
  } else for (const { how, word } of middle(before, after)) add(how, [word]);
  add("same", left.slice(left.length - tail));
  return steps;
}

/** Longest common subsequence, by the table. */
function middle(before: readonly string[], after: readonly string[]): { how: WordStep["how"]; word: string }[] {
  const width = after.length + 1;
  const table = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number) => table[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      table[row * width + column] =
        before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const steps: { how: WordStep["how"]; word: string }[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const [gone, fresh] = [before[row], after[column]];
    if (gone !== undefined && gone === fresh) {
      steps.push({ how: "same", word: gone });
      row += 1;
      column += 1;
    } else if (gone !== undefined && (fresh === undefined || at(row + 1, column) >= at(row, column + 1))) {
      steps.push({ how: "gone", word: gone });
      row += 1;
    } else if (fresh !== undefined) {
      steps.push({ how: "new", word: fresh });
      column += 1;
    }
  }
  return steps;
}
