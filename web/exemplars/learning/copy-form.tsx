import { Button, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { grouped } from "../../../src/kernel/decimals.ts";
import type { ExemplarDetail } from "../../../src/modules/exemplars/contract.ts";
import { asApiError } from "../../shell/api-error.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { usePost } from "../../shell/session.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Section } from "../../ui/section.tsx";
import { UnitPicker, type PickedUnit } from "../../ui/unit-picker.tsx";
import { unitId } from "../written.ts";
import styles from "./learning.module.css";
import { say } from "./messages.ts";

/** Begins a copy: its name, what is adapted, own figures for the original's goals. The rest is written in the draft. */
export function CopyForm({ exemplar, onCancel }: { exemplar: ExemplarDetail; onCancel(): void }) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const unit = usePost()?.unit ?? null;
  const [name, setName] = useState(exemplar.name);
  const [adapted, setAdapted] = useState("");
  const [lead, setLead] = useState<PickedUnit[]>(unit ? [unit] : []);
  const [goals, setGoals] = useState<Record<string, string>>({});
  const wanted = exemplar.goals.filter(({ id }) => (goals[id] ?? "").trim() !== "");
  const copy = useMutation({
    mutationFn: () =>
      api.exemplars.learning.copy({
        id: exemplar.id,
        name: name.trim(),
        adapted: adapted.trim(),
        ...(lead[0] ? { leadId: unitId(lead[0]) } : {}),
        goals: wanted.map((goal) => ({ name: goal.name, unit: goal.unit, goal: goals[goal.id] ?? "" })),
      }),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: orpc.exemplars.list.key() });
      void navigate({ to: "/exemplars/$exemplarId", params: { exemplarId: id } });
    },
  });
  const fields = copy.error ? asApiError(copy.error).fields : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    copy.mutate();
  };
  return (
    <Section title={t(say("copyTitle"))} note={t(say("copyText"))}>
      <form className={styles["form"]} noValidate onSubmit={submit}>
        <TextInput
          label={t(say("copyName"))}
          required
          maxLength={300}
          value={name}
          error={fields["name"]}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea
          label={t(say("copyAdapted"))}
          required
          autosize
          minRows={3}
          maxLength={2000}
          value={adapted}
          error={fields["adapted"]}
          onChange={(event) => setAdapted(event.currentTarget.value)}
        />
        <UnitPicker label={t(say("copyLead"))} value={lead} onChange={setLead} error={fields["leadId"]} />
        {exemplar.goals.length > 0 && (
          <fieldset className={styles["form"]}>
            <legend>{t(say("copyGoals"))}</legend>
            <p className={styles["quiet"]}>{t(say("copyGoalsNote"))}</p>
            {exemplar.goals.map((goal) => (
              <TextInput
                key={goal.id}
                label={t(say("copyGoal", { name: goal.name, unit: goal.unit, goal: grouped(goal.goal) }))}
                inputMode="decimal"
                maxLength={40}
                value={goals[goal.id] ?? ""}
                error={fields[`goals.${wanted.indexOf(goal)}.goal`]}
                onChange={(event) => {
                  const typed = event.currentTarget.value;
                  setGoals((before) => ({ ...before, [goal.id]: typed }));
                }}
              />
            ))}
          </fieldset>
        )}
        <ErrorNote error={copy.error} />
        <div className={styles["buttons"]}>
          <ActButton
            type="submit"
            loading={copy.isPending}
            missing={[name.trim() === "" && t(say("copyName")), adapted.trim() === "" && t(say("copyAdapted"))]}
          >
            {t(say("copySave"))}
          </ActButton>
          <Button variant="default" disabled={copy.isPending} onClick={onCancel}>
            {t(say("cancel"))}
          </Button>
        </div>
      </form>
    </Section>
  );
}
