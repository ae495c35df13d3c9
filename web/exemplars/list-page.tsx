import { Button, Checkbox, Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { ExemplarRow } from "../../src/modules/exemplars/contract.ts";
import { fieldTitles, kindNames } from "../../src/modules/exemplars/messages.ts";
import { UnitFilter } from "../ui/unit-filter.tsx";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { DataTable, type Column } from "../ui/data-table.tsx";
import { today } from "../ui/dates.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { FindBox } from "../ui/find-box.tsx";
import { Icon } from "../ui/icon.tsx";
import { PagedList } from "../ui/paged-list.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { say as sayBoard } from "./boards/messages.ts";
import styles from "./exemplars.module.css";
import { LearningFilters } from "./learning/filters.tsx";
import { say as sayLearning } from "./learning/filter-messages.ts";
import { say as sayLife } from "./life/messages.ts";
import { say } from "./messages.ts";
import { say as sayRegistration } from "./registration/messages.ts";
import { say as sayRecognition } from "./recognition/messages.ts";
import { fields, kinds, states, type ExemplarListSearch } from "./search.ts";
import { stateText, stateTone, stepText } from "./words.ts";

/** The register, newest first. Filters live in the address. */
export function ExemplarListPage() {
  const t = useText();
  const may = useMay();
  const search = useSearch({ from: "/staff/exemplars" });
  const navigate = useNavigate({ from: "/exemplars" });
  const { page = 1 } = search;
  const [text, setText] = useState(search.text ?? "");
  const list = useQuery({ ...orpc.exemplars.list.queryOptions({ input: askedOf(search) }), placeholderData: keepPreviousData });
  const filter = (change: ExemplarListSearch) => void navigate({ search: { ...search, page: undefined, ...change }, replace: true });
  const filtered = Object.entries(search).some(([key, value]) => key !== "page" && value !== undefined);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const columns = useColumns(chosen, setChosen);
  const registerLink = may("exemplar:register") && (
    <Link to="/exemplars/new" className={styles["mainLink"]}>
      <Icon name="plus" size={18} />
      {t(say("register"))}
    </Link>
  );
  return (
    <>
      <PageHeader title={t(say("title"))} note={t(say("listNote"))} actions={registerLink} />
      <nav className={styles["ways"]} aria-label={t(say("ways"))}>
        <Link to="/exemplars/board">{t(sayBoard("open"))}</Link>
        <Link to="/exemplars/grades">{t(sayLife("toGrades"))}</Link>
        <Link to="/exemplars/decisions">{t(sayRecognition("recognitions"))}</Link>
        <Link to="/exemplars/rounds">{t(say("rounds"))}</Link>
        <Link to="/exemplars/peers">{t(sayLearning("peers"))}</Link>
        {may("exemplar:accept") && <Link to="/exemplars/signals">{t(sayLearning("signals"))}</Link>}
        {may("exemplar:register") && (
          <>
            <Link to="/exemplars/invitations">{t(sayRegistration("invitations"))}</Link>
            <Link to="/exemplars/import">{t(sayRegistration("importTitle"))}</Link>
          </>
        )}
      </nav>
      <Filters search={search} text={text} onType={setText} onFilter={filter} />
      {search.round && <p className={styles["quiet"]}>{t(say("inRound"))}</p>}
      <PagedList query={list} page={page} onPage={(next) => filter({ page: next })} busyRows={6}>
        {(data) => (
          <>
            <div className={styles["countRow"]}>
              <p className={styles["count"]} role="status">
                {data.total > 0 && t(data.more ? sayLearning("foundMore", { total: data.total }) : say("found", { total: data.total }))}
              </p>
              {chosen.length > 1 && (
                <Link to="/exemplars/compare" search={{ ids: chosen.join(",") }} className={styles["sideLink"]}>
                  {t(sayLearning("compareThese", { count: chosen.length }))}
                </Link>
              )}
              {filtered && (
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => {
                    setText("");
                    void navigate({ search: {}, replace: true });
                  }}
                >
                  {t(say("clearFilters"))}
                </Button>
              )}
            </div>
            <DataTable
              label={t(say("title"))}
              rows={data.items}
              columns={columns}
              rowKey={({ id }) => id}
              tone={({ state }) => (state === "stopped" || state === "withdrawn" ? "quiet" : undefined)}
              empty={
                filtered ? (
                  <EmptyState title={t(say("noneFound"))}>{t(say("noneFoundText"))}</EmptyState>
                ) : (
                  <EmptyState title={t(say("none"))}>{t(say("noneText"))}</EmptyState>
                )
              }
            />
          </>
        )}
      </PagedList>
    </>
  );
}

const million = 1_000_000;
const moneyOf = {
  to10: { moneyUntil: 10 * million },
  to50: { moneyFrom: 10 * million, moneyUntil: 50 * million },
  to200: { moneyFrom: 50 * million, moneyUntil: 200 * million },
  over200: { moneyFrom: 200 * million },
} as const;

type Asked = Parameters<typeof orpc.exemplars.list.queryOptions>[0]["input"];

/** The address, as the server is asked. */
const askedOf = ({ unit, round, own, quiet, money, sort, page, ...rest }: ExemplarListSearch): Extract<Asked, object> => ({
  ...rest,
  ...(unit === undefined ? {} : { unitId: unit as never }),
  ...(round === undefined ? {} : { roundId: round }),
  ...(own ? { own: "true" } : {}),
  ...(quiet ? { quiet: "true" } : {}),
  ...(money ? moneyOf[money] : {}),
  sort: sort ?? (rest.text ? "fit" : "newest"),
  page: page ?? 1,
});

