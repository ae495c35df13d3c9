import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { facts } from "../../../src/kernel/facts.ts";
import styles from "../../exemplars/exemplars.module.css";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { showDate } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { HistoryPanel } from "../../ui/history-panel.tsx";
import { KeyValue } from "../../ui/key-value.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { ReasonAct } from "../../ui/reason-form.tsx";
import { Section } from "../../ui/section.tsx";
import own from "../awards.module.css";
import { EntryForm, writtenEntry } from "./entry-form.tsx";
import { FilesSection } from "./files-section.tsx";
import { say } from "./messages.ts";
import { entryText, entryTone } from "./words.ts";
import { writtenText } from "./written-text.tsx";

/** One entry: what it is, its files, and sending it. */
export function EntryPage() {
  const t = useText();
  const { entryId } = useParams({ from: "/staff/awards/contests/entries/$entryId" });
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const query = useQuery(orpc.awards.contests.entry.queryOptions({ input: { id: entryId } }));
  const contestId = query.data?.contest.id;
  const contest = useQuery({
    ...orpc.awards.contests.get.queryOptions({ input: { id: contestId ?? "" } }),
    enabled: contestId !== undefined,
  });
  const onChanged = () => {
    void client.invalidateQueries({ queryKey: orpc.awards.contests.key() });
    void client.invalidateQueries({ queryKey: ["history", "contest-entry", entryId] });
  };
  const send = useMutation({
    mutationFn: (version: number) => api.awards.contests.send({ id: entryId, version }),
    onSuccess: () => {
      onChanged();
      showDone(t(say("sent")));
    },
  });
  if (query.isPending) return <Busy rows={6} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const entry = query.data;
  const { can, version } = entry;
  const exemplar = entry.exemplar && <a href={`/app/exemplars/${entry.exemplar.id}`}>{entry.exemplar.name}</a>;
  const withReason = (words: string, act: (given: { id: string; version: number; reason: string }) => Promise<unknown>) => (
    <ReasonAct
      confirm={words}
      label={words}
      back={t(say("back"))}
      question={t(say("reason"))}
      send={(reason) => act({ id: entryId, version, reason })}
      onDone={() => {
        onChanged();
        showDone(t(say("done")));
      }}
    />
  );
  return (
    <>
      <PageHeader
        title={entry.title}
        note={facts([entry.unit.name, t(say(`kind.${entry.kind}`))])}
        badge={
          <span className={styles["badges"]}>
            <StateBadge tone={entryTone[entry.state]}>{t(entryText(entry.state))}</StateBadge>
            {entry.late && <StateBadge tone="attention">{t(say("late"))}</StateBadge>}
          </span>
        }
        back={{ to: `/awards/contests/${entry.contest.id}`, text: entry.contest.title }}
      />
      {editing ? (
        <EntryForm
          thing={`contest-entry:${entry.id}:edit`}
          kinds={contest.data?.kinds ?? [entry.kind]}
          initial={writtenEntry(entry)}
          save={(input) => api.awards.contests.change({ ...input, id: entryId, version })}
          onDone={() => {
            setEditing(false);
            onChanged();
            showDone(t(say("saved")));
          }}
        />
      ) : (
        <div className={styles["columns"]}>
          {(entry.reason !== null || can.length > 0 || entry.mayErase) && (
            <aside className={styles["aside"]} aria-label={t(say("acts"))}>
              {entry.reason && (
                <div className={styles["note"]} data-tone="attention">
                  <h2>{t(say("returnedWhy"))}</h2>
                  <p>{entry.reason}</p>
                </div>
              )}
              <div className={styles["acts"]}>
                <ErrorNote error={send.error} />
                {can.includes("send") && (
                  <Button loading={send.isPending} onClick={() => send.mutate(version)}>
                    {t(say("send"))}
                  </Button>
                )}
                {can.includes("edit") && (
                  <Button variant="default" onClick={() => setEditing(true)}>
                    {t(say("edit"))}
                  </Button>
                )}
                {can.includes("return") && withReason(t(say("return")), api.awards.contests.return)}
                {can.includes("take-back") && withReason(t(say("takeBack")), api.awards.contests.takeBack)}
                {entry.mayErase && withReason(t(say("erase")), api.awards.contests.eraseTeam)}
              </div>
            </aside>
          )}
          <div>
            <Section title={t(say("content"))}>
              <KeyValue
                items={[
                  [t(say("team")), writtenText(entry.team)],
                  [t(say("exemplar")), exemplar],
                  [t(say("sentOn")), entry.sentOn && [showDate(entry.sentOn), entry.sentBy].filter(Boolean).join(", ")],
                ]}
              />
              {entry.text && <p className={own["written"]}>{writtenText(entry.text)}</p>}
            </Section>
            <FilesSection
              contestId={entry.contest.id}
              entryId={entry.id}
              papers={entry.papers}
              mayChange={can.includes("edit")}
              onChanged={onChanged}
            />
            <HistoryPanel kind="contest-entry" id={entry.id} />
          </div>
        </div>
      )}
    </>
  );
}
