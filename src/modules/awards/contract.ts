import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { unitIdIn, UnitRef } from "../units/contract.ts";
import { contestsContract } from "./contests/contract.ts";
import {
  AwardForm,
  CampaignForm,
  CampaignKind,
  CampaignState,
  CampaignUnitIn,
  CandidateState,
  Clause,
  Day,
  Earlier,
  formCode,
  id,
  Needed,
  page,
  Paper,
  PaperKind,
  Quota,
  ReportWords,
  Subject,
  version,
  Votes,
  Why,
  words,
} from "./shapes.ts";

export * from "./shapes.ts";
export type { CampaignAct, CandidateAct } from "./domain/states.ts";

const reason = words(1000, 1);
const file = z.file().max(25 * 1024 * 1024);
const paged = { total: z.number().int(), pageSize: z.number().int() };

export const CampaignInput = z.object({
  title: words(300, 1),
  kind: CampaignKind,
  periodFrom: Day,
  periodUntil: Day,
  opensOn: Day,
  closesOn: Day,
  forms: z.array(CampaignForm).min(1).max(20),
  ...Quota.shape,
  needed: Needed.default({ percent: 50, more: true, of: "members" }),
  quorumPercent: z.number().min(0).max(100).default(66.67),
  bases: z.array(words(500, 1)).max(20).default([]),
  clause: Clause.nullish(),
  note: words(2000).default(""),
  units: z.array(CampaignUnitIn).max(2000).default([]),
});
export type CampaignInput = z.infer<typeof CampaignInput>;

const Used = z.object({ collective: z.number().int(), individual: z.number().int() });

export const CampaignRow = z.object({
  id,
  version: z.number().int(),
  title: z.string(),
  kind: CampaignKind,
  state: CampaignState,
  body: UnitRef,
  periodFrom: Day,
  periodUntil: Day,
  opensOn: Day,
  closesOn: Day,
  /** Proposed and on their way, by subject. */
  proposed: Used,
  awarded: Used,
});
export type CampaignRow = z.infer<typeof CampaignRow>;

const FormHere = z.object({ code: formCode, name: z.string(), subjects: z.array(Subject), granter: z.string().nullable() });

export const CampaignDetail = CampaignRow.extend({
  forms: z.array(FormHere),
  /** Forms that the body itself grants although nothing says that it may, or only what is to be confirmed. */
  doubts: z.array(z.object({ code: formCode, name: z.string(), kind: z.enum(["not-named", "unsure"]), basis: z.string() })),
  ...Quota.shape,
  needed: Needed,
  quorumPercent: z.number(),
  bases: z.array(z.string()),
  clause: Clause.nullable(),
  note: z.string(),
  cancelReason: z.string().nullable(),
  /** Lines of the units that the reader may see: how many each may propose and has proposed. */
  units: z.array(Quota.extend({ unit: UnitRef, used: Used })),
  can: z.array(z.enum(["edit", "open", "council", "reopen", "close", "cancel"])),
  mayPropose: z.boolean(),
  manages: z.boolean(),
});
export type CampaignDetail = z.infer<typeof CampaignDetail>;

export const CandidateInput = z.object({
  /** Absent: the own unit. */
  unitId: unitIdIn.optional(),
  subject: Subject,
  form: formCode,
  exemplarId: id.nullish(),
  printedName: words(300, 1),
  printedPost: words(200).nullish(),
  printedUnit: words(300).nullish(),
  deed: words(600, 1),
  /** Absent: the period of the campaign. */
  periodFrom: Day.nullish(),
  periodUntil: Day.nullish(),
  words: ReportWords.optional(),
  otherAchievement: words(1000).nullish(),
  why: z.array(Why).max(10).optional(),
  /** How an individual agreed to be named in public; null takes it back. */
  consent: z.object({ on: Day, how: words(200, 1) }).nullish(),
});
export type CandidateInput = z.infer<typeof CandidateInput>;

export const CandidateRow = z.object({
  id,
  version: z.number().int(),
  campaign: z.object({ id, title: z.string() }),
  unit: UnitRef,
  subject: Subject,
  form: formCode,
  formName: z.string(),
  exemplar: z.object({ id, name: z.string() }).nullable(),
  printedName: z.string().nullable(),
  printedPost: z.string().nullable(),
  printedUnit: z.string().nullable(),
  deed: z.string(),
  periodFrom: Day,
  periodUntil: Day,
  state: CandidateState,
  /** The council's votes, once there are some. */
  votes: Votes.extend({ passed: z.boolean().nullable() }).nullable(),
  otherAchievement: z.string().nullable(),
});
export type CandidateRow = z.infer<typeof CandidateRow>;

