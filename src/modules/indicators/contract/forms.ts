import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";
import { nfc } from "../../../kernel/text.ts";
import { isCalendarDate, PeriodCalendar, PeriodKind } from "../../../kernel/time/index.ts";
import { Edge, UnitKind, unitIdIn, UnitRef } from "../../units/contract.ts";
import { indicatorIdIn } from "./cells.ts";

const Said = z.object({ vi: z.string(), en: z.string() });
const Instant = z.iso.datetime({ offset: true });
const Day = z.string().refine(isCalendarDate, { error: "YYYY-MM-DD" });
const id = z.uuid();
const words = (max: number) => z.string().trim().max(max).transform(nfc);

/** One cell that a form asks for. A cell is an indicator, or one member of its dimension (`member` empty: the whole). */
export const FormRow = z.object({
  indicatorId: indicatorIdIn,
  member: z.string().max(60).default(""),
  /** As the form prints it; the dictionary's name when the form says nothing else. */
  label: words(500).pipe(z.string().min(1)),
  /** Unit of measure as printed: "cuộc", "lượt người", "triệu đồng". */
  unit: words(60),
  /** Asked before sending; what is left empty elsewhere stays empty. */
  compulsory: z.boolean().default(false),
});
export type FormRow = z.infer<typeof FormRow>;

/** A heading of the form with its rows, and a narrative where one is wanted. Browser-safe and stored as it is (jsonb). */
export const FormSection = z.object({
  /** Stays the same from version to version: answers name it. */
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** "II.1" as printed, or empty. */
  number: z.string().trim().max(30).default(""),
  heading: words(500).pipe(z.string().min(1)),
  /** Which organisation of the sender's area fills it ("womens-union"); null: whoever sends the form. */
  fills: UnitKind.nullable().default(null),
  /** Whose records count for pre-filling: of the sender's own line, or of any body in its area (`MeasureScope`). */
  scope: z.enum(["line", "area"]).default("line"),
  narrative: z.boolean().default(false),
  /** What the superior wants to read there, in its words. */
  guidance: words(4000).nullable().default(null),
  rows: z.array(FormRow).max(400).default([]),
});
export type FormSection = z.infer<typeof FormSection>;

export const FormContent = z.object({
  sections: z
    .array(FormSection)
    .max(200)
    .refine((sections) => new Set(sections.map((section) => section.id)).size === sections.length, {
      error: "Mỗi mục cần một mã riêng. / Each section needs an id of its own.",
    }),
});
export type FormContent = z.infer<typeof FormContent>;
export type FormContentInput = z.input<typeof FormContent>;

/**
 * When something is due, as data. `after-end`: so many days or working days after the period's cut-off (0: on it, negative:
 * before it). `day-of-year`: fixed days ("trước ngày 15/6 và 15/12 hằng năm"), of which the one nearest to the period's end
 * counts; month null = of each month. `date`: one day, for a form that is asked once. `before`: kept until the day before.
 */
export const DueRule = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("after-end"), days: z.int().min(-60).max(200), working: z.boolean().default(false) }),
  z.object({
    kind: z.literal("day-of-year"),
    at: z
      .array(z.object({ month: z.int().min(1).max(12).nullable(), day: z.int().min(1).max(31) }))
      .min(1)
      .max(12),
    before: z.boolean(),
  }),
  z.object({ kind: z.literal("date"), date: Day, before: z.boolean() }),
]);
export type DueRule = z.infer<typeof DueRule>;

/** `text` as a document prints it ("trước ngày 15/6 hằng năm"); empty: worded from the rule. */
export const Due = z.object({ text: words(300).default(""), rule: DueRule });
export type Due = z.infer<typeof Due>;

/** Level of a unit, by the area it is or works in. */
export const FormLevel = z.enum(["province", "district", "commune", "residential-area"]);
export type FormLevel = z.infer<typeof FormLevel>;

/** When it is due, and where a level has a day of its own (villages before communes). */
export const FormDue = Due.extend({
  levels: z
    .array(Due.extend({ level: FormLevel }))
    .max(4)
    .default([]),
  /** Until which day figures are taken; null: to the period's end, or the last day for sending when that is earlier. */
  cutOff: DueRule.nullable().default(null),
});
export type FormDue = z.infer<typeof FormDue>;
export type FormDueInput = z.input<typeof FormDue>;

