import { Autocomplete, TagsInput, type OptionsFilter } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { fold } from "../../../src/kernel/text.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { MeaningOf, useKnownExpressions } from "./addressees.tsx";
import { say } from "./messages.ts";

/** Every word that was typed, in any order, accents or none: as the directory itself searches. */
const byWords: OptionsFilter = ({ options, search }) => {
  const words = fold(search).split(/\s+/).filter(Boolean);
  return options.filter((option) => "value" in option && words.every((word) => fold(option.value).includes(word)));
};

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
  // As one string: the array is made anew at each render and would never settle.
  const [settled] = useDebouncedValue(value.join("\n"), 400);
  const names = asked.length >= 2 ? (units.data ?? []).map(({ name }) => name) : [];
  const data = [...new Set([...known, ...names])].filter((name) => !value.includes(name));
  return (
    <div>
      {single ? (
        <Autocomplete
          label={label}
          data={data}
          value={value[0] ?? ""}
          error={error}
          onChange={(text) => {
            setTyped(text);
            onChange(text.trim() === "" ? [] : [text]);
          }}
          filter={byWords}
          comboboxProps={{ withinPortal: true }}
        />
      ) : (
        <TagsInput
          label={label}
          placeholder={value.length === 0 ? t(say("bodiesHint")) : undefined}
          data={data}
          value={value}
          error={error}
          // A comma is part of many expressions ("các sở, ban, ngành"): only Enter ends one.
          splitChars={[";", "\n"]}
          acceptValueOnBlur
          clearable={false}
          searchValue={typed}
          onSearchChange={setTyped}
          onChange={onChange}
          filter={byWords}
          comboboxProps={{ withinPortal: true }}
        />
      )}
      <MeaningOf expressions={settled === "" ? [] : settled.split("\n")} />
    </div>
  );
}
