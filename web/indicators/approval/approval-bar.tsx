import { Button, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import type { SubmissionJson } from "../entry/rows.ts";
import type { Marks } from "./marks.ts";
import { say } from "./messages.ts";
import entryStyles from "../entry/entry.module.css";
import styles from "./approval.module.css";

type Props = { submission: SubmissionJson; marks: Marks; onDone(): void };

/** Approve, or send back with the marked cells; then straight to the next one that waits. */
export function ApprovalBar({ submission, marks, onDone }: Props) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [returning, setReturning] = useState(false);
  const [reason, setReason] = useState("");
  const waiting = useQuery(orpc.indicators.submissions.waiting.queryOptions({ input: {} }));
  const next = waiting.data?.items.find(({ id, ownWork }) => id !== submission.id && !ownWork);
  const at = { id: submission.id, version: submission.version };

  const goOn = async (done: string) => {
    onDone();
    showDone(done);
    await client.invalidateQueries({ queryKey: orpc.indicators.key() });
    if (next) await navigate({ to: "/approvals/$submissionId", params: { submissionId: next.id } });
    else await navigate({ to: "/approvals" });
  };
  const approve = useMutation(
    orpc.indicators.submissions.approve.mutationOptions({ onSuccess: () => goOn(t(say("approved", { unit: submission.unit.name }))) }),
  );
  const sendBack = useMutation(
    orpc.indicators.submissions.return.mutationOptions({ onSuccess: () => goOn(t(say("returned", { unit: submission.unit.name }))) }),
  );
  const cells = Object.entries(marks).map(([key, why]) => ({ key, reason: why.trim() }));
  const unfinished = cells.some((cell) => cell.reason === "");
  const mayReturn = submission.can.includes("return");
  const mayApprove = submission.can.includes("approve");

  return (
    <div className={styles["bar"]}>
      {submission.cannotApprove && <p className={entryStyles["plainText"]}>{t(submission.cannotApprove)}</p>}
      {(returning || cells.length > 0) && mayReturn && (
        <form
          className={styles["returnForm"]}
          onSubmit={(event) => {
            event.preventDefault();
            sendBack.mutate({ ...at, reason: reason.trim(), cells });
          }}
        >
          <Textarea
            label={t(say("returnReason"))}
            description={cells.length > 0 ? t(say("returnCells", { count: cells.length })) : t(say("returnWhole"))}
            required
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {unfinished && <p className={entryStyles["plainText"]}>{t(say("markUnfinished"))}</p>}
          <ErrorNote error={sendBack.error} />
          <div className={styles["buttons"]}>
            <Button type="submit" loading={sendBack.isPending} disabled={reason.trim() === "" || unfinished}>
              {t(say("return"))}
            </Button>
            {cells.length === 0 && (
              <Button variant="default" onClick={() => setReturning(false)}>
                {t(say("cancel"))}
              </Button>
            )}
          </div>
        </form>
      )}
      <ErrorNote error={approve.error} />
      <div className={styles["buttons"]}>
        {mayApprove && cells.length === 0 && !returning && (
          <Button loading={approve.isPending} onClick={() => approve.mutate(at)}>
            {t(say("approve"))}
          </Button>
        )}
        {mayReturn && cells.length === 0 && !returning && (
          <Button variant="default" onClick={() => setReturning(true)}>
            {t(say("returnAsk"))}
          </Button>
        )}
        {next && (
          <Link to="/approvals/$submissionId" params={{ submissionId: next.id }} className={entryStyles["sideLink"]}>
            {t(say("next", { unit: next.unit.name }))}
          </Link>
        )}
      </div>
    </div>
  );
}
