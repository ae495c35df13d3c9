export { fillDemo } from "./filling.ts";
export { demoJobs } from "./jobs.ts";
export { actNames } from "./messages.ts";
export { demoRoutes } from "./routes.ts";
