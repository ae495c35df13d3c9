export { portalPages } from "./downloads.ts";
export { actNames, fieldNames } from "./messages.ts";
export { portalRoutes } from "./routes.ts";
export { canSeePublication, openPublication } from "./service/publishing.ts";
export { canSeeStory, emptyMonthsOnDesk } from "./service/stories.ts";
export type { PublicationKind } from "./shapes.ts";
