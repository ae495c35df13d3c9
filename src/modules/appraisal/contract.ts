import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { unitIdIn, UnitRef, type UnitKind } from "../units/contract.ts";
import {
  Day,
  Final,
  id,
  Line,
  Link,
  Mark,
  MarkIn,
  Part,
  Points,
  Purpose,
  Rated,
  RoundState,
  RubricContent,
  RubricState,
  SelfLineIn,
  SheetState,
  SubjectKind,
  SubjectState,
  TextOut,
  version,
  words,
} from "./shapes.ts";

export * from "./shapes.ts";

const reason = words(1000, 1);
const page = z.coerce.number().int().min(1).max(10_000).default(1);
const paged = { total: z.number().int(), pageSize: z.number().int() };

export const RubricRow = z.object({
  id,
  version: z.number().int(),
  familyId: id,
  edition: z.number().int(),
  state: RubricState,
  title: z.string(),
  body: UnitRef,
  rates: z.array(Rated),
  validFrom: Day.nullable(),
  validUntil: Day.nullable(),
  /** Copied from a starting set that is no law anywhere: to be edited. */
  sample: z.string().nullable(),
  /** Without bonus; null when it is answered by yes and no. */
  points: z.string().nullable(),
  lines: z.number().int(),
});
export type RubricRow = z.infer<typeof RubricRow>;

export const RubricAct = z.enum(["edit", "publish", "revise"]);
export type RubricAct = z.infer<typeof RubricAct>;

export const RubricDetail = RubricRow.extend({
  basis: z.string(),
  content: RubricContent,
  editions: z.array(z.object({ id, edition: z.number().int(), state: RubricState })),
  can: z.array(RubricAct),
});
export type RubricDetail = z.infer<typeof RubricDetail>;

export const RubricInput = z.object({
  title: words(300, 1),
  rates: z.array(Rated).min(1),
  validFrom: Day.nullish(),
  validUntil: Day.nullish(),
  basis: words(1000).default(""),
  /** Key of the starting set that it was copied from. */
  sample: words(60).nullish(),
  content: RubricContent,
});
export type RubricInput = z.infer<typeof RubricInput>;

export const Sample = z.object({ key: z.string(), title: z.string(), about: TextOut, rates: z.array(Rated), content: RubricContent });
export type Sample = z.infer<typeof Sample>;

export const LineChange = z.object({
  key: z.string(),
  what: z.enum(["new", "gone", "changed"]),
  before: Line.nullable(),
  after: Line.nullable(),
});

export const RoundInput = z.object({
  title: words(300, 1),
  purpose: Purpose.default("appraisal"),
  rubricId: id.nullish(),
  periodFrom: Day,
  periodUntil: Day,
  selfScoring: z.boolean().default(true),
  /** Absent: the day of `dueRule` in the year of `periodFrom`. */
  selfUntil: Day.nullish(),
  judgeUntil: Day,
  /** "01-30": every year on 30/01. */
  dueRule: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
    .nullish(),
  judges: z.number().int().min(2).max(9).default(2),
  final: Final.default("mean"),
  /** Percent of the scale from which judges are too far apart. */
  spreadShare: Points.default("15"),
  /** Points below this percentage of a line's most need a comment. */
  commentShare: Points.default("60"),
  titles: z.array(words(120, 1)).max(20).default([]),
  /** Denominator of the share, when not everything there is takes part. */
  allUnits: z.number().int().min(0).max(10_000_000).nullish(),
  note: words(2000).default(""),
});
export type RoundInput = z.infer<typeof RoundInput>;

export const RoundRow = z.object({
  id,
  version: z.number().int(),
  title: z.string(),
  purpose: Purpose,
  state: RoundState,
  body: UnitRef,
  rubric: z.object({ id, title: z.string(), edition: z.number().int(), sample: z.boolean(), rates: z.array(Rated) }).nullable(),
  periodFrom: Day,
  periodUntil: Day,
  selfUntil: Day,
  judgeUntil: Day,
  subjects: z.number().int(),
  sent: z.number().int(),
  concluded: z.number().int(),
});
export type RoundRow = z.infer<typeof RoundRow>;

