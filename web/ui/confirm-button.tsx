import { Button, Group, Modal, Stack, type ButtonProps } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useText } from "../shell/language.tsx";
import { ErrorNote } from "./error-note.tsx";
import { say } from "./messages.ts";

type Props = Omit<ButtonProps, "onClick"> & {
  children: ReactNode;
  /** The question, as a title. */
  question: string;
  /** What will happen, and whether it can be taken back. */
  consequence?: ReactNode;
  /** The word on the button that does it: the act itself, never "OK". */
  confirm: string;
  /** Closes on success; what it throws stands in the dialog. */
  onConfirm(): Promise<unknown>;
};

/** For acts that cannot be undone with a click. What can be undone is done at once, with an undo. */
export function ConfirmButton({ children, question, consequence, confirm, onConfirm, ...button }: Props) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const run = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      setOpened(false);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <Button variant="default" {...button} onClick={() => setOpened(true)}>
        {children}
      </Button>
      <Modal
        opened={opened}
        onClose={() => !busy && setOpened(false)}
        title={question}
        closeButtonProps={{ "aria-label": t(say("close")) }}
      >
        <Stack>
          {consequence && <div>{consequence}</div>}
          <ErrorNote error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setOpened(false)} disabled={busy} data-autofocus>
              {t(say("cancel"))}
            </Button>
            <Button onClick={() => void run()} loading={busy}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
