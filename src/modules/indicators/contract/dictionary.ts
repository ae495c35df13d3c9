import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";
import { nfc } from "../../../kernel/text.ts";
import { unitIdIn, UnitRef } from "../../units/contract.ts";
import { indicatorIdIn, listIn } from "./cells.ts";

const Said = z.object({ vi: z.string(), en: z.string() });
const words = (max: number) => z.string().trim().max(max).transform(nfc);

/**
 * What kind of number it is. `count`: what happened in the period; `stock`: what there is on its last day; `money`: whole
 * đồng; `measure`: metres, hectares, kilometres; `ratio`: two numbers, never a percentage; `yes-no`: 1 or 0 of one unit;
 * `distinct-people`: different persons, each once, whom no sum over units or periods can count.
 */
export const ValueKind = z.enum(["count", "stock", "money", "measure", "ratio", "yes-no", "distinct-people"]);
export type ValueKind = z.infer<typeof ValueKind>;

/** How it adds over units: sum; numerators and denominators apart; share of units that say yes; not at all. */
export const OverUnits = z.enum(["sum", "ratio", "share", "none"]);
export type OverUnits = z.infer<typeof OverUnits>;

/** Over periods. `last`: the last one that was given; `new-only`: a sum, since each period counts only what is new in it. */
export const OverTime = z.enum(["sum", "last", "ratio", "none", "new-only"]);
export type OverTime = z.infer<typeof OverTime>;

/** When units are merged: what the parts had adds up, or has to be counted anew. */
export const OverMerger = z.enum(["sum", "ratio", "share", "none"]);
export type OverMerger = z.infer<typeof OverMerger>;

export const topicKeys = [
  "models",
  "direction",
  "dialogue",
  "supervision",
  "democracy",
  "mobilisation",
  "movements",
  "organisation",
  "other",
] as const;
export const Topic = z.enum(topicKeys);
export type Topic = z.infer<typeof Topic>;

export const topicNames: Record<Topic, z.infer<typeof Said>> = {
  models: { vi: "Mô hình, điển hình “Dân vận khéo”", en: "Models of skilful mass mobilisation" },
  direction: { vi: "Lãnh đạo, chỉ đạo, tuyên truyền", en: "Leadership and communication" },
  dialogue: { vi: "Đối thoại, tiếp dân, tiếp xúc cử tri", en: "Dialogue and reception of citizens" },
  supervision: { vi: "Giám sát, phản biện xã hội", en: "Supervision and social criticism" },
  democracy: { vi: "Dân chủ ở cơ sở", en: "Grassroots democracy" },
  mobilisation: { vi: "Vận động nguồn lực, an sinh xã hội", en: "Resources raised and social welfare" },
  movements: { vi: "Phong trào thi đua, cuộc vận động", en: "Movements and campaigns" },
  organisation: { vi: "Tổ chức, đoàn viên, hội viên", en: "Organisation and membership" },
  other: { vi: "Nội dung khác", en: "Other" },
};

export const Member = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,60}$/),
  label: words(200).pipe(z.string().min(1)),
});
export type Member = z.infer<typeof Member>;

export const Dimension = z.object({
  /** "Lĩnh vực" */
  name: words(100).pipe(z.string().min(1)),
  members: z
    .array(Member)
    .min(1)
    .max(30)
    .refine((members) => new Set(members.map(({ key }) => key)).size === members.length, {
      error: "Mỗi thành phần cần một mã riêng. / Each member needs a key of its own.",
    }),
  /** Whether the members add up to the whole; where one thing may be in two of them they do not. */
  complete: z.boolean(),
});
export type Dimension = z.infer<typeof Dimension>;

export const Part = z.enum(["value", "numerator", "denominator"]);
export type Part = z.infer<typeof Part>;

/** Which measures give a number of the cell; several add up. */
export const MeasureLink = z.object({
  member: z.string().max(60).default(""),
  part: Part.default("value"),
  names: z
    .array(z.string().regex(/^[a-z0-9-]+(\/[A-Za-z0-9.-]+){1,4}$/))
    .min(1)
    .max(20),
});
export type MeasureLink = z.infer<typeof MeasureLink>;

export const IndicatorState = z.enum(["active", "retired"]);
export type IndicatorState = z.infer<typeof IndicatorState>;

/** What a list and a picker show; enough to build a form with. */
export const IndicatorSummary = z.object({
  id: indicatorIdIn,
  /** "I012": how people name it in talk. */
  code: z.string(),
  name: z.string(),
  definition: z.string(),
  topic: Topic,
  /** "cuộc", "lượt người", "đồng" */
  unit: z.string(),
  valueKind: ValueKind,
  /** Decimal places that are kept. */
  scale: z.int(),
  overUnits: OverUnits,
  overTime: OverTime,
  overMerger: OverMerger,
  dimension: Dimension.nullable(),
  measures: z.array(MeasureLink),
  /** Null: of the common catalogue. */
  owner: UnitRef.nullable(),
  state: IndicatorState,
});
export type IndicatorSummary = z.infer<typeof IndicatorSummary>;

