import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { dot } from "../../../src/kernel/facts.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { say } from "./messages.ts";
import shared from "../indicators.module.css";

/** The ten oddest figures with the question ready to be asked; a way to the figure, no judgement. */
export function OddestTab({ roundId }: { roundId: string }) {
  const t = useText();
  const odd = useQuery(orpc.indicators.submissions.oddest.queryOptions({ input: { roundId } }));
  if (odd.isPending) return <Busy rows={5} />;
  if (odd.error) return <ErrorNote error={odd.error} onRetry={() => void odd.refetch()} />;
  if (odd.data.length === 0) return <EmptyState title={t(say("nothingOdd"))}>{t(say("nothingOddText"))}</EmptyState>;
  return (
    <ul className={shared["cards"]}>
      {odd.data.map(({ unit, submissionId, label, oddity }) => (
        <li key={`${submissionId} ${oddity.kind} ${oddity.sectionId} ${oddity.key}`} className={shared["card"]}>
          <div className={shared["cardBody"]}>
            <span>
              <strong>{unit.name}</strong>
              {label && `${dot}${label}`}
            </span>
            <span>{t(oddity.question)}</span>
          </div>
          <Link to="/approvals/$submissionId" params={{ submissionId }} className={shared["sideLink"]}>
            {t(say("seeFigure"))}
          </Link>
        </li>
      ))}
    </ul>
  );
}
