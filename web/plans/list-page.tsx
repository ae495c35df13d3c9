import { Button, Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { facts } from "../../src/kernel/facts.ts";
import type { PlanSummary } from "../../src/modules/plans/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { DataTable, type Column } from "../ui/data-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterRow } from "../ui/filter-row.tsx";
import { FindBox } from "../ui/find-box.tsx";
import { PagedList } from "../ui/paged-list.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { say } from "./messages.ts";
import styles from "./plans.module.css";
import { periodText, stateText, stateTone, type PlanListSearch } from "./words.ts";

const states = ["preparing", "in-force", "closed"] as const;
const standings = ["own", "addressed"] as const;

/** Plans that the post in use may read: one's own in every state, others once they are in force. Filters live in the address. */
export function PlanListPage() {
  const t = useText();
  const may = useMay();
  const search = useSearch({ from: "/staff/plans" });
  const navigate = useNavigate({ from: "/plans" });
  const [text, setText] = useState(search.text ?? "");
  const state = states.find((each) => each === search.state);
  const standing = standings.find((each) => each === search.standing);
  const list = useQuery({
    ...orpc.plans.list.queryOptions({
      input: { text: search.text ?? "", state: state ?? "any", standing: standing ?? "any", page: search.page ?? 1 },
    }),
    placeholderData: keepPreviousData,
  });
  const filter = (change: PlanListSearch) =>
    void navigate({ search: (before: PlanListSearch) => ({ ...before, page: undefined, ...change }), replace: true });
  const filtered = Boolean(search.text ?? state ?? standing);
  const columns = useColumns();
  const page = search.page ?? 1;

  return (
    <>
      <PageHeader title={t(say("title"))} note={t(say("listNote"))} />
      <FilterRow>
        <FindBox label={t(say("find"))} text={text} onType={setText} onFind={(found) => filter({ text: found })} />
        <Select
          aria-label={t(say("filterStanding"))}
          placeholder={t(say("filterStanding"))}
          clearable
          data={[
            { value: "own", label: t(say("standingOwn")) },
            { value: "addressed", label: t(say("standingAddressed")) },
          ]}
          value={standing ?? null}
          onChange={(value) => filter({ standing: value ?? undefined })}
        />
        <Select
          aria-label={t(say("filterState"))}
          placeholder={t(say("filterState"))}
          clearable
          data={[
            { value: "preparing", label: t(say("statePreparing")) },
            { value: "in-force", label: t(say("stateInForce")) },
            { value: "closed", label: t(say("stateClosed")) },
          ]}
          value={state ?? null}
          onChange={(value) => filter({ state: value ?? undefined })}
        />
        {filtered && (
          <Button
            variant="default"
            onClick={() => {
              setText("");
              filter({ text: undefined, state: undefined, standing: undefined });
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
            rows={data.plans}
            columns={columns}
            rowKey={({ id }) => id}
            empty={
              filtered ? (
                <EmptyState title={t(say("noneFound"))}>{t(say("noneFoundText"))}</EmptyState>
              ) : (
                <EmptyState
                  title={t(say("none"))}
                  action={
                    may("plan:draft") && (
                      <Link to="/documents" className={styles["sideLink"]}>
                        {t(say("toDocuments"))}
                      </Link>
                    )
                  }
                >
                  {t(say("noneText"))}
                </EmptyState>
              )
            }
          />
        )}
      </PagedList>
    </>
  );
}

function useColumns(): Column<PlanSummary>[] {
  const t = useText();
  const prepared = ({ state }: PlanSummary) => state === "draft" || state === "ready";
  return [
    {
      key: "title",
      header: t(say("columnPlan")),
      onPhone: "title",
      sort: ({ title }) => title,
      cell: (plan) => (
        <>
          <Link
            to={prepared(plan) && plan.standing === "own" ? "/plans/$planId/prepare" : "/plans/$planId"}
            params={{ planId: plan.id }}
            className={styles["titleLink"]}
          >
            {plan.title}
          </Link>
          <span className={styles["quietLine"]}>
            {facts([plan.number, plan.parent && t(say("childOf", { title: plan.parent.title }))])}
          </span>
        </>
      ),
    },
    { key: "issuer", header: t(say("columnIssuer")), width: "15rem", sort: ({ issuer }) => issuer.name, cell: ({ issuer }) => issuer.name },
    {
      key: "period",
      header: t(say("columnPeriod")),
      width: "12.5rem",
      sort: ({ periodFrom }) => periodFrom,
      cell: ({ periodFrom, periodTo }) => {
        const period = periodText(periodFrom, periodTo);
        return period ? t(period) : "–";
      },
    },
    { key: "parts", header: t(say("columnParts")), width: "13rem", onPhone: "hidden", cell: ({ counts }) => t(say("partsOf", counts)) },
    {
      key: "state",
      header: t(say("columnState")),
      width: "11rem",
      sort: ({ state }) => states.indexOf(state as never),
      cell: (plan) => (
        <div className={styles["badges"]}>
          <StateBadge tone={stateTone[plan.state]}>{t(stateText[plan.state])}</StateBadge>
          {plan.preparing && <StateBadge tone="attention">{t(say("preparingEdition", { edition: plan.preparing.edition }))}</StateBadge>}
          {plan.openAdjustments > 0 && <StateBadge tone="attention">{t(say("openRequests", { count: plan.openAdjustments }))}</StateBadge>}
        </div>
      ),
    },
  ];
}
