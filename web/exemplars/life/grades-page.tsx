import { Button, Select, TextInput } from "@mantine/core";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { dot } from "../../../src/kernel/facts.ts";
import type { GradeRow } from "../../../src/modules/exemplars/life/contract.ts";
import type { Grade } from "../../../src/modules/exemplars/life/domain.ts";
import { nextStepNames } from "../../../src/modules/exemplars/life/messages.ts";
import { kindNames } from "../../../src/modules/exemplars/messages.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { showDate, today } from "../../ui/dates.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { Pager } from "../../ui/pager.tsx";
import { UnitFilter } from "../../ui/unit-filter.tsx";
import { gradeShows, type GradesSearch } from "../search.ts";
import styles from "./life.module.css";
import { say } from "./messages.ts";
import { RuleSection } from "./rule-section.tsx";

/** What was chosen and not sent yet, by exemplar; it outlives leafing through the pages. */
type Chosen = Record<string, { row: GradeRow; grade: string; why: string }>;

const decides = ({ can }: GradeRow): boolean => can.includes("decide");

/** A unit's exemplars of a year, graded in one go: the lead proposes, those above decide. */
export function GradesPage() {
  const t = useText();
  const search = useSearch({ from: "/staff/exemplars/grades" });
  const navigate = useNavigate({ from: "/exemplars/grades" });
  const thisYear = Number(today().slice(0, 4));
  const { year = thisYear, unit, show = "all", page = 1 } = search;
  const input = { year, show, page, ...(unit === undefined ? {} : { unitId: unit as never }) };
  const list = useQuery({ ...orpc.exemplars.life.grades.queryOptions({ input }), placeholderData: keepPreviousData });
  const [chosen, setChosen] = useState<Chosen>({});
  const go = (change: GradesSearch) => {
    // Another year or unit is another list: nothing is carried over into it.
    if (!("page" in change)) setChosen({});
    void navigate({ search: { ...search, page: undefined, ...change }, replace: true });
  };
  const scale = list.data?.scale ?? [];
  const open = (list.data?.items ?? []).filter(({ can }) => can.length > 0);
  const choose = (row: GradeRow, grade: string | null) =>
    setChosen(({ [row.id]: before, ...others }) =>
      grade === null ? others : { ...others, [row.id]: { row, grade, why: before?.why ?? "" } },
    );
  const explain = (row: GradeRow, why: string) =>
    setChosen((before) =>
      before[row.id] ? { ...before, [row.id]: { ...before[row.id], row, why, grade: before[row.id]?.grade ?? "" } } : before,
    );
  const all = (grade: (row: GradeRow) => string | undefined) =>
    setChosen((before) => ({
      ...before,
      ...Object.fromEntries(
        open.flatMap((row) => {
          const picked = grade(row);
          return picked === undefined ? [] : [[row.id, { row, grade: picked, why: before[row.id]?.why ?? "" }]];
        }),
      ),
    }));
  return (
    <>
      <PageHeader title={t(say("gradesPage"))} note={t(say("gradesNote"))} back={{ to: "/exemplars", text: t(say("columnName")) }} />
      <div className={styles["filters"]}>
        <Select
          label={t(say("gradesYear"))}
          allowDeselect={false}
          data={[...new Set([thisYear, thisYear - 1, thisYear - 2, year])].map(String)}
          value={String(year)}
          onChange={(value) => go({ year: value ? Number(value) : undefined })}
        />
        <UnitFilter unitId={unit} onChange={(next) => go({ unit: next })} />
        <Select
          label={t(say("gradesShow"))}
          allowDeselect={false}
          data={gradeShows.map((value) => ({ value, label: t(say(`show.${value}`)) }))}
          value={show}
          onChange={(value) => go({ show: gradeShows.find((each) => each === value) })}
        />
      </div>
      {list.isPending && <Busy rows={6} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <>
          <p className={styles["quiet"]} role="status">
            {list.data.unit.name}: {t(say("gradesCount", list.data.counts))}
          </p>
          {open.length > 1 && (
            <div className={styles["bar"]}>
              <Select
                aria-label={t(say("sameGrade"))}
                placeholder={t(say("sameGrade"))}
                data={scale.map(({ code, name }) => ({ value: code, label: name }))}
                value={null}
                onChange={(grade) => grade && all(() => grade)}
              />
              {open.some(decides) && (
                <Button
                  variant="default"
                  onClick={() =>
                    all(({ grade }) => (grade && scale.some(({ code }) => code === grade.proposed.code) ? grade.proposed.code : undefined))
                  }
                >
                  {t(say("asProposed"))}
                </Button>
              )}
            </div>
          )}
          <GradeTable rows={list.data.items} scale={scale} chosen={chosen} onChoose={choose} onExplain={explain} />
          <Pager page={page} pages={Math.max(1, Math.ceil(list.data.total / list.data.pageSize))} onPage={(next) => go({ page: next })} />
          <SaveBar year={year} chosen={chosen} scale={scale} onSaved={() => setChosen({})} />
        </>
      )}
      <RuleSection unitId={unit} />
    </>
  );
}

