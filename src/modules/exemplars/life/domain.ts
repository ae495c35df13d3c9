import { addDays, type CalendarDate } from "../../../kernel/time/index.ts";
import type { ContentKey, Contents, ExemplarKind } from "../shapes.ts";
import { steps, type EvidenceKind, type Grade, type StepNumber } from "./kinds.ts";

export * from "./kinds.ts";

/** What gates look at. Struck events are not among `events`. */
export type LifeFacts = {
  kind: ExemplarKind;
  contents: Contents;
  goals: readonly { baseline: string | null; reached: { onDate: CalendarDate } | null }[];
  events: readonly { kind: string; details: Readonly<Record<string, unknown>> }[];
};

export type Add = { what: "content"; key: ContentKey } | { what: "goal" } | { what: "reading" } | { what: "event"; kind: EvidenceKind };

export type Gate = {
  code: string;
  /** How a person adds what is missing. */
  add: Add;
  /** Kinds of exemplars of which it is not asked. */
  except?: readonly ExemplarKind[];
  met(facts: LifeFacts): boolean;
};

const content = (key: ContentKey): Gate => ({
  code: `content-${key}`,
  add: { what: "content", key },
  met: ({ contents }) => Boolean(contents[key]),
});
const event = (kind: EvidenceKind, met: (details: Readonly<Record<string, unknown>>) => boolean = () => true): Gate => ({
  code: kind,
  add: { what: "event", kind },
  met: ({ events }) => events.some((each) => each.kind === kind && met(each.details)),
});
const says = (details: Readonly<Record<string, unknown>>, key: string): boolean => typeof details[key] === "string" && details[key] !== "";

/** A person is exemplary by deeds: nothing is launched, nobody is assigned, and goals need no figure. */
const person: readonly ExemplarKind[] = ["person"];

/** What must be there to pass each step, as the guidance of the movement orders the four steps. */
export const gates: Record<StepNumber, readonly Gate[]> = {
  1: [
    content("situation"),
    content("goals"),
    {
      code: "goal-with-baseline",
      add: { what: "goal" },
      except: person,
      met: ({ goals }) => goals.length > 0 && goals.every(({ baseline }) => baseline !== null),
    },
    { ...event("survey"), except: person },
  ],
  2: [
    content("method"),
    content("forces"),
    content("output"),
    { ...event("plan"), except: person },
    { ...event("assign"), except: person },
    event("communicate"),
    { ...event("launch"), except: person },
  ],
  3: [
    // An inspection that says nothing of what it saw is none.
    { ...event("inspect", (details) => says(details, "conclusion")), code: "inspect-concluded" },
    {
      code: "reading-of-each-goal",
      add: { what: "reading" },
      except: person,
      met: ({ goals }) => goals.length > 0 && goals.every(({ reached }) => reached !== null),
    },
  ],
  4: [
    event("review"),
    {
      code: "lessons",
      add: { what: "event", kind: "lesson" },
      met: ({ events }) => events.some(({ kind, details }) => kind === "lesson" || (kind === "review" && says(details, "lessons"))),
    },
    content("sustaining"),
  ],
};

export type Checked = { code: string; add: Add; met: boolean };

export const checklist = (step: StepNumber, facts: LifeFacts): Checked[] =>
  gates[step].filter(({ except = [] }) => !except.includes(facts.kind)).map(({ code, add, met }) => ({ code, add, met: met(facts) }));

export type Standing = { step: StepNumber; walked: boolean };
export type Move = "pass" | "back";

/** Where each move leads from a step. Passing the fourth ends the walk; from there it may be walked on again. */
export const moves = {
  1: { pass: 2, back: null },
  2: { pass: 3, back: 1 },
  3: { pass: 4, back: 2 },
  4: { pass: "walked", back: 3 },
} as const satisfies Record<StepNumber, Record<Move, StepNumber | "walked" | null>>;

/** null: the move is not possible from there. */
export function moved({ step, walked }: Standing, move: Move): Standing | null {
  // Who has walked all four goes back to the inspection of another year.
  if (walked) return move === "pass" ? null : { step: 3, walked: false };
  const to = moves[step][move];
  if (to === null) return null;
  return to === "walked" ? { step, walked: true } : { step: to, walked: false };
}

export const stepNumber = (step: number): StepNumber => steps.find((each) => each === step) ?? 1;

/** All four were walked when the last of what was said of steps is that the fourth was passed. `events` in the order of their typing. */
export function hasWalked(events: readonly { kind: string; details: Readonly<Record<string, unknown>> }[]): boolean {
  const last = events.findLast(({ kind }) => kind === "step-passed" || kind === "step-back");
  return last?.kind === "step-passed" && last.details["step"] === 4;
}

/** Gates that are not met and have no reason; empty: it may be passed. */
export const unexplained = (checked: readonly Checked[], reasons: Readonly<Record<string, string>>): string[] =>
  checked.filter(({ met, code }) => !met && !reasons[code]).map(({ code }) => code);

/** The last day of news for which an exemplar counts as quiet today. */
export const quietSince = (today: CalendarDate, quietDays: number): CalendarDate => addDays(today, -quietDays);

export const gradeOf = (grades: readonly Grade[], code: string): Grade | null => grades.find((grade) => grade.code === code) ?? null;

/** What an entry makes of a finding. */
export const findingMoves = {
  open: { answer: "answered", settle: "settled", reopen: null },
  answered: { answer: "answered", settle: "settled", reopen: "open" },
  settled: { answer: null, settle: null, reopen: "open" },
} as const;
