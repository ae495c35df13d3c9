import { Button, Progress } from "@mantine/core";
import { useText } from "../shell/language.tsx";
import styles from "./activities.module.css";
import { say } from "./messages.ts";

/** How far the photographs are; the server makes them small after the last byte has arrived. */
export function SendProgress({ share, onStop }: { share: number | null; onStop(): void }) {
  const t = useText();
  if (share === null) return null;
  const text = t(share < 1 ? say("sendingPhotos", { percent: Math.round(share * 100) }) : say("photosBeingReady"));
  return (
    <div className={styles["progress"]} role="status">
      <span>{text}</span>
      <Progress value={share * 100} animated={share >= 1} aria-label={text} />
      <Button size="xs" variant="default" onClick={onStop}>
        {t(say("stopSending"))}
      </Button>
    </div>
  );
}
