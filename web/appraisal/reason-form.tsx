import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { useText } from "../shell/language.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import styles from "./appraisal.module.css";
import { say } from "./messages.ts";

type Props<T> = { act: string; label: string; note?: ReactNode; send(reason: string): Promise<T>; onDone(answer: T): void };

/** An act that needs a reason: a button that opens into the question. */
export function ReasonForm<T>({ act, label, note, send, onDone }: Props<T>) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState("");
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (opened) first.current?.focus();
  }, [opened]);
  const run = useMutation({
    mutationFn: () => send(reason.trim()),
    onSuccess: (answer) => {
      setOpened(false);
      setReason("");
      onDone(answer);
    },
  });
  if (!opened)
    return (
      <Button variant="default" onClick={() => setOpened(true)}>
        {act}
      </Button>
    );
  return (
    <form
      className={styles["part"]}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        run.mutate();
      }}
    >
      {note && <p className={styles["quiet"]}>{note}</p>}
      <Textarea
        ref={first}
        label={label}
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ErrorNote error={run.error} />
      <div className={styles["buttons"]}>
        <Button type="submit" loading={run.isPending} disabled={reason.trim() === ""}>
          {act}
        </Button>
        <Button variant="default" disabled={run.isPending} onClick={() => setOpened(false)}>
          {t(say("cancel"))}
        </Button>
      </div>
    </form>
  );
}
