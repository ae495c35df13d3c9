import { Button } from "@mantine/core";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { UnitDetails } from "../../src/modules/units/contract.ts";
import { isArea } from "../../src/modules/units/domain.ts";
import { kindNames } from "../../src/modules/units/messages.ts";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { DataTable, type Column } from "../ui/data-table.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { showDate, today } from "../ui/dates.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { HistoryPanel } from "../ui/history-panel.tsx";
import { KeyValue } from "../ui/key-value.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Section } from "../ui/section.tsx";
import { AddUnitButton, CodeButton, EndButton, RelationButton, RenameButton } from "./edits.tsx";
import { say } from "./messages.ts";
import { Tree } from "./tree.tsx";
import styles from "./units.module.css";

/** One unit: where it stands on the day, and all that was and is known of it. */
export function UnitPage() {
  const t = useText();
  const { unitId } = useParams({ from: "/staff/units/$unitId" });
  const { asOf } = useSearch({ from: "/staff/units/$unitId" });
  const unit = useQuery({ ...orpc.units.get.queryOptions({ input: { id: Number(unitId), asOf } }), placeholderData: keepPreviousData });
  if (unit.isPending) return <Busy rows={8} />;
  if (unit.error) {
    return (
      <>
        <PageHeader title={t(say("title"))} back={{ to: "/units", text: t(say("back")) }} />
        <ErrorNote error={unit.error} onRetry={() => void unit.refetch()} />
      </>
    );
  }
  return <Unit unit={unit.data} asOf={asOf} />;
}

function useSpanText() {
  const t = useText();
  return ({ from, until }: { from: string | null; until: string | null }) =>
    t(say("fromTo", { from: from && showDate(from), until: until && showDate(until) }));
}

function Unit({ unit, asOf }: { unit: UnitDetails; asOf?: string }) {
  const t = useText();
  const spanText = useSpanText();
  const navigate = useNavigate({ from: "/units/$unitId" });
  const day = asOf ?? today();
  const ended = unit.until !== null && unit.until < day;
  const notYet = unit.from !== null && unit.from > day;
  const setDay = (chosen: string | null) =>
    void navigate({ search: { asOf: chosen === null || chosen === today() ? undefined : chosen }, replace: true });
  const bodies = unit.children.filter(({ kind }) => !isArea(kind));
  const areas = unit.children.filter(({ kind }) => isArea(kind));

  return (
    <>
      <PageHeader
        title={unit.name}
        badge={
          ended ? (
            <StateBadge tone="neutral">{t(say("ended"))}</StateBadge>
          ) : notYet ? (
            <StateBadge tone="neutral">{t(say("notYet"))}</StateBadge>
          ) : null
        }
        note={unit.ancestors.length > 0 ? <Ancestors unit={unit} asOf={asOf} /> : undefined}
        back={{ to: "/units", text: t(say("back")) }}
        actions={
          unit.editable && (
            <>
              <RenameButton unit={unit} />
              <AddUnitButton unit={unit} />
              <EndButton unit={unit} />
            </>
          )
        }
      />
      <div className={styles["filters"]}>
        <KeyValue
          items={[
            [t(say("kind")), t(kindNames[unit.kind])],
            [t(say("validity")), spanText(unit)],
          ]}
        />
        <DateInput label={t(say("asOf"))} value={day} onChange={setDay} />
        {asOf && (
          <Button variant="default" onClick={() => setDay(null)}>
            {t(say("asOfToday"))}
          </Button>
        )}
      </div>
      <div className={styles["columns"]}>
        <Section title={t(say("bodies"))}>
          {bodies.length > 0 ? (
            <Tree key={`${unit.id} ${day}`} roots={bodies} asOf={asOf} label={t(say("bodies"))} closed />
          ) : (
            <p className={styles["quiet"]}>{t(say("noChildren"))}</p>
          )}
        </Section>
        {isArea(unit.kind) && unit.kind !== "residential-area" && (
          <Section title={t(say("areas"))}>
            {areas.length > 0 ? (
              <Tree key={`${unit.id} ${day}`} roots={areas} asOf={asOf} label={t(say("areas"))} closed />
            ) : (
              <p className={styles["quiet"]}>{t(say("noChildren"))}</p>
            )}
          </Section>
        )}
      </div>
      <Section title={t(say("names"))}>
        <DataTable
          label={t(say("names"))}
          rows={unit.names}
          rowKey={(row) => row.from ?? ""}
          columns={[
            { key: "name", header: t(say("name")), cell: (row) => row.name, onPhone: "title" },
            { key: "parent", header: t(say("liesIn")), cell: (row) => row.parent?.name ?? null },
            { key: "time", header: t(say("time")), cell: (row) => spanText(row), width: "17rem" },
          ]}
        />
      </Section>
      <Section title={t(say("codes"))} actions={unit.editable && <CodeButton unit={unit} />}>
        <DataTable
          label={t(say("codes"))}
          rows={unit.codes}
          rowKey={(row) => `${row.system} ${row.from}`}
          empty={<p className={styles["quiet"]}>{t(say("noCodes"))}</p>}
          columns={[
            { key: "code", header: t(say("code")), cell: (row) => row.code, onPhone: "title" },
            { key: "system", header: t(say("system")), cell: (row) => row.system },
            { key: "time", header: t(say("time")), cell: (row) => spanText(row), width: "17rem" },
          ]}
        />
      </Section>
      <Relations unit={unit} />
      <HistoryPanel kind="unit" id={String(unit.id)} />
    </>
  );
}

