import { Button, Select, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { kindNames } from "../../../src/modules/exemplars/messages.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { usePost } from "../../shell/session.tsx";
import { today } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { UnitPicker, type PickedUnit } from "../../ui/unit-picker.tsx";
import styles from "../exemplars.module.css";
import { kinds } from "../search.ts";
import { say } from "./messages.ts";
import { levels, nextKey, type Level, type WrittenAllotment, type WrittenCount, type WrittenUnit } from "./written.ts";

type Props = { units: WrittenUnit[]; onChange(units: WrittenUnit[]): void; error?: string | undefined };

/** Whom the round addresses and what each owes: units one by one or a whole group at once. */
export function UnitsInput({ units, onChange, error }: Props) {
  const t = useText();
  const [all, setAll] = useState("");
  const [what, setWhat] = useState<"new" | Level>("new");
  // Numbers to be recognised are asked of few: their boxes stand where somebody has one.
  const asked = levels.filter((level) => units.some(({ leastRecognised }) => leastRecognised[level] !== undefined));
  const add = (picked: readonly PickedUnit[]) => {
    const fresh = picked.filter(({ id }) => !units.some(({ unit }) => unit.id === id));
    onChange([...units, ...fresh.map((unit) => ({ unit, leastNew: what === "new" ? all : "", leastRecognised: {}, allotted: [] }))]);
    return fresh.length;
  };
  const put = (row: WrittenUnit, part: Partial<WrittenUnit>) => onChange(units.map((each) => (each === row ? { ...row, ...part } : each)));
  return (
    <>
      <GroupInput onAdd={add} />
      <UnitPicker label={t(say("addUnits"))} value={[]} error={error} onChange={add} />
      {units.length > 1 && (
        <div className={styles["line"]}>
          <Select
            label={t(say("allWhat"))}
            allowDeselect={false}
            data={[{ value: "new", label: t(say("leastNew")) }, ...levels.map((value) => ({ value, label: t(say(`least.${value}`)) }))]}
            value={what}
            onChange={(value) => setWhat(levels.find((level) => level === value) ?? "new")}
          />
          <NumberBox label={t(say("leastNewAll"))} value={all} onChange={setAll} />
          <Button
            variant="default"
            onClick={() =>
              onChange(
                units.map((each) =>
                  what === "new" ? { ...each, leastNew: all } : { ...each, leastRecognised: { ...each.leastRecognised, [what]: all } },
                ),
              )
            }
          >
            {t(say("leastNewAllAct"))}
          </Button>
        </div>
      )}
      {units.length === 0 && <p className={styles["quiet"]}>{t(say("noUnits"))}</p>}
      <ul className={styles["unitList"]}>
        {units.map((row) => (
          <li key={row.unit.id} className={styles["unitLine"]}>
            <span className={styles["unitName"]}>{row.unit.name}</span>
            <NumberBox
              label={t(say("leastNew"))}
              name={t(say("leastNewFor", { unit: row.unit.name }))}
              value={row.leastNew}
              onChange={(leastNew) => put(row, { leastNew })}
            />
            <Button
              variant="default"
              className={styles["allot"]}
              aria-label={t(say("allotFor", { unit: row.unit.name }))}
              onClick={() =>
                put(row, { allotted: [...row.allotted, { key: nextKey(row.allotted), kind: "model", theme: "", count: "1" }] })
              }
            >
              {t(say("allot"))}
            </Button>
            <RemoveButton
              label={t(say("removeUnit", { unit: row.unit.name }))}
              onClick={() => onChange(units.filter((each) => each !== row))}
            />
            {asked.length > 0 && (
              <div className={styles["recognised"]}>
                {asked.map((level) => (
                  <NumberBox
                    key={level}
                    label={t(say(`least.${level}`))}
                    name={`${row.unit.name}: ${t(say(`least.${level}`))}`}
                    value={row.leastRecognised[level] ?? ""}
                    onChange={(typed) => put(row, { leastRecognised: { ...row.leastRecognised, [level]: typed } })}
                  />
                ))}
              </div>
            )}
            {row.allotted.length > 0 && (
              <div className={styles["allotted"]} role="group" aria-label={t(say("allotFor", { unit: row.unit.name }))}>
                <CountRows withTheme rows={row.allotted} onChange={(allotted) => put(row, { allotted })} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** "Ủy ban MTTQ Việt Nam các xã, phường": read as units by the same rules as the addressees of a plan. */
function GroupInput({ onAdd }: { onAdd(units: readonly PickedUnit[]): number }) {
  const t = useText();
  const issuer = usePost()?.unit.id;
  const [text, setText] = useState("");
  const [said, setSaid] = useState<string | null>(null);
  const ask = useMutation({
    mutationFn: () => api.units.addressees({ expression: text.trim(), issuer: issuer as never, asOf: today() }),
    onSuccess: ({ units }) => {
      setSaid(units.length === 0 ? t(say("notUnderstood")) : t(say("addedGroup", { count: onAdd(units) })));
      if (units.length > 0) setText("");
    },
  });
  return (
    <div>
      <div className={styles["line"]}>
        <TextInput
          label={t(say("addGroup"))}
          placeholder={t(say("addGroupHint"))}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            if (text.trim()) ask.mutate();
          }}
        />
        <Button
          variant="default"
          loading={ask.isPending}
          disabled={text.trim() === "" || issuer === undefined}
          onClick={() => ask.mutate()}
        >
          {t(say("addGroupAct"))}
        </Button>
      </div>
      <p className={styles["fieldHint"]} role="status">
        {said}
      </p>
      <ErrorNote error={ask.error} />
    </div>
  );
}

type NumberBoxProps = { label: string; name?: string; value: string; onChange(typed: string): void };

export function NumberBox({ label, name, value, onChange }: NumberBoxProps) {
  return (
    <TextInput
      label={label}
      {...(name ? { "aria-label": name } : {})}
      className={styles["amount"] ?? ""}
      inputMode="numeric"
      autoComplete="off"
      maxLength={4}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.replace(/\D/g, ""))}
    />
  );
}

export function RemoveButton({ label, onClick }: { label: string; onClick(): void }) {
  return (
    <button type="button" className={styles["remove"]} aria-label={label} onClick={onClick}>
      <Icon name="trash" size={18} />
    </button>
  );
}

type CountRowsProps =
  | { withTheme: true; rows: WrittenAllotment[]; onChange(rows: WrittenAllotment[]): void }
  | { withTheme?: false; rows: WrittenCount[]; onChange(rows: WrittenCount[]): void };

/** Kind and number, with the theme where one is fixed. */
export function CountRows({ withTheme, rows, onChange }: CountRowsProps) {
  const t = useText();
  const put = (at: number, part: Partial<WrittenAllotment>) =>
    (onChange as (rows: WrittenCount[]) => void)(rows.map((row, place) => (place === at ? { ...row, ...part } : row)));
  return rows.map((row, at) => (
    <div key={row.key} className={styles["line"]}>
      <Select
        label={t(say("kind"))}
        allowDeselect={false}
        data={kinds.map((value) => ({ value, label: t(kindNames[value]) }))}
        value={row.kind}
        onChange={(kind) => put(at, { kind: kinds.find((each) => each === kind) ?? row.kind })}
      />
      {withTheme && (
        <TextInput
          label={t(say("theme"))}
          maxLength={200}
          value={(row as WrittenAllotment).theme}
          onChange={(event) => put(at, { theme: event.currentTarget.value })}
        />
      )}
      <NumberBox label={t(say("count"))} value={row.count} onChange={(count) => put(at, { count })} />
      <RemoveButton
        label={t(say("remove", { number: at + 1 }))}
        onClick={() => (onChange as (rows: WrittenCount[]) => void)(rows.filter((each) => each !== row))}
      />
    </div>
  ));
}
