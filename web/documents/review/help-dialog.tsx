import { Modal } from "@mantine/core";
import { useText } from "../../shell/language.tsx";
import { ask } from "./ask-messages.ts";
import { say } from "./messages.ts";
import styles from "./review.module.css";

const keys = [
  ["1  2  3", ask("keyDigits")],
  ["0", ask("keyLater")],
  ["z", ask("keyUndo")],
  ["x", ask("keyOut")],
  ["q", ask("keyAsk")],
  ["j  k", say("keyNext")],
  ["a", say("keyAccept")],
  ["e", say("keyEdit")],
  ["d", say("keyDrop")],
  ["u", say("keyUndo")],
  ["s", say("keySplit")],
  ["n", say("keyNew")],
  ["c", say("keyDoubt")],
  ["Esc", say("keyEscape")],
  ["?", say("keyHelp")],
] as const;

export function HelpDialog({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const t = useText();
  return (
    <Modal opened={opened} onClose={onClose} title={t(say("help"))} closeButtonProps={{ "aria-label": t(say("close")) }}>
      <dl className={styles["keys"]}>
        {keys.map(([key, text]) => (
          <div key={key}>
            <dt>
              {key.split("  ").map((one) => (
                <kbd key={one} className={styles["key"]}>
                  {one}
                </kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
