export type { WorkAct, WorkDue, WorkEdge, WorkKind, WorkOrigin, WorkRow, WorkState } from "./contract.ts";
export type { NewWork } from "./new-work.ts";
export { openWork, reportWork, withdrawWork, workOfOrigin, type WorkOfPlan } from "./service/opening.ts";
export { actNames, fieldNames } from "./messages.ts";
