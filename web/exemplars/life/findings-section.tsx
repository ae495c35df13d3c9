import { Button } from "@mantine/core";
import { useState } from "react";
import type { Finding, FindingAct, Life } from "../../../src/modules/exemplars/life/contract.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge, type Tone } from "../../ui/badges.tsx";
import { showDate } from "../../ui/dates.ts";
import { Section } from "../../ui/section.tsx";
import styles from "./life.module.css";
import { say } from "./messages.ts";
import { SaidForm } from "./said-form.tsx";

const tone: Record<Finding["state"], Tone> = { open: "attention", answered: "active", settled: "good" };
const labelOf = { answer: "answerText", settle: "settleText", reopen: "reopenText" } as const satisfies Record<FindingAct, string>;

/** What visits found: what waits stands open, what was mended is folded. */
export function FindingsSection({ life, onDone }: { life: Life; onDone(life: Life): void }) {
  const t = useText();
  const open = life.findings.filter(({ state }) => state !== "settled");
  const settled = life.findings.filter(({ state }) => state === "settled");
  if (life.findings.length === 0) return null;
  const list = (findings: readonly Finding[]) => (
    <ul className={styles["findings"]}>
      {findings.map((finding) => (
        <FindingItem key={finding.id} id={life.id} finding={finding} onDone={onDone} />
      ))}
    </ul>
  );
  return (
    <Section title={t(say("openFindings"))}>
      {list(open)}
      {settled.length > 0 && (
        <details className={styles["more"]}>
          <summary>{t(say("settledCount", { count: settled.length }))}</summary>
          {list(settled)}
        </details>
      )}
    </Section>
  );
}

function FindingItem({ id, finding, onDone }: { id: string; finding: Finding; onDone(life: Life): void }) {
  const t = useText();
  const [act, setAct] = useState<FindingAct | null>(null);
  const { text, recommendation, mendBy, state, entries, can } = finding;
  const send = (chosen: FindingAct, words: string): Promise<Life> => {
    const said = { id, findingId: finding.id, text: words };
    switch (chosen) {
      case "answer":
        return api.exemplars.life.answerFinding(said);
      case "settle":
        return api.exemplars.life.settleFinding(said);
      case "reopen":
        return api.exemplars.life.reopenFinding(said);
    }
  };
  return (
    <li>
      <div className={styles["eventHead"]}>
        <strong>{text}</strong>
        <StateBadge tone={tone[state]}>{t(say(`finding.${state}`))}</StateBadge>
      </div>
      {recommendation && <p>{recommendation}</p>}
      <p className={styles["quiet"]}>
        {t(say("foundBy", { unit: finding.foundBy.name, date: showDate(finding.foundOn) }))}
        {mendBy && `; ${t(say("mendBy", { date: showDate(mendBy) }))}`}
      </p>
      {entries.map((entry, at) => (
        // Entries are only added to: their place is their name.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={at} className={styles["entry"]}>
          <strong>{t(say(`entry.${entry.kind}`))}</strong> {entry.text}{" "}
          <span className={styles["quiet"]}>
            ({entry.by.unit.name}, {showDate(entry.onDate)})
          </span>
        </p>
      ))}
      {act ? (
        <SaidForm
          label={t(say(labelOf[act]))}
          act={t(say(act))}
          done={t(say("saved"))}
          required={act !== "settle"}
          send={(words) => send(act, words)}
          onCancel={() => setAct(null)}
          onDone={(life) => {
            setAct(null);
            onDone(life);
          }}
        />
      ) : (
        <div className={styles["bar"]}>
          {can.map((each) => (
            <Button key={each} variant="default" aria-label={`${t(say(each))}: ${text.slice(0, 60)}`} onClick={() => setAct(each)}>
              {t(say(each))}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}
