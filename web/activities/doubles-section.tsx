import { useQuery } from "@tanstack/react-query";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import styles from "./activities.module.css";
import { DoubleQuestion } from "./doubles.tsx";
import { say } from "./messages.ts";

/** Above the list: entries that may be one activity, which somebody here can answer. Nothing when there are none. */
export function DoublesSection() {
  const t = useText();
  const doubles = useQuery(orpc.activities.doubles.list.queryOptions({ input: { state: "asked" } }));
  const open = (doubles.data?.items ?? []).filter(({ answerable }) => answerable);
  if (open.length === 0) return null;
  return (
    <details className={styles["doubles"]}>
      <summary>{t(say("doublesCount", { count: open.length }))}</summary>
      {open.map((double) => (
        <DoubleQuestion key={double.id} double={double} thisId={double.later.id} onAnswered={() => void doubles.refetch()} />
      ))}
    </details>
  );
}
