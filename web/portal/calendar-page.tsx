import { Button, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { Slot } from "../../src/modules/portal/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { ActButton } from "../ui/act-button.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { today } from "../ui/dates.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { say } from "./messages.ts";
import styles from "./portal.module.css";

/** Which month has which story; an empty month that is still to come stands out. */
export function CalendarPage() {
  const t = useText();
  const navigate = useNavigate({ from: "/publications/calendar" });
  const search = useSearch({ from: "/staff/publications/calendar" });
  const year = search.year ?? Number(today().slice(0, 4));
  const calendar = useQuery({ ...orpc.portal.calendar.queryOptions({ input: { year } }), placeholderData: keepPreviousData });
  const [month, setMonth] = useState<string | null>(null);
  const now = `${today().slice(0, 7)}-01`;
  const go = (wanted: number) => void navigate({ search: { year: wanted } });
  return (
    <>
      <PageHeader
        title={`${t(say("calendar"))} ${year}`}
        back={{ to: "/publications", text: t(say("title")) }}
        actions={
          <>
            <Button variant="default" onClick={() => go(year - 1)}>
              {t(say("previousYear"))}
            </Button>
            <Button variant="default" onClick={() => go(year + 1)}>
              {t(say("nextYear"))}
            </Button>
          </>
        }
      />
      {calendar.isPending && <Busy rows={6} />}
      {calendar.error && <ErrorNote error={calendar.error} onRetry={() => void calendar.refetch()} />}
      <ol className={styles["months"]}>
        {calendar.data?.months.map(({ month: first, stories, empty }) => (
          <li key={first}>
            <h2>{t(say("month", { month: Number(first.slice(5, 7)) }))}</h2>
            {empty &&
              (first < now ? (
                <p className={styles["quiet"]}>{t(say("emptyPast"))}</p>
              ) : (
                <StateBadge tone="attention">{t(say("empty"))}</StateBadge>
              ))}
            {stories.map((story) => (
              <StoryLine key={story.id} story={story} />
            ))}
            {month === first ? (
              <NewStory month={first} onCancel={() => setMonth(null)} />
            ) : (
              first >= now && (
                <Button
                  variant="default"
                  size="xs"
                  onClick={() => setMonth(first)}
                  aria-label={`${t(say("newStory"))}, ${t(say("month", { month: Number(first.slice(5, 7)) }))}`}
                >
                  {t(say("newStory"))}
                </Button>
              )
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

export const storyTone = { draft: ["active", "stateDraft"], ready: ["good", "stateReady"], dropped: ["neutral", "stateDropped"] } as const;

function StoryLine({ story }: { story: Slot }) {
  const t = useText();
  const [tone, words] = storyTone[story.state];
  return (
    <div className={styles["storyLine"]}>
      <Link to="/publications/stories/$storyId" params={{ storyId: story.id }}>
        {story.title}
      </Link>
      <StateBadge tone={story.published ? "good" : tone}>{t(say(story.published ? "published" : words))}</StateBadge>
    </div>
  );
}

/** A story begins from an accepted exemplar; everything else comes on its own page. */
function NewStory({ month, onCancel }: { month: string; onCancel(): void }) {
  const t = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const [wanted] = useDebouncedValue(text, 250);
  const [exemplarId, setExemplarId] = useState<string | null>(null);
  const [title, setTitle] = useState("");
  const found = useQuery({
    ...orpc.exemplars.list.queryOptions({ input: { state: "accepted", text: wanted } }),
    placeholderData: keepPreviousData,
  });
  const write = useMutation(
    orpc.portal.write.mutationOptions({
      onSuccess: async ({ id }) => {
        await client.invalidateQueries({ queryKey: orpc.portal.key() });
        await navigate({ to: "/publications/stories/$storyId", params: { storyId: id } });
      },
    }),
  );
  return (
    <div className={styles["newStory"]}>
      <Select
        label={t(say("about"))}
        description={t(say("aboutHint"))}
        searchable
        searchValue={text}
        onSearchChange={setText}
        value={exemplarId}
        onChange={setExemplarId}
        filter={({ options }) => options}
        data={(found.data?.items ?? []).slice(0, 20).map(({ id, name, lead }) => ({ value: id, label: `${name} – ${lead.name}` }))}
      />
      <TextInput label={t(say("storyTitle"))} value={title} onChange={(event) => setTitle(event.currentTarget.value)} maxLength={200} />
      {write.error && <ErrorNote error={write.error} />}
      <div className={styles["buttons"]}>
        <ActButton
          loading={write.isPending}
          missing={[exemplarId === null && t(say("about"))]}
          onClick={() => exemplarId && write.mutate({ exemplarId, month, ...(title.trim() ? { title } : {}) })}
        >
          {t(say("begin"))}
        </ActButton>
        <Button variant="subtle" onClick={onCancel}>
          {t(say("cancel"))}
        </Button>
      </div>
    </div>
  );
}
