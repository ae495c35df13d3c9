import type { ActNames, FieldNames } from "../audit/contract.ts";
import { actNames as contestActs, fieldNames as contestFields } from "./contests/messages.ts";
import { actNames as ownActs, fieldNames as ownFields } from "./messages.ts";

export { awardDownloads } from "./downloads.ts";
export { canSeeContest, canSeeContestEntry } from "./contests/service/view.ts";
export { awardsRoutes } from "./routes.ts";
export { canSeeAward } from "./service/register.ts";
export { awardsOnDesk, searchAwards } from "./service/waiting.ts";
export { canSeeCampaign as canSeeAwardCampaign, canSeeCandidate as canSeeAwardCandidate } from "./service/view.ts";

export const actNames: ActNames = { ...ownActs, ...contestActs };
export const fieldNames: FieldNames = { ...ownFields, ...contestFields };
