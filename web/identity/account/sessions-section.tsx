import { Button, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { facts } from "../../../src/kernel/facts.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { showInstant } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Section } from "../../ui/section.tsx";
import styles from "../identity.module.css";
import { deviceName } from "../words.ts";
import { say } from "./messages.ts";

/** Where one is signed in, with a way to end each. */
export function SessionsSection() {
  const t = useText();
  const client = useQueryClient();
  const list = useQuery(orpc.identity.account.sessions.queryOptions());
  const again = () => client.invalidateQueries({ queryKey: orpc.identity.account.sessions.key() });
  const end = useMutation(orpc.identity.account.endSession.mutationOptions({ onSettled: again }));
  const endOthers = useMutation(orpc.identity.account.endOtherSessions.mutationOptions({ onSettled: again }));
  const sessions = list.data?.sessions ?? [];
  return (
    <Section
      title={t(say("sessions"))}
      note={t(say("sessionsNote"))}
      actions={
        sessions.length > 1 && (
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate({})}>
            {t(say("endOthers"))}
          </Button>
        )
      }
    >
      {list.isPending && <Busy rows={2} />}
      <ErrorNote error={list.error ?? end.error ?? endOthers.error} />
      <ul className={styles["posts"]}>
        {sessions.map((session) => (
          <li key={session.id} className={styles["item"]}>
            <div>
              <Text fw={600}>
                {deviceName(session.device) ?? t(say("otherDevice"))}{" "}
                {session.current && <StateBadge tone="good">{t(say("thisOne"))}</StateBadge>}
              </Text>
              <Text size="sm" className={styles["dim"]}>
                {facts([
                  session.shared && t(say("sharedOne")),
                  t(say("seen", { at: showInstant(session.seenAt) })),
                  t(say("ends", { at: showInstant(session.endsAt) })),
                ])}
              </Text>
            </div>
            {!session.current && (
              <Button
                variant="default"
                size="xs"
                loading={end.isPending && end.variables.id === session.id}
                onClick={() => end.mutate({ id: session.id })}
              >
                {t(say("endIt"))}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
