import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import type { Account } from "../../../src/modules/identity/contract.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { sessionQuery } from "../../shell/session.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { useServerForm } from "../../ui/form.ts";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import styles from "../identity.module.css";
import { say } from "./messages.ts";

type Shown = Omit<Account, "id"> & { id: string };

export function ProfileSection({ account }: { account: Shown }) {
  const t = useText();
  const client = useQueryClient();
  const { version, language, largeType } = account;
  const form = useServerForm({ initialValues: { name: account.name, email: account.email ?? "", phone: account.phone ?? "" } });
  const send = form.submit(async (values) => {
    const saved = await api.identity.account.change({ version, language, largeType, ...values });
    client.setQueryData(orpc.identity.account.read.queryKey(), saved);
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    showDone(t(say("saved")));
  });
  return (
    <Section title={t(say("profile"))}>
      <form className={styles["form"]} onSubmit={send}>
        <Stack>
          <TextInput label={t(say("name"))} autoComplete="name" required maxLength={120} {...form.getInputProps("name")} />
          <TextInput
            label={t(say("phone"))}
            description={t(say("phoneHint"))}
            type="tel"
            autoComplete="tel"
            maxLength={22}
            {...form.getInputProps("phone")}
          />
          <TextInput
            label={t(say("email"))}
            description={t(say("emailHint"))}
            type="email"
            autoComplete="email"
            maxLength={200}
            {...form.getInputProps("email")}
          />
          <ErrorNote error={form.error} />
          <Group>
            <Button type="submit" variant="default" loading={form.busy} disabled={!form.isDirty()}>
              {t(say("save"))}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
