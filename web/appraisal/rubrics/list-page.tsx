import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { grouped } from "../../../src/kernel/decimals.ts";
import type { RubricRow } from "../../../src/modules/appraisal/contract.ts";
import { ratedNames } from "../../../src/modules/appraisal/messages.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { useMay } from "../../shell/session.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PagedList } from "../../ui/paged-list.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import styles from "../appraisal.module.css";
import { say } from "../messages.ts";

/** Rubrics of one's bodies and what others have published. */
export function RubricListPage() {
  const t = useText();
  const may = useMay();
  const { page = 1 } = useSearch({ from: "/staff/appraisal/rubrics" });
  const navigate = useNavigate({ from: "/appraisal/rubrics" });
  const list = useQuery({ ...orpc.appraisal.rubrics.list.queryOptions({ input: { page } }), placeholderData: keepPreviousData });
  const columns: Column<RubricRow>[] = [
    {
      key: "title",
      header: t(say("columnRubric")),
      onPhone: "title",
      cell: ({ id, title, body, edition }) => (
        <>
          <Link to="/appraisal/rubrics/$rubricId" params={{ rubricId: id }} className={styles["titleLink"]}>
            {title}
          </Link>
          <div className={styles["facts"]}>
            <span>{body.name}</span>
            <span>{t(say("edition", { edition }))}</span>
          </div>
        </>
      ),
    },
    { key: "for", header: t(say("columnFor")), width: "16rem", cell: ({ rates }) => rates.map((each) => t(ratedNames[each])).join("; ") },
    {
      key: "points",
      header: t(say("columnPoints")),
      width: "14rem",
      cell: ({ points, lines }) =>
        points === null ? t(say("yesNoLines", { count: lines })) : t(say("pointsLines", { points: grouped(points), count: lines })),
    },
    {
      key: "state",
      header: t(say("columnState")),
      width: "10rem",
      cell: ({ state, sample }) => (
        <div className={styles["badges"]}>
          <StateBadge tone={state === "published" ? "good" : "neutral"}>{t(say(`rubric.${state}`))}</StateBadge>
          {sample && <StateBadge tone="attention">{t(say("sampleMark"))}</StateBadge>}
        </div>
      ),
    },
  ];
  return (
    <>
      <PageHeader
        title={t(say("rubrics"))}
        note={t(say("rubricsNote"))}
        back={{ to: "/appraisal", text: t(say("toRounds")) }}
        actions={
          may("appraisal:manage") && (
            <Link to="/appraisal/rubrics/new" className={styles["mainLink"]}>
              <Icon name="plus" size={18} />
              {t(say("newRubric"))}
            </Link>
          )
        }
      />
      <PagedList query={list} page={page} onPage={(next) => void navigate({ search: { page: next } })} busyRows={4}>
        {(data) => (
          <DataTable
            label={t(say("rubrics"))}
            rows={data.items}
            columns={columns}
            rowKey={({ id }) => id}
            empty={<EmptyState title={t(say("noRubricsYet"))}>{t(say("noRubricsText"))}</EmptyState>}
          />
        )}
      </PagedList>
    </>
  );
}
