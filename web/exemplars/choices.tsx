import { Button } from "@mantine/core";
import { useId, useRef, useState } from "react";
import type { Text } from "../../src/kernel/language.ts";
import { useText } from "../shell/language.tsx";
import styles from "./exemplars.module.css";
import { say } from "./messages.ts";

export type Choice<Value extends string> = { value: Value; name: Text; note?: Text | undefined };

type Props<Value extends string> = {
  label: string;
  choices: readonly Choice<Value>[];
  value: Value | null;
  onChange(value: Value): void;
  error?: string | undefined;
};

/** One question with a few large buttons, each with an example. Once answered it folds, so that the next question is in sight. */
export function Choices<Value extends string>({ label, choices, value, onChange, error }: Props<Value>) {
  const t = useText();
  const id = useId();
  const [choosing, setChoosing] = useState(value === null);
  const again = useRef<HTMLButtonElement>(null);
  const chosen = choices.find((each) => each.value === value);
  const choose = (next: Value) => {
    onChange(next);
    setChoosing(false);
    // The buttons go away with the choice: the cursor must not fall back to the top of the page.
    window.setTimeout(() => again.current?.focus({ preventScroll: true }), 0);
  };
  const folded = chosen !== undefined && !choosing;
  return (
    <div role="group" aria-labelledby={id} className={styles["question"]}>
      <span id={id} className={styles["fieldLabel"]}>
        {label}
      </span>
      {folded && (
        <div className={styles["chosen"]}>
          <span>{t(chosen.name)}</span>
          <Button ref={again} variant="default" aria-label={`${t(say("change"))}: ${label}`} onClick={() => setChoosing(true)}>
            {t(say("change"))}
          </Button>
        </div>
      )}
      {!folded && (
        <ul className={styles["choices"]}>
          {choices.map((choice) => (
            <li key={choice.value}>
              <button type="button" className={styles["choice"]} aria-pressed={choice.value === value} onClick={() => choose(choice.value)}>
                <strong>{t(choice.name)}</strong>
                {choice.note && <span>{t(choice.note)}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      {error && (
        <p className={styles["wrong"]} data-wrong>
          {error}
        </p>
      )}
    </div>
  );
}
