import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import styles from "../../exemplars/exemplars.module.css";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { useMay } from "../../shell/session.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PagedList } from "../../ui/paged-list.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { span } from "../words.ts";
import { say } from "./messages.ts";
import { contestText, contestTone } from "./words.ts";

/** Contests of one's bodies and those that one's units may enter, newest first. */
export function ContestListPage() {
  const t = useText();
  const may = useMay();
  const { page = 1 } = useSearch({ from: "/staff/awards/contests" });
  const navigate = useNavigate({ from: "/awards/contests" });
  const list = useQuery({ ...orpc.awards.contests.list.queryOptions({ input: { page } }), placeholderData: keepPreviousData });
  return (
    <>
      <PageHeader
        title={t(say("title"))}
        note={t(say("listNote"))}
        back={{ to: "/awards", text: t(say("toAwards")) }}
        actions={
          may("round:open") && (
            <Link to="/awards/contests/new" className={styles["mainLink"]}>
              <Icon name="plus" size={18} />
              {t(say("new"))}
            </Link>
          )
        }
      />
      <PagedList query={list} page={page} onPage={(next) => void navigate({ search: { page: next } })} busyRows={4}>
        {(data) => (
          <DataTable
            label={t(say("title"))}
            rows={data.items}
            rowKey={({ id }) => id}
            tone={({ state }) => (state === "cancelled" ? "quiet" : undefined)}
            empty={<EmptyState title={t(say("none"))}>{t(say("noneText"))}</EmptyState>}
            columns={[
              {
                key: "title",
                header: t(say("title")),
                onPhone: "title",
                cell: ({ id, title }) => (
                  <Link to="/awards/contests/$contestId" params={{ contestId: id }} className={styles["titleLink"]}>
                    {title}
                  </Link>
                ),
              },
              { key: "body", header: t(say("body")), width: "15rem", cell: ({ body }) => body.name },
              { key: "round", header: t(say("running")), width: "11rem", cell: ({ round }) => t(say("roundOf", round)) },
              {
                key: "window",
                header: t(say("window")),
                width: "13rem",
                cell: ({ round }) => span(round.entriesFrom, round.entriesUntil),
              },
              { key: "entries", header: t(say("entriesSent")), width: "8rem", cell: ({ entries }) => entries },
              {
                key: "state",
                header: t(say("state")),
                width: "10rem",
                cell: ({ state }) => <StateBadge tone={contestTone[state]}>{t(contestText(state))}</StateBadge>,
              },
            ]}
          />
        )}
      </PagedList>
    </>
  );
}
