import { Anchor, Button, Group, Stack, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { roleNames } from "../../src/kernel/permissions.ts";
import { removalPhrase, type DemoPersonLink } from "../../src/modules/demo/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { DataTable, type Column } from "../ui/data-table.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { Section } from "../ui/section.tsx";
import { say } from "./messages.ts";

/** For the administrator of a demo: links of its people, and the way back to an empty installation. Nothing elsewhere. */
export function DemoSection() {
  const t = useText();
  const status = useQuery(orpc.demo.status.queryOptions());
  if (!status.data?.demo) return null;
  return (
    <Section title={t(say("title"))} note={t(say("note"))}>
      <Stack gap="lg">
        <PeopleLinks />
        <Removal />
      </Stack>
    </Section>
  );
}

function PeopleLinks() {
  const t = useText();
  const links = useMutation(orpc.demo.links.mutationOptions());
  const columns: Column<DemoPersonLink>[] = [
    { key: "name", header: t(say("person")), onPhone: "title", cell: (person) => person.name, sort: (person) => person.name },
    {
      key: "posts",
      header: t(say("posts")),
      cell: ({ posts }) => posts.map(({ role, unit }) => `${t(roleNames[role])}, ${unit}`).join("; "),
    },
    {
      key: "link",
      header: t(say("link")),
      width: "11rem",
      cell: ({ url }) =>
        url ? (
          <Anchor href={url} target="_blank" rel="noreferrer">
            {t(say("open"))}
          </Anchor>
        ) : (
          t(say("already"))
        ),
    },
  ];
  return (
    <div>
      <Group>
        <Button variant="default" onClick={() => links.mutate({})} loading={links.isPending}>
          {t(say("makeLinks"))}
        </Button>
      </Group>
      <p>{t(say("linksNote"))}</p>
      <ErrorNote error={links.error} />
      {links.data && <DataTable label={t(say("title"))} rows={links.data.people} columns={columns} rowKey={({ login }) => login} />}
    </div>
  );
}

function Removal() {
  const t = useText();
  const [phrase, setPhrase] = useState("");
  const remove = useMutation(orpc.demo.remove.mutationOptions());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        remove.mutate({ phrase });
      }}
    >
      <p>{t(say("removeNote"))}</p>
      <ErrorNote error={remove.error} />
      <Group align="end">
        <TextInput
          label={t(say("type", { phrase: removalPhrase }))}
          value={phrase}
          onChange={(event) => setPhrase(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={remove.isPending} disabled={phrase.trim() === ""}>
          {t(say("remove"))}
        </Button>
      </Group>
      {remove.isSuccess && <p role="status">{t(say("removed"))}</p>}
    </form>
  );
}
