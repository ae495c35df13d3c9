import { basename } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take more than a tenth of their step, the longest first. The rest follow as the runner likes. */
const long = [
  "matrix.http.test.ts",
  "plan-to-desk.e2e.test.ts",
  "exemplars.e2e.test.ts",
  "register.e2e.test.ts",
  "figures.e2e.test.ts",
  "appraisal.e2e.test.ts",
  "review.e2e.test.ts",
  "survival.db.test.ts",
  "recognising.db.test.ts",
  "backup.db.test.ts",
  "models.db.test.ts",
  "submissions.http.test.ts",
  "documents.http.test.ts",
  "recognition.http.test.ts",
  "register.http.test.ts",
  "demo.http.test.ts",
  "rules.test.ts",
];

const rank = ({ moduleId }: TestSpecification): number => {
  const at = long.indexOf(basename(moduleId));
  return at < 0 ? long.length : at;
};

/**
 * Begins with the longest files. On a fresh machine the runner knows no durations and goes by size: the longest file, a short
 * text over the whole contract, began last and kept one processor waiting for a third of the step.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
