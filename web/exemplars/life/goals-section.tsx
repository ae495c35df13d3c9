import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { grouped } from "../../../src/kernel/decimals.ts";
import { amountText } from "../../../src/kernel/numbers.ts";
import type { ExemplarDetail } from "../../../src/modules/exemplars/contract.ts";
import type { GoalOut, Life, Reading } from "../../../src/modules/exemplars/life/contract.ts";
import { asApiError } from "../../shell/api-error.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { AmountInput } from "../../ui/amount-input.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { showDate, today } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Section } from "../../ui/section.tsx";
import { shareOf } from "../words.ts";
import { GoalChart } from "./goal-chart.tsx";
import styles from "./life.module.css";
import { say } from "./messages.ts";
import { SaidForm } from "./said-form.tsx";
import { Sheet } from "./sheet.tsx";

type Props = { life: Life; exemplar: ExemplarDetail; onDone(life: Life): void };

/** Each goal with its way from the baseline to where it is to get, and the figures that were written. */
export function GoalsSection({ life, exemplar, onDone }: Props) {
  const t = useText();
  return (
    <div id="goals">
      <Section title={t(say("goals"))}>
        {life.goals.length === 0 && <p className={styles["quiet"]}>{t(say("noGoals"))}</p>}
        <div className={styles["goalGrid"]}>
          {life.goals.map((goal) => (
            <Goal key={goal.id} goal={goal} life={life} from={exemplar.startedOn ?? exemplar.registeredOn} onDone={onDone} />
          ))}
        </div>
      </Section>
    </div>
  );
}

type GoalProps = { goal: GoalOut; life: Life; from: string | null; onDone(life: Life): void };

function Goal({ goal, life, from, onDone }: GoalProps) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const [correcting, setCorrecting] = useState<Reading | null>(null);
  const last = goal.readings.at(-1);
  const share = shareOf({ ...goal, reached: last ?? null });
  const done = (after: Life) => {
    setAdding(false);
    setCorrecting(null);
    onDone(after);
  };
  return (
    <article className={styles["goal"]}>
      <h3>{goal.name}</h3>
      <p className={styles["quiet"]}>
        {t(say("baseline"))} {goal.baseline === null ? "–" : grouped(goal.baseline)} → {t(say("goal"))} {grouped(goal.goal)} {goal.unit}
      </p>
      {last && (
        <p>
          {t(say("reading"))} <strong>{amountText(last)}</strong> {goal.unit} ({showDate(last.onDate)})
          {share !== null && last.said === null && <span className={styles["quiet"]}>; {t(say("share", { percent: share }))}</span>}
        </p>
      )}
      {goal.readings.length > 0 && <GoalChart goal={goal} from={from} />}
      {(goal.readings.length > 0 || goal.takenOut.length > 0) && (
        <details className={styles["more"]}>
          <summary>{t(say("readings", { count: goal.readings.length }))}</summary>
          <ul className={styles["plain"]}>
            {goal.readings.toReversed().map((reading) => (
              <li key={reading.id}>
                {showDate(reading.onDate)}: <strong>{amountText(reading)}</strong> {goal.unit}
                {reading.note && <span className={styles["quiet"]}> ({reading.note})</span>}
                {reading.before.map(({ value, said, reason }) => (
                  <div key={`${value} ${reason}`} className={styles["quiet"]}>
                    {t(say("was", { value: amountText({ value, said }), reason }))}
                  </div>
                ))}
                {life.mayRead && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="gray.8"
                    aria-label={t(say("correctFor", { date: showDate(reading.onDate) }))}
                    onClick={() => setCorrecting(reading)}
                  >
                    {t(say("correct"))}
                  </Button>
                )}
              </li>
            ))}
            {goal.takenOut.map(({ onDate, value, said, reason }) => (
              <li key={`${onDate} ${value} ${reason}`} className={styles["quiet"]}>
                {t(say("takenOut", { date: showDate(onDate), value: amountText({ value, said }), reason }))}
              </li>
            ))}
          </ul>
        </details>
      )}
      {life.mayRead && (
        <Button variant="default" aria-label={t(say("addReadingFor", { goal: goal.name }))} onClick={() => setAdding(true)}>
          {t(say("addReading"))}
        </Button>
      )}
      {adding && (
        <Sheet title={t(say("addReadingFor", { goal: goal.name }))} onClose={() => setAdding(false)}>
          <ReadingForm id={life.id} goal={goal} onCancel={() => setAdding(false)} onDone={done} />
        </Sheet>
      )}
      {correcting && <CorrectSheet id={life.id} goal={goal} reading={correcting} onClose={() => setCorrecting(null)} onDone={done} />}
    </article>
  );
}

function ReadingForm({ id, goal, onCancel, onDone }: { id: string; goal: GoalOut; onCancel(): void; onDone(life: Life): void }) {
  const t = useText();
  const [value, setValue] = useState("");
  const [onDate, setOnDate] = useState<string | null>(today());
  const [note, setNote] = useState("");
  const save = useMutation({
    mutationFn: () => api.exemplars.life.addReading({ id, goalId: goal.id, onDate: onDate ?? "", value: value.trim(), note: note.trim() }),
    onSuccess: (life) => {
      onDone(life);
    },
  });
  const errors = save.error ? asApiError(save.error).fields : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className={styles["form"]} onSubmit={submit}>
      <AmountInput
        label={t(say("value"))}
        value={value}
        inUnit={(number) => say("inUnit", { number, unit: goal.unit })}
        error={errors["value"]}
        onChange={setValue}
      />
      <DateInput label={t(say("day"))} size="md" required value={onDate} error={errors["onDate"]} onChange={setOnDate} />
      <TextInput label={t(say("source"))} size="md" maxLength={300} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <ErrorNote error={save.error} />
      <div className={styles["bar"]}>
        <ActButton
          type="submit"
          size="md"
          loading={save.isPending}
          missing={[value.trim() === "" && t(say("value")), onDate === null && t(say("day"))]}
        >
          {t(say("save"))}
        </ActButton>
        <Button size="md" variant="default" disabled={save.isPending} onClick={onCancel}>
          {t(say("cancel"))}
        </Button>
      </div>
    </form>
  );
}

type CorrectProps = { id: string; goal: GoalOut; reading: Reading; onClose(): void; onDone(life: Life): void };

function CorrectSheet({ id, goal, reading, onClose, onDone }: CorrectProps) {
  const t = useText();
  const [value, setValue] = useState(amountText(reading));
  return (
    <Sheet title={t(say("correctFor", { date: showDate(reading.onDate) }))} onClose={onClose}>
      <SaidForm
        label={t(say("correctWhy"))}
        act={t(say("save"))}
        done={t(say("corrected"))}
        send={(reason) => api.exemplars.life.correctReading({ id, readingId: reading.id, value: value.trim() || null, reason })}
        onCancel={onClose}
        onDone={onDone}
      >
        <AmountInput
          label={t(say("correctValue"))}
          value={value}
          inUnit={(number) => say("inUnit", { number, unit: goal.unit })}
          onChange={setValue}
        />
      </SaidForm>
    </Sheet>
  );
}
