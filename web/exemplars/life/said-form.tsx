import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactNode } from "react";
import type { Life } from "../../../src/modules/exemplars/life/contract.ts";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import styles from "./life.module.css";
import { say } from "./messages.ts";

type Props = {
  label: string;
  /** What the button at its end says. */
  act: string;
  done: string;
  note?: string;
  required?: boolean;
  children?: ReactNode;
  send(text: string): Promise<Life>;
  onDone(life: Life): void;
  onCancel(): void;
};

/** An act with a few words: a reason, an answer, what is still missing. */
export function SaidForm({ label, act, done, note, required = true, children, send, onDone, onCancel }: Props) {
  const t = useText();
  const [text, setText] = useState("");
  const run = useMutation({
    mutationFn: () => send(text.trim()),
    onSuccess: (life) => {
      showDone(done);
      onDone(life);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run.mutate();
  };
  return (
    <form className={styles["form"]} onSubmit={submit}>
      {note && <p className={styles["quiet"]}>{note}</p>}
      {children}
      <Textarea
        label={label}
        size="md"
        autosize
        minRows={2}
        maxLength={1000}
        required={required}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ErrorNote error={run.error} />
      <div className={styles["bar"]}>
        <ActButton type="submit" size="md" loading={run.isPending} missing={[required && text.trim() === "" && label]}>
          {act}
        </ActButton>
        <Button size="md" variant="default" disabled={run.isPending} onClick={onCancel}>
          {t(say("cancel"))}
        </Button>
      </div>
    </form>
  );
}
