import { Button, Select, Textarea, TextInput } from "@mantine/core";
import type { DecisionDetail } from "../../../src/modules/exemplars/recognition/contract.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { conflictOf } from "../../ui/conflict-dialog.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { useServerForm } from "../../ui/form.ts";
import { say } from "./messages.ts";
import own from "./recognition.module.css";
import { linesOf } from "./words.ts";

type Props = {
  decision: DecisionDetail;
  onDone(decision: DecisionDetail): void;
  onCurrent(decision: DecisionDetail): void;
  onCancel(): void;
};

const forms = ["front", "party", "state"] as const;
type Form = (typeof forms)[number];

/** Letterhead, bases, articles, recipients: everything of the decision but its list. */
export function HeaderForm({ decision, onDone, onCurrent, onCancel }: Props) {
  const t = useText();
  const { header } = decision;
  const { signature } = header;
  const form = useServerForm({
    initialValues: {
      form: header.form as string,
      superior: header.superior.join("\n"),
      issuer: header.issuer.join("\n"),
      called: header.called,
      symbol: header.issuerSymbol,
      subject: header.subject,
      place: header.place,
      bases: header.bases.join("\n"),
      articles: header.articles.join("\n"),
      recipients: header.recipients.join("\n"),
      archive: header.archive,
      collective: signature.collective ?? "",
      deputyFor: signature.deputyFor ?? "",
      post: signature.title,
    },
  });
  const save = form.submit(async (values) => {
    try {
      const changed = await api.exemplars.recognition.decisions.edit({
        id: decision.id,
        version: decision.version,
        header: {
          form: forms.find((each): each is Form => each === values.form) ?? header.form,
          superior: linesOf(values.superior),
          issuer: linesOf(values.issuer),
          called: values.called,
          issuerSymbol: values.symbol,
          subject: values.subject,
          place: values.place,
          bases: linesOf(values.bases),
          articles: linesOf(values.articles),
          recipients: linesOf(values.recipients),
          archive: values.archive,
          signature: { ...signature, collective: values.collective || null, deputyFor: values.deputyFor || null, title: values.post },
        },
      });
      onDone(changed);
    } catch (error) {
      const conflict = conflictOf<DecisionDetail>(error);
      // What is there now is shown below the message; what was typed stays in the form and is sent at the next try.
      if (conflict) onCurrent(conflict.current);
      throw error;
    }
  });
  const lines = { autosize: true, minRows: 2 } as const;
  return (
    <form className={own["form"]} onSubmit={save}>
      <TextInput label={t(say("subject"))} required {...form.getInputProps("subject")} />
      <Textarea label={t(say("basesLabel"))} {...lines} {...form.getInputProps("bases")} />
      <Textarea label={t(say("articlesLabel"))} description={t(say("articlesHint"))} {...lines} {...form.getInputProps("articles")} />
      <Textarea label={t(say("recipients"))} {...lines} {...form.getInputProps("recipients")} />
      <div className={own["pair"]}>
        <Select
          label={t(say("form"))}
          allowDeselect={false}
          data={forms.map((value) => ({ value, label: t(say(`form.${value}`)) }))}
          {...form.getInputProps("form")}
        />
        <TextInput label={t(say("symbol"))} required {...form.getInputProps("symbol")} />
        <TextInput label={t(say("place"))} required {...form.getInputProps("place")} />
        <TextInput label={t(say("archive"))} required {...form.getInputProps("archive")} />
      </div>
      <TextInput label={t(say("called"))} required {...form.getInputProps("called")} />
      <div className={own["pair"]}>
        <Textarea label={t(say("superior"))} {...lines} {...form.getInputProps("superior")} />
        <Textarea label={t(say("issuer"))} required {...lines} {...form.getInputProps("issuer")} />
      </div>
      <div className={own["pair"]}>
        <TextInput label={t(say("collective"))} {...form.getInputProps("collective")} />
        <TextInput label={t(say("deputyFor"))} {...form.getInputProps("deputyFor")} />
        <TextInput label={t(say("post"))} required {...form.getInputProps("post")} />
      </div>
      <ErrorNote error={form.error} />
      <div className={own["buttons"]}>
        <Button type="submit" loading={form.busy}>
          {t(say("save"))}
        </Button>
        <Button variant="default" disabled={form.busy} onClick={onCancel}>
          {t(say("cancel"))}
        </Button>
      </div>
    </form>
  );
}
