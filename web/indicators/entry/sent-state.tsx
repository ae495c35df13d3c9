import { Button, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { dot } from "../../../src/kernel/facts.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { StateBadge, type Tone } from "../../ui/badges.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { showInstant } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Section } from "../../ui/section.tsx";
import { DocumentSection } from "./document-section.tsx";
import { say } from "./messages.ts";
import type { SubmissionJson } from "./rows.ts";
import styles from "./entry.module.css";

const stepTone: Record<SubmissionJson["steps"][number]["state"], Tone> = {
  ahead: "neutral",
  waiting: "active",
  done: "good",
  "left-out": "neutral",
};

/** After the figures: who looks at them, the signed document, what was sent when, what came back and why. */
export function SentState({ submission }: { submission: SubmissionJson }) {
  const t = useText();
  const { steps, receipts, history, revisions } = submission;
  const nothingYet = steps.length === 0 && receipts.length === 0 && history.length === 0;
  const acts = submission.can.some((act) => act === "takeBack" || act === "discard" || act === "correct");
  return (
    <>
      <DocumentSection submission={submission} />
      {(!nothingYet || acts) && (
        <Section title={t(say("stepsTitle"))} actions={<Acts submission={submission} />}>
          <ol className={styles["steps"]}>
            {steps.map(({ step, unit, state, why, by, at }) => (
              <li key={step}>
                <StateBadge tone={stepTone[state]}>{t(say(`step.${state}`))}</StateBadge>
                <span>
                  {t(say(`stepOf.${step}`))}: {unit.name}
                  {by && at && (
                    <span className={styles["quiet"]}>
                      {dot}
                      {t(say("byAt", { name: by, when: showInstant(at) }))}
                    </span>
                  )}
                  {why && (
                    <span className={styles["quiet"]}>
                      {dot}
                      {t(say(`why.${why}`))}
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ol>
          {receipts.length > 0 && (
            <ul className={styles["receipts"]}>
              {receipts.map(({ n, rev, sentAt, sentBy, hash, cells, late }) => (
                <li key={`${rev}-${n}`}>
                  <Icon name="check" size={16} /> {t(say("receipt", { when: showInstant(sentAt), name: sentBy, cells }))}{" "}
                  {late && <StateBadge tone="attention">{t(say("sentLate"))}</StateBadge>}
                  <span className={styles["quiet"]}> {t(say("receiptCode", { code: hash.slice(0, 12) }))}</span>
                </li>
              ))}
            </ul>
          )}
          {revisions.length > 1 && (
            <ul className={styles["receipts"]}>
              {revisions.map(({ id, rev, state, reason }) => (
                <li key={id}>
                  {id === submission.id ? (
                    <strong>{t(say("revision", { rev }))}</strong>
                  ) : (
                    <Link to="/submissions/$submissionId" params={{ submissionId: id }}>
                      {t(say("revision", { rev }))}
                    </Link>
                  )}
                  {dot}
                  {t(say(`state.${state}`))}
                  {reason && (
                    <span className={styles["quiet"]}>
                      {dot}
                      {reason}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )}
          {history.length > 0 && (
            <details className={styles["guidance"]}>
              <summary>{t(say("historyOf", { count: history.length }))}</summary>
              <ul className={styles["receipts"]}>
                {history.map(({ act, at, by, unit, text, cells }) => (
                  <li key={`${at} ${act}`}>
                    <span className={styles["quiet"]}>{showInstant(at)}</span> {t(say(`act.${act}`))}
                    {dot}
                    {[by, unit.name].filter(Boolean).join(", ")}
                    {text && <q> {text}</q>}
                    {cells.length > 0 && (
                      <ul>
                        {cells.map(({ key, label, reason }) => (
                          <li key={key}>
                            {label}: {reason}
                          </li>
                        ))}
                      </ul>
                    )}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </Section>
      )}
    </>
  );
}

/** Take back, correct, throw a correction away: each only where the server offers it. */
function Acts({ submission }: { submission: SubmissionJson }) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [reason, setReason] = useState<string | null>(null);
  const at = { id: submission.id, version: submission.version };
  const fresh = () => client.invalidateQueries({ queryKey: orpc.indicators.key() });
  const takeBack = useMutation(orpc.indicators.submissions.takeBack.mutationOptions({ onSuccess: fresh }));
  const discard = useMutation(
    orpc.indicators.submissions.discard.mutationOptions({
      onSuccess: async () => {
        await navigate({
          to: submission.corrects ? "/submissions/$submissionId" : "/figures",
          params: { submissionId: submission.corrects?.id ?? "" },
        });
        await fresh();
      },
    }),
  );
  const correct = useMutation(
    orpc.indicators.submissions.correct.mutationOptions({
      onSuccess: async ({ id }) => {
        await navigate({ to: "/submissions/$submissionId", params: { submissionId: id } });
        await fresh();
      },
    }),
  );
  const can = (act: SubmissionJson["can"][number]) => submission.can.includes(act);
  return (
    <>
      {can("takeBack") && (
        <ConfirmButton
          question={t(say("takeBackQuestion"))}
          consequence={t(say("takeBackText"))}
          confirm={t(say("takeBack"))}
          onConfirm={() => takeBack.mutateAsync(at)}
        >
          {t(say("takeBack"))}
        </ConfirmButton>
      )}
      {can("discard") && (
        <ConfirmButton question={t(say("discardQuestion"))} confirm={t(say("discard"))} onConfirm={() => discard.mutateAsync(at)}>
          {t(say("discard"))}
        </ConfirmButton>
      )}
      {can("correct") && reason === null && (
        <Button variant="default" onClick={() => setReason("")}>
          {t(say("correct"))}
        </Button>
      )}
      {can("correct") && reason !== null && (
        <form
          className={styles["inlineForm"]}
          onSubmit={(event) => {
            event.preventDefault();
            correct.mutate({ ...at, reason });
          }}
        >
          <Textarea
            label={t(say("correctReason"))}
            description={t(say("correctText"))}
            autosize
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ErrorNote error={correct.error} />
          <div className={styles["inlineButtons"]}>
            <ActButton type="submit" loading={correct.isPending} missing={[reason.trim() === "" && t(say("correctReason"))]}>
              {t(say("correctBegin"))}
            </ActButton>
            <Button variant="default" onClick={() => setReason(null)}>
              {t(say("cancel"))}
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
