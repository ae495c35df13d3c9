import { Button, NumberInput, Textarea } from "@mantine/core";
import { useText } from "../../shell/language.tsx";
import styles from "./life.module.css";
import { say } from "./messages.ts";

/** `key` only tells rows apart. */
export type WrittenFinding = { key: number; text: string; recommendation: string; mendDays: number | null };

type Props = { findings: readonly WrittenFinding[]; onChange(findings: WrittenFinding[]): void };

/** What a visit found that is to be mended: what, what is recommended, and in how many days. */
export function FindingsInput({ findings, onChange }: Props) {
  const t = useText();
  const put = (row: WrittenFinding, part: Partial<WrittenFinding>) =>
    onChange(findings.map((each) => (each === row ? { ...row, ...part } : each)));
  const add = () =>
    onChange([...findings, { key: Math.max(0, ...findings.map(({ key }) => key)) + 1, text: "", recommendation: "", mendDays: null }]);
  return (
    <fieldset className={styles["rows"]}>
      <legend>{t(say("findings"))}</legend>
      <p className={styles["quiet"]}>{t(say("findingsNote"))}</p>
      {findings.map((finding) => (
        <div key={finding.key} className={styles["row"]}>
          <Textarea
            label={t(say("finding"))}
            size="md"
            autosize
            minRows={2}
            maxLength={2000}
            value={finding.text}
            onChange={(event) => put(finding, { text: event.currentTarget.value })}
          />
          <Textarea
            label={t(say("recommendation"))}
            size="md"
            autosize
            maxLength={2000}
            value={finding.recommendation}
            onChange={(event) => put(finding, { recommendation: event.currentTarget.value })}
          />
          <NumberInput
            label={t(say("mendDays"))}
            size="md"
            min={1}
            max={1000}
            allowDecimal={false}
            hideControls
            value={finding.mendDays ?? ""}
            onChange={(days) => put(finding, { mendDays: typeof days === "number" ? days : null })}
          />
          <Button variant="default" onClick={() => onChange(findings.filter((each) => each !== finding))}>
            {t(say("removeFinding"))}
          </Button>
        </div>
      ))}
      <Button variant="default" onClick={add}>
        {t(say("addFinding"))}
      </Button>
    </fieldset>
  );
}
