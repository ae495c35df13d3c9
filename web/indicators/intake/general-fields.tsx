import { Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import type { PeriodKind } from "../../../src/kernel/time/index.ts";
import type { IntakeProposal } from "../../../src/modules/indicators/contract.ts";
import { useText } from "../../shell/language.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { showDate } from "../../ui/dates.ts";
import { Section } from "../../ui/section.tsx";
import { say as sayAll } from "../messages.ts";
import { periodKinds, periodKindText } from "../words.ts";
import { say } from "./messages.ts";
import type { Edit } from "./model.ts";
import type { Lit } from "./source-text.tsx";
import styles from "./intake.module.css";

type Props = {
  edit: Edit;
  proposal: IntakeProposal;
  errors: Record<string, string>;
  onChange(change: Partial<Edit>): void;
  onLight(lit: Lit): void;
};

/** Title, basis, period, due and receiver, each with the words it was read from. */
export function GeneralFields({ edit, proposal, errors, onChange, onLight }: Props) {
  const t = useText();
  const from = (guess: { quote: string; line: number } | null) => <Origin guess={guess} onLight={onLight} />;
  return (
    <Section title={t(say("general"))}>
      <div className={styles["stack"]}>
        <div>
          <TextInput
            label={t(say("formTitle"))}
            required
            value={edit.title}
            error={errors["title"]}
            onChange={(event) => onChange({ title: event.currentTarget.value })}
          />
          {from(proposal.title)}
        </div>
        <div>
          <TextInput
            label={t(say("basis"))}
            description={t(say("basisHint"))}
            value={edit.basis}
            error={errors["basis"]}
            onChange={(event) => onChange({ basis: event.currentTarget.value })}
          />
          {from(proposal.basis)}
        </div>
        <div>
          <div className={styles["pair"]}>
            <NativeSelect
              label={t(say("kind"))}
              value={edit.kind}
              onChange={(event) => onChange({ kind: event.currentTarget.value as PeriodKind })}
              data={periodKinds.map((kind) => ({ value: kind, label: t(periodKindText[kind]) }))}
            />
            {edit.kind !== "ad-hoc" && edit.kind !== "week" && (
              <NativeSelect
                label={t(say("calendar"))}
                value={edit.calendar}
                onChange={(event) => onChange({ calendar: event.currentTarget.value === "cut-off-15" ? "cut-off-15" : "civil" })}
                data={[
                  { value: "civil", label: t(sayAll("calendarCivil")) },
                  { value: "cut-off-15", label: t(sayAll("calendarCutOff")) },
                ]}
              />
            )}
            {edit.kind === "ad-hoc" && (
              <>
                <DateInput label={t(say("from"))} value={edit.from} error={errors["from"]} onChange={(day) => onChange({ from: day })} />
                <DateInput label={t(say("to"))} value={edit.to} onChange={(day) => onChange({ to: day })} />
              </>
            )}
          </div>
          {from(proposal.period)}
          {proposal.figures?.value.from && (
            <p className={styles["guide"]}>
              {t(say("figuresSpan", { from: showDate(proposal.figures.value.from), to: showDate(proposal.figures.value.to) }))}
            </p>
          )}
        </div>
        <div>
          <div className={styles["pair"]}>
            <DateInput label={t(say("dueDay"))} value={edit.dueDay} error={errors["due"]} onChange={(day) => onChange({ dueDay: day })} />
            <TextInput
              label={t(say("dueText"))}
              value={edit.dueText}
              onChange={(event) => onChange({ dueText: event.currentTarget.value })}
            />
          </div>
          {edit.dueDay && (
            <Checkbox
              className={styles["tick"]}
              label={t(say("dueBefore"))}
              checked={edit.dueBefore}
              onChange={(event) => onChange({ dueBefore: event.currentTarget.checked })}
            />
          )}
          {!edit.dueDay && proposal.due?.value.kind === "day-of-year" && <p className={styles["guide"]}>{t(say("dueYearly"))}</p>}
          {from(proposal.due)}
        </div>
        <div>
          <TextInput
            label={t(say("receiver"))}
            value={edit.receiver}
            onChange={(event) => onChange({ receiver: event.currentTarget.value })}
          />
          {from(proposal.receiver)}
        </div>
        <div>
          <Textarea
            label={t(say("addressees"))}
            description={t(say("addresseesHint"))}
            autosize
            minRows={1}
            value={edit.addressees}
            onChange={(event) => onChange({ addressees: event.currentTarget.value })}
          />
          {from(proposal.addressees)}
        </div>
      </div>
    </Section>
  );
}

function Origin({ guess, onLight }: { guess: { quote: string; line: number } | null; onLight(lit: Lit): void }) {
  const t = useText();
  if (guess === null) return <span className={styles["origin"]}>{t(say("notRead"))}</span>;
  const quote = guess.quote.length > 90 ? `${guess.quote.slice(0, 90)}…` : guess.quote;
  return (
    <button type="button" className={styles["origin"]} onClick={() => onLight({ line: guess.line })}>
      {t(say("readFrom", { line: guess.line, quote }))}
    </button>
  );
}
