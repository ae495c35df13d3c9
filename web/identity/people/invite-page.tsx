import { Button, Fieldset, Group, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api, orpc } from "../../shell/api.ts";
import { useReading, useText } from "../../shell/language.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { useServerForm } from "../../ui/form.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import styles from "../identity.module.css";
import { CardSheet, type Card } from "./card-sheet.tsx";
import { say } from "./messages.ts";
import { newPost, PostFields, type PostValues } from "./post-fields.tsx";

type Added = { id: string; name: string; email: string | null; card: Card | null };
type Values = PostValues & { name: string; login: string; email: string; phone: string; how: string };

/** A new person with a first post; then their card, or word that it was mailed. */
export function InvitePage() {
  const t = useText();
  const [added, setAdded] = useState<Added | null>(null);
  if (!added)
    return (
      <>
        <PageHeader title={t(say("inviteTitle"))} note={t(say("inviteNote"))} back={{ to: "/people", text: t(say("back")) }} />
        <InviteForm onAdded={setAdded} />
      </>
    );
  const { card } = added;
  return (
    <>
      <div className={styles["noPrint"]}>
        <PageHeader title={t(say("added", { name: added.name }))} back={{ to: "/people", text: t(say("back")) }} />
      </div>
      {card ? <CardSheet cards={[card]} onDone={() => setAdded(null)} /> : <Text>{t(say("mailed", { email: added.email ?? "" }))}</Text>}
      <Group mt="lg" className={styles["noPrint"]}>
        <Button variant="default" onClick={() => setAdded(null)}>
          {t(say("another"))}
        </Button>
        <Button variant="default" component={Link} to="/people/$personId" params={{ personId: added.id } as never}>
          {t(say("toPerson"))}
        </Button>
      </Group>
    </>
  );
}

function InviteForm({ onAdded }: { onAdded: (added: Added) => void }) {
  const t = useText();
  const client = useQueryClient();
  const { language } = useReading();
  const state = useQuery(orpc.identity.entry.state.queryOptions());
  const start: Values = { name: "", login: "", email: "", phone: "", how: "card", ...newPost() };
  const form = useServerForm<Values>({
    initialValues: start,
    validate: (values) => ({
      ...(values.name.trim() ? {} : { name: t(say("nameMissing")) }),
      ...(values.login.trim() ? {} : { login: t(say("loginMissing")) }),
      ...(values.how === "mail" && !values.email.trim() ? { email: t(say("mailMissing")) } : {}),
      ...(values.units.length > 0 ? {} : { units: t(say("unitMissing")) }),
      ...(values.from ? {} : { from: t(say("fromMissing")) }),
    }),
  });
  const send = form.submit(async ({ name, login, email, phone, how, units, role, from, until }) => {
    const { person, link, mailed } = await api.identity.people.invite({
      name,
      login,
      email,
      phone,
      language,
      mail: how === "mail",
      post: { unitId: units[0]?.id ?? 0, role, from: from ?? "", until },
    });
    await client.invalidateQueries({ queryKey: orpc.identity.people.key() });
    onAdded({ id: person.id, name: person.name, email: mailed ? person.email : null, card: link && { person, login, link } });
  });
  return (
    <form className={styles["form"]} onSubmit={send}>
      <Stack>
        <TextInput label={t(say("name"))} autoComplete="off" withAsterisk maxLength={120} {...form.getInputProps("name")} />
        <TextInput
          label={t(say("login"))}
          description={t(say("loginHint"))}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          withAsterisk
          maxLength={120}
          {...form.getInputProps("login")}
        />
        <TextInput
          label={t(say("phone"))}
          description={t(say("phoneHint"))}
          type="tel"
          autoComplete="off"
          maxLength={22}
          {...form.getInputProps("phone")}
        />
        <TextInput
          label={t(say("email"))}
          description={t(say("emailHint"))}
          type="email"
          autoComplete="off"
          maxLength={200}
          {...form.getInputProps("email")}
        />
        <Fieldset legend={t(say("posts"))}>
          <PostFields form={form} />
        </Fieldset>
        {state.data?.mail && (
          <Radio.Group label={t(say("how"))} {...form.getInputProps("how")}>
            <Stack gap="xs" mt="xs">
              <Radio value="card" label={t(say("byCard"))} />
              <Radio value="mail" label={t(say("byMail"))} />
            </Stack>
          </Radio.Group>
        )}
        <ErrorNote error={form.error} />
        <Group>
          <Button type="submit" loading={form.busy}>
            {t(say("inviteGo"))}
          </Button>
          <Button variant="default" component={Link} to="/people">
            {t(say("cancel"))}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
