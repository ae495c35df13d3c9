import { z } from "zod";
import { defineJob, defineSchedule, type AnyJob } from "../../platform/jobs.ts";
import { mailDigest, tellToday } from "./service/telling.ts";

export const mailList = defineJob("notices.mail-list", z.object({ digestId: z.uuid() }), ({ digestId }, services) =>
  mailDigest(services, digestId),
);

/** Before people come to work, and after the duties of the day were opened. */
export const tellDaily = defineSchedule("notices.tell", { daily: "06:30" }, async (services) => {
  const { lists } = await tellToday(services, mailList);
  services.log.info("lists of the day made", { lists });
});

export const noticeJobs: AnyJob[] = [mailList, tellDaily];
