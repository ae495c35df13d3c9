import { Combobox, Loader, Pill, PillsInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import type { UnitKind, UnitRef } from "../../src/modules/units/contract.ts";
import { api } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { say } from "./messages.ts";
import styles from "./ui.module.css";

export type PickedUnit = Omit<UnitRef, "id" | "kind"> & { id: number };

type Props = {
  label: ReactNode;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  /** In a dialog: the cursor begins here. */
  focused?: boolean;
  /** Chosen units; one at most unless `multiple`. */
  value: PickedUnit[];
  onChange(units: PickedUnit[]): void;
  multiple?: boolean;
  /** Only units of these kinds are offered. */
  kinds?: UnitKind[];
  /** 'YYYY-MM-DD': the tree as of that day; today unless told. */
  asOf?: string;
};

/** Units by typing a part of the name, accents or none. Names repeat in a province, so each shows what it lies in. */
export function UnitPicker({
  label,
  description,
  error,
  required,
  disabled,
  focused,
  value,
  onChange,
  multiple = false,
  kinds,
  asOf,
}: Props) {
  const t = useText();
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text.trim(), 200);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = useQuery({
    queryKey: ["unit-picker", asked, kinds, asOf],
    queryFn: () => api.units.search({ text: asked, ...(kinds ? { kinds } : {}), ...(asOf ? { asOf } : {}) }),
    enabled: asked.length >= 2,
    placeholderData: keepPreviousData,
  });
  const chosen = new Set(value.map(({ id }) => id));
  const offered = asked.length >= 2 ? (found.data ?? []).filter(({ id }) => !chosen.has(id)) : [];

  const take = (id: string) => {
    const unit = offered.find((each) => String(each.id) === id);
    if (!unit) return;
    onChange(multiple ? [...value, unit] : [unit]);
    setText("");
    if (!multiple) combobox.closeDropdown();
  };
  const drop = (id: number) => onChange(value.filter((unit) => unit.id !== id));

  return (
    <Combobox store={combobox} withinPortal onOptionSubmit={take}>
      <Combobox.DropdownTarget>
        <PillsInput
          label={label}
          description={description}
          error={error}
          required={required}
          disabled={disabled}
          rightSection={found.isFetching ? <Loader size={16} /> : null}
          onClick={() => combobox.openDropdown()}
        >
          <Pill.Group>
            {value.map((unit) => (
              <Pill
                key={unit.id}
                withRemoveButton={!disabled}
                onRemove={() => drop(unit.id)}
                removeButtonProps={{ "aria-label": t(say("removeUnit", { name: unit.name })), "aria-hidden": false, tabIndex: 0 }}
              >
                {unit.name}
              </Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                data-autofocus={focused || undefined}
                value={text}
                disabled={disabled}
                placeholder={value.length === 0 ? t(say("pickUnitHint")) : undefined}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => combobox.closeDropdown()}
                onChange={(event) => {
                  setText(event.currentTarget.value);
                  combobox.openDropdown();
                  combobox.updateSelectedOptionIndex();
                }}
                onKeyDown={(event) => {
                  const last = value.at(-1);
                  if (event.key === "Backspace" && text === "" && last) drop(last.id);
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t(say("pickUnit"))} mah="18rem" style={{ overflowY: "auto" }}>
          {offered.map((unit) => (
            <Combobox.Option key={unit.id} value={String(unit.id)}>
              {unit.name}
              {unit.areaName && <span className={styles["optionNote"]}>{unit.areaName}</span>}
            </Combobox.Option>
          ))}
          {offered.length === 0 && (
            <Combobox.Empty>
              {asked.length < 2 ? t(say("typeMore")) : found.isFetching ? t(say("loading")) : t(say("noUnit", { text: asked }))}
            </Combobox.Empty>
          )}
        </Combobox.Options>
        {found.error && <Combobox.Footer>{t(say("notSearched"))}</Combobox.Footer>}
      </Combobox.Dropdown>
    </Combobox>
  );
}
