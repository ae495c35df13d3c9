export { actNames, fieldNames } from "./messages.ts";
export { noticesRoutes } from "./routes.ts";
