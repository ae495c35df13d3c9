import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";
import { unitIdIn, UnitRef } from "../../units/contract.ts";
import { Day, ExemplarField, ExemplarKind, id, TextOut, version, words } from "../shapes.ts";
import { AppraisalShown, Blank, BlankIn, DecisionHeader, DecisionState, ItemIn, RecognitionLevel, Rule, RuleIn } from "./shapes.ts";

export * from "./shapes.ts";

const reason = words(1000, 1);
const page = z.coerce.number().int().min(1).max(10_000).default(1);
const year = z.coerce.number().int().min(1990).max(2100);

export const DecisionAct = z.enum(["edit", "present", "takeBack", "sign", "signOnPaper", "cancel"]);
export type DecisionAct = z.infer<typeof DecisionAct>;

export const DecisionRow = z.object({
  id,
  version: z.number().int(),
  body: UnitRef,
  level: RecognitionLevel,
  year: z.number().int(),
  title: z.string(),
  state: DecisionState,
  /** Lies before whoever signs. */
  presented: z.boolean(),
  items: z.number().int(),
  revoked: z.number().int(),
  number: z.string().nullable(),
  decidedOn: Day.nullable(),
});
export type DecisionRow = z.infer<typeof DecisionRow>;

const Named = z.object({ id, name: z.string(), kind: ExemplarKind, field: ExemplarField.nullable(), lead: UnitRef });

export const DecisionItem = z.object({
  exemplar: Named,
  printedAs: z.string(),
  deed: z.string().nullable(),
  consent: z.object({ on: Day, how: z.string() }).nullable(),
  /** What stands in the way of recognising it now; empty once signed. */
  why: z.array(TextOut),
  recognition: z.object({ id, version: z.number().int(), revokedOn: Day.nullable() }).nullable(),
});
export type DecisionItem = z.infer<typeof DecisionItem>;

/** What a unit is to have recognised at this level in the year by a round of registration, and has. */
export const Quota = z.object({
  unit: UnitRef,
  round: z.string(),
  least: z.number().int(),
  recognised: z.number().int(),
  here: z.number().int(),
});
export type Quota = z.infer<typeof Quota>;

export const DecisionDetail = DecisionRow.extend({
  header: DecisionHeader,
  list: z.array(DecisionItem),
  quotas: z.array(Quota),
  rule: Rule.nullable(),
  /** The articles as they are printed. */
  articles: z.array(z.string()),
  madeBy: z.string(),
  signer: z.object({ name: z.string(), post: z.string(), how: z.enum(["here", "on-paper"]) }).nullable(),
  hasScan: z.boolean(),
  cancelReason: z.string().nullable(),
  /** What number and day it would get if it were signed now. */
  next: z.object({ number: z.string(), symbol: z.string(), day: Day }).nullable(),
  /** Why nobody can sign it yet, or why this person cannot. */
  blocked: TextOut.nullable(),
  can: z.array(DecisionAct),
});
export type DecisionDetail = z.infer<typeof DecisionDetail>;

export const Recognition = z.object({
  id,
  version: z.number().int(),
  level: RecognitionLevel,
  year: z.number().int(),
  on: Day,
  decision: z.object({ id, number: z.string(), body: UnitRef, called: z.string() }),
  printedAs: z.string(),
  code: z.string(),
  /** Where anybody can verify it. */
  address: z.string(),
  consent: z.object({ on: Day, how: z.string() }).nullable(),
  /** Of a person: needs consent before the name stands in public. */
  person: z.boolean(),
  revoked: z.object({ on: Day, reason: z.string(), number: z.string().nullable(), by: z.string() }).nullable(),
  can: z.array(z.enum(["certificate", "revoke", "consent"])),
});
export type Recognition = z.infer<typeof Recognition>;

export const Candidate = z.object({
  exemplar: Named.extend({ step: z.number().int(), acceptedOn: Day.nullable() }),
  why: z.array(TextOut),
  appraisals: z.array(AppraisalShown),
  recognised: z.array(z.object({ level: RecognitionLevel, year: z.number().int(), number: z.string() })),
  chosen: z.boolean(),
});
export type Candidate = z.infer<typeof Candidate>;

const at = { id, version };
const read = { method: "GET", access: "exemplar:view", tag: "recognition" } as const;
const write = { method: "POST", access: "exemplar:recognise", tag: "recognition" } as const;

