import { Anchor, Button, Checkbox, Stack, Text, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Navigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { SessionView } from "../../../src/modules/identity/contract.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { forgetSessionEnded } from "../../shell/session-ended.ts";
import { sessionQuery, useSessionView } from "../../shell/session.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { useServerForm } from "../../ui/form.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { CodeStep } from "./code-step.tsx";
import { EnrolSteps } from "./enrol-steps.tsx";
import { say } from "./messages.ts";
import { Password } from "./new-password.tsx";

/** Only addresses of this application: a link from elsewhere must not send somebody on to another site after signing in. */
const insideOnly = (next: string | undefined) => (next?.startsWith("/") && !next.startsWith("//") && !next.startsWith("/\\") ? next : "/");

/** Password, then what the session still owes: the second factor's code, or setting one up. */
export function SignInPage() {
  const session = useSessionView();
  const client = useQueryClient();
  const { next } = useSearch({ from: "/open/sign-in" });
  // The recovery codes stay on the screen until they are put away, though the session is complete before.
  const [enrolling, setEnrolling] = useState(false);
  if (session.data?.stage === "enrol" && !enrolling) setEnrolling(true);

  if (session.isPending) return <Busy />;
  if (session.error) return <ErrorNote error={session.error} onRetry={() => void session.refetch()} />;
  const entered = (view: SessionView) => {
    forgetSessionEnded();
    client.setQueryData(sessionQuery.queryKey, view);
  };
  const finish = async () => {
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    setEnrolling(false);
  };
  if (enrolling) return <EnrolSteps onDone={() => void finish()} />;
  if (session.data.stage === "code") return <CodeStep name={session.data.person?.name ?? ""} onEntered={entered} />;
  if (session.data.stage === "in") return <Navigate to={insideOnly(next) as never} replace />;
  return <PasswordStep onEntered={entered} />;
}

function PasswordStep({ onEntered }: { onEntered: (view: SessionView) => void }) {
  const t = useText();
  const state = useQuery(orpc.identity.entry.state.queryOptions());
  const form = useServerForm({ initialValues: { login: "", password: "", shared: false } });
  return (
    <>
      <PageHeader title={t(say("signIn"))} />
      {state.data?.setUp === false && <Text mb="md">{t(say("notSetUp"))}</Text>}
      <form onSubmit={form.submit(async (values) => onEntered(await api.identity.entry.signIn(values)))}>
        <Stack>
          <TextInput
            label={t(say("login"))}
            description={t(say("loginHint"))}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            {...form.getInputProps("login")}
          />
          <Password label={t(say("password"))} autoComplete="current-password" required {...form.getInputProps("password")} />
          <Checkbox label={t(say("shared"))} description={t(say("sharedHint"))} {...form.getInputProps("shared", { type: "checkbox" })} />
          <ErrorNote error={form.error} />
          <Button type="submit" size="md" loading={form.busy}>
            {t(say("signIn"))}
          </Button>
          <Anchor component={Link} to="/forgotten">
            {t(say("forgotten"))}
          </Anchor>
          <Anchor component={Link} to="/enter">
            {t(say("haveCard"))}
          </Anchor>
        </Stack>
      </form>
    </>
  );
}
