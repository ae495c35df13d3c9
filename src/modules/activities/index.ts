export type { ActivityDetail, ActivityInput, ActivityKind, ActivityRow, Duty } from "./contract.ts";
export { activityDownloads } from "./downloads.ts";
export { planDaily } from "./jobs.ts";
export { actNames, fieldNames } from "./messages.ts";
export { activitiesRoutes } from "./routes.ts";
export { noDuties, type DutySource } from "./service/duties.ts";
export {
  activitiesOf,
  activitiesServing,
  activityKinds,
  activityNarratives,
  canSeeActivity,
  searchActivities,
  type ToldActivity,
} from "./service/for-others.ts";
export { activityMeasures } from "./service/measures.ts";
export { answerDouble } from "./service/doubles.ts";
export { cancelActivity, carryOut, recordActivity, type Recording } from "./service/recording.ts";
export { createTemplate } from "./service/templates.ts";
