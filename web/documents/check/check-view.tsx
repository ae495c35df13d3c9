import { Button } from "@mantine/core";
import { useMemo, useRef, useState, type ReactNode } from "react";
import type { Check, Finding } from "../../../src/modules/documents/contract.ts";
import { useText } from "../../shell/language.tsx";
import { Icon } from "../../ui/icon.tsx";
import { showDone } from "../../ui/notices.ts";
import styles from "./check.module.css";
import { FindingList, type Selected } from "./finding-list.tsx";
import { listAsText } from "./listed.ts";
import { LitText } from "./lit-text.tsx";
import { say } from "./messages.ts";

type Props = {
  /** What the list is called when it is copied or printed. */
  name: string;
  lines: readonly string[];
  findings: readonly Finding[];
  aside?: { list: Check["setAside"]; busy: boolean; onAside(key: string, aside: boolean): void };
  /** Further buttons beside copy and print. */
  actions?: ReactNode;
};

const none: Finding["places"] = [];

/** The questions at the left, the words at the right; one under the other on a phone. */
export function CheckView({ name, lines, findings, aside, actions }: Props) {
  const t = useText();
  const [selected, setSelected] = useState<Selected>(null);
  const [byHand, setByHand] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLElement>(null);
  const places = useMemo(() => findings.find(({ key }) => key === selected?.key)?.places ?? none, [findings, selected?.key]);

  const select = (finding: Finding, at: number) => {
    setSelected({ key: finding.key, at });
    // On a phone the text is under the list.
    if (window.matchMedia("(max-width: 64em)").matches) text.current?.scrollIntoView({ block: "start" });
  };
  const copy = async () => {
    const written = listAsText(name, findings, t);
    try {
      await navigator.clipboard.writeText(written);
      showDone(t(say("copied")));
    } catch {
      // Plain http gives pages no clipboard: the text is shown, to be copied by hand.
      setByHand(written);
    }
  };

  return (
    <div className={styles["view"]}>
      <div className={styles["listPane"]} ref={list}>
        <div className={styles["listHead"]}>
          <h2>{t(say("found", { count: findings.length }))}</h2>
          <div className={styles["tools"]}>
            {findings.length > 0 && (
              <>
                <Button size="xs" variant="default" onClick={() => void copy()}>
                  {t(say("copy"))}
                </Button>
                <Button size="xs" variant="default" onClick={() => window.print()}>
                  {t(say("print"))}
                </Button>
              </>
            )}
            {actions}
          </div>
        </div>
        {byHand !== null && (
          <div className={styles["byHand"]}>
            <p>{t(say("copyByHand"))}</p>
            <textarea readOnly rows={8} aria-label={t(say("list"))} value={byHand} onFocus={(event) => event.currentTarget.select()} />
          </div>
        )}
        <FindingList findings={findings} selected={selected} onSelect={select} {...(aside ? { aside } : {})} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a pane that scrolls must be reached by the keyboard */}
      <section className={styles["textPane"]} tabIndex={0} ref={text} aria-label={t(say("text"))}>
        {selected && (
          <button type="button" className={styles["toList"]} onClick={() => list.current?.scrollIntoView({ block: "start" })}>
            <Icon name="chevronUp" size={16} /> {t(say("toList"))}
          </button>
        )}
        <LitText lines={lines} places={places} at={selected?.at ?? 0} />
      </section>
    </div>
  );
}