/** Who looks at figures after they were sent, in order. `own`: somebody else of the sending unit; `receiver`: the form's owner. */
export const ChainStep = z.object({ step: z.enum(["own", "receiver"]) });
export type ChainStep = z.infer<typeof ChainStep>;
export const Chain = z
  .array(ChainStep)
  .min(1)
  .max(2)
  .refine((steps) => steps.at(-1)?.step === "receiver" && new Set(steps.map(({ step }) => step)).size === steps.length, {
    error: "Bước cuối là nơi nhận duyệt, mỗi bước một lần. / The last step is the receiver's, each step once.",
  });

/** What is compared with the last day: the instant when figures were sent, or the day on which the signed document was attached. */
export const CountsOnTime = z.enum(["figures", "document"]);
export type CountsOnTime = z.infer<typeof CountsOnTime>;

export const FormState = z.enum(["draft", "open", "closed"]);
export type FormState = z.infer<typeof FormState>;

export const FormOrigin = z.enum(["dictionary", "plan", "outline", "copy"]);
export type FormOrigin = z.infer<typeof FormOrigin>;

/** Which periods a form is for. Fixed once it is published: another rhythm is another form. */
export const FormPeriods = z
  .object({
    calendar: PeriodCalendar.default("civil"),
    kind: PeriodKind,
    /** First and last day of an ad hoc one. */
    from: Day.nullable().default(null),
    to: Day.nullable().default(null),
  })
  .refine(({ kind, from, to }) => (kind === "ad-hoc" ? from !== null && to !== null && from <= to : from === null && to === null), {
    path: ["from"],
    error: "Kỳ đột xuất cần ngày đầu và ngày cuối; kỳ khác thì không. / An ad hoc period needs its first and last day, others none.",
  });
export type FormPeriods = z.infer<typeof FormPeriods>;

/** What a version of a form says. Rounds keep the version they were opened with. */
export const FormSettings = z.object({
  title: words(500).pipe(z.string().min(1)),
  /** Which document asks for it ("Kế hoạch 12/KH-MTTQ-BTT ngày 05/01/2026"): shown above every form. Needed to publish. */
  basis: words(1000),
  /** "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh (qua Ban Phong trào)". */
  receiverText: words(500),
  /** Whom it asks, in the words of a document: "MTTQ các xã, phường". */
  addressees: z.array(words(500).pipe(z.string().min(1))).max(50),
  due: FormDue,
  countsOnTime: CountsOnTime,
  chain: Chain,
  /** Minutes it costs, when the owner has tried it out; null: estimated from the content. */
  minutes: z.int().min(1).max(2000).nullable(),
  content: FormContent,
});
export type FormSettings = z.infer<typeof FormSettings>;

/** A new form. What is not said stands as offices usually have it: figures count, one own step, the receiver approves. */
export const NewForm = z.object({
  /** The unit that asks; the own unit when not given. */
  ownerId: unitIdIn.optional(),
  title: FormSettings.shape.title,
  basis: FormSettings.shape.basis.default(""),
  receiverText: FormSettings.shape.receiverText.default(""),
  addressees: FormSettings.shape.addressees.default([]),
  periods: FormPeriods,
  due: FormDue.optional(),
  countsOnTime: CountsOnTime.default("figures"),
  chain: Chain.default([{ step: "own" }, { step: "receiver" }]),
  minutes: FormSettings.shape.minutes.default(null),
  content: FormContent.default({ sections: [] }),
});
export type NewForm = z.infer<typeof NewForm>;
export type NewFormInput = z.input<typeof NewForm>;

/** A day as a document says it and the last day on which it is kept. */
export const DueDay = z.object({ text: z.string(), lastDay: Day });
export type DueDay = z.infer<typeof DueDay>;

/** A period as lists show it. */
export const PeriodRef = z.object({ calendar: PeriodCalendar, kind: PeriodKind, code: z.string(), from: Day, to: Day, label: Said });
export type PeriodRef = z.infer<typeof PeriodRef>;

