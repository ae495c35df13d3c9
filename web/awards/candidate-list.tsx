import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CandidateRow } from "../../src/modules/awards/contract.ts";
import styles from "../exemplars/exemplars.module.css";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { DataTable, type Column } from "../ui/data-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { Pager } from "../ui/pager.tsx";
import { say } from "./messages.ts";
import { candidateStateText, candidateTone } from "./words.ts";

/** Who is proposed in a campaign, as far as the reader may see. */
export function CandidateList({ campaignId }: { campaignId: string }) {
  const t = useText();
  const [page, setPage] = useState(1);
  const list = useQuery({
    ...orpc.awards.campaigns.candidates.queryOptions({ input: { id: campaignId, page } }),
    placeholderData: keepPreviousData,
  });
  if (list.isPending) return <Busy rows={3} />;
  if (list.error) return <ErrorNote error={list.error} onRetry={() => void list.refetch()} />;
  const columns: Column<CandidateRow>[] = [
    {
      key: "name",
      header: t(say("columnName")),
      onPhone: "title",
      cell: ({ id, printedName, printedPost, deed, exemplar }) => (
        <>
          <Link to="/awards/candidates/$candidateId" params={{ candidateId: id }} className={styles["titleLink"]}>
            {printedName ?? t(say("erasedName"))}
          </Link>
          <div className={styles["facts"]}>
            {[printedPost, exemplar?.name, deed].filter(Boolean).map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </div>
        </>
      ),
    },
    { key: "unit", header: t(say("columnUnit")), width: "14rem", cell: ({ unit }) => unit.name },
    { key: "form", header: t(say("columnForm")), width: "9rem", cell: ({ formName }) => formName },
    {
      key: "state",
      header: t(say("columnState")),
      width: "12rem",
      cell: ({ state }) => <StateBadge tone={candidateTone[state]}>{t(candidateStateText(state))}</StateBadge>,
    },
  ];
  return (
    <>
      <DataTable
        label={t(say("candidates"))}
        rows={list.data.items}
        columns={columns}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t(say("noCandidates"))}>{t(say("noCandidatesText"))}</EmptyState>}
      />
      <Pager page={page} pages={Math.max(1, Math.ceil(list.data.total / list.data.pageSize))} onPage={setPage} />
    </>
  );
}
