import { Link } from "@tanstack/react-router";
import type { Desk } from "../../src/modules/work/contract.ts";
import { useText } from "../shell/language.tsx";
import { showDate } from "../ui/dates.ts";
import { Section } from "../ui/section.tsx";
import { say } from "./messages.ts";
import styles from "./work.module.css";

/** Subordinates with something late, those that wait longest first. Never a ranking: no score, no order by number. */
export function LateUnitsSection({ desk }: { desk: Desk }) {
  const t = useText();
  if (desk.lateUnits.length === 0) return null;
  return (
    <div id="late-units">
      <Section title={t(say("lateUnits"))} note={t(say("lateUnitsNote"))}>
        <ul className={styles["lines"]}>
          {desk.lateUnits.map(({ unit, late, oldest, items }) => (
            <li key={unit.id}>
              <Link to="/work" search={{ side: "assigner", show: "late", unit: unit.id }} className={styles["title"]}>
                {unit.name}
              </Link>
              <div className={styles["facts"]}>
                <span className={styles["strong"]}>{t(say("unitLate", { count: late, day: showDate(oldest) }))}</span>
              </div>
              <ul className={styles["sub"]}>
                {items.map((work) => (
                  <li key={work.id}>
                    <Link to="/work/$workId" params={{ workId: work.id }}>
                      {work.title}
                    </Link>
                  </li>
                ))}
                {late > items.length && <li>{t(say("moreOf", { count: late - items.length }))}</li>}
              </ul>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
