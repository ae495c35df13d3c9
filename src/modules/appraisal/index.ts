export { actNames, fieldNames } from "./messages.ts";
export { appraisalDownloads } from "./downloads.ts";
export { appraisalRoutes } from "./routes.ts";
export { appraisalMeasures } from "./service/shares.ts";
export {
  addSubjects,
  canSeeRound as canSeeAppraisalRound,
  canSeeRubric,
  canSeeSubject as canSeeAppraisalSubject,
  ratesOf,
  resultsOf,
  roundsTaking,
  shareOf,
  appraisalWaiting,
  type AppraisalResult,
  type NewSubject,
  type TakingRound,
} from "./service/for-others.ts";
export type { SubjectKind } from "./shapes.ts";
