import { z } from "zod";
import { defineJob } from "../../../platform/jobs.ts";
import { processOne } from "./processing.ts";

/** Takes a photograph out of quarantine: decoded, drawn anew in its sizes, or refused. */
export const processPicture = defineJob("exemplars.process-picture", z.object({ pictureId: z.uuid() }), ({ pictureId }, services) =>
  processOne(services, pictureId),
);
