import { Radio } from "@mantine/core";
import type { PictureShows } from "../../../src/modules/exemplars/contract.ts";
import { useText } from "../../shell/language.tsx";
import { say } from "./messages.ts";
import styles from "./pictures.module.css";

const answers = ["none", "people", "children-or-poor"] as const satisfies PictureShows[];

type Props = {
  label: string;
  value: PictureShows | null;
  /** A hint under the question. */
  note?: string;
  /** Also offers to answer later. */
  later?: boolean;
  onChange(value: PictureShows | null): void;
};

/** Whom a picture shows: what may be public of it follows from this answer. */
export function ShowsChoice({ label, value, note, later = false, onChange }: Props) {
  const t = useText();
  return (
    <Radio.Group
      label={label}
      description={note}
      value={value ?? (later ? "later" : "")}
      onChange={(chosen) => onChange(answers.find((answer) => answer === chosen) ?? null)}
    >
      <div className={styles["radios"]}>
        {answers.map((answer) => (
          <Radio key={answer} value={answer} label={t(say(`shows.${answer}`))} />
        ))}
        {later && <Radio value="later" label={t(say("shows.later"))} />}
      </div>
    </Radio.Group>
  );
}
