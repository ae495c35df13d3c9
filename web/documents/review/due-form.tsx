import { Checkbox, Fieldset, Group, MultiSelect, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import type { Text } from "../../../src/kernel/language.ts";
import type { Due } from "../../../src/modules/documents/contract.ts";
import { useText } from "../../shell/language.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { say } from "./messages.ts";

const kindText = {
  none: say("dueNone"),
  date: say("dueDate"),
  recurring: say("dueRecurring"),
  month: say("dueMonth"),
  quarter: say("dueQuarter"),
  year: say("dueYear"),
  period: say("duePeriod"),
} satisfies Record<Due["kind"], Text>;

type Recurrence = NonNullable<Due["recurrence"]>;
type Rhythm = Recurrence["every"][number];

const everyText = {
  week: say("every_week"),
  month: say("every_month"),
  quarter: say("every_quarter"),
  half: say("every_half"),
  "nine-month": say("every_nine"),
  year: say("every_year"),
  day: say("every_day"),
} satisfies Record<Rhythm, Text>;

const empty: Recurrence = { every: [], at: [], before: false, on: null };
const isBefore = ({ date, rule }: Due): boolean => date !== null && rule === `before ${date}`;

/** Words, kind and day of a deadline. "Trước ngày" is kept apart from the day: its last day is the one before. */
export function DueForm({ due, onChange, errors }: { due: Due; onChange(due: Due): void; errors: Record<string, string> }) {
  const t = useText();
  const kinds = Object.entries(kindText).map(([value, text]) => ({ value, label: t(text) }));
  const setKind = (kind: Due["kind"]) => {
    if (kind === "none") onChange({ kind, text: null, date: null, rule: null, recurrence: null, lastDay: null });
    else if (kind === "recurring") onChange({ ...due, kind, date: null, rule: null, lastDay: null, recurrence: due.recurrence ?? empty });
    else onChange({ ...due, kind, recurrence: null });
  };
  const setDate = (date: string | null, before: boolean) =>
    onChange({ ...due, date, rule: date && before ? `before ${date}` : null, lastDay: date });

  return (
    <Fieldset legend={t(say("due"))}>
      <Stack gap="xs">
        <Group grow align="flex-start">
          <Select
            label={t(say("dueKind"))}
            data={kinds}
            value={due.kind}
            allowDeselect={false}
            onChange={(kind) => kind && setKind(kind as Due["kind"])}
          />
          {due.kind !== "none" && (
            <TextInput
              label={t(say("dueText"))}
              placeholder={t(say("dueTextHint"))}
              value={due.text ?? ""}
              error={errors["due.text"]}
              onChange={(event) => onChange({ ...due, text: event.currentTarget.value || null })}
            />
          )}
        </Group>
        {due.kind !== "none" && due.kind !== "recurring" && (
          <>
            <DateInput
              label={t(say(due.kind === "date" ? "dueDay" : "dueLast"))}
              value={due.date}
              error={errors["due.date"]}
              onChange={(date) => setDate(date, isBefore(due))}
              maw="16rem"
            />
            {due.kind === "date" && (
              <Checkbox
                label={t(say("dueBefore"))}
                checked={isBefore(due)}
                disabled={due.date === null}
                onChange={(event) => setDate(due.date, event.currentTarget.checked)}
              />
            )}
          </>
        )}
        {due.kind === "recurring" && (
          <RecurrenceForm recurrence={due.recurrence ?? empty} onChange={(recurrence) => onChange({ ...due, recurrence, rule: null })} />
        )}
      </Stack>
    </Fieldset>
  );
}

function RecurrenceForm({ recurrence, onChange }: { recurrence: Recurrence; onChange(recurrence: Recurrence): void }) {
  const t = useText();
  const anchor = recurrence.at[0] ?? { month: null, day: null };
  const setAnchor = (next: typeof anchor) =>
    onChange({ ...recurrence, at: next.month === null && next.day === null ? [] : [next, ...recurrence.at.slice(1)] });
  const number = (value: string | number) => (value === "" ? null : Number(value));
  return (
    <>
      <MultiSelect
        label={t(say("dueEvery"))}
        data={Object.entries(everyText).map(([value, text]) => ({ value, label: t(text) }))}
        value={recurrence.every}
        onChange={(every) => onChange({ ...recurrence, every: every as Rhythm[] })}
      />
      <Group align="flex-end" grow>
        <NumberInput
          label={t(say("dueAtDay"))}
          hideControls
          min={1}
          max={31}
          value={anchor.day ?? ""}
          onChange={(day) => setAnchor({ ...anchor, day: number(day) })}
        />
        <NumberInput
          label={t(say("dueAtMonth"))}
          hideControls
          min={1}
          max={12}
          value={anchor.month ?? ""}
          onChange={(month) => setAnchor({ ...anchor, month: number(month) })}
        />
      </Group>
      <Checkbox
        label={t(say("dueBefore"))}
        checked={recurrence.before}
        disabled={anchor.day === null}
        onChange={(event) => onChange({ ...recurrence, before: event.currentTarget.checked })}
      />
      <TextInput
        label={t(say("dueOn"))}
        value={recurrence.on ?? ""}
        onChange={(event) => onChange({ ...recurrence, on: event.currentTarget.value || null })}
      />
    </>
  );
}
