import { Button, Drawer } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Finding } from "../../../src/modules/documents/contract.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import styles from "./check.module.css";
import { useCheck } from "./document-check-page.tsx";
import { FindingList, type Selected } from "./finding-list.tsx";
import { lightPlace, lightsOut } from "./light.ts";
import { say } from "./messages.ts";

/**
 * The questions beside another screen that shows the text: a button with their number, and a drawer. Words are lit in
 * whatever pane has the lines as elements with `data-line`; `onShowText` brings that pane to view first.
 */
export function CheckDrawer({ documentId, onShowText }: { documentId: string; onShowText(): void }) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const [selected, setSelected] = useState<Selected>(null);
  const { check, aside } = useCheck(documentId);
  useEffect(() => lightsOut, []);
  if (!check.data?.ready) return null;
  const { findings, setAside } = check.data;
  const select = (finding: Finding, at: number) => {
    setSelected({ key: finding.key, at });
    const place = finding.places[at];
    if (!place) return;
    onShowText();
    // The drawer covers the text on a phone.
    if (window.matchMedia("(max-width: 64em)").matches) setOpened(false);
    requestAnimationFrame(() => lightPlace(place));
  };
  const close = () => {
    setOpened(false);
    lightsOut();
  };
  return (
    <>
      <Button variant="default" leftSection={<Icon name="check" size={16} />} onClick={() => setOpened(true)}>
        {t(say("panel", { count: findings.length }))}
      </Button>
      <Drawer
        opened={opened}
        onClose={close}
        position="right"
        size="30rem"
        withOverlay={false}
        lockScroll={false}
        trapFocus={false}
        title={t(say("title"))}
        closeButtonProps={{ "aria-label": t(say("close")) }}
      >
        <p className={styles["small"]}>{t(say("note"))}</p>
        <ErrorNote error={aside?.error} />
        {check.isPending ? (
          <Busy rows={4} />
        ) : (
          <FindingList
            findings={findings}
            selected={selected}
            onSelect={select}
            {...(aside ? { aside: { list: setAside, busy: aside.busy, onAside: aside.onAside } } : {})}
          />
        )}
      </Drawer>
    </>
  );
}