export const CandidateDetail = CandidateRow.extend({
  words: ReportWords,
  why: z.array(Why),
  consent: z.object({ on: Day, how: z.string() }).nullable(),
  reason: z.string().nullable(),
  proposedBy: z.string().nullable(),
  proposedOn: Day.nullable(),
  erasedOn: Day.nullable(),
  earlier: z.array(Earlier),
  papers: z.array(Paper),
  award: z.object({ id, number: z.string(), grantedOn: Day, revokedOn: Day.nullable() }).nullable(),
  can: z.array(z.enum(["edit", "propose", "withdraw", "return"])),
  mayErase: z.boolean(),
});
export type CandidateDetail = z.infer<typeof CandidateDetail>;

/** Something the system holds that may be worth an award, and why it is shown. Never a list of people by points. */
export const Suggestion = z.object({
  exemplarId: id,
  name: z.string(),
  subject: Subject,
  unit: UnitRef,
  why: z.array(Why),
  /** Proposed in this campaign already, or awarded for the period. */
  earlier: z.array(Earlier),
});
export type Suggestion = z.infer<typeof Suggestion>;

export const MeetingInput = z.object({
  heldOn: Day,
  place: words(200),
  members: z.number().int().min(1).max(200),
  present: z.number().int().min(0).max(200),
  attendance: words(4000).default(""),
  absent: words(1000).default(""),
  opinions: words(8000).default(""),
  chairName: words(120).default(""),
  chairPost: words(200).default(""),
  secretaryName: words(120).default(""),
  secretaryPost: words(200).default(""),
  votes: z
    .array(z.object({ candidateId: id, votes: Votes }))
    .max(2000)
    .default([]),
});
export type MeetingInput = z.infer<typeof MeetingInput>;

export const Meeting = MeetingInput.omit({ votes: true }).extend({
  id,
  version: z.number().int(),
  state: z.enum(["draft", "closed"]),
  quorum: z.boolean(),
  votes: z.array(
    z.object({ candidate: CandidateRow, votes: Votes.nullable(), difference: z.number().int(), passes: z.boolean(), share: z.string() }),
  ),
});
export type Meeting = z.infer<typeof Meeting>;

export const DossierCheck = z.object({
  need: z.enum(["submission", "reports", "posts", "consent", "meeting", "votes", "minutes"]),
  good: z.boolean(),
  must: z.boolean(),
  missing: z.array(z.string()),
});

export const DecisionRow = z.object({
  id,
  version: z.number().int(),
  state: z.enum(["draft", "signed", "cancelled"]),
  /** Null: the campaign's own body. */
  granter: z.string().nullable(),
  candidates: z.array(CandidateRow),
  number: z.string().nullable(),
  decidedOn: Day.nullable(),
  signerName: z.string().nullable(),
  signerPost: z.string().nullable(),
  scan: z.boolean(),
  reason: z.string().nullable(),
});
export type DecisionRow = z.infer<typeof DecisionRow>;

export const Council = z.object({
  campaign: CampaignDetail,
  meetings: z.array(Meeting),
  checks: z.array(DossierCheck),
  complete: z.boolean(),
  decisions: z.array(DecisionRow),
  papers: z.array(Paper),
});
export type Council = z.infer<typeof Council>;

export const AwardRow = z.object({
  id,
  version: z.number().int(),
  subject: Subject,
  form: formCode,
  formName: z.string(),
  printedName: z.string().nullable(),
  printedPost: z.string().nullable(),
  printedUnit: z.string().nullable(),
  deed: z.string(),
  periodFrom: Day,
  periodUntil: Day,
  number: z.string(),
  grantedOn: Day,
  granter: z.string(),
  unit: UnitRef,
  exemplar: z.object({ id, name: z.string() }).nullable(),
  campaign: z.object({ id, title: z.string() }).nullable(),
  consent: z.boolean(),
  revokedOn: Day.nullable(),
  revokedReason: z.string().nullable(),
  can: z.array(z.enum(["revoke", "erase"])),
});
export type AwardRow = z.infer<typeof AwardRow>;

export const AwardFilter = z.object({
  text: words(200).default(""),
  form: formCode.optional(),
  subject: Subject.optional(),
  year: z.coerce.number().int().min(1945).max(2100).optional(),
  unitId: unitIdIn.optional(),
  exemplarId: id.optional(),
  revoked: z.stringbool().optional(),
  page,
});
export type AwardFilter = z.infer<typeof AwardFilter>;

