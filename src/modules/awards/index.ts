import type { ActNames, FieldNames } from "../audit/contract.ts";
import { actNames as contestActs, fieldNames as contestFields } from "./contests/messages.ts";
import { actNames as ownActs, fieldNames as ownFields } from "./messages.ts";

/** Acts that the demo does as people do. */
export { createContest, moveContest } from "./contests/service/contests.ts";
export { enterContest, sendEntry } from "./contests/service/entries.ts";
export { writeResults } from "./contests/service/judging.ts";
export { attachFile as attachToContest } from "./contests/service/papers.ts";
export type { ContestDetail, EntryDetail } from "./contests/contract.ts";
export { awardDownloads } from "./downloads.ts";
export { tellContest, tellEntries, type ToldContest } from "./contests/service/for-others.ts";
export { contestsOnDesk } from "./contests/service/waiting.ts";
export { canSeeContest, canSeeContestEntry } from "./contests/service/view.ts";
export { awardsRoutes } from "./routes.ts";
export { canSeeAward } from "./service/register.ts";
export { awardsToTell } from "./service/news.ts";
export { awardsOnDesk, searchAwards } from "./service/waiting.ts";
export { canSeeCampaign as canSeeAwardCampaign, canSeeCandidate as canSeeAwardCandidate } from "./service/view.ts";

export const actNames: ActNames = { ...ownActs, ...contestActs };
export const fieldNames: FieldNames = { ...ownFields, ...contestFields };
