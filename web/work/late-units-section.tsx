import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Desk } from "../../src/modules/work/contract.ts";
import { useText } from "../shell/language.tsx";
import { RemindButton } from "../notices/remind-button.tsx";
import { showDate } from "../ui/dates.ts";
import { Section } from "../ui/section.tsx";
import { say } from "./messages.ts";
import styles from "./work.module.css";

const first = 8;

/** Subordinates with something late, those that wait longest first. Never a ranking: no score, no order by number. */
export function LateUnitsSection({ desk }: { desk: Desk }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const units = desk.lateUnits;
  if (units.length === 0) return null;
  const shown = all ? units : units.slice(0, first);
  return (
    <div id="late-units">
      <Section
        title={t(say("lateUnits"))}
        note={t(say("lateUnitsNote"))}
        actions={
          <RemindButton
            things={units.flatMap(({ unit, items }) => items.map(({ id }) => ({ kind: "work" as const, id, unitId: unit.id })))}
          />
        }
      >
        <ul className={styles["lines"]}>
          {shown.map(({ unit, late, oldest, items }) => (
            <li key={unit.id}>
              <details>
                <summary>
                  <span className={styles["title"]}>{unit.name}</span>
                  <span>{t(say("unitLate", { count: late, day: showDate(oldest) }))}</span>
                </summary>
                <ul className={styles["sub"]}>
                  {items.map((work) => (
                    <li key={work.id}>
                      <Link to="/work/$workId" params={{ workId: work.id }}>
                        {work.title}
                      </Link>
                    </li>
                  ))}
                  <li>
                    <Link to="/work" search={{ side: "assigner", show: "late", unit: unit.id }}>
                      {t(say("showAll", { count: late }))}
                    </Link>
                  </li>
                </ul>
              </details>
            </li>
          ))}
        </ul>
        {shown.length < units.length && (
          <Button variant="default" size="xs" onClick={() => setAll(true)}>
            {t(say("moreUnits", { count: units.length - shown.length }))}
          </Button>
        )}
      </Section>
    </div>
  );
}
