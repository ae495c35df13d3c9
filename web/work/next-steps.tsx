import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { WorkAct, WorkDetail } from "../../src/modules/work/contract.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { showDone } from "../ui/notices.ts";
import { ActForm } from "./act-form.tsx";
import { say } from "./messages.ts";
import { nothingWritten, send } from "./send-act.ts";
import styles from "./work.module.css";

type Props = { work: WorkDetail; onChanged(work: WorkDetail): void };

/** What one can do is done at a click; what needs words opens its form in the same place. The first is the expected one. */
const order: WorkAct[] = [
  "confirm",
  "agree",
  "accept",
  "see",
  "complete",
  "progress",
  "return",
  "insist",
  "answer",
  "decline",
  "rollOver",
  "comment",
  "withdraw",
];
const answers: WorkAct[] = ["accept", "answer", "decline"];
const atOnce = new Set<WorkAct>(["accept", "see", "agree"]);

export function NextSteps({ work, onChanged }: Props) {
  const t = useText();
  const may = useMay();
  const [open, setOpen] = useState<WorkAct | null>(null);
  // Whoever is asked first says whether and how; whoever is assigned gets on with it.
  const isAsked = work.state === "open" && (work.edge === "request" || work.edge === "coordinate");
  const acts = (isAsked ? [...answers, ...order.filter((act) => !answers.includes(act))] : order).filter((act) => work.can.includes(act));
  const main = acts.find((act) => act !== "comment" && act !== "withdraw" && act !== "rollOver");
  const now = useMutation({
    mutationFn: (act: WorkAct) => send(work, act, { ...nothingWritten, files: [] }),
    onSuccess: (changed) => {
      onChanged(changed);
      showDone(t(say("done")));
    },
  });
  const waits = waitingText(work);
  // The slot is answered by a plan: issuing it reports the item by itself.
  const opensPlan = work.kind === "plan-slot" && work.can.includes("complete") && may("plan:draft");

  return (
    <section className={styles["next"]} aria-labelledby="next-step">
      <h2 id="next-step">{t(say("actTitle"))}</h2>
      {waits && <p className={styles["count"]}>{t(waits)}</p>}
      {work.cannotConfirm && <p className={styles["count"]}>{t(work.cannotConfirm)}</p>}
      {acts.length === 0 && !waits && <p className={styles["count"]}>{t(say("nothingToDo"))}</p>}
      {open ? (
        <ActForm
          key={open}
          work={work}
          act={open}
          onCancel={() => setOpen(null)}
          onSent={(changed) => {
            setOpen(null);
            onChanged(changed);
            showDone(t(say("done")));
          }}
          onCurrent={onChanged}
        />
      ) : (
        <div className={styles["acts"]}>
          {opensPlan && (
            <Link to="/plans/$planId" params={{ planId: work.origin.planId }} className={styles["mainLink"]}>
              {t(say("makeOwnPlan"))}
            </Link>
          )}
          {work.can.includes("progress") && may("activity:record") && (
            <Link to="/activities/new" search={{ work: work.id }} className={styles["sideLink"]}>
              {t(say("recordForThis"))}
            </Link>
          )}
          {acts.map((act) => (
            <Button
              key={act}
              variant={act === main && !opensPlan ? "filled" : "default"}
              loading={now.isPending && now.variables === act}
              onClick={() => (atOnce.has(act) ? now.mutate(act) : setOpen(act))}
            >
              {t(act === "accept" && isAsked ? say("agreeToDo") : say(`act.${act}`))}
            </Button>
          ))}
        </div>
      )}
      <ErrorNote error={now.error} />
    </section>
  );
}

/** Whose turn it is, when it is not the reader's. */
function waitingText({ state, can, assigner, lead }: WorkDetail) {
  const turn = (acts: WorkAct[]) => acts.some((act) => can.includes(act));
  if (state === "reported" && !turn(["confirm"])) return say("waitAssigner", { unit: assigner.name });
  if (state === "answered" && !turn(["agree"])) return say("waitAssigner", { unit: assigner.name });
  if ((state === "open" || state === "accepted" || state === "returned") && !turn(["complete", "accept", "see"]))
    return say("waitLead", { unit: lead.name });
  return null;
}
