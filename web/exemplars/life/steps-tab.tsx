import { Button } from "@mantine/core";
import { useState } from "react";
import { nextStepNames } from "../../../src/modules/exemplars/life/messages.ts";
import type { GateOut, Life } from "../../../src/modules/exemplars/life/contract.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { showDate } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import type { TabProps } from "../tab-props.ts";
import { ContentSheet } from "./content-sheet.tsx";
import { EventList } from "./event-list.tsx";
import { EventSheet } from "./event-sheet.tsx";
import { stepOfKind } from "./event-fields.ts";
import { FindingsSection } from "./findings-section.tsx";
import { GoalSheet } from "./goal-sheet.tsx";
import { GoalsSection } from "./goals-section.tsx";
import { LifeActs } from "./life-acts.tsx";
import styles from "./life.module.css";
import { say } from "./messages.ts";
import { Stepper } from "./stepper.tsx";
import { useLife, useLifeChange } from "./use-life.ts";

type Open = { what: "event"; kind: Extract<GateOut["add"], { what: "event" }>["kind"] | null } | Exclude<GateOut["add"], { what: "event" }>;

/** The life of an exemplar: where it stands, what the step still wants, and everything that was written on the way. */
export function StepsTab({ exemplar }: TabProps) {
  const t = useText();
  const query = useLife(exemplar.id);
  const changed = useLifeChange(exemplar.id);
  const [open, setOpen] = useState<Open | null>(null);
  if (query.isPending) return <Busy rows={6} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const life = query.data;
  const done = (after: Life) => {
    setOpen(null);
    changed(after);
  };
  const refetched = () => {
    setOpen(null);
    changed(life);
    void query.refetch();
  };
  // Readings are written in place, at the goal.
  const add = (gate: GateOut) => (gate.add.what === "reading" ? document.getElementById("goals")?.scrollIntoView() : setOpen(gate.add));
  return (
    <div className={styles["life"]}>
      <Standing life={life} />
      <div className={styles["bar"]}>
        {life.kinds.length > 0 && (
          <Button size="md" leftSection={<Icon name="plus" size={18} />} onClick={() => setOpen({ what: "event", kind: null })}>
            {t(say("add"))}
          </Button>
        )}
        {life.paused && <LifeActs life={life} onDone={changed} />}
      </div>
      <FindingsSection life={life} onDone={changed} />
      <Stepper life={life} onAdd={add} onDone={changed} />
      {!life.paused && life.can.length > 0 && (
        <div className={styles["bar"]}>
          <LifeActs life={life} onDone={changed} />
        </div>
      )}
      <GoalsSection life={life} exemplar={exemplar} onDone={changed} />
      <OtherEvidence life={life} onDone={changed} />
      <Grades life={life} />
      {open?.what === "event" && <EventSheet life={life} kind={open.kind} onClose={() => setOpen(null)} onDone={done} />}
      {open?.what === "content" && <ContentSheet exemplar={exemplar} content={open.key} onClose={() => setOpen(null)} onDone={refetched} />}
      {open?.what === "goal" && <GoalSheet exemplar={exemplar} onClose={() => setOpen(null)} onDone={refetched} />}
    </div>
  );
}

/** What is special about where it stands, each in one line. */
function Standing({ life }: { life: Life }) {
  const t = useText();
  const { state, paused, quiet, walked, sustained, movedOn } = life;
  const notes = [
    state === "draft" || state === "registered" || state === "returned" ? { text: say("notAccepted") } : null,
    state === "stopped" ? { text: say("stoppedNote") } : null,
    paused ? { text: say("pausedNote") } : null,
    quiet ? { text: say("quiet", { days: quiet.days, date: showDate(movedOn) }), tone: "attention" } : null,
    walked ? { text: say("walkedAll") } : null,
    sustained ? { text: say("sustained", { year: sustained }) } : null,
  ].filter((note) => note !== null);
  return notes.map(({ text, tone }) => (
    <p key={text.vi} className={styles["note"]} data-tone={tone}>
      {t(text)}
    </p>
  ));
}

/** What belongs to none of the steps: notes, passing and going back, pauses. */
function OtherEvidence({ life, onDone }: { life: Life; onDone(life: Life): void }) {
  const t = useText();
  const events = life.events.filter(({ kind }) => stepOfKind[kind] === undefined);
  if (events.length === 0) return null;
  return (
    <Section title={t(say("otherEvidence"))}>
      <EventList id={life.id} events={events} onDone={onDone} />
    </Section>
  );
}

function Grades({ life: { grades } }: { life: Life }) {
  const t = useText();
  if (grades.length === 0) return null;
  return (
    <Section title={t(say("grades"))}>
      <ul className={styles["plain"]}>
        {grades.map(({ year, proposed, decided }) => (
          <li key={year}>
            {decided
              ? t(say("gradeLine", { year, name: decided.name, next: t(nextStepNames[decided.next]) }))
              : t(say("gradeProposedLine", { year, name: proposed.name }))}
            {(decided?.note || proposed.reason) && <span className={styles["quiet"]}> {decided?.note || proposed.reason}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
