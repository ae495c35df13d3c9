import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { facts } from "../../src/kernel/facts.ts";
import type { TemplateSummary } from "../../src/modules/reports/contract.ts";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { Busy } from "../ui/busy.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { showDone } from "../ui/notices.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { say } from "./messages.ts";
import styles from "./reports.module.css";
import { kindText } from "./words.ts";

/** Outlines that the unit keeps as its own: to see, to rename, to remove. They are made from a report, with its "save as template". */
export function TemplatesPage() {
  const t = useText();
  const list = useQuery(orpc.reports.templates.list.queryOptions({ input: {} }));
  const own = list.data?.filter(({ owner }) => owner !== null) ?? [];
  return (
    <>
      <PageHeader title={t(say("templates"))} note={t(say("templatesNote"))} back={{ to: "/reports", text: t(say("toList")) }} />
      {list.isPending && <Busy rows={4} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && own.length === 0 && <EmptyState title={t(say("templatesNone"))}>{t(say("templatesNoneText"))}</EmptyState>}
      <ul className={styles["templates"]}>
        {own.map((template) => (
          <TemplateCard key={template.id} template={template} />
        ))}
      </ul>
    </>
  );
}

function TemplateCard({ template }: { template: TemplateSummary }) {
  const t = useText();
  const may = useMay();
  const client = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const content = useQuery({ ...orpc.reports.templates.get.queryOptions({ input: { id: template.id } }), enabled: opened });
  // Not what is behind a card: a template that is gone is not asked for again.
  const refresh = () =>
    Promise.all([orpc.reports.templates.list.key(), orpc.reports.starts.key()].map((queryKey) => client.invalidateQueries({ queryKey })));
  const periods = template.periods.flatMap((kind) => (kind === "week" || kind === "ad-hoc" ? [] : [t(say(`rhythm.${kind}`))]));
  return (
    <li className={styles["card"]}>
      {renaming ? (
        <RenameForm template={template} onDone={() => setRenaming(false)} />
      ) : (
        <>
          <h2>{template.title}</h2>
          <p className={styles["quiet"]}>{facts([t(kindText(template.kind)), ...periods, template.owner?.name])}</p>
        </>
      )}
      <details className={styles["fold"]} onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary>{t(say("templateContent"))}</summary>
        {opened && content.isPending && <Busy />}
        {content.error && <ErrorNote error={content.error} onRetry={() => void content.refetch()} />}
        <ul className={styles["templateLines"]}>
          {content.data?.blocks.map((block, index) => (
            <li key={index} data-kind={block.kind}>
              {withoutTokens("title" in block ? block.title : block.text) || t(say(`block.${block.kind}`))}
            </li>
          ))}
        </ul>
      </details>
      {may("report:draft") && !renaming && (
        <div className={styles["buttons"]}>
          <Button size="xs" variant="default" aria-label={`${t(say("rename"))}: ${template.title}`} onClick={() => setRenaming(true)}>
            {t(say("rename"))}
          </Button>
          <ConfirmButton
            size="xs"
            variant="default"
            question={t(say("templateRemoveQuestion", { title: template.title }))}
            consequence={t(say("templateRemoveText"))}
            confirm={t(say("templateRemove"))}
            onConfirm={async () => {
              const { id, version } = await api.reports.templates.get({ id: template.id });
              await api.reports.templates.remove({ id, version });
              showDone(t(say("templateRemoved")));
              await refresh();
            }}
          >
            {t(say("templateRemove"))}
          </ConfirmButton>
        </div>
      )}
    </li>
  );
}

/** Where a figure will stand is a gap; a comparison comes by itself. */
const withoutTokens = (text: string): string =>
  text
    .replaceAll(/\{\{[^|}]+\}\}/g, "…")
    .replaceAll(/\{\{[^}]+\|([a-z]+)\}\}/g, (_, part) => (part === "number" || part === "value" ? "…" : ""));

function RenameForm({ template, onDone }: { template: TemplateSummary; onDone(): void }) {
  const t = useText();
  const client = useQueryClient();
  const [title, setTitle] = useState(template.title);
  const rename = useMutation({
    mutationFn: async () => {
      const { id, version, subject, periods, blocks } = await api.reports.templates.get({ id: template.id });
      await api.reports.templates.edit({ id, version, subject, periods, blocks, title: title.trim() });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: orpc.reports.key() });
      onDone();
    },
  });
  return (
    <form
      className={styles["acts"]}
      onSubmit={(event) => {
        event.preventDefault();
        rename.mutate();
      }}
    >
      <TextInput label={t(say("templateTitle"))} required value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      <ErrorNote error={rename.error} />
      <div className={styles["buttons"]}>
        <Button type="submit" size="xs" loading={rename.isPending} disabled={title.trim() === ""}>
          {t(say("templateSave"))}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t(say("cancel"))}
        </Button>
      </div>
    </form>
  );
}
