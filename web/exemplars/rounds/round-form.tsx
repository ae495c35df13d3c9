import { Button, Checkbox, SegmentedControl, Select, Textarea, TextInput } from "@mantine/core";
import { useRef, useState, type FormEvent } from "react";
import type { ExemplarKind, RoundDetail, RoundInput } from "../../../src/modules/exemplars/contract.ts";
import { fieldTitles, kindNames } from "../../../src/modules/exemplars/messages.ts";
import { asApiError } from "../../shell/api-error.ts";
import { useText } from "../../shell/language.tsx";
import { reportSessionEnded } from "../../shell/session-ended.ts";
import { DateInput } from "../../ui/date-input.tsx";
import { today } from "../../ui/dates.ts";
import { ConflictDialog, conflictOf } from "../../ui/conflict-dialog.tsx";
import { useDraft } from "../../ui/draft.ts";
import { DraftNote } from "../../ui/draft-note.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import styles from "../exemplars.module.css";
import { fields, kinds } from "../search.ts";
import { showFirst } from "../show-first.ts";
import { askedName, contentOrder, type Asked } from "../words.ts";
import { ClausePicker } from "./clause-picker.tsx";
import { DocumentPicker } from "./document-picker.tsx";
import { say } from "./messages.ts";
import { SumLines } from "./sum-lines.tsx";
import { CountRows, RemoveButton, UnitsInput } from "./units-input.tsx";
import { inputOf, nextKey, problemsOf, sumsOf, writtenOf, yearOf, type WrittenRound } from "./written.ts";

type Props = {
  /** Under which what is typed is kept on the device. */
  thing: string;
  initial: WrittenRound;
  /** Sends; after a conflict with the version that the server holds now. */
  send(input: RoundInput, version?: number): Promise<RoundDetail>;
  onDone(round: RoundDetail): void;
  onCancel?(): void;
  /** Somebody changed it meanwhile and the person takes theirs. */
  onCurrent?(round: RoundDetail): void;
};

