export { actNames, fieldNames } from "./messages.ts";
export { activitiesRoutes } from "./routes.ts";
