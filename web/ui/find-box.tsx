import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { Icon } from "./icon.tsx";

type Props = {
  /** Says what is searched; shown in the empty box and read out. */
  label: string;
  /** What stands in the box; the page keeps it, so that its other filters can clear it. */
  text: string;
  onType(text: string): void;
  /** A moment after the last key: what to look for, trimmed; undefined for nothing. */
  onFind(text: string | undefined): void;
};

/** The search box above a list whose filters live in the address. */
export function FindBox({ label, text, onType, onFind }: Props) {
  const findSoon = useDebouncedCallback((typed: string) => onFind(typed || undefined), 250);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<Icon name="search" size={18} />}
      value={text}
      onChange={(event) => {
        onType(event.currentTarget.value);
        findSoon(event.currentTarget.value.trim());
      }}
    />
  );
}