/** Whether a judge's sheet is in; never what stands in it. */
export const SheetStatus = z.object({
  sheetId: id,
  personId: id,
  name: z.string(),
  state: SheetState,
  how: z.enum(["lot", "hand"]),
  reason: z.string().nullable(),
});
export type SheetStatus = z.infer<typeof SheetStatus>;

export const SubjectAct = z.enum(["save", "send", "return", "check", "assign", "remove", "conclude"]);
export type SubjectAct = z.infer<typeof SubjectAct>;

export const Result = z.object({ points: z.string(), of: z.string(), outcome: z.string(), counts: z.boolean() });
export type Result = z.infer<typeof Result>;

export const SubjectRow = z.object({
  id,
  version: z.number().int(),
  kind: SubjectKind,
  ref: z.string(),
  title: z.string(),
  unit: UnitRef,
  state: SubjectState,
  sentOn: Day.nullable(),
  late: z.boolean(),
  titles: z.array(z.string()),
  /** The subject's own total; null while it is not sent. */
  selfTotal: z.string().nullable(),
  /** Sheets that are in, of how many; null for those who do not look after the panel. */
  sheets: z.object({ sent: z.number().int(), of: z.number().int() }).nullable(),
  /** After opening only. */
  flagged: z.boolean().nullable(),
  result: Result.nullable(),
  /** Own sheet of the reader. */
  mySheet: z.object({ id, state: SheetState }).nullable(),
});
export type SubjectRow = z.infer<typeof SubjectRow>;

export const Member = z.object({
  personId: id,
  name: z.string(),
  unit: UnitRef,
  part: Part,
  leftOn: Day.nullable(),
  sheets: z.number().int(),
});
export type Member = z.infer<typeof Member>;

export const RoundAct = z.enum(["edit", "open", "panel", "draw", "close", "cancel", "copy"]);
export type RoundAct = z.infer<typeof RoundAct>;

export const RoundDetail = RoundRow.extend({
  selfScoring: z.boolean(),
  dueRule: z.string().nullable(),
  judges: z.number().int(),
  final: Final,
  spreadShare: z.string(),
  commentShare: z.string(),
  titles: z.array(z.string()),
  allUnits: z.number().int().nullable(),
  note: z.string(),
  cancelReason: z.string().nullable(),
  closedBy: z.string().nullable(),
  /** Empty for subjects' units: who sits in the panel is not theirs to know before it is closed. */
  members: z.array(Member),
  rows: z.array(SubjectRow),
  draws: z.array(z.object({ seed: z.string(), at: z.iso.datetime({ offset: true }), by: z.string(), sheets: z.number().int() })),
  /** Reached, of all; null until the round is closed. */
  share: z.object({ reached: z.number().int(), of: z.number().int(), percent: z.string().nullable() }).nullable(),
  /** What still keeps it from closing, counted. */
  left: z.object({
    unsent: z.number().int(),
    unchecked: z.number().int(),
    unassigned: z.number().int(),
    unopened: z.number().int(),
    unconcluded: z.number().int(),
  }),
  can: z.array(RoundAct),
  mayMinutes: z.boolean(),
});
export type RoundDetail = z.infer<typeof RoundDetail>;

export const SelfLine = z.object({
  line: z.string(),
  points: z.string().nullable(),
  met: z.boolean().nullable(),
  evidence: z.string(),
  links: z.array(Link),
});
export type SelfLine = z.infer<typeof SelfLine>;

/** One judge's opened sheet. `first`: what a changed mark had been. */
export const OpenedSheet = z.object({
  sheetId: id,
  name: z.string(),
  mine: z.boolean(),
  total: z.string(),
  marks: z.record(z.string(), Mark),
  changes: z.array(z.object({ line: z.string(), first: Mark, reason: z.string(), at: z.iso.datetime({ offset: true }) })),
});
export type OpenedSheet = z.infer<typeof OpenedSheet>;

