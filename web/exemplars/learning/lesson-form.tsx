import { Button, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { amountText } from "../../../src/kernel/numbers.ts";
import type { Learning, Lesson } from "../../../src/modules/exemplars/learning/contract.ts";
import { asApiError } from "../../shell/api-error.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { useDraft } from "../../ui/draft.ts";
import { DraftNote } from "../../ui/draft-note.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import { UnitPicker, type PickedUnit } from "../../ui/unit-picker.tsx";
import { unitId } from "../written.ts";
import styles from "./learning.module.css";
import { say } from "./messages.ts";

const texts = ["story", "steps", "helped", "hindered"] as const;
type Written = Record<(typeof texts)[number] | "cost" | "costNote" | "contact", string> & { unit: PickedUnit[] };

const writtenOf = (lesson: Lesson): Written => ({
  story: lesson.story,
  steps: lesson.steps,
  helped: lesson.helped,
  hindered: lesson.hindered,
  cost: lesson.cost ? amountText(lesson.cost) : "",
  costNote: lesson.costNote,
  contact: lesson.contact,
  unit: lesson.contactUnit ? [lesson.contactUnit] : [],
});

type Props = { id: string; lesson: Lesson; onDone(learning: Learning): void; onCancel(): void };

/** The lesson, kept on the device until it is saved. */
export function LessonForm({ id, lesson, onDone, onCancel }: Props) {
  const t = useText();
  const draft = useDraft<Written>(`exemplar:lesson:${id}`, writtenOf(lesson));
  const { value } = draft;
  const change = (part: Partial<Written>) => draft.setValue((before) => ({ ...before, ...part }));
  const save = useMutation({
    mutationFn: () => {
      const { unit, ...written } = value;
      return api.exemplars.learning.write({ id, version: lesson.version, ...written, contactUnitId: unit[0] ? unitId(unit[0]) : null });
    },
    onSuccess: (learning) => {
      draft.clear(writtenOf(learning.lesson));
      showDone(t(say("saved")));
      onDone(learning);
    },
  });
  const fields = save.error ? asApiError(save.error).fields : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const area = (key: (typeof texts)[number], description?: string) => (
    <Textarea
      key={key}
      label={t(say(key))}
      {...(description ? { description } : {})}
      autosize
      minRows={3}
      maxLength={6000}
      value={value[key]}
      error={fields[key]}
      onChange={(event) => change({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <Section title={t(say("lesson"))} note={t(say("lessonNote"))}>
      <form className={styles["form"]} noValidate onSubmit={submit}>
        <DraftNote restored={draft.restored} onDiscard={() => draft.clear(writtenOf(lesson))} />
        {area("story", t(say("storyHint")))}
        {area("steps", t(say("stepsHint")))}
        <div className={styles["pair"]}>
          <TextInput
            label={t(say("cost"))}
            placeholder={t(say("costHint"))}
            maxLength={60}
            value={value.cost}
            error={fields["cost"]}
            onChange={(event) => change({ cost: event.currentTarget.value })}
          />
          <TextInput
            label={t(say("costNote"))}
            maxLength={1000}
            value={value.costNote}
            onChange={(event) => change({ costNote: event.currentTarget.value })}
          />
        </div>
        {area("helped")}
        {area("hindered")}
        <UnitPicker
          label={t(say("contactUnit"))}
          value={value.unit}
          onChange={(unit) => change({ unit })}
          error={fields["contactUnitId"]}
        />
        <TextInput
          label={t(say("contact"))}
          description={t(say("contactHint"))}
          maxLength={500}
          value={value.contact}
          error={fields["contact"]}
          onChange={(event) => change({ contact: event.currentTarget.value })}
        />
        <ErrorNote error={save.error} />
        <div className={styles["buttons"]}>
          <Button type="submit" loading={save.isPending}>
            {t(say("save"))}
          </Button>
          <Button variant="default" disabled={save.isPending} onClick={onCancel}>
            {t(say("cancel"))}
          </Button>
        </div>
      </form>
    </Section>
  );
}
