import type { Text } from "../../../../kernel/language.ts";
import type { ExemplarKind, ExemplarState } from "../../shapes.ts";
import { levelNames, say } from "../messages.ts";
import { recognitionLevels, type RecognitionLevel } from "../shapes.ts";

/** The level below which something is recognised first. The district is gone: the province follows the commune. */
export const lowerLevel = (level: RecognitionLevel): RecognitionLevel | null =>
  level === "centre" ? "province" : level === "province" || level === "district" ? "commune" : null;

export const isBelow = (lower: RecognitionLevel, higher: RecognitionLevel): boolean =>
  recognitionLevels.indexOf(lower) < recognitionLevels.indexOf(higher);

/** What a rule looks at. */
export type Standing = {
  state: ExemplarState;
  kind: ExemplarKind;
  paused: boolean;
  step: number;
  sameAs: boolean;
  /** Its lead lies in the area of the body, or below the body in its line. */
  within: boolean;
  /** Level of its lead; null for one that no level is known of. */
  leadLevel: RecognitionLevel | null;
  /** Recognitions that stand. */
  recognised: readonly { level: RecognitionLevel; year: number; number: string }[];
  /** Another draft that names it. */
  inDraft: string | null;
  /** An appraisal ended well. */
  appraised: boolean;
};

export type Asked = {
  level: RecognitionLevel;
  year: number;
  rule: { exemplarKinds: readonly ExemplarKind[]; leastStep: number; needsLower: boolean; needsAppraisal: boolean } | null;
};

/** What even a decision on paper cannot have done: recognised nothing that was accepted, or the same twice. */
export function cannotBe(one: Pick<Standing, "state" | "recognised">, { level, year, rule }: Asked): Text[] {
  if (rule === null) return [say("why.noRule")];
  if (one.state !== "accepted" && one.state !== "stopped") return [say("why.notAccepted")];
  const has = one.recognised.find((each) => each.level === level && each.year === year);
  return has ? [say("why.already", { year, number: has.number })] : [];
}

/** Why an exemplar is not to be recognised, each with what would help; none: it is a candidate. */
export function standsInTheWay(one: Standing, { level, year, rule }: Asked): Text[] {
  const why: Text[] = [];
  if (rule === null) return [say("why.noRule")];
  if (one.state !== "accepted") why.push(say(one.state === "stopped" ? "why.stopped" : "why.notAccepted"));
  if (one.sameAs) why.push(say("why.same"));
  if (!one.within) why.push(say("why.beyond"));
  if (!rule.exemplarKinds.includes(one.kind)) why.push(say("why.kind"));
  if (one.paused) why.push(say("why.paused"));
  if (one.step < rule.leastStep) why.push(say("why.step", { step: one.step, least: rule.leastStep }));
  const has = one.recognised.find((each) => each.level === level && each.year === year);
  if (has) why.push(say("why.already", { year, number: has.number }));
  if (one.inDraft !== null) why.push(say("why.inDraft", { title: one.inDraft }));
  const lower = lowerLevel(level);
  const fromBelow = one.leadLevel === null || isBelow(one.leadLevel, level);
  // A former district counts as below the province.
  if (rule.needsLower && lower !== null && fromBelow && !one.recognised.some((each) => isBelow(each.level, level)))
    why.push(say("why.lower", { level: levelNames[lower].vi.toLocaleLowerCase("vi"), levelEn: levelNames[lower].en }));
  if (rule.needsAppraisal && !one.appraised) why.push(say("why.appraisal"));
  return why;
}
