import { Group, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Text } from "../../../src/kernel/language.ts";
import type {
  CitationValue,
  EventValue,
  HeaderValue,
  ReportingValue,
  TargetValue,
  TaskValue,
} from "../../../src/modules/documents/contract.ts";
import { useText } from "../../shell/language.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { readPartialDate, showPartialDate } from "../partial-date.ts";
import { BodiesInput } from "./bodies-input.tsx";
import { DueForm } from "./due-form.tsx";
import { say } from "./messages.ts";
import { comparatorText, fieldText, frequencyText } from "./names.ts";

/** `errors` by field of the value: what the server said about it. */
export type FormProps<Value> = { value: Value; onChange(value: Value): void; errors: Record<string, string> };

function useOptions() {
  const t = useText();
  return <K extends string>(texts: Record<K, Text>) => (Object.keys(texts) as K[]).map((value) => ({ value, label: t(texts[value]) }));
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text);

export function HeaderForm({ value, onChange, errors }: FormProps<HeaderValue>) {
  const t = useText();
  const label = t(fieldText[value.field]);
  return (
    <>
      {value.field === "date" ? (
        <PartialDateInput label={label} value={value.text} onChange={(text) => onChange({ ...value, text })} error={errors["text"]} />
      ) : (
        <Textarea
          label={label}
          autosize
          minRows={1}
          maxRows={14}
          description={value.field === "recipients" ? t(say("recipientsHint")) : undefined}
          value={value.text ?? ""}
          error={errors["text"]}
          onChange={(event) => onChange({ ...value, text: orNull(event.currentTarget.value) })}
        />
      )}
    </>
  );
}

function PartialDateInput({
  label,
  value,
  onChange,
  error,
}: {
  label: string;
  value: string | null;
  onChange(date: string | null): void;
  error?: string | undefined;
}) {
  const t = useText();
  const [typed, setTyped] = useState(showPartialDate(value));
  const wrong = typed.trim() !== "" && readPartialDate(typed) === null;
  return (
    <TextInput
      label={label}
      placeholder={t(say("dateHint"))}
      value={typed}
      error={error ?? (wrong ? t(say("dateWrong")) : undefined)}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(readPartialDate(event.currentTarget.value));
      }}
    />
  );
}

export function CitationForm({ value, onChange, errors }: FormProps<CitationValue>) {
  const t = useText();
  return (
    <>
      <Group grow align="flex-start">
        <TextInput
          label={t(say("docType"))}
          value={value.type}
          error={errors["type"]}
          onChange={(event) => onChange({ ...value, type: event.currentTarget.value })}
        />
        <TextInput
          label={t(say("number"))}
          value={value.number ?? ""}
          error={errors["number"]}
          onChange={(event) => onChange({ ...value, number: orNull(event.currentTarget.value) })}
        />
        <PartialDateInput
          label={t(say("date"))}
          value={value.date}
          error={errors["date"]}
          onChange={(date) => onChange({ ...value, date })}
        />
      </Group>
      <TextInput
        label={t(say("issuer"))}
        value={value.issuer ?? ""}
        error={errors["issuer"]}
        onChange={(event) => onChange({ ...value, issuer: orNull(event.currentTarget.value) })}
      />
      <Textarea
        label={t(say("titleOf"))}
        autosize
        minRows={1}
        value={value.title ?? ""}
        error={errors["title"]}
        onChange={(event) => onChange({ ...value, title: orNull(event.currentTarget.value) })}
      />
    </>
  );
}

