import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";
import { unitIdIn, UnitRef } from "../../units/contract.ts";
import { Day, ExemplarKind, ExemplarState, id, version, words } from "../shapes.ts";
import { EventIn, EventOut, EvidenceKind, Finding, GoalOut, GradeIn, GradeOut, StepOut } from "./shapes.ts";

export * from "./shapes.ts";

const reason = words(1000, 1);
const at = { id, version };
const typed = z.string().trim().min(1).max(60);
const year = z.coerce.number().int().min(1990).max(2100);

export const LifeAct = z.enum(["pass", "back", "pause", "resume", "sustain"]);
export type LifeAct = z.infer<typeof LifeAct>;

/** The life of one exemplar: the four steps, what each wants to see, and everything that was written on the way. */
export const Life = z.object({
  id,
  version: z.number().int(),
  state: ExemplarState,
  step: z.number().int().min(1).max(4),
  /** All four were passed. */
  walked: z.boolean(),
  paused: z.boolean(),
  steps: z.array(StepOut),
  /** Newest day first. */
  events: z.array(EventOut),
  goals: z.array(GoalOut),
  /** Those that are not settled first. */
  findings: z.array(Finding),
  /** Newest year first; empty for those who have no part in it. */
  grades: z.array(GradeOut),
  /** The last year for which it was said that it goes on. */
  sustained: z.number().int().nullable(),
  movedOn: Day,
  /** How many days without news, when they are more than the body above allows. */
  quiet: z.object({ days: z.number().int() }).nullable(),
  can: z.array(LifeAct),
  /** What the post may write. */
  kinds: z.array(EvidenceKind),
  /** Whether what it writes of a visit may say what is to be mended. */
  mayFind: z.boolean(),
  mayRead: z.boolean(),
  /** Whether the post may write missing contents and goals. */
  mayEdit: z.boolean(),
});
export type Life = z.infer<typeof Life>;

/** One line of the yearly list. */
export const GradeRow = z.object({
  id,
  name: z.string(),
  kind: ExemplarKind,
  state: ExemplarState,
  lead: UnitRef,
  step: z.number().int(),
  walked: z.boolean(),
  paused: z.boolean(),
  /** What to look at before grading: goals reached of all, open findings, and the last news. */
  goals: z.number().int(),
  goalsReached: z.number().int(),
  openFindings: z.number().int(),
  movedOn: Day,
  grade: GradeOut.nullable(),
  lastYear: z.string().nullable(),
  can: z.array(z.enum(["propose", "decide"])),
});
export type GradeRow = z.infer<typeof GradeRow>;

export const LifeRule = z.object({
  body: UnitRef,
  /** 0 as long as the body has decided nothing itself. */
  version: z.number().int(),
  /** Whose decision it is; null: what the programme begins with. */
  from: UnitRef.nullable(),
  quietDays: z.number().int(),
  grades: z.array(GradeIn),
  mayEdit: z.boolean(),
});
export type LifeRule = z.infer<typeof LifeRule>;

const read = { method: "GET", access: "exemplar:view", tag: "exemplars" } as const;
const write = { method: "POST", access: "exemplar:register", tag: "exemplars" } as const;
const ofUnit = { unitId: unitIdIn.optional() };

