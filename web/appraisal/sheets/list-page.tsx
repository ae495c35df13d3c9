import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { MySheetRow } from "../../../src/modules/appraisal/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { showDate } from "../../ui/dates.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import styles from "../appraisal.module.css";
import { say } from "../messages.ts";
import { sheetTone } from "../words.ts";

/** What a judge owes: one's own sheets and nobody else's. */
export function SheetListPage() {
  const t = useText();
  const query = useQuery({ ...orpc.appraisal.sheets.mine.queryOptions(), refetchOnWindowFocus: true });
  const columns: Column<MySheetRow>[] = [
    {
      key: "subject",
      header: t(say("columnSubject")),
      onPhone: "title",
      cell: ({ id, subject, round }) => (
        <>
          <Link to="/appraisal/sheets/$sheetId" params={{ sheetId: id }} className={styles["titleLink"]}>
            {subject.title}
          </Link>
          <div className={styles["facts"]}>
            <span>{round.title}</span>
          </div>
        </>
      ),
    },
    { key: "due", header: t(say("columnDue")), width: "9rem", cell: ({ round }) => showDate(round.judgeUntil) },
    { key: "marked", header: t(say("columnMarked")), width: "10rem", cell: (sheet) => t(say("marked", sheet)) },
    {
      key: "state",
      header: t(say("columnState")),
      width: "13rem",
      cell: ({ state, subject }) => (
        <StateBadge tone={state === "draft" && subject.state !== "judging" ? "neutral" : sheetTone[state]}>
          {t(state === "draft" && subject.state !== "judging" ? say(`state.${subject.state}`) : say(`sheet.${state}`))}
        </StateBadge>
      ),
    },
  ];
  return (
    <>
      <PageHeader title={t(say("mySheets"))} note={t(say("mineNote"))} back={{ to: "/appraisal", text: t(say("toRounds")) }} />
      {query.isPending && <Busy rows={4} />}
      {query.error && <ErrorNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <DataTable
          label={t(say("mySheets"))}
          rows={query.data}
          columns={columns}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t(say("mineNone"))}>{t(say("mineNoneText"))}</EmptyState>}
        />
      )}
    </>
  );
}
