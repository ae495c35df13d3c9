import { NumberInput, Select, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import { useText } from "../../shell/language.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { today } from "../../ui/dates.ts";
import { say } from "./messages.ts";
import { readDays, showDays } from "./rule.ts";
import type { Rule } from "./types.ts";
import styles from "./forms.module.css";

const fresh: Record<Rule["kind"], () => Rule> = {
  "after-end": () => ({ kind: "after-end", days: 5, working: false }),
  "day-of-year": () => ({ kind: "day-of-year", at: [{ day: 15, month: null }], before: false }),
  date: () => ({ kind: "date", date: today(), before: false }),
};

/** When something is due, as data: so many days after the period, fixed days, or one day. */
export function RuleInput({ label, value, onChange }: { label: string; value: Rule; onChange(rule: Rule): void }) {
  const t = useText();
  return (
    <fieldset className={styles["rule"]}>
      <legend>{label}</legend>
      <Select
        aria-label={label}
        allowDeselect={false}
        data={[
          { value: "after-end", label: t(say("ruleAfterEnd")) },
          { value: "day-of-year", label: t(say("ruleDays")) },
          { value: "date", label: t(say("ruleDate")) },
        ]}
        value={value.kind}
        onChange={(kind) => kind && kind !== value.kind && onChange(fresh[kind as Rule["kind"]]())}
      />
      {value.kind === "after-end" && (
        <>
          <NumberInput
            label={t(say("ruleDaysAfter"))}
            min={-60}
            max={200}
            allowDecimal={false}
            value={value.days}
            onChange={(days) => onChange({ ...value, days: Number(days) || 0 })}
          />
          <Switch
            label={t(say("ruleWorking"))}
            checked={value.working ?? false}
            onChange={(event) => onChange({ ...value, working: event.currentTarget.checked })}
          />
        </>
      )}
      {value.kind === "day-of-year" && <DaysInput value={value} onChange={onChange} />}
      {value.kind === "date" && (
        <DateInput label={t(say("ruleDay"))} value={value.date} onChange={(date) => date && onChange({ ...value, date })} />
      )}
      {value.kind !== "after-end" && (
        <Switch
          label={t(say("ruleBefore"))}
          description={t(say("ruleBeforeNote"))}
          checked={value.before}
          onChange={(event) => onChange({ ...value, before: event.currentTarget.checked })}
        />
      )}
    </fieldset>
  );
}

function DaysInput({ value, onChange }: { value: Extract<Rule, { kind: "day-of-year" }>; onChange(rule: Rule): void }) {
  const t = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && readDays(typed) === null;
  return (
    <TextInput
      label={t(say("ruleDaysList"))}
      placeholder="15/6, 15/12"
      error={wrong ? t(say("ruleDaysWrong")) : undefined}
      value={typed ?? showDays(value.at)}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const at = readDays(event.currentTarget.value);
        if (at) onChange({ ...value, at });
      }}
      onBlur={() => !wrong && setTyped(null)}
    />
  );
}
