import { z } from "zod";
import type { PersonId } from "../../kernel/ids.ts";
import { defineJob, defineSchedule, type AnyJob } from "../../platform/jobs.ts";
import { mailLink } from "./service/mails.ts";
import { sweep } from "./service/sweeping.ts";

const id = z.uuid() as unknown as z.ZodType<PersonId>;

/** Asked for at the door. Null: nobody has that login; the job is added all the same, so that the answer's time tells nothing. */
export const mailResetLink = defineJob("identity.mail-reset-link", z.object({ personId: id.nullable() }), ({ personId }, services) =>
  mailLink(services, personId, null),
);

/** Asked for by an administrator, for an invitation or a new password. */
export const mailHandedLink = defineJob(
  "identity.mail-handed-link",
  z.object({ personId: id, createdBy: id }),
  ({ personId, createdBy }, services) => mailLink(services, personId, createdBy),
);

/** Ended sessions, spent links and forgotten failures are not kept. */
const sweepDoor = defineSchedule("identity.sweep", { daily: "03:10" }, sweep);

export const identityJobs: AnyJob[] = [mailResetLink, mailHandedLink, sweepDoor];
