import { Checkbox, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { SubjectDetail } from "../../../src/modules/appraisal/contract.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import styles from "../appraisal.module.css";
import { say } from "../messages.ts";

type Props = { subject: SubjectDetail; onChanged(subject: SubjectDetail): void };

/** Conditions first, points later: all met, or why not. */
export function CheckForm({ subject, onChanged }: Props) {
  const t = useText();
  const { id, version } = subject;
  const conditions = subject.rubric?.content.qualifying ?? [];
  const [met, setMet] = useState<Record<string, boolean>>(subject.qualifying);
  const [failing, setFailing] = useState(false);
  const [reason, setReason] = useState("");
  const run = useMutation({
    mutationFn: (passed: boolean) =>
      api.appraisal.subjects.check({ id, version, passed, qualifying: met, reason: passed ? "" : reason.trim() }),
    onSuccess: (changed, passed) => {
      onChanged(changed);
      showDone(t(say(passed ? "passed" : "failedDone")));
    },
  });
  return (
    <div className={styles["form"]}>
      <h2>{t(say("check"))}</h2>
      <p className={styles["quiet"]}>{t(say("checkNote"))}</p>
      {conditions.map(({ key, text }) => (
        <Checkbox
          key={key}
          label={text}
          checked={met[key] === true}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            setMet((before) => ({ ...before, [key]: checked }));
          }}
        />
      ))}
      {failing && (
        <Textarea
          label={t(say("checkReason"))}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <ErrorNote error={run.error} />
      {!failing && (
        <ActButton
          loading={run.isPending}
          missing={conditions.map(({ key, text }) => met[key] !== true && text)}
          onClick={() => run.mutate(true)}
        >
          {t(say("checkPass"))}
        </ActButton>
      )}
      {subject.state !== "failed" && (
        <ActButton
          variant="default"
          loading={failing && run.isPending}
          missing={[failing && reason.trim() === "" && t(say("checkReason"))]}
          onClick={() => (failing ? run.mutate(false) : setFailing(true))}
        >
          {t(say("checkFail"))}
        </ActButton>
      )}
    </div>
  );
}
