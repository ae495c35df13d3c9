import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { facts } from "../../src/kernel/facts.ts";
import { amountText } from "../../src/kernel/numbers.ts";
import type { ActivityDetail } from "../../src/modules/activities/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { HistoryPanel } from "../ui/history-panel.tsx";
import { KeyValue } from "../ui/key-value.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Section } from "../ui/section.tsx";
import { ActivityActs } from "./activity-acts.tsx";
import styles from "./activities.module.css";
import { AskedDoubles } from "./doubles.tsx";
import { FilesSection } from "./files-section.tsx";
import { say } from "./messages.ts";
import { resultTexts, stateText, stateTone, whenText } from "./words.ts";

/** One entry of the journal: what was done, its figures and photographs, what can be done with it now. */
export function ActivityPage() {
  const t = useText();
  const { activityId } = useParams({ from: "/staff/activities/$activityId" });
  const client = useQueryClient();
  const query = useQuery({ ...orpc.activities.get.queryOptions({ input: { id: activityId } }), refetchOnWindowFocus: true });
  if (query.isPending) return <Busy rows={6} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const activity = query.data;
  const onChanged = (changed: ActivityDetail) => {
    client.setQueryData(orpc.activities.get.queryKey({ input: { id: activityId } }), changed);
    void client.invalidateQueries({ queryKey: orpc.activities.list.key() });
    void client.invalidateQueries({ queryKey: orpc.activities.calendar.key() });
    void client.invalidateQueries({ queryKey: orpc.activities.doubles.key() });
    void client.invalidateQueries({ queryKey: ["history", "activity", activityId] });
  };
  return (
    <>
      <PageHeader
        title={activity.name}
        note={facts([t(activity.kindName), whenText(activity), activity.lead.name])}
        badge={
          <>
            <StateBadge tone={stateTone[activity.state]}>{t(stateText(activity.state))}</StateBadge>
            {activity.approximate && <StateBadge tone="attention">{t(say("needsExact"))}</StateBadge>}
          </>
        }
        back={{ to: "/activities", text: t(say("toList")) }}
      />
      <AskedDoubles activity={activity} onAnswered={() => void query.refetch()} />
      {activity.sameAs && <CountedWith sameAs={activity.sameAs} />}
      <div className={styles["columns"]}>
        <div>
          <What activity={activity} />
          <Serves activity={activity} />
          <FilesSection activity={activity} onChanged={onChanged} />
          <HistoryPanel kind="activity" id={activity.id} />
        </div>
        <ActivityActs key={activity.id} activity={activity} onChanged={onChanged} />
      </div>
    </>
  );
}

function CountedWith({ sameAs }: { sameAs: NonNullable<ActivityDetail["sameAs"]> }) {
  const t = useText();
  return (
    <section className={styles["double"]}>
      <h2>{t(say("countedWith"))}</h2>
      <p>
        {t(say("countedWithText"))} {sameAs.name} ({sameAs.lead.name}).
      </p>
      <Link to="/activities/$activityId" params={{ activityId: sameAs.id }} className={styles["sideLink"]}>
        {t(say("openOther"))}
      </Link>
    </section>
  );
}

function What({ activity }: { activity: ActivityDetail }) {
  const t = useText();
  const results = resultTexts(activity);
  const { typedBy, typedFor } = activity;
  return (
    <Section title={t(say("results"))}>
      {activity.summary && <p className={styles["words"]}>{activity.summary}</p>}
      {activity.cancelReason && <p className={styles["words"]}>{t(say("cancelledBecause", { reason: activity.cancelReason }))}</p>}
      {results.length === 0 && activity.details.length === 0 && <p className={styles["quiet"]}>{t(say("noResults"))}</p>}
      <KeyValue
        items={[
          ...(["turns", "gifts", "money", "labour"] as const).map((key): [string, string | null] => [
            t(say(key)),
            activity[key] ? amountText(activity[key]) : null,
          ]),
          ...activity.details.map(({ label, shown, unit }): [string, string] => [t(label), [t(shown), unit].filter(Boolean).join(" ")]),
          [t(say("place")), activity.place],
          [t(say("partners")), activity.partners.map(({ name }) => name).join("; ")],
          [
            t(say("recordedBy")),
            typedFor
              ? `${t(say("typedBy", { name: `${typedBy.name}, ${typedBy.unit.name}` }))} (${t(say(`source.${activity.source}`))})`
              : typedBy.name,
          ],
        ]}
      />
    </Section>
  );
}

/** The words of the plan that it serves, and the way to the work it belongs to. */
function Serves({ activity: { serves } }: { activity: ActivityDetail }) {
  const t = useText();
  if (!serves) return null;
  return (
    <Section title={t(say("serves"))}>
      <blockquote className={styles["quote"]}>{serves.quote}</blockquote>
      <div className={styles["buttons"]}>
        <Link to="/plans/$planId" params={{ planId: serves.planId }}>
          {[serves.label, serves.clause].filter(Boolean).join(", ")}
        </Link>
        {serves.workId && (
          <Link to="/work/$workId" params={{ workId: serves.workId }}>
            {t(say("openWork"))}
          </Link>
        )}
      </div>
    </Section>
  );
}
