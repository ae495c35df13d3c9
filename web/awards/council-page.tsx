import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Council } from "../../src/modules/awards/contract.ts";
import styles from "../exemplars/exemplars.module.css";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { showDate } from "../ui/dates.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { Icon } from "../ui/icon.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Section } from "../ui/section.tsx";
import { say } from "./council-messages.ts";
import { DecisionsSection } from "./decisions-section.tsx";
import { MeetingForm } from "./meeting-form.tsx";
import { PapersSection } from "./papers-section.tsx";
import { campaignStateText, campaignTone } from "./words.ts";

/** The council: what the dossier lacks, the meeting with its votes, the decisions that follow. */
export function CouncilPage() {
  const t = useText();
  const { campaignId } = useParams({ from: "/staff/awards/$campaignId/council" });
  const client = useQueryClient();
  const query = useQuery(orpc.awards.campaigns.council.queryOptions({ input: { id: campaignId } }));
  const [begun, setBegun] = useState(false);
  if (query.isPending) return <Busy rows={6} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const council = query.data;
  const { campaign, meetings, papers } = council;
  const onChanged = (changed: Council) => {
    setBegun(false);
    client.setQueryData(orpc.awards.campaigns.council.queryKey({ input: { id: campaignId } }), changed);
    client.setQueryData(orpc.awards.campaigns.get.queryKey({ input: { id: campaignId } }), changed.campaign);
    for (const key of [
      orpc.awards.campaigns.list.key(),
      orpc.awards.campaigns.candidates.key(),
      orpc.awards.candidates.key(),
      orpc.awards.register.key(),
    ])
      void client.invalidateQueries({ queryKey: key });
  };
  const draft = meetings.find(({ state }) => state === "draft");
  const mayBegin = campaign.state === "council" && !draft && !begun && !meetings.some(({ state }) => state === "closed");
  return (
    <>
      <PageHeader
        title={t(say("title"))}
        note={campaign.title}
        badge={<StateBadge tone={campaignTone[campaign.state]}>{t(campaignStateText(campaign.state))}</StateBadge>}
        back={{ to: `/awards/${campaign.id}`, text: campaign.title }}
      />
      <div className={styles["columns"]}>
        <Checks council={council} />
        <div>
          <Section title={t(say("meeting"))}>
            {meetings
              .filter(({ state }) => state === "closed")
              .map((meeting) => (
                <div key={meeting.id} className={styles["buttons"]}>
                  <StateBadge tone="good">{t(say("closed"))}</StateBadge>
                  <span>{t(say("heldText", { day: showDate(meeting.heldOn), present: meeting.present, members: meeting.members }))}</span>
                  <a href={`/files/awards/meetings/${meeting.id}/minutes`} className={styles["sideLink"]} download>
                    {t(say("minutes"))}
                  </a>
                </div>
              ))}
            {mayBegin && <Button onClick={() => setBegun(true)}>{t(say("newMeeting"))}</Button>}
            {(draft || begun) && <MeetingForm key={draft?.id ?? "new"} campaign={campaign} meeting={draft ?? null} onChanged={onChanged} />}
          </Section>
          {campaign.state === "council" && (
            <PapersSection
              campaignId={campaign.id}
              kind="minutes"
              papers={papers.filter(({ kind }) => kind === "minutes")}
              mayAttach
              onChanged={() => void query.refetch()}
            />
          )}
          <DecisionsSection council={council} onChanged={onChanged} />
        </div>
      </div>
    </>
  );
}

function Checks({ council: { checks, complete } }: { council: Council }) {
  const t = useText();
  return (
    <aside className={styles["aside"]} aria-label={t(say("checks"))}>
      <h2>{t(say("checks"))}</h2>
      <ul className={styles["checks"]}>
        {checks.map(({ need, good, must, missing }) => (
          <li key={need} data-good={good || undefined}>
            <Icon name={good ? "check" : "info"} size={18} />
            <span>
              {t(say(`need.${need}`))}
              {!must && !good && ` (${t(say("optional"))})`}
              {missing.length > 0 && (
                <span className={styles["quiet"]}>. {t(say("missing", { names: missing.slice(0, 5).join("; ") }))}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {complete && <p className={styles["quiet"]}>{t(say("complete"))}</p>}
    </aside>
  );
}
