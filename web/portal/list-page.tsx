import { SegmentedControl, Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { Candidate, Publication, PublicationKind } from "../../src/modules/portal/contract.ts";
import { publicationNames } from "../../src/modules/portal/messages.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { DataTable, type Column } from "../ui/data-table.tsx";
import { showDate, showInstant } from "../ui/dates.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { FindBox } from "../ui/find-box.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Pager } from "../ui/pager.tsx";
import { say } from "./messages.ts";
import styles from "./portal.module.css";
import { kinds, type ListSearch } from "./search.ts";

const views = ["open", "could", "closed"] as const;

/** What the public sees of the own line, what it could see, and what was taken back. */
export function PublicationListPage() {
  const t = useText();
  const search = useSearch({ from: "/staff/publications" });
  const navigate = useNavigate({ from: "/publications" });
  const [text, setText] = useState(search.text ?? "");
  const filter = (change: ListSearch) => void navigate({ search: { ...search, page: undefined, ...change }, replace: true });
  const view = search.view ?? "open";
  return (
    <>
      <PageHeader
        title={t(say("title"))}
        note={t(say("note"))}
        actions={
          <>
            <a href="/" target="_blank" rel="noreferrer" className={styles["sideLink"]}>
              {t(say("site"))}
            </a>
            <Link to="/publications/calendar" className={styles["sideLink"]}>
              {t(say("calendar"))}
            </Link>
          </>
        }
      />
      <div className={styles["filters"]}>
        <SegmentedControl
          aria-label={t(say("views"))}
          value={view}
          data={views.map((value) => ({ value, label: t(say(value)) }))}
          onChange={(value) => filter({ view: value === "open" ? undefined : (value as "could" | "closed") })}
        />
        <Select
          aria-label={t(say("kind"))}
          value={search.kind ?? (view === "could" ? "exemplar" : "")}
          data={[
            ...(view === "could" ? [] : [{ value: "", label: t(say("allKinds")) }]),
            ...kinds.map((value) => ({ value, label: t(publicationNames[value] ?? { vi: value, en: value }) })),
          ]}
          allowDeselect={false}
          onChange={(value) => filter({ kind: value ? (value as PublicationKind) : undefined })}
        />
        <FindBox label={t(say("find"))} text={text} onType={setText} onFind={(found) => filter({ text: found })} />
      </div>
      {view === "could" ? (
        <Candidates search={search} onPage={(page) => filter({ page })} />
      ) : (
        <Publications search={search} onPage={(page) => filter({ page })} />
      )}
    </>
  );
}

type Props = { search: ListSearch; onPage(page: number): void };

function Publications({ search: { view, kind, text = "", page = 1 }, onPage }: Props) {
  const t = useText();
  const list = useQuery({
    ...orpc.portal.list.queryOptions({ input: { state: view === "closed" ? "closed" : "open", text, page, ...(kind ? { kind } : {}) } }),
    placeholderData: keepPreviousData,
  });
  if (list.isPending) return <Busy rows={6} />;
  if (list.error) return <ErrorNote error={list.error} onRetry={() => void list.refetch()} />;
  const { items, total, pageSize } = list.data;
  if (items.length === 0)
    return (
      <EmptyState title={t(say(view === "closed" ? "nothingClosed" : "nothingOpen"))}>
        {view === "closed" ? null : t(say("nothingOpenText"))}
      </EmptyState>
    );
  const columns: Column<Publication>[] = [
    {
      key: "name",
      header: t(say("name")),
      onPhone: "title",
      cell: ({ kind: of, thingId, title }) => (
        <Link to="/publications/$kind/$thingId" params={{ kind: of, thingId }}>
          {title}
        </Link>
      ),
    },
    { key: "kind", header: t(say("kind")), width: "10rem", cell: (row) => t(publicationNames[row.kind] ?? { vi: row.kind, en: row.kind }) },
    { key: "unit", header: t(say("unit")), width: "14rem", cell: ({ unitName }) => unitName },
    { key: "by", header: t(say("by")), width: "11rem", cell: ({ openedBy, closedBy }) => closedBy ?? openedBy },
    { key: "when", header: t(say("when")), width: "9rem", cell: ({ openedAt, closedAt }) => showInstant(closedAt ?? openedAt) },
    { key: "state", header: t(say("state")), width: "9rem", cell: ({ state }) => <PublicState state={state} /> },
  ];
  return (
    <>
      <DataTable label={t(say("title"))} rows={items} columns={columns} rowKey={({ id }) => id} />
      <Pager page={page} pages={Math.ceil(total / pageSize)} onPage={onPage} />
    </>
  );
}

const stateWords = { open: ["good", "stateOpen"], hidden: ["attention", "stateHidden"], closed: ["neutral", "stateClosed"] } as const;

export function PublicState({ state }: { state: Publication["state"] }) {
  const t = useText();
  const [tone, words] = stateWords[state];
  return <StateBadge tone={tone}>{t(say(words))}</StateBadge>;
}

function Candidates({ search: { kind = "exemplar", text = "", page = 1 }, onPage }: Props) {
  const t = useText();
  const list = useQuery({ ...orpc.portal.candidates.queryOptions({ input: { kind, text, page } }), placeholderData: keepPreviousData });
  if (list.isPending) return <Busy rows={6} />;
  if (list.error) return <ErrorNote error={list.error} onRetry={() => void list.refetch()} />;
  const { items, total, pageSize } = list.data;
  if (items.length === 0) return <EmptyState title={t(say("nothingCould"))}>{t(say("nothingCouldText"))}</EmptyState>;
  const columns: Column<Candidate>[] = [
    {
      key: "name",
      header: t(say("name")),
      onPhone: "title",
      cell: ({ kind: of, thingId, title }) => (
        <Link to="/publications/$kind/$thingId" params={{ kind: of, thingId }}>
          {title}
        </Link>
      ),
    },
    { key: "note", header: t(say("kind")), width: "13rem", cell: ({ note }) => t(note) },
    { key: "unit", header: t(say("unit")), width: "16rem", cell: ({ unitName }) => unitName },
    { key: "since", header: t(say("since")), width: "9rem", cell: ({ since }) => since && showDate(since) },
  ];
  return (
    <>
      <DataTable label={t(say("could"))} rows={items} columns={columns} rowKey={({ thingId }) => thingId} />
      <Pager page={page} pages={Math.ceil(total / pageSize)} onPage={onPage} />
    </>
  );
}
