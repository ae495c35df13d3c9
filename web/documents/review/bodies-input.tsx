import { TagsInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { useKnownExpressions } from "./addressees.tsx";
import { say } from "./messages.ts";

type Props = { label: string; value: string[]; onChange(expressions: string[]): void; single?: boolean; error?: string | undefined };

/**
 * Who, in the document's words ("mỗi xã, phường"). Offers the expressions that this document uses elsewhere and the units of the
 * directory by name; anything may be written, since a plan addresses kinds of bodies more often than single ones.
 */
export function BodiesInput({ label, value, onChange, single = false, error }: Props) {
  const t = useText();
  const known = useKnownExpressions();
  const [typed, setTyped] = useState("");
  const [asked] = useDebouncedValue(typed.trim(), 200);
  const units = useQuery({
    queryKey: ["unit-names", asked],
    queryFn: () => api.units.search({ text: asked }),
    enabled: asked.length >= 2,
    placeholderData: keepPreviousData,
  });
  const names = asked.length >= 2 ? (units.data ?? []).map(({ name }) => name) : [];
  return (
    <TagsInput
      label={label}
      placeholder={value.length === 0 ? t(say("bodiesHint")) : undefined}
      data={[...new Set([...known, ...names])].filter((name) => !value.includes(name))}
      value={value}
      error={error}
      // A comma is part of many expressions ("các sở, ban, ngành"): only Enter ends one.
      splitChars={[";", "\n"]}
      acceptValueOnBlur
      clearable={false}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(next) => onChange(single ? next.slice(-1) : next)}
      comboboxProps={{ withinPortal: true }}
    />
  );
}
