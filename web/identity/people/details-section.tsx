import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ConflictDialog } from "../../ui/conflict-dialog.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { useServerForm } from "../../ui/form.ts";
import { KeyValue } from "../../ui/key-value.tsx";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import styles from "../identity.module.css";
import { say } from "./messages.ts";
import { phoneLink } from "./phone-link.tsx";
import type { ShownDetail } from "./person-state.tsx";
import { useTakeOver } from "./use-person-act.ts";

type Current = { version: number; name: string; login: string; email: string | null; phone: string | null };

/** Name, login, reachability; opened to change. */
export function DetailsSection({ person, login }: { person: ShownDetail; login: string }) {
  const t = useText();
  const [editing, setEditing] = useState(false);
  return (
    <Section
      title={t(say("details"))}
      actions={
        !editing && (
          <Button variant="default" onClick={() => setEditing(true)}>
            {t(say("edit"))}
          </Button>
        )
      }
    >
      {editing ? (
        <EditForm person={person} login={login} onClose={() => setEditing(false)} />
      ) : (
        <KeyValue
          items={[
            [t(say("login")), login],
            [t(say("phone")), phoneLink(person.phone)],
            [t(say("email")), person.email],
          ]}
        />
      )}
    </Section>
  );
}

function EditForm({ person, login, onClose }: { person: ShownDetail; login: string; onClose: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const takeOver = useTakeOver(person.id);
  const [version, setVersion] = useState(person.version);
  const [dismissed, setDismissed] = useState<unknown>(null);
  const form = useServerForm({ initialValues: { name: person.name, login, email: person.email ?? "", phone: person.phone ?? "" } });
  const save = async (values: typeof form.values, over: number) => {
    const saved = await api.identity.people.change({ id: person.id, version: over, ...values });
    onClose();
    await takeOver(saved);
    showDone(t(say("saved")));
  };
  const send = form.submit((values) => save(values, version));
  const conflict = form.error === dismissed ? null : form.error;
  return (
    <form className={styles["form"]} onSubmit={send}>
      <Stack>
        <TextInput label={t(say("name"))} required maxLength={120} autoComplete="off" {...form.getInputProps("name")} />
        <TextInput
          label={t(say("login"))}
          description={t(say("loginHint"))}
          required
          maxLength={120}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          {...form.getInputProps("login")}
        />
        <TextInput label={t(say("phone"))} type="tel" maxLength={22} autoComplete="off" {...form.getInputProps("phone")} />
        <TextInput label={t(say("email"))} type="email" maxLength={200} autoComplete="off" {...form.getInputProps("email")} />
        <ErrorNote error={form.error} />
        <Group>
          <Button type="submit" loading={form.busy}>
            {t(say("save"))}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t(say("cancel"))}
          </Button>
        </Group>
      </Stack>
      <ConflictDialog<Current>
        error={conflict}
        compare={(current) =>
          (["name", "login", "phone", "email"] as const).map((field) => ({
            label: t(say(field)),
            mine: form.values[field],
            theirs: current[field] ?? "",
          }))
        }
        onKeepMine={(current) => {
          setVersion(current.version);
          setDismissed(form.error);
          form.submit((values) => save(values, current.version))();
        }}
        onTakeTheirs={() => {
          onClose();
          void client.invalidateQueries({ queryKey: orpc.identity.people.key() });
        }}
        onCancel={() => setDismissed(form.error)}
      />
    </form>
  );
}
