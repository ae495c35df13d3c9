/**
 * How sure a reading is: one small model for every kind of item, the probability that a person who checks the item would
 * leave it as it stands. Each item shows signs (what rule made it, where it stands, whether its subject and its time are
 * said); each sign has a weight, fitted on annotated plans (bench/compiler/fit.ts; table in docs/compiler-accuracy.md).
 */
import type { Node } from "../outline/document.ts";
import type { Draft } from "../outline/outline.ts";
import type { SectionRole } from "../outline/sections.ts";
import { repairDigits } from "../paragraphs/digits.ts";
import type { CompiledPlan } from "../plan.ts";
import { weights, type RatedKind } from "./confidence-weights.ts";

/** Where an item stands. `table`: in a table or an annex, outside the numbered body. */
export type Place = { role: SectionRole; level: number | null; bullet: boolean; noisy: boolean; table: boolean };

type Rated = { line: number; quote: string; rule: string };

/** Letters among digits and torn words: what recognition leaves behind. */
const noisy = (raw: string): boolean => repairDigits(raw) !== raw || /\p{L} {2,}\p{L}|[~^¬¦]|\p{L}[|]\p{L}/u.test(raw);

/** The place of every line that belongs to a paragraph of the body; other lines are a table's or an annex's. */
export function placesOf(nodes: readonly Node[]): (line: number) => Place {
  const places = new Map<number, Place>();
  for (const { paragraph, role } of nodes) {
    const level = paragraph.marker?.level ?? null;
    for (const { line } of paragraph.pieces)
      places.set(line.number, { role, level, bullet: level === 0, noisy: noisy(line.raw), table: false });
  }
  return (line) => places.get(line) ?? { role: "work", level: null, bullet: false, noisy: false, table: true };
}

const when = (sign: string, holds: boolean): string[] => (holds ? [sign] : []);

/** An item as its pass made it. */
type Seen<K extends RatedKind> = Draft<CompiledPlan[K][number]>;

const own: { [K in RatedKind]: (item: Seen<K>) => string[] } = {
  citations: ({ number, date, issuer }) => [
    ...when("numbered", number !== null),
    ...when("dated", date !== null),
    ...when("issued", issuer !== null),
  ],
  targets: ({ comparator, unit, scope, metric, deadline, frequency }) => [
    `comparator:${comparator === "achieve" ? "achieve" : comparator === "=" ? "bare" : "said"}`,
    ...when("share", unit === "%"),
    ...when("scoped", scope !== ""),
    ...when("each", /^(?:mỗi|các) /iu.test(scope)),
    ...when("cut", metric.length >= 110),
    ...when("timed", deadline !== null || frequency !== "none"),
  ],
  tasks: ({ lead, coordinate, due, quote }) => [
    ...when("led", lead.length > 0),
    ...when("led-by-many", lead.length > 2),
    ...when("joined", coordinate.length > 0),
    ...when("joined-by-many", coordinate.length > 2),
    ...when("timed", due.kind !== "none"),
    ...when("event", due.kind === "none" && due.rule !== null),
    ...when("short", quote.length < 40),
  ],
  reporting: ({ who, via, due, to }) => [
    ...when("by-whom", who !== ""),
    ...when("through", via !== null),
    ...when("timed", due.kind !== "none"),
    ...when("long-name", to.length > 60 || who.length > 90),
  ],
  events: ({ kind, year, refers, recurrence }) => [
    ...when("review", /^(?:sơ kết|tổng kết)/u.test(kind)),
    ...when("checks", /^(?:kiểm tra|thẩm định|ban hành|làm việc)/u.test(kind)),
    ...when("timed", recurrence !== null || year !== null),
    ...when("refers", refers !== null),
  ],
  outline: ({ kind, level }) => [`kind:${kind}`, `level:${level}`],
};

/** What can be seen of an item without knowing whether it is right. */
export function signsOf<K extends RatedKind>(kind: K, item: Seen<K>, place: Place): string[] {
  const { rule, quote }: Rated = item;
  return [
    ...when(`rule:${rule}`, kind !== "events" && kind !== "outline"),
    ...when(`role:${place.role}`, kind !== "citations" && kind !== "outline"),
    ...when("bullet", place.bullet),
    ...when("unnumbered", place.level === null),
    ...when("noisy", place.noisy),
    ...when("table", place.table),
    ...when("long", quote.length > 150),
    ...own[kind](item),
  ];
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Log odds of 0.9: what is rated above promises to be left alone. */
const LINE = Math.log(0.9 / 0.1);

/**
 * Probability from log odds, between 0.05 and 0.98: nothing is certain, and nothing that a rule made is worth nothing.
 * `caution` is asked of what would pass 0.9 and of nothing else: what passes by less stays just below.
 */
export function probability(odds: number, caution: number): number {
  if (odds >= LINE && odds < LINE + caution) return 0.89;
  return Math.min(0.98, Math.max(0.05, sigmoid(odds)));
}

export function confidenceOf(kind: RatedKind, signs: readonly string[]): number {
  const { base, caution, of } = weights[kind];
  const odds = signs.reduce((total, sign) => total + (of[sign] ?? 0), base);
  const rated = Math.round(probability(odds, caution) * 100) / 100;
  return odds < LINE ? Math.min(0.89, rated) : rated;
}

/** Items of one kind with their confidence. */
export function rated<K extends RatedKind, T extends Seen<K>>(
  kind: K,
  items: readonly T[],
  placeOf: (line: number) => Place,
): (T & { confidence: number })[] {
  return items.map((item) => ({ ...item, confidence: confidenceOf(kind, signsOf(kind, item, placeOf(item.line))) }));
}
