import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { saidWords } from "../../kernel/numbers.ts";
import { unitIdIn, UnitRef } from "../units/contract.ts";
import { ActivityInput, ActivityState, Amount, Day, Rhythm, Serves, Source, TextOut, Time, words } from "./shapes.ts";

export * from "./shapes.ts";

const Instant = z.iso.datetime({ offset: true });
const id = z.uuid();
const version = z.coerce.number().int().min(1);
const reason = words(1000, 1);

/** An activity as lists and the calendar show it. */
export const ActivityRow = z.object({
  id,
  version: z.number().int(),
  kind: z.string(),
  kindName: TextOut,
  state: ActivityState,
  name: z.string(),
  onDate: Day,
  untilDate: Day.nullable(),
  startTime: Time.nullable(),
  place: z.string().nullable(),
  lead: UnitRef,
  partners: z.array(UnitRef),
  turns: Amount.nullable(),
  gifts: Amount.nullable(),
  money: Amount.nullable(),
  labour: Amount.nullable(),
  /** A figure was said with "hơn", "khoảng" …: the exact one is still asked for. */
  approximate: z.boolean(),
  photos: z.number().int(),
  files: z.number().int(),
  /** The first photograph: GET /files/activities/{thumb}/thumb. */
  thumb: id.nullable(),
  serves: Serves.nullable(),
  /** It is the same as this one and is not counted. */
  sameAs: z.object({ id, name: z.string(), lead: UnitRef }).nullable(),
  /** Questions about likely doubles that nobody has answered yet. */
  doubts: z.number().int(),
});
export type ActivityRow = z.infer<typeof ActivityRow>;

/** `kind`: photographs are shrunk and cleaned of their metadata; `paper` is the photograph of a form filled in by hand. */
export const ActivityFile = z.object({
  id,
  kind: z.enum(["photo", "paper", "file"]),
  name: z.string(),
  size: z.number().int(),
  type: z.string(),
  /** A picture has a small copy at GET /files/activities/{id}/thumb. */
  thumb: z.boolean(),
});
export type ActivityFile = z.infer<typeof ActivityFile>;

export const ActivityAct = z.enum(["edit", "carryOut", "cancel", "addFiles"]);
export type ActivityAct = z.infer<typeof ActivityAct>;

/** Why two entries may be one activity. */
export const DoubleReason = z.enum(["name", "turns", "gifts", "money"]);
export const DoubleState = z.enum(["asked", "same", "different"]);

/** Two entries of different units, the same day and place. `later` is the one that stops counting when they are the same. */
export const Double = z.object({
  id,
  state: DoubleState,
  reasons: z.array(DoubleReason),
  earlier: ActivityRow,
  later: ActivityRow,
  answeredBy: z.object({ unit: UnitRef, name: z.string(), at: Instant }).nullable(),
  /** Whether this post may answer: it reaches one of the two leads or their partners. */
  answerable: z.boolean(),
});
export type Double = z.infer<typeof Double>;

/** One extra field of a kind, filled in. Amounts carry their word. */
export const Detail = z.object({
  key: z.string(),
  label: TextOut,
  type: z.enum(["number", "text", "choice", "unit", "boolean"]),
  /** Unit of measure of a number: "kiến nghị". */
  unit: z.string().nullable(),
  /** A decimal string, a text, an option's value, a unit's id, "true" or "false": as the input takes it again. */
  value: z.string(),
  said: z.enum(saidWords).nullable(),
  /** How the value reads: "12", "hơn 12", the option's or the unit's name. */
  shown: TextOut,
});
export type Detail = z.infer<typeof Detail>;

export const ActivityDetail = ActivityRow.extend({
  summary: z.string(),
  details: z.array(Detail),
  source: Source,
  /** Who typed it, and at which unit. */
  typedBy: z.object({ name: z.string(), unit: UnitRef }),
  /** The unit it was typed for: by somebody of another unit, or by its own from dictation or paper. */
  typedFor: UnitRef.nullable(),
  templateId: id.nullable(),
  cancelReason: z.string().nullable(),
  attached: z.array(ActivityFile),
  doubles: z.array(Double),
  can: z.array(ActivityAct),
  createdAt: Instant,
  updatedAt: Instant,
});
export type ActivityDetail = z.infer<typeof ActivityDetail>;

