import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Desk, Standing, WorkRow } from "../../src/modules/work/contract.ts";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { Busy } from "../ui/busy.tsx";
import { showDate } from "../ui/dates.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { showDone, showError } from "../ui/notices.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { Section } from "../ui/section.tsx";
import { LateUnitsSection } from "./late-units-section.tsx";
import { say } from "./messages.ts";
import { WaitingSection } from "./waiting-section.tsx";
import { WorkCard } from "./work-card.tsx";
import styles from "./work.module.css";

/** The first page a person sees: what they owe, what waits for them, who is late with them. */
export function DeskPage() {
  const t = useText();
  const may = useMay();
  const query = useQuery({ ...orpc.work.desk.queryOptions(), refetchOnWindowFocus: true });
  if (query.isPending) return <Busy rows={8} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const desk = query.data;
  return (
    <>
      <PageHeader
        title={t(say("desk"))}
        note={t(say("deskNote", { unit: desk.unit.name, day: showDate(desk.today) }))}
        actions={
          may("activity:record") && (
            <Link to="/activities/new" className={styles["mainLink"]}>
              {t(say("recordActivity"))}
            </Link>
          )
        }
      />
      <Summary desk={desk} />
      <WaitingSection desk={desk} />
      <OwedSection desk={desk} />
      <LateUnitsSection desk={desk} />
      {desk.joined.length > 0 && (
        <Section title={t(say("joined"))} note={t(say("joinedNote"))}>
          <CardList rows={desk.joined} lead />
        </Section>
      )}
    </>
  );
}

/** The day in one line; each part leads to its section. */
function Summary({ desk }: { desk: Desk }) {
  const t = useText();
  const { owed, late, soon, waiting, unitsLate } = desk.counts;
  const parts = [
    { key: "owed", shown: owed > 0, text: say("owedCount", { count: owed }), tone: undefined },
    { key: "owed", shown: late > 0, text: say("lateCount", { count: late }), tone: "late" },
    { key: "owed", shown: soon > 0, text: say("soonCount", { count: soon }), tone: "soon" },
    { key: "waiting", shown: waiting > 0, text: say("waitingCount", { count: waiting }), tone: "soon" },
    { key: "late-units", shown: unitsLate > 0, text: say("lateUnitsCount", { count: unitsLate }), tone: "late" },
  ].filter(({ shown }) => shown);
  return (
    <nav className={styles["summary"]} aria-label={t(say("jumpTo"))}>
      {parts.map(({ key, text, tone }) => (
        <a key={text.vi} href={`#${key}`} data-tone={tone}>
          {t(text)}
        </a>
      ))}
      <Link to="/work" className={styles["allLink"]}>
        {t(say("allWork"))}
      </Link>
    </nav>
  );
}

const groups: { standing: Standing; title: Parameters<typeof say>[0] }[] = [
  { standing: "returned", title: "groupReturned" },
  { standing: "late", title: "groupLate" },
  { standing: "soon", title: "groupSoon" },
  { standing: "past", title: "groupPast" },
  { standing: "later", title: "groupLater" },
  { standing: "undated", title: "groupUndated" },
  { standing: "waiting", title: "groupWaiting" },
];

function OwedSection({ desk }: { desk: Desk }) {
  const t = useText();
  const shown = groups
    .map((group) => ({ ...group, rows: desk.owed.filter(({ standing }) => standing === group.standing) }))
    .filter(({ rows }) => rows.length > 0);
  const hidden = desk.counts.owed - desk.owed.length;
  return (
    <div id="owed">
      <Section title={t(say("owed"))} actions={<AcceptNew rows={desk.owed} />}>
        {shown.length === 0 && <EmptyState title={t(say("owedNone"))}>{t(say("owedNoneText"))}</EmptyState>}
        {shown.map(({ standing, title, rows }) => (
          <section key={standing} className={styles["group"]}>
            <h3 data-standing={standing}>
              {t(say(title as "groupLate"))} <span>{rows.length}</span>
            </h3>
            <CardList rows={rows} lead={severalUnits(desk.owed)} />
          </section>
        ))}
        {hidden > 0 && (
          <Link to="/work" className={styles["allLink"]}>
            {t(say("showAll", { count: desk.counts.owed }))}
          </Link>
        )}
      </Section>
    </div>
  );
}

/** A new plan brings many items; taking note of them should not be forty clicks. Requests are answered one by one. */
function AcceptNew({ rows }: { rows: readonly WorkRow[] }) {
  const t = useText();
  const may = useMay();
  const client = useQueryClient();
  const fresh = rows.filter(({ state, edge }) => state === "open" && edge === "assign");
  const accepting = useMutation({
    mutationFn: () => api.work.acceptMany({ items: fresh.map(({ id, version }) => ({ id, version })) }),
    onSuccess: async ({ accepted }) => {
      await client.invalidateQueries({ queryKey: orpc.work.key() });
      showDone(t(say("acceptedNew", { count: accepted })));
    },
    onError: (error) => showError(t, error),
  });
  if (fresh.length < 2 || !may("work:answer")) return null;
  return (
    <Button variant="default" size="xs" loading={accepting.isPending} onClick={() => accepting.mutate()}>
      {t(say("acceptNew", { count: fresh.length }))}
    </Button>
  );
}

/** In a commune one desk serves several bodies: then each item says which of them does it. */
const severalUnits = (rows: readonly WorkRow[]): boolean => new Set(rows.map(({ lead }) => lead.id)).size > 1;

const first = 8;

function CardList({ rows, lead }: { rows: readonly WorkRow[]; lead: boolean }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, first);
  return (
    <>
      <ul className={styles["cards"]}>
        {shown.map((work) => (
          <WorkCard key={work.id} work={work} lead={lead} />
        ))}
      </ul>
      {shown.length < rows.length && (
        <Button variant="default" size="xs" onClick={() => setAll(true)}>
          {t(say("moreOf", { count: rows.length - shown.length }))}
        </Button>
      )}
    </>
  );
}
