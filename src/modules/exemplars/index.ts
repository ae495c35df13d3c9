export { exemplarDownloads } from "./downloads.ts";
export { exemplarJobs } from "./jobs.ts";
export { actNames, fieldNames } from "./messages.ts";
export { exemplarsRoutes } from "./routes.ts";
export { canSeeExemplar, canSeeExemplarRound, searchExemplars } from "./service/reading.ts";
export { forgetTouched } from "./figures/boards.ts";
export { exemplarMeasures, exemplarNarratives } from "./figures/source.ts";
