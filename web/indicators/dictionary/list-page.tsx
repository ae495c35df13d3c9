import { Button, Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { facts } from "../../../src/kernel/facts.ts";
import type { api } from "../../shell/api.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterRow } from "../../ui/filter-row.tsx";
import { FindBox } from "../../ui/find-box.tsx";
import { PagedList } from "../../ui/paged-list.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { say as sayAll } from "../messages.ts";
import type { ListSearch } from "../search.ts";
import { say } from "./messages.ts";
import { kindText } from "./words.ts";
import styles from "../indicators.module.css";

type Row = Awaited<ReturnType<typeof api.indicators.dictionary.list>>["items"][number];

/** What can be asked: the common catalogue and one's own indicators. */
export function DictionaryPage() {
  const t = useText();
  const search = useSearch({ from: "/staff/dictionary" });
  const navigate = useNavigate({ from: "/dictionary" });
  const [text, setText] = useState(search.text ?? "");
  const topics = useQuery(orpc.indicators.dictionary.topics.queryOptions({ input: {} }));
  const topic = topics.data?.find(({ key }) => key === search.state)?.key;
  const page = search.page ?? 1;
  const list = useQuery({
    ...orpc.indicators.dictionary.list.queryOptions({ input: { text: search.text ?? "", topic: topic ?? "any", page } }),
    placeholderData: keepPreviousData,
  });
  const filter = (change: ListSearch) => void navigate({ search: (before) => ({ ...before, page: undefined, ...change }), replace: true });
  const columns = useColumns();
  return (
    <>
      <PageHeader title={t(sayAll("dictionary"))} note={t(say("note"))} back={{ to: "/figures", text: t(sayAll("back")) }} />
      <FilterRow>
        <FindBox label={t(say("find"))} text={text} onType={setText} onFind={(found) => filter({ text: found })} />
        <Select
          aria-label={t(say("topic"))}
          placeholder={t(say("topic"))}
          clearable
          data={topics.data?.map(({ key, name, count }) => ({ value: key, label: `${t(name)} (${count})` })) ?? []}
          value={topic ?? null}
          onChange={(value) => filter({ state: value ?? undefined })}
        />
        {Boolean(search.text ?? search.state) && (
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
      <PagedList
        query={list}
        page={page}
        onPage={(next) => filter({ page: next })}
        busyRows={6}
        found={(total) => t(say("found", { count: total }))}
      >
        {(data) => (
          <DataTable
            label={t(sayAll("dictionary"))}
            rows={data.items}
            columns={columns}
            rowKey={({ id }) => id}
            empty={<EmptyState title={t(say("noneFound"))}>{t(say("noneFoundText"))}</EmptyState>}
          />
        )}
      </PagedList>
    </>
  );
}

function useColumns(): Column<Row>[] {
  const t = useText();
  return [
    { key: "code", header: t(say("code")), width: "5rem", onPhone: "hidden", sort: ({ code }) => code, cell: ({ code }) => code },
    {
      key: "name",
      header: t(say("name")),
      onPhone: "title",
      sort: ({ name }) => name,
      cell: ({ id, name, dimension, owner }) => (
        <>
          <Link to="/dictionary/$indicatorId" params={{ indicatorId: String(id) }} className={styles["titleLink"]}>
            {name}
          </Link>
          <span className={styles["quietLine"]}>{facts([dimension && t(say("byDimension", { name: dimension.name })), owner?.name])}</span>
        </>
      ),
    },
    { key: "unit", header: t(say("unit")), width: "9rem", cell: ({ unit }) => unit },
    { key: "kind", header: t(say("kind")), width: "11rem", cell: ({ valueKind }) => t(kindText[valueKind]) },
    {
      key: "computed",
      header: t(say("computed")),
      width: "9rem",
      sort: ({ measures }) => measures.length,
      cell: ({ measures }) => (measures.length > 0 ? <StateBadge tone="good">{t(say("fromJournal"))}</StateBadge> : null),
    },
  ];
}
