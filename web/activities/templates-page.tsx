import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Template } from "../../src/modules/activities/contract.ts";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { showDate } from "../ui/dates.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { showDone } from "../ui/notices.ts";
import { PageHeader } from "../ui/page-header.tsx";
import styles from "./activities.module.css";
import { say } from "./messages.ts";
import { TemplateForm } from "./template-form.tsx";

/** What comes round by itself: briefings, sessions, reception days. */
export function TemplatesPage() {
  const t = useText();
  const may = useMay();
  const client = useQueryClient();
  const list = useQuery(orpc.activities.templates.list.queryOptions());
  /** "new", or the one that is edited. */
  const [opened, setOpened] = useState<Template | "new" | null>(null);
  const refresh = () => {
    void client.invalidateQueries({ queryKey: orpc.activities.templates.key() });
    void client.invalidateQueries({ queryKey: orpc.activities.calendar.key() });
    void client.invalidateQueries({ queryKey: orpc.activities.list.key() });
  };
  const mayRecord = may("activity:record");
  return (
    <>
      <PageHeader
        title={t(say("templates"))}
        note={t(say("templatesNote"))}
        back={{ to: "/activities", text: t(say("toList")) }}
        actions={mayRecord && opened === null && <Button onClick={() => setOpened("new")}>{t(say("templateNew"))}</Button>}
      />
      {opened !== null && (
        <TemplateForm
          key={opened === "new" ? "new" : opened.id}
          template={opened === "new" ? null : opened}
          onCancel={() => setOpened(null)}
          onSaved={() => {
            setOpened(null);
            refresh();
            showDone(t(say("templateSaved")));
          }}
        />
      )}
      {list.isPending && <Busy rows={4} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && opened === null && (
        <EmptyState title={t(say("templatesNone"))}>{t(say("templatesNoneText"))}</EmptyState>
      )}
      <ul className={styles["templates"]}>
        {list.data?.items.map((template) => (
          <li key={template.id} data-ended={!template.active || undefined}>
            <div>
              <strong>{template.name}</strong>
              <div className={styles["facts"]}>
                <span>{t(template.kindName)}</span>
                <span>{t(template.rhythmText)}</span>
                {template.startTime && <span>{template.startTime}</span>}
                {template.place && <span>{template.place}</span>}
                <span>{template.lead.name}</span>
                {template.next && <span>{t(say("nextOn", { date: showDate(template.next) }))}</span>}
              </div>
            </div>
            {template.active ? (
              mayRecord && (
                <div className={styles["buttons"]}>
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={`${t(say("edit"))}: ${template.name}`}
                    onClick={() => setOpened(template)}
                  >
                    {t(say("edit"))}
                  </Button>
                  <ConfirmButton
                    size="xs"
                    question={t(say("templateStopQuestion"))}
                    consequence={t(say("templateStopText"))}
                    confirm={t(say("templateStop"))}
                    aria-label={`${t(say("templateStop"))}: ${template.name}`}
                    onConfirm={async () => {
                      await api.activities.templates.end({ id: template.id, version: template.version });
                      refresh();
                    }}
                  >
                    {t(say("templateStop"))}
                  </ConfirmButton>
                </div>
              )
            ) : (
              <StateBadge tone="neutral">{t(say("templateStopped"))}</StateBadge>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
