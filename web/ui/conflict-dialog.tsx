import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { asApiError } from "../shell/api-error.ts";
import { useText } from "../shell/language.tsx";
import { showInstant } from "./dates.ts";
import { say } from "./messages.ts";
import styles from "./ui.module.css";

export type Difference = { label: string; mine: string; theirs: string };

type Props<Current> = {
  /** What a save threw; the dialog opens for `conflict` with `details.current`, and stays away otherwise. */
  error: unknown;
  /** Field by field, what the person has and what the server holds now; equal ones may be included. */
  compare(current: Current): Difference[];
  /** Save again over it, with the version of `current`. */
  onKeepMine(current: Current): void;
  /** Throw the own changes away and show `current`. */
  onTakeTheirs(current: Current): void;
  /** Back to the form, nothing decided. */
  onCancel(): void;
};

/** The current thing that a 409 carries, when it carries one: `details: { current, changedBy?, changedAt? }`. */
export function conflictOf<Current>(error: unknown): { current: Current; changedBy: string | null; changedAt: string | null } | null {
  if (error === null || error === undefined) return null;
  const { code, details } = asApiError(error);
  if (code !== "conflict" || typeof details["current"] !== "object" || details["current"] === null) return null;
  const by = details["changedBy"];
  const at = details["changedAt"];
  return {
    current: details["current"] as Current,
    changedBy: typeof by === "string" ? by : null,
    changedAt: typeof at === "string" ? at : null,
  };
}

/** Two people edited the same thing: shows both, and lets the one who came second choose. Nothing is overwritten unseen. */
export function ConflictDialog<Current>({ error, compare, onKeepMine, onTakeTheirs, onCancel }: Props<Current>) {
  const t = useText();
  const conflict = conflictOf<Current>(error);
  const differences = conflict ? compare(conflict.current).filter(({ mine, theirs }) => mine !== theirs) : [];
  return (
    <Modal
      opened={conflict !== null}
      onClose={onCancel}
      size="lg"
      title={t(say("conflictTitle"))}
      closeButtonProps={{ "aria-label": t(say("close")) }}
    >
      {conflict && (
        <Stack>
          <Text>
            {conflict.changedBy &&
              `${t(say("conflictBy", { name: conflict.changedBy, when: conflict.changedAt ? showInstant(conflict.changedAt) : "" }))} `}
            {t(say("conflictText"))}
          </Text>
          {differences.length > 0 && (
            <table className={styles["compare"]}>
              <thead>
                <tr>
                  <th scope="col">{t(say("conflictField"))}</th>
                  <th scope="col">{t(say("conflictMine"))}</th>
                  <th scope="col">{t(say("conflictTheirs"))}</th>
                </tr>
              </thead>
              <tbody>
                {differences.map(({ label, mine, theirs }) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td>{mine || t(say("empty"))}</td>
                    <td>{theirs || t(say("empty"))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => onTakeTheirs(conflict.current)}>
              {t(say("takeTheirs"))}
            </Button>
            <Button onClick={() => onKeepMine(conflict.current)}>{t(say("keepMine"))}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
