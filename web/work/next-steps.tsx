import { Button, NumberInput, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState, type FormEvent } from "react";
import type { WorkAct, WorkDetail } from "../../src/modules/work/contract.ts";
import { api } from "../shell/api.ts";
import { asApiError } from "../shell/api-error.ts";
import { useText } from "../shell/language.tsx";
import { useMay } from "../shell/session.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { useDraft } from "../ui/draft.ts";
import { DraftNote } from "../ui/draft-note.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { FileDrop } from "../ui/file-drop.tsx";
import { showDone } from "../ui/notices.ts";
import { say } from "./messages.ts";
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
    mutationFn: (act: WorkAct) => send(work, act, { text: "", percent: null, day: null, files: [] }),
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

type Written = { text: string; percent: number | null; day: string | null };
const empty: Written = { text: "", percent: null, day: null };

type FormProps = { work: WorkDetail; act: WorkAct; onCancel(): void; onSent(work: WorkDetail): void; onCurrent(work: WorkDetail): void };

function ActForm({ work, act, onCancel, onSent, onCurrent }: FormProps) {
  const t = useText();
  const draft = useDraft<Written>(`work:${work.id}:${act}`, empty);
  const [files, setFiles] = useState<File[]>([]);
  // The form took the place of the button that was pressed: the cursor goes into it.
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const { text, percent, day } = draft.value;
  const change = (next: Partial<Written>) => draft.setValue((before) => ({ ...before, ...next }));
  const sending = useMutation({
    mutationFn: () => send(work, act, { text, percent, day, files }),
    onSuccess: (changed) => {
      draft.clear(empty);
      onSent(changed);
    },
    onError: (error) => {
      // Somebody moved the item meanwhile: show what it is now; what was written stays and can be sent again.
      const current = asApiError(error).details["current"];
      if (asApiError(error).code === "conflict" && current) onCurrent(current as WorkDetail);
    },
  });
  const fields = asApiError(sending.error)?.fields ?? {};
  const takesFiles = act === "progress" || act === "complete";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sending.mutate();
  };

  return (
    <form className={styles["form"]} onSubmit={submit} aria-label={t(say(`act.${act}`))}>
      <DraftNote restored={draft.restored} onDiscard={() => draft.clear(empty)} />
      <Textarea
        label={t(say(`text.${act}` as "text.comment"))}
        value={text}
        onChange={(event) => change({ text: event.currentTarget.value })}
        autosize
        minRows={3}
        maxRows={12}
        required={act !== "confirm"}
        ref={first}
        error={fields["text"] ?? fields["reason"]}
      />
      {act === "progress" && (
        <NumberInput
          label={t(say("percent"))}
          value={percent ?? ""}
          onChange={(value) => change({ percent: value === "" ? null : Number(value) })}
          min={0}
          max={100}
          allowDecimal={false}
          suffix="%"
          error={fields["percent"]}
        />
      )}
      {(act === "rollOver" || act === "answer") && (
        <DateInput
          label={t(say(act === "answer" ? "proposedDay" : "newDay"))}
          value={day}
          onChange={(next) => change({ day: next })}
          required={act === "rollOver"}
          error={fields["lastDay"]}
        />
      )}
      {takesFiles && <FilesInput files={files} onChange={setFiles} error={fields["files"]} />}
      <ErrorNote error={sending.error} />
      {sending.isPending && files.length > 0 && (
        <p className={styles["count"]} role="status">
          {t(say("sending"))}
        </p>
      )}
      <div className={styles["acts"]}>
        <Button
          type="submit"
          loading={sending.isPending}
          disabled={(act !== "confirm" && text.trim() === "") || (act === "rollOver" && !day)}
        >
          {t(say(`send.${act}` as "send.comment"))}
        </Button>
        <Button variant="default" onClick={onCancel} disabled={sending.isPending}>
          {t(say("cancel"))}
        </Button>
      </div>
    </form>
  );
}

const kinds = [".jpg", ".jpeg", ".png", ".webp", ".heic", ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".txt", ".md"];

function FilesInput({ files, onChange, error }: { files: File[]; onChange(files: File[]): void; error?: string | undefined }) {
  const t = useText();
  return (
    <div role="group" aria-label={t(say("files"))}>
      <div>{t(say("files"))}</div>
      <FileDrop
        kinds={kinds}
        multiple
        hint={t(say("filesHint"))}
        disabled={files.length >= 5}
        onFiles={(added) => onChange([...files, ...added].slice(0, 5))}
      />
      <ul className={styles["files"]}>
        {files.map((file, index) => (
          <li key={`${file.name}:${file.size}`}>
            <span>{file.name}</span>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t(say("removeFile", { name: file.name }))}
              onClick={() => onChange(files.filter((_, at) => at !== index))}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      {error && <div role="alert">{error}</div>}
    </div>
  );
}

/** The act's call; the item's version says what the person saw. */
function send(work: WorkDetail, act: WorkAct, { text, percent, day, files }: Written & { files: File[] }): Promise<WorkDetail> {
  const at = { id: work.id, version: work.version };
  const withFiles = files.length > 0 ? { files } : {};
  switch (act) {
    case "accept":
      return api.work.accept(at);
    case "see":
      return api.work.see(at);
    case "agree":
      return api.work.agree(at);
    case "answer":
      return api.work.answer({ ...at, text, lastDay: day });
    case "decline":
      return api.work.decline({ ...at, reason: text });
    case "insist":
      return api.work.insist({ ...at, text });
    case "progress":
      return api.work.progress({ ...at, text, ...(percent === null ? {} : { percent }), ...withFiles });
    case "complete":
      return api.work.complete({ ...at, text, ...withFiles });
    case "confirm":
      return api.work.confirm({ ...at, text });
    case "return":
      return api.work.return({ ...at, reason: text });
    case "rollOver":
      return api.work.rollOver({ ...at, reason: text, lastDay: day ?? "" });
    case "withdraw":
      return api.work.withdraw({ ...at, reason: text });
    case "comment":
      return api.work.comment({ id: work.id, text });
  }
}
