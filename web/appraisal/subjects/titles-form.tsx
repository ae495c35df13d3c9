import { Checkbox } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { SubjectDetail } from "../../../src/modules/appraisal/contract.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import styles from "../appraisal.module.css";
import { say } from "../messages.ts";

type Props = { subject: SubjectDetail; onChanged(subject: SubjectDetail): void };

/** The titles that a unit registers for this year. */
export function TitlesForm({ subject, onChanged }: Props) {
  const t = useText();
  const { id, version, round } = subject;
  const [titles, setTitles] = useState(subject.titles);
  const writing = subject.can.includes("save");
  const send = useMutation({
    mutationFn: async () => {
      const kept = await api.appraisal.subjects.save({ id, version, lines: [], titles });
      onChanged(kept);
      return api.appraisal.subjects.send({ id, version: kept.version });
    },
    onSuccess: (changed) => {
      onChanged(changed);
      showDone(t(say("titlesSent")));
    },
  });
  return (
    <Section title={t(say("chooseTitles"))}>
      {writing ? (
        <div className={styles["form"]}>
          <Checkbox.Group aria-label={t(say("chooseTitles"))} value={titles} onChange={setTitles}>
            <div className={styles["checkList"]}>
              {round.titles.map((title) => (
                <Checkbox key={title} size="md" value={title} label={title} />
              ))}
            </div>
          </Checkbox.Group>
          <ErrorNote error={send.error} />
          <div className={styles["buttons"]}>
            <ActButton loading={send.isPending} missing={[titles.length === 0 && t(say("chooseTitles"))]} onClick={() => send.mutate()}>
              {t(say("sendTitles"))}
            </ActButton>
          </div>
        </div>
      ) : (
        <p>{subject.titles.join("; ")}</p>
      )}
    </Section>
  );
}
