import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { dot } from "../../src/kernel/facts.ts";
import type { api } from "../shell/api.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { DueBadge, StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Section } from "../ui/section.tsx";
import { say } from "./messages.ts";
import { RoundBars } from "./round-bars.tsx";
import { progressText, standingOf } from "./words.ts";
import styles from "./indicators.module.css";

/** Periods of a day need the calendar rules, and with them the schemas: not for the first paint. */
const ExportSection = lazy(() => import("./export-section.tsx"));

type Duty = Awaited<ReturnType<typeof api.indicators.rounds.owed>>["items"][number];

/** What my units owe, what waits for my approval, what I ask others for. */
export function FiguresPage() {
  const t = useText();
  const may = useMay();
  return (
    <>
      <PageHeader
        title={t(say("figures"))}
        note={t(say("figuresNote"))}
        actions={
          <>
            <Link to="/forms" className={styles["sideLink"]}>
              {t(say("forms"))}
            </Link>
            <Link to="/dictionary" className={styles["sideLink"]}>
              {t(say("dictionary"))}
            </Link>
          </>
        }
      />
      <Owed />
      {may("submission:enter") && <PartsOwed />}
      {may("submission:approve") && <Waiting />}
      <Asked />
      <Suspense fallback={null}>
        <ExportSection />
      </Suspense>
    </>
  );
}

function Owed() {
  const t = useText();
  const [state, setState] = useState<"owing" | "any">("owing");
  const list = useQuery(orpc.indicators.rounds.owed.queryOptions({ input: { state } }));
  const all = list.data?.items ?? [];
  return (
    <Section
      title={t(say("owed"))}
      actions={
        <Button size="xs" variant="default" aria-pressed={state === "any"} onClick={() => setState(state === "any" ? "owing" : "any")}>
          {t(say(state === "any" ? "showOwing" : "showSent"))}
        </Button>
      }
    >
      {list.isPending && <Busy rows={3} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && all.length === 0 && <EmptyState title={t(say("owedNone"))}>{t(say("owedNoneText"))}</EmptyState>}
      <ul className={styles["cards"]}>
        {all.map((duty, index) => (
          <DutyCard key={`${duty.round.id} ${duty.mine.unit.id}`} duty={duty} first={index === 0} />
        ))}
      </ul>
    </Section>
  );
}

/** One form of one period: until when, for whom, because of what; one click to enter. */
function DutyCard({ duty: { round, mine }, first }: { duty: Duty; first: boolean }) {
  const t = useText();
  const may = useMay();
  const { tone, text } = standingOf(mine);
  const begun = mine.progress !== "not-begun";
  return (
    <li className={styles["card"]}>
      <div className={styles["cardBody"]}>
        <Link
          to="/rounds/$roundId/units/$unitId"
          params={{ roundId: round.id, unitId: String(mine.unit.id) }}
          className={styles["cardTitle"]}
        >
          {round.title}, {t(round.period.label)}
        </Link>
        <span className={styles["facts"]}>
          <StateBadge tone={tone}>{t(text)}</StateBadge>
          <DueBadge due={{ text: mine.due.text, lastDay: mine.due.lastDay }} />
          <span>{mine.unit.name}</span>
          <span>{t(progressText[mine.progress])}</span>
        </span>
        <span className={styles["quiet"]}>
          {t(say("askedBy", { unit: round.owner.name }))}
          {dot}
          {t(say("basis", { basis: round.basis }))}
          {dot}
          {t(say("minutes", { minutes: round.minutes }))}
          {mine.extended && `${dot}${t(say("extendedBecause", { reason: mine.extended.reason }))}`}
          {mine.excused && `${dot}${t(say("excusedBecause", { reason: mine.excused.reason }))}`}
        </span>
      </div>
      {may("submission:enter") && mine.standing !== "excused" && (
        <Link
          to="/rounds/$roundId/units/$unitId"
          params={{ roundId: round.id, unitId: String(mine.unit.id) }}
          className={mine.owes && first ? styles["mainLink"] : styles["sideLink"]}
        >
          {t(say(mine.progress === "sent" || mine.progress === "approved" ? "look" : begun ? "goOn" : "begin"))}
        </Link>
      )}
    </li>
  );
}

