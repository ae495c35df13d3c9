import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ActivityAct, ActivityDetail } from "../../src/modules/activities/contract.ts";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { Busy } from "../ui/busy.tsx";
import { showDone } from "../ui/notices.ts";
import { ReasonForm } from "../ui/reason-form.tsx";
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
        <ReasonForm
          confirm={t(say("cancelConfirm"))}
          note={t(say("cancelText"))}
          question={t(say("cancelReason"))}
          send={(reason) => api.activities.cancel({ id: activity.id, version: activity.version, reason })}
          onCancel={() => setAct(null)}
          onDone={(changed) => done(changed, t(say("changed")))}
        />
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
