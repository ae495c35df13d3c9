export { awardDownloads } from "./downloads.ts";
export { actNames, fieldNames } from "./messages.ts";
export { awardsRoutes } from "./routes.ts";
export { canSeeAward } from "./service/register.ts";
export { awardsOnDesk, searchAwards } from "./service/waiting.ts";
export { canSeeCampaign as canSeeAwardCampaign, canSeeCandidate as canSeeAwardCandidate } from "./service/view.ts";
