import { Radio, Select, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ActivityField, Source } from "../../src/modules/activities/contract.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { UnitPicker } from "../ui/unit-picker.tsx";
import styles from "./activities.module.css";
import { AmountInput } from "../ui/amount-input.tsx";
import { say } from "./messages.ts";
import type { FieldsProps } from "./minute-fields.tsx";
import { inUnit } from "./words.ts";
import { amountKeys, unitId } from "./written.ts";

const sources = ["self", "dictated", "paper"] as const satisfies Source[];

/** What may be added: figures as people say them, the kind's own fields, place, partners, words, the clause it serves. */
export function MoreFields({ kinds, written, onChange, errors }: FieldsProps) {
  const t = useText();
  const kind = kinds.find(({ code }) => code === written.kind);
  return (
    <>
      <div className={styles["amounts"]}>
        {amountKeys.map((key) => (
          <AmountInput
            key={key}
            label={t(say(key))}
            value={written[key]}
            inUnit={inUnit[key]}
            error={errors[key]}
            onChange={(typed) => onChange({ [key]: typed })}
          />
        ))}
        {kind?.fields.map((field) => (
          <OwnField key={field.key} field={field} written={written} onChange={onChange} errors={errors} />
        ))}
      </div>
      <Textarea
        label={t(say("summary"))}
        description={t(say("summaryHint"))}
        size="md"
        autosize
        minRows={3}
        value={written.summary}
        error={errors["summary"]}
        onChange={(event) => onChange({ summary: event.currentTarget.value })}
      />
      <TextInput
        label={t(say("place"))}
        description={t(say("placeHint"))}
        size="md"
        value={written.place}
        error={errors["place"]}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
      />
      <div className={styles["pair"]}>
        <TextInput
          type="time"
          label={t(say("startTime"))}
          size="md"
          value={written.startTime}
          error={errors["startTime"]}
          onChange={(event) => onChange({ startTime: event.currentTarget.value })}
        />
        <DateInput
          label={t(say("untilDate"))}
          description={t(say("untilDateHint"))}
          size="md"
          value={written.untilDate}
          error={errors["untilDate"]}
          onChange={(untilDate) => onChange({ untilDate })}
        />
      </div>
      <UnitPicker
        multiple
        label={t(say("partners"))}
        description={t(say("partnersHint"))}
        value={written.partners}
        error={errors["partners"]}
        onChange={(partners) => onChange({ partners })}
      />
      <ServesField written={written} onChange={onChange} errors={errors} />
      <Radio.Group
        label={t(say("source"))}
        description={written.source === "self" ? undefined : t(say("typedForHint"))}
        value={written.source}
        onChange={(value) => onChange({ source: value as Source })}
      >
        <div className={styles["radios"]}>
          {sources.map((value) => (
            <Radio key={value} value={value} label={t(say(`source.${value}`))} />
          ))}
        </div>
      </Radio.Group>
    </>
  );
}

/** One of the few extra fields of a kind ("Số kiến nghị"). */
function OwnField({ field, written, onChange, errors }: Omit<FieldsProps, "kinds"> & { field: ActivityField }) {
  const t = useText();
  const { key, type, label, unit, options } = field;
  const value = written.details[key] ?? "";
  const put = (typed: string) => onChange({ details: { ...written.details, [key]: typed } });
  const error = errors[`details.${key}`];
  switch (type) {
    case "number":
      return (
        <AmountInput
          label={t(label)}
          value={value}
          error={error}
          inUnit={(number) => ({ vi: unit ? `${number} ${unit}` : number, en: unit ? `${number} ${unit}` : number })}
          onChange={put}
        />
      );
    case "text":
      return <TextInput label={t(label)} size="md" value={value} error={error} onChange={(event) => put(event.currentTarget.value)} />;
    case "choice":
      return (
        <Select
          label={t(label)}
          size="md"
          clearable
          data={options.map((option) => ({ value: option.value, label: t(option.label) }))}
          value={value || null}
          error={error}
          onChange={(chosen) => put(chosen ?? "")}
        />
      );
    case "boolean":
      return (
        <Select
          label={t(label)}
          size="md"
          clearable
          data={[
            { value: "true", label: t(say("yes")) },
            { value: "false", label: t(say("no")) },
          ]}
          value={value || null}
          error={error}
          onChange={(chosen) => put(chosen ?? "")}
        />
      );
    case "unit":
      return (
        <UnitPicker
          label={t(label)}
          value={written.detailUnits[key] ?? []}
          error={error}
          onChange={(units) => onChange({ detailUnits: { ...written.detailUnits, [key]: units } })}
        />
      );
  }
}

/** Open duties of the unit that leads: offered, never demanded. */
function ServesField({ written, onChange, errors }: Omit<FieldsProps, "kinds">) {
  const t = useText();
  const lead = written.lead[0];
  const duties = useQuery(orpc.activities.duties.queryOptions({ input: lead ? { leadId: unitId(lead) } : {} }));
  const offered = duties.data?.items ?? [];
  if (offered.length === 0 && written.workId === null) return null;
  return (
    <Select
      label={t(say("serves"))}
      description={t(say("servesHint"))}
      placeholder={t(say("servesNone"))}
      size="md"
      clearable
      searchable
      data={offered.map(({ workId, clause, title }) => ({ value: workId, label: clause ? `${clause}. ${title}` : title }))}
      value={written.workId}
      error={errors["serves"] ?? errors["serves.workId"]}
      onChange={(workId) => onChange({ workId })}
    />
  );
}
