/** Whether confidence keeps its promise: of the items rated so and so, how many were right. */
import type { Kind, Scored } from "../../test/support/plan-score/index.ts";
import { kinds, whollyRight } from "../../test/support/plan-score/index.ts";

/** `found`: an annotated item answers it; `right`: and all that is scored of it (lead, date, scope …) is as annotated. */
export type Judged = { kind: Kind; confidence: number; found: boolean; right: boolean };

export function judged({ matched }: Pick<Scored, "matched">): Judged[] {
  return kinds.flatMap((kind) => [
    ...matched[kind].hits.map(({ gold, item }) => ({
      kind,
      confidence: item.confidence ?? 0,
      found: true,
      right: whollyRight(kind, gold, item),
    })),
    ...matched[kind].alarms.map(({ confidence = 0 }) => ({ kind, confidence, found: false, right: false })),
  ]);
}

export type Bin = { from: number; to: number; n: number; mean: number; found: number; right: number };

const EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.001];

const share = (items: readonly Judged[], holds: (item: Judged) => boolean): number =>
  items.length === 0 ? Number.NaN : items.filter(holds).length / items.length;

/** One line per bin of confidence; an item of exactly 0.9 stands with those above. */
export function reliability(items: readonly Judged[]): Bin[] {
  return EDGES.slice(0, -1).map((from, at) => {
    const to = EDGES[at + 1] ?? 1;
    const inside = items.filter(({ confidence }) => confidence >= from && confidence < to);
    return {
      from,
      to: Math.min(to, 1),
      n: inside.length,
      mean: inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length,
      found: share(inside, ({ found }) => found),
      right: share(inside, ({ right }) => right),
    };
  });
}

const percent = (value: number): string => (Number.isNaN(value) ? "–" : `${(100 * value).toFixed(1)} %`);

/** The table in Markdown. */
export function reliabilityTable(items: readonly Judged[]): string {
  const rows = reliability(items).map(
    ({ from, to, n, mean, found, right }) =>
      `| ${from.toFixed(1)} – ${to.toFixed(1)} | ${n} | ${percent(mean)} | ${percent(found)} | ${percent(right)} |`,
  );
  return ["| confidence | items | mean confidence | is in the gold | wholly right |", "| --- | ---: | ---: | ---: | ---: |", ...rows].join(
    "\n",
  );
}
