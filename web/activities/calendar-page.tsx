import { Button, SegmentedControl } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { dateParts } from "../../src/kernel/time/dates.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { Busy } from "../ui/busy.tsx";
import { showDate, today } from "../ui/dates.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { Icon } from "../ui/icon.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import styles from "./activities.module.css";
import { DayList, MonthGrid } from "./calendar-views.tsx";
import { FeedsSection } from "./feeds-section.tsx";
import { say } from "./messages.ts";
import { rangeOf, step } from "./month.ts";
import { states, views, type CalendarSearch, type View } from "./search.ts";
import { stateIcon, stateText } from "./words.ts";

const viewText = { week: "viewWeek", month: "viewMonth", list: "viewList" } as const;

/** What the unit plans and has done, by week, month or as a list. */
export function CalendarPage() {
  const t = useText();
  const may = useMay();
  const search = useSearch({ from: "/staff/activities/calendar" });
  const navigate = useNavigate({ from: "/activities/calendar" });
  const { view = "month", day = today() } = search;
  const range = rangeOf(view, day);
  const query = useQuery({ ...orpc.activities.calendar.queryOptions({ input: range }), placeholderData: keepPreviousData });
  const go = (change: CalendarSearch) => void navigate({ search: { ...search, ...change }, replace: true });
  return (
    <>
      <PageHeader
        title={t(say("calendarTitle"))}
        note={t(say("calendarNote"))}
        back={{ to: "/activities", text: t(say("toList")) }}
        actions={
          may("activity:record") && (
            <Link to="/activities/new" className={styles["mainLink"]}>
              <Icon name="plus" size={18} />
              {t(say("record"))}
            </Link>
          )
        }
      />
      <div className={styles["calendarBar"]}>
        <div className={styles["buttons"]}>
          <Button variant="default" aria-label={t(say("earlier"))} onClick={() => go({ day: step(view, day, -1) })}>
            <Icon name="chevronLeft" size={18} />
          </Button>
          <Button variant="default" onClick={() => go({ day: undefined })}>
            {t(say("today"))}
          </Button>
          <Button variant="default" aria-label={t(say("later"))} onClick={() => go({ day: step(view, day, 1) })}>
            <Icon name="chevronRight" size={18} />
          </Button>
        </div>
        <h2 aria-live="polite">
          <RangeName view={view} day={day} />
        </h2>
        <SegmentedControl
          aria-label={t(say("view"))}
          data={views.map((value) => ({ value, label: t(say(viewText[value])) }))}
          value={view}
          onChange={(value) => go({ view: value as View })}
        />
      </div>
      {query.isPending && <Busy rows={6} />}
      {query.error && <ErrorNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <>
          {view === "month" && <MonthGrid month={day} activities={query.data.items} />}
          <div className={view === "month" ? styles["onlyPhone"] : undefined}>
            <DayList range={range} activities={query.data.items} every={view === "week"} />
            {query.data.items.length === 0 && view !== "week" && (
              <EmptyState title={t(say("nothingPlanned"))}>{t(say("nothingPlannedText"))}</EmptyState>
            )}
          </div>
          {query.data.more && <p className={styles["quiet"]}>{t(say("calendarMore"))}</p>}
          <Legend />
        </>
      )}
      <FeedsSection />
    </>
  );
}

function RangeName({ view, day }: { view: View; day: string }) {
  const t = useText();
  const { from, to } = rangeOf(view, day);
  if (view === "week") return <>{t(say("weekOf", { from: showDate(from).slice(0, 5), to: showDate(to) }))}</>;
  if (view === "list") return <>{t(say("fromToMonths", { from: showDate(from), to: showDate(to) }))}</>;
  return <>{t(say("monthOf", dateParts(day)))}</>;
}

/** What the marks mean; each state has a frame and a sign of its own. */
function Legend() {
  const t = useText();
  return (
    <div className={styles["legend"]} role="group" aria-label={t(say("legend"))}>
      {states.map((state) => (
        <span key={state} className={styles["entry"]} data-state={state}>
          <Icon name={stateIcon[state]} size={15} />
          <span>{t(stateText(state))}</span>
        </span>
      ))}
    </div>
  );
}
