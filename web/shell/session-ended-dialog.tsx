import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useText } from "./language.tsx";
import { say } from "./messages.ts";
import { forgetSessionEnded, hasSessionEnded, onSessionEnded } from "./session-ended.ts";
import { isComplete, sessionQuery, useSession } from "./session.tsx";

/** Over the page, which stays as it is: sign in in another window, come back, go on typing. */
export function SessionEndedDialog() {
  const t = useText();
  const client = useQueryClient();
  const { person } = useSession();
  const ended = useSyncExternalStore(onSessionEnded, hasSessionEnded);
  const [note, setNote] = useState("");

  const check = async (quietly: boolean) => {
    const session = await client.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => undefined);
    if (!isComplete(session)) {
      if (!quietly) setNote(t(say("stillSignedOut")));
      return;
    }
    if (session.person.id !== person.id) {
      setNote(t(say("signedInAsOther", { name: session.person.name })));
      window.location.assign("/app/");
      return;
    }
    setNote("");
    forgetSessionEnded();
    await client.invalidateQueries();
  };

  useEffect(() => {
    if (!ended) return undefined;
    const whenBack = () => void check(true);
    window.addEventListener("focus", whenBack);
    return () => window.removeEventListener("focus", whenBack);
  });

  return (
    <Modal
      opened={ended}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t(say("sessionEndedTitle"))}
    >
      <Stack gap="md">
        <Text>{t(say("sessionEndedText"))}</Text>
        <Group>
          <Button component="a" href="/app/sign-in" target="_blank" rel="noopener" data-autofocus>
            {t(say("openSignIn"))}
          </Button>
          <Button variant="default" onClick={() => void check(false)}>
            {t(say("signedInAgain"))}
          </Button>
        </Group>
        <Text role="status" c="dimmed" size="sm">
          {note}
        </Text>
      </Stack>
    </Modal>
  );
}
