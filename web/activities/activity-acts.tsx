import { Button, Textarea } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, type FormEvent } from "react";
import type { ActivityAct, ActivityDetail } from "../../src/modules/activities/contract.ts";
import { asApiError } from "../shell/api-error.ts";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { Busy } from "../ui/busy.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { showDone } from "../ui/notices.ts";
import styles from "./activities.module.css";
import { ChangeForm } from "./change-form.tsx";
import { say } from "./messages.ts";

type Props = { activity: ActivityDetail; onChanged(activity: ActivityDetail): void };

/** What can be done with an activity now. */
export function ActivityActs({ activity, onChanged }: Props) {
  const t = useText();
  const [act, setAct] = useState<ActivityAct | null>(null);
  const kinds = useQuery({ ...orpc.activities.kinds.queryOptions(), staleTime: Infinity });
  const { can } = activity;
  const done = (changed: ActivityDetail, words: string) => {
    setAct(null);
    onChanged(changed);
    showDone(words);
  };
  const title = act === "cancel" ? "cancelTitle" : act === "edit" || act === "carryOut" ? act : "next";
  return (
    <aside className={styles["aside"]} aria-labelledby="acts">
      <h2 id="acts">{t(say(title))}</h2>
      {act === "cancel" && (
        <CancelForm activity={activity} onCancel={() => setAct(null)} onDone={(changed) => done(changed, t(say("changed")))} />
      )}
      {(act === "edit" || act === "carryOut") && kinds.isPending && <Busy />}
      {(act === "edit" || act === "carryOut") && kinds.data && (
        <ChangeForm
          activity={activity}
          act={act}
          kinds={kinds.data.items}
          onCancel={() => setAct(null)}
          onCurrent={onChanged}
          onDone={(changed) => done(changed, t(say(act === "edit" ? "changed" : "carriedOut")))}
        />
      )}
      {act === null && (
        <div className={styles["acts"]}>
          {can.includes("carryOut") && <Button onClick={() => setAct("carryOut")}>{t(say("carryOut"))}</Button>}
          {can.includes("edit") && (
            <Button variant="default" onClick={() => setAct("edit")}>
              {t(say("edit"))}
            </Button>
          )}
          {can.includes("cancel") && (
            <Button variant="default" onClick={() => setAct("cancel")}>
              {t(say("cancelActivity"))}
            </Button>
          )}
          {can.length === 0 && <p className={styles["quiet"]}>{t(say("nothingToDo"))}</p>}
        </div>
      )}
    </aside>
  );
}

function CancelForm({
  activity,
  onCancel,
  onDone,
}: {
  activity: ActivityDetail;
  onCancel(): void;
  onDone(activity: ActivityDetail): void;
}) {
  const t = useText();
  const [reason, setReason] = useState("");
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const act = useMutation({
    mutationFn: () => api.activities.cancel({ id: activity.id, version: activity.version, reason: reason.trim() }),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate();
  };
  return (
    <form className={styles["acts"]} onSubmit={submit}>
      <p className={styles["quiet"]}>{t(say("cancelText"))}</p>
      <Textarea
        ref={first}
        label={t(say("cancelReason"))}
        required
        autosize
        minRows={2}
        value={reason}
        error={asApiError(act.error)?.fields["reason"]}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ErrorNote error={act.error} />
      <Button type="submit" loading={act.isPending} disabled={reason.trim() === ""}>
        {t(say("cancelConfirm"))}
      </Button>
      <Button variant="default" onClick={onCancel} disabled={act.isPending}>
        {t(say("cancel"))}
      </Button>
    </form>
  );
}
