import type { WorkRow } from "../../src/modules/work/contract.ts";
import { useText } from "../shell/language.tsx";
import { StateBadge, type Tone } from "../ui/badges.tsx";
import { showDate } from "../ui/dates.ts";
import { say } from "./messages.ts";
import styles from "./work.module.css";

const tones: Record<WorkRow["state"], Tone> = {
  open: "neutral",
  accepted: "active",
  answered: "attention",
  declined: "attention",
  reported: "active",
  returned: "attention",
  done: "good",
  withdrawn: "neutral",
};

/** The state in a word. A body that is asked has to answer; one that is assigned has been given something new. */
export function WorkStateBadge({ work }: { work: Pick<WorkRow, "state" | "edge"> }) {
  const t = useText();
  const asked = work.state === "open" && (work.edge === "request" || work.edge === "coordinate");
  return <StateBadge tone={asked ? "attention" : tones[work.state]}>{t(say(asked ? "asked.open" : `state.${work.state}`))}</StateBadge>;
}

/** How much time is left, in the words people use, with the deadline as it is printed and its last day below. */
export function TimeLeft({ work }: { work: Pick<WorkRow, "standing" | "daysLeft" | "due"> }) {
  const t = useText();
  const { standing, daysLeft, due } = work;
  const running = standing !== "over" && standing !== "waiting";
  return (
    <div className={styles["time"]} data-standing={standing}>
      {running && <strong>{t(leftText(standing, daysLeft))}</strong>}
      {due.text && <span>{due.text}</span>}
      {due.lastDay && !due.text.includes(showDate(due.lastDay)) && <span>{t(say("lastDay", { date: showDate(due.lastDay) }))}</span>}
    </div>
  );
}

function leftText(standing: WorkRow["standing"], days: number | null) {
  if (days === null) return say("leftNone");
  if (days < 0) return standing === "late" ? say("leftLate", { days: -days }) : say("leftPast", { days: -days });
  if (days === 0) return say("leftToday");
  return days === 1 ? say("leftTomorrow") : say("leftDays", { days });
}