export const lifeContract = {
  get: endpoint({ ...read, path: "/exemplars/{id}/life", summary: "Read the four steps, evidence, goals and findings of an exemplar" })
    .input(z.object({ id }))
    .output(Life),
  addEvent: endpoint({ ...write, path: "/exemplars/{id}/events", summary: "Add dated evidence", successStatus: 201 })
    .input(EventIn.extend({ id }))
    .output(Life),
  strikeEvent: endpoint({
    ...write,
    path: "/exemplars/{id}/events/{eventId}/strike",
    summary: "Strike evidence that is wrong; it stays readable",
  })
    .input(z.object({ id, eventId: id, reason }))
    .output(Life),
  pass: endpoint({
    ...write,
    path: "/exemplars/{id}/step/pass",
    summary: "Pass the current step",
    description: "Refused while something that the step asks for is missing and `reasons` does not say why; details.gates names it.",
  })
    .input(z.object({ ...at, reasons: z.record(z.string().max(60), reason).default({}) }))
    .output(Life),
  back: endpoint({ ...write, path: "/exemplars/{id}/step/back", summary: "Go back one step with a reason" })
    .input(z.object({ ...at, reason }))
    .output(Life),
  pause: endpoint({ ...write, path: "/exemplars/{id}/pause", summary: "Pause with a reason" })
    .input(z.object({ ...at, reason }))
    .output(Life),
  goOn: endpoint({ ...write, path: "/exemplars/{id}/go-on", summary: "Go on after a pause" })
    .input(z.object(at))
    .output(Life),
  sustain: endpoint({ ...write, path: "/exemplars/{id}/sustain", summary: "Say for a year that it goes on, and by what it is seen" })
    .input(z.object({ ...at, year, text: words(2000, 1) }))
    .output(Life),
  addReading: endpoint({ ...write, path: "/exemplars/{id}/readings", summary: "Say where a goal stands on a day", successStatus: 201 })
    .input(z.object({ id, goalId: id, onDate: Day, value: typed, note: words(300).default("") }))
    .output(Life),
  correctReading: endpoint({
    ...write,
    path: "/exemplars/{id}/readings/{readingId}/correct",
    summary: "Correct a reading, or take it out without a value; what stood there is kept",
  })
    .input(z.object({ id, readingId: id, value: typed.nullish(), reason }))
    .output(Life),
  answerFinding: endpoint({ ...write, path: "/exemplars/{id}/findings/{findingId}/answer", summary: "Answer a finding" })
    .input(z.object({ id, findingId: id, text: words(2000, 1) }))
    .output(Life),
  settleFinding: endpoint({ ...write, path: "/exemplars/{id}/findings/{findingId}/settle", summary: "Settle a finding that was mended" })
    .input(z.object({ id, findingId: id, text: words(2000).default("") }))
    .output(Life),
  reopenFinding: endpoint({ ...write, path: "/exemplars/{id}/findings/{findingId}/reopen", summary: "Reopen a finding with a reason" })
    .input(z.object({ id, findingId: id, text: words(2000, 1) }))
    .output(Life),
  grades: endpoint({ ...read, path: "/exemplar-grades", summary: "List a unit's exemplars with their grades of a year" })
    .input(
      z.object({
        ...ofUnit,
        year,
        show: z.enum(["all", "unproposed", "undecided"]).default("all"),
        page: z.coerce.number().int().min(1).max(10_000).default(1),
      }),
    )
    .output(
      z.object({
        unit: UnitRef,
        items: z.array(GradeRow),
        total: z.number().int(),
        pageSize: z.number().int(),
        /** Of the whole list. */
        counts: z.object({ all: z.number().int(), proposed: z.number().int(), decided: z.number().int() }),
        scale: z.array(GradeIn),
      }),
    ),
  proposeGrades: endpoint({ ...write, path: "/exemplar-grades/propose", summary: "Propose grades of a year for several exemplars at once" })
    .input(
      z.object({
        year,
        items: z
          .array(z.object({ id, version: z.number().int().min(0), grade: words(40, 1), reason: words(1000).default("") }))
          .min(1)
          .max(200),
      }),
    )
    .output(z.object({ proposed: z.number().int() })),
  decideGrades: endpoint({
    ...write,
    access: "exemplar:accept",
    path: "/exemplar-grades/decide",
    summary: "Decide proposed grades for several exemplars at once",
    description: "Not by whoever proposed them.",
  })
    .input(
      z.object({
        year,
        items: z
          .array(z.object({ id, version: z.number().int().min(1), grade: words(40, 1), note: words(1000).default("") }))
          .min(1)
          .max(200),
      }),
    )
    .output(z.object({ decided: z.number().int() })),
  rule: endpoint({ ...read, path: "/exemplar-life-rule", summary: "Read after how many days silence is asked about, and the grades" })
    .input(z.object(ofUnit))
    .output(LifeRule),
  setRule: endpoint({
    ...write,
    method: "PUT",
    access: "round:open",
    path: "/exemplar-life-rule",
    summary: "Decide them for a body and those below",
  })
    .input(
      z.object({
        ...ofUnit,
        version: z.number().int().min(0),
        quietDays: z.number().int().min(14).max(1000),
        grades: z.array(GradeIn).min(2).max(10),
      }),
    )
    .output(LifeRule),
};
