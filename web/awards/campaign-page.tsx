import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { facts } from "../../src/kernel/facts.ts";
import type { CampaignDetail } from "../../src/modules/awards/contract.ts";
import { kindNames } from "../../src/modules/awards/messages.ts";
import styles from "../exemplars/exemplars.module.css";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { DataTable, type Column } from "../ui/data-table.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { HistoryPanel } from "../ui/history-panel.tsx";
import { KeyValue } from "../ui/key-value.tsx";
import { showDone } from "../ui/notices.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { Section } from "../ui/section.tsx";
import own from "./awards.module.css";
import { BlanksSection } from "./blanks-section.tsx";
import { CampaignActs } from "./campaign-acts.tsx";
import { CampaignForm } from "./campaign-form.tsx";
import { CandidateList } from "./candidate-list.tsx";
import { say } from "./messages.ts";
import { campaignStateText, campaignTone, neededText, periodText, span, usedText } from "./words.ts";
import { writtenOf } from "./written.ts";

/** One campaign: what is to be done now, what it is, how far its quotas are used, who is proposed. */
export function CampaignPage() {
  const t = useText();
  const { campaignId } = useParams({ from: "/staff/awards/$campaignId" });
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const query = useQuery({ ...orpc.awards.campaigns.get.queryOptions({ input: { id: campaignId } }), refetchOnWindowFocus: true });
  if (query.isPending) return <Busy rows={6} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const campaign = query.data;
  const onChanged = (changed: CampaignDetail) => {
    client.setQueryData(orpc.awards.campaigns.get.queryKey({ input: { id: campaignId } }), changed);
    void client.invalidateQueries({ queryKey: orpc.awards.campaigns.list.key() });
    void client.invalidateQueries({ queryKey: ["history", "award-campaign", campaignId] });
  };
  return (
    <>
      <PageHeader
        title={campaign.title}
        note={facts([campaign.body.name, t(kindNames[campaign.kind]), periodText(campaign)])}
        badge={<StateBadge tone={campaignTone[campaign.state]}>{t(campaignStateText(campaign.state))}</StateBadge>}
        back={{ to: "/awards", text: t(say("toList")) }}
      />
      {editing ? (
        <CampaignForm
          thing={`award-campaign:${campaign.id}`}
          initial={writtenOf(campaign)}
          send={(input) => api.awards.campaigns.edit({ ...input, id: campaign.id, version: campaign.version })}
          onDone={(changed) => {
            setEditing(false);
            onChanged(changed);
            showDone(t(say("saved")));
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <div className={styles["columns"]}>
          <CampaignActs key={campaign.id} campaign={campaign} onEdit={() => setEditing(true)} onChanged={onChanged} />
          <div>
            <What campaign={campaign} />
            <Quotas campaign={campaign} />
            <Section title={t(say("candidates"))}>
              <CandidateList campaignId={campaign.id} />
            </Section>
            {campaign.manages && (campaign.state === "decided" || campaign.state === "closed") && (
              <BlanksSection campaignId={campaign.id} />
            )}
            <HistoryPanel kind="award-campaign" id={campaign.id} />
          </div>
        </div>
      )}
    </>
  );
}

function What({ campaign }: { campaign: CampaignDetail }) {
  const t = useText();
  const { clause } = campaign;
  return (
    <Section title={t(say("what"))}>
      <KeyValue
        items={[
          [t(say("columnWindow")), span(campaign.opensOn, campaign.closesOn)],
          [t(say("columnPeriod")), span(campaign.periodFrom, campaign.periodUntil)],
          [t(say("forms")), campaign.forms.map(({ name, granter }) => (granter ? `${name} (${granter})` : name)).join("; ")],
          [t(say("needed")), t(neededText(campaign.needed))],
          [t(say("clause")), clause && [clause.label, clause.clause].filter(Boolean).join(", ")],
          [t(say("note")), campaign.note],
        ]}
      />
    </Section>
  );
}

type Row = { key: string; name: string; collectives: [number, number | null]; individuals: [number, number | null] };

/** How much of each quota is used; in the order of the list, nobody is compared. */
function Quotas({ campaign }: { campaign: CampaignDetail }) {
  const t = useText();
  const rows: Row[] = [
    {
      key: "all",
      name: t(say("inAll")),
      collectives: [campaign.proposed.collective, campaign.mostCollectives ?? null],
      individuals: [campaign.proposed.individual, campaign.mostIndividuals ?? null],
    },
    ...campaign.units.map((row) => ({
      key: String(row.unit.id),
      name: row.unit.name,
      collectives: [row.used.collective, row.mostCollectives ?? null] as [number, number | null],
      individuals: [row.used.individual, row.mostIndividuals ?? null] as [number, number | null],
    })),
  ];
  const column = (key: "collectives" | "individuals"): Column<Row> => ({
    key,
    header: t(say(key)),
    width: "12rem",
    cell: ({ name, [key]: [used, most] }) => (
      <span className={own["progress"]}>
        {usedText(used, most)}
        {most !== null && most > 0 && <progress value={Math.min(used, most)} max={most} aria-label={`${name}, ${t(say(key))}`} />}
      </span>
    ),
  });
  return (
    <Section title={t(say("quotas"))}>
      <DataTable
        label={t(say("quotas"))}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "name", header: t(say("quotaUnit")), onPhone: "title", cell: ({ name }) => name },
          column("collectives"),
          column("individuals"),
        ]}
      />
    </Section>
  );
}
