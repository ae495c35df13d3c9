import { Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { WorkRow } from "../../src/modules/work/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { DataTable, type Column } from "../ui/data-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterRow } from "../ui/filter-row.tsx";
import { PagedList } from "../ui/paged-list.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { say } from "./messages.ts";
import { shows, sides, type Show, type Side, type WorkSearch } from "./search.ts";
import { Reason } from "./reason.tsx";
import { TimeLeft, WorkStateBadge } from "./work-state.tsx";
import styles from "./work.module.css";

/** What the one choice "which" means for the server. */
const asked = (show: Show) => (show === "late" || show === "soon" ? { state: "open" as const, standing: show } : { state: show });

/** Everything of one's units: assigned to them, assigned by them, joined. The address holds the filters. */
export function WorkListPage() {
  const t = useText();
  const search = useSearch({ from: "/staff/work" });
  const navigate = useNavigate({ from: "/work" });
  const { text = "", side = "lead", show = "open", unit, plan, page = 1 } = search;
  const query = useQuery({
    ...orpc.work.list.queryOptions({ input: { text, side, ...asked(show), unitId: unit, planId: plan, page } }),
    placeholderData: keepPreviousData,
  });
  const change = (next: Partial<WorkSearch>) => void navigate({ search: { ...search, page: undefined, ...next }, replace: true });

  return (
    <>
      <PageHeader title={t(say("list"))} note={t(say("listNote"))} back={{ to: "/desk", text: t(say("backToDesk")) }} />
      <FilterRow>
        <FindInput initial={text} onFind={(found) => change({ text: found || undefined })} />
        <Select
          label={t(say("side"))}
          data={sides.map((value) => ({ value, label: t(say(`side.${value}`)) }))}
          value={side}
          allowDeselect={false}
          onChange={(value) => change({ side: value as Side, unit: undefined })}
        />
        <Select
          label={t(say("stateFilter"))}
          data={shows.map((value) => ({ value, label: t(say(`show.${value}`)) }))}
          value={show}
          allowDeselect={false}
          onChange={(value) => change({ show: value as Show })}
        />
      </FilterRow>
      <PagedList
        query={query}
        page={page}
        onPage={(next) => change({ page: next })}
        busyRows={8}
        found={(total) => t(say("found", { total }))}
      >
        {(data) => <Rows rows={data.items} side={side} />}
      </PagedList>
    </>
  );
}

function FindInput({ initial, onFind }: { initial: string; onFind(text: string): void }) {
  const t = useText();
  const [text, setText] = useState(initial);
  const find = useDebouncedCallback(onFind, 300);
  return (
    <TextInput
      type="search"
      label={t(say("find"))}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        find(event.currentTarget.value);
      }}
    />
  );
}

type Say = ReturnType<typeof useText>;

const columnsOf = (t: Say, side: Side): Column<WorkRow>[] => [
  { key: "title", header: t(say("column")), onPhone: "title", cell: titleCell },
  ...(side === "assigner"
    ? []
    : [{ key: "assigner", header: t(say("assigner")), width: "14rem", cell: (work: WorkRow) => work.assigner.name }]),
  ...(side === "lead" ? [] : [{ key: "lead", header: t(say("unit")), width: "14rem", cell: (work: WorkRow) => work.lead.name }]),
  { key: "due", header: t(say("due")), width: "12rem", cell: dueCell },
  { key: "state", header: t(say("state")), width: "9rem", cell: stateCell },
];

const titleCell = (work: WorkRow) => <TitleAndReason work={work} />;
const dueCell = (work: WorkRow) => <TimeLeft work={work} />;
const stateCell = (work: WorkRow) => <WorkStateBadge work={work} />;

function TitleAndReason({ work }: { work: WorkRow }) {
  return (
    <>
      <Link to="/work/$workId" params={{ workId: work.id }} className={styles["title"]}>
        {work.title}
      </Link>
      <div className={styles["why"]}>
        <Reason work={work} />
      </div>
    </>
  );
}

function Rows({ rows, side }: { rows: readonly WorkRow[]; side: Side }) {
  const t = useText();
  return (
    <DataTable
      label={t(say("list"))}
      rows={rows}
      columns={columnsOf(t, side)}
      rowKey={(work) => work.id}
      tone={(work) => (work.standing === "late" ? "late" : work.standing === "over" ? "quiet" : undefined)}
      empty={<EmptyState title={t(say("noneFound"))}>{t(say("noneFoundText"))}</EmptyState>}
    />
  );
}
