import { Button, Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { api } from "../../shell/api.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { useMay } from "../../shell/session.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterRow } from "../../ui/filter-row.tsx";
import { FindBox } from "../../ui/find-box.tsx";
import { PagedList } from "../../ui/paged-list.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { say as sayAll } from "../messages.ts";
import { say as sayIntake } from "../intake/messages.ts";
import type { ListSearch } from "../search.ts";
import { formStateText, formStateTone, periodKindText } from "../words.ts";
import { say } from "./messages.ts";
import styles from "../indicators.module.css";

type Row = Awaited<ReturnType<typeof api.indicators.forms.list>>["items"][number];
const states = ["draft", "open", "closed"] as const;

/** Forms that my unit made, and those that ask my units. */
export function FormListPage() {
  const t = useText();
  const may = useMay();
  const search = useSearch({ from: "/staff/forms" });
  const navigate = useNavigate({ from: "/forms" });
  const [text, setText] = useState(search.text ?? "");
  const state = states.find((each) => each === search.state);
  const page = search.page ?? 1;
  const list = useQuery({
    ...orpc.indicators.forms.list.queryOptions({ input: { text: search.text ?? "", state: state ?? "any", page } }),
    placeholderData: keepPreviousData,
  });
  const filter = (change: ListSearch) => void navigate({ search: (before) => ({ ...before, page: undefined, ...change }), replace: true });
  const columns = useColumns();
  const filtered = Boolean(search.text ?? state);
  return (
    <>
      <PageHeader
        title={t(sayAll("forms"))}
        back={{ to: "/figures", text: t(sayAll("back")) }}
        actions={
          may("indicator:define") && (
            <>
              <Link to="/forms/from-outline" className={styles["sideLink"]}>
                {t(sayIntake("entry"))}
              </Link>
              <Link to="/forms/new" className={styles["mainLink"]}>
                {t(sayAll("newForm"))}
              </Link>
            </>
          )
        }
      />
      <FilterRow>
        <FindBox label={t(say("find"))} text={text} onType={setText} onFind={(found) => filter({ text: found })} />
        <Select
          aria-label={t(say("filterState"))}
          placeholder={t(say("filterState"))}
          clearable
          data={states.map((each) => ({ value: each, label: t(formStateText[each]) }))}
          value={state ?? null}
          onChange={(value) => filter({ state: value ?? undefined })}
        />
        {filtered && (
          <Button
            variant="default"
            onClick={() => {
              setText("");
              filter({ text: undefined, state: undefined });
            }}
          >
            {t(say("clear"))}
          </Button>
        )}
      </FilterRow>
      <PagedList query={list} page={page} onPage={(next) => filter({ page: next })} busyRows={5}>
        {(data) => (
          <DataTable
            label={t(sayAll("forms"))}
            rows={data.items}
            columns={columns}
            rowKey={({ id }) => id}
            empty={
              <EmptyState title={t(say(filtered ? "noneFound" : "none"))}>{t(say(filtered ? "noneFoundText" : "noneText"))}</EmptyState>
            }
          />
        )}
      </PagedList>
    </>
  );
}

function useColumns(): Column<Row>[] {
  const t = useText();
  return [
    {
      key: "title",
      header: t(say("columnForm")),
      onPhone: "title",
      sort: ({ title }) => title,
      cell: ({ id, title, owner, state, own }) => (
        <>
          <Link
            to={state === "draft" && own ? "/forms/$formId/edit" : "/forms/$formId"}
            params={{ formId: id }}
            className={styles["titleLink"]}
          >
            {title}
          </Link>
          <span className={styles["quietLine"]}>{t(sayAll("askedBy", { unit: owner.name }))}</span>
        </>
      ),
    },
    { key: "period", header: t(say("columnPeriod")), width: "8rem", cell: ({ periods }) => t(periodKindText[periods.kind]) },
    { key: "due", header: t(say("columnDue")), width: "15rem", cell: ({ dueText }) => t(dueText) },
    {
      key: "size",
      header: t(say("columnSize")),
      width: "12rem",
      cell: ({ rows, minutes, units }) => (
        <>
          {t(say("size", { rows, minutes }))}
          {units > 0 && <span className={styles["quietLine"]}>{t(say("unitsAsked", { count: units }))}</span>}
        </>
      ),
    },
    {
      key: "state",
      header: t(say("columnState")),
      width: "9rem",
      sort: ({ state }) => states.indexOf(state),
      cell: ({ state, preparing, published }) => (
        <span className={styles["facts"]}>
          <StateBadge tone={formStateTone[state]}>{t(formStateText[state])}</StateBadge>
          {preparing !== null && published !== null && (
            <StateBadge tone="attention">{t(say("preparing", { edition: preparing }))}</StateBadge>
          )}
        </span>
      ),
    },
  ];
}
