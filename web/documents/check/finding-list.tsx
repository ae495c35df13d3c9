import { Button } from "@mantine/core";
import type { Check, Finding } from "../../../src/modules/documents/contract.ts";
import { useText } from "../../shell/language.tsx";
import { showInstant } from "../../ui/dates.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import styles from "./check.module.css";
import { severities } from "./listed.ts";
import { say } from "./messages.ts";

/** Which question is looked at, and which of its places is shown. */
export type Selected = { key: string; at: number } | null;

type Props = {
  findings: readonly Finding[];
  selected: Selected;
  onSelect(finding: Finding, at: number): void;
  /** Without it (a draft) nothing can be set aside, since nothing is kept. */
  aside?: { list: Check["setAside"]; busy: boolean; onAside(key: string, aside: boolean): void };
};

/** The questions, most serious first; a click shows the words. */
export function FindingList({ findings, selected, onSelect, aside }: Props) {
  const t = useText();
  return (
    <div className={styles["list"]}>
      {findings.length === 0 && <EmptyState title={t(say("none"))}>{t(say("noneText"))}</EmptyState>}
      {severities.map((severity) => {
        const own = findings.filter((finding) => finding.severity === severity);
        if (own.length === 0) return null;
        return (
          <section key={severity} aria-label={t(say(severity))}>
            <h3 className={styles["severity"]} data-severity={severity}>
              {t(say(severity))} <span>{own.length}</span>
            </h3>
            <ul className={styles["findings"]}>
              {own.map((finding) => (
                <FindingCard
                  key={finding.key}
                  finding={finding}
                  at={selected?.key === finding.key ? selected.at : null}
                  onSelect={(at) => onSelect(finding, at)}
                  onAside={aside && (() => aside.onAside(finding.key, true))}
                  busy={aside?.busy ?? false}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {aside && aside.list.length > 0 && (
        <details className={styles["asides"]}>
          <summary>{t(say("asideTitle", { count: aside.list.length }))}</summary>
          <ul className={styles["findings"]}>
            {aside.list.map(({ finding, by, at }) => (
              <li key={finding.key} className={styles["card"]}>
                <p className={styles["reason"]}>{t(finding.reason)}</p>
                <p className={styles["small"]}>{t(say("asideBy", { by, day: showInstant(at) }))}</p>
                <Button size="xs" variant="default" disabled={aside.busy} onClick={() => aside.onAside(finding.key, false)}>
                  {t(say("takeUp"))}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

type CardProps = { finding: Finding; at: number | null; onSelect(at: number): void; onAside: (() => void) | undefined; busy: boolean };

function FindingCard({ finding, at, onSelect, onAside, busy }: CardProps) {
  const t = useText();
  const { place, places, quote, reason, mend, basis, severity } = finding;
  const count = places.length;
  const step = (by: number) => onSelect(((at ?? 0) + by + count) % count);
  return (
    <li className={styles["card"]} data-severity={severity} data-selected={at !== null || undefined}>
      <button type="button" className={styles["reason"]} disabled={count === 0} aria-pressed={at !== null} onClick={() => onSelect(0)}>
        {t(reason)}
      </button>
      <p className={styles["where"]}>
        {place ? <span className={styles["line"]}>{t(say("line", { line: (places[at ?? 0] ?? place).line }))}</span> : t(say("nowhere"))}
        {quote !== null && <q>{quote}</q>}
      </p>
      {mend && (
        <p className={styles["mend"]}>
          <strong>{t(say("mend"))}</strong> {t(mend)}
        </p>
      )}
      <p className={styles["small"]}>
        {t(say("basis"))} {t(basis)}
      </p>
      {(count > 1 || onAside) && (
        <div className={styles["acts"]}>
          {count > 1 && (
            <span className={styles["steps"]}>
              <button type="button" aria-label={t(say("before"))} onClick={() => step(at === null ? 0 : -1)}>
                <Icon name="chevronUp" size={16} />
              </button>
              <span>{t(say("places", { at: (at ?? 0) + 1, count }))}</span>
              <button type="button" aria-label={t(say("next"))} onClick={() => step(at === null ? 0 : 1)}>
                <Icon name="chevronDown" size={16} />
              </button>
            </span>
          )}
          {onAside && (
            <Button size="compact-sm" variant="default" className={styles["aside"]} disabled={busy} onClick={onAside}>
              {t(say("setAside"))}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
