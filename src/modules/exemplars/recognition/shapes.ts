import { z } from "zod";
import { OfficialForm, Signature } from "../../documents/dispatch/official.ts";
import { UnitKind, UnitRef } from "../../units/contract.ts";
import { Day, ExemplarField, ExemplarKind, id, words } from "../shapes.ts";

/** Levels at which something is recognised, from below. The district is of the time before 01/7/2025. */
export const recognitionLevels = ["commune", "district", "province", "centre"] as const;
export const RecognitionLevel = z.enum(recognitionLevels);
export type RecognitionLevel = z.infer<typeof RecognitionLevel>;

export const DecisionState = z.enum(["draft", "signed", "cancelled"]);
export type DecisionState = z.infer<typeof DecisionState>;

const Words = words(500, 1);

/** Everything of a decision around its list. The first article is written from the list itself. */
export const DecisionHeader = z.object({
  form: OfficialForm,
  superior: z.array(Words).max(4).default([]),
  issuer: z.array(Words).min(1).max(4),
  /** Who decides, in a sentence: "Ban Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm". */
  called: Words,
  /** In the number: "MTTQ-BTT". */
  issuerSymbol: words(60, 1),
  subject: words(500, 1),
  place: Words,
  bases: z.array(words(1000, 1)).max(30).default([]),
  /** Articles after the first. */
  articles: z.array(words(2000, 1)).max(10).default([]),
  recipients: z.array(Words).max(60).default([]),
  archive: Words,
  signature: Signature,
});
export type DecisionHeader = z.infer<typeof DecisionHeader>;

/** Who may recognise what. */
export const RuleIn = z.object({
  level: RecognitionLevel,
  bodyKinds: z.array(UnitKind).min(1).max(30),
  exemplarKinds: z.array(ExemplarKind).min(1),
  leastStep: z.number().int().min(1).max(4).default(3),
  /** Recognised one level below first. */
  needsLower: z.boolean().default(false),
  needsAppraisal: z.boolean().default(false),
  from: Day.nullish(),
  until: Day.nullish(),
  basis: words(500).default(""),
});
export type RuleIn = z.infer<typeof RuleIn>;

export const Rule = RuleIn.extend({
  id,
  version: z.number().int(),
  /** Who set it; null: there from the beginning. */
  unit: UnitRef.nullable(),
  from: Day.nullable(),
  until: Day.nullable(),
});
export type Rule = z.infer<typeof Rule>;

/** One line of a decision's list. `deed` and consent are of exemplary persons: see exemplar_decision_item. */
export const ItemIn = z.object({
  exemplarId: id,
  /** Absent: the name of the exemplar. */
  printedAs: words(400).optional(),
  deed: words(400).nullish(),
  consent: z.object({ on: Day, how: words(300, 1) }).nullish(),
});
export type ItemIn = z.infer<typeof ItemIn>;

/** What is printed of one line, as it stood when the decision was signed. */
export const PrintedItem = z.object({
  exemplarId: id,
  name: z.string(),
  kind: ExemplarKind,
  field: ExemplarField.nullable(),
  unit: z.string(),
});
export type PrintedItem = z.infer<typeof PrintedItem>;

/** What an appraisal said of an exemplar, to be read beside it. */
export const AppraisalShown = z.object({
  subjectId: id,
  round: z.string(),
  /** Being scored by the unit itself, with the panel, or over. */
  stage: z.enum(["self", "panel", "closed"]),
  on: Day.nullable(),
  points: z.string().nullable(),
  of: z.string().nullable(),
  outcome: z.string().nullable(),
  /** It ended well enough to be recognised by a rule that asks for an appraisal. */
  good: z.boolean(),
});
export type AppraisalShown = z.infer<typeof AppraisalShown>;

/** Where a text is printed on a blank: millimetres from the top left corner, size in points. */
export const blankKeys = ["recipient", "address", "reason", "number", "day", "placeAndDay", "post", "signer", "book"] as const;
export const BlankKey = z.enum(blankKeys);
export type BlankKey = z.infer<typeof BlankKey>;
const millimetres = z.number().min(0).max(1000);
export const BlankField = z.object({
  key: BlankKey,
  x: millimetres,
  y: millimetres,
  width: millimetres.min(1),
  size: z.number().min(6).max(72),
  align: z.enum(["left", "center", "right"]).default("center"),
  bold: z.boolean().default(false),
  italic: z.boolean().default(false),
  upper: z.boolean().default(false),
});
export type BlankField = z.infer<typeof BlankField>;
export const BlankIn = z.object({
  name: words(120, 1),
  width: z.number().min(50).max(1000),
  height: z.number().min(50).max(1000),
  fields: z.array(BlankField).min(1).max(20),
});
export type BlankIn = z.infer<typeof BlankIn>;
export const Blank = BlankIn.extend({ id, version: z.number().int(), unit: UnitRef });
export type Blank = z.infer<typeof Blank>;
