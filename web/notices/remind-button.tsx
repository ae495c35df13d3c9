import { Button, Group, Modal, Stack, Textarea, type ButtonProps } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Thing } from "../../src/modules/notices/contract.ts";
import { api } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { showDone } from "../ui/notices.ts";
import { say } from "./messages.ts";

/**
 * Opens one polite text for the units that still owe these things: to copy into a message, or to send into their lists.
 * Nothing leaves without the click.
 */
export function RemindButton({ things, ...button }: { things: readonly Thing[] } & ButtonProps) {
  const t = useText();
  const may = useMay();
  const [text, setText] = useState<string | null>(null);
  const draft = useMutation({
    mutationFn: () => api.notices.draftReminder({ things: [...things] }),
    onSuccess: (drafted) => setText(drafted.text),
  });
  const send = useMutation({
    mutationFn: () => api.notices.remind({ things: [...things], text: text ?? "" }),
    onSuccess: ({ reminded }) => {
      showDone(t(say("sent", { count: reminded })));
      setText(null);
    },
  });
  if (!may("work:confirm") || things.length === 0) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text ?? "");
    showDone(t(say("copied")));
  };
  return (
    <>
      <Button variant="default" size="xs" {...button} loading={draft.isPending} onClick={() => draft.mutate()}>
        {t(say("remind"))}
      </Button>
      {draft.error && <ErrorNote error={draft.error} />}
      <Modal
        opened={text !== null}
        onClose={() => setText(null)}
        title={t(say("remindTitle"))}
        size="lg"
        closeButtonProps={{ "aria-label": t(say("close")) }}
      >
        <Stack>
          <p>{t(say("remindNote"))}</p>
          <Textarea
            label={t(say("remindText"))}
            autosize
            minRows={6}
            maxRows={16}
            value={text ?? ""}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {send.error && <ErrorNote error={send.error} />}
          <Group>
            <Button onClick={() => void copy()}>{t(say("copy"))}</Button>
            <Button variant="default" loading={send.isPending} onClick={() => send.mutate()}>
              {t(say("sendIt", { count: draft.data?.owing.length ?? 0 }))}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
