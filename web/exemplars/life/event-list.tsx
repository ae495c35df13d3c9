import { Button } from "@mantine/core";
import { useState } from "react";
import { dot } from "../../../src/kernel/facts.ts";
import { grouped } from "../../../src/kernel/decimals.ts";
import type { EventOut, Life } from "../../../src/modules/exemplars/life/contract.ts";
import { evidenceKinds, type EventKind } from "../../../src/modules/exemplars/life/domain.ts";
import { eventNames } from "../../../src/modules/exemplars/life/messages.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { showDate } from "../../ui/dates.ts";
import { AddForm } from "../pictures/add-form.tsx";
import { anyFields } from "./event-fields.ts";
import { EventPictures } from "./event-pictures.tsx";
import styles from "./life.module.css";
import { say } from "./messages.ts";
import { SaidForm } from "./said-form.tsx";
import { Sheet } from "./sheet.tsx";

type Props = { id: string; events: readonly EventOut[]; onDone(life: Life): void };

/** Evidence by day, newest first. What was struck stays readable. */
export function EventList({ id, events, onDone }: Props) {
  const t = useText();
  const [picturing, setPicturing] = useState<EventOut | null>(null);
  const [striking, setStriking] = useState<EventOut | null>(null);
  return (
    <>
      <ul className={styles["events"]}>
        {events.map((event) => (
          <li key={event.id} data-struck={event.struck ? true : undefined}>
            <div className={styles["eventHead"]}>
              <strong>
                {t(nameOf(event.kind))}
                {markOf(event, t)}
              </strong>
              <span className={styles["quiet"]}>
                {showDate(event.onDate)}
                {dot}
                {event.by.unit.name}
              </span>
            </div>
            {event.text && <p>{event.text}</p>}
            <Details event={event} />
            {event.documents.length > 0 && (
              <ul className={styles["plain"]}>
                {event.documents.map(({ id: document, label, readable }) => (
                  <li key={document}>{readable ? <a href={`/app/documents/${document}`}>{label}</a> : t(say("notShown"))}</li>
                ))}
              </ul>
            )}
            <EventPictures id={id} event={event} />
            {event.struck && <p className={styles["quiet"]}>{t(say("struck", { by: event.struck.by, reason: event.struck.reason }))}</p>}
            {event.mayStrike && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray.8"
                aria-label={`${t(say("addPictures"))}: ${t(nameOf(event.kind))} ${showDate(event.onDate)}`}
                onClick={() => setPicturing(event)}
              >
                {t(say("addPictures"))}
              </Button>
            )}
            {event.mayStrike && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray.8"
                aria-label={`${t(say("strike"))}: ${t(nameOf(event.kind))} ${showDate(event.onDate)}`}
                onClick={() => setStriking(event)}
              >
                {t(say("strike"))}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {picturing && (
        <Sheet title={`${t(say("addPictures"))}: ${t(nameOf(picturing.kind))}`} onClose={() => setPicturing(null)}>
          <AddForm exemplarId={id} eventId={picturing.id} onDone={() => setPicturing(null)} />
        </Sheet>
      )}
      {striking && (
        <Sheet title={`${t(say("strike"))}: ${t(nameOf(striking.kind))}`} onClose={() => setStriking(null)}>
          <SaidForm
            label={t(say("reason"))}
            act={t(say("strike"))}
            done={t(say("strikeDone"))}
            note={t(say("strikeText"))}
            send={(reason) => api.exemplars.life.strikeEvent({ id, eventId: striking.id, reason })}
            onCancel={() => setStriking(null)}
            onDone={(life) => {
              setStriking(null);
              onDone(life);
            }}
          />
        </Sheet>
      )}
    </>
  );
}

const nameOf = (kind: string) => eventNames[kind as EventKind] ?? { vi: kind, en: kind };

/** "Qua bước 2", "Duy trì năm 2026". */
function markOf({ kind, details }: EventOut, t: ReturnType<typeof useText>): string {
  const { step, year } = details;
  if ((kind === "step-passed" || kind === "step-back") && typeof step === "number") return ` ${step}`;
  return kind === "sustained" && typeof year === "number" ? ` ${t(say("year", { year }))}` : "";
}

function Details({ event: { kind, details } }: { event: EventOut }) {
  const t = useText();
  const known = evidenceKinds.find((each) => each === kind);
  if (!known) return null;
  const rows = anyFields(known).flatMap(({ key, label }) => {
    const value = details[key];
    if (typeof value === "number") return [{ key, label: t(say(label as "asked")), shown: grouped(String(value)) }];
    if (typeof value !== "string") return [];
    const shown = value === "interim" || value === "final" ? t(say(`scope.${value}`)) : value;
    return [{ key, label: t(say(label as "asked")), shown }];
  });
  if (rows.length === 0) return null;
  return (
    <dl className={styles["details"]}>
      {rows.map(({ key, label, shown }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{shown}</dd>
        </div>
      ))}
    </dl>
  );
}
