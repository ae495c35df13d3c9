import type { Text } from "../../src/kernel/language.ts";
import type { RoundCounts } from "../../src/modules/indicators/contract.ts";
import { useText } from "../shell/language.tsx";
import { say } from "./messages.ts";
import styles from "./indicators.module.css";

/** How far a round is: one bar, and the same in words, so that nothing hangs on the colour. */
export function RoundBars({ counts }: { counts: RoundCounts }) {
  const t = useText();
  const parts: [key: string, count: number, text: Text][] = [
    ["approved", counts.approved, say("countApproved", { count: counts.approved })],
    ["sent", counts.sent, say("countSent", { count: counts.sent })],
    ["returned", counts.returned, say("countReturned", { count: counts.returned })],
    ["draft", counts.draft, say("countDraft", { count: counts.draft })],
    ["missing", counts.notBegun, say("countNotBegun", { count: counts.notBegun })],
    ["excused", counts.excused, say("countExcused", { count: counts.excused })],
  ];
  const shown = parts.filter(([, count]) => count > 0);
  return (
    <div className={styles["round"]}>
      <div className={styles["bar"]} aria-hidden="true">
        {shown.map(([key, count]) => (
          <span key={key} data-part={key} style={{ flexGrow: count }} />
        ))}
      </div>
      <div className={styles["legend"]}>
        <span>{t(say("unitsAsked", { count: counts.units }))}</span>
        {shown.map(([key, , text]) => (
          <span key={key} data-part={key}>
            {t(text)}
          </span>
        ))}
        {counts.late > 0 && <span>{t(say("countLate", { count: counts.late }))}</span>}
      </div>
    </div>
  );
}
