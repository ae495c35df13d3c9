import { Button, Checkbox, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { grouped } from "../../../src/kernel/decimals.ts";
import type { Rated, RubricDetail } from "../../../src/modules/appraisal/contract.ts";
import { ratedNames } from "../../../src/modules/appraisal/messages.ts";
import { asApiError } from "../../shell/api-error.ts";
import { useText } from "../../shell/language.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { DraftNote } from "../../ui/draft-note.tsx";
import { useDraft } from "../../ui/draft.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import styles from "../appraisal.module.css";
import { say } from "../messages.ts";
import { Lines } from "./lines.tsx";
import { outcomeNew, sectionNew, sentOf, sumTyped, type RubricSent, type WrittenOutcome, type WrittenRubric } from "./written.ts";

type Props = {
  thing: string;
  initial: WrittenRubric;
  send(input: RubricSent): Promise<RubricDetail>;
  onDone(rubric: RubricDetail): void;
  onCancel?(): void;
};

const rated = Object.keys(ratedNames) as Rated[];

/** A rubric part by part, with the running total always in sight. */
export function RubricForm({ thing, initial, send, onDone, onCancel }: Props) {
  const t = useText();
  const { value, setValue, restored, clear } = useDraft(thing, initial);
  const put = (part: Partial<WrittenRubric>) => setValue((before) => ({ ...before, ...part }));
  const run = useMutation({
    mutationFn: () => send(sentOf(value)),
    onSuccess: (rubric) => {
      clear();
      onDone(rubric);
    },
  });
  const errors = run.error ? asApiError(run.error).fields : {};
  const all = value.sections.flatMap(({ lines }) => lines);
  const total = sumTyped(all);
  const counted = all.every(({ max }) => max.trim() === "");
  const { sections } = value;
  return (
    <form
      className={styles["form"]}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        run.mutate();
      }}
    >
      <DraftNote restored={restored} onDiscard={() => clear()} />
      {value.sample && value.basis.trim() === "" && (
        <div className={styles["note"]} data-tone="attention">
          <p>{t(say("sampleNote"))}</p>
        </div>
      )}
      <TextInput
        label={t(say("rubricTitle"))}
        size="md"
        required
        maxLength={300}
        value={value.title}
        error={errors["title"]}
        onChange={(event) => put({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t(say("basis"))}
        description={t(say("basisHint"))}
        size="md"
        autosize
        maxLength={1000}
        value={value.basis}
        onChange={(event) => put({ basis: event.currentTarget.value })}
      />
      <Checkbox.Group
        label={t(say("rates"))}
        value={value.rates}
        error={errors["rates"]}
        onChange={(chosen) => put({ rates: rated.filter((each) => chosen.includes(each)) })}
      >
        <div className={styles["checkList"]}>
          {rated.map((each) => (
            <Checkbox key={each} size="md" value={each} label={t(ratedNames[each])} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={styles["pair"]}>
        <DateInput label={t(say("validFrom"))} size="md" value={value.validFrom} onChange={(validFrom) => put({ validFrom })} />
        <DateInput
          label={t(say("validUntil"))}
          size="md"
          value={value.validUntil}
          error={errors["validUntil"]}
          onChange={(validUntil) => put({ validUntil })}
        />
      </div>
      <fieldset className={styles["part"]}>
        <legend>{t(say("qualifying"))}</legend>
        <p className={styles["quiet"]}>{t(say("qualifyingNote"))}</p>
        <Lines
          lines={value.qualifying}
          at="content.qualifying"
          errors={errors}
          points={false}
          onChange={(qualifying) => put({ qualifying })}
        />
      </fieldset>
      <p className={styles["quiet"]}>{t(say("lineMaxNote"))}</p>
      {sections.map((section, at) => (
        <fieldset key={section.id} className={styles["part"]}>
          <legend>
            {t(say("section"))} {at + 1}
          </legend>
          <div className={styles["sectionHead"]}>
            <TextInput
              label={t(say("sectionTitle"))}
              maxLength={500}
              value={section.title}
              error={errors[`content.sections.${at}.title`]}
              onChange={(event) => {
                const title = event.currentTarget.value;
                put({ sections: sections.map((each) => (each === section ? { ...section, title } : each)) });
              }}
            />
            <span>{!counted && t(say("sectionTotal", { points: grouped(sumTyped(section.lines)) }))}</span>
            <button
              type="button"
              className={styles["icon"]}
              disabled={sections.length === 1}
              aria-label={t(say("removeSection", { name: section.title || String(at + 1) }))}
              onClick={() => put({ sections: sections.filter((each) => each !== section) })}
            >
              <Icon name="trash" size={18} />
            </button>
          </div>
          <Lines
            lines={section.lines}
            at={`content.sections.${at}.lines`}
            errors={errors}
            points
            onChange={(lines) => put({ sections: sections.map((each) => (each === section ? { ...section, lines } : each)) })}
          />
        </fieldset>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => put({ sections: [...sections, sectionNew()] })}
        >
          {t(say("addSection"))}
        </Button>
      </div>
      {(["bonus", "penalty"] as const).map((part) => (
        <fieldset key={part} className={styles["part"]}>
          <legend>{t(say(part))}</legend>
          <Lines lines={value[part]} at={`content.${part}`} errors={errors} points onChange={(lines) => put({ [part]: lines })} />
        </fieldset>
      ))}
      <Outcomes value={value} errors={errors} put={put} />
      <ErrorNote error={run.error} />
      <div className={styles["bar"]}>
        <strong>
          {counted
            ? t(say("runningCount", { count: all.length }))
            : t(say("runningTotal", { points: grouped(total), bonus: grouped(sumTyped(value.bonus)) }))}
        </strong>
        <Button type="submit" loading={run.isPending}>
          {t(say("save"))}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t(say("cancel"))}
          </Button>
        )}
      </div>
    </form>
  );
}

type OutcomesProps = { value: WrittenRubric; errors: Record<string, string>; put(part: Partial<WrittenRubric>): void };

/** From how many points which word: data of the body, never ours. */
function Outcomes({ value, errors, put }: OutcomesProps) {
  const t = useText();
  const { outcomes } = value;
  const change = (outcome: WrittenOutcome, part: Partial<WrittenOutcome>) =>
    put({ outcomes: outcomes.map((each) => (each === outcome ? { ...outcome, ...part } : each)) });
  return (
    <fieldset className={styles["part"]}>
      <legend>{t(say("outcomes"))}</legend>
      <p className={styles["quiet"]}>{t(say("outcomesNote"))}</p>
      {outcomes.map((outcome, at) => (
        <div key={outcome.id} className={styles["line"]}>
          <TextInput
            label={t(say("outcomeWord"))}
            maxLength={80}
            value={outcome.word}
            error={errors[`content.outcomes.${at}.word`]}
            onChange={(event) => change(outcome, { word: event.currentTarget.value })}
          />
          <TextInput
            label={t(say("outcomeFrom"))}
            inputMode="decimal"
            maxLength={7}
            w="6rem"
            value={outcome.from}
            error={errors[`content.outcomes.${at}.from`]}
            onChange={(event) => change(outcome, { from: event.currentTarget.value })}
          />
          <Checkbox
            label={t(say("outcomeCounts"))}
            checked={outcome.counts}
            onChange={(event) => change(outcome, { counts: event.currentTarget.checked })}
          />
          <Checkbox
            label={t(say("outcomeNoZero"))}
            checked={outcome.noZero}
            onChange={(event) => change(outcome, { noZero: event.currentTarget.checked })}
          />
          <button
            type="button"
            className={styles["icon"]}
            disabled={outcomes.length === 1}
            aria-label={t(say("removeOutcome", { word: outcome.word || String(at + 1) }))}
            onClick={() => put({ outcomes: outcomes.filter((each) => each !== outcome) })}
          >
            <Icon name="trash" size={18} />
          </button>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => put({ outcomes: [...outcomes, outcomeNew()] })}
        >
          {t(say("addOutcome"))}
        </Button>
      </div>
      <TextInput
        label={t(say("unmet"))}
        maxLength={80}
        value={value.unmet}
        error={errors["content.unmet"]}
        onChange={(event) => put({ unmet: event.currentTarget.value })}
      />
    </fieldset>
  );
}
