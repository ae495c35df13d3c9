import { Anchor, Button, SegmentedControl, Select } from "@mantine/core";
import { useState } from "react";
import { facts } from "../../../src/kernel/facts.ts";
import type { ImportDecision, ImportPreview, ImportRow, ImportSimilar } from "../../../src/modules/exemplars/contract.ts";
import { reasonNames } from "../../../src/modules/exemplars/likeness/messages.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Section } from "../../ui/section.tsx";
import { choices, chosenFor, type Decisions, type Rest } from "./decisions.ts";
import { say } from "./messages.ts";
import styles from "./similar.module.css";

type Props = {
  preview: ImportPreview;
  rest: Rest;
  decisions: Decisions;
  onRest(rest: Rest): void;
  onDecide(line: number, decision: Decisions[number]): void;
};

const atOnce = 25;

/** Rows that look like what the register holds: both sides, why, and what is to become of the row. */
export function SimilarRows({ preview, rest, decisions, onRest, onDecide }: Props) {
  const t = useText();
  const [shown, setShown] = useState(atOnce);
  const rows = preview.rows.filter(({ wrong, similar }) => wrong === null && similar.length > 0);
  if (rows.length === 0) return null;
  const left = preview.counts.similar - rows.length;
  const title = t(say("similarTitle", { count: preview.counts.similar }));
  return (
    <Section title={title} note={t(say("similarNote"))}>
      {preview.year !== null && <p className={styles["note"]}>{t(say("similarYear", { year: preview.year }))}</p>}
      <Select
        className={styles["all"]}
        label={t(say("allOf"))}
        allowDeselect={false}
        data={(["proposed", "new", "year", "same"] as const).map((value) => ({ value, label: t(say(`all.${value}`)) }))}
        value={rest}
        onChange={(value) => onRest((value ?? "proposed") as Rest)}
      />
      <ul className={styles["rows"]} aria-label={title}>
        {rows.slice(0, shown).map((row) => (
          <SimilarRow key={row.line} row={row} chosen={chosenFor(row, { rest, decisions })} onDecide={(each) => onDecide(row.line, each)} />
        ))}
      </ul>
      {rows.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + atOnce)}>
          {t(say("moreRows", { count: Math.min(atOnce, rows.length - shown) }))}
        </Button>
      )}
      {left > 0 && <p className={styles["note"]}>{t(say("notShown", { count: left }))}</p>}
    </Section>
  );
}

type RowProps = { row: ImportRow; chosen: Decisions[number]; onDecide(decision: Decisions[number]): void };

function SimilarRow({ row, chosen, onDecide }: RowProps) {
  const t = useText();
  const { line, name, lead, similar, proposed } = row;
  const other = similar[chosen.which] ?? similar[0];
  if (!other) return null;
  const label = t(say("decideFor", { line }));
  return (
    <li className={styles["row"]}>
      <div className={styles["sides"]}>
        <div>
          <span className={styles["note"]}>{t(say("rowLine", { line }))}</span>
          <strong>{name}</strong>
          <span className={styles["note"]}>{lead}</span>
        </div>
        <div>
          <Other other={other} />
          {similar.length > 1 && (
            <Select
              size="xs"
              className={styles["which"]}
              aria-label={t(say("which"))}
              allowDeselect={false}
              data={similar.map((each, at) => ({ value: String(at), label: t(titleOf(each)) }))}
              value={String(chosen.which)}
              onChange={(value) => onDecide({ as: chosen.as, which: Number(value ?? 0) })}
            />
          )}
        </div>
      </div>
      <div className={styles["decision"]}>
        <SegmentedControl
          aria-label={label}
          data={choices.map((value) => ({
            value,
            label: t(say(`decide.${value}`)),
          }))}
          value={chosen.as}
          onChange={(value) => onDecide({ as: value as ImportDecision, which: chosen.which })}
        />
        <span className={styles["note"]}>
          {chosen.as === proposed && `${t(say("proposed"))} `}
          {t(say(`told.${chosen.as}`))}
        </span>
      </div>
    </li>
  );
}

const titleOf = ({ name, lead, line }: ImportSimilar) =>
  line === null ? { vi: `${name} (${lead})`, en: `${name} (${lead})` } : say("sameInFile", { line });

function Other({ other }: { other: ImportSimilar }) {
  const t = useText();
  const { id, name, lead, line, year, reasons, score, words } = other;
  return (
    <>
      <span className={styles["reasons"]}>
        {reasons.map((reason) => (
          <StateBadge key={reason} tone={reason === "text" ? "attention" : "neutral"}>
            {reason === "renamed" ? t(say("otherYear")) : `${t(reasonNames[reason])}${reason === "text" ? ` ${score}/100` : ""}`}
          </StateBadge>
        ))}
      </span>
      {id === null ? (
        <strong>{t(say("sameInFile", { line: line ?? 0 }))}</strong>
      ) : (
        <Anchor href={`/app/exemplars/${id}`} target="_blank" rel="noopener" fw={600}>
          {name}
        </Anchor>
      )}
      <span className={styles["note"]}>{facts([lead, id === null ? null : year])}</span>
      {words && <mark className={styles["words"]}>{t(say("alikeWords", { words }))}</mark>}
    </>
  );
}