/** An award that was granted before, or elsewhere: so that no achievement is awarded twice. */
export const AwardInput = z.object({
  unitId: unitIdIn.optional(),
  subject: Subject,
  form: formCode,
  exemplarId: id.nullish(),
  printedName: words(300, 1),
  printedPost: words(200).nullish(),
  printedUnit: words(300).nullish(),
  deed: words(600, 1),
  periodFrom: Day,
  periodUntil: Day,
  number: words(100, 1),
  grantedOn: Day,
  granter: words(300, 1),
  signerName: words(120).nullish(),
  otherAchievement: words(1000).nullish(),
});
export type AwardInput = z.infer<typeof AwardInput>;

const at = { id, version };
const tag = "awards";
const read = { method: "GET", access: "exemplar:view", tag } as const;
const propose = { method: "POST", access: "award:propose", tag } as const;
const decide = { method: "POST", access: "award:decide", tag } as const;

/**
 * A stale `version` is refused with `conflict`; its details are `{current}`. The same achievement twice is refused with
 * `conflict` and details `{earlier}` until `otherAchievement` says why it is another one. Files out, of what one may see:
 * GET /files/awards/candidates/{id}/report, /files/awards/campaigns/{id}/submission?unit=, /files/awards/meetings/{id}/minutes,
 * /files/awards/decisions/{id}/docx and /scan, /files/awards/papers/{id}, /files/awards/register.xlsx.
 */
