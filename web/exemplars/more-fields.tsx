import { Button, Radio, SegmentedControl, TagsInput, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { PartnerPart, Stream } from "../../src/modules/exemplars/contract.ts";
import { AmountInput } from "../ui/amount-input.tsx";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { Icon } from "../ui/icon.tsx";
import { UnitPicker } from "../ui/unit-picker.tsx";
import styles from "./exemplars.module.css";
import { say } from "./messages.ts";
import { ContentField, FieldField, type FieldsProps } from "./minute-fields.tsx";
import { contentOrder } from "./words.ts";
import { figureKeys, goalErrors, type FigureKey, type WrittenGoal } from "./written.ts";

const streams = ["new", "existing"] as const satisfies Stream[];
const parts = ["coordinate", "join"] as const satisfies PartnerPart[];
const inUnit = {
  money: (number: string) => say("inMoney", { number }),
  labour: (number: string) => say("inLabour", { number }),
  turns: (number: string) => say("inTurns", { number }),
} satisfies Record<FigureKey, unknown>;

/** What may come on another day: the other contents, goals as figures, partners, area, days, resources, themes. */
export function MoreFields(props: FieldsProps) {
  const t = useText();
  const { written, round, onChange, errors } = props;
  const words = useQuery({ ...orpc.exemplars.words.queryOptions(), staleTime: Infinity });
  return (
    <>
      <Radio.Group label={t(say("stream"))} value={written.stream} onChange={(value) => onChange({ stream: value as Stream })}>
        <div className={styles["inline"]}>
          {streams.map((value) => (
            <Radio key={value} value={value} label={t(say(`stream.${value}`))} />
          ))}
        </div>
      </Radio.Group>
      {!round.asked.includes("field") && <FieldField {...props} />}
      {contentOrder
        .filter((key) => !round.asked.includes(key))
        .map((key) => (
          <ContentField key={key} content={key} {...props} />
        ))}
      <Goals {...props} />
      <Partners {...props} />
      <UnitPicker label={t(say("area"))} value={written.area} error={errors["areaId"]} onChange={(area) => onChange({ area })} />
      <TextInput
        label={t(say("place"))}
        description={t(say("placeHint"))}
        size="md"
        maxLength={300}
        value={written.place}
        error={errors["place"]}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
      />
      <div className={styles["pair"]}>
        <DateInput
          label={t(say("startedOn"))}
          size="md"
          value={written.startedOn}
          error={errors["startedOn"]}
          onChange={(startedOn) => onChange({ startedOn })}
        />
        <DateInput
          label={t(say("endsOn"))}
          size="md"
          value={written.endsOn}
          error={errors["endsOn"]}
          onChange={(endsOn) => onChange({ endsOn })}
        />
      </div>
      <div className={styles["pair"]}>
        {figureKeys.map((key) => (
          <AmountInput
            key={key}
            label={t(say(key))}
            value={written[key]}
            inUnit={inUnit[key]}
            error={errors[key]}
            onChange={(typed) => onChange({ [key]: typed })}
          />
        ))}
      </div>
      <TagsInput
        label={t(say("themes"))}
        description={t(say("themesHint"))}
        size="md"
        maxTags={10}
        data={words.data?.themes ?? []}
        value={written.themes}
        error={errors["themes"]}
        onChange={(themes) => onChange({ themes })}
      />
    </>
  );
}

/** Goals as figures: what is measured, where it stands, where it is to stand. */
function Goals({ written: { goals }, onChange, errors }: FieldsProps) {
  const t = useText();
  const put = (row: WrittenGoal, part: Partial<WrittenGoal>) =>
    onChange({ goals: goals.map((each) => (each === row ? { ...row, ...part } : each)) });
  const add = () =>
    onChange({ goals: [...goals, { key: Math.max(-1, ...goals.map(({ key }) => key)) + 1, name: "", unit: "", baseline: "", goal: "" }] });
  const input = (row: WrittenGoal, key: "name" | "unit" | "baseline" | "goal", label: string, wrong: Record<string, string>) => (
    <TextInput
      label={label}
      size="md"
      autoComplete="off"
      inputMode={key === "baseline" || key === "goal" ? "decimal" : "text"}
      maxLength={key === "name" ? 200 : 40}
      value={row[key]}
      error={wrong[key]}
      onChange={(event) => put(row, { [key]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset className={styles["rows"]}>
      <legend className={styles["fieldLabel"]}>{t(say("goals"))}</legend>
      <p className={styles["fieldHint"]}>{t(say("goalsHint"))}</p>
      {goals.map((row, at) => {
        const wrong = goalErrors(goals, errors, row);
        return (
          <div key={row.key} role="group" aria-label={t(say("goalNumber", { number: at + 1 }))} className={styles["goal"]}>
            {input(row, "name", t(say("goalName")), wrong)}
            {input(row, "unit", t(say("goalUnit")), wrong)}
            {input(row, "baseline", t(say("goalBaseline")), wrong)}
            {input(row, "goal", t(say("goalGoal")), wrong)}
            <button
              type="button"
              className={styles["remove"]}
              aria-label={t(say("goalRemove", { number: at + 1 }))}
              onClick={() => onChange({ goals: goals.filter((each) => each !== row) })}
            >
              <Icon name="trash" size={18} />
            </button>
          </div>
        );
      })}
      <Button variant="default" leftSection={<Icon name="plus" size={16} />} disabled={goals.length >= 20} onClick={add}>
        {t(say("goalAdd"))}
      </Button>
    </fieldset>
  );
}

/** Many take part, one leads. */
function Partners({ written: { partners }, onChange, errors }: FieldsProps) {
  const t = useText();
  return (
    <div className={styles["rows"]}>
      <UnitPicker
        multiple
        label={t(say("partners"))}
        description={t(say("leadHint"))}
        value={partners.map(({ unit }) => unit)}
        error={errors["partners"]}
        onChange={(units) =>
          onChange({
            partners: units.map((unit) => partners.find((each) => each.unit.id === unit.id) ?? { unit, part: "coordinate" }),
          })
        }
      />
      {partners.map((partner) => (
        <div key={partner.unit.id} className={styles["partner"]}>
          <span>{partner.unit.name}</span>
          <SegmentedControl
            aria-label={t(say("partOf", { name: partner.unit.name }))}
            data={parts.map((value) => ({ value, label: t(say(value)) }))}
            value={partner.part}
            onChange={(value) =>
              onChange({ partners: partners.map((each) => (each === partner ? { ...each, part: value as PartnerPart } : each)) })
            }
          />
        </div>
      ))}
    </div>
  );
}
