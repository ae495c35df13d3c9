import { Button, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import type { Learning } from "../../../src/modules/exemplars/learning/contract.ts";
import { asApiError } from "../../shell/api-error.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { usePost } from "../../shell/session.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { showDate, today } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import { UnitPicker, type PickedUnit } from "../../ui/unit-picker.tsx";
import { unitId } from "../written.ts";
import styles from "./learning.module.css";
import { say } from "./messages.ts";

type Props = { id: string; learning: Learning; onChanged(learning: Learning): void };

/** Which units came to learn, when, and what they took home. */
export function Studies({ id, learning: { studies, can }, onChanged }: Props) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  return (
    <Section title={t(say("studies"))}>
      {studies.length === 0 && <p className={styles["quiet"]}>{t(say("studiesNone"))}</p>}
      <ul className={styles["studies"]}>
        {studies.map((study) => (
          <li key={study.id}>
            <strong>{study.unit.name}</strong>
            <span>{showDate(study.onDate)}</span>
            {study.people !== null && <span>{t(say("people", { count: study.people }))}</span>}
            {study.mayRemove && (
              <ConfirmButton
                variant="default"
                size="xs"
                question={`${t(say("remove"))}: ${study.unit.name}`}
                consequence={t(say("removeText"))}
                confirm={t(say("remove"))}
                onConfirm={async () => onChanged(await api.exemplars.learning.removeStudy({ id, studyId: study.id }))}
              >
                {t(say("remove"))}
              </ConfirmButton>
            )}
            {study.tookHome && <p>{study.tookHome}</p>}
          </li>
        ))}
      </ul>
      {can.includes("study") && !adding && (
        <Button variant="default" onClick={() => setAdding(true)}>
          {t(say("addStudy"))}
        </Button>
      )}
      {adding && (
        <StudyForm
          id={id}
          onCancel={() => setAdding(false)}
          onDone={(learning) => {
            setAdding(false);
            onChanged(learning);
          }}
        />
      )}
    </Section>
  );
}

function StudyForm({ id, onDone, onCancel }: { id: string; onDone(learning: Learning): void; onCancel(): void }) {
  const t = useText();
  const own = usePost()?.unit ?? null;
  const [unit, setUnit] = useState<PickedUnit[]>(own ? [own] : []);
  const [onDate, setOnDate] = useState<string | null>(today());
  const [people, setPeople] = useState("");
  const [tookHome, setTookHome] = useState("");
  const add = useMutation({
    mutationFn: () =>
      api.exemplars.learning.study({
        id,
        ...(unit[0] ? { unitId: unitId(unit[0]) } : {}),
        onDate: onDate ?? "",
        people: people.trim() === "" ? null : Number(people),
        tookHome: tookHome.trim(),
      }),
    onSuccess: (learning) => {
      showDone(t(say("studySaved")));
      onDone(learning);
    },
  });
  const fields = add.error ? asApiError(add.error).fields : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form className={styles["form"]} noValidate onSubmit={submit}>
      <UnitPicker label={t(say("studyUnit"))} value={unit} onChange={setUnit} error={fields["unitId"]} />
      <div className={styles["pair"]}>
        <DateInput label={t(say("studyDay"))} value={onDate} onChange={setOnDate} error={fields["onDate"]} />
        <TextInput
          label={t(say("studyPeople"))}
          inputMode="numeric"
          maxLength={5}
          value={people}
          error={fields["people"]}
          onChange={(event) => setPeople(event.currentTarget.value.replace(/\D/g, ""))}
        />
      </div>
      <Textarea
        label={t(say("tookHome"))}
        autosize
        minRows={2}
        maxLength={2000}
        value={tookHome}
        onChange={(event) => setTookHome(event.currentTarget.value)}
      />
      <ErrorNote error={add.error} />
      <div className={styles["buttons"]}>
        <ActButton
          type="submit"
          loading={add.isPending}
          missing={[unit.length === 0 && t(say("studyUnit")), onDate === null && t(say("studyDay"))]}
        >
          {t(say("addStudy"))}
        </ActButton>
        <Button variant="default" disabled={add.isPending} onClick={onCancel}>
          {t(say("cancel"))}
        </Button>
      </div>
    </form>
  );
}