function Ancestors({ unit, asOf }: { unit: UnitDetails; asOf?: string }) {
  const t = useText();
  return (
    <nav aria-label={t(say("liesIn"))}>
      <ol className={styles["path"]}>
        {unit.ancestors.map(({ id, name }) => (
          <li key={id}>
            <Link to="/units/$unitId" params={{ unitId: String(id) }} search={{ asOf }}>
              {name}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

type Relation = UnitDetails["relations"][number];

function useRelationColumns(unit: UnitDetails): Column<Relation>[] {
  const t = useText();
  const spanText = useSpanText();
  const columns: Column<Relation>[] = [
    {
      key: "superior",
      header: t(say("superior")),
      cell: ({ superior }) => (
        <Link to="/units/$unitId" params={{ unitId: String(superior.id) }} search={{}}>
          {superior.name}
        </Link>
      ),
      onPhone: "title",
    },
    { key: "kind", header: t(say("relation")), cell: ({ kind }) => t(say(`relation.${kind}`)) },
    { key: "time", header: t(say("time")), cell: spanText, width: "17rem" },
  ];
  if (!unit.editable) return columns;
  return [...columns, { key: "end", header: t(say("act")), cell: (row) => <EndRelation unit={unit} relation={row} />, width: "11rem" }];
}

function EndRelation({ unit, relation: { kind, superior, from, until } }: { unit: UnitDetails; relation: Relation }) {
  const t = useText();
  const client = useQueryClient();
  if ((from !== null && from >= today()) || (until !== null && until < today())) return null;
  const end = async () => {
    await api.units.setRelation({ id: unit.id, version: unit.version, kind, superiorId: superior.id, from: today(), ended: true });
    await client.invalidateQueries({ queryKey: orpc.units.key() });
  };
  return (
    <ConfirmButton
      size="xs"
      variant="default"
      question={t(say("endRelationQuestion", { name: superior.name }))}
      consequence={t(say("endRelationText"))}
      confirm={t(say("endRelation"))}
      onConfirm={end}
    >
      {t(say("endRelation"))}
    </ConfirmButton>
  );
}

function Relations({ unit }: { unit: UnitDetails }) {
  const t = useText();
  const columns = useRelationColumns(unit);
  return (
    <Section title={t(say("relations"))} actions={unit.editable && <RelationButton unit={unit} />}>
      <DataTable
        label={t(say("relations"))}
        rows={unit.relations}
        rowKey={(row) => `${row.kind} ${row.superior.id} ${row.from}`}
        empty={<p className={styles["quiet"]}>{t(say("noRelations"))}</p>}
        columns={columns}
      />
    </Section>
  );
}
