import { z } from "zod";
import { isCalendarDate } from "../../kernel/time/index.ts";
import { nfc } from "../../kernel/text.ts";
import { ContentKey, ExemplarField, ExemplarKind } from "../exemplars/contract.ts";

export const Day = z.string().refine(isCalendarDate, { error: "YYYY-MM-DD" });
export const words = (max: number, min = 0) => z.string().trim().min(min).max(max).transform(nfc);
export const id = z.uuid();
export const version = z.coerce.number().int().min(1);

export const publicationKinds = ["exemplar", "plan", "recognition", "award", "story", "statistics", "contest"] as const;
export const PublicationKind = z.enum(publicationKinds);
export type PublicationKind = z.infer<typeof PublicationKind>;

/** What of the thing goes out. Empty: everything that may. */
export const Choice = z.object({
  /** Contents ("forces"), goals and items of a plan (by id) that stay inside. */
  leftOut: z.array(z.string().max(60)).max(500).default([]),
  /** Pictures by id, in their order. */
  pictures: z.array(id).max(12).default([]),
  /** Of an exemplary person: when and how the consent to be named was recorded. */
  consent: z
    .object({ on: Day, how: z.enum(["paper", "minutes"]) })
    .nullable()
    .default(null),
});
export type Choice = z.infer<typeof Choice>;

/** `hash`: the version that the editor saw. Of a picture that was covered otherwise since, nothing is public until it is opened anew. */
export const ShownPicture = z.object({ id, hash: z.string(), caption: z.string(), alt: z.string() });

/** A figure as the public sees it; null: withheld, since it counts fewer than five people. */
export const ShownFigure = z.string().nullable();

export const ShownGoal = z.object({
  id,
  name: z.string(),
  unit: z.string(),
  baseline: ShownFigure.optional(),
  goal: ShownFigure,
  reached: z.object({ value: ShownFigure, said: z.string().nullable(), onDate: Day }).nullable(),
});

/** What the public page of an exemplar says. */
export const ShownExemplar = z.object({
  words: z.string(),
  name: z.string(),
  kind: ExemplarKind,
  field: ExemplarField.nullable(),
  themes: z.array(z.string()),
  lead: z.string(),
  area: z.string().nullable(),
  year: z.number().int().nullable(),
  startedOn: Day.nullable(),
  step: z.number().int().nullable(),
  contents: z.array(z.object({ key: ContentKey, text: z.string() })),
  goals: z.array(ShownGoal),
  adapted: z.string().nullable(),
  pictures: z.array(ShownPicture),
});
export type ShownExemplar = z.infer<typeof ShownExemplar>;

export const ShownItem = z.object({
  id,
  kind: z.enum(["target", "task", "report"]),
  clause: z.string(),
  text: z.string(),
  figure: z.string().nullable(),
  due: z.string(),
  lastDay: Day.nullable(),
  leads: z.array(z.string()),
  /** Of a target, in the year: what was done in all where that adds up, and how many of the units bound have reached it. */
  progress: z
    .object({
      done: z.object({ value: ShownFigure, unit: z.string() }).nullable(),
      reached: ShownFigure,
      bound: z.number().int(),
      source: z.enum(["journal", "approved", "none"]),
    })
    .nullable(),
});
export type ShownItem = z.infer<typeof ShownItem>;

export const ShownPlan = z.object({
  words: z.string(),
  title: z.string(),
  docType: z.string(),
  number: z.string().nullable(),
  issuer: z.string(),
  issueDate: Day.nullable(),
  periodFrom: Day.nullable(),
  periodTo: Day.nullable(),
  year: z.number().int(),
  asOf: Day,
  items: z.array(ShownItem),
});
export type ShownPlan = z.infer<typeof ShownPlan>;

export const ShownList = z.object({
  words: z.string(),
  title: z.string(),
  number: z.string(),
  decidedOn: Day,
  issuer: z.string(),
  signer: z.string().nullable(),
});
export type ShownList = z.infer<typeof ShownList>;

export const ShownStory = z.object({
  words: z.string(),
  title: z.string(),
  lead: z.string(),
  body: z.string(),
  month: Day,
  exemplar: z.string(),
  unit: z.string(),
  pictures: z.array(ShownPicture),
});
export type ShownStory = z.infer<typeof ShownStory>;

export const ShownTable = z.object({
  key: z.string(),
  rows: z.array(z.string()),
  columns: z.array(z.string()),
  cells: z.array(z.array(z.number().int().nullable())),
});
export type ShownTable = z.infer<typeof ShownTable>;

export const ShownStatistics = z.object({
  words: z.string(),
  unit: z.string(),
  year: z.number().int(),
  asOf: Day,
  tables: z.array(ShownTable),
});
export type ShownStatistics = z.infer<typeof ShownStatistics>;

/** Rules, rounds and the results that were published: units and their works, never a person, no points. */
export const ShownContest = z.object({
  words: z.string(),
  title: z.string(),
  issuer: z.string(),
  rules: z.string(),
  prizes: z.array(z.string()),
  rounds: z.array(
    z.object({
      position: z.number().int(),
      name: z.string(),
      entriesFrom: Day,
      entriesUntil: Day,
      judgingFrom: Day,
      judgingUntil: Day,
      /** `print`: results that are corrected since are not shown until an editor opens them again. */
      results: z
        .object({
          print: z.string(),
          lines: z.array(z.object({ title: z.string(), unit: z.string(), goesOn: z.boolean(), prize: z.string().nullable() })),
        })
        .nullable(),
    }),
  ),
});
export type ShownContest = z.infer<typeof ShownContest>;

export type Shown = ShownExemplar | ShownPlan | ShownList | ShownStory | ShownStatistics | ShownContest;

export const StoryState = z.enum(["draft", "ready", "dropped"]);
export type StoryState = z.infer<typeof StoryState>;
export const Outlet = z.enum(["bulletin", "press", "radio", "web"]);
export type Outlet = z.infer<typeof Outlet>;