export const awardsContract = {
  contests: contestsContract,
  forms: {
    list: endpoint({ ...read, path: "/award-forms", summary: "List forms of award as the body of the post has them" }).output(
      z.object({ items: z.array(AwardForm.extend({ own: z.boolean(), version: z.number().int() })), mayEdit: z.boolean() }),
    ),
    save: endpoint({ ...decide, method: "PUT", path: "/award-forms/{code}", summary: "Change a form of award for the body of the post" })
      .input(AwardForm)
      .output(AwardForm),
  },
  campaigns: {
    list: endpoint({ ...read, path: "/award-campaigns", summary: "List campaigns that concern one's units, the last to close first" })
      .input(z.object({ state: CampaignState.optional(), page }))
      .output(z.object({ items: z.array(CampaignRow), ...paged })),
    get: endpoint({ ...read, path: "/award-campaigns/{id}", summary: "Read a campaign with quotas and what was proposed" })
      .input(z.object({ id }))
      .output(CampaignDetail),
    create: endpoint({ ...decide, path: "/award-campaigns", summary: "Prepare a campaign", successStatus: 201 })
      .input(CampaignInput)
      .output(CampaignDetail),
    edit: endpoint({ ...decide, method: "PUT", path: "/award-campaigns/{id}", summary: "Change a campaign until the council meets" })
      .input(CampaignInput.extend(at))
      .output(CampaignDetail),
    move: endpoint({
      ...decide,
      path: "/award-campaigns/{id}/move",
      summary: "Open it, take it to the council, reopen, close or cancel it",
    })
      .input(z.object({ ...at, act: z.enum(["open", "council", "reopen", "close", "cancel"]), reason: words(1000).optional() }))
      .output(CampaignDetail),
    suggestions: endpoint({
      ...read,
      path: "/award-campaigns/{id}/suggestions",
      summary: "What the system holds that may be worth an award",
    })
      .input(z.object({ id, text: words(200).default("") }))
      .output(z.object({ items: z.array(Suggestion) })),
    candidates: endpoint({ ...read, path: "/award-campaigns/{id}/candidates", summary: "List candidates of a campaign by unit" })
      .input(z.object({ id, state: CandidateState.optional(), page }))
      .output(z.object({ items: z.array(CandidateRow), ...paged })),
    council: endpoint({ ...decide, method: "GET", path: "/award-campaigns/{id}/council", summary: "Meetings, votes, papers and decisions" })
      .input(z.object({ id }))
      .output(Council),
  },
  candidates: {
    get: endpoint({ ...read, path: "/award-candidates/{id}", summary: "Read a candidate" })
      .input(z.object({ id }))
      .output(CandidateDetail),
    earlier: endpoint({ ...propose, path: "/award-candidates/earlier", summary: "Find earlier awards and proposals of the same" })
      .input(
        z.object({
          campaignId: id,
          unitId: unitIdIn.optional(),
          exemplarId: id.nullish(),
          printedName: words(300),
          periodFrom: Day.nullish(),
          periodUntil: Day.nullish(),
        }),
      )
      .output(z.object({ items: z.array(Earlier) })),
    create: endpoint({
      ...propose,
      path: "/award-campaigns/{campaignId}/candidates",
      summary: "Begin a candidate as a draft",
      successStatus: 201,
    })
      .input(CandidateInput.extend({ campaignId: id }))
      .output(CandidateDetail),
    edit: endpoint({ ...propose, method: "PUT", path: "/award-candidates/{id}", summary: "Change a candidate that is not proposed" })
      .input(CandidateInput.extend(at))
      .output(CandidateDetail),
    propose: endpoint({ ...propose, path: "/award-candidates/{id}/propose", summary: "Propose it, within the quota" })
      .input(z.object(at))
      .output(CandidateDetail),
    withdraw: endpoint({ ...propose, path: "/award-candidates/{id}/withdraw", summary: "Take a proposal back, with a reason" })
      .input(z.object({ ...at, reason }))
      .output(CandidateDetail),
    return: endpoint({ ...decide, path: "/award-candidates/{id}/return", summary: "Return a proposal with what is to be done" })
      .input(z.object({ ...at, reason }))
      .output(CandidateDetail),
    erase: endpoint({
      ...decide,
      path: "/award-candidates/{id}/erase",
      summary: "Erase an individual's name and post, here and in the register",
    })
      .input(z.object({ ...at, reason }))
      .output(CandidateDetail),
  },
  papers: {
    attach: endpoint({ ...propose, path: "/award-papers", summary: "Attach a signed paper of the dossier", successStatus: 201 })
      .input(z.object({ campaignId: id, candidateId: id.optional(), kind: PaperKind, label: words(200).default(""), file }))
      .output(Paper),
    takeOff: endpoint({ ...propose, path: "/award-papers/{id}/take-off", summary: "Take a paper off a dossier that is not decided" })
      .input(z.object({ id }))
      .output(z.object({ id })),
  },
  meetings: {
    create: endpoint({
      ...decide,
      path: "/award-campaigns/{campaignId}/meetings",
      summary: "Begin the record of a council's meeting",
      successStatus: 201,
    })
      .input(MeetingInput.extend({ campaignId: id }))
      .output(Council),
    edit: endpoint({ ...decide, method: "PUT", path: "/award-meetings/{id}", summary: "Change the record of a meeting that is not closed" })
      .input(MeetingInput.extend(at))
      .output(Council),
    close: endpoint({ ...decide, path: "/award-meetings/{id}/close", summary: "Close a meeting whose votes add up" })
      .input(z.object(at))
      .output(Council),
  },
  decisions: {
    create: endpoint({
      ...decide,
      path: "/award-campaigns/{campaignId}/decisions",
      summary: "Draft a decision on those who passed",
      successStatus: 201,
    })
      .input(z.object({ campaignId: id, granter: words(200).nullish(), candidates: z.array(id).min(1).max(2000) }))
      .output(Council),
    sign: endpoint({
      ...decide,
      path: "/award-decisions/{id}/sign",
      summary: "Write down the signed decision; its awards enter the register",
    })
      .input(
        z.object({
          ...at,
          number: words(100, 1),
          decidedOn: Day,
          signerName: words(120, 1),
          signerPost: words(200).default(""),
          file: file.optional(),
        }),
      )
      .output(Council),
    cancel: endpoint({ ...decide, path: "/award-decisions/{id}/cancel", summary: "Drop a draft decision" })
      .input(z.object({ ...at, reason }))
      .output(Council),
  },
  register: {
    list: endpoint({ ...read, path: "/awards", summary: "List awards of one's units and bodies, newest first" })
      .input(AwardFilter)
      .output(z.object({ items: z.array(AwardRow), ...paged })),
    record: endpoint({
      ...decide,
      path: "/awards",
      summary: "Write down an award that was granted before or elsewhere",
      successStatus: 201,
    })
      .input(AwardInput)
      .output(AwardRow),
    revoke: endpoint({ ...decide, path: "/awards/{id}/revoke", summary: "Revoke an award, with the reason" })
      .input(z.object({ ...at, revokedOn: Day, reason }))
      .output(AwardRow),
    erase: endpoint({ ...decide, path: "/awards/{id}/erase", summary: "Erase an individual's name and post from the register" })
      .input(z.object({ ...at, reason }))
      .output(AwardRow),
  },
};
