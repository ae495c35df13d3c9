export type { WorkAct, WorkDue, WorkEdge, WorkKind, WorkOrigin, WorkRow, WorkState } from "./contract.ts";
export type { NewWork } from "./new-work.ts";
export { amendWork, openWork, reportWork, withdrawWork, workOfOrigin, type WorkOfPlan } from "./service/opening.ts";
export { actNames, fieldNames } from "./messages.ts";
export { workDownloads } from "./downloads.ts";
export { workRoutes } from "./routes.ts";
export { countDesk, readDesk, type DeskSource } from "./service/desk.ts";
export { canSeeWork, searchWork } from "./service/searching.ts";
export { acceptWork, completeWork, confirmWork, reportProgress } from "./service/acts.ts";
