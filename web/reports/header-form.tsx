import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Report, ReportHeader } from "../../src/modules/reports/contract.ts";
import { api } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import { useServerForm } from "../ui/form.ts";
import { showDone } from "../ui/notices.ts";
import { say } from "./messages.ts";
import styles from "./reports.module.css";
import { useTakeReport } from "./use-report.ts";

const lines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
const orNull = (text: string): string | null => text.trim() || null;

const valuesOf = ({ header }: Report) => ({
  form: header.form as string,
  superior: header.superior.join("\n"),
  issuer: header.issuer.join("\n"),
  called: header.called,
  subject: header.subject,
  place: header.place,
  typeSymbol: header.typeSymbol ?? "",
  issuerSymbol: header.issuerSymbol,
  addressees: header.addressees.join("\n"),
  bases: header.bases.join("\n"),
  recipients: header.recipients.join("\n"),
  archive: header.archive,
  collective: header.signature.collective ?? "",
  deputyFor: header.signature.deputyFor ?? "",
  signTitle: header.signature.title,
  signName: header.signature.name ?? "",
  urgency: header.urgency as string | null,
});
type Values = ReturnType<typeof valuesOf>;

const headerOf = (before: ReportHeader, values: Values): ReportHeader => ({
  ...before,
  form: values.form as ReportHeader["form"],
  superior: lines(values.superior),
  issuer: lines(values.issuer),
  called: values.called,
  subject: values.subject,
  place: values.place,
  typeSymbol: orNull(values.typeSymbol),
  issuerSymbol: values.issuerSymbol,
  addressees: lines(values.addressees),
  bases: lines(values.bases),
  recipients: lines(values.recipients),
  archive: values.archive,
  urgency: values.urgency as ReportHeader["urgency"],
  signature: {
    ...before.signature,
    collective: orNull(values.collective),
    deputyFor: orNull(values.deputyFor),
    title: values.signTitle,
    name: orNull(values.signName),
  },
});

/** Everything around the text: issuer, subject, recipients, signer. Folded: it comes right from the template most of the time. */
export function HeaderForm({ report }: { report: Report }) {
  const t = useText();
  const take = useTakeReport(report.id);
  const [opened, setOpened] = useState(false);
  const form = useServerForm({ initialValues: valuesOf(report) });
  const save = async (values: Values) => {
    take(await api.reports.edit({ id: report.id, version: report.version, header: headerOf(report.header, values) }));
    showDone(t(say("headerSaved")));
  };
  const area = (name: "superior" | "issuer" | "addressees" | "bases" | "recipients") => (
    <Textarea label={t(say(name))} description={t(say("linesHint"))} autosize minRows={1} maxRows={8} {...form.getInputProps(name)} />
  );
  return (
    <details className={styles["card"]} open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>
        <h2>{t(say("header"))}</h2>
        <span className={styles["quiet"]}>{t(say("headerNote"))}</span>
      </summary>
      <form className={styles["acts"]} onSubmit={form.submit(save)}>
        <Select
          label={t(say("form"))}
          data={(["front", "party", "state"] as const).map((value) => ({ value, label: t(say(`form.${value}`)) }))}
          allowDeselect={false}
          {...form.getInputProps("form")}
        />
        {area("superior")}
        {area("issuer")}
        <TextInput label={t(say("called"))} {...form.getInputProps("called")} />
        <Textarea label={t(say("subject"))} autosize minRows={1} {...form.getInputProps("subject")} />
        <TextInput label={t(say("placeName"))} {...form.getInputProps("place")} />
        <TextInput label={t(say("typeSymbol"))} {...form.getInputProps("typeSymbol")} />
        <TextInput label={t(say("issuerSymbol"))} {...form.getInputProps("issuerSymbol")} />
        {area("addressees")}
        {area("bases")}
        {area("recipients")}
        <TextInput label={t(say("archive"))} {...form.getInputProps("archive")} />
        <TextInput label={t(say("collective"))} {...form.getInputProps("collective")} />
        <TextInput label={t(say("deputyFor"))} {...form.getInputProps("deputyFor")} />
        <TextInput label={t(say("signTitle"))} {...form.getInputProps("signTitle")} />
        <TextInput label={t(say("signName"))} {...form.getInputProps("signName")} />
        <Select
          label={t(say("urgency"))}
          placeholder={t(say("noUrgency"))}
          data={["KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"]}
          clearable
          {...form.getInputProps("urgency")}
        />
        <ErrorNote error={form.error} />
        <Button type="submit" variant="default" loading={form.busy}>
          {t(say("saveHeader"))}
        </Button>
      </form>
    </details>
  );
}
