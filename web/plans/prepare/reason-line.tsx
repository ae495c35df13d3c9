import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import styles from "../plans.module.css";
import { say } from "./messages.ts";

type ReasonLineProps = { label: string; confirm: string; start?: string; busy: boolean; onConfirm(reason: string): void; onCancel(): void };

/** One line of words with its act beside it: nothing is done without a reason. */
export function ReasonLine({ label, confirm, start = "", busy, onConfirm, onCancel }: ReasonLineProps) {
  const t = useText();
  const [reason, setReason] = useState(start);
  return (
    <form
      className={styles["reasonLine"]}
      onSubmit={(event) => {
        event.preventDefault();
        onConfirm(reason.trim());
      }}
    >
      <TextInput
        aria-label={label}
        placeholder={label}
        value={reason}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ActButton type="submit" size="compact-md" variant="default" loading={busy} missing={[reason.trim() === "" && label]}>
        {confirm}
      </ActButton>
      <Button size="compact-md" variant="subtle" color="gray" onClick={onCancel}>
        {t(say("cancel"))}
      </Button>
    </form>
  );
}
