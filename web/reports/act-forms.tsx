import { Radio, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { CorrectionKind, Report } from "../../src/modules/reports/contract.ts";
import { asApiError } from "../shell/api-error.ts";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { ActForm } from "../ui/act-form.tsx";
import { Busy } from "../ui/busy.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { FileDrop } from "../ui/file-drop.tsx";
import { say } from "./messages.ts";
import styles from "./reports.module.css";

type Props = { report: Report; onDone(report: Report): void; onCancel(): void };

export function ReopenForm({ report: { id, version, can }, onDone, onCancel }: Props) {
  const t = useText();
  const [reason, setReason] = useState("");
  const act = useMutation({ mutationFn: () => api.reports.reopen({ id, version, reason }), onSuccess: onDone });
  return (
    <ActForm
      error={act.error}
      busy={act.isPending}
      missing={[can.sign && reason.trim() === "" && t(say("reopenReason"))]}
      confirm={t(say(can.sign ? "returnIt" : "reopen"))}
      onSubmit={() => act.mutate()}
      onCancel={onCancel}
    >
      <Textarea
        label={t(say("reopenReason"))}
        required={can.sign}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActForm>
  );
}

const paperKinds = [".pdf", ".jpg", ".jpeg", ".png"];

function ChosenFile({ file, onFile }: { file: File | null; onFile(file: File): void }) {
  const t = useText();
  return (
    <div role="group" aria-label={t(say("scanFile"))}>
      <div className={styles["fieldLabel"]}>{t(say("scanFile"))}</div>
      {file && <p>{file.name}</p>}
      <FileDrop kinds={paperKinds} onFiles={([first]) => first && onFile(first)} />
    </div>
  );
}

export function PaperForm({ report: { id, version, header }, onDone, onCancel }: Props) {
  const t = useText();
  const [file, setFile] = useState<File | null>(null);
  const [signer, setSigner] = useState(header.signature.name ?? "");
  const act = useMutation({
    mutationFn: (chosen: File) => api.reports.signOnPaper({ id, version, file: chosen, signer: signer.trim() }),
    onSuccess: onDone,
  });
  return (
    <ActForm
      error={act.error}
      busy={act.isPending}
      missing={[signer.trim() === "" && t(say("signer")), file === null && t(say("scanFile"))]}
      confirm={t(say("sign"))}
      onSubmit={() => file && act.mutate(file)}
      onCancel={onCancel}
    >
      <p className={styles["quiet"]}>{t(say("signPaperText"))}</p>
      <TextInput label={t(say("signer"))} required value={signer} onChange={(event) => setSigner(event.currentTarget.value)} />
      <ChosenFile file={file} onFile={setFile} />
    </ActForm>
  );
}

export function ScanForm({ report: { id, version }, onDone, onCancel }: Props) {
  const t = useText();
  const [file, setFile] = useState<File | null>(null);
  const act = useMutation({ mutationFn: (chosen: File) => api.reports.attachScan({ id, version, file: chosen }), onSuccess: onDone });
  return (
    <ActForm
      error={act.error}
      busy={act.isPending}
      missing={[file === null && t(say("scanFile"))]}
      confirm={t(say("attachScan"))}
      onSubmit={() => file && act.mutate(file)}
      onCancel={onCancel}
    >
      <ChosenFile file={file} onFile={setFile} />
    </ActForm>
  );
}

export function NumberForm(props: Props) {
  const next = useQuery({ ...orpc.reports.nextNumber.queryOptions({ input: { id: props.report.id } }), staleTime: 0 });
  if (next.isPending) return <Busy />;
  if (next.error) return <ErrorNote error={next.error} onRetry={() => void next.refetch()} />;
  return <NumberFields {...props} suggested={next.data} />;
}

type Suggested = { series: string; number: string; date: string; symbol: string };

function NumberFields({ report: { id, version }, onDone, onCancel, suggested }: Props & { suggested: Suggested }) {
  const t = useText();
  const [number, setNumber] = useState(suggested.number);
  const [series, setSeries] = useState(suggested.series);
  const [date, setDate] = useState<string | null>(suggested.date);
  const act = useMutation({
    mutationFn: (day: string) => api.reports.number({ id, version, number: number.trim(), series: series.trim(), date: day }),
    onSuccess: onDone,
  });
  const fields = asApiError(act.error)?.fields ?? {};
  const symbol = suggested.symbol.replace(suggested.number, number.trim());
  return (
    <ActForm
      error={act.error}
      busy={act.isPending}
      missing={[
        number.trim() === "" && t(say("numberValue")),
        date === null && t(say("numberDate")),
        series.trim() === "" && t(say("numberSeries")),
      ]}
      confirm={t(say("numberSave"))}
      onSubmit={() => date && act.mutate(date)}
      onCancel={onCancel}
    >
      <p className={styles["quiet"]}>{t(say("numberText"))}</p>
      <TextInput
        label={t(say("numberValue"))}
        description={t(say("numberWill", { symbol }))}
        required
        value={number}
        error={fields["number"]}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <DateInput label={t(say("numberDate"))} required value={date} error={fields["date"]} onChange={setDate} />
      <TextInput
        label={t(say("numberSeries"))}
        required
        value={series}
        error={fields["series"]}
        onChange={(event) => setSeries(event.currentTarget.value)}
      />
    </ActForm>
  );
}

export function SendForm({ report: { id, version }, onDone, onCancel }: Props) {
  const t = useText();
  const [to, setTo] = useState("");
  const act = useMutation({ mutationFn: () => api.reports.send({ id, version, to }), onSuccess: onDone });
  return (
    <ActForm error={act.error} busy={act.isPending} confirm={t(say("sendConfirm"))} onSubmit={() => act.mutate()} onCancel={onCancel}>
      <Textarea
        label={t(say("sendTo"))}
        description={t(say("sendHint"))}
        autosize
        minRows={2}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
    </ActForm>
  );
}

const corrections: CorrectionKind[] = ["correction", "replacement"];

export function CorrectForm({ report: { id }, onCancel }: Props) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [kind, setKind] = useState<CorrectionKind>("correction");
  const [reason, setReason] = useState("");
  const act = useMutation({
    mutationFn: () => api.reports.correct({ id, kind, reason }),
    onSuccess: async (begun) => {
      await client.invalidateQueries({ queryKey: orpc.reports.key() });
      await navigate({ to: "/reports/$reportId", params: { reportId: begun.id } });
    },
  });
  return (
    <ActForm
      error={act.error}
      busy={act.isPending}
      missing={[reason.trim() === "" && t(say("correctReason"))]}
      confirm={t(say("correctBegin"))}
      onSubmit={() => act.mutate()}
      onCancel={onCancel}
    >
      <p className={styles["quiet"]}>{t(say("correctText"))}</p>
      <Radio.Group label={t(say("correctKind"))} value={kind} onChange={(value) => setKind(value as CorrectionKind)}>
        <div className={styles["acts"]}>
          {corrections.map((value) => (
            <Radio key={value} value={value} label={t(say(`correct.${value}`))} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t(say("correctReason"))}
        required
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActForm>
  );
}

/** The report's outline and standing sentences, kept for the unit's next ones. */
export function TemplateForm({ report: { id, unit, header }, onDone, onCancel }: { report: Report; onDone(): void; onCancel(): void }) {
  const t = useText();
  const client = useQueryClient();
  const [title, setTitle] = useState(header.subject);
  const act = useMutation({
    mutationFn: () => api.reports.templates.create({ unitId: unit.id, fromReport: id, title: title.trim() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: orpc.reports.starts.key() });
      onDone();
    },
  });
  return (
    <ActForm
      error={act.error}
      busy={act.isPending}
      missing={[title.trim() === "" && t(say("templateTitle"))]}
      confirm={t(say("templateSave"))}
      onSubmit={() => act.mutate()}
      onCancel={onCancel}
    >
      <p className={styles["quiet"]}>{t(say("templateText"))}</p>
      <TextInput label={t(say("templateTitle"))} required value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
    </ActForm>
  );
}
