import { Button, Checkbox, Select, Textarea } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { SheetStatus, SubjectDetail } from "../../../src/modules/appraisal/contract.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import styles from "../appraisal.module.css";
import { say } from "../messages.ts";
import { sheetTone } from "../words.ts";

type Props = { subject: SubjectDetail; onChanged(subject: SubjectDetail): void };

/** Who judges, and who has sent. Never what they gave. */
export function Judges({ subject, onChanged }: Props) {
  const t = useText();
  const { id, version } = subject;
  const statuses = subject.statuses ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const assigning = subject.can.includes("assign");
  const members = useMembers(subject, assigning);
  const assign = useMutation({
    mutationFn: (personId: string) => api.appraisal.subjects.assign({ id, version, personId }),
    onSuccess: (changed) => {
      setChosen(null);
      onChanged(changed);
      showDone(t(say("assigned")));
    },
  });
  return (
    <div className={styles["form"]}>
      <h2>{t(say("judgesTitle"))}</h2>
      <p className={styles["quiet"]}>{t(say(statuses.length === 0 ? "judgesNone" : "judgesNote"))}</p>
      <ul className={styles["rows"]}>
        {statuses.map((status) => (
          <Judge key={status.sheetId} status={status} subject={subject} members={members} onChanged={onChanged} />
        ))}
      </ul>
      {assigning && members.length > 0 && (
        <>
          <Select label={t(say("assign"))} data={members} value={chosen} onChange={setChosen} nothingFoundMessage={t(say("panelNone"))} />
          <ErrorNote error={assign.error} />
          <ActButton
            variant="default"
            loading={assign.isPending}
            missing={[chosen === null && t(say("assign"))]}
            onClick={() => chosen && assign.mutate(chosen)}
          >
            {t(say("assign"))}
          </ActButton>
        </>
      )}
    </div>
  );
}

/** Members of the panel who have no sheet on it. */
function useMembers(subject: SubjectDetail, wanted: boolean) {
  const round = useQuery({ ...orpc.appraisal.rounds.get.queryOptions({ input: { id: subject.round.id } }), enabled: wanted });
  const taken = new Set(subject.statuses?.map(({ personId }) => personId));
  return (round.data?.members ?? [])
    .filter(({ personId, leftOn }) => leftOn === null && !taken.has(personId))
    .map(({ personId, name, unit }) => ({ value: personId, label: `${name} (${unit.name})` }));
}

type JudgeProps = Props & { status: SheetStatus; members: { value: string; label: string }[] };

function Judge({ status, subject, members, onChanged }: JudgeProps) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState("");
  const [conflict, setConflict] = useState(false);
  const [other, setOther] = useState<string | null>(null);
  const replace = useMutation({
    mutationFn: () =>
      api.appraisal.subjects.replace({
        id: subject.id,
        version: subject.version,
        sheetId: status.sheetId,
        reason: reason.trim(),
        conflict,
        personId: other,
      }),
    onSuccess: (changed) => {
      setOpened(false);
      onChanged(changed);
      showDone(t(say("replaced")));
    },
  });
  const running = status.state === "draft" || status.state === "sent";
  return (
    <li>
      <span>
        <strong>{status.name}</strong> <span className={styles["quiet"]}>({t(say(status.how === "lot" ? "byLot" : "byHand"))})</span>
        {status.reason && <div className={styles["remark"]}>{status.reason}</div>}
      </span>
      <span className={styles["badges"]}>
        <StateBadge tone={sheetTone[status.state]}>{t(say(`sheet.${status.state}`))}</StateBadge>
        {running && subject.can.includes("assign") && !opened && (
          <Button size="compact-md" variant="default" aria-label={`${t(say("replace"))}: ${status.name}`} onClick={() => setOpened(true)}>
            {t(say("replace"))}
          </Button>
        )}
      </span>
      {opened && (
        <div className={styles["form"]}>
          <Textarea
            label={t(say("replaceReason"))}
            required
            autosize
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Checkbox label={t(say("replaceConflict"))} checked={conflict} onChange={(event) => setConflict(event.currentTarget.checked)} />
          <Select label={t(say("replaceBy"))} data={members} value={other} clearable onChange={setOther} />
          <ErrorNote error={replace.error} />
          <div className={styles["buttons"]}>
            <ActButton
              loading={replace.isPending}
              missing={[reason.trim() === "" && t(say("replaceReason"))]}
              onClick={() => replace.mutate()}
            >
              {t(say("replace"))}
            </ActButton>
            <Button variant="default" onClick={() => setOpened(false)}>
              {t(say("cancel"))}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
