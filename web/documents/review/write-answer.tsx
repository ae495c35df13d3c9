import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useText } from "../../shell/language.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { UnitPicker, type PickedUnit } from "../../ui/unit-picker.tsx";
import { bodiesEntries, dayDue, dueEntries, leadEntries } from "./answers.ts";
import { ask } from "./ask-messages.ts";
import { BodiesInput } from "./bodies-input.tsx";
import type { Answer } from "./question-options.ts";
import styles from "./question-panel.module.css";
import type { Question } from "./questions/index.ts";
import { useFormKeys } from "./use-form-keys.ts";

type Props = { question: Question; onAnswer(answer: Answer): void; onClose(): void };

/** An answer that is none of those offered: who, which unit, or which day. Escape closes it, Ctrl+Enter answers. */
export function WriteAnswer({ question, onAnswer, onClose }: Props) {
  const t = useText();
  const [bodies, setBodies] = useState<string[]>([]);
  const [units, setUnits] = useState<PickedUnit[]>([]);
  const [day, setDay] = useState<string | null>(null);
  const answer = answerOf();
  const save = () => answer && onAnswer(answer);
  const form = useFormKeys({ onClose, onSave: save });

  function answerOf(): Answer | null {
    const [unit] = units;
    switch (question.kind) {
      case "issuer":
        return unit ? { act: "issuer", unit: unit.id } : null;
      case "date":
      case "sameDate":
        return day ? { act: "settle", entries: dueEntries(question, dayDue(day)) } : null;
      case "lead":
        return bodies.length > 0 ? { act: "settle", entries: leadEntries(question, bodies) } : null;
      default:
        return bodies.length > 0 ? { act: "settle", entries: bodiesEntries(question, bodies) } : null;
    }
  }

  return (
    <form
      ref={form}
      className={styles["write"]}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {question.kind === "issuer" ? (
        <UnitPicker focused label={t(ask("issuer"))} value={units} onChange={setUnits} />
      ) : question.kind === "date" || question.kind === "sameDate" ? (
        <DateInput label={t(ask("writeDay"))} value={day} onChange={setDay} />
      ) : (
        <BodiesInput label={t(ask(question.kind === "lead" ? "writeLead" : "writeWho"))} value={bodies} onChange={setBodies} />
      )}
      <Group justify="flex-end" gap="xs">
        <Button size="xs" variant="default" onClick={onClose}>
          {t(ask("writeClose"))} <kbd className={styles["key"]}>Esc</kbd>
        </Button>
        <Button size="xs" type="submit" disabled={answer === null}>
          {t(ask("write"))} <kbd className={styles["key"]}>Ctrl Enter</kbd>
        </Button>
      </Group>
    </form>
  );
}
