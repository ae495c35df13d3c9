import { Button, Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { ReportSummary } from "../../src/modules/reports/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { DataTable, type Column } from "../ui/data-table.tsx";
import { showDate, showInstant } from "../ui/dates.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterRow } from "../ui/filter-row.tsx";
import { FindBox } from "../ui/find-box.tsx";
import { PagedList } from "../ui/paged-list.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { say } from "./messages.ts";
import styles from "./reports.module.css";
import { kinds, kindText, periodText, states, stateText, stateTone, type ReportListSearch } from "./words.ts";

/** Official documents of one's units, and the signed ones of units one reaches. Filters live in the address. */
export function ReportListPage() {
  const t = useText();
  const may = useMay();
  const search = useSearch({ from: "/staff/reports" });
  const navigate = useNavigate({ from: "/reports" });
  const [text, setText] = useState(search.text ?? "");
  const { kind, state, page = 1 } = search;
  const list = useQuery({
    ...orpc.reports.list.queryOptions({ input: { text: search.text ?? "", kind, state, page } }),
    placeholderData: keepPreviousData,
  });
  const filter = (change: ReportListSearch) =>
    void navigate({ search: (before: ReportListSearch) => ({ ...before, page: undefined, ...change }), replace: true });
  const filtered = Boolean(search.text ?? kind ?? state);
  const columns = useColumns();
  const begin = may("report:draft") && (
    <>
      <Link to="/reports/templates" className={styles["sideLink"]}>
        {t(say("templates"))}
      </Link>
      <Link to="/reports/new" className={styles["mainLink"]}>
        {t(say("create"))}
      </Link>
    </>
  );

  return (
    <>
      <PageHeader title={t(say("title"))} note={t(say("listNote"))} actions={begin} />
      <FilterRow>
        <FindBox label={t(say("find"))} text={text} onType={setText} onFind={(found) => filter({ text: found })} />
        <Select
          aria-label={t(say("filterKind"))}
          placeholder={t(say("filterKind"))}
          clearable
          data={kinds.map((value) => ({ value, label: t(kindText(value)) }))}
          value={kind ?? null}
          onChange={(value) => filter({ kind: kinds.find((each) => each === value) })}
        />
        <Select
          aria-label={t(say("filterState"))}
          placeholder={t(say("filterState"))}
          clearable
          data={states.map((value) => ({ value, label: t(stateText(value)) }))}
          value={state ?? null}
          onChange={(value) => filter({ state: states.find((each) => each === value) })}
        />
        {filtered && (
          <Button
            variant="default"
            onClick={() => {
              setText("");
              filter({ text: undefined, kind: undefined, state: undefined });
            }}
          >
            {t(say("clearFilters"))}
          </Button>
        )}
      </FilterRow>
      <PagedList
        query={list}
        page={page}
        onPage={(next) => filter({ page: next })}
        busyRows={6}
        found={(total) => t(say("found", { total }))}
      >
        {(data) => (
          <DataTable
            label={t(say("title"))}
            rows={data.reports}
            columns={columns}
            rowKey={({ id }) => id}
            empty={
              filtered ? (
                <EmptyState title={t(say("noneFound"))}>{t(say("noneFoundText"))}</EmptyState>
              ) : (
                <EmptyState title={t(say("none"))}>{t(say("noneText"))}</EmptyState>
              )
            }
          />
        )}
      </PagedList>
    </>
  );
}

function useColumns(): Column<ReportSummary>[] {
  const t = useText();
  return [
    {
      key: "title",
      header: t(say("columnTitle")),
      onPhone: "title",
      cell: (report) => (
        <>
          <Link to="/reports/$reportId" params={{ reportId: report.id }} className={styles["titleLink"]}>
            {report.title}
          </Link>
          {report.correctsId && <span className={styles["quietLine"]}>{t(say("correction"))}</span>}
        </>
      ),
    },
    { key: "unit", header: t(say("columnUnit")), width: "14rem", cell: ({ unit }) => unit.name },
    { key: "period", header: t(say("columnPeriod")), width: "10rem", cell: ({ period }) => period && t(periodText(period)) },
    {
      key: "number",
      header: t(say("columnNumber")),
      width: "11rem",
      cell: ({ number, date }) =>
        number && (
          <>
            {number}
            {date && <span className={styles["quietLine"]}>{showDate(date)}</span>}
          </>
        ),
    },
    {
      key: "state",
      header: t(say("columnState")),
      width: "9rem",
      cell: ({ state }) => <StateBadge tone={stateTone[state]}>{t(stateText(state))}</StateBadge>,
    },
    {
      key: "updated",
      header: t(say("columnUpdated")),
      width: "9rem",
      onPhone: "hidden",
      cell: ({ updatedAt }) => showInstant(updatedAt),
    },
  ];
}
