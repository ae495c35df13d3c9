import { Button, Group, Stack } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { showInstant } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { useServerForm } from "../../ui/form.ts";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import { NewPassword, Password } from "../entry/new-password.tsx";
import styles from "../identity.module.css";
import { say } from "./messages.ts";

export function PasswordSection({ account }: { account: { login: string; passwordChangedAt: string | null } }) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  return (
    <Section
      title={t(say("password"))}
      note={account.passwordChangedAt && t(say("passwordSince", { date: showInstant(account.passwordChangedAt).slice(0, 10) }))}
    >
      {opened ? (
        <ChangeForm login={account.login} onDone={() => setOpened(false)} />
      ) : (
        <Button mt="xs" variant="default" onClick={() => setOpened(true)}>
          {t(say("changePassword"))}
        </Button>
      )}
    </Section>
  );
}

function ChangeForm({ login, onDone }: { login: string; onDone: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const form = useServerForm({ initialValues: { current: "", next: "" } });
  const send = form.submit(async (values) => {
    await api.identity.account.changePassword(values);
    await client.invalidateQueries({ queryKey: orpc.identity.account.key() });
    showDone(t(say("passwordChanged")));
    onDone();
  });
  return (
    <form className={styles["form"]} onSubmit={send}>
      <Stack>
        <input className={styles["forStore"]} type="text" autoComplete="username" value={login} readOnly tabIndex={-1} aria-hidden="true" />
        <Password label={t(say("currentPassword"))} autoComplete="current-password" required {...form.getInputProps("current")} />
        <NewPassword label={t(say("nextPassword"))} {...form.getInputProps("next")} />
        <ErrorNote error={form.error} />
        <Group>
          <Button type="submit" loading={form.busy}>
            {t(say("changePassword"))}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t(say("cancel"))}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
