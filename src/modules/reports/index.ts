export { actNames, fieldNames } from "./messages.ts";
export { reportsRoutes } from "./routes.ts";
