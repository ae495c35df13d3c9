import { Button, Group, Modal, Stack } from "@mantine/core";
import { useText } from "../../shell/language.tsx";
import { say as kit } from "../../ui/messages.ts";
import { figureText } from "./figure-text.ts";
import { say } from "./messages.ts";
import { nothing } from "./model.ts";
import { rowKey, partIdOf } from "./rows.ts";
import type { Entry } from "./use-entry.ts";
import styles from "./entry.module.css";

/** Two people changed the same cell to different figures: both are shown, one is chosen; everything else was merged already. */
export function ClashDialog({ entry }: { entry: Entry }) {
  const t = useText();
  const { clash } = entry;
  if (!clash) return null;
  const partId = partIdOf(clash.section);
  const labelOf = (key: string) => clash.section.cells.find((cell) => rowKey(partId, cell.key) === key)?.label ?? key;
  return (
    <Modal
      opened
      onClose={() => entry.settleClash(clash, true)}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      size="lg"
      title={t(say("clashTitle"))}
    >
      <Stack>
        <p className={styles["plainText"]}>{t(say("clashText", { name: clash.section.savedBy ?? "" }))}</p>
        <table className={styles["paste"]}>
          <thead>
            <tr>
              <th scope="col">{t(say("columnIndicator"))}</th>
              <th scope="col">{t(kit("conflictMine"))}</th>
              <th scope="col">{t(kit("conflictTheirs"))}</th>
            </tr>
          </thead>
          <tbody>
            {clash.cells.map(({ key, mine, theirs }) => (
              <tr key={key}>
                <th scope="row">{labelOf(key)}</th>
                <td>{figureText(mine ?? nothing, false, t) || "–"}</td>
                <td>{figureText(theirs ?? nothing, false, t) || "–"}</td>
              </tr>
            ))}
            {clash.narrative && (
              <tr>
                <th scope="row">{t(say("narrative"))}</th>
                <td>{clash.narrative.mine || "–"}</td>
                <td>{clash.narrative.theirs || "–"}</td>
              </tr>
            )}
          </tbody>
        </table>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => entry.settleClash(clash, false)}>
            {t(kit("takeTheirs"))}
          </Button>
          <Button onClick={() => entry.settleClash(clash, true)}>{t(kit("keepMine"))}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
