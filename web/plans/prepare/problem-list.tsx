import { Button } from "@mantine/core";
import type { PlanProblem } from "../../../src/modules/plans/contract.ts";
import { useText } from "../../shell/language.tsx";
import { Icon } from "../../ui/icon.tsx";
import styles from "../plans.module.css";
import { clauseText } from "../words.ts";
import { say } from "./messages.ts";

const shown = 5;

/** What to look at before issuing: the kind of trouble, where it is, and the way there. */
export function ProblemList({ problems, onGo }: { problems: PlanProblem[]; onGo: ((problem: PlanProblem) => void) | undefined }) {
  const t = useText();
  return (
    <ul className={styles["problems"]}>
      {problems.map((problem) => {
        const things = [
          ...problem.items.map(({ clause, text }) => `${t(clauseText(clause))}: ${text}`),
          ...problem.expressions.map(({ printed }) => `“${printed}”`),
          ...problem.units.map(({ name }) => name),
        ];
        return (
          <li key={problem.kind} data-blocks={problem.blocks || undefined}>
            <Icon name={problem.blocks ? "warning" : "info"} size={18} />
            <div>
              <strong>
                {t(say(problem.kind))}
                {things.length > 0 && ` (${things.length})`}
              </strong>
              {things.length > 0 && (
                <ul className={styles["plainList"]}>
                  {things.slice(0, shown).map((thing, at) => (
                    // Two clauses may read the same: the place is the only difference.
                    <li key={`${at} ${thing.slice(0, 40)}`} className={styles["clamp"]}>
                      {thing}
                    </li>
                  ))}
                </ul>
              )}
              {things.length > shown && (
                <details>
                  <summary>{t(say("seeRest", { count: things.length - shown }))}</summary>
                  <ul className={styles["plainList"]}>
                    {things.slice(shown).map((thing, at) => (
                      <li key={`${at} ${thing.slice(0, 40)}`} className={styles["clamp"]}>
                        {thing}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </div>
            {onGo && (
              <Button size="compact-sm" variant="default" onClick={() => onGo(problem)}>
                {t(say("goFix"))}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
