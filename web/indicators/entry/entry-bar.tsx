import { Button } from "@mantine/core";
import { useText } from "../../shell/language.tsx";
import { showInstant } from "../../ui/dates.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";
import type { Entries } from "./delta.ts";
import { say } from "./messages.ts";
import type { EntryRow } from "./model.ts";
import { countFilled } from "./rows.ts";
import type { Entry, SaveState } from "./use-entry.ts";
import styles from "./entry.module.css";

const icons: Record<SaveState, IconName> = { saved: "check", saving: "clock", waiting: "clock", offline: "warning", refused: "warning" };

type Props = { entry: Entry; rows: readonly EntryRow[]; entered: Entries; canUndo: boolean; sends: boolean; onUndo(): void };

/** Always in sight while something can be typed: whether it is saved, how much is filled, the way to send. */
export function EntryBar({ entry, rows, entered, canUndo, sends, onUndo }: Props) {
  const t = useText();
  const { filled, total } = countFilled(rows, entered);
  const { state, savedAt } = entry;
  const text =
    state === "saved" ? (savedAt ? say("savedAt", { when: showInstant(savedAt).slice(-5) }) : say("savedShort")) : say(`save.${state}`);
  return (
    <div className={styles["bar"]} data-state={state}>
      <span className={styles["saveState"]} role="status">
        <Icon name={icons[state]} size={17} /> {t(text)}
      </span>
      {(state === "offline" || state === "refused") && (
        <Button size="xs" variant="default" onClick={entry.retry}>
          {t(say("tryNow"))}
        </Button>
      )}
      <span className={styles["quiet"]}>{t(say("filledOf", { filled, total }))}</span>
      <span className={styles["barEnd"]}>
        <Button size="xs" variant="default" disabled={!canUndo} onClick={onUndo} leftSection={<Icon name="undo" size={16} />}>
          {t(say("undo"))}
        </Button>
        {sends && (
          <Button size="xs" variant="default" component="a" href="#send">
            {t(say("toSending"))}
          </Button>
        )}
      </span>
    </div>
  );
}
