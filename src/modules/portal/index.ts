import type { ActNames, FieldNames } from "../audit/contract.ts";
import { actNames as ownActs, fieldNames as ownFields } from "./messages.ts";
import { actNames as voteActs, fieldNames as voteFields } from "./votes/messages.ts";

export { portalPages } from "./downloads.ts";
export { portalRoutes } from "./routes.ts";
export { canSeePublication, openPublication } from "./service/publishing.ts";
export { canSeeStory, emptyMonthsOnDesk, rewriteStory, writeStory } from "./service/stories.ts";
export type { PublicationKind } from "./shapes.ts";
export { countVotes } from "./votes/jobs.ts";
export { openVote } from "./votes/service.ts";

export const actNames: ActNames = { ...ownActs, ...voteActs };
export const fieldNames: FieldNames = { ...ownFields, ...voteFields };
