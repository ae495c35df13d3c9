import { Button, Radio, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { contentNames, fieldTitles, kindNames } from "../../src/modules/exemplars/messages.ts";
import { useText } from "../shell/language.tsx";
import { usePost } from "../shell/session.tsx";
import { showDate, today } from "../ui/dates.ts";
import { UnitPicker } from "../ui/unit-picker.tsx";
import { Choices } from "./choices.tsx";
import styles from "./exemplars.module.css";
import { say } from "./messages.ts";
import { fields, kinds } from "./search.ts";
import type { Round } from "./use-round.ts";
import { contentOrder, fieldExample, kindExample } from "./words.ts";
import type { Written } from "./written.ts";

export type FieldsProps = {
  written: Written;
  round: Round;
  onChange(part: Partial<Written>): void;
  /** Messages per field, from here or from the server. */
  errors: Record<string, string>;
};

/** What is enough to register: kind, name, round, and the few contents that the round asks for. */
export function MinuteFields({ roundFixed = false, ...props }: FieldsProps & { roundFixed?: boolean }) {
  const t = useText();
  const { written, round, onChange, errors } = props;
  return (
    <>
      <Choices
        label={t(say("kind"))}
        choices={kinds.map((value) => ({ value, name: kindNames[value], note: kindExample(value) }))}
        value={written.kind}
        onChange={(kind) => onChange({ kind })}
        error={errors["kind"]}
      />
      <TextInput
        label={t(say("name"))}
        description={t(say("nameHint"))}
        size="md"
        value={written.name}
        maxLength={300}
        error={errors["name"]}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      {!roundFixed && <RoundField {...props} />}
      <LeadField {...props} />
      {round.asked.includes("field") && <FieldField {...props} />}
      {contentOrder
        .filter((key) => round.asked.includes(key))
        .map((key) => (
          <ContentField key={key} content={key} {...props} />
        ))}
    </>
  );
}

/** One of the contents: a question, and the hint that says what is meant. */
export function ContentField({ content, written, onChange, errors }: FieldsProps & { content: (typeof contentOrder)[number] }) {
  const t = useText();
  const { name, hint } = contentNames[content];
  return (
    <Textarea
      label={t(name)}
      description={t(hint)}
      size="md"
      autosize
      minRows={2}
      maxRows={14}
      maxLength={8000}
      value={written.contents[content] ?? ""}
      error={errors[`contents.${content}`]}
      onChange={(event) => onChange({ contents: { ...written.contents, [content]: event.currentTarget.value } })}
    />
  );
}

/** The four fields of the movement, or the round's own list, each entry of which belongs to one of them. */
export function FieldField({ written, round, onChange, errors }: FieldsProps) {
  const t = useText();
  if (round.localFields.length > 0) {
    return (
      <Select
        label={t(say("localField"))}
        size="md"
        searchable={round.localFields.length > 8}
        data={round.localFields.map(({ code, label, field }) => ({ value: code, label: `${label} (${t(fieldTitles[field])})` }))}
        value={written.localField}
        error={errors["localField"] ?? errors["field"]}
        onChange={(code) =>
          onChange({ localField: code, field: round.localFields.find((each) => each.code === code)?.field ?? written.field })
        }
      />
    );
  }
  return (
    <Choices
      label={t(say("fieldQuestion"))}
      choices={fields.map((value) => ({ value, name: fieldTitles[value], note: fieldExample(value) }))}
      value={written.field}
      onChange={(field) => onChange({ field, localField: null })}
      error={errors["field"] ?? errors["localField"]}
    />
  );
}

const NONE = "none";

/** Offered when one is open for the unit; says until when. */
function RoundField({ written, round, onChange, errors }: FieldsProps) {
  const t = useText();
  const day = today();
  const error = errors["roundId"];
  if (round.offered.length === 0) {
    return (
      <>
        {written.kind !== null && <p className={styles["fieldHint"]}>{t(say("noRounds"))}</p>}
        {error && <p className={styles["wrong"]}>{error}</p>}
      </>
    );
  }
  return (
    <Radio.Group
      label={t(say("round"))}
      error={error}
      value={round.meant ?? NONE}
      onChange={(value) => onChange({ roundId: value === NONE ? null : value, localField: null })}
    >
      <div className={styles["radios"]}>
        {round.offered.map(({ id, title, body, opensOn, closesOn }) => {
          const key = opensOn > day ? "roundSoon" : closesOn < day ? "roundLate" : "roundUntil";
          const date = showDate(opensOn > day ? opensOn : closesOn);
          return <Radio key={id} value={id} size="md" label={title} description={t(say(key, { body: body.name, date }))} />;
        })}
        <Radio value={NONE} size="md" label={t(say("roundNone"))} description={t(say("roundNoneHint"))} />
      </div>
    </Radio.Group>
  );
}

/** The own unit stands ready; changing it is for those who type for others. */
function LeadField({ written: { lead }, onChange, errors }: FieldsProps) {
  const t = useText();
  const own = usePost()?.unit;
  const [changing, setChanging] = useState(lead[0] === undefined || lead[0].id !== own?.id);
  const error = errors["leadId"];
  if (!changing && lead[0]) {
    return (
      <div role="group" aria-label={t(say("lead"))} className={styles["question"]}>
        <div className={styles["fieldLabel"]}>{t(say("lead"))}</div>
        <div className={styles["chosen"]}>
          <span>{lead[0].name}</span>
          <Button variant="default" onClick={() => setChanging(true)}>
            {t(say("changeUnit"))}
          </Button>
        </div>
        {error && <p className={styles["wrong"]}>{error}</p>}
      </div>
    );
  }
  return (
    <UnitPicker
      label={t(say("lead"))}
      description={t(say("leadHint"))}
      value={lead}
      error={error}
      onChange={(next) => onChange({ lead: next })}
    />
  );
}
