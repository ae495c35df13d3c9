import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Remembered } from "../../../src/modules/documents/contract.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { showDate } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone, showError } from "../../ui/notices.ts";
import { ask } from "./ask-messages.ts";
import { correctionText } from "./question-words.ts";
import styles from "./review.module.css";

/** What the unit's people corrected in documents of this issuer: who, when, where, and how to be rid of it. */
export function RememberedDialog({ documentId }: { documentId: string }) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpened(true)}>
        {t(ask("remembered"))}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        size="lg"
        title={t(ask("remembered"))}
        closeButtonProps={{ "aria-label": t(ask("close")) }}
      >
        {opened && <RememberedList documentId={documentId} />}
      </Modal>
    </>
  );
}

function RememberedList({ documentId }: { documentId: string }) {
  const t = useText();
  const client = useQueryClient();
  const list = useQuery(orpc.documents.remembered.queryOptions({ input: { document: documentId } }));
  const act = async (call: () => Promise<unknown>, done?: string) => {
    try {
      await call();
      if (done) showDone(done);
      await Promise.all([
        client.invalidateQueries({ queryKey: orpc.documents.remembered.key() }),
        client.invalidateQueries({ queryKey: orpc.documents.offers.key() }),
      ]);
    } catch (error) {
      showError(t, error);
    }
  };
  if (list.isPending) return <Busy rows={3} />;
  if (list.error) return <ErrorNote error={list.error} onRetry={() => void list.refetch()} />;
  const { remembered } = list.data;
  return (
    <Stack>
      <Text>{t(ask(remembered.length > 0 ? "rememberedNote" : "rememberedEmpty"))}</Text>
      <ul className={styles["remembered"]}>
        {remembered.map((each) => (
          <li key={each.id}>
            <span>
              {correctionText(each.correction, t)}
              <small className={styles["quiet"]}> {sourceOf(each, (name, at, label) => t(ask("from", { name, at, label })))}</small>
            </span>
            <Group gap="xs" wrap="nowrap">
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => void act(() => api.documents.setCorrectionSilent({ correction: each.id, silent: !each.silenced }))}
              >
                {t(ask(each.silenced ? "speakAgain" : "silenced"))}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t(ask("forgetWhat", { words: each.correction.from }))}
                onClick={() => void act(() => api.documents.forgetCorrection({ correction: each.id }), t(ask("forgotten")))}
              >
                {t(ask("forget"))}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

const sourceOf = ({ by, at, document }: Remembered, say: (name: string, at: string, label: string) => string): string =>
  say(by, showDate(at.slice(0, 10)), document.label);
