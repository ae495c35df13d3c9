import { grouped, isZero, minus, order, plus, quotient } from "../../../kernel/decimals.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/language.ts";
import { fold } from "../../../kernel/text.ts";
import type { CellAnswer, Figure, Oddity, OddityKind } from "../contract/submissions.ts";
import { ask } from "../messages/oddities.ts";
import { isEmpty, isSame, type Asked, type Computed } from "./submissions-answers.ts";

/** A cell with what it is compared with. */
export type Looked = {
  asked: Asked;
  /** The dictionary's number and the member of its dimension; empty: the whole. */
  indicatorId: number;
  member: string;
  unit: string;
  answer: CellAnswer | null;
  computed: Computed | null;
  given: (Figure & { formTitle: string }) | null;
  last: Figure | null;
  yearBefore: Figure | null;
};

/** An organisation that fills sections and has not said that it is done. */
export type OpenPart = { unitId: UnitId; name: string };

/** From how many times as much (or as little) a change is asked about, and below which difference nobody wonders. */
const jumpFrom = "3";
const smallDifference = "10";
/** A report is called a copy from so many figures on: three zeros that stay zeros are no sign of anything. */
const copiedFrom = 5;

/**
 * What looks odd in a report, as questions, the oddest first. Whatever is asked here can be right: nothing is refused, and
 * nothing is said about who typed it.
 */
export function odditiesOf(cells: readonly Looked[], openParts: readonly OpenPart[] = []): Oddity[] {
  return [
    ...cells.flatMap(aboutOne),
    ...aboutParts(cells),
    ...aboutRecognition(cells),
    ...aboutTwice(cells),
    ...aboutCopy(cells),
    ...openParts.map(({ name }) => whole("unfinished", ask("unfinished", { unit: name }), 2)),
  ].toSorted((a, b) => b.weight - a.weight);
}

const whole = (kind: OddityKind, question: Text, weight: number): Oddity => ({ kind, sectionId: null, key: null, question, weight });

const at = ({ asked: { sectionId, key } }: Looked, kind: OddityKind, question: Text, weight: number): Oddity => ({
  kind,
  sectionId,
  key,
  question,
  weight,
});

const withUnit = (value: string, { unit, asked }: Looked): string =>
  asked.kind === "yes-no" || unit === "" ? grouped(value) : unit === "%" ? `${grouped(value)}%` : `${grouped(value)} ${unit}`;

/** The one number that a figure stands for: its value, or the share that its two numbers make. */
function numberOf(figure: Figure | null): string | null {
  if (figure === null) return null;
  if (figure.value !== null) return figure.value;
  const { numerator, denominator } = figure;
  return numerator && denominator ? quotient(numerator, denominator, { factor: 100n, places: 2 }) : null;
}

function aboutOne(cell: Looked): Oddity[] {
  const { answer, last, yearBefore, asked, given, computed } = cell;
  const found: Oddity[] = [];
  const [now, before, year] = [numberOf(answer), numberOf(last), numberOf(yearBefore)];
  if (asked.kind !== "yes-no") {
    found.push(...dropped(cell, now, before), ...jumped(cell, now, before, "jump"));
    // One question about one jump: last year is asked about when last period says nothing.
    if (!found.some(({ kind }) => kind === "jump" || kind === "dropped")) found.push(...jumped(cell, now, year, "jump-year"));
  }
  if (answer === null) return found;
  const { numerator, denominator } = answer;
  if (numerator && denominator && order(numerator, denominator) > 0)
    found.push(at(cell, "larger", ask("larger", { now: grouped(numerator), before: grouped(denominator) }), 8));
  else if (now !== null && asked.overUnits === "share" && order(now, "100") > 0)
    found.push(at(cell, "larger", ask("share", { now: grouped(now) }), 6));
  if (now !== null && order(now, "0") < 0) found.push(at(cell, "negative", ask("negative", { now: withUnit(now, cell) }), 9));
  if (given && !isEmpty(given) && !isSame(given, answer)) {
    const sent = numberOf(given);
    if (sent !== null && now !== null)
      found.push(at(cell, "differs", ask("differs", { now: withUnit(now, cell), before: withUnit(sent, cell), form: given.formTitle }), 5));
  }
  if (answer.from === "computed" && computed && computed.approximate > 0)
    found.push(at(cell, "approximate", ask("recordsApproximate", { count: String(computed.approximate) }), 1));
  else if (answer.said !== null && now !== null)
    found.push(at(cell, "approximate", ask("approximate", { now: `${answer.said} ${withUnit(now, cell)}` }), 1));
  return found;
}

/** Gone to nothing where there was something: fewer than a handful is no question. */
function dropped(cell: Looked, now: string | null, before: string | null): Oddity[] {
  if (before === null || order(before, "3") < 0 || (now !== null && !isZero(now))) return [];
  const text = { before: withUnit(before, cell) };
  return [at(cell, "dropped", now === null ? ask("blank", text) : ask("zero", text), now === null ? 3 : 4 + magnitude(before))];
}

