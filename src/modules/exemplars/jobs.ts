import type { AnyJob } from "../../platform/jobs.ts";
import { processPicture } from "./pictures/jobs.ts";
import { forgetOffers } from "./registration/jobs.ts";

export const exemplarJobs: AnyJob[] = [processPicture, forgetOffers];
