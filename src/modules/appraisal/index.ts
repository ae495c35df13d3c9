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
/** Acts that the demo does as people do. */
export { assignJudge, checkQualifying, concludeSubject, saveSelfScores, sendSelfScores } from "./service/subjects.ts";
export { namePanel } from "./service/panel.ts";
export { addToRound, closeRound, createRound, openRound } from "./service/rounds.ts";
export { createRubric, publishRubric } from "./service/rubrics.ts";
export { saveSheet, sendSheet } from "./service/sheets.ts";
export { readRound, readSubject } from "./service/view.ts";
export type { RoundDetail, SubjectDetail } from "./contract.ts";
