import { defineSchedule } from "../../platform/jobs.ts";
import { openAllRounds } from "./service/rounds-opening.ts";

/** Early in the morning, so that the desk of the day shows the new round. */
export const openRoundsDaily = defineSchedule("indicators.open-rounds", { daily: "01:40" }, async ({ db, clock, log }) => {
  const { forms, opened } = await openAllRounds(db, clock(), log);
  log.info("rounds of forms opened", { forms, opened });
});
