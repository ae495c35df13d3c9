import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { asApiError } from "../../shell/api-error.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { showDate, today } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { Section } from "../../ui/section.tsx";
import { say } from "./messages.ts";
import type { SubmissionJson } from "./rows.ts";
import styles from "./entry.module.css";

/** The signed, numbered document beside the figures: there, or to be attached. */
export function DocumentSection({ submission }: { submission: SubmissionJson }) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const { document } = submission;
  const may = submission.can.includes("attachDocument");
  if (!document && !may) return null;
  return (
    <Section
      title={t(say("documentTitle"))}
      note={submission.round.countsOnTime === "document" ? t(say("documentCounts")) : t(say("figuresCount"))}
      actions={
        may &&
        !opened && (
          <Button variant="default" onClick={() => setOpened(true)}>
            {t(say(document ? "documentReplace" : "documentAttach"))}
          </Button>
        )
      }
    >
      {document && (
        <p className={styles["plainText"]}>
          <a href={`/files/indicators/submissions/${submission.id}/document`}>
            {t(say("documentIs", { number: document.number, date: showDate(document.date) }))}
          </a>
          <span className={styles["quiet"]}> {document.fileName}</span>
        </p>
      )}
      {opened && <DocumentForm submission={submission} onDone={() => setOpened(false)} />}
    </Section>
  );
}

function DocumentForm({ submission, onDone }: { submission: SubmissionJson; onDone(): void }) {
  const t = useText();
  const client = useQueryClient();
  const [number, setNumber] = useState("");
  const [date, setDate] = useState<string | null>(today());
  const [file, setFile] = useState<File | null>(null);
  const attach = useMutation(
    orpc.indicators.submissions.attachDocument.mutationOptions({
      onSuccess: async () => {
        onDone();
        await client.invalidateQueries({ queryKey: orpc.indicators.key() });
      },
    }),
  );
  const fields = attach.error ? asApiError(attach.error).fields : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file && date) attach.mutate({ id: submission.id, version: submission.version, number, date, file });
  };
  return (
    <form className={styles["documentForm"]} onSubmit={submit}>
      <div className={styles["pair"]}>
        <TextInput
          label={t(say("documentNumber"))}
          placeholder="45/BC-MTTQ-BTT"
          required
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          error={fields["number"]}
        />
        <DateInput label={t(say("documentDate"))} required value={date} onChange={setDate} error={fields["date"]} />
      </div>
      <div role="group" aria-label={t(say("documentFile"))}>
        <FileDrop
          kinds={[".pdf", ".docx", ".doc", ".jpg", ".jpeg", ".png"]}
          hint={file ? file.name : t(say("documentFileHint"))}
          onFiles={([one]) => setFile(one ?? null)}
        />
      </div>
      <ErrorNote error={attach.error} />
      <div className={styles["inlineButtons"]}>
        <ActButton
          type="submit"
          loading={attach.isPending}
          missing={[number.trim() === "" && t(say("documentNumber")), !date && t(say("documentDate")), !file && t(say("documentFile"))]}
        >
          {t(say("documentAttach"))}
        </ActButton>
        <Button variant="default" onClick={onDone}>
          {t(say("cancel"))}
        </Button>
      </div>
    </form>
  );
}
