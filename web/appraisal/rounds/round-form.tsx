import { Button, Checkbox, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { FormEvent } from "react";
import type { Purpose, RoundDetail } from "../../../src/modules/appraisal/contract.ts";
import { asApiError } from "../../shell/api-error.ts";
import { orpc, type api } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { today } from "../../ui/dates.ts";
import { DraftNote } from "../../ui/draft-note.tsx";
import { useDraft } from "../../ui/draft.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import styles from "../appraisal.module.css";
import { say } from "../messages.ts";

export type WrittenRound = {
  title: string;
  purpose: Purpose;
  rubricId: string | null;
  periodFrom: string | null;
  periodUntil: string | null;
  selfUntil: string | null;
  judgeUntil: string | null;
  yearly: boolean;
  selfScoring: boolean;
  judges: number;
  final: "mean" | "agreed";
  spreadShare: string;
  commentShare: string;
  titles: string;
  allUnits: string;
  note: string;
};

export type RoundSent = Parameters<typeof api.appraisal.rounds.create>[0];

/** A year's appraisal, due before the year's end; the first of the coming days that offices use. */
export function newRound(day: string): WrittenRound {
  const year = day.slice(0, 4);
  return {
    title: say("title").vi + ` năm ${year}`,
    purpose: "appraisal",
    rubricId: null,
    periodFrom: `${year}-01-01`,
    periodUntil: `${year}-12-31`,
    selfUntil: null,
    judgeUntil: null,
    yearly: false,
    selfScoring: true,
    judges: 2,
    final: "mean",
    spreadShare: "15",
    commentShare: "60",
    titles: "",
    allUnits: "",
    note: "",
  };
}

export const writtenOf = (round: RoundDetail): WrittenRound => ({
  title: round.title,
  purpose: round.purpose,
  rubricId: round.rubric?.id ?? null,
  periodFrom: round.periodFrom,
  periodUntil: round.periodUntil,
  selfUntil: round.selfUntil,
  judgeUntil: round.judgeUntil,
  yearly: round.dueRule !== null,
  selfScoring: round.selfScoring,
  judges: round.judges,
  final: round.final,
  spreadShare: round.spreadShare,
  commentShare: round.commentShare,
  titles: round.titles.join("\n"),
  allUnits: round.allUnits === null ? "" : String(round.allUnits),
  note: round.note,
});

const sentOf = (written: WrittenRound): RoundSent => ({
  ...written,
  periodFrom: written.periodFrom ?? "",
  periodUntil: written.periodUntil ?? "",
  judgeUntil: (written.purpose === "emulation" ? (written.judgeUntil ?? written.periodUntil) : written.judgeUntil) ?? "",
  dueRule: written.yearly && written.selfUntil ? written.selfUntil.slice(5) : null,
  titles: written.titles
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean),
  allUnits: written.allUnits.trim() === "" ? null : Number(written.allUnits),
});

const titlesDue = "01-30";

/** The year whose registration is not over yet. */
const nextJanuary = (): number => {
  const day = today();
  return Number(day.slice(0, 4)) + (day.slice(5) > titlesDue ? 1 : 0);
};

/** Titles that the Law on emulation names for collectives; a body takes out what it does not register. */
const usualTitles = ["Tập thể Lao động tiên tiến", "Tập thể Lao động xuất sắc", "Giấy khen", "Bằng khen"].join("\n");

type Props = {
  thing: string;
  initial: WrittenRound;
  /** Rules stay once a round is open. */
  locked?: boolean;
  send(input: RoundSent): Promise<RoundDetail>;
  onDone(round: RoundDetail): void;
  onCancel?(): void;
};

