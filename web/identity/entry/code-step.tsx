import { Anchor, Button, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { SessionView } from "../../../src/modules/identity/contract.ts";
import { api } from "../../shell/api.ts";
import { asApiError } from "../../shell/api-error.ts";
import { useText } from "../../shell/language.tsx";
import { sessionQuery, useSignOut } from "../../shell/session.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { useServerForm } from "../../ui/form.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { say } from "./messages.ts";

/** The second half of signing in: six digits from the telephone, or a recovery code from paper. */
export function CodeStep({ name, onEntered }: { name: string; onEntered: (view: SessionView) => void }) {
  const t = useText();
  const [fromPaper, setFromPaper] = useState(false);
  const form = useServerForm({ initialValues: { code: "" } });
  const signOut = useSignOut();
  const client = useQueryClient();
  // The page follows the password at once: typing goes on without reaching for the mouse.
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const send = async (code: string) => {
    try {
      onEntered(await api.identity.entry.secondFactor({ code }));
    } catch (error) {
      // Half an hour has passed since the password: the page goes back to it.
      if (asApiError(error).code === "unauthenticated") await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      throw error;
    }
  };
  return (
    <>
      <PageHeader title={t(say("codeTitle"))} note={t(say("codeText", { name }))} />
      <form onSubmit={form.submit(({ code }) => send(code))}>
        <Stack>
          <TextInput
            key={String(fromPaper)}
            size="lg"
            label={t(say(fromPaper ? "recovery" : "code"))}
            description={t(say(fromPaper ? "recoveryHint" : "codeAgain"))}
            inputMode={fromPaper ? "text" : "numeric"}
            autoComplete="one-time-code"
            ref={input}
            required
            maxLength={fromPaper ? 30 : 9}
            {...form.getInputProps("code")}
          />
          <ErrorNote error={form.error} />
          <Button type="submit" size="md" loading={form.busy}>
            {t(say("continue"))}
          </Button>
          <Anchor
            component="button"
            type="button"
            ta="left"
            onClick={() => {
              form.reset();
              setFromPaper((paper) => !paper);
            }}
          >
            {t(say(fromPaper ? "usePhone" : "lostPhone"))}
          </Anchor>
          <Anchor component="button" type="button" ta="left" onClick={() => signOut.mutate()}>
            {t(say("other"))}
          </Anchor>
          <Text role="status" size="sm" c="dimmed">
            {signOut.error?.message}
          </Text>
        </Stack>
      </form>
    </>
  );
}
