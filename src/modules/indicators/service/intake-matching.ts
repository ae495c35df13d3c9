import type { UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { matcher } from "../domain/matching.ts";
import type { OutlineValueKind } from "../domain/outline-shapes.ts";
import { matchableIndicators } from "../store/intake.ts";

export type IndicatorMatch = { indicatorId: number; member: string; code: string; name: string; unit: string; own: boolean; score: number };

/** What words ask for: unit as printed, kind of value as guessed, and the headings they stand under. */
export type AskedWords = { label: string; unit: string; valueKind: OutlineValueKind; context: string };

/** The catalogue and the own indicators of these units, ready to be compared with words; best first, at most five. */
export async function indicatorMatcher(db: Database, owners: readonly UnitId[]): Promise<(asked: AskedWords) => IndicatorMatch[]> {
  const dictionary = await matchableIndicators(db, owners);
  const match = matcher(dictionary);
  const byId = new Map(dictionary.map((indicator) => [indicator.id, indicator]));
  return (asked) =>
    match(asked).flatMap(({ indicatorId, member, score }) => {
      const known = byId.get(indicatorId);
      return known ? [{ indicatorId, member, score, code: known.code, name: known.name, unit: known.unit, own: known.own }] : [];
    });
}
