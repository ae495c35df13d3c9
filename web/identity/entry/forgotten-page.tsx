import { Anchor, Button, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { useServerForm } from "../../ui/form.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { say } from "./messages.ts";

/** Asks for a reset link by mail; never says whether the account exists. Without a mail server: whom to ask. */
export function ForgottenPage() {
  const t = useText();
  const state = useQuery(orpc.identity.entry.state.queryOptions());
  return (
    <>
      <PageHeader title={t(say("forgottenTitle"))} />
      <Stack>
        {state.isPending && <Busy />}
        {state.error && <ErrorNote error={state.error} onRetry={() => void state.refetch()} />}
        {state.data && (state.data.mail ? <AskForm /> : <Text>{t(say("forgottenNoMail"))}</Text>)}
        <Anchor component={Link} to="/sign-in">
          {t(say("toSignIn"))}
        </Anchor>
      </Stack>
    </>
  );
}

function AskForm() {
  const t = useText();
  const [sent, setSent] = useState(false);
  const form = useServerForm({
    initialValues: { login: "" },
    validate: ({ login }) => (login.trim() ? {} : { login: t(say("loginMissing")) }),
  });
  if (sent)
    return (
      <div role="status">
        <Text fw={600}>{t(say("forgottenDone"))}</Text>
        <Text mt="xs">{t(say("forgottenNothing"))}</Text>
      </div>
    );
  return (
    <form
      onSubmit={form.submit(async (values) => {
        await api.identity.entry.forgotten(values);
        setSent(true);
      })}
    >
      <Stack>
        <Text>{t(say("forgottenText"))}</Text>
        <TextInput
          label={t(say("login"))}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          {...form.getInputProps("login")}
        />
        <ErrorNote error={form.error} />
        <Button type="submit" size="md" loading={form.busy}>
          {t(say("forgottenSend"))}
        </Button>
      </Stack>
    </form>
  );
}