export const FormSummary = z.object({
  id,
  state: FormState,
  title: z.string(),
  basis: z.string(),
  owner: UnitRef,
  origin: FormOrigin,
  periods: z.object({ calendar: PeriodCalendar, kind: PeriodKind, from: Day.nullable(), to: Day.nullable() }),
  /** As printed or worded from the rule. */
  dueText: Said,
  /** What it costs the one who fills it; `estimated` when nobody has tried it out. */
  minutes: z.int(),
  estimated: z.boolean(),
  version: z.int(),
  /** The published version, null while there is none. */
  published: z.int().nullable(),
  /** The version being prepared, null when there is none or it is not one's own form. */
  preparing: z.int().nullable(),
  units: z.int(),
  rows: z.int(),
  /** One's own unit asks, or one's units are asked. */
  own: z.boolean(),
  asked: z.boolean(),
  openRounds: z.int(),
});
export type FormSummary = z.infer<typeof FormSummary>;

/** A row that the same units give already: it is not asked twice, the value is shared. */
export const AlreadyGiven = z.object({
  sectionId: z.string(),
  indicatorId: indicatorIdIn,
  member: z.string(),
  formId: id,
  formTitle: z.string(),
  /** The very same period: the same value. Otherwise its periods lie within this form's ("tháng" in "quý"). */
  samePeriod: z.boolean(),
  periodKind: PeriodKind,
  /** How many of the units asked here give it there. */
  units: z.int(),
});
export type AlreadyGiven = z.infer<typeof AlreadyGiven>;

export const Form = FormSummary.extend({
  settings: FormSettings,
  /** Which version `settings` are. */
  edition: z.int(),
  planId: id.nullable(),
  documentId: id.nullable(),
  alreadyGiven: z.array(AlreadyGiven),
  createdAt: Instant,
  can: z.array(z.enum(["edit", "publish", "newVersion", "close", "discard", "openRound"])),
});
export type Form = z.infer<typeof Form>;

export const FormUnit = z.object({
  unit: UnitRef,
  edge: Edge,
  /** Put in or taken out by hand, with the reason. */
  byHand: z.boolean(),
  meant: z.boolean(),
  reason: z.string().nullable(),
});
export type FormUnit = z.infer<typeof FormUnit>;

/** Whom one expression means on the day, and what of it is unclear. */
export const FormAddressee = z.object({
  expression: z.string(),
  understood: Said.nullable(),
  units: z.array(UnitRef),
  left: z.array(z.object({ unit: UnitRef, why: Said })),
  unclear: z.array(z.object({ piece: z.string(), why: Said })),
});
export type FormAddressee = z.infer<typeof FormAddressee>;

/** What publishing would do, and what stands in its way. */
export const FormPreview = z.object({
  asOf: Day,
  addressees: z.array(FormAddressee),
  units: z.array(FormUnit),
  /** Superiors are told, never given a form: named here and left out. */
  notAsked: z.array(z.object({ unit: UnitRef, why: Said })),
  /** Rounds that publishing opens at once, and the next one after them. */
  rounds: z.array(z.object({ period: PeriodRef, due: DueDay, cutOff: Day, opensNow: z.boolean() })),
  alreadyGiven: z.array(AlreadyGiven),
  blockers: z.array(Said),
  /** Pieces of expressions that nobody in the directory answers to; publishing needs `setAside`. */
  unclear: z.int(),
});
export type FormPreview = z.infer<typeof FormPreview>;

const Version = z.coerce.number().int().min(1);
const reason = words(2000).pipe(z.string().min(1));
const read = { method: "GET", access: "indicator:view", tag: "forms" } as const;
const define = { method: "POST", access: "indicator:define", tag: "forms" } as const;

/**
 * A form is read by its owner in every state, and once it is open by whom it asks; otherwise `not_found`. Writing names the
 * `version` that was seen; a stale one gets `conflict` with `details.current`.
 */
