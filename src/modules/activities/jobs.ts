import { defineSchedule } from "../../platform/jobs.ts";
import { planAll } from "./service/templates.ts";

/** Planned entries of recurring activities, always two months ahead. */
export const planDaily = defineSchedule("activities.plan-ahead", { daily: "02:20" }, async (services) => {
  const made = await planAll(services);
  if (made > 0) services.log.info("planned entries made", { made });
});
