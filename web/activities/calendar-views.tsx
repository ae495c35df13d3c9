import { Link } from "@tanstack/react-router";
import { addDays, dateParts, dayOfWeek } from "../../src/kernel/time/dates.ts";
import type { ActivityRow } from "../../src/modules/activities/contract.ts";
import { useText } from "../shell/language.tsx";
import { showDate, today } from "../ui/dates.ts";
import { Icon } from "../ui/icon.tsx";
import styles from "./activities.module.css";
import { say } from "./messages.ts";
import { weeksOfMonth } from "./month.ts";
import { stateIcon, stateText } from "./words.ts";

/** What takes place on a day; one of several days stands on each. */
const onDay = (activities: readonly ActivityRow[], day: string): ActivityRow[] =>
  activities.filter(({ onDate, untilDate }) => onDate <= day && day <= (untilDate ?? onDate)).toSorted(byHour);

const byHour = (one: ActivityRow, other: ActivityRow) => (one.startTime ?? "").localeCompare(other.startTime ?? "");

export function Entry({ activity, long = false }: { activity: ActivityRow; long?: boolean }) {
  const t = useText();
  return (
    <Link
      to="/activities/$activityId"
      params={{ activityId: activity.id }}
      className={styles["entry"]}
      data-state={activity.state}
      title={activity.name}
    >
      <Icon name={stateIcon[activity.state]} size={15} />
      <span>
        <span className={styles["forReaders"]}>{t(stateText(activity.state))}: </span>
        {activity.startTime && `${activity.startTime} `}
        {activity.name}
        {long && ` (${[activity.place, activity.lead.name].filter(Boolean).join(", ")})`}
      </span>
    </Link>
  );
}

/** A sheet of the month; on a phone the list of days stands in its place. */
export function MonthGrid({ month, activities }: { month: string; activities: readonly ActivityRow[] }) {
  const t = useText();
  const now = today();
  return (
    <table className={styles["month"]} aria-label={t(say("monthOf", dateParts(month)))}>
      <thead>
        <tr>
          {[1, 2, 3, 4, 5, 6, 7].map((day) => (
            <th key={day} scope="col">
              {t(say("weekday", { day }))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOfMonth(month).map((days) => (
          <tr key={days[0]}>
            {days.map((day) => (
              <td key={day} data-outside={day.slice(0, 7) !== month.slice(0, 7) || undefined} data-today={day === now || undefined}>
                <time dateTime={day} className={styles["dayNumber"]} aria-current={day === now ? "date" : undefined}>
                  {Number(day.slice(8))}
                </time>
                <ul className={styles["entries"]}>
                  {onDay(activities, day).map((activity) => (
                    <li key={activity.id}>
                      <Entry activity={activity} />
                    </li>
                  ))}
                </ul>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Day by day; `every` shows the empty ones too, as a week does. */
export function DayList({
  range: { from, to },
  activities,
  every,
}: {
  range: { from: string; to: string };
  activities: readonly ActivityRow[];
  every: boolean;
}) {
  const t = useText();
  const now = today();
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (every || onDay(activities, day).length > 0) days.push(day);
  return (
    <ol className={styles["dayList"]}>
      {days.map((day) => {
        const entries = onDay(activities, day);
        return (
          <li key={day} data-today={day === now || undefined}>
            <time dateTime={day} aria-current={day === now ? "date" : undefined}>
              {t(say("weekday", { day: dayOfWeek(day) }))}, {showDate(day).slice(0, 5)}
            </time>
            {entries.length === 0 ? (
              <span className={styles["quiet"]}>{t(say("onThisDay"))}</span>
            ) : (
              <ul className={styles["entries"]}>
                {entries.map((activity) => (
                  <li key={activity.id}>
                    <Entry activity={activity} long />
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}
