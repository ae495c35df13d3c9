import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { dot } from "../../../src/kernel/facts.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { DueBadge, StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Correction } from "./correction.tsx";
import { EntryView } from "./entry-view.tsx";
import { submissionTone } from "../words.ts";
import { say } from "./messages.ts";
import type { SubmissionJson } from "./rows.ts";
import { SentState } from "./sent-state.tsx";
import styles from "./entry.module.css";

/** What a unit sends in a round: the current revision, or a new draft; then on at the submission's own address. */
export function OpenEntryPage() {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { roundId, unitId } = useParams({ from: "/staff/rounds/$roundId/units/$unitId" });
  const opening = useQuery({
    queryKey: [...orpc.indicators.submissions.open.key(), roundId, unitId],
    queryFn: () => api.indicators.submissions.open({ roundId, unitId: Number(unitId) }),
    staleTime: 0,
    gcTime: 0,
  });
  useEffect(() => {
    if (!opening.data) return;
    client.setQueryData(orpc.indicators.submissions.get.queryKey({ input: { id: opening.data.id } }), opening.data);
    void navigate({ to: "/submissions/$submissionId", params: { submissionId: opening.data.id }, replace: true });
  }, [opening.data, client, navigate]);
  if (opening.error)
    return (
      <>
        <PageHeader title={t(say("entry"))} back={{ to: "/figures", text: t(say("back")) }} />
        <ErrorNote error={opening.error} onRetry={() => void opening.refetch()} />
      </>
    );
  return <Busy rows={10} />;
}

export function EntryPage() {
  const t = useText();
  const { submissionId } = useParams({ from: "/staff/submissions/$submissionId" });
  const query = useQuery(orpc.indicators.submissions.get.queryOptions({ input: { id: submissionId } }));
  if (query.isPending) return <Busy rows={10} />;
  if (query.error)
    return (
      <>
        <PageHeader title={t(say("entry"))} back={{ to: "/figures", text: t(say("back")) }} />
        <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  return <Entry key={query.data.id} submission={query.data} />;
}

function Entry({ submission }: { submission: SubmissionJson }) {
  const t = useText();
  const { round, unit, state } = submission;
  const approves = submission.can.includes("approve") || submission.can.includes("return");
  const returned = submission.history.findLast(({ act }) => act === "return");
  return (
    <>
      <PageHeader
        title={round.title}
        badge={<StateBadge tone={submissionTone[state]}>{t(say(`state.${state}`))}</StateBadge>}
        back={{ to: "/figures", text: t(say("back")) }}
        note={
          <>
            <strong>{unit.name}</strong>
            {dot}
            {t(round.period.label)}
            {dot}
            {t(say("receiver", { unit: round.owner.name }))}
            <br />
            {t(say("basis", { basis: round.basis }))}
            {dot}
            <DueBadge due={{ text: round.due.text, lastDay: round.due.lastDay }} />
          </>
        }
        actions={
          approves && (
            <Link to="/approvals/$submissionId" params={{ submissionId: submission.id }} className={styles["sideLink"]}>
              {t(say("toApproval"))}
            </Link>
          )
        }
      />
      {state === "returned" && returned && (
        <div className={styles["hint"]} role="note">
          <strong>{t(say("returnedTitle", { name: returned.by ?? returned.unit.name }))}</strong> {returned.text}
        </div>
      )}
      <Correction submission={submission} />
      {submission.sections.length === 0 ? (
        <EmptyState title={t(say("noSections"))}>{t(say("noSectionsText"))}</EmptyState>
      ) : (
        <EntryView submission={submission} />
      )}
      <SentState submission={submission} />
    </>
  );
}
