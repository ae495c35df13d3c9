import { dictionaryRoutes } from "./routes/dictionary.ts";
import { figuresRoutes } from "./routes/figures.ts";
import { layoutsRoutes } from "./routes/layouts.ts";
import { formsRoutes } from "./routes/forms.ts";
import { intakeRoutes } from "./routes/intake.ts";
import { roundsRoutes } from "./routes/rounds.ts";
import { submissionsRoutes } from "./routes/submissions.ts";
import type { SubmissionSources } from "./service/submissions-sources.ts";

/** `sources`: what other slices compute, tell and aim at. Wired in src/server/modules.ts. */
export const indicatorsRoutes = (sources: SubmissionSources) => ({
  dictionary: dictionaryRoutes(sources),
  figures: figuresRoutes(sources),
  layouts: layoutsRoutes,
  forms: formsRoutes,
  intake: intakeRoutes,
  rounds: roundsRoutes,
  submissions: submissionsRoutes(sources),
});
