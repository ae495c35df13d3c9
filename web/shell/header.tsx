import { ActionIcon } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Icon } from "../ui/icon.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { hasEndpoint } from "./api.ts";
import { useText } from "./language.tsx";
import { say } from "./messages.ts";
import { PostSwitcher } from "./post-switcher.tsx";
import { GlobalSearch } from "./search.tsx";
import styles from "./shell.module.css";
import { Wordmark } from "./wordmark.tsx";

const searchable = hasEndpoint("search", "find");

/** The mark, the search, the post in use, the person. On a phone the search opens over the bar. */
export function Header() {
  const t = useText();
  const [searching, setSearching] = useState(false);
  return (
    <header className={styles["header"]}>
      <Link to="/" className={styles["home"]} aria-label={`Khéo – ${t(say("goHome"))}`}>
        <Wordmark />
      </Link>
      {searchable && (
        <div className={styles["search"]} data-open={searching || undefined}>
          <GlobalSearch onDone={() => setSearching(false)} />
        </div>
      )}
      <div className={styles["headerEnd"]}>
        {searchable && (
          <ActionIcon
            className={styles["searchButton"]}
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t(say("search"))}
            aria-expanded={searching}
            onClick={() => setSearching((open) => !open)}
          >
            <Icon name={searching ? "close" : "search"} />
          </ActionIcon>
        )}
        <PostSwitcher />
        <AccountMenu />
      </div>
    </header>
  );
}