type FiltersProps = {
  search: ExemplarListSearch;
  text: string;
  onType(text: string): void;
  onFilter(change: ExemplarListSearch): void;
};

function Filters({ search, text, onType, onFilter }: FiltersProps) {
  const t = useText();
  const words = useQuery({ ...orpc.exemplars.words.queryOptions(), staleTime: Infinity });
  // On a phone the list comes first: filters unfold.
  const [all, setAll] = useState(() =>
    Object.entries(search).some(([key, value]) => !["text", "page"].includes(key) && value !== undefined),
  );
  const year = Number(today().slice(0, 4));
  const years = [...new Set([...Array.from({ length: 8 }, (_, back) => year + 1 - back), ...(search.year ? [search.year] : [])])];
  const themes = [...new Set([...(words.data?.themes ?? []), ...(search.theme ? [search.theme] : [])])];
  return (
    <search className={styles["filters"]} data-all={all || undefined}>
      <FindBox label={t(say("find"))} text={text} onType={onType} onFind={(found) => onFilter({ text: found })} />
      <Button variant="default" className={styles["moreFilters"]} aria-expanded={all} onClick={() => setAll((open) => !open)}>
        {t(say("moreFilters"))}
      </Button>
      <Select
        aria-label={t(say("filterKind"))}
        placeholder={t(say("filterKind"))}
        clearable
        data={kinds.map((value) => ({ value, label: t(kindNames[value]) }))}
        value={search.kind ?? null}
        onChange={(value) => onFilter({ kind: kinds.find((each) => each === value) })}
      />
      <Select
        aria-label={t(say("filterField"))}
        placeholder={t(say("filterField"))}
        clearable
        data={fields.map((value) => ({ value, label: t(fieldTitles[value]) }))}
        value={search.field ?? null}
        onChange={(value) => onFilter({ field: fields.find((each) => each === value) })}
      />
      <Select
        aria-label={t(say("filterState"))}
        placeholder={t(say("filterState"))}
        clearable
        data={states.map((value) => ({ value, label: t(stateText(value)) }))}
        value={search.state ?? null}
        onChange={(value) => onFilter({ state: states.find((each) => each === value) })}
      />
      <Select
        aria-label={t(say("filterTheme"))}
        placeholder={t(say("filterTheme"))}
        clearable
        searchable
        data={themes}
        value={search.theme ?? null}
        onChange={(value) => onFilter({ theme: value ?? undefined })}
      />
      <Select
        aria-label={t(say("filterYear"))}
        placeholder={t(say("filterYear"))}
        clearable
        data={years.map(String)}
        value={search.year ? String(search.year) : null}
        onChange={(value) => onFilter({ year: value ? Number(value) : undefined })}
      />
      <LearningFilters search={search} onFilter={onFilter} />
      <UnitFilter unitId={search.unit} onChange={(unit) => onFilter({ unit })} />
      <Checkbox
        label={t(say("ownOnly"))}
        checked={search.own ?? false}
        onChange={(event) => onFilter({ own: event.currentTarget.checked || undefined })}
      />
      <Checkbox
        label={t(sayLife("filterQuiet"))}
        checked={search.quiet ?? false}
        onChange={(event) => onFilter({ quiet: event.currentTarget.checked || undefined })}
      />
    </search>
  );
}

function useColumns(chosen: readonly string[], onChoose: (chosen: readonly string[]) => void): Column<ExemplarRow>[] {
  const t = useText();
  return [
    {
      key: "name",
      header: t(say("columnName")),
      onPhone: "title",
      cell: (exemplar) => (
        <>
          <Link to="/exemplars/$exemplarId" params={{ exemplarId: exemplar.id }} className={styles["titleLink"]}>
            {exemplar.name}
          </Link>
          <div className={styles["facts"]}>
            <span>{t(kindNames[exemplar.kind])}</span>
            {exemplar.stream === "existing" && <span>{t(say("existingMark"))}</span>}
            {exemplar.themes.slice(0, 2).map((theme) => (
              <span key={theme}>{theme}</span>
            ))}
          </div>
        </>
      ),
    },
    { key: "lead", header: t(say("columnLead")), width: "15rem", cell: ({ lead }) => lead.name },
    { key: "field", header: t(say("columnField")), width: "10rem", cell: ({ field }) => field && t(fieldTitles[field]) },
    {
      key: "state",
      header: t(say("columnState")),
      width: "11rem",
      cell: (exemplar) => {
        const step = stepText(exemplar);
        return (
          <div className={styles["badges"]}>
            <StateBadge tone={stateTone[exemplar.state]}>{t(stateText(exemplar.state))}</StateBadge>
            {exemplar.late && exemplar.state === "registered" && <StateBadge tone="attention">{t(say("late"))}</StateBadge>}
            {step && <span className={styles["quiet"]}>{t(step)}</span>}
          </div>
        );
      },
    },
    { key: "year", header: t(say("columnYear")), width: "5rem", cell: ({ firstYear }) => firstYear && String(firstYear) },
    {
      key: "compare",
      header: t(sayLearning("compare")),
      width: "6rem",
      cell: ({ id, name }) => {
        const on = chosen.includes(id);
        return (
          <Checkbox
            aria-label={t(sayLearning("compareOne", { name }))}
            checked={on}
            disabled={!on && chosen.length === 4}
            onChange={() => onChoose(on ? chosen.filter((each) => each !== id) : [...chosen, id])}
          />
        );
      },
    },
  ];
}
