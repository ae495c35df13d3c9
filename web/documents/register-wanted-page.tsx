import { Button, Checkbox } from "@mantine/core";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { facts } from "../../src/kernel/facts.ts";
import type { WantedDocument } from "../../src/modules/documents/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { DataTable, type Column } from "../ui/data-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { showDone } from "../ui/notices.ts";
import { PagedList } from "../ui/paged-list.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import styles from "./register.module.css";
import { say } from "./register-messages.ts";
import { citedName, copyName, graphOf } from "./register-names.ts";
import { RegisterTabs } from "./register-tabs.tsx";

type WantedSearch = { often?: boolean; aside?: boolean; page?: number };

/** What the register cites and does not have: each one click away from its upload. */
export function WantedPage() {
  const t = useText();
  const search = useSearch({ from: "/staff/documents/wanted" });
  const navigate = useNavigate({ from: "/documents/wanted" });
  const { often = false, aside = false, page = 1 } = search;
  const list = useQuery({
    ...orpc.documents.wanted.queryOptions({ input: { page, least: often ? 2 : 1, aside: aside ? "true" : "false" } }),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns(aside);
  const filter = (change: WantedSearch) =>
    void navigate({ search: (before: WantedSearch) => ({ ...before, page: undefined, ...change }), replace: true });
  return (
    <>
      <PageHeader title={t(say("wantedTitle"))} note={t(say("wantedNote"))} />
      <RegisterTabs />
      <div className={styles["bar"]}>
        <Checkbox
          label={t(say("wantedOften"))}
          checked={often}
          onChange={(event) => filter({ often: event.currentTarget.checked || undefined })}
        />
        <Checkbox
          label={t(say("wantedAside"))}
          checked={aside}
          onChange={(event) => filter({ aside: event.currentTarget.checked || undefined })}
        />
      </div>
      <PagedList
        query={list}
        page={page}
        onPage={(next) => filter({ page: next })}
        busyRows={6}
        found={(total) => t(say("wantedFound", { total }))}
      >
        {(data) => (
          <DataTable
            label={t(say("wantedTitle"))}
            rows={data.items}
            columns={columns}
            rowKey={({ node }) => node}
            empty={<EmptyState title={t(say("wantedNone"))}>{t(say("wantedNoneText"))}</EmptyState>}
          />
        )}
      </PagedList>
    </>
  );
}

function useColumns(aside: boolean): Column<WantedDocument>[] {
  const t = useText();
  const may = useMay();
  return [
    {
      key: "document",
      header: t(say("wantedDocument")),
      onPhone: "title",
      cell: (wanted) => (
        <>
          <Link to="/documents/graph" search={graphOf(wanted)}>
            {citedName(t, wanted)}
          </Link>
          {wanted.date === null && wanted.number !== null && <span className={styles["small"]}>{t(say("dayUnknown"))}</span>}
          {(wanted.issuer ?? wanted.title) && wanted.number !== null && (
            <span className={styles["small"]}>{facts([wanted.issuer, wanted.title])}</span>
          )}
        </>
      ),
    },
    {
      key: "count",
      header: t(say("wantedCount")),
      width: "8rem",
      cell: ({ citedBy }) => t(say("wantedTimes", { count: citedBy })),
    },
    {
      key: "by",
      header: t(say("wantedBy")),
      width: "24rem",
      cell: ({ citers, citedBy }) => (
        <>
          {citers.map((citer) => (
            <span key={citer.id} className={styles["small"]}>
              <Link to="/documents/$documentId/review" params={{ documentId: citer.id }} search={{ line: citer.line ?? undefined }}>
                {copyName(t, citer)}
              </Link>
            </span>
          ))}
          {citedBy > citers.length && <span className={styles["small"]}>{t(say("wantedMore", { count: citedBy - citers.length }))}</span>}
        </>
      ),
    },
    {
      key: "acts",
      header: "",
      width: "13rem",
      cell: (wanted) => (
        <span className={styles["buttons"]}>
          {may("document:upload") && !aside && (
            <Link
              to="/documents/graph"
              search={graphOf(wanted)}
              className={styles["buttonLink"]}
              aria-label={t(say("uploadNamed", { name: citedName(t, wanted) }))}
            >
              {t(say("uploadIt"))}
            </Link>
          )}
          {may("document:review") && <AsideButton proposal={`cited|${wanted.node}`} aside={aside} name={citedName(t, wanted)} />}
        </span>
      ),
    },
  ];
}

/** One click away, and one click back. */
export function AsideButton({ proposal, aside, name }: { proposal: string; aside: boolean; name: string }) {
  const t = useText();
  const client = useQueryClient();
  const set = useMutation(
    orpc.documents.setProposalAside.mutationOptions({
      onSuccess: async () => {
        if (!aside) showDone(t(say("asideDone")));
        await Promise.all([
          client.invalidateQueries({ queryKey: orpc.documents.wanted.key() }),
          client.invalidateQueries({ queryKey: orpc.documents.reviewsDue.key() }),
        ]);
      },
    }),
  );
  return (
    <>
      <Button
        variant="default"
        loading={set.isPending}
        aria-label={t(say(aside ? "takeBackNamed" : "setAsideNamed", { name }))}
        onClick={() => set.mutate({ proposal, aside: !aside })}
      >
        {t(say(aside ? "takeBack" : "setAside"))}
      </Button>
      <ErrorNote error={set.error} />
    </>
  );
}
