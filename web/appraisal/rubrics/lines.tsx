import { Button, Textarea, TextInput } from "@mantine/core";
import { useText } from "../../shell/language.tsx";
import { Icon } from "../../ui/icon.tsx";
import styles from "../appraisal.module.css";
import { say } from "../messages.ts";
import { lineNew, type WrittenLine } from "./written.ts";

type Props = {
  lines: WrittenLine[];
  /** Where the server says they stand: "content.sections.0.lines". */
  at: string;
  errors: Record<string, string>;
  /** Qualifying lines have none. */
  points: boolean;
  onChange(lines: WrittenLine[]): void;
};

/** Criteria of one part, each with its most points, the evidence that is asked and how to score it. */
export function Lines({ lines, at, errors, points, onChange }: Props) {
  const t = useText();
  const put = (line: WrittenLine, part: Partial<WrittenLine>) =>
    onChange(lines.map((each) => (each === line ? { ...line, ...part } : each)));
  return (
    <>
      {lines.map((line, place) => (
        <div key={line.key} className={styles["editLine"]}>
          <Textarea
            label={`${t(say("lineText"))} ${place + 1}`}
            autosize
            maxLength={2000}
            value={line.text}
            error={errors[`${at}.${place}.text`] ?? errors[`content.${line.key}`]}
            onChange={(event) => put(line, { text: event.currentTarget.value })}
          />
          {points ? (
            <TextInput
              label={t(say("lineMax"))}
              aria-label={`${t(say("lineMax"))} ${place + 1}`}
              inputMode="decimal"
              maxLength={7}
              value={line.max}
              error={errors[`${at}.${place}.max`]}
              onChange={(event) => put(line, { max: event.currentTarget.value })}
            />
          ) : (
            <span />
          )}
          <button
            type="button"
            className={styles["icon"]}
            aria-label={t(say("removeLine", { name: line.text || String(place + 1) }))}
            onClick={() => onChange(lines.filter((each) => each !== line))}
          >
            <Icon name="trash" size={18} />
          </button>
          <details className={styles["more"]}>
            <summary>
              {t(say("lineEvidence"))}, {t(say("lineGuidance")).toLowerCase()}
            </summary>
            <div className={styles["pair"]}>
              <Textarea
                label={t(say("lineEvidence"))}
                autosize
                maxLength={1000}
                value={line.evidence}
                onChange={(event) => put(line, { evidence: event.currentTarget.value })}
              />
              <Textarea
                label={t(say("lineGuidance"))}
                autosize
                maxLength={2000}
                value={line.guidance}
                onChange={(event) => put(line, { guidance: event.currentTarget.value })}
              />
            </div>
          </details>
        </div>
      ))}
      <div>
        <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => onChange([...lines, lineNew()])}>
          {t(say("addLine"))}
        </Button>
      </div>
    </>
  );
}
