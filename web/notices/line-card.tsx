import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Line } from "../../src/modules/notices/contract.ts";
import { useText } from "../shell/language.tsx";
import { DueBadge } from "../ui/badges.tsx";
import { showDate, showInstant } from "../ui/dates.ts";
import { AskForm } from "./ask-form.tsx";
import { say } from "./messages.ts";
import styles from "./notices.module.css";

/** One thing that is owed. The way to do it is the first thing on the card; asking for time is the second. */
export function LineCard({ line, showUnit }: { line: Line; showUnit: boolean }) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  return (
    <li className={styles["line"]} data-late={line.late}>
      <Link to={line.path} className={styles["title"]}>
        {line.title}
      </Link>
      <div className={styles["facts"]}>
        <DueBadge due={line.due} mayBeLate={line.late || line.daysLeft >= 0} />
        <span>{t(say("askedBy", { unit: line.askedBy.name }))}</span>
        {showUnit && <span>{t(say("ofUnit", { unit: line.unit.name }))}</span>}
      </div>
      {line.reminders.map(({ by, from, text, at }) => (
        <div key={at} className={styles["said"]}>
          <span className={styles["facts"]}>{t(say("reminded", { by, unit: from.name, at: showInstant(at) }))}</span>
          {text}
        </div>
      ))}
      {line.extension && <div>{t(say("waitingFor", { day: showDate(line.extension.untilDay) }))}</div>}
      {line.mayAskForTime && !asking && (
        <Button variant="default" size="xs" onClick={() => setAsking(true)}>
          {t(say("askTime"))}
        </Button>
      )}
      {asking && <AskForm line={line} onDone={() => setAsking(false)} />}
    </li>
  );
}