export const SubjectDetail = SubjectRow.extend({
  round: z.object({
    id,
    title: z.string(),
    state: RoundState,
    purpose: Purpose,
    body: UnitRef,
    selfUntil: Day,
    judgeUntil: Day,
    final: Final,
    commentShare: z.string(),
    spreadShare: z.string(),
    titles: z.array(z.string()),
  }),
  rubric: z.object({ id, title: z.string(), edition: z.number().int(), sample: z.string().nullable(), content: RubricContent }).nullable(),
  self: z.array(SelfLine),
  returnReason: z.string().nullable(),
  qualifying: z.record(z.string(), z.boolean()),
  qualified: z.boolean().nullable(),
  qualifiedReason: z.string().nullable(),
  /** For whoever looks after the panel. */
  statuses: z.array(SheetStatus).nullable(),
  /** Side by side, once all are in; null before, for everybody. */
  opened: z
    .object({
      sheets: z.array(OpenedSheet),
      mean: z.string(),
      spread: z.object({ points: z.string(), share: z.string() }),
      flagged: z.boolean(),
      linesApart: z.array(z.string()),
    })
    .nullable(),
  discussion: z.string(),
  can: z.array(SubjectAct),
});
export type SubjectDetail = z.infer<typeof SubjectDetail>;

/** On the judge's own desk. */
export const MySheetRow = z.object({
  id,
  state: SheetState,
  subject: z.object({ id, title: z.string(), unit: UnitRef, state: SubjectState }),
  round: z.object({ id, title: z.string(), judgeUntil: Day }),
  since: z.iso.datetime({ offset: true }),
  marked: z.number().int(),
  lines: z.number().int(),
});
export type MySheetRow = z.infer<typeof MySheetRow>;

export const SheetAct = z.enum(["save", "send", "recuse", "change"]);
export type SheetAct = z.infer<typeof SheetAct>;

export const SheetDetail = z.object({
  id,
  version: z.number().int(),
  state: SheetState,
  marks: z.record(z.string(), Mark),
  total: z.string(),
  reason: z.string().nullable(),
  subject: SubjectDetail,
  can: z.array(SheetAct),
});
export type SheetDetail = z.infer<typeof SheetDetail>;

const at = { id, version };
const read = { method: "GET", access: "exemplar:view", tag: "appraisal" } as const;
const manage = { method: "POST", access: "appraisal:manage", tag: "appraisal" } as const;
const own = { method: "POST", access: "exemplar:register", tag: "appraisal" } as const;
const judge = { method: "POST", access: "appraisal:judge", tag: "appraisal" } as const;

