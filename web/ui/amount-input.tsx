import { TextInput } from "@mantine/core";
import type { Text } from "../../src/kernel/language.ts";
import { grouped } from "../../src/kernel/decimals.ts";
import { readAmount } from "../../src/kernel/numbers.ts";
import { useText } from "../shell/language.tsx";
import { say } from "./messages.ts";
import styles from "./ui.module.css";

type Props = {
  label: string;
  /** As typed; kept so, that "hơn 100" stays what the person wrote. */
  value: string;
  onChange(typed: string): void;
  /** "120 lượt người": the number in its unit. */
  inUnit(number: string): Text;
  error?: string | undefined;
};

/** A number as people say it. While they type, the line below says how it was understood. */
export function AmountInput({ label, value, onChange, inUnit, error }: Props) {
  const t = useText();
  const amount = readAmount(value);
  const empty = value.trim() === "";
  const said = amount?.said ?? null;
  const line = (): Text => {
    if (empty) return say("amountHint");
    if (amount === null) return say("notUnderstood");
    const text = t(inUnit(grouped(amount.value)));
    return said === null ? say("understood", { text }) : say("understoodRough", { said, text });
  };
  return (
    <TextInput
      label={label}
      value={value}
      error={error}
      size="md"
      autoComplete="off"
      inputWrapperOrder={["label", "input", "description", "error"]}
      description={
        <span
          className={styles["understood"]}
          aria-live="polite"
          data-wrong={(!empty && amount === null) || undefined}
          data-rough={said !== null || undefined}
        >
          {t(line())}
        </span>
      }
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
