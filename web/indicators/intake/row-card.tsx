import { NativeSelect, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { IntakeRow } from "../../../src/modules/indicators/contract.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { say } from "./messages.ts";
import type { Choice, RowEdit } from "./model.ts";
import type { Lit } from "./source-text.tsx";
import styles from "./intake.module.css";

type Props = { row: IntakeRow; edit: RowEdit; onChange(edit: RowEdit): void; onLight(lit: Lit): void };

const cellOf = ({ indicatorId, member }: { indicatorId: number; member: string }) => `${indicatorId}:${member}`;

/** One figure: how it is called, in which unit, and which indicator it means. Changing the meaning is one choice. */
export function RowCard({ row, edit, onChange, onLight }: Props) {
  const t = useText();
  const [searching, setSearching] = useState(false);
  const { choice } = edit;
  const known = row.candidates.map((each) => ({ ...each, percent: Math.round(each.score * 100) }));
  const chosen = choice.kind === "indicator" ? cellOf(choice) : choice.kind;
  const elsewhere = choice.kind === "indicator" && !known.some((each) => cellOf(each) === chosen);
  const choose = (value: string) => {
    if (value === "other") return setSearching(true);
    setSearching(false);
    const candidate = known.find((each) => cellOf(each) === value);
    const next: Choice = candidate
      ? { kind: "indicator", indicatorId: candidate.indicatorId, member: candidate.member, name: candidate.name, unit: candidate.unit }
      : { kind: value === "drop" ? "drop" : "new" };
    onChange({ ...edit, choice: next });
  };
  const light = () => onLight({ line: row.line, start: row.start, end: row.end });
  return (
    // Wherever the row is touched, its place in the text is shown.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- listens for the focus of the inputs within
    <li className={styles["row"]} data-choice={choice.kind} onFocus={light}>
      <div className={styles["labels"]}>
        <TextInput
          aria-label={t(say("label"))}
          value={edit.label}
          disabled={choice.kind === "drop"}
          onChange={(event) => onChange({ ...edit, label: event.currentTarget.value })}
        />
        <TextInput
          aria-label={t(say("unit"))}
          value={choice.kind === "indicator" ? choice.unit : edit.unit}
          disabled={choice.kind !== "new"}
          onChange={(event) => onChange({ ...edit, unit: event.currentTarget.value })}
        />
      </div>
      <NativeSelect
        aria-label={t(say("means"))}
        value={searching ? "other" : chosen}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          ...known.map((each) => ({
            value: cellOf(each),
            label: `${each.name} (${each.unit}), ${t(say("alike", { percent: each.percent }))}`,
          })),
          ...(elsewhere && choice.kind === "indicator" ? [{ value: chosen, label: `${choice.name} (${choice.unit})` }] : []),
          { value: "new", label: t(say("asNew")) },
          { value: "drop", label: t(say("drop")) },
          { value: "other", label: t(say("other")) },
        ]}
      />
      {searching && (
        <Dictionary
          onPick={(picked) => {
            setSearching(false);
            onChange({ ...edit, choice: picked });
          }}
        />
      )}
      <span className={styles["meta"]}>
        <StateBadge tone={choice.kind === "indicator" ? "good" : choice.kind === "new" ? "active" : "neutral"}>
          {t(say(choice.kind === "indicator" ? "isMatched" : choice.kind === "new" ? "isNew" : "isDropped"))}
        </StateBadge>
        {row.repeats !== null && choice.kind === "drop" && <span>{t(say("repeats"))}</span>}
        {row.confidence < 0.7 && choice.kind !== "drop" && <StateBadge tone="attention">{t(say("unsure"))}</StateBadge>}
        {choice.kind === "indicator" && choice.unit !== row.unit && row.unit !== "" && (
          <span>{t(say("otherUnit", { unit: choice.unit }))}</span>
        )}
        <button type="button" className={styles["origin"]} onClick={light}>
          {t(say("lineAt", { line: row.line }))}
        </button>
      </span>
    </li>
  );
}

/** The whole dictionary, when none of the candidates is meant. */
function Dictionary({ onPick }: { onPick(choice: Choice): void }) {
  const t = useText();
  const [text, setText] = useState("");
  const list = useQuery(orpc.indicators.dictionary.list.queryOptions({ input: { text } }));
  const items = list.data?.items ?? [];
  return (
    <Select
      className={styles["meta"]}
      label={t(say("search"))}
      searchable
      searchValue={text}
      onSearchChange={setText}
      limit={50}
      data={items.map(({ id, code, name, unit }) => ({ value: String(id), label: `${code} ${name} (${unit})` }))}
      filter={({ options }) => options}
      onChange={(value) => {
        const found = items.find(({ id }) => String(id) === value);
        if (found) onPick({ kind: "indicator", indicatorId: found.id, member: "", name: found.name, unit: found.unit });
      }}
    />
  );
}