export const formsContract = {
  list: endpoint({ ...read, path: "/forms", summary: "List the forms that one's unit made, and those that ask one's units" })
    .input(
      z.object({
        standing: z.enum(["own", "asked", "any"]).default("any"),
        state: z.enum([...FormState.options, "any"]).default("any"),
        text: z.string().trim().max(200).default(""),
        /** Made from this plan, or because of this document. */
        planId: id.optional(),
        documentId: id.optional(),
        page: z.coerce.number().int().min(1).max(10_000).default(1),
      }),
    )
    .output(z.object({ items: z.array(FormSummary), total: z.int(), pageSize: z.int() })),
  get: endpoint({ ...read, path: "/forms/{id}", summary: "Read a form: the published version, or the one asked for" })
    .input(z.object({ id, edition: Version.optional() }))
    .output(Form),
  units: endpoint({ ...read, path: "/forms/{id}/units", summary: "List the units that a form asks" })
    .input(z.object({ id }))
    .output(z.object({ items: z.array(FormUnit) })),

  create: endpoint({ ...define, path: "/forms", summary: "Make a draft form", successStatus: 201 })
    .input(
      NewForm.extend({
        /** The document that asks for it, when it is in the register. */
        documentId: id.nullable().default(null),
      }),
    )
    .output(Form),
  fromDictionary: endpoint({
    ...define,
    path: "/forms/from-dictionary",
    summary: "Make a draft form out of indicators: a section per topic, a row per indicator",
    successStatus: 201,
  })
    .input(
      NewForm.omit({ content: true }).extend({
        indicatorIds: z.array(indicatorIdIn).min(1).max(400),
        withMembers: z.boolean().default(false),
      }),
    )
    .output(Form),
  copy: endpoint({ ...define, path: "/forms/{id}/copy", summary: "Make a draft form out of another", successStatus: 201 })
    .input(z.object({ id, ownerId: unitIdIn.optional(), title: FormSettings.shape.title.optional(), periods: FormPeriods.optional() }))
    .output(Form),
  edit: endpoint({ ...define, method: "PUT", path: "/forms/{id}", summary: "Change what the version being prepared says" })
    .input(
      z.object({
        id,
        version: Version,
        settings: FormSettings,
        /** Of a form that was never published; afterwards its periods stay. */
        periods: FormPeriods.optional(),
      }),
    )
    .output(Form),
  preview: endpoint({
    ...define,
    method: "GET",
    path: "/forms/{id}/preview",
    summary: "See whom publishing would ask, which rounds it opens, and what stands in its way",
  })
    .input(z.object({ id }))
    .output(FormPreview),
  except: endpoint({ ...define, path: "/forms/{id}/units", summary: "Add a unit to those asked or take one out, with the reason" })
    .input(z.object({ id, version: Version, unitId: unitIdIn, meant: z.boolean(), reason }))
    .output(FormPreview),
  undoException: endpoint({
    ...define,
    method: "DELETE",
    path: "/forms/{id}/units/{unitId}",
    summary: "Undo an exception made by hand",
  })
    .input(z.object({ id, version: Version, unitId: unitIdIn }))
    .output(FormPreview),
  publish: endpoint({
    ...define,
    path: "/forms/{id}/publish",
    summary: "Publish the version being prepared; its first rounds open at once",
    description: "Pieces of expressions that name nobody are set aside only when `setAside` says so.",
  })
    .input(z.object({ id, version: Version, setAside: z.boolean().default(false) }))
    .output(Form),
  newVersion: endpoint({
    ...define,
    path: "/forms/{id}/versions",
    summary: "Begin a new version; rounds that are open keep theirs",
    successStatus: 201,
  })
    .input(z.object({ id, version: Version }))
    .output(Form),
  discard: endpoint({ ...define, method: "DELETE", path: "/forms/{id}/draft", summary: "Throw the version being prepared away" })
    .input(z.object({ id, version: Version }))
    .output(z.object({ formLeft: z.boolean() })),
  close: endpoint({
    ...define,
    path: "/forms/{id}/close",
    summary: "End a form: no further rounds, and nothing is owed in those that are open",
  })
    .input(z.object({ id, version: Version, reason }))
    .output(Form),
};