/** A stale `version` is refused with `conflict`; its details are `{current}`, the thing as it is now. */
export const recognitionContract = {
  of: endpoint({ ...read, path: "/exemplars/{id}/recognitions", summary: "Recognitions and appraisals of an exemplar, newest first" })
    .input(z.object({ id }))
    .output(
      z.object({
        recognitions: z.array(Recognition),
        appraisals: z.array(AppraisalShown),
        /** Rounds of appraisal that would take it now, for whoever may put it there. */
        taking: z.array(z.object({ id, title: z.string(), body: z.string(), until: Day })),
      }),
    ),
  appraise: endpoint({
    ...write,
    access: "exemplar:register",
    path: "/exemplars/{id}/appraise",
    summary: "Put an exemplar into a round of appraisal",
  })
    .input(z.object({ id, roundId: id }))
    .output(z.object({ added: z.number().int() })),
  appraiseMany: endpoint({
    ...write,
    access: "appraisal:manage",
    path: "/appraisal-rounds/{roundId}/exemplars",
    summary: "Put exemplars into a round of appraisal that one looks after",
  })
    .input(z.object({ roundId: id, ids: z.array(id).min(1).max(100) }))
    .output(z.object({ added: z.number().int(), already: z.number().int() })),
  revoke: endpoint({ ...write, path: "/exemplar-recognitions/{id}/revoke", summary: "Revoke a recognition that was wrong, with a reason" })
    .input(z.object({ ...at, reason, number: words(80).nullish(), on: Day.nullish() }))
    .output(Recognition),
  consent: endpoint({
    ...write,
    path: "/exemplar-recognitions/{id}/consent",
    summary: "Record that an exemplary person agrees to be named in public, or no longer does",
  })
    .input(z.object({ ...at, consent: z.object({ on: Day, how: words(300, 1) }).nullable() }))
    .output(Recognition),

  rules: {
    list: endpoint({ ...read, path: "/exemplar-recognition-rules", summary: "Who may recognise what: the rules that hold for a body" })
      .input(z.object({ bodyId: unitIdIn.optional() }))
      .output(z.object({ body: UnitRef, items: z.array(Rule), mayEdit: z.boolean() })),
    create: endpoint({
      ...write,
      access: "round:open",
      path: "/exemplar-recognition-rules",
      summary: "Set a rule for a body and those below",
      successStatus: 201,
    })
      .input(RuleIn.extend({ bodyId: unitIdIn.optional() }))
      .output(Rule),
    edit: endpoint({
      ...write,
      access: "round:open",
      method: "PUT",
      path: "/exemplar-recognition-rules/{id}",
      summary: "Change a rule, or end it on a day",
    })
      .input(RuleIn.extend(at))
      .output(Rule),
  },

  decisions: {
    list: endpoint({ ...read, path: "/exemplar-decisions", summary: "Decisions that were signed, and drafts of one's own bodies" })
      .input(
        z.object({
          year: year.optional(),
          level: RecognitionLevel.optional(),
          state: DecisionState.optional(),
          bodyId: unitIdIn.optional(),
          page,
        }),
      )
      .output(z.object({ items: z.array(DecisionRow), total: z.number().int(), pageSize: z.number().int() })),
    get: endpoint({ ...read, path: "/exemplar-decisions/{id}", summary: "Read a decision with its list" })
      .input(z.object({ id }))
      .output(DecisionDetail),
    create: endpoint({ ...write, path: "/exemplar-decisions", summary: "Begin a decision", successStatus: 201 })
      .input(
        z.object({
          year,
          bodyId: unitIdIn.optional(),
          /** A decision of a former district, entered from paper by whoever keeps it. */
          district: z.object({ called: words(300, 1) }).nullish(),
          exemplarIds: z.array(id).max(500).default([]),
        }),
      )
      .output(DecisionDetail),
    edit: endpoint({
      ...write,
      method: "PATCH",
      path: "/exemplar-decisions/{id}",
      summary: "Change letterhead, bases, articles, recipients",
    })
      .input(z.object({ ...at, header: DecisionHeader }))
      .output(DecisionDetail),
    choose: endpoint({
      ...write,
      method: "PUT",
      path: "/exemplar-decisions/{id}/list",
      summary: "Say what the decision recognises, in its order",
    })
      .input(z.object({ ...at, list: z.array(ItemIn).max(2000) }))
      .output(DecisionDetail),
    candidates: endpoint({
      ...read,
      access: "exemplar:recognise",
      path: "/exemplar-decisions/{id}/candidates",
      summary: "What could be recognised, and why not",
    })
      .input(z.object({ id, text: words(200).default(""), only: z.enum(["ready", "all"]).default("ready"), page }))
      .output(z.object({ items: z.array(Candidate), total: z.number().int(), pageSize: z.number().int() })),
    present: endpoint({ ...write, path: "/exemplar-decisions/{id}/present", summary: "Lay it before whoever signs" })
      .input(z.object(at))
      .output(DecisionDetail),
    takeBack: endpoint({ ...write, path: "/exemplar-decisions/{id}/take-back", summary: "Take it back, or send it back, to be changed" })
      .input(z.object(at))
      .output(DecisionDetail),
    sign: endpoint({ ...write, path: "/exemplar-decisions/{id}/sign", summary: "Sign it: number, date, and the recognitions" })
      .input(z.object({ ...at, number: words(20).optional(), day: Day.optional() }))
      .output(DecisionDetail),
    signOnPaper: endpoint({
      ...write,
      path: "/exemplar-decisions/{id}/sign-on-paper",
      summary: "Enter a decision that was signed on paper, with its scan",
    })
      .input(z.object({ id, version, number: words(60, 1), day: Day, signer: words(200, 1), post: words(200, 1), file: z.file() }))
      .output(DecisionDetail),
    cancel: endpoint({ ...write, path: "/exemplar-decisions/{id}/cancel", summary: "Drop a draft with a reason" })
      .input(z.object({ ...at, reason }))
      .output(DecisionDetail),
  },

  blanks: {
    list: endpoint({ ...read, path: "/print-blanks", summary: "Blanks of awards that a body has measured" })
      .input(z.object({ bodyId: unitIdIn.optional() }))
      .output(z.object({ items: z.array(Blank), mayEdit: z.boolean() })),
    create: endpoint({ ...write, access: "round:open", path: "/print-blanks", summary: "Measure a blank", successStatus: 201 })
      .input(BlankIn.extend({ bodyId: unitIdIn.optional() }))
      .output(Blank),
    edit: endpoint({ ...write, access: "round:open", method: "PUT", path: "/print-blanks/{id}", summary: "Change where its fields are" })
      .input(BlankIn.extend(at))
      .output(Blank),
  },
};
