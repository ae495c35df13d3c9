export { compilePlan } from "./compile/index.ts";
export type { CompiledPlan, Criterion, OutlineEntry, PlanEvent, Reporting, Target, Task } from "./compile/plan.ts";
export type { ReviewedPlan } from "./domain/items.ts";
export { childPlanDraft, type BindingClause, type ChildPlan, type ParentPlan } from "./dispatch/child-plan.ts";
export { type OfficialDraft, type OfficialForm } from "./dispatch/official.ts";
export { readOriginMarks } from "./dispatch/origin.ts";
export { renderOfficial } from "./dispatch/render.ts";
export { lastDayOf } from "./domain/due.ts";
export { openArchive } from "./reading/archive.ts";
export { defaultLimits } from "./reading/extracted.ts";
export { plainFileName } from "./domain/file-name.ts";
export { numberKey } from "./domain/number.ts";
export { documentJobs, markEarlierDocuments } from "./jobs.ts";
export { actNames, fieldNames } from "./messages.ts";
export { documentDownloads } from "./downloads.ts";
export { documentsRoutes } from "./routes.ts";
export { shareDocument } from "./service/entry.ts";
export {
  canSeeDocument,
  documentLabels,
  findInRegister,
  getDocument,
  getReviewedPlan,
  labelOf,
  mayReadDocument,
  reviewsWaiting,
  searchDocuments,
  type DocumentLabel,
} from "./service/for-others.ts";
export { readOpenFile, refuseSecretFile } from "./service/secrecy.ts";
export { readScan, type Scan } from "./service/scans.ts";
export { uploadDocument, type Upload } from "./service/upload.ts";
export { compileDocument } from "./service/compiling.ts";
export { acceptAllConfident } from "./service/review.ts";
export { finishReview } from "./service/entry.ts";
export type { DocumentRow } from "./store/documents.ts";
