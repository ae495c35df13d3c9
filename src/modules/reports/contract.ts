import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { isCalendarDate } from "../../kernel/time/dates.ts";
import { Period, PeriodCalendar, PeriodKind } from "../../kernel/time/period.ts";
import { OfficialForm } from "../documents/dispatch/official.ts";
import { unitIdIn, UnitRef } from "../units/contract.ts";
import { BlockChange, BlockContent } from "./blocks.ts";
import {
  CorrectionKind,
  FiguresFrom,
  Preview,
  Report,
  ReportHeader,
  ReportKind,
  ReportState,
  ReportSummary,
  RestatedFigure,
  SourcePiece,
  Template,
  TemplateSummary,
} from "./shapes.ts";

export * from "./blocks.ts";
export * from "./shapes.ts";

const id = z.uuid();
const version = z.coerce.number().int().min(1);
const Day = z.string().refine(isCalendarDate, { error: "YYYY-MM-DD" });
const reason = z.string().trim().min(1).max(2000);
const paper = z.file().max(25 * 1024 * 1024);
const PeriodIn = z.object({ calendar: PeriodCalendar, code: z.string().trim().min(1).max(30) });

/** What a unit can begin: its own templates and the built-in ones, and rounds that ask it or that it asked for. */
export const Start = z.object({
  unit: UnitRef,
  form: OfficialForm,
  templates: z.array(TemplateSummary),
  rounds: z.array(
    z.object({
      roundId: z.uuid(),
      formTitle: z.string(),
      period: Period,
      /** `owed`: a superior asks this unit for it; `collected`: this unit asked others and adds them up. */
      side: z.enum(["owed", "collected"]),
      asker: UnitRef,
      dueOn: z.string().nullable(),
      reportId: z.uuid().nullable(),
    }),
  ),
});
export type Start = z.infer<typeof Start>;

const view = { access: "report:view", tag: "reports", method: "GET" } as const;
const draft = { access: "report:draft", tag: "reports", method: "POST" } as const;

/**
 * Reading needs the report to be visible: prepared ones by the unit that writes them, signed ones also by whoever reaches
 * the unit; otherwise `not_found`. Writing names the `version` that was seen; a stale one gets `conflict` with
 * `details.current`. Files out: GET /files/reports/{id}/docx (draft, or the signed file) and /files/reports/{id}/scan.
 */
