import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { api } from "../../shell/api.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { showInstant } from "../../ui/dates.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { Pager } from "../../ui/pager.tsx";
import { say } from "./messages.ts";
import styles from "../indicators.module.css";

type Row = Awaited<ReturnType<typeof api.indicators.submissions.waiting>>["items"][number];

/** What waits for this post's approval, oldest first; those without a question can be approved together. */
export function ApprovalQueuePage() {
  const t = useText();
  const client = useQueryClient();
  const { round, page = 1 } = useSearch({ from: "/staff/approvals" });
  const navigate = useNavigate({ from: "/approvals" });
  const list = useQuery(orpc.indicators.submissions.waiting.queryOptions({ input: { ...(round ? { roundId: round } : {}), page } }));
  const approveMany = useMutation(
    orpc.indicators.submissions.approveMany.mutationOptions({
      onSuccess: async ({ approved }) => {
        showDone(t(say("approvedMany", { count: approved })));
        await client.invalidateQueries({ queryKey: orpc.indicators.key() });
      },
    }),
  );
  const columns = useColumns();
  const plain = list.data?.items.filter(({ questions, ownWork }) => questions === 0 && !ownWork) ?? [];
  return (
    <>
      <PageHeader
        title={t(say("queue"))}
        back={{ to: "/figures", text: t(say("back")) }}
        actions={
          plain.length > 1 && (
            <ConfirmButton
              question={t(say("approveManyQuestion", { count: plain.length }))}
              consequence={t(say("approveManyText"))}
              confirm={t(say("approveAll"))}
              onConfirm={() => approveMany.mutateAsync({ items: plain.map(({ id, version }) => ({ id, version })) })}
            >
              {t(say("approveMany", { count: plain.length }))}
            </ConfirmButton>
          )
        }
      />
      {list.isPending && <Busy rows={5} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <>
          <DataTable
            label={t(say("queue"))}
            rows={list.data.items}
            columns={columns}
            rowKey={({ id }) => id}
            empty={<EmptyState title={t(say("queueEmpty"))}>{t(say("queueEmptyText"))}</EmptyState>}
          />
          <Pager
            page={page}
            pages={Math.ceil(list.data.total / list.data.pageSize)}
            onPage={(next) => void navigate({ search: (before) => ({ ...before, page: next }) })}
          />
        </>
      )}
    </>
  );
}

function useColumns(): Column<Row>[] {
  const t = useText();
  return [
    {
      key: "unit",
      header: t(say("columnUnit")),
      onPhone: "title",
      sort: ({ unit }) => unit.name,
      cell: ({ id, unit, title, period }) => (
        <>
          <Link to="/approvals/$submissionId" params={{ submissionId: id }} className={styles["titleLink"]}>
            {unit.name}
          </Link>
          <span className={styles["quietLine"]}>
            {title}, {t(period.label)}
          </span>
        </>
      ),
    },
    {
      key: "sent",
      header: t(say("columnSent")),
      width: "13rem",
      sort: ({ sentAt }) => sentAt,
      cell: ({ sentAt, sentBy, late }) => (
        <>
          {sentAt && showInstant(sentAt)} {late && <StateBadge tone="attention">{t(say("late"))}</StateBadge>}
          <span className={styles["quietLine"]}>{sentBy}</span>
        </>
      ),
    },
    {
      key: "questions",
      header: t(say("columnQuestions")),
      width: "20rem",
      sort: ({ questions }) => questions,
      cell: ({ questions, oddest, ownWork }) => (
        <>
          {questions > 0 ? t(say("questions", { count: questions })) : t(say("noQuestions"))}
          {oddest && <span className={styles["quietLine"]}>{t(oddest)}</span>}
          {ownWork && <span className={styles["quietLine"]}>{t(say("ownWork"))}</span>}
        </>
      ),
    },
  ];
}
