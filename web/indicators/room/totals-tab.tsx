import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { api } from "../../shell/api.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Section } from "../../ui/section.tsx";
import { percentOf, showFigure } from "../entry/figure.ts";
import { say } from "./messages.ts";
import type { Room, Round } from "./types.ts";
import shared from "../indicators.module.css";
import styles from "./room.module.css";

type Totals = Awaited<ReturnType<typeof api.indicators.figures.totals>>;
type TotalCell = Totals["rows"][number]["cells"][string];

const areas: readonly string[] = ["country", "province", "district", "commune", "residential-area"];

type Asked = { key: string; label: string; unit: string };

/** What the form's cells add up to in an area, as sent and as approved; who is missing; the same area by area, one level down. */
export function TotalsTab({ round, room }: { round: Round; room: Room }) {
  const t = useText();
  const { area } = useSearch({ from: "/staff/rounds/$roundId" });
  const owner = useQuery(orpc.units.get.queryOptions({ input: { id: round.round.owner.id } }));
  if (owner.isPending) return <Busy rows={6} />;
  if (owner.error) return <ErrorNote error={owner.error} onRetry={() => void owner.refetch()} />;
  const own = areas.includes(owner.data.kind) ? owner.data.id : owner.data.ancestors.findLast(({ kind }) => areas.includes(kind))?.id;
  const asked = new Map<string, Asked>();
  for (const { rows } of round.content.sections)
    for (const { indicatorId, member, label, unit } of rows) {
      const key = member ? `${indicatorId}:${member}` : String(indicatorId);
      if (!asked.has(key)) asked.set(key, { key, label, unit });
    }
  if (asked.size === 0 || own === undefined) return <EmptyState title={t(say("noFigures"))}>{t(say("noFiguresText"))}</EmptyState>;
  return <AreaTotals round={round} room={room} asked={[...asked.values()]} area={area ?? own} own={own} />;
}

function AreaTotals({ round, room, asked, area, own }: { round: Round; room: Room; asked: Asked[]; area: number; own: number }) {
  const t = useText();
  const { formId, period } = round.round;
  const cells = asked.map(({ key }) => key);
  const input = { area, calendar: period.calendar, period: period.code, cells, formId };
  const provisional = useQuery(orpc.indicators.figures.totals.queryOptions({ input: { ...input, tier: "provisional" } }));
  const approved = useQuery(orpc.indicators.figures.totals.queryOptions({ input: { ...input, tier: "approved" } }));
  const missing = room.missing.map(({ unit }) => unit.unit.name);
  if (provisional.isPending || approved.isPending) return <Busy rows={8} />;
  const error = provisional.error ?? approved.error;
  if (error) return <ErrorNote error={error} onRetry={() => void Promise.all([provisional.refetch(), approved.refetch()])} />;
  const [sent] = provisional.data?.rows ?? [];
  const [good] = approved.data?.rows ?? [];
  const names =
    provisional.data?.available.filter(({ series }) => provisional.data.series.includes(series)).map(({ name }) => t(name)) ?? [];
  return (
    <>
      {area !== own && (
        <p className={shared["plain"]}>
          <Link from="/rounds/$roundId" to="." search={(before) => ({ ...before, area: undefined })}>
            {t(say("wholeArea"))}
          </Link>{" "}
          › <strong>{sent?.unit.name}</strong>
        </p>
      )}
      <Section
        title={t(say("totalsOf", { area: sent?.unit.name ?? "" }))}
        note={names.length > 0 ? t(say("addedUp", { series: names.join(", ") })) : undefined}
      >
        {area === own && missing.length > 0 && (
          <p className={shared["hint"]}>{t(say("withoutThese", { count: missing.length, units: missing.join("; ") }))}</p>
        )}
        <DataTable
          label={t(say("tabTotals"))}
          rows={asked}
          rowKey={({ key }) => key}
          columns={[
            {
              key: "label",
              header: t(say("columnIndicator")),
              onPhone: "title",
              cell: ({ label, unit }) => (
                <>
                  {label} <span className={shared["quiet"]}>({unit})</span>
                </>
              ),
            },
            {
              key: "sent",
              header: t(say("columnProvisional")),
              width: "11rem",
              align: "right",
              cell: ({ key }) => <Total cell={sent?.cells[key]} />,
            },
            {
              key: "good",
              header: t(say("columnApproved")),
              width: "11rem",
              align: "right",
              cell: ({ key }) => <Total cell={good?.cells[key]} />,
            },
            {
              key: "given",
              header: t(say("columnGiven")),
              width: "9rem",
              align: "right",
              cell: ({ key }) => {
                const cell = sent?.cells[key];
                return cell ? `${cell.given}/${cell.asked}` : null;
              },
            },
          ]}
        />
      </Section>
      <ByArea asked={asked} input={input} />
    </>
  );
}

