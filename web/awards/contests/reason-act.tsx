import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import styles from "../../exemplars/exemplars.module.css";
import { useText } from "../../shell/language.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { say } from "./messages.ts";

/** A button that asks for the reason before it acts. */
export function ReasonAct({ text, onAct }: { text: string; onAct(reason: string): Promise<void> }) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const run = useMutation({ mutationFn: () => onAct(reason.trim()), onSuccess: () => setAsking(false) });
  if (!asking)
    return (
      <Button variant="default" onClick={() => setAsking(true)}>
        {text}
      </Button>
    );
  return (
    <form
      className={styles["acts"]}
      aria-label={text}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        run.mutate();
      }}
    >
      <Textarea
        label={t(say("reason"))}
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ErrorNote error={run.error} />
      <Button type="submit" variant="default" loading={run.isPending} disabled={reason.trim() === ""}>
        {text}
      </Button>
      <Button variant="default" disabled={run.isPending} onClick={() => setAsking(false)}>
        {t(say("back"))}
      </Button>
    </form>
  );
}