export function TargetForm({ value, onChange, errors }: FormProps<TargetValue>) {
  const t = useText();
  const options = useOptions();
  const number = (text: string | number) => (text === "" ? null : Number(text));
  const amount = { thousandSeparator: ".", decimalSeparator: ",", hideControls: true } as const;
  return (
    <>
      <Textarea
        label={t(say("metric"))}
        autosize
        minRows={1}
        value={value.metric}
        error={errors["metric"]}
        onChange={(event) => onChange({ ...value, metric: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <Select
          label={t(say("comparator"))}
          data={options(comparatorText)}
          value={value.comparator}
          allowDeselect={false}
          onChange={(chosen) => chosen && onChange({ ...value, comparator: chosen })}
        />
        {value.comparator !== "achieve" && (
          <NumberInput
            {...amount}
            label={t(say("value"))}
            value={value.value ?? ""}
            error={errors["value"]}
            onChange={(text) => onChange({ ...value, value: number(text) })}
          />
        )}
        {value.comparator === "range" && (
          <NumberInput
            {...amount}
            label={t(say("valueMax"))}
            value={value.valueMax ?? ""}
            error={errors["valueMax"]}
            onChange={(text) => onChange({ ...value, valueMax: number(text) })}
          />
        )}
        <TextInput
          label={t(say("unitOfMeasure"))}
          value={value.unit}
          error={errors["unit"]}
          onChange={(event) => onChange({ ...value, unit: event.currentTarget.value })}
        />
      </Group>
      <BodiesInput
        label={t(say("scope"))}
        single
        value={value.scope ? [value.scope] : []}
        error={errors["scope"]}
        onChange={(scope) => onChange({ ...value, scope: scope[0] ?? "" })}
      />
      <Group grow align="flex-start">
        <TextInput
          label={t(say("dueText"))}
          placeholder={t(say("dueTextHint"))}
          value={value.deadlineText ?? ""}
          error={errors["deadlineText"]}
          onChange={(event) => onChange({ ...value, deadlineText: orNull(event.currentTarget.value) })}
        />
        <DateInput
          label={t(say("dueDay"))}
          value={value.deadline}
          error={errors["deadline"]}
          onChange={(deadline) => onChange({ ...value, deadline, lastDay: deadline })}
        />
      </Group>
      <Group grow align="flex-start">
        <Select
          label={t(say("frequency"))}
          data={options(frequencyText)}
          value={value.frequency}
          allowDeselect={false}
          onChange={(chosen) => chosen && onChange({ ...value, frequency: chosen })}
        />
        <Select
          label={t(say("cumulative"))}
          data={[
            { value: "unsaid", label: t(say("cumulativeUnsaid")) },
            { value: "yes", label: t(say("cumulativeYes")) },
            { value: "no", label: t(say("cumulativeNo")) },
          ]}
          value={value.cumulative === null ? "unsaid" : value.cumulative ? "yes" : "no"}
          allowDeselect={false}
          onChange={(chosen) => onChange({ ...value, cumulative: chosen === "unsaid" ? null : chosen === "yes" })}
        />
      </Group>
    </>
  );
}

export function TaskForm({ value, onChange, errors }: FormProps<TaskValue>) {
  const t = useText();
  return (
    <>
      <Textarea
        label={t(say("text"))}
        autosize
        minRows={2}
        maxRows={12}
        value={value.text}
        error={errors["text"]}
        onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
      />
      <BodiesInput label={t(say("lead"))} value={value.lead} error={errors["lead"]} onChange={(lead) => onChange({ ...value, lead })} />
      <BodiesInput
        label={t(say("partners"))}
        value={value.coordinate}
        error={errors["coordinate"]}
        onChange={(coordinate) => onChange({ ...value, coordinate })}
      />
      <DueForm due={value.due} onChange={(due) => onChange({ ...value, due })} errors={errors} />
    </>
  );
}

export function ReportingForm({ value, onChange, errors }: FormProps<ReportingValue>) {
  const t = useText();
  return (
    <>
      <Textarea
        label={t(say("what"))}
        autosize
        minRows={1}
        value={value.what}
        error={errors["what"]}
        onChange={(event) => onChange({ ...value, what: event.currentTarget.value })}
      />
      <BodiesInput
        label={t(say("who"))}
        single
        value={value.who ? [value.who] : []}
        error={errors["who"]}
        onChange={(who) => onChange({ ...value, who: who[0] ?? "" })}
      />
      <BodiesInput
        label={t(say("to"))}
        single
        value={value.to ? [value.to] : []}
        error={errors["to"]}
        onChange={(to) => onChange({ ...value, to: to[0] ?? "" })}
      />
      <BodiesInput
        label={t(say("via"))}
        single
        value={value.via ? [value.via] : []}
        error={errors["via"]}
        onChange={(via) => onChange({ ...value, via: via[0] ?? null })}
      />
      <DueForm due={value.due} onChange={(due) => onChange({ ...value, due })} errors={errors} />
    </>
  );
}

export function EventForm({ value, onChange, errors }: FormProps<EventValue>) {
  const t = useText();
  return (
    <>
      <Group grow align="flex-start">
        <TextInput
          label={t(say("eventKind"))}
          value={value.kind}
          error={errors["kind"]}
          onChange={(event) => onChange({ ...value, kind: event.currentTarget.value })}
        />
        <NumberInput
          label={t(say("year"))}
          hideControls
          min={1900}
          max={2199}
          value={value.year ?? ""}
          error={errors["year"]}
          onChange={(year) => onChange({ ...value, year: year === "" ? null : Number(year) })}
        />
      </Group>
      <TextInput
        label={t(say("refers"))}
        value={value.refers ?? ""}
        error={errors["refers"]}
        onChange={(event) => onChange({ ...value, refers: orNull(event.currentTarget.value) })}
      />
      <TextInput
        label={t(say("recurrence"))}
        value={value.recurrence ?? ""}
        error={errors["recurrence"]}
        onChange={(event) => onChange({ ...value, recurrence: orNull(event.currentTarget.value) })}
      />
    </>
  );
}
