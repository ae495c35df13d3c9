import { Button, Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { DocumentShort, DocumentState } from "../../src/modules/documents/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { DataTable, type Column } from "../ui/data-table.tsx";
import { showInstant, today } from "../ui/dates.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { FilterRow } from "../ui/filter-row.tsx";
import { FindBox } from "../ui/find-box.tsx";
import { PagedList } from "../ui/paged-list.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { say as sayOfCheck } from "./check/messages.ts";
import { documentTitle, DocumentStateBadge, stateText } from "./document-state.tsx";
import styles from "./documents.module.css";
import { say } from "./messages.ts";
import { showPartialDate } from "./partial-date.ts";
import type { RegisterSearch } from "./register-search.ts";
import { Refusals } from "./pages/refusals.tsx";
import { RegisterTabs } from "./register-tabs.tsx";
import { UploadSection } from "./upload-section.tsx";

const states = Object.keys(stateText) as DocumentState[];

/** The register: every document that the post in use may read, newest first; filters live in the address. */
export function RegisterPage() {
  const t = useText();
  const may = useMay();
  const search = useSearch({ from: "/staff/documents" });
  const navigate = useNavigate({ from: "/documents" });
  const [text, setText] = useState(search.text ?? "");
  const state = states.find((each) => each === search.state);

  const list = useQuery({
    ...orpc.documents.list.queryOptions({
      input: { text: search.text ?? "", state, docType: search.type, year: search.year, page: search.page ?? 1 },
    }),
    placeholderData: keepPreviousData,
    // Something that is being read just now becomes ready without a reload.
    refetchInterval: (query) =>
      query.state.data?.documents.some((document) => document.state === "compiling" || document.state === "recognising") ? 3000 : false,
  });

  const filter = (change: RegisterSearch) =>
    void navigate({ search: (before: RegisterSearch) => ({ ...before, page: undefined, ...change }), replace: true });
  const filtered = Boolean(search.text ?? state ?? search.type ?? search.year);
  const columns = useColumns();
  const page = search.page ?? 1;

  return (
    <>
      <PageHeader
        title={t(say("title"))}
        note={t(say("registerNote"))}
        actions={
          may("document:upload") && (
            <Link to="/documents/check" className={styles["sideLink"]}>
              {t(sayOfCheck("draftTitle"))}
            </Link>
          )
        }
      />
      <Refusals />
      <RegisterTabs />
      {may("document:upload") && <UploadSection />}
      <FilterRow>
        <FindBox label={t(say("find"))} text={text} onType={setText} onFind={(found) => filter({ text: found })} />
        <Select
          aria-label={t(say("filterState"))}
          placeholder={t(say("filterState"))}
          clearable
          data={states.map((value) => ({ value, label: t(stateText[value]) }))}
          value={state ?? null}
          onChange={(value) => filter({ state: value ?? undefined })}
        />
        <Select
          aria-label={t(say("filterType"))}
          placeholder={t(say("filterType"))}
          clearable
          data={list.data?.docTypes ?? []}
          value={search.type ?? null}
          onChange={(value) => filter({ type: value ?? undefined })}
        />
        <Select
          aria-label={t(say("filterYear"))}
          placeholder={t(say("filterYear"))}
          clearable
          data={recentYears()}
          value={search.year ? String(search.year) : null}
          onChange={(value) => filter({ year: value ? Number(value) : undefined })}
        />
        {filtered && (
          <Button
            variant="default"
            onClick={() => {
              setText("");
              filter({ text: undefined, state: undefined, type: undefined, year: undefined });
            }}
          >
            {t(say("clearFilters"))}
          </Button>
        )}
      </FilterRow>
      <PagedList
        query={list}
        page={page}
        onPage={(next) => filter({ page: next })}
        busyRows={6}
        found={(total) => t(say("found", { total }))}
      >
        {(data) => (
          <DataTable
            label={t(say("title"))}
            rows={data.documents}
            columns={columns}
            rowKey={(document) => document.id}
            empty={
              filtered ? (
                <EmptyState title={t(say("noneFound"))}>{t(say("noneFoundText"))}</EmptyState>
              ) : (
                <EmptyState title={t(say("none"))}>{t(say("noneText"))}</EmptyState>
              )
            }
          />
        )}
      </PagedList>
    </>
  );
}

function recentYears(): string[] {
  const year = Number(today().slice(0, 4));
  return Array.from({ length: 12 }, (_, back) => String(year + 1 - back));
}

function useColumns(): Column<DocumentShort>[] {
  const t = useText();
  return [
    {
      key: "title",
      header: t(say("column")),
      onPhone: "title",
      sort: documentTitle,
      cell: (document) => (
        <>
          <Link to="/documents/$documentId" params={{ documentId: document.id }} className={styles["titleLink"]}>
            {documentTitle(document)}
          </Link>
          {document.internal && <span className={styles["internal"]}>{t(say("internalMark"))}</span>}
        </>
      ),
    },
    { key: "number", header: t(say("number")), width: "11rem", sort: ({ number }) => number, cell: ({ number }) => number },
    { key: "date", header: t(say("date")), width: "7rem", sort: ({ date }) => date, cell: ({ date }) => showPartialDate(date) },
    { key: "issuer", header: t(say("issuer")), width: "15rem", sort: ({ issuer }) => issuer, cell: ({ issuer }) => issuer },
    {
      key: "state",
      header: t(say("state")),
      width: "9rem",
      sort: ({ state }) => states.indexOf(state),
      cell: ({ state }) => <DocumentStateBadge state={state} />,
    },
    {
      key: "uploaded",
      header: t(say("uploaded")),
      width: "9.5rem",
      onPhone: "hidden",
      sort: ({ uploadedAt }) => uploadedAt,
      cell: ({ uploadedAt }) => showInstant(uploadedAt),
    },
  ];
}
