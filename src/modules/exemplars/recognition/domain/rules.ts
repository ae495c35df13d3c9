import type { UnitId } from "../../../../kernel/ids.ts";
import type { CalendarDate } from "../../../../kernel/time/index.ts";
import type { UnitKind } from "../../../units/contract.ts";
import type { RecognitionLevel } from "../shapes.ts";

export type RuleFacts = {
  unitId: UnitId | null;
  level: RecognitionLevel;
  bodyKinds: readonly UnitKind[];
  from: CalendarDate | null;
  until: CalendarDate | null;
};

/**
 * The rule by which a body recognises on a day. Rules of the nearest unit that set any for the level take the place of those
 * from above; `above`: the body and those above it, the nearest first. Undefined: the body may not recognise anything then.
 */
export function ruleFor<R extends RuleFacts>(
  rules: readonly R[],
  { kind, level, above, day }: { kind: UnitKind; level: RecognitionLevel; above: readonly UnitId[]; day: CalendarDate },
): R | undefined {
  const holds = rules.filter((rule) => rule.level === level && (rule.from ?? "") <= day && (rule.until ?? "9999") >= day);
  const setter = above.find((unit) => holds.some(({ unitId }) => unitId === unit)) ?? null;
  return holds.find((rule) => rule.unitId === setter && rule.bodyKinds.includes(kind));
}

const ofArea: Partial<Record<UnitKind, RecognitionLevel>> = {
  country: "centre",
  province: "province",
  district: "district",
  commune: "commune",
};

/** The level of a body by the area that it is in, the nearest first; null for a residential area and what is in it. */
export function levelOf(kinds: readonly UnitKind[]): RecognitionLevel | null {
  for (const kind of kinds) {
    if (kind === "residential-area") return null;
    const level = ofArea[kind];
    if (level) return level;
  }
  return null;
}

/** The district was abolished on this day. */
export const districtsEnded: CalendarDate = "2025-07-01";
