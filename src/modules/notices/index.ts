export { noticeJobs } from "./jobs.ts";
export { actNames, fieldNames } from "./messages.ts";
export { noticesRoutes } from "./routes.ts";
export { extensionsWaiting } from "./service/extensions.ts";
