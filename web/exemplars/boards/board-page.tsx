import { Checkbox, Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { Board } from "../../../src/modules/exemplars/figures/contract.ts";
import { fieldTitles, kindNames } from "../../../src/modules/exemplars/messages.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { showInstant, today } from "../../ui/dates.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Section } from "../../ui/section.tsx";
import { UnitFilter } from "../../ui/unit-filter.tsx";
import all from "../exemplars.module.css";
import { say as sayAll } from "../messages.ts";
import type { BoardSearch } from "../search.ts";
import styles from "./boards.module.css";
import { say } from "./messages.ts";

type Counts = Board["counts"];
type Place = Board["places"][number];

/** From registration to award in a year, by field, kind and area: five minutes of a leader, on a phone. */
export function BoardPage() {
  const t = useText();
  const { year = Number(today().slice(0, 4)), unit } = useSearch({ from: "/staff/exemplars/board" });
  const navigate = useNavigate({ from: "/exemplars/board" });
  const change = (search: BoardSearch) => void navigate({ search: { year, unit, ...search } });
  const input = { year, ...(unit === undefined ? {} : { unitId: unit as never }) };
  const board = useQuery({ ...orpc.exemplars.boards.read.queryOptions({ input }), placeholderData: keepPreviousData });
  const now = Number(today().slice(0, 4));
  const years = [...new Set([now + 1, ...Array.from({ length: 8 }, (_, back) => now - back), year])].toSorted((a, b) => b - a);
  return (
    <>
      <PageHeader
        title={t(say("title"))}
        note={board.data && t(say("note", { unit: board.data.unit.name, year: board.data.year }))}
        back={{ to: "/exemplars", text: t(sayAll("toList")) }}
      />
      <div className={styles["controls"]}>
        <Select
          label={t(say("year"))}
          w="8rem"
          data={years.map(String)}
          value={String(year)}
          allowDeselect={false}
          onChange={(next) => change({ year: Number(next) })}
        />
        <UnitFilter unitId={unit} onChange={(next) => change({ unit: next })} />
        {board.data && <Lists board={board.data} />}
      </div>
      {board.isPending && <Busy rows={6} />}
      {board.error && <ErrorNote error={board.error} onRetry={() => void board.refetch()} />}
      {board.data &&
        (board.data.counts.registered + board.data.counts.running === 0 ? (
          <>
            <EmptyState title={t(say("empty"))}>{t(say("emptyText"))}</EmptyState>
            <Places board={board.data} />
          </>
        ) : (
          <>
            <Funnel board={board.data} />
            <Places board={board.data} />
            <Parts board={board.data} />
          </>
        ))}
      {board.data && <p className={styles["quiet"]}>{t(say("countedAt", { at: showInstant(board.data.countedAt) }))}</p>}
    </>
  );
}

/** The same figures as a list, on the screen and as the offices know it. */
function Lists({ board: { unit, year } }: { board: Board }) {
  const t = useText();
  const query = `?unitId=${unit.id}&year=${year}`;
  return (
    <div className={styles["links"]}>
      <Link to="/exemplars" search={{ unit: unit.id, year }} className={all["sideLink"]}>
        {t(say("list"))}
      </Link>
      <a href={`/files/exemplars/list.xlsx${query}`} className={all["sideLink"]}>
        {t(say("excel"))}
      </a>
      <a href={`/files/exemplars/list.docx${query}`} className={all["sideLink"]}>
        {t(say("word"))}
      </a>
    </div>
  );
}

const stages = ["registered", "accepted", "carriedOut", "recognised", "typical", "awarded"] as const;

function Funnel({ board: { counts, year } }: { board: Board }) {
  const t = useText();
  const most = Math.max(1, counts.registered);
  return (
    <Section title={t(say("funnel", { year }))} note={t(say("funnelNote"))}>
      <ol className={styles["funnel"]}>
        {stages.map((stage) => (
          <li key={stage} className={styles["stage"]}>
            <span>{t(say(stage))}</span>
            <span className={styles["track"]} aria-hidden="true">
              <span className={styles["bar"]} style={{ width: `${(counts[stage] / most) * 100}%` }} />
            </span>
            <span>
              <span className={styles["count"]}>{counts[stage].toLocaleString("vi")}</span>{" "}
              {stage !== "registered" && counts[stage] > 0 && (
                <span className={styles["share"]}>({t(say("ofRegistered", { percent: Math.round((counts[stage] / most) * 100) }))})</span>
              )}
            </span>
          </li>
        ))}
      </ol>
      <p className={styles["summary"]}>
        <span>{t(say("runningNow", { count: counts.running }))}</span>
        <span>{t(say("copiesNow", { count: counts.copies }))}</span>
      </p>
    </Section>
  );
}

const shown = ["registered", "running", "recognised", "copies"] as const;

/** A nought is a dash, so that what is there stands out. */
function useCountColumns<Row extends Counts>(): Column<Row>[] {
  const t = useText();
  return shown.map((key) => ({
    key,
    header: t(say(key)),
    width: "8rem",
    align: "right",
    cell: (row) => (row[key] === 0 ? null : row[key].toLocaleString("vi")),
    sort: (row) => row[key],
  }));
}

function Places({ board: { places, coverage, year } }: { board: Board }) {
  const t = useText();
  const counts = useCountColumns<Place>();
  const [onlyWithout, setOnly] = useState(false);
  if (places.length === 0) return null;
  const rows = onlyWithout ? places.filter(({ unit, registered, running }) => unit !== null && registered + running === 0) : places;
  const columns: Column<Place>[] = [
    {
      key: "place",
      header: t(say("columnPlace")),
      onPhone: "title",
      sort: ({ unit }) => unit?.name ?? "",
      cell: ({ unit, registered, running }) => (
        <>
          {unit === null ? (
            t(say("ownLevel"))
          ) : (
            <Link to="/exemplars/board" search={{ unit: unit.id, year }}>
              {unit.name}
            </Link>
          )}
          {registered + running === 0 && <div className={styles["quiet"]}>{t(say("none"))}</div>}
        </>
      ),
    },
    ...counts,
  ];
  return (
    <Section
      title={t(say("places"))}
      note={t(say("placesNote", coverage))}
      actions={<Checkbox label={t(say("onlyWithout"))} checked={onlyWithout} onChange={(event) => setOnly(event.currentTarget.checked)} />}
    >
      <DataTable label={t(say("places"))} rows={rows} columns={columns} rowKey={({ unit }) => unit?.id ?? 0} />
    </Section>
  );
}

function Parts({ board: { fields, kinds } }: { board: Board }) {
  const t = useText();
  const fieldCounts = useCountColumns<Board["fields"][number]>();
  const kindCounts = useCountColumns<Board["kinds"][number]>();
  return (
    <>
      <Section title={t(say("fields"))}>
        <DataTable
          label={t(say("fields"))}
          rows={fields}
          initialSort={{ key: "registered", descending: true }}
          columns={[
            {
              key: "field",
              header: t(say("columnField")),
              onPhone: "title",
              cell: ({ field }) => t(field === null ? say("noField") : fieldTitles[field]),
            },
            ...fieldCounts,
          ]}
          rowKey={({ field }) => field ?? "none"}
        />
      </Section>
      <Section title={t(say("kinds"))}>
        <DataTable
          label={t(say("kinds"))}
          rows={kinds}
          initialSort={{ key: "registered", descending: true }}
          columns={[{ key: "kind", header: t(say("columnKind")), onPhone: "title", cell: ({ kind }) => t(kindNames[kind]) }, ...kindCounts]}
          rowKey={({ kind }) => kind}
        />
      </Section>
    </>
  );
}
