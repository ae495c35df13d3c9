import { ActionIcon, Checkbox, Chip, TextInput } from "@mantine/core";
import type { BlockContent } from "../../src/modules/reports/contract.ts";
import { useText } from "../shell/language.tsx";
import { Icon } from "../ui/icon.tsx";
import { useFigureName } from "./figure-chip.tsx";
import { FigurePicker } from "./figure-picker.tsx";
import { say } from "./messages.ts";
import styles from "./reports.module.css";

type Table = Extract<BlockContent, { kind: "table" }>;
type Annex = Extract<BlockContent, { kind: "annex" }>;
type Row = Table["rows"][number];

const columns: Table["columns"] = ["value", "yearBefore", "change", "last", "target", "share"];

/** The figures of a table (one a row) or of an annex (one a column), in order, each with its printed name. */
export function FiguresEditor({
  reportId,
  content,
  onChange,
}: {
  reportId: string;
  content: Table | Annex;
  onChange(content: BlockContent): void;
}) {
  const t = useText();
  const rows = content.kind === "table" ? content.rows : content.columns;
  const put = (next: Row[]) => onChange(content.kind === "table" ? { ...content, rows: next } : { ...content, columns: next });
  return (
    <>
      <TextInput
        label={t(say(content.kind === "table" ? "tableTitle" : "annexTitle"))}
        value={content.title}
        onChange={(event) => onChange({ ...content, title: event.currentTarget.value })}
      />
      {content.kind === "table" ? (
        <Chip.Group
          multiple
          value={content.columns}
          onChange={(chosen) => onChange({ ...content, columns: columns.filter((column) => chosen.includes(column)) })}
        >
          <div role="group" aria-label={t(say("columns"))} className={styles["buttons"]}>
            {columns.map((column) => (
              <Chip key={column} value={column} size="sm" variant="outline">
                {t(say(`column.${column}`))}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      ) : (
        <Checkbox
          label={t(say("landscape"))}
          checked={content.landscape}
          onChange={(event) => onChange({ ...content, landscape: event.currentTarget.checked })}
        />
      )}
      <Rows rows={rows} label={t(say(content.kind === "table" ? "rowLabel" : "columnLabel"))} onChange={put} />
      <div>
        <FigurePicker reportId={reportId} onPick={(ref, _part, title) => put([...rows, { ref, label: title }])} />
      </div>
    </>
  );
}

function Rows({ rows, label, onChange }: { rows: Row[]; label: string; onChange(rows: Row[]): void }) {
  const t = useText();
  const nameOf = useFigureName();
  const move = (from: number, to: number) => {
    const next = [...rows];
    next.splice(to, 0, ...next.splice(from, 1));
    onChange(next);
  };
  return (
    <ol className={styles["figureRows"]}>
      {rows.map((row, index) => {
        const name = row.label || nameOf(row.ref);
        return (
          <li key={`${row.ref}:${index}`}>
            <TextInput
              aria-label={`${label} ${index + 1}`}
              placeholder={nameOf(row.ref)}
              value={row.label}
              onChange={(event) => onChange(rows.map((each, at) => (at === index ? { ...each, label: event.currentTarget.value } : each)))}
            />
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={`${t(say("moveUp"))}: ${name}`}
              disabled={index === 0}
              onClick={() => move(index, index - 1)}
            >
              <Icon name="chevronUp" size={16} />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={`${t(say("moveDown"))}: ${name}`}
              disabled={index === rows.length - 1}
              onClick={() => move(index, index + 1)}
            >
              <Icon name="chevronDown" size={16} />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={t(say("removeRow", { name }))}
              onClick={() => onChange(rows.filter((_, at) => at !== index))}
            >
              <Icon name="close" size={16} />
            </ActionIcon>
          </li>
        );
      })}
    </ol>
  );
}
