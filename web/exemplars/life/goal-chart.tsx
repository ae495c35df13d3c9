import { grouped } from "../../../src/kernel/decimals.ts";
import { amountText } from "../../../src/kernel/numbers.ts";
import type { GoalOut } from "../../../src/modules/exemplars/life/contract.ts";
import { useText } from "../../shell/language.tsx";
import { showDate } from "../../ui/dates.ts";
import { drawn, size } from "./chart.ts";
import styles from "./life.module.css";
import { say } from "./messages.ts";

/** From the baseline over the readings towards the goal. The same is said in words for those who cannot see it, and below in a list. */
export function GoalChart({ goal, from }: { goal: GoalOut; from: string | null }) {
  const t = useText();
  const { width, height, points, goalY } = drawn({ ...goal, from });
  const words = [
    t(say("chartName", { name: goal.name })),
    ...(goal.baseline === null ? [] : [`${t(say("baseline"))} ${grouped(goal.baseline)}`]),
    ...goal.readings.map((reading) => `${showDate(reading.onDate)}: ${amountText(reading)}`),
    `${t(say("goal"))} ${grouped(goal.goal)} ${goal.unit}`,
  ].join("; ");
  // Labels of the first and the last alone: those between would lie over each other.
  const labelled = points.filter((_, at) => at === 0 || at === points.length - 1);
  return (
    <svg className={styles["chart"]} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
      <line className={styles["goalLine"]} x1={size.left} x2={width - 4} y1={goalY} y2={goalY} />
      <text className={styles["goalText"]} x={width - 4} y={goalY - 5} textAnchor="end">
        {t(say("goal"))} {grouped(goal.goal)}
      </text>
      <polyline className={styles["line"]} points={points.map(({ x, y }) => `${x},${y}`).join(" ")} />
      {points.map(({ x, y, date }) => (
        <circle key={date ?? "baseline"} cx={x} cy={y} r={4} className={date === null ? styles["hollow"] : styles["dot"]} />
      ))}
      {labelled.map(({ x, y, value, said, date }, at) => (
        <text
          key={date ?? "baseline"}
          x={Math.max(4, at === 0 ? x - 8 : x)}
          y={y > height - 40 ? y + 18 : y + (at === 0 ? -9 : 18)}
          textAnchor={at === 0 ? "start" : "middle"}
        >
          {amountText({ value, said })}
        </text>
      ))}
    </svg>
  );
}
