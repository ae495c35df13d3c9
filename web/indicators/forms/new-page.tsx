import { Button, Select, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import type { PeriodKind } from "../../../src/kernel/time/index.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { useServerForm } from "../../ui/form.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { say as sayAll } from "../messages.ts";
import { periodKinds, periodKindText } from "../words.ts";
import { say } from "./messages.ts";
import styles from "../indicators.module.css";

/** Name and rhythm; everything else is written on the form's own page. */
export function NewFormPage() {
  const t = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const form = useServerForm<{ title: string; kind: PeriodKind; calendar: "civil" | "cut-off-15"; from: string | null; to: string | null }>(
    {
      initialValues: { title: "", kind: "quarter", calendar: "civil", from: null, to: null },
    },
  );
  const { kind, calendar, from, to } = form.values;
  return (
    <>
      <PageHeader title={t(sayAll("newForm"))} note={t(say("newNote"))} back={{ to: "/forms", text: t(sayAll("forms")) }} />
      <form
        className={styles["inlineForm"]}
        onSubmit={form.submit(async ({ title }) => {
          const once = kind === "ad-hoc";
          const made = await api.indicators.forms.create({
            title,
            periods: { kind, calendar, from: once ? from : null, to: once ? to : null },
          });
          await client.invalidateQueries({ queryKey: orpc.indicators.forms.key() });
          await navigate({ to: "/forms/$formId/edit", params: { formId: made.id } });
        })}
      >
        <TextInput label={t(say("title"))} placeholder={t(say("titleHint"))} required {...form.getInputProps("title")} />
        <Select
          label={t(say("periodKind"))}
          description={t(say("periodFixed"))}
          data={periodKinds.map((each) => ({ value: each, label: t(periodKindText[each]) }))}
          allowDeselect={false}
          {...form.getInputProps("kind")}
        />
        {kind !== "ad-hoc" && kind !== "week" && (
          <Select
            label={t(say("calendar"))}
            data={[
              { value: "civil", label: t(sayAll("calendarCivil")) },
              { value: "cut-off-15", label: t(sayAll("calendarCutOff")) },
            ]}
            allowDeselect={false}
            value={calendar}
            onChange={(value) => form.setFieldValue("calendar", value === "cut-off-15" ? "cut-off-15" : "civil")}
          />
        )}
        {kind === "ad-hoc" && (
          <>
            <DateInput label={t(say("firstDay"))} required value={from} onChange={(day) => form.setFieldValue("from", day)} />
            <DateInput label={t(say("lastDay"))} required value={to} onChange={(day) => form.setFieldValue("to", day)} />
          </>
        )}
        <ErrorNote error={form.error} />
        <div className={styles["buttons"]}>
          <Button type="submit" loading={form.busy}>
            {t(say("makeDraft"))}
          </Button>
        </div>
      </form>
    </>
  );
}
