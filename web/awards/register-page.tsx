import { Button, Select } from "@mantine/core";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { AwardRow } from "../../src/modules/awards/contract.ts";
import styles from "../exemplars/exemplars.module.css";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { DataTable, type Column } from "../ui/data-table.tsx";
import { showDate, today } from "../ui/dates.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterRow } from "../ui/filter-row.tsx";
import { FindBox } from "../ui/find-box.tsx";
import { showDone } from "../ui/notices.ts";
import { PagedList } from "../ui/paged-list.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { ReasonForm } from "../ui/reason-form.tsx";
import { UnitFilter } from "../ui/unit-filter.tsx";
import { say } from "./messages.ts";
import type { RegisterSearch } from "./search.ts";

type Asked = Extract<Parameters<typeof orpc.awards.register.list.queryOptions>[0]["input"], object>;

const askedOf = ({ unit, exemplar, page, ...rest }: RegisterSearch): Asked => ({
  ...rest,
  ...(unit === undefined ? {} : { unitId: unit as never }),
  ...(exemplar === undefined ? {} : { exemplarId: exemplar }),
  page: page ?? 1,
});

/** The register, newest first: with a unit chosen, the history of a collective. Never ordered by how many. */
export function RegisterPage() {
  const t = useText();
  const search = useSearch({ from: "/staff/awards/register" });
  const navigate = useNavigate({ from: "/awards/register" });
  const { page = 1 } = search;
  const [text, setText] = useState(search.text ?? "");
  const may = useMay();
  const [acting, setActing] = useState<Acting | null>(null);
  const list = useQuery({ ...orpc.awards.register.list.queryOptions({ input: askedOf(search) }), placeholderData: keepPreviousData });
  const filter = (change: RegisterSearch) => void navigate({ search: { ...search, page: undefined, ...change }, replace: true });
  const query = new URLSearchParams(
    Object.entries({
      text: search.text,
      form: search.form,
      subject: search.subject,
      year: search.year?.toString(),
      unitId: search.unit?.toString(),
      exemplarId: search.exemplar,
    }).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );
  const columns = useColumns(setActing);
  return (
    <>
      <PageHeader
        title={t(say("register"))}
        note={t(say(search.exemplar ? "ofExemplar" : "registerNote"))}
        back={{ to: "/awards", text: t(say("toList")) }}
        actions={
          <>
            <a href={`/files/awards/register.xlsx?${query.toString()}`} className={styles["sideLink"]} download>
              {t(say("export"))}
            </a>
            {may("award:decide") && (
              <Link to="/awards/register/new" className={styles["sideLink"]}>
                {t(say("record"))}
              </Link>
            )}
          </>
        }
      />
      <Filters search={search} text={text} onType={setText} onFilter={filter} />
      {acting && <ActForm key={`${acting.act} ${acting.award.id}`} {...acting} onDone={() => setActing(null)} />}
      <PagedList
        query={list}
        page={page}
        onPage={(next) => filter({ page: next })}
        busyRows={6}
        found={(total) => t(say("found", { total }))}
      >
        {(data) => (
          <DataTable
            label={t(say("register"))}
            rows={data.items}
            columns={columns}
            rowKey={({ id }) => id}
            tone={({ revokedOn }) => (revokedOn === null ? undefined : "quiet")}
            empty={<EmptyState title={t(say("registerNone"))}>{t(say("registerNoneText"))}</EmptyState>}
          />
        )}
      </PagedList>
    </>
  );
}

type FiltersProps = { search: RegisterSearch; text: string; onType(text: string): void; onFilter(change: RegisterSearch): void };

