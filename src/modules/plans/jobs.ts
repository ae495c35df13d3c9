import { defineSchedule } from "../../platform/jobs.ts";
import { openPeriods } from "./service/following.ts";

/** Early in the morning, so that the desk of the day shows the new period. */
export const openPeriodsDaily = defineSchedule("plans.open-periods", { daily: "01:30" }, async ({ db, clock, log }) => {
  const { plans, opened } = await openPeriods(db, clock());
  log.info("periods of plans opened", { plans, opened });
});
