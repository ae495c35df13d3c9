import { defineSchedule } from "../../../platform/jobs.ts";
import { closeEndedVotes } from "./service.ts";

/** A vote takes nothing after its last day anyway; this counts it and deletes what told repeats. */
export const countVotes = defineSchedule("portal.count-votes", { everyMinutes: 10 }, (services) => closeEndedVotes(services));
