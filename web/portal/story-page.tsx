import { Button, Checkbox, Select, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Outlet, Story } from "../../src/modules/portal/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { ActButton } from "../ui/act-button.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { Busy } from "../ui/busy.tsx";
import { DraftNote } from "../ui/draft-note.tsx";
import { useDraft } from "../ui/draft.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { showDone } from "../ui/notices.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { storyTone } from "./calendar-page.tsx";
import { say } from "./messages.ts";
import styles from "./portal.module.css";

export function StoryPage() {
  const { storyId } = useParams({ from: "/staff/publications/stories/$storyId" });
  const story = useQuery(orpc.portal.story.queryOptions({ input: { id: storyId } }));
  if (story.isPending) return <Busy rows={8} />;
  if (story.error) return <ErrorNote error={story.error} onRetry={() => void story.refetch()} />;
  return <Writing key={story.data.version} story={story.data} />;
}

const outlets: readonly Outlet[] = ["bulletin", "press", "radio", "web"];
type Written = Pick<Story, "title" | "lead" | "body" | "pictures" | "outlets" | "month">;

function Writing({ story }: { story: Story }) {
  const t = useText();
  const client = useQueryClient();
  const saved: Written = {
    title: story.title,
    lead: story.lead,
    body: story.body,
    pictures: story.pictures,
    outlets: story.outlets,
    month: story.month,
  };
  const draft = useDraft(`story-${story.id}-${story.version}`, saved);
  const { value } = draft;
  const set = (change: Partial<Written>) => draft.setValue({ ...value, ...change });
  const [busy, setBusy] = useState<string | null>(null);
  const rewrite = useMutation(
    orpc.portal.rewrite.mutationOptions({
      onSuccess: async () => {
        draft.clear();
        showDone(t(say("saved")));
        await client.invalidateQueries({ queryKey: orpc.portal.key() });
      },
      onSettled: () => setBusy(null),
    }),
  );
  const send = (state?: Story["state"]) => {
    setBusy(state ?? "save");
    rewrite.mutate({ id: story.id, version: story.version, ...value, ...(state ? { state } : {}) });
  };
  const [tone, words] = storyTone[story.state];
  const year = story.month.slice(0, 4);
  return (
    <>
      <PageHeader
        title={story.title}
        note={
          <>
            {t(say("about"))}:{" "}
            <Link to="/exemplars/$exemplarId" params={{ exemplarId: story.exemplar.id }}>
              {story.exemplar.name}
            </Link>
          </>
        }
        badge={<StateBadge tone={story.published ? "good" : tone}>{t(say(story.published ? "published" : words))}</StateBadge>}
        back={{ to: "/publications/calendar", text: t(say("calendar")) }}
        actions={
          <>
            <a href={`/files/portal/stories/${story.id}.docx`} className={styles["sideLink"]}>
              {t(say("docx"))}
            </a>
            {story.state === "ready" && (
              <Link to="/publications/$kind/$thingId" params={{ kind: "story", thingId: story.id }} className={styles["sideLink"]}>
                {t(say("toPublish"))}
              </Link>
            )}
          </>
        }
      />
      <DraftNote restored={draft.restored} onDiscard={() => draft.clear()} />
      <div className={styles["form"]}>
        <TextInput
          label={t(say("storyTitle"))}
          value={value.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
          maxLength={200}
        />
        <Select
          label={t(say("storyMonth"))}
          value={value.month}
          allowDeselect={false}
          data={Array.from({ length: 12 }, (_, at) => ({
            value: `${year}-${String(at + 1).padStart(2, "0")}-01`,
            label: `${t(say("month", { month: at + 1 }))}/${year}`,
          }))}
          onChange={(month) => month && set({ month })}
        />
        <Textarea
          label={t(say("storyLead"))}
          value={value.lead}
          onChange={(event) => set({ lead: event.currentTarget.value })}
          autosize
          minRows={2}
          maxLength={600}
        />
        <Textarea
          label={t(say("storyBody"))}
          description={t(say("storyBodyHint"))}
          value={value.body}
          onChange={(event) => set({ body: event.currentTarget.value })}
          autosize
          minRows={10}
          maxLength={12_000}
        />
        <fieldset className={styles["group"]}>
          <legend>{t(say("picture"))}</legend>
          {story.choices.length === 0 && <p className={styles["quiet"]}>{t(say("noPictures"))}</p>}
          <ul className={styles["pictures"]}>
            {story.choices.map(({ id, caption, thumb }) => (
              <li key={id}>
                <Checkbox
                  checked={value.pictures.includes(id)}
                  label={caption || t(say("picture"))}
                  onChange={(event) =>
                    set({ pictures: event.currentTarget.checked ? [...value.pictures, id] : value.pictures.filter((each) => each !== id) })
                  }
                />
                <img src={thumb} alt={caption} loading="lazy" width={200} height={150} />
              </li>
            ))}
          </ul>
        </fieldset>
        <fieldset className={styles["group"]}>
          <legend>{t(say("outlets"))}</legend>
          <div className={styles["buttons"]}>
            {outlets.map((outlet) => (
              <Checkbox
                key={outlet}
                checked={value.outlets.includes(outlet)}
                label={t(say(outlet))}
                onChange={(event) =>
                  set({
                    outlets: event.currentTarget.checked ? [...value.outlets, outlet] : value.outlets.filter((each) => each !== outlet),
                  })
                }
              />
            ))}
          </div>
        </fieldset>
        {rewrite.error && <ErrorNote error={rewrite.error} />}
        <div className={styles["buttons"]}>
          <ActButton loading={busy === "save"} missing={[value.title.trim() === "" && t(say("storyTitle"))]} onClick={() => send()}>
            {t(say("save"))}
          </ActButton>
          {story.state === "draft" ? (
            <Button variant="default" loading={busy === "ready"} onClick={() => send("ready")}>
              {t(say("ready"))}
            </Button>
          ) : (
            <Button variant="default" loading={busy === "draft"} onClick={() => send("draft")}>
              {t(say("back"))}
            </Button>
          )}
          {story.state !== "dropped" && (
            <Button variant="subtle" loading={busy === "dropped"} onClick={() => send("dropped")}>
              {t(say("drop"))}
            </Button>
          )}
        </div>
      </div>
    </>
  );
}
