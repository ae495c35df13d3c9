import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { RoundRow } from "../../../src/modules/exemplars/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { useMay } from "../../shell/session.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PagedList } from "../../ui/paged-list.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import styles from "../exemplars.module.css";
import { say as sayAll } from "../messages.ts";
import { periodText, roundStateText, roundStateTone, span } from "../words.ts";
import { say } from "./messages.ts";

/** Rounds of one's bodies and those that concern one's units, the last to close first. */
export function RoundListPage() {
  const t = useText();
  const may = useMay();
  const { page = 1 } = useSearch({ from: "/staff/exemplars/rounds" });
  const navigate = useNavigate({ from: "/exemplars/rounds" });
  const list = useQuery({ ...orpc.exemplars.rounds.list.queryOptions({ input: { page } }), placeholderData: keepPreviousData });
  const columns: Column<RoundRow>[] = [
    {
      key: "title",
      header: t(say("columnTitle")),
      onPhone: "title",
      cell: ({ id, title, units }) => (
        <>
          <Link to="/exemplars/rounds/$roundId" params={{ roundId: id }} className={styles["titleLink"]}>
            {title}
          </Link>
          <div className={styles["facts"]}>
            <span>{t(say("unitCount", { count: units }))}</span>
          </div>
        </>
      ),
    },
    { key: "body", header: t(say("columnBody")), width: "15rem", cell: ({ body }) => body.name },
    { key: "period", header: t(say("columnPeriod")), width: "7rem", cell: periodText },
    { key: "window", header: t(say("columnWindow")), width: "13rem", cell: ({ opensOn, closesOn }) => span(opensOn, closesOn) },
    { key: "counts", header: t(say("columnCounts")), width: "9rem", cell: (round) => t(say("counts", round)) },
    {
      key: "state",
      header: t(say("columnState")),
      width: "10rem",
      cell: ({ state, blocked }) => (
        <div className={styles["badges"]}>
          <StateBadge tone={roundStateTone[state]}>{t(roundStateText(state))}</StateBadge>
          {state === "draft" && blocked && <StateBadge tone="attention">{t(say("cannotYet"))}</StateBadge>}
        </div>
      ),
    },
  ];
  return (
    <>
      <PageHeader
        title={t(say("title"))}
        note={t(say("listNote"))}
        back={{ to: "/exemplars", text: t(sayAll("toList")) }}
        actions={
          may("round:open") && (
            <Link to="/exemplars/rounds/new" className={styles["mainLink"]}>
              <Icon name="plus" size={18} />
              {t(say("newRound"))}
            </Link>
          )
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
