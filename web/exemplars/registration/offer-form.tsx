import { Button, TextInput } from "@mantine/core";
import { useRef, useState, type FormEvent } from "react";
import type { Invited, OfferContent } from "../../../src/modules/exemplars/contract.ts";
import { kindNames } from "../../../src/modules/exemplars/messages.ts";
import { asApiError } from "../../shell/api-error.ts";
import { useText } from "../../shell/language.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Choices } from "../choices.tsx";
import styles from "../exemplars.module.css";
import { say as sayAll } from "../messages.ts";
import { ContentField, FieldField } from "../minute-fields.tsx";
import { showFirst } from "../show-first.ts";
import { contentOrder, kindExample } from "../words.ts";
import { nothingWritten, problemsOf, type Written } from "../written.ts";
import { say } from "./messages.ts";

type Props = {
  invited: Invited;
  written: Written;
  onChange(part: Partial<Written>): void;
  /** What the button says. */
  act: string;
  onSend(content: OfferContent): Promise<void>;
};

/** What was sent, ready to be changed. */
export const writtenOfOffer = (content: OfferContent): Written => ({
  ...nothingWritten(null),
  kind: content.kind,
  name: content.name,
  field: content.field ?? null,
  localField: content.localField ?? null,
  place: content.place ?? "",
  contents: content.contents,
});

/** The few questions of a link, on a phone, without a session. */
export function OfferForm({ invited, written, onChange, act, onSend }: Props) {
  const t = useText();
  const [problems, setProblems] = useState<ReturnType<typeof problemsOf>>({});
  const [failed, setFailed] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { asked, localFields, kinds } = invited;
  const round = { offered: [], meant: null, asked, localFields, pending: false, error: null, retry: () => undefined };
  const change = (part: Partial<Written>) => {
    onChange(part);
    setProblems({});
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { leadId: _, ...found } = problemsOf(written, asked);
    setProblems(found);
    setFailed(null);
    if (Object.keys(found).length > 0 || written.kind === null) {
      showFirst(form.current);
      return;
    }
    setBusy(true);
    try {
      await onSend({
        kind: written.kind,
        name: written.name.trim(),
        field: written.field,
        localField: written.localField,
        place: written.place.trim() || null,
        contents: Object.fromEntries(asked.flatMap((key) => (key === "field" ? [] : [[key, (written.contents[key] ?? "").trim()]]))),
      });
    } catch (thrown) {
      setFailed(thrown);
      showFirst(form.current);
    } finally {
      setBusy(false);
    }
  };
  const told = failed ? asApiError(failed).fields : {};
  const errors = { ...told, ...Object.fromEntries(Object.entries(problems).map(([path, text]) => [path, t(text)])) };
  const inputs = { written, round, onChange: change, errors };
  return (
    <form ref={form} className={styles["minute"]} noValidate onSubmit={(event) => void submit(event)}>
      <Choices
        label={t(sayAll("kind"))}
        choices={kinds.map((value) => ({ value, name: kindNames[value], note: kindExample(value) }))}
        value={written.kind}
        onChange={(kind) => change({ kind })}
        error={errors["kind"]}
      />
      <TextInput
        label={t(sayAll("name"))}
        description={t(sayAll("nameHint"))}
        size="md"
        value={written.name}
        maxLength={300}
        error={errors["name"]}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      {asked.includes("field") && <FieldField {...inputs} />}
      {contentOrder
        .filter((key) => asked.includes(key))
        .map((key) => (
          <ContentField key={key} content={key} {...inputs} />
        ))}
      {!asked.includes("area") && (
        <TextInput
          label={t(say("placeLabel"))}
          description={t(say("placeHint"))}
          size="md"
          maxLength={300}
          value={written.place}
          onChange={(event) => change({ place: event.currentTarget.value })}
        />
      )}
      <p className={styles["fieldHint"]}>{t(say("privacy"))}</p>
      <ErrorNote error={failed} />
      <div className={styles["saveBar"]}>
        <Button type="submit" size="md" loading={busy}>
          {act}
        </Button>
        <span className={styles["fieldHint"]}>{t(sayAll("keptHere"))}</span>
      </div>
    </form>
  );
}