/** Sections that my organisation fills in the report of another body: only when there are any. */
function PartsOwed() {
  const t = useText();
  const list = useQuery(orpc.indicators.submissions.partsOwed.queryOptions({ input: {} }));
  if (list.error) return <ErrorNote error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data || list.data.length === 0) return null;
  return (
    <Section title={t(say("partsOwed"))} note={t(say("partsOwedNote"))}>
      <ul className={styles["cards"]}>
        {list.data.map((part) => {
          const open = part.sections.filter(({ done }) => !done);
          return (
            <li key={`${part.roundId} ${part.sender.id} ${part.unit.id}`} className={styles["card"]}>
              <div className={styles["cardBody"]}>
                <Link
                  to="/rounds/$roundId/units/$unitId"
                  params={{ roundId: part.roundId, unitId: String(part.sender.id) }}
                  className={styles["cardTitle"]}
                >
                  {part.title}, {t(part.period.label)}
                </Link>
                <span className={styles["facts"]}>
                  {open.length === 0 ? (
                    <StateBadge tone="good">{t(say("partsDone"))}</StateBadge>
                  ) : (
                    <StateBadge tone="attention">{t(say("partsOpen", { count: open.length }))}</StateBadge>
                  )}
                  <DueBadge due={{ text: part.due.text, lastDay: part.due.lastDay }} />
                  <span>{part.unit.name}</span>
                </span>
                <span className={styles["quiet"]}>
                  {t(say("sentBy", { unit: part.sender.name }))}: {part.sections.map(({ heading }) => heading).join("; ")}
                </span>
              </div>
              <Link
                to="/rounds/$roundId/units/$unitId"
                params={{ roundId: part.roundId, unitId: String(part.sender.id) }}
                className={styles["sideLink"]}
              >
                {t(say(open.length === 0 ? "look" : "enterPart"))}
              </Link>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Waiting() {
  const t = useText();
  const list = useQuery(orpc.indicators.submissions.waiting.queryOptions({ input: {} }));
  if (list.error) return <ErrorNote error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data || list.data.total === 0) return null;
  return (
    <p className={styles["hint"]}>
      <Link to="/approvals">{t(say("waitingCount", { count: list.data.total }))}</Link>
    </p>
  );
}

function Asked() {
  const t = useText();
  const may = useMay();
  const list = useQuery(orpc.indicators.rounds.asked.queryOptions({ input: { state: "open" } }));
  if (!may("indicator:define") && !list.data?.items.length) return null;
  return (
    <Section
      title={t(say("asked"))}
      actions={
        may("indicator:define") && (
          <Link to="/forms/new" className={styles["sideLink"]}>
            {t(say("newForm"))}
          </Link>
        )
      }
    >
      {list.isPending && <Busy rows={3} />}
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <EmptyState title={t(say("askedNone"))}>{t(say("askedNoneText"))}</EmptyState>}
      <ul className={styles["cards"]}>
        {list.data?.items.map((round) => (
          <li key={round.id} className={styles["card"]}>
            <div className={styles["cardBody"]}>
              <Link to="/rounds/$roundId" params={{ roundId: round.id }} className={styles["cardTitle"]}>
                {round.title}, {t(round.period.label)}
              </Link>
              <RoundBars counts={round.counts} />
              <span className={styles["quiet"]}>
                <DueBadge due={{ text: round.due.text, lastDay: round.due.lastDay }} />
              </span>
            </div>
            <Link to="/rounds/$roundId" params={{ roundId: round.id }} className={styles["sideLink"]}>
              {t(say("toRoom"))}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
