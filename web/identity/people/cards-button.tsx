import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { api } from "../../shell/api.ts";
import { asApiError, type ApiError } from "../../shell/api-error.ts";
import { useText } from "../../shell/language.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import type { Card } from "./card-sheet.tsx";
import { say } from "./messages.ts";
import type { ShownPerson } from "./person-state.tsx";

/** New cards for everybody on the page who has not entered yet: an office invites its communes in one go. */
export function CardsButton({ people, onMade }: { people: ShownPerson[]; onMade: (cards: Card[]) => void }) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const [done, setDone] = useState<number | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  if (people.length === 0) return null;

  const make = async () => {
    setError(null);
    const cards: Card[] = [];
    try {
      for (const { id } of people) {
        setDone(cards.length);
        const { person, link } = await api.identity.people.makeLink({ id });
        if (link) cards.push({ person, login: person.managed?.login ?? "", link });
      }
    } catch (thrown) {
      setError(asApiError(thrown));
      // What was made has ended those people's older cards, so it must be shown all the same.
      if (cards.length === 0) return setDone(null);
    }
    setDone(null);
    return onMade(cards);
  };

  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t(say("cardsForInvited", { count: people.length }))}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t(say("cardsTitle"))}
        closeButtonProps={{ "aria-label": t(say("cancel")) }}
      >
        <Stack>
          <Text>{t(say("cardsText", { count: people.length }))}</Text>
          <ErrorNote error={error} />
          <Text role="status" size="sm">
            {done !== null && t(say("cardsProgress", { done, count: people.length }))}
          </Text>
          <Group>
            <Button loading={done !== null} onClick={() => void make()}>
              {t(say("cardsGo"))}
            </Button>
            <Button variant="default" onClick={() => setOpened(false)}>
              {t(say("cancel"))}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
