import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { say } from "./messages.ts";

type Props = {
  /** Stands on the button, over the dialog and on the button that does it. */
  title: string;
  text: string;
  /** For a button among others of its kind. */
  label?: string;
  /** Closes on success; what it throws stands in the dialog. */
  onReason(reason: string): Promise<unknown>;
};

/** An act that keeps why it was done. */
export function ReasonButton({ title, text, label, onReason }: Props) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await onReason(reason.trim());
      setOpened(false);
      setReason("");
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button variant="default" aria-label={label} onClick={() => setOpened(true)}>
        {title}
      </Button>
      <Modal opened={opened} onClose={() => !busy && setOpened(false)} title={title} closeButtonProps={{ "aria-label": t(say("close")) }}>
        <form onSubmit={(event) => void submit(event)}>
          <Stack>
            <div>{text}</div>
            <Textarea
              label={t(say("reason"))}
              description={t(say("reasonHint"))}
              required
              autosize
              minRows={2}
              maxLength={500}
              value={reason}
              data-autofocus
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <ErrorNote error={error} />
            <Group justify="flex-end">
              <Button variant="default" disabled={busy} onClick={() => setOpened(false)}>
                {t(say("cancel"))}
              </Button>
              <ActButton type="submit" loading={busy} missing={[reason.trim() === "" && t(say("reason"))]}>
                {title}
              </ActButton>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
