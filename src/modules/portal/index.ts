export { portalPages } from "./downloads.ts";
export { actNames, fieldNames } from "./messages.ts";
export { portalRoutes } from "./routes.ts";
export { canSeePublication } from "./service/publishing.ts";
export { canSeeStory, emptyMonthsOnDesk } from "./service/stories.ts";
