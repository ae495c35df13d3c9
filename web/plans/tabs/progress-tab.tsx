import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Plan, Progress } from "../../../src/modules/plans/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { showDate } from "../../ui/dates.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Section } from "../../ui/section.tsx";
import { say } from "../messages.ts";
import styles from "../plans.module.css";
import { clauseText, edgeText } from "../words.ts";

type Tally = Progress["total"];
const columns = ["open", "accepted", "reported", "done", "late", "declined"] as const;

/** How far the plan is, by clause and by unit. Numbers first; a bar beside them for the eye. */
export function ProgressTab({ plan }: { plan: Plan }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const progress = useQuery(orpc.plans.progress.queryOptions({ input: { id: plan.id } }));
  if (progress.isPending) return <Busy rows={8} />;
  if (progress.error) return <ErrorNote error={progress.error} onRetry={() => void progress.refetch()} />;
  const { total, clauses, units, today } = progress.data;
  if (total.total === 0) return <EmptyState title={t(say("progressEmpty"))}>{t(say("progressEmptyText"))}</EmptyState>;
  return (
    <>
      <p className={styles["note"]}>{t(say("progressNote", { date: showDate(today) }))}</p>
      <div className={styles["totals"]}>
        <div>
          <strong>{t(say("doneOf", { done: total.done, total: total.total }))}</strong>
          <Bar tally={total} />
        </div>
        <dl>
          {columns.map((key) => (
            <div key={key} data-late={key === "late" && total.late > 0 ? true : undefined}>
              <dt>{t(say(key))}</dt>
              <dd>{total[key]}</dd>
            </div>
          ))}
        </dl>
        <Link to="/work" search={{ plan: plan.id, side: "any", show: "any" }}>
          {t(say("seeWork"))}
        </Link>
      </div>
      <Section title={t(say("byClause"))}>
        <DataTable
          label={t(say("byClause"))}
          rows={clauses.filter((clause) => clause.total > 0)}
          rowKey={({ itemId }) => itemId}
          columns={clauseColumns(t)}
        />
      </Section>
      <Section title={`${t(say("byUnit"))} (${units.length})`}>
        <DataTable
          label={t(say("byUnit"))}
          rows={all ? units : firstOf(units)}
          rowKey={({ unit }) => unit.id}
          initialSort={{ key: "late", descending: true }}
          tone={({ late }) => (late > 0 ? "late" : undefined)}
          columns={unitColumns(t)}
        />
        {!all && units.length > shownAtFirst && (
          <Button mt="sm" variant="default" size="xs" onClick={() => setAll(true)}>
            {t(say("showAllUnits", { count: units.length }))}
          </Button>
        )}
      </Section>
    </>
  );
}

const shownAtFirst = 30;

/** Those that are late first, then those with most to do; the rest on demand. */
const firstOf = (units: Progress["units"]): Progress["units"] =>
  units.toSorted((a, b) => b.late - a.late || b.total - b.done - (a.total - a.done)).slice(0, shownAtFirst);

type Say = ReturnType<typeof useText>;

const clauseColumns = (t: Say): Column<Progress["clauses"][number]>[] => [
  {
    key: "text",
    header: t(say("clauseColumn")),
    onPhone: "title",
    cell: ({ clause, text }) => (
      <>
        <span className={styles["clause"]}>{t(clauseText(clause))}</span> {text}
      </>
    ),
  },
  ...tallyColumns<Progress["clauses"][number]>(t),
];

const unitColumns = (t: Say): Column<Progress["units"][number]>[] => [
  {
    key: "unit",
    header: t(say("unit")),
    onPhone: "title",
    sort: ({ unit }) => unit.name,
    cell: ({ unit, edge }) => (
      <>
        {unit.name} <span className={styles["dim"]}>({t(edgeText[edge])})</span>
      </>
    ),
  },
  ...tallyColumns<Progress["units"][number]>(t),
];

function tallyColumns<Row extends Tally>(t: Say): Column<Row>[] {
  return [
    {
      key: "bar",
      header: t(say("done")),
      width: "9rem",
      sort: ({ done, total }) => done / Math.max(1, total),
      cell: (row) => <Bar tally={row} counted />,
    },
    ...(["open", "accepted", "reported", "late"] as const).map((key): Column<Row> => ({
      key,
      header: t(say(key)),
      align: "right",
      width: "7rem",
      sort: (row) => row[key],
      cell: (row) => (row[key] === 0 ? <span className={styles["dim"]}>0</span> : row[key]),
    })),
  ];
}

function Bar({ tally, counted = false }: { tally: Tally; counted?: boolean }) {
  const share = (count: number): string => `${(100 * count) / Math.max(1, tally.total)}%`;
  return (
    <span className={styles["barRow"]}>
      <span className={styles["bar"]} aria-hidden="true">
        <span style={{ width: share(tally.done) }} data-part="done" />
        <span style={{ width: share(tally.reported) }} data-part="reported" />
        <span style={{ width: share(tally.accepted) }} data-part="accepted" />
      </span>
      {counted && (
        <span>
          {tally.done}/{tally.total}
        </span>
      )}
    </span>
  );
}
