import { Button, Checkbox, Group, Select, Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import type { PersonId } from "../../../src/kernel/ids.ts";
import type { Permission } from "../../../src/kernel/permissions.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { roleNames } from "../../../src/kernel/permissions.ts";
import { usePost, useSession } from "../../shell/session.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { today } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { useServerForm } from "../../ui/form.ts";
import { showDone } from "../../ui/notices.ts";
import styles from "../identity.module.css";
import { permissionText } from "../words.ts";
import { say } from "./messages.ts";

type Values = { borrowerId: string | null; permissions: string[]; from: string | null; until: string | null };

/** Chosen to begin with: what cannot wait while somebody is away. Issuing and signing are lent on purpose only. */
const everyday: readonly Permission[] = ["work:report", "work:answer", "document:upload"];

/** Lends from the post in use: to whom, what, from when to when. Reading comes along by itself. */
export function LendForm({ onDone }: { onDone: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const { permissions } = useSession();
  const post = usePost();
  const possible = permissions.filter((permission) => permission !== "post:lend" && !permission.endsWith(":view"));
  const start: Values = { borrowerId: null, permissions: possible.filter((one) => everyday.includes(one)), from: today(), until: null };
  const form = useServerForm<Values>({
    initialValues: start,
    validate: (values) => ({
      ...(values.borrowerId ? {} : { borrowerId: t(say("lendWhoMissing")) }),
      ...(values.permissions.length > 0 ? {} : { permissions: t(say("lendWhatMissing")) }),
      ...(values.from ? {} : { from: t(say("lendDatesMissing")) }),
      ...(values.until ? {} : { until: t(say("lendDatesMissing")) }),
    }),
  });
  const send = form.submit(async ({ borrowerId, permissions: chosen, from, until }) => {
    await api.identity.account.lend({
      borrowerId: (borrowerId ?? "") as PersonId,
      permissions: possible.filter((permission: Permission) => chosen.includes(permission)),
      from: from ?? "",
      until: until ?? "",
    });
    await client.invalidateQueries({ queryKey: orpc.identity.account.lendings.key() });
    showDone(t(say("lent")));
    onDone();
  });
  return (
    <form className={styles["form"]} onSubmit={send}>
      <Stack mb="lg">
        {post && <Text>{t(say("lendFrom", { role: t(roleNames[post.role]), unit: post.unit.name }))}</Text>}
        <ColleagueSelect {...form.getInputProps("borrowerId")} />
        <Checkbox.Group label={t(say("lendWhat"))} {...form.getInputProps("permissions")}>
          <Stack gap="sm" mt="xs">
            {/* 24 pixels at our type size: the least that a finger needs. */}
            {possible.map((permission) => (
              <Checkbox key={permission} size="1.625rem" value={permission} label={t(permissionText[permission])} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group align="flex-start">
          <DateInput
            label={t(say("from"))}
            value={form.values.from}
            onChange={(day) => form.setFieldValue("from", day)}
            error={form.errors["from"]}
          />
          <DateInput
            label={t(say("until"))}
            value={form.values.until}
            onChange={(day) => form.setFieldValue("until", day)}
            error={form.errors["until"]}
          />
        </Group>
        <ErrorNote error={form.error} />
        <Group>
          <Button type="submit" loading={form.busy}>
            {t(say("lendNew"))}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t(say("cancel"))}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type SelectProps = { value?: string | null; onChange?: (id: string | null) => void; error?: ReactNode };

/** People of the same area, found as one types. */
function ColleagueSelect({ value, onChange, error }: SelectProps) {
  const t = useText();
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text.trim(), 200);
  const found = useQuery({
    ...orpc.identity.account.colleagues.queryOptions({ input: { search: asked } }),
    placeholderData: keepPreviousData,
  });
  const people = (found.data?.colleagues ?? []).map(({ personId, name, unitNames }) => ({
    value: personId,
    label: `${name} – ${unitNames.join(", ")}`,
  }));
  return (
    <Select
      label={t(say("lendTo"))}
      placeholder={t(say("lendToHint"))}
      searchable
      data={people}
      // The server has searched already, without regard to accents.
      filter={({ options }) => options}
      nothingFoundMessage={found.isFetching ? null : t(say("nobodyFound"))}
      onSearchChange={(typed) => {
        if (!people.some(({ label }) => label === typed)) setText(typed);
      }}
      value={value ?? null}
      onChange={(id) => onChange?.(id)}
      error={error ?? (found.error ? found.error.message : undefined)}
    />
  );
}
