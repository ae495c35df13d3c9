import { Anchor, Button, Checkbox, Stack, Text, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { LinkView } from "../../../src/modules/identity/contract.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { roleNames } from "../../../src/kernel/permissions.ts";
import { forgetSessionEnded } from "../../shell/session-ended.ts";
import { sessionQuery } from "../../shell/session.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { useServerForm } from "../../ui/form.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import styles from "../identity.module.css";
import { useHashToken } from "./hash-token.ts";
import { say } from "./messages.ts";
import { NewPassword } from "./new-password.tsx";

type View = Omit<LinkView, "person"> & { person: { name: string; login: string } | null };

/** Where a card's QR code or a mailed link leads: choose a password, and in. Without the code behind # it is asked for. */
export function EnterPage() {
  const t = useText();
  const token = useHashToken();
  const link = useQuery({
    queryKey: ["link", token],
    queryFn: () => api.identity.entry.lookAtLink({ token }),
    enabled: token !== "",
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  if (token === "" || link.error) return <TypeCode error={link.error} />;
  if (link.isPending) return <Busy />;
  return (
    <>
      <PageHeader title={t(say(link.data.purpose === "invitation" ? "enterTitle" : "resetTitle"))} />
      <AcceptForm token={token} link={link.data} />
    </>
  );
}

function TypeCode({ error }: { error: unknown }) {
  const t = useText();
  const navigate = useNavigate();
  const form = useServerForm({
    initialValues: { code: "" },
    validate: ({ code }) => (code.trim() ? {} : { code: t(say("cardMissing")) }),
  });
  return (
    <>
      <PageHeader title={t(say("cardTitle"))} note={t(say("cardText"))} />
      <form onSubmit={form.submit(({ code }) => navigate({ to: "/enter", hash: code.replace(/[^0-9a-z]/gi, ""), replace: true }))}>
        <Stack>
          <ErrorNote error={error} />
          <TextInput
            size="md"
            label={t(say("cardCode"))}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={60}
            {...form.getInputProps("code")}
          />
          <Button type="submit" size="md">
            {t(say("continue"))}
          </Button>
          <Anchor component={Link} to="/sign-in">
            {t(say("toSignIn"))}
          </Anchor>
        </Stack>
      </form>
    </>
  );
}

function AcceptForm({ token, link: { person, post } }: { token: string; link: View }) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useServerForm({
    initialValues: { password: "", shared: false },
    validate: ({ password }) => (password ? {} : { password: t(say("passwordMissing")) }),
  });
  const send = form.submit(async (values) => {
    const session = await api.identity.entry.acceptLink({ token, ...values });
    forgetSessionEnded();
    client.setQueryData(sessionQuery.queryKey, session);
    await navigate({ to: "/sign-in", replace: true });
  });
  return (
    <form onSubmit={send}>
      <Stack>
        <div>
          <Text size="lg" fw={600}>
            {t(say("welcome", { name: person?.name ?? "" }))}
          </Text>
          {post && <Text>{t(say("invitedAs", { role: t(roleNames[post.role]), unit: post.unitName }))}</Text>}
        </div>
        <div className={styles["told"]}>
          <Text size="sm">{t(say("yourLoginIs"))}</Text>
          <Text fw={600} size="lg">
            {person?.login}
          </Text>
          <Text size="sm">{t(say("keepLogin"))}</Text>
          {/* For the browser's own password store, which needs to see the login in the form. */}
          <input
            className={styles["forStore"]}
            type="text"
            autoComplete="username"
            value={person?.login ?? ""}
            readOnly
            tabIndex={-1}
            aria-hidden="true"
          />
        </div>
        <NewPassword required={false} withAsterisk {...form.getInputProps("password")} />
        <Checkbox label={t(say("shared"))} description={t(say("sharedHint"))} {...form.getInputProps("shared", { type: "checkbox" })} />
        <ErrorNote error={form.error} />
        <Button type="submit" size="md" loading={form.busy}>
          {t(say("enterGo"))}
        </Button>
      </Stack>
    </form>
  );
}
