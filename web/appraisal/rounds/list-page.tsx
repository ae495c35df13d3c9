import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { RoundRow } from "../../../src/modules/appraisal/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { useMay } from "../../shell/session.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { showDate } from "../../ui/dates.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PagedList } from "../../ui/paged-list.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import styles from "../appraisal.module.css";
import { say } from "../messages.ts";
import { roundTone } from "../words.ts";

/** Rounds that one looks after, judges in, or whose subject one's unit is. */
export function AppraisalPage() {
  const t = useText();
  const may = useMay();
  const { page = 1 } = useSearch({ from: "/staff/appraisal" });
  const navigate = useNavigate({ from: "/appraisal" });
  const list = useQuery({ ...orpc.appraisal.rounds.list.queryOptions({ input: { page } }), placeholderData: keepPreviousData });
  const columns: Column<RoundRow>[] = [
    {
      key: "title",
      header: t(say("columnTitle")),
      onPhone: "title",
      cell: ({ id, title, purpose, rubric }) => (
        <>
          <Link to="/appraisal/rounds/$roundId" params={{ roundId: id }} className={styles["titleLink"]}>
            {title}
          </Link>
          <div className={styles["facts"]}>
            <span>{t(say(`purpose.${purpose}`))}</span>
            {rubric && <span>{rubric.title}</span>}
          </div>
        </>
      ),
    },
    { key: "body", header: t(say("columnBody")), width: "14rem", cell: ({ body }) => body.name },
    {
      key: "days",
      header: t(say("columnDays")),
      width: "12rem",
      cell: ({ selfUntil, judgeUntil, purpose }) =>
        purpose === "emulation" ? showDate(selfUntil) : `${showDate(selfUntil)} / ${showDate(judgeUntil)}`,
    },
    {
      key: "progress",
      header: t(say("columnProgress")),
      width: "13rem",
      cell: (round) => t(say(round.purpose === "emulation" ? "registered" : "progress", round)),
    },
    {
      key: "state",
      header: t(say("columnState")),
      width: "8rem",
      cell: ({ state }) => <StateBadge tone={roundTone[state]}>{t(say(`round.${state}`))}</StateBadge>,
    },
  ];
  return (
    <>
      <PageHeader
        title={t(say("title"))}
        note={t(say("listNote"))}
        actions={
          <div className={styles["links"]}>
            {may("appraisal:judge") && (
              <Link to="/appraisal/sheets" className={styles["sideLink"]}>
                {t(say("mySheets"))}
              </Link>
            )}
            <Link to="/appraisal/rubrics" className={styles["sideLink"]}>
              {t(say("rubrics"))}
            </Link>
            {may("appraisal:manage") && (
              <Link to="/appraisal/rounds/new" className={styles["mainLink"]}>
                <Icon name="plus" size={18} />
                {t(say("newRound"))}
              </Link>
            )}
          </div>
        }
      />
      <PagedList query={list} page={page} onPage={(next) => void navigate({ search: { page: next } })} busyRows={4}>
        {(data) => (
          <DataTable
            label={t(say("title"))}
            rows={data.items}
            columns={columns}
            rowKey={({ id }) => id}
            tone={({ state }) => (state === "cancelled" ? "quiet" : undefined)}
            empty={<EmptyState title={t(say("none"))}>{t(say("noneText"))}</EmptyState>}
          />
        )}
      </PagedList>
    </>
  );
}