export const Indicator = IndicatorSummary.extend({
  version: z.int(),
  catalogueNo: z.int().nullable(),
  /** Which document defines it. */
  basis: z.string(),
  retiredReason: z.string().nullable(),
  /** How it adds, in a sentence for people. */
  adds: z.object({ units: Said, time: Said, merger: Said }),
  /** Titles of the measures that fill it; null: nothing that is installed computes it. */
  computedFrom: z.array(z.object({ name: z.string(), title: Said.nullable() })),
  /** Figures were given: kind, scale and sums stay as they are. */
  used: z.boolean(),
  /** Published forms that ask for it. */
  forms: z.array(z.object({ id: z.uuid(), title: z.string() })),
  can: z.array(z.enum(["edit", "retire", "restore"])),
});
export type Indicator = z.infer<typeof Indicator>;

/** What an editor gives. Sums that make no sense for the kind of value are refused with the reason. */
export const IndicatorInput = z.object({
  name: words(300).pipe(z.string().min(1)),
  definition: words(4000).default(""),
  topic: Topic.default("other"),
  unit: words(60).pipe(z.string().min(1)),
  valueKind: ValueKind,
  /** Not given: 0, or 2 of a measure. */
  scale: z.int().min(0).max(3).optional(),
  /** Not given: what is usual for the kind of value. */
  overUnits: OverUnits.optional(),
  overTime: OverTime.optional(),
  overMerger: OverMerger.optional(),
  dimension: Dimension.nullable().default(null),
  measures: z.array(MeasureLink).max(60).default([]),
  basis: words(1000).default(""),
});
export type IndicatorInput = z.infer<typeof IndicatorInput>;
export type NewIndicatorInput = z.input<typeof IndicatorInput> & { ownerId?: z.infer<typeof unitIdIn> | undefined };

export const MeasureRef = z.object({ name: z.string(), title: Said, unit: z.string() });
export type MeasureRef = z.infer<typeof MeasureRef>;

const id = indicatorIdIn;
const version = z.coerce.number().int().min(1);
const read = { method: "GET", access: "indicator:view", tag: "indicators" } as const;
const define = { method: "POST", access: "indicator:define", tag: "indicators" } as const;

/** Everybody may read the dictionary. One's own unit's indicators are edited; the catalogue's are not. Stale `version`: `conflict`. */
export const dictionaryContract = {
  list: endpoint({
    ...read,
    path: "/indicators",
    summary: "List the dictionary: catalogue and own indicators, with everything a form needs",
  })
    .input(
      z.object({
        text: z.string().trim().max(200).default(""),
        topic: z.union([Topic, z.literal("any")]).default("any"),
        kind: z.union([ValueKind, z.literal("any")]).default("any"),
        /** `own`: of units that the caller's post reaches. */
        owner: z.enum(["catalogue", "own", "any"]).default("any"),
        state: z.union([IndicatorState, z.literal("any")]).default("active"),
        /** These only, in whatever state: what a stored form names. */
        ids: listIn(indicatorIdIn, 500).optional(),
        page: z.coerce.number().int().min(1).max(10_000).default(1),
      }),
    )
    .output(z.object({ items: z.array(IndicatorSummary), total: z.int(), pageSize: z.int() })),
  topics: endpoint({ ...read, path: "/indicators/topics", summary: "List topics with how many indicators each has" })
    .input(z.object({}))
    .output(z.array(z.object({ key: Topic, name: Said, count: z.int() }))),
  measures: endpoint({ ...read, path: "/indicators/measures", summary: "List what can be computed from records" })
    .input(z.object({}))
    .output(z.array(MeasureRef)),
  get: endpoint({ ...read, path: "/indicators/{id}", summary: "Read an indicator with how it adds up and who asks for it" })
    .input(z.object({ id }))
    .output(Indicator),
  create: endpoint({ ...define, path: "/indicators", summary: "Add an indicator of one's own unit", successStatus: 201 })
    .input(IndicatorInput.extend({ ownerId: unitIdIn.optional() }))
    .output(Indicator),
  edit: endpoint({ ...define, method: "PUT", path: "/indicators/{id}", summary: "Change an indicator of one's own unit" })
    .input(IndicatorInput.extend({ id, version }))
    .output(Indicator),
  retire: endpoint({
    ...define,
    path: "/indicators/{id}/retire",
    summary: "Stop offering an indicator for new forms; its figures stay",
  })
    .input(z.object({ id, version, reason: words(1000).pipe(z.string().min(1)) }))
    .output(Indicator),
  restore: endpoint({ ...define, path: "/indicators/{id}/restore", summary: "Offer a retired indicator again" })
    .input(z.object({ id, version }))
    .output(Indicator),
};