/** Preparing a round, or changing one: what it is, what is asked, whom it addresses. */
export function RoundForm({ thing, initial, send, onDone, onCancel, onCurrent }: Props) {
  const t = useText();
  const draft = useDraft<WrittenRound>(thing, initial);
  const round = draft.value;
  const [problems, setProblems] = useState<ReturnType<typeof problemsOf>>({});
  const [failed, setFailed] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const change = (part: Partial<WrittenRound>) => {
    draft.setValue((before) => ({ ...before, ...part }));
    setProblems((before) => Object.fromEntries(Object.entries(before).filter(([path]) => !(path in part))));
  };
  const run = async (version?: number) => {
    const found = problemsOf(round);
    setProblems(found);
    setFailed(null);
    if (Object.keys(found).length > 0) {
      showFirst(form.current);
      return;
    }
    setBusy(true);
    try {
      const done = await send(inputOf(round), version);
      draft.clear(writtenOf(done));
      onDone(done);
    } catch (thrown) {
      if (asApiError(thrown).code === "unauthenticated") reportSessionEnded();
      setFailed(thrown);
      showFirst(form.current);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run();
  };
  const told = failed ? asApiError(failed).fields : {};
  const errors: Errors = { ...told, ...Object.fromEntries(Object.entries(problems).map(([path, text]) => [path, t(text)])) };
  const inputs = { round, onChange: change, errors };
  return (
    <form ref={form} className={styles["roundForm"]} noValidate aria-label={t(say("edit"))} onSubmit={submit}>
      <DraftNote restored={draft.restored} onDiscard={() => draft.clear(initial)} />
      <What {...inputs} />
      <AskedPart {...inputs} />
      <fieldset>
        <legend>{t(say("partUnits"))}</legend>
        <UnitsInput units={round.units} error={errors["units"]} onChange={(units) => change({ units })} />
        <Totals {...inputs} />
      </fieldset>
      {!conflictOf(failed) && <ErrorNote error={failed} />}
      <ConflictDialog<RoundDetail>
        error={failed}
        compare={(theirs) => compare(round, writtenOf(theirs), t)}
        onKeepMine={(theirs) => {
          setFailed(null);
          void run(theirs.version);
        }}
        onTakeTheirs={(theirs) => {
          setFailed(null);
          draft.clear(writtenOf(theirs));
          onCurrent?.(theirs);
        }}
        onCancel={() => setFailed(null)}
      />
      <div className={styles["saveBar"]}>
        <Button type="submit" size="md" loading={busy}>
          {t(say("save"))}
        </Button>
        {onCancel && (
          <Button size="md" variant="default" disabled={busy} onClick={onCancel}>
            {t(say("back"))}
          </Button>
        )}
        <span className={styles["fieldHint"]}>{t(say("keptHere"))}</span>
      </div>
    </form>
  );
}

type Errors = Partial<Record<string, string>>;
type PartProps = { round: WrittenRound; onChange(part: Partial<WrittenRound>): void; errors: Errors };

function What({ round, onChange, errors }: PartProps) {
  const t = useText();
  const now = Number(today().slice(0, 4));
  const years = [now, now + 1];
  const year = years.find((each) => round.periodFrom === yearOf(each).periodFrom && round.periodUntil === yearOf(each).periodUntil);
  const own = (title: string) => years.some((each) => Object.values(say("titleOfYear", { year: each })).includes(title)) || title === "";
  const date = (key: "periodFrom" | "periodUntil" | "opensOn" | "closesOn") => (
    <DateInput label={t(say(key))} size="md" value={round[key]} error={errors[key]} onChange={(day) => onChange({ [key]: day })} />
  );
  return (
    <fieldset>
      <legend>{t(say("partWhat"))}</legend>
      <div>
        <div className={styles["fieldLabel"]}>{t(say("year"))}</div>
        <SegmentedControl
          aria-label={t(say("year"))}
          size="md"
          data={years.map(String)}
          value={year === undefined ? "" : String(year)}
          onChange={(value) =>
            // A title of one's own stays; the one that was offered follows the year.
            onChange({
              ...yearOf(Number(value)),
              ...(own(round.title) ? { title: say("titleOfYear", { year: Number(value) }).vi } : {}),
            })
          }
        />
      </div>
      <TextInput
        label={t(say("roundTitle"))}
        description={t(say("roundTitleHint"))}
        size="md"
        maxLength={300}
        value={round.title}
        error={errors["title"]}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <div className={styles["days"]}>
        {date("periodFrom")}
        {date("periodUntil")}
        {date("opensOn")}
        {date("closesOn")}
      </div>
      <ClausePicker value={round.clause} onChange={(clause) => onChange({ clause })} />
      <DocumentPicker value={round.guidance} error={errors["guidanceDocumentId"]} onChange={(guidance) => onChange({ guidance })} />
      <Textarea
        label={t(say("note"))}
        size="md"
        autosize
        maxLength={2000}
        value={round.note}
        error={errors["note"]}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </fieldset>
  );
}

const askable: Asked[] = ["field", ...contentOrder];

function AskedPart({ round, onChange, errors }: PartProps) {
  const t = useText();
  return (
    <fieldset>
      <legend>{t(say("partAsked"))}</legend>
      <Checkbox.Group
        label={t(say("kinds"))}
        value={round.kinds}
        error={errors["kinds"]}
        onChange={(chosen) => onChange({ kinds: kinds.filter((each) => chosen.includes(each)) as ExemplarKind[] })}
      >
        <div className={styles["checkList"]}>
          {kinds.map((value) => (
            <Checkbox key={value} size="1.6rem" value={value} label={t(kindNames[value])} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox.Group
        label={t(say("asked"))}
        description={t(say("askedHint"))}
        value={round.asked}
        error={errors["asked"]}
        onChange={(chosen) => onChange({ asked: askable.filter((each) => chosen.includes(each)) })}
      >
        <div className={styles["checkList"]}>
          {askable.map((value) => (
            <Checkbox key={value} size="1.6rem" value={value} label={t(askedName(value))} />
          ))}
        </div>
      </Checkbox.Group>
      {round.asked.length > 5 && <p className={styles["fieldHint"]}>{t(say("askedMany", { count: round.asked.length }))}</p>}
      <div className={styles["rows"]} role="group" aria-label={t(say("localFields"))}>
        <div className={styles["fieldLabel"]}>{t(say("localFields"))}</div>
        <p className={styles["fieldHint"]}>{t(say("localFieldsHint"))}</p>
        {round.localFields.map((row, at) => (
          <div key={row.key} className={styles["line"]}>
            <TextInput
              label={t(say("localLabel"))}
              maxLength={120}
              value={row.label}
              error={errors[`localFields.${at}.label`]}
              onChange={(event) => {
                const label = event.currentTarget.value;
                onChange({ localFields: round.localFields.map((each) => (each === row ? { ...row, label } : each)) });
              }}
            />
            <Select
              label={t(say("localField"))}
              allowDeselect={false}
              data={fields.map((value) => ({ value, label: t(fieldTitles[value]) }))}
              value={row.field}
              onChange={(value) =>
                onChange({
                  localFields: round.localFields.map((each) =>
                    each === row ? { ...row, field: fields.find((one) => one === value) ?? row.field } : each,
                  ),
                })
              }
            />
            <RemoveButton
              label={t(say("remove", { number: at + 1 }))}
              onClick={() => onChange({ localFields: round.localFields.filter((each) => each !== row) })}
            />
          </div>
        ))}
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() =>
            onChange({ localFields: [...round.localFields, { key: nextKey(round.localFields), code: "", label: "", field: "economy" }] })
          }
        >
          {t(say("addLocal"))}
        </Button>
      </div>
    </fieldset>
  );
}

/** What the plan names in all, compared with what units were allotted while it is typed. */
function Totals({ round, onChange, errors }: PartProps) {
  const t = useText();
  const sums = sumsOf(round);
  const compared = round.totals.length > 0 && round.units.some(({ allotted }) => allotted.length > 0);
  return (
    <div className={styles["rows"]} role="group" aria-label={t(say("totals"))}>
      <div className={styles["fieldLabel"]}>{t(say("totals"))}</div>
      <p className={styles["fieldHint"]}>{t(say("totalsHint"))}</p>
      <CountRows rows={round.totals} onChange={(totals) => onChange({ totals })} />
      <Button
        variant="default"
        leftSection={<Icon name="plus" size={16} />}
        disabled={round.totals.length >= 10}
        onClick={() => onChange({ totals: [...round.totals, { key: nextKey(round.totals), kind: "model", count: "" }] })}
      >
        {t(say("addTotal"))}
      </Button>
      {compared && sums.length === 0 && <p className={styles["quiet"]}>{t(say("sumsAgree"))}</p>}
      {sums.length > 0 && (
        <>
          <div className={styles["note"]} data-tone="attention">
            <strong>{t(say("sumsDiffer"))}</strong>
            <SumLines sums={sums} />
          </div>
          <TextInput
            label={t(say("sumNote"))}
            description={t(say("sumNoteHint"))}
            maxLength={500}
            value={round.sumNote}
            error={errors["sumNote"]}
            onChange={(event) => onChange({ sumNote: event.currentTarget.value })}
          />
        </>
      )}
    </div>
  );
}

function compare(mine: WrittenRound, theirs: WrittenRound, t: ReturnType<typeof useText>) {
  const both = (label: string, of: (round: WrittenRound) => string) => ({ label, mine: of(mine), theirs: of(theirs) });
  return [
    both(t(say("roundTitle")), ({ title }) => title),
    both(t(say("opensOn")), ({ opensOn }) => opensOn ?? ""),
    both(t(say("closesOn")), ({ closesOn }) => closesOn ?? ""),
    both(t(say("guidance")), ({ guidance }) => guidance?.label ?? ""),
    both(t(say("kinds")), (round) => round.kinds.map((kind) => t(kindNames[kind])).join("; ")),
    both(t(say("asked")), (round) => round.asked.map((key) => t(askedName(key))).join("; ")),
    both(t(say("units")), ({ units }) => units.map(({ unit, leastNew }) => [unit.name, leastNew].filter(Boolean).join(": ")).join("; ")),
    both(t(say("note")), ({ note }) => note),
  ];
}
