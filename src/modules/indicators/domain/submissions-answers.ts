import { isZero, order, plain, plus } from "../../../kernel/decimals.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { OverUnits } from "../contract/dictionary.ts";
import type { BlockerKind, CellAnswer, CellKey, CellKind, Figure, TypedAnswer } from "../contract/submissions.ts";

/** A cell of a section as one unit fills it. */
export type Asked = {
  sectionId: string;
  unitId: UnitId;
  key: CellKey;
  label: string;
  compulsory: boolean;
  kind: CellKind;
  overUnits: OverUnits;
  /** Of a section whose records are those of the whole area; absent: of the unit's own line. */
  scope?: "line" | "area";
};

export type Computed = Figure & { records: number; approximate: number };

const numbers = ["value", "numerator", "denominator"] as const;

export const isEmpty = (figure: Figure | null | undefined): boolean => !figure || numbers.every((part) => (figure[part] ?? null) === null);

/** A value, or both numbers of a ratio: records that give one of them do not fill the cell, they stand beside it. */
const isWhole = ({ value, numerator = null, denominator = null }: Figure): boolean =>
  value !== null || (numerator !== null && denominator !== null);

/** Whether a figure says otherwise than another one, in a number that the other has. */
const departs = (figure: Figure, from: Figure): boolean =>
  numbers.some((part) => {
    const known = from[part] ?? null;
    const said = figure[part] ?? null;
    return known !== null && (said === null || order(said, known) !== 0);
  });

/** The same numbers, however they are written ("5", "5.0"). */
export const isSame = (one: Figure, other: Figure): boolean =>
  numbers.every((part) => {
    const [a, b] = [one[part] ?? null, other[part] ?? null];
    return a === null || b === null ? a === b : order(a, b) === 0;
  });

/** Without zeros that say nothing, and without numbers that the cell does not have. */
export const tidy = (figure: Figure): Figure => ({
  value: figure.value === null ? null : plain(figure.value),
  ...(figure.numerator === undefined && figure.denominator === undefined
    ? {}
    : {
        numerator: figure.numerator === undefined || figure.numerator === null ? null : plain(figure.numerator),
        denominator: figure.denominator === undefined || figure.denominator === null ? null : plain(figure.denominator),
      }),
});

/**
 * What stands in a cell: what a person typed; else what the records give, inexact when one of them was; else what the unit
 * gave for the same period in another form.
 */
export function answerOf(
  typed: TypedAnswer | undefined,
  computed: (Figure & { approximate?: number }) | null,
  given: Figure | null,
): CellAnswer | null {
  if (typed && !isEmpty(typed)) return { ...tidy(typed), said: typed.said, reason: typed.reason, from: "typed" };
  if (computed && isWhole(computed))
    return { ...tidy(computed), said: computed.approximate ? "khoảng" : null, reason: null, from: "computed" };
  if (given && !isEmpty(given)) return { ...tidy(given), said: null, reason: null, from: "given" };
  return null;
}

export type Standing = { kind: BlockerKind; sectionId: string; unitId: UnitId; key: CellKey; label: string };

/** What stands in the way of sending one cell. */
export function blockerOf(asked: Asked, answer: CellAnswer | null, computed: Figure | null): BlockerKind | null {
  if (answer === null) return asked.compulsory ? "empty" : null;
  if (asked.kind === "ratio") {
    const { numerator = null, denominator = null } = answer;
    if (numerator === null || denominator === null || (isZero(denominator) && !isZero(numerator))) return "ratio";
  }
  const over = answer.from === "typed" && computed !== null && departs(answer, computed);
  return over && answer.reason === null ? "reason" : null;
}

export type Filled = { asked: Asked; answer: CellAnswer | null };
export type Merged = { figures: Map<CellKey, Figure>; unadded: Asked[] };

/**
 * What counts for the unit that sends. Bodies that fill the same cell are added up as the indicator declares. One that must
 * not be added (distinct people) is the sender's own where it has one, or the only one; else a person has to say. A body
 * that answers the same cell in two places says it once. What the sender says of the whole area holds what the bodies in it
 * did, and nothing is added to it.
 */
export function merge(filled: readonly Filled[], sender: UnitId): Merged {
  const figures = new Map<CellKey, Figure>();
  const unadded: Asked[] = [];
  for (const [key, all] of Map.groupBy(filled, ({ asked }) => asked.key)) {
    const perUnit = new Map<UnitId, Filled>();
    for (const one of all) if (one.answer !== null && !perUnit.has(one.asked.unitId)) perUnit.set(one.asked.unitId, one);
    const given = [...perUnit.values()];
    const [first] = given;
    if (!first) {
      figures.set(key, { value: null });
      continue;
    }
    const own = perUnit.get(sender);
    const only = given.length === 1 || own?.asked.scope === "area" ? (own ?? first) : undefined;
    if (only) figures.set(key, figureOf(only.answer));
    else if (first.asked.overUnits === "sum" || first.asked.overUnits === "ratio")
      figures.set(key, added(given.map(({ answer }) => figureOf(answer))));
    else if (own) figures.set(key, figureOf(own.answer));
    else {
      figures.set(key, { value: null });
      unadded.push(first.asked);
    }
  }
  return { figures, unadded };
}

const figureOf = (answer: CellAnswer | null): Figure =>
  answer === null
    ? { value: null }
    : tidy({
        value: answer.value,
        ...(answer.numerator === undefined ? {} : { numerator: answer.numerator }),
        ...(answer.denominator === undefined ? {} : { denominator: answer.denominator }),
      });

const add = (a: string | null | undefined, b: string | null | undefined): string | null => (a && b ? plus(a, b) : (a ?? b ?? null));

/** Part by part; the value of a ratio follows from its numbers and is not added. */
function added(figures: readonly Figure[]): Figure {
  const ratio = figures.some(({ denominator }) => denominator !== undefined && denominator !== null);
  return figures.reduce<Figure>(
    (sum, figure) =>
      ratio
        ? { value: null, numerator: add(sum.numerator, figure.numerator), denominator: add(sum.denominator, figure.denominator) }
        : { value: add(sum.value, figure.value) },
    { value: null },
  );
}
