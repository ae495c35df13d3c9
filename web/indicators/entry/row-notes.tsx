import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "../../shell/language.tsx";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { showFigure, showSaid } from "./figure.ts";
import { figureText } from "./figure-text.ts";
import { say } from "./messages.ts";
import { needsReason, type Entered, type EntryRow } from "./model.ts";
import styles from "./entry.module.css";

export type RowProblem = { typed: string; why: "planned" | "unreadable" };

type Props = {
  id: string;
  row: EntryRow;
  entered: Entered;
  problems: readonly RowProblem[];
  onReason(row: EntryRow, reason: string): void;
};

/** Under a row, only when there is something to say: what could not be read, why it came back, what looks odd, the reason asked for. */
export function RowNotes({ id, row, entered, problems, onReason }: Props) {
  const t = useText();
  const notes: { tone: string; icon: IconName; text: ReactNode }[] = [];
  for (const { typed, why } of problems) notes.push({ tone: "bad", icon: "warning", text: t(say(why, { typed })) });
  if (row.returned !== null) notes.push({ tone: "attention", icon: "undo", text: t(say("returnedBecause", { reason: row.returned })) });
  for (const question of row.questions) notes.push({ tone: "question", icon: "info", text: t(question) });
  if (entered.said && entered.value !== null)
    notes.push({ tone: "plain", icon: "info", text: t(say("notExact", { figure: showSaid(entered.value, entered.said) })) });
  if (row.computed && row.computed.approximate > 0)
    notes.push({ tone: "plain", icon: "info", text: t(say("approximateRecords", { count: row.computed.approximate })) });
  if (row.target !== null) notes.push({ tone: "plain", icon: "plan", text: t(say("targetIs", { target: showFigure(row.target) })) });
  if (row.already !== null) notes.push({ tone: "plain", icon: "check", text: t(say("alreadyThere", { where: row.already })) });
  const asks = needsReason(row, entered);
  if (notes.length === 0 && !asks) return null;
  return (
    <tr className={styles["notes"]}>
      <td colSpan={5}>
        <ul id={id}>
          {notes.map(({ tone, icon, text }, index) => (
            <li key={index} data-tone={tone}>
              <Icon name={icon} size={16} /> <span>{text}</span>
            </li>
          ))}
        </ul>
        {asks && row.computed && (
          <TextInput
            className={styles["reason"] ?? ""}
            size="sm"
            label={t(say("reasonAsked", { computed: figureText(row.computed, row.shape === "yes-no", t) }))}
            placeholder={t(say("reasonHint"))}
            defaultValue={entered.reason ?? ""}
            readOnly={row.locked}
            required
            onBlur={(event) => {
              const reason = event.currentTarget.value.trim();
              if (reason !== (entered.reason ?? "")) onReason(row, reason);
            }}
          />
        )}
      </td>
    </tr>
  );
}