/** Which a number belongs to: "number" is added up, a choice is counted per option. */
export const ActivityField = z.object({
  key: z.string(),
  label: TextOut,
  type: z.enum(["number", "text", "choice", "unit", "boolean"]),
  options: z.array(z.object({ value: z.string(), label: TextOut })).default([]),
  unit: z.string().nullable().default(null),
  /** A number that says how many times the entry stands for ("3 cuộc"); left empty, it is one. */
  times: z.boolean().optional(),
  /** A choice by which the entry's figures are added up as well: money by fund, gifts by whom. */
  splits: z.boolean().optional(),
});
export type ActivityField = z.infer<typeof ActivityField>;

export const ActivityKind = z.object({
  code: z.string(),
  name: TextOut,
  group: TextOut,
  fields: z.array(ActivityField),
  /** False: old entries have it, new ones are not offered it. */
  active: z.boolean(),
});
export type ActivityKind = z.infer<typeof ActivityKind>;

/** Work of a unit, or a target of it, that an activity may serve. */
export const Duty = Serves.extend({ workId: id, title: z.string(), unit: UnitRef });
export type Duty = z.infer<typeof Duty>;

export const ActivityFilter = z.object({
  from: Day.optional(),
  to: Day.optional(),
  kind: z.string().max(40).optional(),
  state: ActivityState.optional(),
  /** Entries that this unit, what lies below it, or its line below leads, or where this unit is a partner. */
  unitId: unitIdIn.optional(),
  text: z.string().trim().max(200).default(""),
  planId: id.optional(),
  itemId: z.string().max(100).optional(),
  /** "true": only those whose exact number is still asked for. */
  approximate: z.stringbool().optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type ActivityFilter = z.infer<typeof ActivityFilter>;

export const Template = z.object({
  id,
  version: z.number().int(),
  kind: z.string(),
  kindName: TextOut,
  name: z.string(),
  place: z.string().nullable(),
  startTime: Time.nullable(),
  lead: UnitRef,
  partners: z.array(UnitRef),
  rhythm: Rhythm,
  /** "Thứ hai hằng tuần", for lists. */
  rhythmText: TextOut,
  from: Day,
  until: Day.nullable(),
  active: z.boolean(),
  /** The next planned entry. */
  next: Day.nullable(),
});
export type Template = z.infer<typeof Template>;

const templateFields = {
  kind: z.string().min(1).max(40),
  name: words(300, 1),
  place: words(300).nullish(),
  startTime: Time.nullish(),
  leadId: unitIdIn.optional(),
  partners: z.array(unitIdIn).max(30).default([]),
  rhythm: Rhythm,
  from: Day,
  until: Day.nullish(),
};
export const TemplateInput = z.object(templateFields);
export type TemplateInput = z.infer<typeof TemplateInput>;

/** The private address is shown once, when it is made. */
export const Feed = z.object({ id, label: z.string(), unit: UnitRef, createdAt: Instant, lastReadOn: Day.nullable() });
export type Feed = z.infer<typeof Feed>;

export const BinderFilter = z.object({
  planId: id.optional(),
  itemId: z.string().max(100).optional(),
  unitId: unitIdIn.optional(),
  kind: z.string().max(40).optional(),
  from: Day.optional(),
  to: Day.optional(),
});
export type BinderFilter = z.infer<typeof BinderFilter>;

const photos = z.array(z.file()).max(6).optional();
const files = z.array(z.file()).max(5).optional();
const uploads = { photos, paper: photos, files };
const at = { id, version };

const read = { method: "GET", access: "activity:view", tag: "activities" } as const;
const write = { method: "POST", access: "activity:record", tag: "activities" } as const;

/**
 * Outside the contract: GET /files/activities/{file}, /files/activities/{file}/thumb,
 * /files/activities/binder?planId&itemId&unitId&kind&from&to (a zip with index and files), GET /calendar/{token}.ics.
 * A stale `version` is refused with `conflict`; its details are `{current: ActivityDetail}`.
 */
export const activitiesContract = {
  kinds: endpoint({ ...read, path: "/activities/kinds", summary: "List the kinds of activities with their fields" }).output(
    z.object({ items: z.array(ActivityKind) }),
  ),
  list: endpoint({ ...read, path: "/activities", summary: "List entries of the journal, newest first" })
    .input(ActivityFilter)
    .output(
      z.object({
        items: z.array(ActivityRow),
        total: z.number().int(),
        /** Of the total, those whose exact number is still asked for. */
        approximate: z.number().int(),
        pageSize: z.number().int(),
      }),
    ),
  calendar: endpoint({ ...read, path: "/activities/calendar", summary: "List what is planned and done between two days, at most 100 days" })
    .input(z.object({ from: Day, to: Day, unitId: unitIdIn.optional(), kind: z.string().max(40).optional() }))
    .output(z.object({ items: z.array(ActivityRow), /** There are more than 1,000: choose fewer days or one unit. */ more: z.boolean() })),
  duties: endpoint({ ...read, path: "/activities/duties", summary: "List open clauses and tasks that an activity of a unit may serve" })
    .input(z.object({ leadId: unitIdIn.optional() }))
    .output(z.object({ items: z.array(Duty) })),
  binder: endpoint({ ...read, path: "/activities/binder", summary: "Count what an evidence binder would hold, and say where it is" })
    .input(BinderFilter)
    .output(
      z.object({
        activities: z.number().int(),
        files: z.number().int(),
        bytes: z.number().int(),
        /** Where the zip is downloaded; null when it would be empty or too large. */
        path: z.string().nullable(),
      }),
    ),
  get: endpoint({ ...read, path: "/activities/{id}", summary: "Read an activity" })
    .input(z.object({ id }))
    .output(ActivityDetail),

  record: endpoint({
    ...write,
    path: "/activities",
    summary: "Record an activity, with photographs and files",
    description: "Kind, name and date are enough; the lead is then the own unit. A last day that has not come makes it planned.",
    successStatus: 201,
  })
    .input(ActivityInput.extend(uploads))
    .output(ActivityDetail),
  edit: endpoint({ ...write, method: "PATCH", path: "/activities/{id}", summary: "Change an activity; what is not given stays" })
    .input(ActivityInput.partial().extend(at))
    .output(ActivityDetail),
  carryOut: endpoint({
    ...write,
    path: "/activities/{id}/carry-out",
    summary: "Mark a planned activity as done, with what it came to and photographs",
  })
    .input(ActivityInput.omit({ state: true }).partial().extend(at).extend(uploads))
    .output(ActivityDetail),
  cancel: endpoint({ ...write, path: "/activities/{id}/cancel", summary: "Cancel an activity with a reason" })
    .input(z.object({ ...at, reason }))
    .output(ActivityDetail),
  addFiles: endpoint({ ...write, path: "/activities/{id}/files", summary: "Add photographs and files to an activity" })
    .input(z.object({ id, ...uploads }))
    .output(ActivityDetail),
  removeFile: endpoint({ ...write, method: "DELETE", path: "/activities/{id}/files/{file}", summary: "Take a file off an activity" })
    .input(z.object({ id, file: z.uuid() }))
    .output(ActivityDetail),

  doubles: {
    list: endpoint({ ...read, path: "/activities/doubles", summary: "List likely doubles that concern one's units" })
      .input(z.object({ state: DoubleState.default("asked"), page: z.coerce.number().int().min(1).max(1000).default(1) }))
      .output(z.object({ items: z.array(Double), total: z.number().int(), pageSize: z.number().int() })),
    answer: endpoint({
      ...write,
      path: "/activities/doubles/{id}",
      summary: "Say whether two entries are the same activity",
      description:
        "Either side may answer, and change the answer later. The same: the later one is no longer counted, its lead joins the other as partner.",
    })
      .input(z.object({ id, answer: z.enum(["same", "different"]) }))
      .output(Double),
  },

  templates: {
    list: endpoint({ ...read, path: "/activities/templates", summary: "List recurring activities of one's units" }).output(
      z.object({ items: z.array(Template) }),
    ),
    create: endpoint({ ...write, path: "/activities/templates", summary: "Make a recurring activity", successStatus: 201 })
      .input(TemplateInput)
      .output(Template),
    edit: endpoint({
      ...write,
      method: "PUT",
      path: "/activities/templates/{id}",
      summary: "Change a recurring activity; its planned entries from today on are made anew",
    })
      .input(z.object({ ...templateFields, ...at }))
      .output(Template),
    end: endpoint({ ...write, path: "/activities/templates/{id}/end", summary: "End a recurring activity; planned entries ahead go" })
      .input(z.object(at))
      .output(Template),
  },

  feeds: {
    list: endpoint({ ...read, path: "/activities/feeds", summary: "List one's private calendar addresses" }).output(
      z.object({ items: z.array(Feed) }),
    ),
    create: endpoint({
      ...read,
      method: "POST",
      path: "/activities/feeds",
      summary: "Make a private calendar address for the post's unit; it is shown this once",
      successStatus: 201,
    })
      .input(z.object({ label: words(100).default("") }))
      .output(Feed.extend({ url: z.string() })),
    revoke: endpoint({ ...read, method: "DELETE", path: "/activities/feeds/{id}", summary: "Close a private calendar address" })
      .input(z.object({ id }))
      .output(z.object({ items: z.array(Feed) })),
  },
};
