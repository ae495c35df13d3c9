import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { dot } from "../../../src/kernel/facts.ts";
import type { PersonId } from "../../../src/kernel/ids.ts";
import { api, orpc } from "../../shell/api.ts";
import { asApiError } from "../../shell/api-error.ts";
import { useText } from "../../shell/language.tsx";
import { roleNames } from "../../../src/kernel/permissions.ts";
import { useMay } from "../../shell/session.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { showDate } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { useServerForm } from "../../ui/form.ts";
import { Section } from "../../ui/section.tsx";
import styles from "../identity.module.css";
import { say } from "./messages.ts";
import type { ShownDetail, ShownPost } from "./person-state.tsx";
import { newPost, PostFields, type PostValues } from "./post-fields.tsx";
import { useTakeOver } from "./use-person-act.ts";

const states = { future: say("future"), current: say("current"), past: say("past") };

/** The posts within reach, with giving another, changing the days and ending. */
export function PostsSection({ person }: { person: ShownDetail }) {
  const t = useText();
  const mayGive = useMay()("post:manage") && person.state !== "closed";
  const [giving, setGiving] = useState(false);
  const open = person.posts.filter(({ state }) => state !== "past");
  const past = person.posts.filter(({ state }) => state === "past");
  return (
    <Section
      title={t(say("postsOf"))}
      actions={
        mayGive &&
        !giving && (
          <Button variant="default" onClick={() => setGiving(true)}>
            {t(say("givePost"))}
          </Button>
        )
      }
    >
      {giving && <GiveForm id={person.id} onClose={() => setGiving(false)} />}
      <ul className={styles["posts"]}>
        {open.map((post) => (
          <PostItem key={post.id} post={post} personId={person.id} />
        ))}
      </ul>
      {past.length > 0 && (
        <details>
          <summary>{t(say("showPast", { count: past.length }))}</summary>
          <ul className={styles["posts"]}>
            {past.map((post) => (
              <PostItem key={post.id} post={post} personId={person.id} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function PostItem({ post, personId }: { post: ShownPost; personId: PersonId }) {
  const t = useText();
  const takeOver = useTakeOver(personId);
  const [changing, setChanging] = useState(false);
  const end = async () => takeOver(await api.identity.people.endPost({ id: post.id, version: post.version }));
  return (
    <li className={styles["item"]}>
      <div>
        <Text fw={600}>
          {t(roleNames[post.role])}
          {dot}
          {post.unit.name} {post.state !== "current" && <StateBadge tone="neutral">{t(states[post.state])}</StateBadge>}
        </Text>
        <Text size="sm" className={styles["dim"]}>
          {showDate(post.from)} – {post.until ? showDate(post.until) : t(say("noEnd"))}
          {post.unit.areaName && `${dot}${post.unit.areaName}`}
        </Text>
      </div>
      {post.editable && (
        <Group gap="xs">
          <Button variant="default" size="xs" onClick={() => setChanging(true)}>
            {t(say("changeDays"))}
          </Button>
          <ConfirmButton
            size="xs"
            question={t(say("endPostTitle"))}
            consequence={t(say("endPostText", { role: t(roleNames[post.role]), unit: post.unit.name }))}
            confirm={t(say("endPost"))}
            onConfirm={end}
          >
            {t(say("endPost"))}
          </ConfirmButton>
        </Group>
      )}
      <Modal
        opened={changing}
        onClose={() => setChanging(false)}
        title={`${t(roleNames[post.role])}${dot}${post.unit.name}`}
        closeButtonProps={{ "aria-label": t(say("cancel")) }}
      >
        <DaysForm key={post.version} post={post} personId={personId} onClose={() => setChanging(false)} />
      </Modal>
    </li>
  );
}

function DaysForm({ post, personId, onClose }: { post: ShownPost; personId: PersonId; onClose: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const takeOver = useTakeOver(personId);
  const form = useServerForm<{ from: string | null; until: string | null }>({
    initialValues: { from: post.from, until: post.until },
    validate: ({ from }) => (from ? {} : { from: t(say("fromMissing")) }),
  });
  const send = form.submit(async ({ from, until }) => {
    try {
      const person = await api.identity.people.changePost({ id: post.id, version: post.version, from: from ?? "", until });
      onClose();
      await takeOver(person);
    } catch (error) {
      // Somebody was faster: what they made of it is read, and the form begins again from there.
      if (asApiError(error).code === "conflict") await client.invalidateQueries({ queryKey: orpc.identity.people.read.key() });
      throw error;
    }
  });
  return (
    <form onSubmit={send}>
      <Stack>
        <DateInput
          label={t(say("from"))}
          required
          value={form.values.from}
          onChange={(day) => form.setFieldValue("from", day)}
          error={form.errors["from"]}
        />
        <DateInput
          label={t(say("until"))}
          description={t(say("untilHint"))}
          value={form.values.until}
          onChange={(day) => form.setFieldValue("until", day)}
          error={form.errors["until"]}
        />
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
    </form>
  );
}

function GiveForm({ id, onClose }: { id: PersonId; onClose: () => void }) {
  const t = useText();
  const takeOver = useTakeOver(id);
  const form = useServerForm<PostValues>({
    initialValues: newPost(),
    validate: ({ units, from }) => ({
      ...(units.length > 0 ? {} : { units: t(say("unitMissing")) }),
      ...(from ? {} : { from: t(say("fromMissing")) }),
    }),
  });
  const send = form.submit(async ({ units, role, from, until }) => {
    const person = await api.identity.people.givePost({ id, unitId: units[0]?.id ?? 0, role, from: from ?? "", until });
    onClose();
    await takeOver(person);
  });
  return (
    <form className={styles["form"]} onSubmit={send}>
      <Stack mb="lg">
        <PostFields form={form} />
        <ErrorNote error={form.error} />
        <Group>
          <Button type="submit" loading={form.busy}>
            {t(say("givePost"))}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t(say("cancel"))}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
