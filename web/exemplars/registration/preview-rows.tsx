import type { ImportRow } from "../../../src/modules/exemplars/contract.ts";
import { fieldTitles, kindNames } from "../../../src/modules/exemplars/messages.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { Section } from "../../ui/section.tsx";
import styles from "../exemplars.module.css";
import { say } from "./messages.ts";

/** Rows as they would be taken in, those to look at first. */
export function PreviewRows({ rows }: { rows: readonly ImportRow[] }) {
  const t = useText();
  const columns: Column<ImportRow>[] = [
    { key: "line", header: t(say("columnLine")), width: "4rem", cell: ({ line }) => String(line) },
    {
      key: "name",
      header: t(say("columnName")),
      onPhone: "title",
      cell: ({ name, kind, field }) => (
        <>
          <strong>{name || "–"}</strong>
          <div className={styles["facts"]}>
            <span>{t(kindNames[kind])}</span>
            {field && <span>{t(fieldTitles[field])}</span>}
          </div>
        </>
      ),
    },
    { key: "lead", header: t(say("columnLead")), width: "15rem", cell: ({ lead }) => lead },
    {
      key: "check",
      header: t(say("columnCheck")),
      width: "24rem",
      cell: ({ wrong, notes }) =>
        wrong ? (
          <StateBadge tone="bad">{t(wrong)}</StateBadge>
        ) : (
          <div className={styles["checksOfRow"]}>
            {notes.map((note) => (
              <span key={note.vi} className={styles["quiet"]}>
                {t(note)}
              </span>
            ))}
            {notes.length === 0 && t(say("fine"))}
          </div>
        ),
    },
  ];
  if (rows.length === 0) return null;
  return (
    <Section title={t(say("rowsTitle"))} note={t(say("rowsNote"))}>
      <DataTable label={t(say("rowsTitle"))} rows={rows.slice(0, 60)} columns={columns} rowKey={({ line }) => line} />
    </Section>
  );
}