export const reportsContract = {
  list: endpoint({ ...view, path: "/reports", summary: "List reports, letters and notices that one may read" })
    .input(
      z.object({
        text: z.string().trim().max(200).default(""),
        kind: ReportKind.optional(),
        state: ReportState.optional(),
        unitId: unitIdIn.optional(),
        page: z.coerce.number().int().min(1).max(10_000).default(1),
      }),
    )
    .output(z.object({ reports: z.array(ReportSummary), total: z.number().int(), pageSize: z.number().int() })),
  starts: endpoint({ ...view, access: "report:draft", path: "/reports/starts", summary: "List what reports one's units can begin" })
    .input(z.object({}))
    .output(z.array(Start)),
  create: endpoint({ ...draft, path: "/reports", summary: "Begin a report from a round's form or a template", successStatus: 201 })
    .input(
      z
        .object({
          unitId: unitIdIn,
          kind: ReportKind.default("report"),
          /** Of `starts`; a letter without one begins empty. */
          templateId: z.string().max(60).optional(),
          roundId: id.optional(),
          /** Taken from the round when there is one. */
          period: PeriodIn.optional(),
          figuresFrom: FiguresFrom.optional(),
          subject: z.string().trim().min(1).max(1000).optional(),
        })
        .refine((input) => input.kind !== "report" || input.roundId !== undefined || input.period !== undefined, {
          path: ["period"],
          message: "Hãy chọn kỳ báo cáo. / Choose the period of the report.",
        }),
    )
    .output(Report),
  get: endpoint({ ...view, path: "/reports/{id}", summary: "Read a report with its blocks" })
    .input(z.object({ id }))
    .output(Report),
  preview: endpoint({
    ...view,
    path: "/reports/{id}/preview",
    summary: "Read a report with its figures put in, what is missing and what stands in the way of signing",
  })
    .input(z.object({ id, mode: z.enum(["draft", "official"]).default("draft") }))
    .output(Preview),
  edit: endpoint({ ...draft, method: "PATCH", path: "/reports/{id}", summary: "Change the header of a draft, or whose figures it takes" })
    .input(z.object({ id, version, header: ReportHeader.optional(), figuresFrom: FiguresFrom.optional() }))
    .output(Report),
  change: endpoint({ ...draft, path: "/reports/{id}/blocks", summary: "Add, change, move or remove blocks of a draft, all or none" })
    .input(z.object({ id, changes: z.array(BlockChange).min(1).max(200) }))
    .output(Report),
  sources: endpoint({
    ...view,
    access: "report:draft",
    path: "/reports/{id}/blocks/{blockId}/sources",
    summary: "Gather what units wrote and did for a narrative block, near-duplicates folded",
  })
    .input(z.object({ id, blockId: z.string().max(40) }))
    .output(z.array(SourcePiece)),
  /** Figures that can stand in a sentence, for the picker. */
  figures: endpoint({ ...view, access: "report:draft", path: "/reports/{id}/figures", summary: "Find figures to put into a sentence" })
    .input(z.object({ id, text: z.string().trim().max(200).default("") }))
    .output(z.array(z.object({ ref: z.string(), title: z.string(), unit: z.string(), value: z.string().nullable() }))),
  discard: endpoint({ ...draft, method: "DELETE", path: "/reports/{id}", summary: "Throw a draft away" })
    .input(z.object({ id, version }))
    .output(z.object({})),

  ready: endpoint({ ...draft, path: "/reports/{id}/ready", summary: "Hand a draft to the signer" })
    .input(z.object({ id, version }))
    .output(Report),
  reopen: endpoint({
    ...draft,
    access: "report:view",
    path: "/reports/{id}/reopen",
    summary: "Take a report that waits for signature back to draft",
  })
    .input(z.object({ id, version, reason: z.string().trim().max(2000).default("") }))
    .output(Report),
  sign: endpoint({
    ...draft,
    access: "dispatch:sign",
    path: "/reports/{id}/sign",
    summary: "Sign: freeze text and figures with their hash, and keep the .docx",
  })
    .input(z.object({ id, version }))
    .output(Report),
  signOnPaper: endpoint({
    ...draft,
    access: "report:view",
    path: "/reports/{id}/sign-on-paper",
    summary: "Take in the paper that was signed by hand: the scan is then the approval",
    description: "Multipart. By the clerk who did not prepare it, or where one person works alone in the unit. PDF, JPEG or PNG.",
  })
    .input(z.object({ id, version, file: paper, signer: z.string().trim().min(1).max(200) }))
    .output(Report),
  nextNumber: endpoint({
    ...view,
    path: "/reports/{id}/next-number",
    summary: "Suggest series, number and date",
  })
    .input(z.object({ id, date: Day.optional() }))
    .output(z.object({ series: z.string(), number: z.string(), date: z.string(), symbol: z.string() })),
  number: endpoint({ ...draft, access: "report:view", path: "/reports/{id}/number", summary: "Give a signed report its number and date" })
    .input(
      z.object({
        id,
        version,
        /** As printed before the symbol: "05", "05a". */
        number: z
          .string()
          .trim()
          .regex(/^[\p{L}\d.-]{1,20}$/u),
        /** The year, or of the Party the term: a number is used once in it. */
        series: z.string().trim().min(1).max(40),
        date: Day,
      }),
    )
    .output(Report),
  attachScan: endpoint({ ...draft, access: "report:view", path: "/reports/{id}/scan", summary: "Attach the scan with signature and seal" })
    .input(z.object({ id, version, file: paper }))
    .output(Report),
  send: endpoint({ ...draft, access: "report:view", path: "/reports/{id}/send", summary: "Say that it left, and to whom" })
    .input(z.object({ id, version, to: z.string().trim().max(1000).default("") }))
    .output(Report),
  correct: endpoint({
    ...draft,
    path: "/reports/{id}/correct",
    summary: "Begin a correcting document or a replacement; what was signed stays",
    successStatus: 201,
  })
    .input(z.object({ id, kind: CorrectionKind, reason }))
    .output(Report),
  restated: endpoint({ ...view, path: "/reports/{id}/restated", summary: "List figures that have changed since the report was signed" })
    .input(z.object({ id }))
    .output(z.array(RestatedFigure)),

  templates: {
    list: endpoint({ ...view, path: "/report-templates", summary: "List templates" })
      .input(z.object({ unitId: unitIdIn.optional() }))
      .output(z.array(TemplateSummary)),
    get: endpoint({ ...view, path: "/report-templates/{id}", summary: "Read a template" })
      .input(z.object({ id: z.string().max(60) }))
      .output(Template),
    /** A copy of a template, or of a report, for the unit to make its own. */
    create: endpoint({
      ...draft,
      path: "/report-templates",
      summary: "Make a unit's own template from another or from a report",
      successStatus: 201,
    })
      .input(
        z.object({
          unitId: unitIdIn,
          fromTemplate: z.string().max(60).optional(),
          fromReport: id.optional(),
          title: z.string().trim().min(1).max(300),
        }),
      )
      .output(Template),
    edit: endpoint({ ...draft, method: "PATCH", path: "/report-templates/{id}", summary: "Change a unit's own template" })
      .input(
        z.object({
          id,
          version,
          title: z.string().trim().min(1).max(300),
          subject: z.string().trim().min(1).max(1000),
          periods: z.array(PeriodKind).max(7),
          blocks: z.array(BlockContent).max(500),
        }),
      )
      .output(Template),
    remove: endpoint({ ...draft, method: "DELETE", path: "/report-templates/{id}", summary: "Remove a unit's own template" })
      .input(z.object({ id, version }))
      .output(z.object({})),
  },
};