export function RoundForm({ thing, initial, locked = false, send, onDone, onCancel }: Props) {
  const t = useText();
  const { value, setValue, restored, clear } = useDraft(thing, initial);
  const put = (part: Partial<WrittenRound>) => setValue((before) => ({ ...before, ...part }));
  const rubrics = useQuery(orpc.appraisal.rubrics.list.queryOptions({ input: { state: "published" } }));
  const run = useMutation({
    mutationFn: () => send(sentOf(value)),
    onSuccess: (round) => {
      clear();
      onDone(round);
    },
  });
  const errors = run.error ? asApiError(run.error).fields : {};
  const day = (key: "periodFrom" | "periodUntil" | "selfUntil" | "judgeUntil", label: string) => (
    <DateInput label={label} size="md" value={value[key]} error={errors[key]} onChange={(date) => put({ [key]: date })} />
  );
  const emulation = value.purpose === "emulation";
  const choices =
    rubrics.data?.items.map(({ id, title, edition }) => ({ value: id, label: `${title} (${t(say("edition", { edition }))})` })) ?? [];
  return (
    <form
      className={styles["form"]}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        run.mutate();
      }}
    >
      <DraftNote restored={restored} onDiscard={() => clear()} />
      <Select
        label={t(say("purpose"))}
        size="md"
        allowDeselect={false}
        disabled={locked}
        value={value.purpose}
        data={(["appraisal", "emulation"] as const).map((purpose) => ({ value: purpose, label: t(say(`purpose.${purpose}`)) }))}
        onChange={(chosen) => {
          const purpose = chosen === "emulation" ? "emulation" : "appraisal";
          // Registration of titles is due on 30/01 in most bodies' rules: that of the coming year, offered to be changed.
          const year = nextJanuary();
          put(
            purpose === "emulation"
              ? {
                  purpose,
                  yearly: true,
                  periodFrom: `${year}-01-01`,
                  periodUntil: `${year}-12-31`,
                  selfUntil: `${year}-${titlesDue}`,
                  titles: value.titles || usualTitles,
                  title: `Đăng ký thi đua năm ${year}`,
                }
              : { purpose, yearly: false },
          );
        }}
      />
      <TextInput
        label={t(say("roundTitle"))}
        size="md"
        required
        maxLength={300}
        value={value.title}
        error={errors["title"]}
        onChange={(event) => put({ title: event.currentTarget.value })}
      />
      {!emulation && (
        <>
          <Select
            label={t(say("rubric"))}
            description={t(say("rubricHint"))}
            size="md"
            searchable
            disabled={locked}
            data={choices}
            value={value.rubricId}
            error={errors["rubricId"]}
            onChange={(rubricId) => put({ rubricId })}
          />
          {rubrics.data && choices.length === 0 && (
            <p className={styles["quiet"]}>
              {t(say("noRubrics"))} <Link to="/appraisal/rubrics/new">{t(say("makeRubric"))}</Link>
            </p>
          )}
        </>
      )}
      {emulation && (
        <Textarea
          label={t(say("titles"))}
          description={t(say("titlesHint"))}
          size="md"
          autosize
          minRows={3}
          value={value.titles}
          onChange={(event) => put({ titles: event.currentTarget.value })}
        />
      )}
      <div className={styles["pair"]}>
        {day("periodFrom", t(say("periodFrom")))}
        {day("periodUntil", t(say("periodUntil")))}
        {day("selfUntil", t(say(emulation ? "registerUntil" : "selfUntil")))}
        {!emulation && day("judgeUntil", t(say("judgeUntil")))}
      </div>
      <Checkbox
        size="md"
        label={t(say("dueYearly"))}
        checked={value.yearly}
        onChange={(event) => put({ yearly: event.currentTarget.checked })}
      />
      {!emulation && (
        <details className={styles["more"]}>
          <summary>{t(say("more"))}</summary>
          <div className={styles["form"]}>
            <Checkbox
              size="md"
              label={t(say("selfScoring"))}
              disabled={locked}
              checked={value.selfScoring}
              onChange={(event) => put({ selfScoring: event.currentTarget.checked })}
            />
            <div className={styles["pair"]}>
              <NumberInput
                label={t(say("judges"))}
                size="md"
                min={2}
                max={9}
                disabled={locked}
                value={value.judges}
                onChange={(judges) => put({ judges: Number(judges) || 2 })}
              />
              <Select
                label={t(say("final"))}
                size="md"
                allowDeselect={false}
                disabled={locked}
                value={value.final}
                data={(["mean", "agreed"] as const).map((final) => ({ value: final, label: t(say(`final.${final}`)) }))}
                onChange={(final) => put({ final: final === "agreed" ? "agreed" : "mean" })}
              />
              <TextInput
                label={t(say("spreadShare"))}
                size="md"
                inputMode="decimal"
                disabled={locked}
                value={value.spreadShare}
                error={errors["spreadShare"]}
                onChange={(event) => put({ spreadShare: event.currentTarget.value })}
              />
              <TextInput
                label={t(say("commentShare"))}
                size="md"
                inputMode="decimal"
                disabled={locked}
                value={value.commentShare}
                error={errors["commentShare"]}
                onChange={(event) => put({ commentShare: event.currentTarget.value })}
              />
            </div>
            <TextInput
              label={t(say("allUnits"))}
              description={t(say("allUnitsHint"))}
              size="md"
              inputMode="numeric"
              value={value.allUnits}
              onChange={(event) => put({ allUnits: event.currentTarget.value.replace(/\D/g, "") })}
            />
          </div>
        </details>
      )}
      <Textarea
        label={t(say("note"))}
        size="md"
        autosize
        maxLength={2000}
        value={value.note}
        onChange={(event) => put({ note: event.currentTarget.value })}
      />
      <ErrorNote error={run.error} />
      <div className={styles["buttons"]}>
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
