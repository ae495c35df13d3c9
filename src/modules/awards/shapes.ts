import { z } from "zod";
import { nfc } from "../../kernel/text.ts";
import { isCalendarDate } from "../../kernel/time/index.ts";
import { unitIdIn, UnitKind, UnitRef } from "../units/contract.ts";

export const Day = z.string().refine(isCalendarDate, { error: "YYYY-MM-DD" });
export const words = (max: number, min = 0) => z.string().trim().min(min).max(max).transform(nfc);
export const id = z.uuid();
export const version = z.coerce.number().int().min(1);
export const page = z.coerce.number().int().min(1).max(10_000).default(1);

export const campaignKinds = ["regular", "thematic", "sudden", "merit", "service", "external"] as const;
export const CampaignKind = z.enum(campaignKinds);
export type CampaignKind = z.infer<typeof CampaignKind>;

export const CampaignState = z.enum(["draft", "open", "council", "decided", "closed", "cancelled"]);
export type CampaignState = z.infer<typeof CampaignState>;

export const subjects = ["collective", "individual"] as const;
export const Subject = z.enum(subjects);
export type Subject = z.infer<typeof Subject>;

export const CandidateState = z.enum(["draft", "proposed", "returned", "withdrawn", "passed", "failed", "awarded"]);
export type CandidateState = z.infer<typeof CandidateState>;

/** The level of a body: that of the area it works for. */
export const BodyLevel = z.enum(["commune", "district", "province", "centre"]);
export type BodyLevel = z.infer<typeof BodyLevel>;

/** Who may grant a form. `sure` false: to be confirmed against the law in force. */
export const Granter = z.object({ kind: UnitKind, level: BodyLevel, sure: z.boolean() });
export type Granter = z.infer<typeof Granter>;

export const formCode = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);

export const AwardForm = z.object({
  code: formCode,
  name: words(200, 1),
  subjects: z.array(Subject).min(1),
  granters: z.array(Granter).max(30),
  basis: words(500),
  retired: z.boolean(),
});
export type AwardForm = z.infer<typeof AwardForm>;

/** A form in a campaign. `granter` null: the body itself decides; otherwise who is asked to ("Chủ tịch Ủy ban nhân dân tỉnh"). */
export const CampaignForm = z.object({ code: formCode, granter: words(200).nullish() });
export type CampaignForm = z.infer<typeof CampaignForm>;

const most = z.number().int().min(0).max(10_000).nullish();

/** No more than so many; absent: no limit. */
export const Quota = z.object({ mostCollectives: most, mostIndividuals: most });
export const CampaignUnitIn = Quota.extend({ unitId: unitIdIn });
export type CampaignUnitIn = z.infer<typeof CampaignUnitIn>;

/** The share of votes that a candidate needs, as data: "trên 50 % số thành viên", "từ 80 % số người có mặt". */
export const Needed = z.object({ percent: z.number().min(0).max(100), more: z.boolean(), of: z.enum(["members", "present"]) });
export type Needed = z.infer<typeof Needed>;

export const Clause = z.object({
  planId: id,
  itemId: z.string().max(100),
  clause: words(200),
  quote: words(2000),
  label: words(300).nullish(),
});

export const Votes = z.object({
  for: z.number().int().min(0).max(1000),
  against: z.number().int().min(0).max(1000),
  blank: z.number().int().min(0).max(1000),
});
export type Votes = z.infer<typeof Votes>;

/** Where a suggestion comes from, and what it says there. */
export const Why = z.object({ source: z.enum(["recognition", "grade", "appraisal", "exemplar", "goals", "copies"]), text: z.string() });
export type Why = z.infer<typeof Why>;

/** What the unit writes for the report of achievements. */
export const ReportWords = z.object({
  background: words(4000).optional(),
  results: words(8000).optional(),
  lessons: words(4000).optional(),
});
export type ReportWords = z.infer<typeof ReportWords>;

/** An earlier award, or a proposal under way, for what may be the same achievement. */
export const Earlier = z.object({
  kind: z.enum(["award", "candidate"]),
  id,
  formName: z.string(),
  name: z.string(),
  deed: z.string(),
  periodFrom: Day,
  periodUntil: Day,
  /** Number and day of the decision; of a proposal the title of its campaign. */
  where: z.string(),
  /** Same exemplar or same holder within overlapping periods: refused unless explained. */
  same: z.boolean(),
});
export type Earlier = z.infer<typeof Earlier>;

export const PaperKind = z.enum(["submission", "report", "minutes", "other"]);
export type PaperKind = z.infer<typeof PaperKind>;

export const Paper = z.object({
  id,
  kind: PaperKind,
  label: z.string(),
  unit: UnitRef,
  candidateId: id.nullable(),
  fileName: z.string(),
  attachedAt: z.iso.datetime({ offset: true }),
});
export type Paper = z.infer<typeof Paper>;
