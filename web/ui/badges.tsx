import type { ReactNode } from "react";
import { daysBetween, showDate, today } from "./dates.ts";
import { useText } from "../shell/language.tsx";
import { say } from "./messages.ts";
import styles from "./ui.module.css";

export type Tone = "neutral" | "active" | "good" | "attention" | "bad";

/** The state of a thing in a word. `bad` (red) is for one's own subordinates' lateness and for refusals, nothing else. */
export function StateBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={styles["badge"]} data-tone={tone}>
      {children}
    </span>
  );
}

export type Due = {
  /** As the document words it: "Trước ngày 10/12". */
  text: string | null;
  /** The last day, 'YYYY-MM-DD'; its end is the deadline. */
  lastDay: string | null;
};

/**
 * A deadline in the words of the document with the last day beside it. Lateness is said only when `mayBeLate`:
 * the work is open and its unit is the viewer's own or a subordinate of theirs.
 */
export function DueBadge({ due, mayBeLate = false, day = today() }: { due: Due; mayBeLate?: boolean; day?: string }) {
  const t = useText();
  if (!due.text && !due.lastDay) return <span className={styles["dim"]}>{t(say("noDue"))}</span>;
  const left = due.lastDay ? daysBetween(day, due.lastDay) : null;
  // Words that name the very day ("đến hết ngày 30/11/2026") need no second one beside them.
  const named = due.text && due.lastDay ? due.text.includes(showDate(due.lastDay)) : false;
  const lastDay = due.lastDay && !named ? t(say("lastDay", { date: showDate(due.lastDay) })) : null;
  return (
    <span className={styles["due"]}>
      {due.text && <span>{due.text}</span>}
      {lastDay && <span className={due.text ? styles["dim"] : undefined}>{due.text ? `(${lastDay})` : lastDay}</span>}
      {mayBeLate && left !== null && left < 0 && <StateBadge tone="bad">{t(say("late", { days: -left }))}</StateBadge>}
      {mayBeLate && left === 0 && <StateBadge tone="attention">{t(say("dueToday"))}</StateBadge>}
      {mayBeLate && left !== null && left > 0 && left <= 7 && <StateBadge tone="attention">{t(say("dueIn", { days: left }))}</StateBadge>}
    </span>
  );
}
