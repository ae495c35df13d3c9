import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { figureText } from "./figure-text.ts";
import { say } from "./messages.ts";
import { differs, nothing, type Figure } from "./model.ts";
import { partIdOf, type SubmissionJson } from "./rows.ts";
import styles from "./entry.module.css";

type Corrects = NonNullable<SubmissionJson["corrects"]>;

/** Said before anything else: this takes the place of figures sent earlier, why, and which of them are different now. */
export function Correction({ submission }: { submission: SubmissionJson }) {
  const { corrects } = submission;
  return corrects && <CorrectionOf submission={submission} corrects={corrects} />;
}

function CorrectionOf({ submission, corrects }: { submission: SubmissionJson; corrects: Corrects }) {
  const t = useText();
  const earlier = useQuery(orpc.indicators.submissions.get.queryOptions({ input: { id: corrects.id } }));
  const before = new Map<string, Figure | null>(
    earlier.data?.sections.flatMap((section) => section.cells.map((cell) => [`${partIdOf(section)} ${cell.key}`, cell.answer] as const)),
  );
  const changes = submission.sections.flatMap((section) =>
    section.cells
      .map((cell) => ({ cell, key: `${partIdOf(section)} ${cell.key}` }))
      .filter(({ cell, key }) => before.has(key) && differs(before.get(key) ?? nothing, cell.answer ?? nothing)),
  );
  return (
    <div className={styles["hint"]} role="note">
      <Link to="/submissions/$submissionId" params={{ submissionId: corrects.id }}>
        {t(say("correctsBecause", { rev: corrects.rev, reason: corrects.reason }))}
      </Link>
      {changes.length > 0 && (
        <ul>
          {changes.map(({ cell, key }) => (
            <li key={key}>
              {cell.label}: {figureText(before.get(key) ?? nothing, false, t) || "–"} →{" "}
              <strong>{figureText(cell.answer ?? nothing, false, t) || "–"}</strong>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