/** A total, or why there is none: distinct people and the like cannot be added up. */
function Total({ cell }: { cell: TotalCell | undefined }) {
  const t = useText();
  if (!cell) return <>–</>;
  if (cell.refused) return <span className={shared["quiet"]}>{t(cell.refused)}</span>;
  if (cell.denominator) {
    const percent = percentOf(cell.numerator, cell.denominator);
    return (
      <>
        {showFigure(cell.numerator)}/{showFigure(cell.denominator)} {percent !== null && `(${percent}%)`}
      </>
    );
  }
  return <>{showFigure(cell.value) || "–"}</>;
}

type Input = { area: number; calendar: "civil" | "cut-off-15"; period: string; cells: string[]; formId: string };

/** One indicator over the areas below, in the order of their names; never a ranking. */
function ByArea({ asked, input }: { asked: Asked[]; input: Input }) {
  const t = useText();
  const navigate = useNavigate({ from: "/rounds/$roundId" });
  const [cell, setCell] = useState(asked[0]?.key ?? "");
  const children = useQuery(
    orpc.indicators.figures.totals.queryOptions({ input: { ...input, cells: [cell], by: "children", tier: "provisional" } }),
  );
  const numbers = children.data?.rows.map(({ cells }) => Number(cells[cell]?.value ?? 0)) ?? [];
  const most = Math.max(1, ...numbers);
  return (
    <Section title={t(say("byArea"))}>
      <Select
        maw="36rem"
        mb="sm"
        label={t(say("columnIndicator"))}
        data={asked.map(({ key, label }) => ({ value: key, label }))}
        value={cell}
        onChange={(key) => key && setCell(key)}
        searchable
        allowDeselect={false}
      />
      {children.isPending && <Busy rows={4} />}
      {children.error && <ErrorNote error={children.error} onRetry={() => void children.refetch()} />}
      {children.data && (
        <DataTable
          label={t(say("byArea"))}
          rows={children.data.rows}
          rowKey={({ unit }) => unit.id}
          empty={<EmptyState title={t(say("noAreas"))}>{t(say("noAreasText"))}</EmptyState>}
          columns={[
            {
              key: "area",
              header: t(say("columnArea")),
              onPhone: "title",
              sort: ({ unit }) => unit.name,
              cell: ({ unit }) => (
                <button
                  type="button"
                  className={styles["areaButton"]}
                  onClick={() => void navigate({ search: (before) => ({ ...before, area: unit.id }) })}
                >
                  {unit.name}
                </button>
              ),
            },
            {
              key: "value",
              header: t(say("columnProvisional")),
              width: "10rem",
              align: "right",
              cell: ({ cells }) => <Total cell={cells[cell]} />,
            },
            {
              key: "bar",
              header: t(say("columnBar")),
              width: "16rem",
              onPhone: "hidden",
              cell: ({ cells }) => (
                <span
                  className={styles["barLine"]}
                  style={{ width: `${(Number(cells[cell]?.value ?? 0) / most) * 100}%` }}
                  aria-hidden="true"
                />
              ),
            },
            { key: "sent", header: t(say("columnSubmissions")), width: "9rem", align: "right", cell: ({ submissions }) => submissions },
          ]}
        />
      )}
    </Section>
  );
}
