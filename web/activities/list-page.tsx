import { Button, Checkbox, Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { amountText } from "../../src/kernel/numbers.ts";
import type { ActivityRow } from "../../src/modules/activities/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { DataTable, type Column } from "../ui/data-table.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { today } from "../ui/dates.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { FindBox } from "../ui/find-box.tsx";
import { Icon } from "../ui/icon.tsx";
import { PagedList } from "../ui/paged-list.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import styles from "./activities.module.css";
import { BinderButton } from "./binder-button.tsx";
import { DoublesSection } from "./doubles-section.tsx";
import { say } from "./messages.ts";
import { stretches } from "./month.ts";
import { states, type ActivityListSearch } from "./search.ts";
import { UnitFilter } from "../ui/unit-filter.tsx";
import { resultTexts, stateText, stateTone, whenText } from "./words.ts";

/** The journal, newest first. Filters live in the address. */
export function ActivityListPage() {
  const t = useText();
  const may = useMay();
  const search = useSearch({ from: "/staff/activities" });
  const navigate = useNavigate({ from: "/activities" });
  const { page = 1 } = search;
  const [text, setText] = useState(search.text ?? "");
  const list = useQuery({ ...orpc.activities.list.queryOptions({ input: askedOf(search) }), placeholderData: keepPreviousData });
  const filter = (change: ActivityListSearch) => void navigate({ search: { ...search, page: undefined, ...change }, replace: true });
  const filtered = Object.entries(search).some(([key, value]) => key !== "page" && value !== undefined);
  const columns = useColumns();

  return (
    <>
      <PageHeader
        title={t(say("title"))}
        note={t(say("listNote"))}
        actions={
          <>
            <Link to="/activities/calendar" className={styles["sideLink"]}>
              {t(say("calendar"))}
            </Link>
            {may("activity:record") && (
              <>
                <Link to="/activities/recurring" className={styles["sideLink"]}>
                  {t(say("templates"))}
                </Link>
                <Link to="/activities/new" className={styles["mainLink"]}>
                  <Icon name="plus" size={18} />
                  {t(say("record"))}
                </Link>
              </>
            )}
          </>
        }
      />
      <DoublesSection />
      <Filters search={search} text={text} onType={setText} onFilter={filter} />
      {search.plan && <p className={styles["quiet"]}>{t(say("servesPlan"))}</p>}
      <PagedList query={list} page={page} onPage={(next) => filter({ page: next })} busyRows={6}>
        {(data) => (
          <>
            <div className={styles["countRow"]}>
              <p className={styles["count"]} role="status">
                {data.total > 0 && t(say("found", { total: data.total }))}
              </p>
              <div className={styles["buttons"]}>
                {filtered && (
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => {
                      setText("");
                      void navigate({ search: {}, replace: true });
                    }}
                  >
                    {t(say("clearFilters"))}
                  </Button>
                )}
                {data.total > 0 && <BinderButton search={search} />}
              </div>
            </div>
            <DataTable
              label={t(say("title"))}
              rows={data.items}
              columns={columns}
              rowKey={({ id }) => id}
              tone={({ state, sameAs }) => (state === "cancelled" || sameAs ? "quiet" : undefined)}
              empty={
                filtered ? (
                  <EmptyState title={t(say("noneFound"))}>{t(say("noneFoundText"))}</EmptyState>
                ) : (
                  <EmptyState title={t(say("none"))}>{t(say("noneText"))}</EmptyState>
                )
              }
            />
          </>
        )}
      </PagedList>
    </>
  );
}

type Asked = Parameters<typeof orpc.activities.list.queryOptions>[0]["input"];

/** The address, as the server is asked. */
const askedOf = ({ unit, plan, item, rough, page, ...rest }: ActivityListSearch): Extract<Asked, object> => ({
  ...rest,
  ...(unit === undefined ? {} : { unitId: unit as never }),
  ...(plan === undefined ? {} : { planId: plan }),
  ...(item === undefined ? {} : { itemId: item }),
  ...(rough ? { approximate: "true" } : {}),
  page: page ?? 1,
});

const periods = ["week", "month", "quarter", "year"] as const;
type Period = (typeof periods)[number];
const periodName = { week: "periodWeek", month: "periodMonth", quarter: "periodQuarter", year: "periodYear" } as const;

/** Which ready-made stretch the two days are, "own" when they are another one, null without days. */
function periodIn({ from, to }: ActivityListSearch): Period | "own" | null {
  if (!from && !to) return null;
  const known = stretches(today());
  return periods.find((each) => known[each].from === from && known[each].to === to) ?? "own";
}

