/** Evidence of the four steps that people write; and what acts write by themselves. Browser-safe, without a schema. */
export const evidenceKinds = ["survey", "plan", "assign", "communicate", "launch", "visit", "inspect", "review", "lesson", "note"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const actKinds = ["step-passed", "step-back", "paused", "resumed", "stopped", "sustained"] as const;
/** What was decided about it elsewhere: written with the decision, by nobody's hand. */
export const milestoneKinds = ["recognised", "recognition-revoked", "awarded", "award-revoked"] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];
export type ActKind = (typeof actKinds)[number];

export type EventKind = EvidenceKind | ActKind | MilestoneKind;

/** What asks for something to be mended. */
export const findingKinds = ["visit", "inspect"] as const satisfies EvidenceKind[];
export const takesFindings = (kind: string): boolean => findingKinds.some((each) => each === kind);

export const steps = [1, 2, 3, 4] as const;
export type StepNumber = (typeof steps)[number];

/** What a grade leads to. */
export const nextSteps = ["replicate", "sustain", "consolidate", "stop"] as const;
export type NextStep = (typeof nextSteps)[number];

export type Grade = { code: string; name: string; next: NextStep };

/** Where no body above has decided otherwise. */
export const defaultRule: { quietDays: number; grades: Grade[] } = {
  quietDays: 180,
  grades: [
    { code: "good", name: "Tốt", next: "replicate" },
    { code: "fair", name: "Khá", next: "sustain" },
    { code: "average", name: "Trung bình", next: "consolidate" },
    { code: "weak", name: "Yếu", next: "stop" },
  ],
};
