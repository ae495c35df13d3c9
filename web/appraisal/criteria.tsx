import { SegmentedControl, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { grouped } from "../../src/kernel/decimals.ts";
import type { Line, RubricContent } from "../../src/modules/appraisal/contract.ts";
import { linesOf, type RoledLine } from "../../src/modules/appraisal/domain.ts";
import { useText } from "../shell/language.tsx";
import styles from "./appraisal.module.css";
import { say } from "./messages.ts";

/** As it is typed: points stay the words of the person until they are sent. */
export type Answer = { points: string; met: boolean | null };

type Props = {
  content: RubricContent;
  /** What stands below a criterion: evidence, comment, the unit's own score. */
  below(line: RoledLine): ReactNode;
  answer(line: RoledLine): ReactNode;
  wrong?: Readonly<Record<string, string>>;
  done?(line: RoledLine): boolean;
};

/** Criteria under their parts, each with a place to answer: for self-scoring and for judges, on a phone too. */
export function Criteria({ content, below, answer, wrong = {}, done }: Props) {
  const t = useText();
  const roled = new Map(linesOf(content).map((line) => [line.key, line]));
  const part = (title: string, lines: readonly Line[], note?: string) =>
    lines.length > 0 && (
      <section key={title} className={styles["criteria"]} aria-label={title}>
        <h3>
          {title}
          {note && <span>{note}</span>}
        </h3>
        {lines.map(({ key }) => {
          const line = roled.get(key);
          const message = wrong[key];
          return (
            line && (
              <div
                key={key}
                id={`line-${key}`}
                className={styles["criterion"]}
                data-wrong={message ? true : undefined}
                data-done={done?.(line) ? true : undefined}
              >
                <div>
                  <p>{line.text}</p>
                  {line.guidance && <p className={styles["asked"]}>{line.guidance}</p>}
                  {line.evidence && (
                    <p className={styles["asked"]}>
                      {t(say("lineEvidence"))}: {line.evidence}
                    </p>
                  )}
                </div>
                {answer(line)}
                {message && (
                  <p role="alert" className={styles["wrong"]}>
                    {message}
                  </p>
                )}
                <div className={styles["wide"]}>{below(line)}</div>
              </div>
            )
          );
        })}
      </section>
    );
  const sum = (lines: readonly Line[]) => lines.reduce((total, { max }) => total + Number(max ?? 0), 0);
  return (
    <>
      {content.sections.map(({ title, lines }, at) =>
        part(`${at + 1}. ${title}`, lines, sum(lines) > 0 ? t(say("sectionTotal", { points: grouped(String(sum(lines))) })) : undefined),
      )}
      {part(t(say("bonus")), content.bonus)}
      {part(t(say("penalty")), content.penalty)}
    </>
  );
}

type InputProps = { line: RoledLine; value: Answer; onChange(answer: Answer): void; disabled?: boolean };

/** Points out of the line's most, or met and not met. */
export function AnswerInput({ line, value, onChange, disabled = false }: InputProps) {
  const t = useText();
  if (line.max === null)
    return (
      <SegmentedControl
        aria-label={line.text}
        size="md"
        disabled={disabled}
        value={value.met === null ? "" : value.met ? "yes" : "no"}
        data={[
          { value: "yes", label: t(say("met")) },
          { value: "no", label: t(say("notMet")) },
        ]}
        onChange={(chosen) => onChange({ ...value, met: chosen === "yes" })}
      />
    );
  return (
    <div className={styles["points"]}>
      <TextInput
        aria-label={`${t(say("points"))}: ${line.text}`}
        inputMode="decimal"
        autoComplete="off"
        maxLength={7}
        disabled={disabled}
        value={value.points}
        onChange={(event) => onChange({ ...value, points: event.currentTarget.value.replace(/[^\d.,]/g, "") })}
      />
      <span>{t(say("outOf", { max: grouped(line.max) }))}</span>
    </div>
  );
}

/** The server names lines as "lines.a-1". */
export const wrongLines = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).flatMap(([path, message]) => (path.startsWith("lines.") ? [[path.slice(6), message]] : [])));

/** Brings the first wrong criterion into sight. */
export function showFirstWrong(wrong: Readonly<Record<string, string>>): void {
  const [first] = Object.keys(wrong);
  if (!first) return;
  const place = document.getElementById(`line-${first}`);
  place?.scrollIntoView({ block: "center" });
  place?.querySelector<HTMLElement>("input, textarea, button")?.focus({ preventScroll: true });
}