function Filters({ search, text, onType, onFilter }: FiltersProps) {
  const t = useText();
  const forms = useQuery({ ...orpc.awards.forms.list.queryOptions(), staleTime: Infinity });
  const year = Number(today().slice(0, 4));
  const years = Array.from({ length: 10 }, (_, back) => String(year - back));
  return (
    <FilterRow>
      <FindBox label={t(say("filterText"))} text={text} onType={onType} onFind={(found) => onFilter({ text: found })} />
      <Select
        aria-label={t(say("filterForm"))}
        placeholder={t(say("filterForm"))}
        clearable
        data={(forms.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        value={search.form ?? null}
        onChange={(value) => onFilter({ form: value ?? undefined })}
      />
      <Select
        aria-label={t(say("filterSubject"))}
        placeholder={t(say("filterSubject"))}
        clearable
        data={(["collective", "individual"] as const).map((value) => ({ value, label: t(say(`subject.${value}`)) }))}
        value={search.subject ?? null}
        onChange={(value) => onFilter({ subject: value === "collective" || value === "individual" ? value : undefined })}
      />
      <Select
        aria-label={t(say("filterYear"))}
        placeholder={t(say("filterYear"))}
        clearable
        data={years}
        value={search.year ? String(search.year) : null}
        onChange={(value) => onFilter({ year: value ? Number(value) : undefined })}
      />
      <UnitFilter unitId={search.unit} onChange={(unit) => onFilter({ unit })} />
    </FilterRow>
  );
}

type Acting = { act: "revoke" | "erase"; award: AwardRow };
const actWords = {
  revoke: { named: "revokeNamed", act: "revoke", text: "revokeText", done: "revoked" },
  erase: { named: "eraseNamed", act: "erase", text: "eraseText", done: "erased" },
} as const;

function useColumns(onAct: (acting: Acting) => void): Column<AwardRow>[] {
  const t = useText();
  const nameOf = ({ printedName }: AwardRow) => printedName ?? t(say("erasedName"));
  return [
    {
      key: "name",
      header: t(say("columnName")),
      onPhone: "title",
      cell: (award) => (
        <>
          <strong>{nameOf(award)}</strong>
          <div className={styles["facts"]}>
            {[award.printedPost, award.printedUnit ?? award.unit.name].filter(Boolean).map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </div>
        </>
      ),
    },
    { key: "form", header: t(say("columnForm")), width: "9rem", cell: ({ formName }) => formName },
    {
      key: "deed",
      header: t(say("columnDeed")),
      width: "18rem",
      cell: ({ deed, exemplar }) => (
        <>
          {deed}
          {exemplar && (
            <div>
              <Link to="/exemplars/$exemplarId" params={{ exemplarId: exemplar.id }}>
                {exemplar.name}
              </Link>
            </div>
          )}
        </>
      ),
    },
    {
      key: "decision",
      header: t(say("columnDecision")),
      width: "14rem",
      cell: (award) => (
        <>
          <div>{t(say("awardText", { number: award.number, day: showDate(award.grantedOn) }))}</div>
          <div className={styles["quiet"]}>{award.granter}</div>
          {award.revokedOn && (
            <>
              <StateBadge tone="attention">{t(say("revokedOn", { day: showDate(award.revokedOn) }))}</StateBadge>
              <div className={styles["quiet"]}>{award.revokedReason}</div>
            </>
          )}
        </>
      ),
    },
    {
      key: "act",
      header: t(say("columnAct")),
      width: "7rem",
      cell: (award) =>
        award.can.length > 0 && (
          <div className={styles["acts"]}>
            {award.can.map((act) => (
              <Button
                key={act}
                size="xs"
                variant="default"
                aria-label={t(say(actWords[act].named, { name: nameOf(award) }))}
                onClick={() => onAct({ act, award })}
              >
                {t(say(actWords[act].act))}
              </Button>
            ))}
          </div>
        ),
    },
  ];
}

/** Revoking and erasing, each with its reason. */
function ActForm({ act, award, onDone }: Acting & { onDone(): void }) {
  const t = useText();
  const client = useQueryClient();
  const words = actWords[act];
  return (
    <div className={styles["aside"]}>
      <ReasonForm
        title={t(say(words.named, { name: award.printedName ?? t(say("erasedName")) }))}
        note={t(say(words.text))}
        confirm={t(say(words.act))}
        back={t(say("back"))}
        question={t(say("reason"))}
        wide
        send={(reason) => {
          const given = { id: award.id, version: award.version, reason };
          return act === "erase" ? api.awards.register.erase(given) : api.awards.register.revoke({ ...given, revokedOn: today() });
        }}
        onCancel={onDone}
        onDone={() => {
          void client.invalidateQueries({ queryKey: orpc.awards.key() });
          showDone(t(say(words.done)));
          onDone();
        }}
      />
    </div>
  );
}
