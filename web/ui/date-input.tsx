import { ActionIcon, Popover, TextInput, type TextInputProps } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useText } from "../shell/language.tsx";
import { readDate, showDate } from "./dates.ts";
import { Icon } from "./icon.tsx";
import { say } from "./messages.ts";

/** The calendar and its locale come when somebody opens it. */
const Calendar = lazy(() => import("./calendar.tsx"));

type Props = Omit<TextInputProps, "value" | "onChange"> & {
  /** 'YYYY-MM-DD' or null. */
  value?: string | null;
  onChange(date: string | null): void;
};

/** A date typed as dd/mm/yyyy (9/12/2026, 09122026 and 9/12 of this year are taken too), or picked from a calendar. */
export function DateInput({ value = null, onChange, error, ...input }: Props) {
  const t = useText();
  const [typed, setTyped] = useState("");
  const [left, setLeft] = useState(true);
  const [opened, setOpened] = useState(false);
  // What was typed stands as long as it means the value (an unfinished date means none); a value from outside replaces it.
  const shown = readDate(typed) === value ? typed : value ? showDate(value) : "";
  const wrong = left && shown.trim() !== "" && value === null;

  return (
    <TextInput
      placeholder={t(say("dateHint"))}
      inputMode="numeric"
      autoComplete="off"
      {...input}
      value={shown}
      error={error ?? (wrong ? t(say("dateWrong")) : undefined)}
      onChange={(event) => {
        setLeft(false);
        setTyped(event.currentTarget.value);
        onChange(readDate(event.currentTarget.value));
      }}
      onBlur={(event) => {
        setLeft(true);
        if (value) setTyped(showDate(value));
        input.onBlur?.(event);
      }}
      rightSection={
        <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" trapFocus returnFocus withinPortal>
          <Popover.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t(say("openCalendar"))} onClick={() => setOpened((open) => !open)}>
              <Icon name="calendar" size={18} />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <Suspense fallback={null}>
              <Calendar
                value={value}
                onChange={(date) => {
                  onChange(date);
                  setOpened(false);
                }}
              />
            </Suspense>
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
