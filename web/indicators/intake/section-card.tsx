import { Button, Checkbox, TextInput } from "@mantine/core";
import { facts } from "../../../src/kernel/facts.ts";
import type { IntakeSection } from "../../../src/modules/indicators/contract.ts";
import { useText } from "../../shell/language.tsx";
import { say } from "./messages.ts";
import type { SectionEdit } from "./model.ts";
import { RowCard } from "./row-card.tsx";
import type { Lit } from "./source-text.tsx";
import styles from "./intake.module.css";

type Props = { section: IntakeSection; edit: SectionEdit; onChange(edit: SectionEdit): void; onLight(lit: Lit): void };

/** A heading of the outline with what it asks for. */
export function SectionCard({ section, edit, onChange, onLight }: Props) {
  const t = useText();
  const rows = new Map(section.rows.map((row) => [row.id, row]));
  return (
    <li className={styles["card"]} data-dropped={edit.kept ? undefined : true}>
      <div className={styles["head"]}>
        <h3>
          <button type="button" className={styles["origin"]} onClick={() => onLight({ line: section.line })}>
            {facts([edit.number, t(say("lineAt", { line: section.line }))])}
          </button>
        </h3>
        <Button size="xs" variant="subtle" color="gray" onClick={() => onChange({ ...edit, kept: !edit.kept })}>
          {t(say(edit.kept ? "dropSection" : "keepSection"))}
        </Button>
      </div>
      {edit.kept ? (
        <>
          <TextInput
            aria-label={t(say("heading"))}
            value={edit.heading}
            onFocus={() => onLight({ line: section.line })}
            onChange={(event) => onChange({ ...edit, heading: event.currentTarget.value })}
          />
          <Checkbox
            className={styles["tick"]}
            label={t(say("narrative"))}
            checked={edit.narrative}
            onChange={(event) => onChange({ ...edit, narrative: event.currentTarget.checked })}
          />
          {edit.guidance !== "" && <p className={styles["guide"]}>{edit.guidance}</p>}
          {edit.rows.length > 0 && (
            <ul className={styles["rows"]}>
              {edit.rows.map((rowEdit) => {
                const row = rows.get(rowEdit.id);
                return row ? (
                  <RowCard
                    key={rowEdit.id}
                    row={row}
                    edit={rowEdit}
                    onLight={onLight}
                    onChange={(changed) => onChange({ ...edit, rows: edit.rows.map((each) => (each.id === changed.id ? changed : each)) })}
                  />
                ) : null;
              })}
            </ul>
          )}
        </>
      ) : (
        <span>{edit.heading}</span>
      )}
    </li>
  );
}
