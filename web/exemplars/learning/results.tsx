import { grouped } from "../../../src/kernel/decimals.ts";
import type { Learning } from "../../../src/modules/exemplars/learning/contract.ts";
import { useText } from "../../shell/language.tsx";
import { Section } from "../../ui/section.tsx";
import styles from "./learning.module.css";
import { say } from "./messages.ts";

/** What copies reached of the original's goals; a table per goal, the original first. */
export function Results({ results }: { results: Learning["results"] }) {
  const t = useText();
  if (results.length === 0) return null;
  const number = (value: string | null) => (value === null ? "–" : grouped(value));
  return (
    <Section title={t(say("results"))} note={t(say("resultsNote"))}>
      {results.map(({ name, unit, rows }) => (
        <div key={`${name} ${unit}`} className={styles["scroll"]}>
          <table className={styles["table"]}>
            <caption>
              {name} ({unit})
            </caption>
            <thead>
              <tr>
                <th scope="col">{t(say("columnLead"))}</th>
                {(["baseline", "goal", "reached", "share"] as const).map((key) => (
                  <th key={key} scope="col" data-number>
                    {t(say(key))}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    {row.lead.name}
                    {row.original && <span className={styles["quiet"]}> ({t(say("original"))})</span>}
                  </th>
                  <td data-number>{number(row.baseline)}</td>
                  <td data-number>{number(row.goal)}</td>
                  <td data-number>{row.reached === null ? t(say("notRead")) : number(row.reached)}</td>
                  <td data-number>{row.share === null ? "–" : `${row.share}%`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </Section>
  );
}
