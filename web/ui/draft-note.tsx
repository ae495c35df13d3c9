import { Anchor } from "@mantine/core";
import { useText } from "../shell/language.tsx";
import { say } from "./messages.ts";
import styles from "./ui.module.css";

/** Tells that a form begins with what was typed last time, and lets one throw it away. */
export function DraftNote({ restored, onDiscard }: { restored: boolean; onDiscard(): void }) {
  const t = useText();
  if (!restored) return null;
  return (
    <p role="status" className={styles["draftNote"]}>
      {t(say("draftRestored"))}{" "}
      <Anchor component="button" type="button" onClick={onDiscard}>
        {t(say("draftDiscard"))}
      </Anchor>
    </p>
  );
}
