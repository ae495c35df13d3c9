import { Button } from "@mantine/core";
import { useState, type FormEvent } from "react";
import type { ActivityDetail, ActivityKind } from "../../src/modules/activities/contract.ts";
import { asApiError } from "../shell/api-error.ts";
import { api } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { reportSessionEnded } from "../shell/session-ended.ts";
import { ConflictDialog, conflictOf } from "../ui/conflict-dialog.tsx";
import { useDraft } from "../ui/draft.ts";
import { DraftNote } from "../ui/draft-note.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import styles from "./activities.module.css";
import { problemsOf } from "./check.ts";
import { FirstPhotos } from "./file-inputs.tsx";
import { say } from "./messages.ts";
import { MinuteFields } from "./minute-fields.tsx";
import { MoreFields } from "./more-fields.tsx";
import { SendProgress } from "./send-bar.tsx";
import { usePhotos } from "./use-photos.ts";
import { useSending } from "./use-sending.ts";
import { amountKeys, inputOf, writtenOf, type Written } from "./written.ts";

type Props = {
  activity: ActivityDetail;
  /** Carrying out sends the same fields along, and takes photographs. */
  act: "edit" | "carryOut";
  kinds: readonly ActivityKind[];
  onCancel(): void;
  onDone(activity: ActivityDetail): void;
  /** Somebody changed it meanwhile and the person takes theirs. */
  onCurrent(activity: ActivityDetail): void;
};

/** Editing an activity, or writing down that what was planned took place. */
export function ChangeForm({ activity, act, kinds, onCancel, onDone, onCurrent }: Props) {
  const t = useText();
  const draft = useDraft<Written>(`activity:${activity.id}:${act}`, writtenOf(activity));
  const photos = usePhotos(`activity:${activity.id}:${act}`);
  const sending = useSending();
  const [problems, setProblems] = useState<ReturnType<typeof problemsOf>>({});
  const [failed, setFailed] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const written = draft.value;
  const kind = kinds.find(({ code }) => code === written.kind);

  const save = async (version: number) => {
    const input = { ...inputOf(written, kind), version };
    if (act === "carryOut") return sending.send(`/activities/${activity.id}/carry-out`, input, photos.photos);
    return api.activities.edit({ id: activity.id, ...input });
  };
  const run = async (version: number) => {
    const found = problemsOf(written, kind);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    setFailed(null);
    try {
      const changed = await save(version);
      if (!changed) return;
      draft.clear(writtenOf(changed));
      photos.clear();
      onDone(changed);
    } catch (thrown) {
      if (asApiError(thrown).code === "unauthenticated") reportSessionEnded();
      setFailed(thrown);
    } finally {
      setBusy(false);
    }
  };
  const error = failed ?? sending.error;
  const conflict = conflictOf<ActivityDetail>(error);
  const forget = () => {
    setFailed(null);
    sending.forget();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(activity.version);
  };
  const fields = error ? asApiError(error).fields : {};
  const errors = { ...fields, ...Object.fromEntries(Object.entries(problems).map(([path, text]) => [path, t(text)])) };
  const inputs = { kinds, written, errors, onChange: (part: Partial<Written>) => draft.setValue((before) => ({ ...before, ...part })) };
  return (
    <form className={styles["minute"]} noValidate onSubmit={submit}>
      <DraftNote restored={draft.restored} onDiscard={() => draft.clear(writtenOf(activity))} />
      {act === "carryOut" && <p className={styles["quiet"]}>{t(say("carryOutText"))}</p>}
      <MinuteFields {...inputs} />
      {act === "carryOut" && <FirstPhotos photos={photos} />}
      <MoreFields {...inputs} />
      {!conflict && <ErrorNote error={error} />}
      <SendProgress share={photos.photos.length > 0 ? sending.share : null} onStop={sending.stop} />
      <ConflictDialog<ActivityDetail>
        error={error}
        compare={(theirs) => compare(written, writtenOf(theirs), t)}
        onKeepMine={(theirs) => {
          forget();
          void run(theirs.version);
        }}
        onTakeTheirs={(theirs) => {
          forget();
          draft.clear(writtenOf(theirs));
          onCurrent(theirs);
        }}
        onCancel={forget}
      />
      <div className={styles["acts"]}>
        <Button type="submit" loading={busy}>
          {t(say(act === "edit" ? "saveChanges" : "carryOutConfirm"))}
        </Button>
        <Button variant="default" disabled={busy} onClick={onCancel}>
          {t(say("cancel"))}
        </Button>
      </div>
    </form>
  );
}

function compare(mine: Written, theirs: Written, t: ReturnType<typeof useText>) {
  const texts = (["name", ...amountKeys, "place", "summary"] as const).map((key) => ({
    label: t(say(key)),
    mine: mine[key],
    theirs: theirs[key],
  }));
  return [...texts, { label: t(say("date")), mine: mine.onDate ?? "", theirs: theirs.onDate ?? "" }];
}
