export { actNames, fieldNames } from "./messages.ts";
export { indicatorsRoutes } from "./routes.ts";
