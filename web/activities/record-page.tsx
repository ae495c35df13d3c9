import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState, type FormEvent } from "react";
import type { ActivityDetail, ActivityKind } from "../../src/modules/activities/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { usePersonKey, usePost } from "../shell/session.tsx";
import { Busy } from "../ui/busy.tsx";
import { showDate, today } from "../ui/dates.ts";
import { useDraft } from "../ui/draft.ts";
import { DraftNote } from "../ui/draft-note.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { Icon } from "../ui/icon.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import styles from "./activities.module.css";
import { needsMore, problemsOf } from "./check.ts";
import { FileInputs, FirstPhotos } from "./file-inputs.tsx";
import { rememberKind } from "./kind-picker.tsx";
import { say } from "./messages.ts";
import { MinuteFields } from "./minute-fields.tsx";
import { MoreFields } from "./more-fields.tsx";
import { SendProgress } from "./send-bar.tsx";
import { usePhotos } from "./use-photos.ts";
import { useSending } from "./use-sending.ts";
import { inputOf, nothingWritten, type Written } from "./written.ts";

/** The minute: an activity with two photographs, four fields, on a phone. */
export function RecordPage() {
  const t = useText();
  const kinds = useQuery({ ...orpc.activities.kinds.queryOptions(), staleTime: Infinity });
  const [saved, setSaved] = useState<ActivityDetail | null>(null);
  return (
    <>
      <PageHeader title={t(say("record"))} note={t(say("recordNote"))} back={{ to: "/activities", text: t(say("toList")) }} />
      {kinds.isPending && <Busy rows={6} />}
      {kinds.error && <ErrorNote error={kinds.error} onRetry={() => void kinds.refetch()} />}
      {kinds.data && saved && <Saved activity={saved} onAgain={() => setSaved(null)} />}
      {kinds.data && !saved && <RecordForm kinds={kinds.data.items} onSaved={setSaved} />}
    </>
  );
}

function RecordForm({ kinds, onSaved }: { kinds: readonly ActivityKind[]; onSaved(activity: ActivityDetail): void }) {
  const t = useText();
  const person = usePersonKey();
  const unit = usePost()?.unit ?? null;
  const asked = useSearch({ from: "/staff/activities/new" });
  const begin = (): Written => ({
    ...nothingWritten(asked.day ?? today(), unit ? { id: unit.id, name: unit.name } : null),
    kind: kinds.some(({ code }) => code === asked.kind) ? (asked.kind ?? null) : null,
    workId: asked.work ?? null,
    name: asked.name ?? "",
    summary: asked.summary ?? "",
  });
  // What was begun for one task does not turn up under another.
  const begunFor = asked.work ?? asked.name;
  const thing = begunFor ? `activity:new:${begunFor}` : "activity:new";
  const draft = useDraft<Written>(thing, begin());
  const photos = usePhotos(thing);
  const sending = useSending();
  const [problems, setProblems] = useState<ReturnType<typeof problemsOf>>({});
  const [more, setMore] = useState(() => draft.restored || begunFor !== undefined);
  const form = useRef<HTMLFormElement>(null);
  const written = draft.value;
  const kind = kinds.find(({ code }) => code === written.kind);

  const change = (part: Partial<Written>) => {
    draft.setValue((before) => ({ ...before, ...part }));
    setProblems((before) => Object.fromEntries(Object.entries(before).filter(([path]) => !((path.split(".")[0] ?? "") in part))));
  };
  const discard = () => {
    draft.clear(begin());
    photos.clear();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = problemsOf(written, kind);
    setProblems(found);
    if (Object.keys(found).length > 0) {
      if (needsMore(found)) setMore(true);
      showFirst(form.current);
      return;
    }
    const activity = await sending.send("/activities", inputOf(written, kind), photos.photos);
    if (!activity) {
      showFirst(form.current);
      return;
    }
    rememberKind(person, activity.kind);
    discard();
    onSaved(activity);
  };

  const fields = sending.error?.fields ?? {};
  const errors = { ...fields, ...Object.fromEntries(Object.entries(problems).map(([path, text]) => [path, t(text)])) };
  const inputs = { kinds, written, onChange: change, errors };
  return (
    <form ref={form} className={styles["minute"]} noValidate onSubmit={(event) => void submit(event)}>
      <DraftNote restored={draft.restored} onDiscard={discard} />
      <MinuteFields key={draft.restored ? "restored" : "new"} {...inputs} />
      <FirstPhotos photos={photos} />
      <details className={styles["more"]} open={more || needsMore(fields)} onToggle={(event) => setMore(event.currentTarget.open)}>
        <summary>
          {t(say("more"))} <span>{t(say("moreNote"))}</span>
        </summary>
        <div className={styles["moreBody"]}>
          <MoreFields {...inputs} />
          <FileInputs photos={photos} source={written.source} />
        </div>
      </details>
      <ErrorNote error={sending.error} />
      <SendProgress share={photos.photos.length > 0 ? sending.share : null} onStop={sending.stop} />
      <div className={styles["saveBar"]}>
        <Button type="submit" size="md" loading={sending.busy}>
          {t(say("save"))}
        </Button>
        <span className={styles["fieldHint"]}>{t(say("keptHere"))}</span>
      </div>
    </form>
  );
}

/** To the first field that is wrong, once it is marked. */
function showFirst(form: HTMLFormElement | null): void {
  window.setTimeout(() => {
    const wrong = form?.querySelector<HTMLElement>("[aria-invalid='true'], [data-wrong], [role='alert']");
    wrong?.scrollIntoView({ block: "center" });
    wrong?.focus({ preventScroll: true });
  }, 50);
}

/** It is in: said clearly, with the way on to the next one. */
function Saved({ activity, onAgain }: { activity: ActivityDetail; onAgain(): void }) {
  const t = useText();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const asked = activity.doubles.filter(({ state }) => state === "asked");
  return (
    <section className={styles["saved"]} aria-labelledby="saved">
      <h2 id="saved" ref={title} tabIndex={-1}>
        <Icon name="check" size={26} />
        {t(say(activity.state === "planned" ? "savedPlannedTitle" : "savedTitle"))}
      </h2>
      <p>{t(say("savedText", { name: activity.name, date: showDate(activity.onDate), unit: activity.lead.name }))}</p>
      {activity.approximate && <p>{t(say("savedRough"))}</p>}
      {asked.length > 0 && <p>{t(say("savedDouble"))}</p>}
      <div className={styles["buttons"]}>
        <Button size="md" onClick={onAgain}>
          {t(say("again"))}
        </Button>
        <Link to="/activities/$activityId" params={{ activityId: activity.id }} className={styles["sideLink"]}>
          {t(say("open"))}
        </Link>
      </div>
    </section>
  );
}
