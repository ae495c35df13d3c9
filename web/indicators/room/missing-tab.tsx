import { Button, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { DueBadge, StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { showInstant } from "../../ui/dates.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { progressText, standingOf } from "../words.ts";
import { say } from "./messages.ts";
import type { Room } from "./types.ts";
import shared from "../indicators.module.css";
import styles from "./room.module.css";

/** Who has not sent, with the phone beside the name; one polite text for those only; what came late. */
export function MissingTab({ room }: { room: Room }) {
  const t = useText();
  const [text, setText] = useState(false);
  return (
    <>
      <Section
        title={t(say("missingTitle"))}
        actions={
          room.can.includes("chase") &&
          room.missing.length > 0 && (
            <Button variant="default" aria-expanded={text} onClick={() => setText((open) => !open)}>
              {t(say("chase"))}
            </Button>
          )
        }
      >
        {text && <ChaseText roundId={room.round.id} />}
        {room.missing.length === 0 ? (
          <EmptyState title={t(say("nobodyMissing"))}>{t(say("nobodyMissingText"))}</EmptyState>
        ) : (
          <ul className={styles["missing"]}>
            {room.missing.map(({ unit, contacts }) => {
              const { tone, text: standing } = standingOf(unit);
              return (
                <li key={unit.unit.id}>
                  <div>
                    <strong>{unit.unit.name}</strong>
                    <span className={shared["facts"]}>
                      <StateBadge tone={tone}>{t(standing)}</StateBadge>
                      <span className={shared["quiet"]}>{t(progressText[unit.progress])}</span>
                      {unit.extended && <DueBadge due={{ text: unit.due.text, lastDay: unit.due.lastDay }} />}
                    </span>
                  </div>
                  <ul>
                    {contacts.length === 0 && <li className={shared["quiet"]}>{t(say("noContact"))}</li>}
                    {contacts.map(({ name, phone }) => (
                      <li key={`${name} ${phone}`}>
                        {name}
                        {phone ? (
                          <a
                            className={styles["call"]}
                            href={`tel:${phone.replace(/[^\d+]/g, "")}`}
                            aria-label={t(say("call", { name, phone }))}
                          >
                            <Icon name="phone" size={16} /> {phone}
                          </a>
                        ) : (
                          <span className={shared["quiet"]}> {t(say("noPhone"))}</span>
                        )}
                      </li>
                    ))}
                  </ul>
                </li>
              );
            })}
          </ul>
        )}
      </Section>
      {room.lateArrivals.length > 0 && (
        <Section title={t(say("lateTitle"))} note={t(say("lateNote"))}>
          <ul className={shared["plainList"]}>
            {room.lateArrivals.map(({ unit, at }) => (
              <li key={unit.unit.id}>
                {unit.unit.name} <span className={shared["quiet"]}>{showInstant(at)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Two texts when some are one's own subordinates and some were only asked. */
function ChaseText({ roundId }: { roundId: string }) {
  const t = useText();
  const text = useQuery(orpc.indicators.rounds.chaseText.queryOptions({ input: { id: roundId } }));
  if (text.isPending) return <Busy />;
  if (text.error) return <ErrorNote error={text.error} onRetry={() => void text.refetch()} />;
  const { assigned, requested } = text.data;
  return (
    <div className={styles["chase"]}>
      {assigned !== null && <CopyText label={t(say("chaseAssigned"))} text={assigned} />}
      {requested !== null && <CopyText label={t(say("chaseRequested"))} text={requested} />}
      {assigned === null && requested === null && <p className={shared["plain"]}>{t(say("nobodyMissing"))}</p>}
    </div>
  );
}

function CopyText({ label, text }: { label: string; text: string }) {
  const t = useText();
  const box = useRef<HTMLTextAreaElement>(null);
  const [written, setWritten] = useState(text);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(written);
      setCopied(true);
    } catch {
      // Plain http gives pages no clipboard: the text is selected, ready for the keys.
      box.current?.select();
    }
  };
  return (
    <div>
      <Textarea
        ref={box}
        label={label}
        autosize
        value={written}
        onChange={(event) => {
          setWritten(event.currentTarget.value);
          setCopied(false);
        }}
      />
      <Button mt="xs" size="xs" variant="default" onClick={() => void copy()}>
        {t(say(copied ? "copied" : "copy"))}
      </Button>
    </div>
  );
}
