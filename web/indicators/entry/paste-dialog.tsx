import { Button, Group, Modal, Stack } from "@mantine/core";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { say as kit } from "../../ui/messages.ts";
import { showSaid } from "./figure.ts";
import { shownOf } from "./figure-text.ts";
import { say } from "./messages.ts";
import { nothing, type Entered, type EntryRow } from "./model.ts";
import type { PastePlan } from "./paste.ts";
import styles from "./entry.module.css";

type Props = {
  plan: PastePlan | null;
  rows: readonly EntryRow[];
  entered: Readonly<Record<string, Entered>>;
  onFill(): void;
  onCancel(): void;
};

/** Where a pasted block would go, what stands there now, and what could not be read: seen before anything is written. */
export function PasteDialog({ plan, rows, entered, onFill, onCancel }: Props) {
  const t = useText();
  const good = plan?.cells.filter(({ read }) => read.ok && read.value !== null).length ?? 0;
  return (
    <Modal
      opened={plan !== null}
      onClose={onCancel}
      size="lg"
      title={t(say("pasteTitle"))}
      closeButtonProps={{ "aria-label": t(kit("close")) }}
    >
      {plan && (
        <Stack>
          <p className={styles["plainText"]}>{t(say(plan.by === "names" ? "pasteByNames" : "pasteByPlace", { count: good }))}</p>
          <table className={styles["paste"]}>
            <thead>
              <tr>
                <th scope="col">{t(say("columnIndicator"))}</th>
                <th scope="col">{t(say("pasteBefore"))}</th>
                <th scope="col">{t(say("pasteAfter"))}</th>
              </tr>
            </thead>
            <tbody>
              {plan.cells.map(({ key, part, row, typed, read }) => (
                <tr key={`${key} ${part}`}>
                  <th scope="row">
                    {rows[row]?.label}
                    {part !== "value" && <span className={styles["unit"]}> ({t(say(part))})</span>}
                  </th>
                  <td>{shownOf(entered[key] ?? nothing, part) || "–"}</td>
                  <td>
                    {read.ok ? (
                      <>
                        <strong>{showSaid(read.value, read.said) || "–"}</strong>
                        {read.doubtful && <span className={styles["unit"]}> ({t(say("pasteTyped", { typed }))})</span>}
                      </>
                    ) : (
                      <>
                        <StateBadge tone="attention">{t(say("pasteNotRead"))}</StateBadge> “{typed}”
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {plan.left.length > 0 && (
            <details className={styles["left"]}>
              <summary>{t(say("pasteLeft", { count: plan.left.length }))}</summary>
              <ul>
                {plan.left.map((line, index) => (
                  <li key={index}>{line}</li>
                ))}
              </ul>
            </details>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onCancel}>
              {t(kit("cancel"))}
            </Button>
            <Button onClick={onFill} disabled={good === 0} data-autofocus>
              {t(say("pasteFill", { count: good }))}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
