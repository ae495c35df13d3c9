import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { CampaignRow } from "../../src/modules/awards/contract.ts";
import { kindNames } from "../../src/modules/awards/messages.ts";
import styles from "../exemplars/exemplars.module.css";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { DataTable, type Column } from "../ui/data-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Icon } from "../ui/icon.tsx";
import { PagedList } from "../ui/paged-list.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { say } from "./messages.ts";
import { campaignStateText, campaignTone, periodText, span } from "./words.ts";

/** Campaigns of one's bodies and those that concern one's units, the last to close first. */
export function CampaignListPage() {
  const t = useText();
  const may = useMay();
  const { page = 1 } = useSearch({ from: "/staff/awards" });
  const navigate = useNavigate({ from: "/awards" });
  const list = useQuery({ ...orpc.awards.campaigns.list.queryOptions({ input: { page } }), placeholderData: keepPreviousData });
  const columns: Column<CampaignRow>[] = [
    {
      key: "title",
      header: t(say("columnTitle")),
      onPhone: "title",
      cell: ({ id, title, kind }) => (
        <>
          <Link to="/awards/$campaignId" params={{ campaignId: id }} className={styles["titleLink"]}>
            {title}
          </Link>
          <div className={styles["facts"]}>
            <span>{t(kindNames[kind])}</span>
          </div>
        </>
      ),
    },
    { key: "body", header: t(say("columnBody")), width: "15rem", cell: ({ body }) => body.name },
    { key: "period", header: t(say("columnPeriod")), width: "7rem", cell: periodText },
    { key: "window", header: t(say("columnWindow")), width: "13rem", cell: ({ opensOn, closesOn }) => span(opensOn, closesOn) },
    { key: "proposed", header: t(say("columnProposed")), width: "11rem", cell: ({ proposed }) => t(say("counts", proposed)) },
    {
      key: "state",
      header: t(say("columnState")),
      width: "11rem",
      cell: ({ state }) => <StateBadge tone={campaignTone[state]}>{t(campaignStateText(state))}</StateBadge>,
    },
  ];
  return (
    <>
      <PageHeader
        title={t(say("title"))}
        note={t(say("listNote"))}
        actions={
          <>
            <Link to="/awards/contests" className={styles["sideLink"]}>
              {t(say("contests"))}
            </Link>
            <Link to="/awards/register" className={styles["sideLink"]}>
              {t(say("register"))}
            </Link>
            <Link to="/awards/forms" className={styles["sideLink"]}>
              {t(say("formList"))}
            </Link>
            {may("award:decide") && (
              <Link to="/awards/new" className={styles["mainLink"]}>
                <Icon name="plus" size={18} />
                {t(say("newCampaign"))}
              </Link>
            )}
          </>
        }
      />
      <PagedList query={list} page={page} onPage={(next) => void navigate({ search: { page: next } })} busyRows={4}>
        {(data) => (
          <DataTable
            label={t(say("title"))}
            rows={data.items}
            columns={columns}
            rowKey={({ id }) => id}
            tone={({ state }) => (state === "cancelled" ? "quiet" : undefined)}
            empty={<EmptyState title={t(say("none"))}>{t(say("noneText"))}</EmptyState>}
          />
        )}
      </PagedList>
    </>
  );
}
