import { Anchor, Button, Fieldset, Radio, Select, Stack, Text, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { api } from "../../shell/api.ts";
import { useReading, useText } from "../../shell/language.tsx";
import { forgetSessionEnded } from "../../shell/session-ended.ts";
import { sessionQuery } from "../../shell/session.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { useServerForm } from "../../ui/form.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { useHashToken } from "./hash-token.ts";
import { say } from "./messages.ts";
import { NewPassword } from "./new-password.tsx";

/** The first thing that happens in an installation: its first administrator, and what stands at the top of the tree. */
export function SetUpPage() {
  const t = useText();
  const token = useHashToken();
  const link = useQuery({
    queryKey: ["link", token],
    queryFn: () => api.identity.entry.lookAtLink({ token }),
    enabled: token !== "",
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  return (
    <>
      <PageHeader title={t(say("setUpTitle"))} note={t(say("setUpNote"))} />
      {token === "" && <Text>{t(say("notSetUp"))}</Text>}
      {token !== "" && link.isPending && <Busy />}
      {link.error && (
        <Stack>
          <ErrorNote error={link.error} />
          <Anchor component={Link} to="/sign-in">
            {t(say("toSignIn"))}
          </Anchor>
        </Stack>
      )}
      {link.data && <SetUpForm token={token} organisationNeeded={link.data.organisationNeeded} demoOffered={link.data.demoOffered} />}
    </>
  );
}

type FormProps = { token: string; organisationNeeded: boolean; demoOffered: boolean };
type Kind = "country" | "province" | "commune";
const first: Kind = "province";

function SetUpForm({ token, organisationNeeded, demoOffered }: FormProps) {
  const t = useText();
  const { language } = useReading();
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useServerForm({
    initialValues: { start: "own", kind: first, organisation: "", name: "", login: "", password: "" },
    validate: ({ start, organisation, name, login, password }) => ({
      ...(organisationNeeded && start === "own" && !organisation.trim() ? { organisation: t(say("organisationMissing")) } : {}),
      ...(name.trim() ? {} : { name: t(say("nameMissing")) }),
      ...(login.trim() ? {} : { login: t(say("loginMissing")) }),
      ...(password ? {} : { password: t(say("passwordMissing")) }),
    }),
  });
  const demo = organisationNeeded && demoOffered && form.values.start === "demo";

  const send = form.submit(async ({ kind, organisation, name, login, password }) => {
    const session = await api.identity.entry.setUp({
      token,
      name,
      login,
      email: login.includes("@") ? login.trim() : null,
      password,
      language,
      organisation: organisationNeeded && !demo ? { name: organisation, kind } : null,
      demo,
    });
    forgetSessionEnded();
    client.setQueryData(sessionQuery.queryKey, session);
    // The sign-in page goes on with the second factor, then to the units.
    await navigate({ to: "/sign-in", search: { next: demo ? "/" : "/units" }, replace: true });
  });

  return (
    <form onSubmit={send}>
      <Stack gap="lg">
        {!organisationNeeded && <Text>{t(say("existingUnits"))}</Text>}
        {organisationNeeded && demoOffered && (
          <Radio.Group label={t(say("start"))} {...form.getInputProps("start")}>
            <Stack gap="xs" mt="xs">
              <Radio value="own" label={t(say("ownStart"))} description={t(say("ownStartHint"))} />
              <Radio value="demo" label={t(say("demoStart"))} description={t(say("demoStartHint"))} />
            </Stack>
          </Radio.Group>
        )}
        {organisationNeeded && !demo && (
          <Stack gap="sm">
            <Select
              label={t(say("organisationKind"))}
              allowDeselect={false}
              data={(["province", "commune", "country"] as const).map((value) => ({ value, label: t(say(value)) }))}
              {...form.getInputProps("kind")}
            />
            <TextInput
              label={t(say("organisation"))}
              description={t(say("organisationHint"))}
              withAsterisk
              maxLength={120}
              {...form.getInputProps("organisation")}
            />
          </Stack>
        )}
        <Fieldset legend={t(say("aboutYou"))}>
          <Stack gap="sm">
            <TextInput label={t(say("yourName"))} autoComplete="name" withAsterisk maxLength={120} {...form.getInputProps("name")} />
            <TextInput
              label={t(say("yourLogin"))}
              description={t(say("yourLoginHint"))}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              withAsterisk
              maxLength={120}
              {...form.getInputProps("login")}
            />
            <NewPassword required={false} withAsterisk {...form.getInputProps("password")} />
          </Stack>
        </Fieldset>
        <ErrorNote error={form.error} />
        <Button type="submit" size="md" loading={form.busy}>
          {t(say("setUpGo"))}
        </Button>
        <Text role="status" c="dimmed" size="sm">
          {form.busy && demo ? t(say("fillingDemo")) : ""}
        </Text>
      </Stack>
    </form>
  );
}
