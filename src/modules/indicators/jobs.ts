import { defineSchedule } from "../../platform/jobs.ts";
import { foldAll, proveAll } from "./service/totals-folding.ts";
import { openAllRounds } from "./service/rounds-opening.ts";

/** Early in the morning, so that the desk of the day shows the new round. */
export const openRoundsDaily = defineSchedule("indicators.open-rounds", { daily: "01:40" }, async ({ db, clock, log }) => {
  const { forms, opened } = await openAllRounds(db, clock(), log);
  log.info("rounds of forms opened", { forms, opened });
});

/** Readers add what is pending to the kept sums; the fewer, the faster. Writers help when there are many. */
export const foldFigures = defineSchedule("indicators.fold-figures", { everyMinutes: 1 }, async ({ db, log }) => {
  const { periods, changes } = await foldAll(db);
  if (changes > 0) log.info("figures folded into their sums", { periods, changes });
});

/** Adds everything up again from single units: there must be no difference. */
export const proveFigures = defineSchedule("indicators.prove-figures", { daily: "02:40" }, async ({ db, log }) => {
  const { periods, rows, differences } = await proveAll(db, log);
  log.info("sums of figures proved", { periods, rows, differences });
});
