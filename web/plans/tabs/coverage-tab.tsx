import { Checkbox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { facts } from "../../../src/kernel/facts.ts";
import type { Coverage, Plan } from "../../../src/modules/plans/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Section } from "../../ui/section.tsx";
import { say } from "../messages.ts";
import styles from "../plans.module.css";
import { clauseText } from "../words.ts";

/** Both ways: which units have no plan of their own, and which clauses nobody took up. */
export function CoverageTab({ plan }: { plan: Plan }) {
  const t = useText();
  const coverage = useQuery(orpc.plans.coverage.queryOptions({ input: { id: plan.id, edition: plan.edition } }));
  const [onlyMissing, setOnlyMissing] = useState(false);
  if (coverage.isPending) return <Busy rows={8} />;
  if (coverage.error) return <ErrorNote error={coverage.error} onRetry={() => void coverage.refetch()} />;
  const { units, clauses } = coverage.data;
  if (units.length === 0) return <EmptyState title={t(say("coverageEmpty"))} />;
  const expected = units.filter((row) => row.expected);
  const missing = expected.filter(({ child }) => child === null);
  const nobody = clauses.filter((clause) => clause.nobody);
  const shown = onlyMissing ? missing : units;
  return (
    <>
      <div className={styles["figures"]}>
        {expected.length > 0 && (
          <p data-open={missing.length > 0 || undefined}>
            {missing.length > 0
              ? t(say("coverageMissing", { count: missing.length, total: expected.length }))
              : t(say("coverageAll", { total: expected.length }))}
          </p>
        )}
        {nobody.length > 0 && <p data-open>{t(say("coverageNobody", { count: nobody.length }))}</p>}
      </div>
      <Section
        title={t(say("coverageUnits"))}
        note={t(say("coverageNote"))}
        actions={
          missing.length > 0 && (
            <Checkbox
              label={t(say("onlyMissing"))}
              checked={onlyMissing}
              onChange={(event) => setOnlyMissing(event.currentTarget.checked)}
            />
          )
        }
      >
        <DataTable label={t(say("coverageUnits"))} rows={shown} rowKey={({ unit }) => unit.id} columns={unitColumns(t)} />
      </Section>
      <Section title={t(say("coverageClauses"))}>
        <DataTable
          label={t(say("coverageClauses"))}
          rows={clauses.filter(({ bound }) => bound > 0)}
          rowKey={({ itemId }) => itemId}
          columns={clauseColumns(t)}
        />
      </Section>
    </>
  );
}

type Say = ReturnType<typeof useText>;

const unitColumns = (t: Say): Column<Coverage["units"][number]>[] => [
  { key: "unit", header: t(say("unit")), onPhone: "title", sort: ({ unit }) => unit.name, cell: ({ unit }) => unit.name },
  {
    key: "child",
    header: t(say("childPlan")),
    width: "19rem",
    sort: ({ child, expected: owed }) => (child ? 2 : owed ? 0 : 1),
    cell: (row) => <ChildCell row={row} />,
  },
  ...(["takenOver", "adapted", "declined", "pending", "own"] as const).map((key) => ({
    key,
    header: t(
      key === "declined" ? say("declinedClauses") : key === "pending" ? say("unanswered") : key === "own" ? say("ownItems") : say(key),
    ),
    align: "right" as const,
    width: "6.8rem",
    onPhone: key === "own" ? ("hidden" as const) : undefined,
    sort: (row: Coverage["units"][number]) => row[key],
    cell: (row: Coverage["units"][number]) => (row.child ? row[key] : "–"),
  })),
];

const clauseColumns = (t: Say): Column<Coverage["clauses"][number]>[] => [
  {
    key: "clause",
    header: t(say("clauseColumn")),
    onPhone: "title",
    cell: ({ clause, text }) => (
      <>
        <span className={styles["clause"]}>{t(clauseText(clause))}</span> {text}
      </>
    ),
  },
  {
    key: "taken",
    header: t(say("takenOver")),
    width: "10rem",
    sort: ({ takenOver, adapted }) => takenOver + adapted,
    cell: ({ takenOver, adapted, bound, nobody: none }) =>
      none ? (
        <StateBadge tone="attention">{t(say("ofBound", { done: 0, bound }))}</StateBadge>
      ) : (
        t(say("ofBound", { done: takenOver + adapted, bound }))
      ),
  },
  { key: "adapted", header: t(say("adapted")), align: "right", width: "7rem", cell: ({ adapted }) => adapted },
  {
    key: "declined",
    header: t(say("declinedClauses")),
    width: "18rem",
    sort: ({ declined }) => declined.length,
    cell: ({ declined }) =>
      declined.length === 0 ? (
        "–"
      ) : (
        <details>
          <summary>{t(say("unitsCount", { count: declined.length }))}</summary>
          <ul className={styles["plainList"]}>
            {declined.map(({ unit, reason }) => (
              <li key={unit.id}>
                {unit.name}: {reason}
              </li>
            ))}
          </ul>
        </details>
      ),
  },
];

function ChildCell({ row }: { row: Coverage["units"][number] }) {
  const t = useText();
  if (row.child) {
    return (
      <Link to="/plans/$planId" params={{ planId: row.child.planId }}>
        {facts([row.child.number, row.child.title])}
      </Link>
    );
  }
  return row.expected ? (
    <StateBadge tone="attention">{t(say("noChild"))}</StateBadge>
  ) : (
    <span className={styles["dim"]}>{t(say("noChildNeeded"))}</span>
  );
}
