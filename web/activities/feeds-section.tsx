import { Button, CopyButton, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { Busy } from "../ui/busy.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { showDate, showInstant } from "../ui/dates.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { Section } from "../ui/section.tsx";
import styles from "./activities.module.css";
import { say } from "./messages.ts";

/** Private addresses by which a phone shows this calendar; each shown once, each revocable. */
export function FeedsSection() {
  const t = useText();
  const client = useQueryClient();
  const feeds = useQuery(orpc.activities.feeds.list.queryOptions());
  const [label, setLabel] = useState("");
  const create = useMutation(
    orpc.activities.feeds.create.mutationOptions({
      onSuccess: () => {
        setLabel("");
        return client.invalidateQueries({ queryKey: orpc.activities.feeds.key() });
      },
    }),
  );
  return (
    <Section title={t(say("feedTitle"))} note={t(say("feedNote"))}>
      <div className={styles["stack"]}>
        {create.data && <NewLink url={create.data.url} />}
        {feeds.isPending && <Busy />}
        <ErrorNote error={feeds.error} onRetry={() => void feeds.refetch()} />
        {feeds.data && feeds.data.items.length > 0 && (
          <ul className={styles["files"]}>
            {feeds.data.items.map((feed) => (
              <li key={feed.id}>
                <span>
                  {feed.label && <strong>{feed.label}: </strong>}
                  {t(say("feedSince", { when: showInstant(feed.createdAt), unit: feed.unit.name }))}
                  {feed.lastReadOn && `; ${t(say("feedRead", { day: showDate(feed.lastReadOn) }))}`}
                </span>
                <ConfirmButton
                  size="compact-sm"
                  question={t(say("feedRevokeQuestion"))}
                  consequence={t(say("feedRevokeText"))}
                  confirm={t(say("feedRevoke"))}
                  aria-label={`${t(say("feedRevoke"))}: ${feed.label || showInstant(feed.createdAt)}`}
                  onConfirm={async () => {
                    await api.activities.feeds.revoke({ id: feed.id });
                    if (create.data?.id === feed.id) create.reset();
                    await client.invalidateQueries({ queryKey: orpc.activities.feeds.key() });
                  }}
                >
                  {t(say("feedRevoke"))}
                </ConfirmButton>
              </li>
            ))}
          </ul>
        )}
        <form
          className={styles["feedForm"]}
          onSubmit={(event) => {
            event.preventDefault();
            create.mutate({ label: label.trim() });
          }}
        >
          <TextInput
            label={t(say("feedLabel"))}
            placeholder={t(say("feedLabelHint"))}
            maxLength={100}
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={create.isPending}>
            {t(say("feedCreate"))}
          </Button>
        </form>
        <ErrorNote error={create.error} />
      </div>
    </Section>
  );
}

function NewLink({ url }: { url: string }) {
  const t = useText();
  return (
    <div role="status">
      <p className={styles["flat"]}>{t(say("feedOnce"))}</p>
      <div className={styles["link"]}>
        <code>{url}</code>
        <CopyButton value={url}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(say(copied ? "feedCopied" : "feedCopy"))}
            </Button>
          )}
        </CopyButton>
      </div>
    </div>
  );
}
