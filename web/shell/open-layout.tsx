import { Outlet } from "@tanstack/react-router";
import { useReading, useText } from "./language.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { say } from "./messages.ts";
import styles from "./shell.module.css";
import { Wordmark } from "./wordmark.tsx";

/** Pages without a session: the mark, one narrow column, the language switch. */
export function OpenLayout() {
  const t = useText();
  const { language, setLanguage } = useReading();
  return (
    <div className={styles["open"]}>
      <a className={styles["skip"]} href="#main">
        {t(say("skip"))}
      </a>
      <header className={styles["openHeader"]}>
        <Wordmark />
        <LanguageSwitch value={language} onChange={setLanguage} />
      </header>
      <main id="main" tabIndex={-1} className={styles["openMain"]}>
        <Outlet />
      </main>
    </div>
  );
}
