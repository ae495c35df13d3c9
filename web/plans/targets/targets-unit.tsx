import { Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { facts } from "../../../src/kernel/facts.ts";
import type { TargetUnit } from "../../../src/modules/plans/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { showDate } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Section } from "../../ui/section.tsx";
import { say } from "./messages.ts";
import type { Chosen } from "./targets-map.tsx";
import styles from "./targets.module.css";
import { linkText, reasonText, shown, stateText } from "./words.ts";

const tone = { reached: "good", "under-way": "active", none: "neutral", unknown: "neutral" } as const;

/** What stands behind one cell, and the way back to the clause. */
export function TargetUnitDialog({ planId, year, chosen, onClose }: { planId: string; year: number; chosen: Chosen; onClose(): void }) {
  const t = useText();
  const answer = useQuery(orpc.plans.targetUnit.queryOptions({ input: { id: planId, ...chosen, year } }));
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={answer.data?.unit.name ?? t(say("unit"))}
      closeButtonProps={{ "aria-label": t(say("close")) }}
    >
      {answer.isPending && <Busy rows={6} />}
      {answer.error && <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data && <Behind planId={planId} data={answer.data} />}
    </Modal>
  );
}

function Behind({ planId, data }: { planId: string; data: TargetUnit }) {
  const t = useText();
  const { target, cell, records, parts, documentId, more } = data;
  return (
    <>
      <blockquote className={styles["quote"]}>
        <span className={styles["small"]}>{t(say("clauseOf", { clause: target.clause || "–" }))}</span>
        {target.quote || target.text}
      </blockquote>
      <dl className={styles["figures"]}>
        <div>
          <dt>{t(say("value"))}</dt>
          <dd>
            {cell.state === "unknown" ? "–" : `${shown(cell.value ?? "0")} ${target.unit}`}{" "}
            <StateBadge tone={tone[cell.state]}>{t(stateText[cell.state])}</StateBadge>
          </dd>
        </div>
        {cell.need !== null && (
          <div>
            <dt>{t(say("need"))}</dt>
            <dd>
              {shown(cell.need)} {target.unit}
            </dd>
          </div>
        )}
      </dl>
      {cell.reason && <p>{t(reasonText(cell.reason))}</p>}
      <p className={styles["small"]}>
        {facts([
          target.window && t(say("window", { from: showDate(target.window.from), to: showDate(target.window.to) })),
          target.window && target.window.times > 1 && t(say("times", { times: target.window.times })),
          target.link && linkText(target.link, t),
          cell.approximate > 0 && t(say("approximate", { count: cell.approximate })),
          cell.provisional && t(say("provisional")),
        ])}
      </p>
      <div className={styles["links"]}>
        <Link to="/plans/$planId" params={{ planId }} search={{ tab: undefined }} hash={`item-${target.itemId}`}>
          {t(say("seeClause"))}
        </Link>
        {documentId && (
          <Link to="/documents/$documentId" params={{ documentId }}>
            {t(say("seeDocument"))}
          </Link>
        )}
      </div>
      <Section title={t(say("records"))} level={3}>
        {records.length === 0 ? (
          <p className={styles["small"]}>{t(say("noRecords"))}</p>
        ) : (
          <DataTable
            label={t(say("records"))}
            rows={records}
            rowKey={({ kind, id }) => `${kind}/${id}`}
            columns={[
              { key: "date", header: t(say("recordDate")), width: "7rem", cell: ({ date }) => showDate(date) },
              {
                key: "title",
                header: t(say("recordTitle")),
                onPhone: "title",
                cell: ({ title, path }) => <a href={`/app${path}`}>{title}</a>,
              },
              { key: "unit", header: t(say("recordUnit")), cell: ({ unit }) => unit },
              {
                key: "value",
                header: t(say("recordValue")),
                align: "right",
                width: "6rem",
                cell: ({ value, said }) => value !== null && `${said ? `${said} ` : ""}${shown(value)}`,
              },
            ]}
          />
        )}
        {more && <p className={styles["small"]}>{t(say("more"))}</p>}
      </Section>
      {parts.length > 0 && (
        <Section
          title={t(say("parts"))}
          note={target.link?.source === "measures" && target.link.scope !== "own" ? undefined : t(say("partsApart"))}
          level={3}
        >
          <DataTable
            label={t(say("parts"))}
            rows={parts}
            rowKey={({ unit }) => unit.id}
            columns={[
              { key: "unit", header: t(say("partUnit")), onPhone: "title", cell: ({ unit }) => unit.name },
              {
                key: "value",
                header: t(say("recordValue")),
                align: "right",
                width: "8rem",
                cell: ({ value }) => (value === null ? "0" : shown(value)),
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}