function jumped(cell: Looked, now: string | null, before: string | null, kind: "jump" | "jump-year"): Oddity[] {
  if (now === null || before === null || order(now, "0") <= 0 || order(before, "0") <= 0) return [];
  const up = order(now, before) > 0;
  const [large, small] = up ? [now, before] : [before, now];
  const times = quotient(large, small, { places: 1 });
  if (times === null || order(times, jumpFrom) < 0 || order(minus(large, small), smallDifference) < 0) return [];
  const text = { now: withUnit(now, cell), before: withUnit(before, cell), times: grouped(times) };
  const question = kind === "jump" ? ask(up ? "up" : "down", text) : ask(up ? "upYear" : "downYear", text);
  return [at(cell, kind, question, 3 + Math.min(6, Math.log2(Number(times))) + magnitude(large) / 2)];
}

/** Ten, a hundred, a million: how much a wrong figure would matter. */
const magnitude = (value: string): number => Math.min(6, Math.max(0, Math.log10(Math.abs(Number(value)) || 1)));

/** Members of a dimension beside their whole: when all that are asked are answered, they should add up. */
function aboutParts(cells: readonly Looked[]): Oddity[] {
  return [...Map.groupBy(cells, ({ indicatorId, asked }) => `${indicatorId}|${asked.unitId}`).values()].flatMap((group) => {
    const total = group.find(({ member }) => member === "");
    const parts = group.filter(({ member }) => member !== "");
    const said = total?.answer?.value ?? null;
    if (!total || said === null || total.asked.overUnits !== "sum" || parts.length < 2) return [];
    const values = parts.map(({ answer }) => answer?.value ?? null);
    if (values.some((value) => value === null)) return [];
    const sum = values.reduce<string>((so, value) => plus(so, value ?? "0"), "0");
    return order(sum, said) === 0
      ? []
      : [at(total, "parts", ask("parts", { now: withUnit(said, total), before: withUnit(sum, total) }), 7)];
  });
}

const recognition = /\b(duoc )?cong nhan\b/g;
const registration = /\b(da |duoc )?dang ky( moi)?\b/g;
const rest = (label: string, words: RegExp): string[] =>
  fold(label)
    .replace(words, " ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** "Số mô hình được công nhận" against "Số mô hình đăng ký" of the same thing. */
function aboutRecognition(cells: readonly Looked[]): Oddity[] {
  const registered = cells.filter(({ asked }) => /\bdang ky\b/.test(fold(asked.label)));
  return cells.flatMap((cell) => {
    const now = cell.answer?.value ?? null;
    if (now === null || !/\bcong nhan\b/.test(fold(cell.asked.label))) return [];
    const words = rest(cell.asked.label, recognition);
    for (const other of registered) {
      const before = other.answer?.value ?? null;
      const others = rest(other.asked.label, registration);
      const common = words.filter((word) => others.includes(word)).length;
      const alike =
        other !== cell &&
        other.member === cell.member &&
        other.asked.unitId === cell.asked.unitId &&
        common * 4 >= Math.max(words.length, others.length) * 3;
      if (alike && before !== null && order(now, before) > 0)
        return [
          at(
            cell,
            "recognised",
            ask("recognised", { now: withUnit(now, cell), before: withUnit(before, other), other: other.asked.label }),
            6,
          ),
        ];
    }
    return [];
  });
}

/** The same cell twice in one body's report, with two figures. */
function aboutTwice(cells: readonly Looked[]): Oddity[] {
  return [...Map.groupBy(cells, ({ asked }) => `${asked.key}|${asked.unitId}`).values()].flatMap(([first, ...others]) =>
    others.flatMap((cell) => {
      const [now, before] = [numberOf(cell.answer), numberOf(first?.answer ?? null)];
      if (now === null || before === null || order(now, before) === 0) return [];
      return [at(cell, "twice", ask("twice", { now: withUnit(now, cell), before: withUnit(before, cell) }), 7)];
    }),
  );
}

/** Every figure as last period. Computed ones follow the records and cannot be copied. */
function aboutCopy(cells: readonly Looked[]): Oddity[] {
  const typed = cells.filter(({ answer }) => answer !== null && answer.from === "typed");
  const compared = typed.filter(({ answer, last }) => last !== null && !isEmpty(last) && numberOf(answer) !== null);
  const telling = compared.filter(({ answer }) => !isZero(numberOf(answer) ?? "0"));
  if (telling.length < copiedFrom || compared.length < typed.length) return [];
  if (!compared.every(({ answer, last }) => answer && last && isSame(answer, last))) return [];
  return [whole("copied", ask("copied", { count: String(compared.length) }), 10)];
}
