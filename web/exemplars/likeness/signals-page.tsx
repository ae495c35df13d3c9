import { Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { Signal, SignalKind } from "../../../src/modules/exemplars/likeness/contract.ts";
import { signalNames } from "../../../src/modules/exemplars/likeness/messages.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Pager } from "../../ui/pager.tsx";
import styles from "./likeness.module.css";
import { say } from "./messages.ts";
import { signalKinds } from "./signal-kinds.ts";

/** Questions a reviewer may ask: one kind at a time. */
export function SignalsPage() {
  const t = useText();
  const { kind = "cloned", page = 1 } = useSearch({ from: "/staff/exemplars/signals" });
  const navigate = useNavigate({ from: "/exemplars/signals" });
  const query = useQuery({ ...orpc.exemplars.likeness.signals.queryOptions({ input: { kind, page } }), placeholderData: keepPreviousData });
  const columns = useColumns(kind);
  return (
    <>
      <PageHeader
        title={t(say("signalsTitle"))}
        note={t(say("signalsNote"))}
        back={{ to: "/exemplars", text: t({ vi: "Sổ mô hình", en: "The register" }) }}
      />
      <Select
        label={t(say("signalKind"))}
        maw="28rem"
        allowDeselect={false}
        data={signalKinds.map((value) => ({ value, label: t(signalNames[value].name) }))}
        value={kind}
        onChange={(value) =>
          void navigate({ search: { kind: signalKinds.find((each) => each === value), page: undefined }, replace: true })
        }
      />
      <p>{t(signalNames[kind].hint)}</p>
      {query.isPending && <Busy rows={5} />}
      {query.error && <ErrorNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <>
          <DataTable
            label={t(signalNames[kind].name)}
            rows={query.data.items}
            columns={columns}
            rowKey={({ exemplar, unit, year }) => `${exemplar?.id ?? ""}${unit.id}${year ?? ""}`}
            empty={<EmptyState title={t(say("signalsNone"))}>{t(say("signalsNoneText"))}</EmptyState>}
          />
          <Pager
            page={page}
            pages={query.data.more ? page + 1 : page}
            onPage={(next) => void navigate({ search: { kind, page: next }, replace: true })}
          />
        </>
      )}
    </>
  );
}

const openLink = (exemplar: { id: string; name: string }) => (
  <Link to="/exemplars/$exemplarId" params={{ exemplarId: exemplar.id }} className={styles["name"]}>
    {exemplar.name}
  </Link>
);

function useColumns(kind: SignalKind): Column<Signal>[] {
  const t = useText();
  const why = ({ count, year }: Signal) =>
    kind === "cloned"
      ? t(say("cloned", { count }))
      : kind === "yearly"
        ? t(say("yearly", { count }))
        : kind === "all-good"
          ? t(say("allGood", { count, year: year ?? 0 }))
          : t(say("months", { count }));
  return [
    {
      key: "what",
      header: t(say("columnWhat")),
      onPhone: "title",
      cell: ({ exemplar, unit }) => (exemplar ? openLink(exemplar) : unit.name),
    },
    { key: "unit", header: t(say("columnUnit")), width: "18rem", cell: ({ exemplar, unit }) => exemplar && unit.name },
    {
      key: "why",
      header: t(say("columnWhy")),
      cell: (signal) => (
        <>
          {why(signal)} {signal.other && openLink(signal.other)}
          {signal.said && (
            <div className={styles["quiet"]}>
              {t(say("said"))} {signal.said}
            </div>
          )}
        </>
      ),
    },
  ];
}
