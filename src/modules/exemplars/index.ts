export { actNames, fieldNames } from "./messages.ts";
export { exemplarsRoutes } from "./routes.ts";
export { canSeeExemplar, canSeeExemplarRound, searchExemplars } from "./service/reading.ts";
