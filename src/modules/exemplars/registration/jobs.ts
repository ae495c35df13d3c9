import { defineSchedule } from "../../../platform/jobs.ts";
import { deleteOffers } from "./store/invitations.ts";

const day = 24 * 60 * 60 * 1000;

/** What was set aside is kept for a quarter, so that whoever wrote it can read why; what nobody settled, for that and a year. */
export const forgetOffers = defineSchedule("exemplars.forget-offers", { daily: "03:25" }, ({ db, clock }) =>
  deleteOffers(db, new Date(clock().getTime() - 90 * day)),
);
