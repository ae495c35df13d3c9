import { Loader, Skeleton, Stack } from "@mantine/core";
import { useEffect, useState } from "react";
import { useText } from "../shell/language.tsx";
import { say } from "./messages.ts";
import styles from "./ui.module.css";

/** True once `after` milliseconds have passed: what comes at once needs no spinner, a flicker only disturbs. */
function useDelayed(after: number): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setPassed(true), after);
    return () => window.clearTimeout(timer);
  }, [after]);
  return passed;
}

/** Something is being read: nothing for a moment, then a spinner with a word. `rows` draws a skeleton of a table instead. */
export function Busy({ what, rows, after = 350 }: { what?: string; rows?: number; after?: number }) {
  const t = useText();
  const visible = useDelayed(after);
  const text = what ?? t(say("loading"));
  if (!visible) return <div className={styles["busy"]} aria-busy="true" />;
  if (rows) {
    return (
      <Stack gap="xs" aria-busy="true" role="status" aria-label={text}>
        {Array.from({ length: rows }, (_, row) => (
          <Skeleton key={row} height="2.2rem" radius="sm" />
        ))}
      </Stack>
    );
  }
  return (
    <div className={styles["busy"]} role="status" aria-busy="true">
      <Loader size="sm" color="gray" /> <span>{text}</span>
    </div>
  );
}

export function PageLoading() {
  return <Busy />;
}
