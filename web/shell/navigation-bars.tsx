import { Drawer, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Icon } from "../ui/icon.tsx";
import { useText } from "./language.tsx";
import { say } from "./messages.ts";
import { navigation, type NavEntry } from "./navigation.ts";
import { useMay } from "./session.tsx";
import styles from "./shell.module.css";

function useEntries(): NavEntry[] {
  const may = useMay();
  return navigation.filter((entry) => !entry.needs || may(entry.needs));
}

function Entry({ entry, onClick }: { entry: NavEntry; onClick?: () => void }) {
  const t = useText();
  return (
    <Link
      to={entry.to as never}
      className={styles["navLink"]}
      activeProps={{ "data-active": true, "aria-current": "page" } as never}
      onClick={onClick}
    >
      <Icon name={entry.icon} />
      <span>{t(entry.text)}</span>
    </Link>
  );
}

/** At the left of a desk screen. */
export function SideNavigation() {
  const t = useText();
  return (
    <nav className={styles["side"]} aria-label={t(say("mainNavigation"))}>
      {useEntries().map((entry) => (
        <Entry key={entry.to} entry={entry} />
      ))}
    </nav>
  );
}

/** At the bottom of a phone, in reach of a thumb: the daily places, the rest in a drawer. */
export function BottomBar() {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const entries = useEntries();
  const rest = entries.filter((entry) => !entry.onBar);
  return (
    <nav className={styles["bottom"]} aria-label={t(say("mainNavigation"))}>
      {entries
        .filter((entry) => entry.onBar)
        .map((entry) => (
          <Entry key={entry.to} entry={entry} />
        ))}
      {rest.length > 0 && (
        <UnstyledButton className={styles["navLink"]} aria-expanded={opened} onClick={() => setOpened(true)}>
          <Icon name="more" />
          <span>{t(say("more"))}</span>
        </UnstyledButton>
      )}
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        position="bottom"
        size="auto"
        title={t(say("menu"))}
        closeButtonProps={{ "aria-label": t(say("close")) }}
      >
        <div className={styles["drawer"]}>
          {rest.map((entry) => (
            <Entry key={entry.to} entry={entry} onClick={() => setOpened(false)} />
          ))}
        </div>
      </Drawer>
    </nav>
  );
}