/** A stale `version` is refused with `conflict`; its details are `{current}`, the thing as it is now. */
export const appraisalContract = {
  rubrics: {
    list: endpoint({ ...read, path: "/appraisal-rubrics", summary: "List published rubrics, and drafts of one's own bodies" })
      .input(z.object({ state: RubricState.optional(), page }))
      .output(z.object({ items: z.array(RubricRow), ...paged })),
    samples: endpoint({ ...read, path: "/appraisal-rubrics/samples", summary: "Read the starting sets: samples to edit, no law" }).output(
      z.array(Sample),
    ),
    get: endpoint({ ...read, path: "/appraisal-rubrics/{id}", summary: "Read a rubric" })
      .input(z.object({ id }))
      .output(RubricDetail),
    compare: endpoint({ ...read, path: "/appraisal-rubrics/{id}/changes", summary: "Compare an edition with another of its family" })
      .input(z.object({ id, with: id }))
      .output(z.object({ changes: z.array(LineChange) })),
    create: endpoint({ ...manage, path: "/appraisal-rubrics", summary: "Begin a rubric", successStatus: 201 })
      .input(RubricInput)
      .output(RubricDetail),
    edit: endpoint({ ...manage, method: "PUT", path: "/appraisal-rubrics/{id}", summary: "Change a rubric that is not published" })
      .input(RubricInput.extend(at))
      .output(RubricDetail),
    publish: endpoint({ ...manage, path: "/appraisal-rubrics/{id}/publish", summary: "Publish a rubric; it never changes afterwards" })
      .input(z.object(at))
      .output(RubricDetail),
    revise: endpoint({ ...manage, path: "/appraisal-rubrics/{id}/revise", summary: "Begin the next edition", successStatus: 201 })
      .input(z.object({ id }))
      .output(RubricDetail),
  },
  rounds: {
    list: endpoint({ ...read, path: "/appraisal-rounds", summary: "List rounds that one looks after, judges in or is a subject of" })
      .input(z.object({ state: RoundState.optional(), page }))
      .output(z.object({ items: z.array(RoundRow), ...paged })),
    get: endpoint({ ...read, path: "/appraisal-rounds/{id}", summary: "Read a round and how far it is" })
      .input(z.object({ id }))
      .output(RoundDetail),
    create: endpoint({ ...manage, path: "/appraisal-rounds", summary: "Prepare a round", successStatus: 201 })
      .input(RoundInput)
      .output(RoundDetail),
    edit: endpoint({
      ...manage,
      method: "PUT",
      path: "/appraisal-rounds/{id}",
      summary: "Change a round; its rubric and rules stay once it is open",
    })
      .input(RoundInput.extend(at))
      .output(RoundDetail),
    open: endpoint({ ...manage, path: "/appraisal-rounds/{id}/open", summary: "Open a round" })
      .input(z.object(at))
      .output(RoundDetail),
    cancel: endpoint({ ...manage, path: "/appraisal-rounds/{id}/cancel", summary: "Cancel a round with a reason" })
      .input(z.object({ ...at, reason }))
      .output(RoundDetail),
    close: endpoint({
      ...judge,
      path: "/appraisal-rounds/{id}/close",
      summary: "Close a round: its results stand",
      description: "By the head of the panel, who must not be the one who wrote the conclusions, unless nobody else works there.",
    })
      .input(z.object(at))
      .output(RoundDetail),
    copy: endpoint({
      ...manage,
      path: "/appraisal-rounds/{id}/copy",
      summary: "Prepare the same round for the next year",
      description:
        "A draft with the same units, dates a year later and the newest published edition of the rubric. The panel is named anew.",
      successStatus: 201,
    })
      .input(z.object({ id }))
      .output(RoundDetail),
    addSubjects: endpoint({ ...manage, path: "/appraisal-rounds/{id}/subjects", summary: "Add units, or things that have a name only" })
      .input(
        z.object({
          ...at,
          units: z.array(unitIdIn).max(2000).default([]),
          named: z
            .array(z.object({ title: words(300, 1), unitId: unitIdIn }))
            .max(500)
            .default([]),
        }),
      )
      .output(RoundDetail),
    people: endpoint({
      ...manage,
      method: "GET",
      path: "/appraisal-rounds/{id}/people",
      summary: "List who at a unit may sit in the panel",
    })
      .input(z.object({ id, unitId: unitIdIn }))
      .output(z.array(z.object({ personId: id, name: z.string() }))),
    panel: endpoint({ ...manage, method: "PUT", path: "/appraisal-rounds/{id}/panel", summary: "Say who sits in the panel" })
      .input(z.object({ ...at, members: z.array(z.object({ personId: id, unitId: unitIdIn, part: Part })).max(60) }))
      .output(RoundDetail),
    draw: endpoint({
      ...manage,
      path: "/appraisal-rounds/{id}/draw",
      summary: "Assign judges by lot",
      description: "The seed is recorded: with it the draw can be repeated. Balanced; nobody judges a unit above, below or their own.",
    })
      .input(z.object(at))
      .output(RoundDetail),
  },
  subjects: {
    get: endpoint({ ...read, path: "/appraisal-subjects/{id}", summary: "Read a subject; single scores only after all sheets are in" })
      .input(z.object({ id }))
      .output(SubjectDetail),
    remove: endpoint({ ...manage, method: "DELETE", path: "/appraisal-subjects/{id}", summary: "Take out a subject that has sent nothing" })
      .input(z.object(at))
      .output(z.object({ roundId: id })),
    save: endpoint({ ...own, method: "PUT", path: "/appraisal-subjects/{id}/self", summary: "Save own scores, in parts" })
      .input(z.object({ ...at, lines: z.array(SelfLineIn).max(300), titles: z.array(words(120, 1)).max(20).optional() }))
      .output(SubjectDetail),
    send: endpoint({ ...own, path: "/appraisal-subjects/{id}/send", summary: "Send the own scores, or the registered titles" })
      .input(z.object(at))
      .output(SubjectDetail),
    return: endpoint({ ...manage, path: "/appraisal-subjects/{id}/return", summary: "Return it to its unit with what is to be done" })
      .input(z.object({ ...at, reason }))
      .output(SubjectDetail),
    check: endpoint({ ...manage, path: "/appraisal-subjects/{id}/check", summary: "Say whether it qualifies" })
      .input(
        z.object({
          ...at,
          qualifying: z.record(z.string(), z.boolean()).default({}),
          passed: z.boolean(),
          reason: words(1000).default(""),
        }),
      )
      .output(SubjectDetail),
    assign: endpoint({ ...manage, path: "/appraisal-subjects/{id}/judges", summary: "Assign a judge by hand" })
      .input(z.object({ ...at, personId: id }))
      .output(SubjectDetail),
    replace: endpoint({
      ...manage,
      path: "/appraisal-subjects/{id}/replace",
      summary: "Take a sheet from a judge, with a reason; another may get it",
    })
      .input(z.object({ ...at, sheetId: id, reason, conflict: z.boolean().default(false), personId: id.nullish() }))
      .output(SubjectDetail),
    conclude: endpoint({ ...manage, path: "/appraisal-subjects/{id}/conclude", summary: "Write down what the panel discussed and came to" })
      .input(z.object({ ...at, discussion: words(8000).default(""), points: Points.nullish() }))
      .output(SubjectDetail),
  },
  sheets: {
    mine: endpoint({ ...judge, method: "GET", path: "/appraisal-sheets", summary: "List one's own sheets" }).output(z.array(MySheetRow)),
    get: endpoint({ ...judge, method: "GET", path: "/appraisal-sheets/{id}", summary: "Read one's own sheet" })
      .input(z.object({ id }))
      .output(SheetDetail),
    save: endpoint({ ...judge, method: "PUT", path: "/appraisal-sheets/{id}", summary: "Save marks, in parts; what is not given stays" })
      .input(z.object({ ...at, marks: z.array(MarkIn).max(300) }))
      .output(SheetDetail),
    send: endpoint({ ...judge, path: "/appraisal-sheets/{id}/send", summary: "Send one's own sheet" })
      .input(z.object(at))
      .output(SheetDetail),
    recuse: endpoint({ ...judge, path: "/appraisal-sheets/{id}/recuse", summary: "Declare a conflict of interest" })
      .input(z.object({ ...at, reason }))
      .output(SheetDetail),
    change: endpoint({
      ...judge,
      path: "/appraisal-sheets/{id}/change",
      summary: "Change one's own mark after discussion; the first one stays",
    })
      .input(z.object({ ...at, mark: MarkIn, reason }))
      .output(SheetDetail),
  },
};

/** Which kinds of unit a rubric of a kind is usually for; what the picker of subjects offers first. */
export const usualKinds: Partial<Record<Rated, UnitKind[]>> = {
  commune: ["peoples-committee"],
  "friendly-government": ["peoples-committee"],
  agency: ["department"],
  front: ["front"],
};
