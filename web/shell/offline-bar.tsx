import { useSyncExternalStore } from "react";
import { Icon } from "../ui/icon.tsx";
import { useText } from "./language.tsx";
import { say } from "./messages.ts";
import styles from "./shell.module.css";

function onChange(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

export function OfflineBar() {
  const t = useText();
  const online = useSyncExternalStore(onChange, () => navigator.onLine);
  return (
    <div role="status" className={online ? undefined : styles["offline"]}>
      {!online && (
        <>
          <Icon name="warning" size={18} /> {t(say("offlineBar"))}
        </>
      )}
    </div>
  );
}