type TableProps = {
  rows: readonly GradeRow[];
  scale: readonly Grade[];
  chosen: Chosen;
  onChoose(row: GradeRow, grade: string | null): void;
  onExplain(row: GradeRow, why: string): void;
};

function GradeTable({ rows, scale, chosen, onChoose, onExplain }: TableProps) {
  const t = useText();
  const columns: Column<GradeRow>[] = [
    {
      key: "name",
      header: t(say("columnName")),
      onPhone: "title",
      cell: ({ id, name, kind, lead }) => (
        <>
          <Link to="/exemplars/$exemplarId" params={{ exemplarId: id }} search={{ tab: "steps" }} className={styles["titleLink"]}>
            {name}
          </Link>
          <div className={styles["quiet"]}>
            {t(kindNames[kind])}
            {dot}
            {lead.name}
          </div>
        </>
      ),
    },
    {
      key: "look",
      header: t(say("columnLook")),
      width: "14rem",
      cell: ({ goals, goalsReached, openFindings, movedOn }) => (
        <div className={styles["look"]}>
          <span>{t(goals === 0 ? say("goalsNone") : say("goalsReached", { reached: goalsReached, all: goals }))}</span>
          {openFindings > 0 && <span>{t(say("findingsOpen", { count: openFindings }))}</span>}
          <span>{t(say("lastNews", { date: showDate(movedOn) }))}</span>
        </div>
      ),
    },
    { key: "last", header: t(say("columnLast")), width: "8rem", cell: ({ lastYear }) => lastYear },
    {
      key: "grade",
      header: t(say("columnGrade")),
      width: "20rem",
      cell: (row) => {
        const { grade, can, name } = row;
        const mine = chosen[row.id];
        return (
          <div className={styles["gradeCell"]}>
            {grade?.decided ? (
              <strong>
                {t(
                  say("decidedAs", {
                    name: grade.decided.name,
                    next: t(nextStepNames[grade.decided.next]),
                    date: showDate(grade.decided.onDate),
                  }),
                )}
              </strong>
            ) : (
              grade && (
                <span>
                  {t(say("proposedAs", { name: grade.proposed.name, unit: grade.proposed.by.unit.name }))}
                  {grade.proposed.reason && <span className={styles["quiet"]}> ({grade.proposed.reason})</span>}
                </span>
              )
            )}
            {can.length > 0 && (
              <Select
                aria-label={t(say("gradeFor", { name }))}
                placeholder={t(say("gradeChoose"))}
                clearable
                clearButtonProps={{ "aria-label": t(say("cancel")) }}
                data={scale.map(({ code, name: label, next }) => ({ value: code, label: `${label} → ${t(nextStepNames[next])}` }))}
                value={mine?.grade ?? null}
                onChange={(value) => onChoose(row, value)}
              />
            )}
            {mine && (
              <TextInput
                aria-label={`${t(say("because"))}: ${name}`}
                placeholder={t(say("because"))}
                maxLength={1000}
                value={mine.why}
                onChange={(event) => onExplain(row, event.currentTarget.value)}
              />
            )}
          </div>
        );
      },
    },
  ];
  return (
    <DataTable
      label={t(say("gradesPage"))}
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t(say("gradesNone"))}>{t(say("gradesNoneText"))}</EmptyState>}
    />
  );
}

type SaveProps = { year: number; chosen: Chosen; scale: readonly Grade[]; onSaved(): void };

/** Stays in sight while one goes down the list. */
function SaveBar({ year, chosen, scale, onSaved }: SaveProps) {
  const t = useText();
  const client = useQueryClient();
  const lines = Object.values(chosen);
  const toDecide = lines.filter(({ row }) => decides(row));
  const toPropose = lines.filter(({ row }) => !decides(row));
  const save = useMutation({
    mutationFn: async () => {
      if (toPropose.length > 0) {
        const items = toPropose.map(({ row, grade, why }) => ({ id: row.id, version: row.grade?.version ?? 0, grade, reason: why.trim() }));
        await api.exemplars.life.proposeGrades({ year, items });
        showDone(t(say("proposedDone", { count: items.length })));
      }
      if (toDecide.length > 0) {
        const items = toDecide.map(({ row, grade, why }) => ({ id: row.id, version: row.grade?.version ?? 1, grade, note: why.trim() }));
        await api.exemplars.life.decideGrades({ year, items });
        showDone(t(say("decidedDone", { count: items.length })));
      }
    },
    onSuccess: onSaved,
    onSettled: () => client.invalidateQueries({ queryKey: orpc.exemplars.life.key() }),
  });
  if (lines.length === 0) return null;
  const [best] = scale;
  const same = lines.length >= 5 && lines.every(({ grade }) => grade === best?.code);
  return (
    <div className={styles["saveBar"]}>
      {same && (
        <p className={styles["note"]} data-tone="attention">
          {t(say("questionAll"))}
        </p>
      )}
      <ErrorNote error={save.error} />
      <span role="status">{t(say("chosen", { count: lines.length }))}</span>
      <Button size="md" loading={save.isPending} onClick={() => save.mutate()}>
        {t(toDecide.length > 0 ? say("decideMany", { count: lines.length }) : say("proposeMany", { count: lines.length }))}
      </Button>
    </div>
  );
}
