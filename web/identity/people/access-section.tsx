import { Button, Group, List } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { useSession } from "../../shell/session.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { showInstant } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import type { Card } from "./card-sheet.tsx";
import { say } from "./messages.ts";
import type { ShownDetail } from "./person-state.tsx";
import { useTakeOver } from "./use-person-act.ts";

type Props = { person: ShownDetail; managed: NonNullable<ShownDetail["managed"]>; onCard: (card: Card) => void };

/** How the person gets in, and the acts on that: a new card, a lost telephone, closing the account. */
export function AccessSection({ person, managed, onCard }: Props) {
  const t = useText();
  const { person: self } = useSession();
  const state = useQuery(orpc.identity.entry.state.queryOptions());
  const takeOver = useTakeOver(person.id);
  const { id, version } = person;

  const link = useMutation({
    mutationFn: (mail: boolean) => api.identity.people.makeLink({ id, mail }),
    onSuccess: async (made) => {
      if (made.link) onCard({ person: made.person, login: made.person.managed?.login ?? "", link: made.link });
      else showDone(t(say("mailed", { email: made.person.email ?? "" })));
      await takeOver(made.person);
    },
  });
  const act = useMutation({ mutationFn: (send: () => Promise<unknown>) => send(), onSuccess: takeOver });
  const closed = person.state === "closed";

  return (
    <Section title={t(say("access"))}>
      <List spacing="xs" mb="sm">
        {managed.openLink && <List.Item>{t(say("openLink", { date: showInstant(managed.openLink.expiresAt) }))}</List.Item>}
        <List.Item>{t(say(managed.secondFactor ? "factorOn" : "factorOff"))}</List.Item>
        <List.Item>
          {[
            t(managed.sessions > 0 ? say("sessionsCount", { count: managed.sessions }) : say("noSessions")),
            managed.lastSeenAt && t(say("lastSeen", { at: showInstant(managed.lastSeenAt) })),
          ]
            .filter(Boolean)
            .join(", ")}
        </List.Item>
      </List>
      <ErrorNote error={link.error ?? act.error} />
      <Group mt="sm">
        {!closed && (
          <ConfirmButton
            question={t(say("newCard"))}
            consequence={t(say("newCardText"))}
            confirm={t(say("newCard"))}
            onConfirm={() => link.mutateAsync(false)}
          >
            {t(say("newCard"))}
          </ConfirmButton>
        )}
        {!closed && state.data?.mail && person.email && (
          <Button variant="default" loading={link.isPending} onClick={() => link.mutate(true)}>
            {t(say("newMail"))}
          </Button>
        )}
        {managed.secondFactor && (
          <ConfirmButton
            question={t(say("resetFactor"))}
            consequence={t(say("resetFactorText"))}
            confirm={t(say("resetFactor"))}
            onConfirm={() => act.mutateAsync(() => api.identity.people.resetSecondFactor({ id }))}
          >
            {t(say("resetFactor"))}
          </ConfirmButton>
        )}
        {managed.sessions > 0 && (
          <ConfirmButton
            question={t(say("endSessions"))}
            consequence={t(say("endSessionsText"))}
            confirm={t(say("endSessions"))}
            onConfirm={() => act.mutateAsync(() => api.identity.people.endSessions({ id }))}
          >
            {t(say("endSessions"))}
          </ConfirmButton>
        )}
        {!closed && id !== self.id && (
          <ConfirmButton
            question={t(say("close"))}
            consequence={t(say("closeText"))}
            confirm={t(say("close"))}
            onConfirm={() => act.mutateAsync(() => api.identity.people.deactivate({ id, version }))}
          >
            {t(say("close"))}
          </ConfirmButton>
        )}
        {closed && (
          <Button
            variant="default"
            loading={act.isPending}
            onClick={() => act.mutate(() => api.identity.people.reactivate({ id, version }))}
          >
            {t(say("reopen"))}
          </Button>
        )}
      </Group>
    </Section>
  );
}
