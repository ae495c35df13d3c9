import { Button } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { useText } from "../shell/language.tsx";
import { ActButton } from "./act-button.tsx";
import { ErrorNote } from "./error-note.tsx";
import { say } from "./messages.ts";
import styles from "./ui.module.css";

export type ActFormProps = {
  /** The fields of the act. */
  children: ReactNode;
  /** The word on the button that does it: the act itself, never "OK". */
  confirm: string;
  /** The word on the button that leaves it; "Hủy" unless said. */
  back?: string | undefined;
  /** Read out: which act this is, where several stand beside each other. */
  label?: string | undefined;
  error: unknown;
  busy: boolean;
  /** The labels of what is needed and not there; false for what is. Sending is only done when nothing is missing. */
  missing?: readonly (string | false)[];
  /** Buttons beside each other in a wide place, below each other beside the page. */
  wide?: boolean;
  onSubmit(): void;
  onCancel(): void;
};

/** The frame of an act that asks something first: its fields, what is missing or went wrong, its own word on the button. */
export function ActForm({ children, confirm, back, label, error, busy, missing = [], wide = false, onSubmit, onCancel }: ActFormProps) {
  const t = useText();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={styles["actForm"]} aria-label={label} data-wide={wide || undefined} onSubmit={submit}>
      {children}
      <ErrorNote error={error} />
      <div className={styles["actButtons"]}>
        <ActButton type="submit" loading={busy} missing={missing}>
          {confirm}
        </ActButton>
        <Button variant="default" disabled={busy} onClick={onCancel}>
          {back ?? t(say("cancel"))}
        </Button>
      </div>
    </form>
  );
}