type FiltersProps = {
  search: ActivityListSearch;
  text: string;
  onType(text: string): void;
  onFilter(change: ActivityListSearch): void;
};

function Filters({ search, text, onType, onFilter }: FiltersProps) {
  const t = useText();
  const kinds = useQuery({ ...orpc.activities.kinds.queryOptions(), staleTime: Infinity });
  const [own, setOwn] = useState(false);
  // On a phone the list comes first: filters unfold.
  const [all, setAll] = useState(
    Object.keys(search).some((key) => key !== "text" && key !== "page" && search[key as "kind"] !== undefined),
  );
  const period = own ? "own" : periodIn(search);
  const pickPeriod = (value: string | null) => {
    const known = stretches(today());
    const chosen = periods.find((each) => each === value);
    setOwn(value === "own");
    if (value !== "own") onFilter(chosen ? known[chosen] : { from: undefined, to: undefined });
  };
  return (
    <search className={styles["filters"]} data-all={all || undefined}>
      <FindBox label={t(say("find"))} text={text} onType={onType} onFind={(found) => onFilter({ text: found })} />
      <Button variant="default" className={styles["moreFilters"]} aria-expanded={all} onClick={() => setAll((open) => !open)}>
        {t(say("moreFilters"))}
      </Button>
      <Select
        aria-label={t(say("filterPeriod"))}
        placeholder={t(say("filterPeriod"))}
        clearable
        data={[...periods.map((value) => ({ value, label: t(say(periodName[value])) })), { value: "own", label: t(say("periodOwn")) }]}
        value={period}
        onChange={pickPeriod}
      />
      <Select
        aria-label={t(say("filterKind"))}
        placeholder={t(say("filterKind"))}
        clearable
        searchable
        data={(kinds.data?.items ?? []).map(({ code, name }) => ({ value: code, label: t(name) }))}
        value={search.kind ?? null}
        onChange={(value) => onFilter({ kind: value ?? undefined })}
      />
      <Select
        aria-label={t(say("filterState"))}
        placeholder={t(say("filterState"))}
        clearable
        data={states.map((value) => ({ value, label: t(stateText(value)) }))}
        value={search.state ?? null}
        onChange={(value) => onFilter({ state: states.find((each) => each === value) })}
      />
      <UnitFilter unitId={search.unit} onChange={(unit) => onFilter({ unit })} />
      {period === "own" && (
        <div className={styles["days"]}>
          <DateInput label={t(say("filterFrom"))} value={search.from ?? null} onChange={(from) => onFilter({ from: from ?? undefined })} />
          <DateInput label={t(say("filterTo"))} value={search.to ?? null} onChange={(to) => onFilter({ to: to ?? undefined })} />
        </div>
      )}
      <Checkbox
        label={t(say("approximate"))}
        checked={search.rough ?? false}
        onChange={(event) => onFilter({ rough: event.currentTarget.checked || undefined })}
      />
    </search>
  );
}

function useColumns(): Column<ActivityRow>[] {
  const t = useText();
  return [
    {
      key: "name",
      header: t(say("columnName")),
      onPhone: "title",
      cell: (activity) => (
        <>
          <Link to="/activities/$activityId" params={{ activityId: activity.id }} className={styles["titleLink"]}>
            {activity.name}
          </Link>
          <div className={styles["facts"]}>
            <span>{t(activity.kindName)}</span>
            {resultTexts(activity)
              .slice(activity.turns ? 1 : 0)
              .map((text) => (
                <span key={text.vi}>{t(text)}</span>
              ))}
            {activity.photos > 0 && <span>{t(say("photoCount", { count: activity.photos }))}</span>}
            {activity.sameAs && <span>{t(say("countedWith"))}</span>}
          </div>
        </>
      ),
    },
    { key: "date", header: t(say("columnDate")), width: "9rem", cell: (activity) => whenText(activity) },
    { key: "unit", header: t(say("columnUnit")), width: "14rem", cell: ({ lead }) => lead.name },
    {
      key: "turns",
      header: t(say("columnTurns")),
      width: "7rem",
      align: "right",
      cell: ({ turns }) => turns && <span className={turns.said ? styles["rough"] : undefined}>{amountText(turns)}</span>,
    },
    {
      key: "state",
      header: t(say("columnState")),
      width: "10rem",
      cell: ({ state, approximate }) => (
        <>
          <StateBadge tone={stateTone[state]}>{t(stateText(state))}</StateBadge>{" "}
          {approximate && <StateBadge tone="attention">{t(say("needsExact"))}</StateBadge>}
        </>
      ),
    },
  ];
}
