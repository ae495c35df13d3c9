import { Outlet } from "@tanstack/react-router";
import { useReading, useText } from "./language.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { say } from "./messages.ts";
import styles from "./shell.module.css";
import { Wordmark } from "./wordmark.tsx";

/** Pages without a session: the mark, what this is for, one narrow column. Its head stands in web/index.html before the application does. */
export function OpenLayout() {
  const t = useText();
  const { language, setLanguage } = useReading();
  return (
    <div className="opening">
      <a className={styles["skip"]} href="#main">
        {t(say("skip"))}
      </a>
      <header className="openingHead">
        <Wordmark />
        <LanguageSwitch value={language} onChange={setLanguage} />
      </header>
      <p className="purpose">{t(say("purpose"))}</p>
      <main id="main" tabIndex={-1} className={styles["openMain"]}>
        <Outlet />
      </main>
    </div>
  );
}
