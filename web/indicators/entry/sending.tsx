import { Button, Group, Modal, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { asApiError } from "../../shell/api-error.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { today } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { say as kit } from "../../ui/messages.ts";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import type { Entries } from "./delta.ts";
import { say } from "./messages.ts";
import type { EntryRow } from "./model.ts";
import { countFilled, type SubmissionJson } from "./rows.ts";
import { newKey, type Entry } from "./use-entry.ts";
import styles from "./entry.module.css";

type Props = {
  submission: SubmissionJson;
  entry: Entry;
  rows: readonly EntryRow[];
  entered: Entries;
  goTo(sectionId: string | null, key: string | null): void;
};

/** What is missing, what looks odd about the whole, and the sending itself. */
export function Sending({ submission, entry, rows, entered, goTo }: Props) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const { blockers, oddities } = submission;
  const unread = Object.values(entry.draft.unread);
  if (!submission.can.includes("submit")) return <div id="send" />;
  const general = oddities.filter(({ key }) => key === null);
  return (
    <div id="send">
      <Section title={t(say("sendTitle"))}>
        {blockers.length === 0 && unread.length === 0 ? (
          <p className={styles["ready"]}>
            <Icon name="check" size={18} /> {t(say("nothingMissing"))}
          </p>
        ) : (
          <div className={styles["missing"]}>
            <p>{t(say("missingTitle"))}</p>
            <ul>
              {unread.map(({ typed }, index) => (
                <li key={`unread ${index}`}>{t(say("unreadable", { typed }))}</li>
              ))}
              {blockers.map(({ kind, sectionId, key, text }) => (
                <li key={`${kind} ${sectionId} ${key}`}>
                  {sectionId === null ? (
                    t(text)
                  ) : (
                    <button type="button" className={styles["textButton"]} onClick={() => goTo(sectionId, key)}>
                      {t(text)}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
        {general.length > 0 && (
          <ul className={styles["questions"]}>
            {general.map(({ question }) => (
              <li key={question.vi}>
                <Icon name="info" size={16} /> {t(question)}
              </li>
            ))}
          </ul>
        )}
        <SendAgain submission={submission} entry={entry} />
        {!entry.draft.sending && (
          <Button disabled={blockers.length > 0 || unread.length > 0} onClick={() => setOpened(true)}>
            {t(say(submission.state === "returned" ? "sendAgain" : "send"))}
          </Button>
        )}
      </Section>
      <SendDialog submission={submission} entry={entry} rows={rows} entered={entered} opened={opened} onClose={() => setOpened(false)} />
    </div>
  );
}

/** One intention to send has one key, kept in the draft until the server has acknowledged it: pressed twice, it arrives once. */
function useSend(submission: SubmissionJson, entry: Entry) {
  const t = useText();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sending: NonNullable<Entry["draft"]["sending"]>) => api.indicators.submissions.submit({ id: submission.id, ...sending }),
    onSuccess: async () => {
      entry.setDraft((before) => ({ ...before, sending: null }));
      showDone(t(say("sentNow")));
      await client.invalidateQueries({ queryKey: orpc.indicators.key() });
    },
    onError: async (error) => {
      // Only what may not have arrived keeps its key; a refusal ends the intention, and the page shows why.
      if (["offline", "unavailable", "unauthenticated"].includes(asApiError(error).code)) return;
      entry.setDraft((before) => ({ ...before, sending: null }));
      await client.invalidateQueries({ queryKey: orpc.indicators.submissions.get.key() });
    },
  });
}

function SendDialog({ submission, entry, rows, entered, opened, onClose }: Omit<Props, "goTo"> & { opened: boolean; onClose(): void }) {
  const t = useText();
  const send = useSend(submission, entry);
  const { filled, total } = countFilled(rows, entered);
  const questions = submission.oddities.length;
  const late = submission.round.due.lastDay < today();
  const go = () => {
    const sending = {
      key: newKey(),
      seen: submission.sections.map(({ sectionId, unit, version }) => ({ sectionId, unitId: unit.id, version })),
    };
    entry.setDraft((before) => ({ ...before, sending }));
    send.mutate(sending, { onSuccess: onClose });
  };
  return (
    <Modal
      opened={opened}
      onClose={() => !send.isPending && onClose()}
      title={t(say("sendQuestion", { receiver: submission.round.owner.name }))}
      closeButtonProps={{ "aria-label": t(kit("close")) }}
    >
      <Stack>
        <ul className={styles["sendFacts"]}>
          <li>{t(say("filledOf", { filled, total }))}</li>
          {filled < total && <li>{t(say("emptyOnes", { count: total - filled }))}</li>}
          {questions > 0 && <li>{t(say("questionsOpen", { count: questions }))}</li>}
          {late && <li>{t(say("afterDue", { due: submission.round.due.text }))}</li>}
          <li>{t(say("sendConsequence"))}</li>
        </ul>
        <ErrorNote error={send.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={send.isPending} data-autofocus>
            {t(kit("cancel"))}
          </Button>
          <Button onClick={go} loading={send.isPending || !entry.clean} disabled={entry.state === "offline"}>
            {t(say("sendNow"))}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** A sending that nobody has acknowledged: the same one goes again, or is given up to go on typing. */
function SendAgain({ submission, entry }: Pick<Props, "submission" | "entry">) {
  const t = useText();
  const client = useQueryClient();
  const send = useSend(submission, entry);
  const { sending } = entry.draft;
  if (!sending) return null;
  return (
    <div className={styles["unacknowledged"]} role="status">
      <p>{t(say("notAcknowledged"))}</p>
      <ErrorNote error={send.error} />
      <Group gap="xs">
        <Button loading={send.isPending} onClick={() => send.mutate(sending)}>
          {t(say("sendSame"))}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            entry.setDraft((before) => ({ ...before, sending: null }));
            void client.invalidateQueries({ queryKey: orpc.indicators.submissions.get.key() });
          }}
        >
          {t(say("giveUpSending"))}
        </Button>
      </Group>
    </div>
  );
}
