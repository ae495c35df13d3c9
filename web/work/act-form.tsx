import { Button, NumberInput, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState, type FormEvent } from "react";
import type { WorkAct, WorkDetail } from "../../src/modules/work/contract.ts";
import { asApiError } from "../shell/api-error.ts";
import { useText } from "../shell/language.tsx";
import { ActButton } from "../ui/act-button.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { useDraft } from "../ui/draft.ts";
import { DraftNote } from "../ui/draft-note.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { FileDrop } from "../ui/file-drop.tsx";
import { say } from "./messages.ts";
import { nothingWritten, send, type Written } from "./send-act.ts";
import styles from "./work.module.css";

type FormProps = { work: WorkDetail; act: WorkAct; onCancel(): void; onSent(work: WorkDetail): void; onCurrent(work: WorkDetail): void };

/** The words (and files, or the day) that an act needs; a draft survives reloads, what was written survives a refusal. */
export function ActForm({ work, act, onCancel, onSent, onCurrent }: FormProps) {
  const t = useText();
  const draft = useDraft<Written>(`work:${work.id}:${act}`, nothingWritten);
  const [files, setFiles] = useState<File[]>([]);
  // The form took the place of the button that was pressed: the cursor goes into it.
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const { text, percent, day } = draft.value;
  const change = (next: Partial<Written>) => draft.setValue((before) => ({ ...before, ...next }));
  const sending = useMutation({
    mutationFn: () => send(work, act, { text, percent, day, files }),
    onSuccess: (changed) => {
      draft.clear(nothingWritten);
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
  const asked = { text: t(say(`text.${act}` as "text.comment")), day: t(say(act === "answer" ? "proposedDay" : "newDay")) };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sending.mutate();
  };

  return (
    <form className={styles["form"]} onSubmit={submit} aria-label={t(say(`act.${act}`))}>
      <DraftNote restored={draft.restored} onDiscard={() => draft.clear(nothingWritten)} />
      <Textarea
        label={asked.text}
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
          label={asked.day}
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
        <ActButton
          type="submit"
          loading={sending.isPending}
          missing={[act !== "confirm" && text.trim() === "" && asked.text, act === "rollOver" && day === null && asked.day]}
        >
          {t(say(`send.${act}` as "send.comment"))}
        </ActButton>
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
