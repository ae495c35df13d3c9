import type { AnyJob } from "../../platform/jobs.ts";
import { compareLate } from "./likeness/jobs.ts";
import { processPicture } from "./pictures/jobs.ts";
import { forgetOffers } from "./registration/jobs.ts";

export const exemplarJobs: AnyJob[] = [compareLate, processPicture, forgetOffers];
