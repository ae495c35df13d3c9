import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { grouped } from "../../../src/kernel/decimals.ts";
import type { ExemplarDetail } from "../../../src/modules/exemplars/contract.ts";
import { asApiError } from "../../shell/api-error.ts";
import { api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import styles from "./life.module.css";
import { say } from "./messages.ts";
import { Sheet } from "./sheet.tsx";

type Row = { name: string; unit: string; baseline: string; goal: string };
type Props = { exemplar: ExemplarDetail; onClose(): void; onDone(): void };

const empty: Row = { name: "", unit: "", baseline: "", goal: "" };
const labels = { name: "goalName", unit: "goalUnit", baseline: "goalBaseline", goal: "goalGoal" } as const;
const keys = ["name", "unit", "baseline", "goal"] as const;

/** Goals as figures, each with where it stands now: what step 1 asks for. */
export function GoalSheet({ exemplar: { id, version, goals }, onClose, onDone }: Props) {
  const t = useText();
  const [rows, setRows] = useState<Row[]>(() => {
    const known = goals.map(({ name, unit, baseline, goal }) => ({
      name,
      unit,
      baseline: baseline === null ? "" : grouped(baseline),
      goal: grouped(goal),
    }));
    return known.length > 0 ? known : [empty];
  });
  const save = useMutation({
    mutationFn: () =>
      api.exemplars.edit({
        id,
        version,
        goals: rows
          .filter((row) => keys.some((key) => row[key].trim() !== ""))
          .map(({ name, unit, baseline, goal }) => ({
            name: name.trim(),
            unit: unit.trim(),
            baseline: baseline.trim() || null,
            goal: goal.trim(),
          })),
      }),
    onSuccess: () => {
      onDone();
    },
  });
  const errors = save.error ? asApiError(save.error).fields : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Sheet title={t(say("goalSheet"))} onClose={onClose}>
      <form className={styles["form"]} onSubmit={submit}>
        <p className={styles["quiet"]}>{t(say("goalSheetNote"))}</p>
        {rows.map((row, at) => (
          // Rows are added at the end and never moved: their place is their name.
          // oxlint-disable-next-line react/no-array-index-key
          <fieldset key={at} className={styles["goalRow"]}>
            <legend>
              {t(say("goal"))} {at + 1}
            </legend>
            {keys.map((key) => (
              <TextInput
                key={key}
                label={t(say(labels[key]))}
                size="md"
                autoComplete="off"
                inputMode={key === "baseline" || key === "goal" ? "decimal" : "text"}
                value={row[key]}
                error={errors[`goals.${at}.${key}`]}
                onChange={(event) => {
                  const typed = event.currentTarget.value;
                  setRows((before) => before.map((each, place) => (place === at ? { ...each, [key]: typed } : each)));
                }}
              />
            ))}
          </fieldset>
        ))}
        <div>
          <Button variant="default" onClick={() => setRows((before) => [...before, empty])}>
            {t(say("addGoal"))}
          </Button>
        </div>
        <ErrorNote error={save.error} />
        <div className={styles["bar"]}>
          <Button type="submit" size="md" loading={save.isPending}>
            {t(say("save"))}
          </Button>
          <Button size="md" variant="default" disabled={save.isPending} onClick={onClose}>
            {t(say("cancel"))}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
