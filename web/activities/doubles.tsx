import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ActivityDetail, ActivityRow, Double } from "../../src/modules/activities/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { showDone } from "../ui/notices.ts";
import styles from "./activities.module.css";
import { say } from "./messages.ts";
import { resultTexts, whenText } from "./words.ts";

/** Questions whether this entry and another are one activity; shown to both sides until one answers. */
export function AskedDoubles({ activity, onAnswered }: { activity: ActivityDetail; onAnswered(): void }) {
  return activity.doubles
    .filter(({ state }) => state === "asked")
    .map((double) => <DoubleQuestion key={double.id} double={double} thisId={activity.id} onAnswered={onAnswered} />);
}

export function DoubleQuestion({ double, thisId, onAnswered }: { double: Double; thisId: string; onAnswered(): void }) {
  const t = useText();
  const client = useQueryClient();
  const answer = useMutation(
    orpc.activities.doubles.answer.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: orpc.activities.key() });
        showDone(t(say("doubleAnswered")));
        onAnswered();
      },
    }),
  );
  const [mine, other] = double.later.id === thisId ? [double.later, double.earlier] : [double.earlier, double.later];
  const lines: [string, (activity: ActivityRow) => string][] = [
    [t(say("columnName")), ({ name }) => name],
    [t(say("columnUnit")), ({ lead }) => lead.name],
    [t(say("columnDate")), whenText],
    [t(say("place")), ({ place }) => place ?? "–"],
    [t(say("results")), (activity) => resultTexts(activity).map(t).join(", ") || "–"],
  ];
  return (
    <section className={styles["double"]} aria-label={t(say("doublesTitle"))}>
      <h2>{t(say("doublesTitle"))}</h2>
      <p>{t(say("doublesText"))}</p>
      <table className={styles["pairTable"]}>
        <thead>
          <tr>
            <th scope="col">
              <span className={styles["forReaders"]}>{t(say("aspect"))}</span>
            </th>
            <th scope="col">{t(say("doubleThis"))}</th>
            <th scope="col">
              <Link to="/activities/$activityId" params={{ activityId: other.id }}>
                {t(say("doubleOther"))}
              </Link>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([label, show]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{show(mine)}</td>
              <td>{show(other)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ErrorNote error={answer.error} />
      {double.answerable && (
        <div className={styles["buttons"]}>
          <Button loading={answer.isPending} variant="default" onClick={() => answer.mutate({ id: double.id, answer: "same" })}>
            {t(say("doubleSame"))}
          </Button>
          <Button loading={answer.isPending} variant="default" onClick={() => answer.mutate({ id: double.id, answer: "different" })}>
            {t(say("doubleDifferent"))}
          </Button>
        </div>
      )}
    </section>
  );
}
