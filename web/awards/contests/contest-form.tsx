import { Button, Checkbox, Select, Textarea, TextInput } from "@mantine/core";
import { useRef, useState, type FormEvent } from "react";
import type { ContestDetail, ContestInput, EntryKind, RoundInput } from "../../../src/modules/awards/contests/contract.ts";
import styles from "../../exemplars/exemplars.module.css";
import { showFirst } from "../../exemplars/show-first.ts";
import { asApiError } from "../../shell/api-error.ts";
import { useText } from "../../shell/language.tsx";
import { reportSessionEnded } from "../../shell/session-ended.ts";
import { DateInput } from "../../ui/date-input.tsx";
import { DraftNote } from "../../ui/draft-note.tsx";
import { useDraft } from "../../ui/draft.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { UnitPicker, type PickedUnit } from "../../ui/unit-picker.tsx";
import { say } from "./messages.ts";

type WrittenRound = Record<"entriesFrom" | "entriesUntil" | "judgingFrom" | "judgingUntil", string | null> &
  Pick<RoundInput, "name" | "way">;

/** A contest as it stands in the form. */
export type WrittenContest = {
  title: string;
  rules: string;
  kinds: EntryKind[];
  prizes: string;
  mostEntries: string;
  rounds: WrittenRound[];
  units: PickedUnit[];
};

const emptyRound = (name: string): WrittenRound => ({
  name,
  way: "stage",
  entriesFrom: null,
  entriesUntil: null,
  judgingFrom: null,
  judgingUntil: null,
});

export const newContest = (): WrittenContest => ({
  title: "",
  rules: "",
  kinds: ["team"],
  prizes: "Giải Nhất\nGiải Nhì\nGiải Ba\nGiải Khuyến khích",
  mostEntries: "",
  rounds: [emptyRound("Chung khảo")],
  units: [],
});

export const writtenOf = (contest: ContestDetail): WrittenContest => ({
  title: contest.title,
  rules: contest.rules,
  kinds: contest.kinds,
  prizes: contest.prizes.join("\n"),
  mostEntries: contest.mostEntries === null ? "" : String(contest.mostEntries),
  rounds: contest.rounds.map(({ name, way, entriesFrom, entriesUntil, judgingFrom, judgingUntil }) => ({
    name,
    way,
    entriesFrom,
    entriesUntil,
    judgingFrom,
    judgingUntil,
  })),
  units: contest.units,
});

const inputOf = (contest: WrittenContest): ContestInput => ({
  title: contest.title,
  rules: contest.rules,
  kinds: contest.kinds,
  prizes: contest.prizes
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean),
  mostEntries: contest.mostEntries.trim() === "" ? null : Number(contest.mostEntries),
  rounds: contest.rounds.map((round) => ({
    ...round,
    entriesFrom: round.entriesFrom ?? "",
    entriesUntil: round.entriesUntil ?? "",
    judgingFrom: round.judgingFrom ?? "",
    judgingUntil: round.judgingUntil ?? "",
  })),
  units: contest.units.map(({ id }) => id as never),
});

const days = ["entriesFrom", "entriesUntil", "judgingFrom", "judgingUntil"] as const;
const kinds = ["team", "exemplar", "work"] as const;
const ways = ["stage", "appraisal"] as const;

type Props = {
  /** Under which what is typed is kept on the device. */
  thing: string;
  initial: WrittenContest;
  send(input: ContestInput): Promise<ContestDetail>;
  onDone(contest: ContestDetail): void;
  onCancel?(): void;
};

export function ContestForm({ thing, initial, send, onDone, onCancel }: Props) {
  const t = useText();
  const draft = useDraft<WrittenContest>(thing, initial);
  const contest = draft.value;
  const [tried, setTried] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const change = (part: Partial<WrittenContest>) => draft.setValue((before) => ({ ...before, ...part }));
  const wrong: Partial<Record<string, string>> = {
    ...(contest.title.trim() === "" ? { title: t(say("missing")) } : {}),
    ...(contest.kinds.length === 0 ? { kinds: t(say("missingKind")) } : {}),
    ...(/^\s*([1-9]\d?|100)?\s*$/.test(contest.mostEntries) ? {} : { mostEntries: t(say("notNumber")) }),
    ...Object.fromEntries(
      contest.rounds.flatMap((round, at) =>
        (["name", ...days] as const).filter((key) => !round[key]).map((key) => [`rounds.${at}.${key}`, t(say("missing"))]),
      ),
    ),
  };
  const told = { ...(failed ? asApiError(failed).fields : {}), ...(tried ? wrong : {}) };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setFailed(null);
    if (Object.keys(wrong).length > 0) {
      showFirst(form.current);
      return;
    }
    setBusy(true);
    try {
      const done = await send(inputOf(contest));
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
  return (
    <form ref={form} className={styles["roundForm"]} noValidate aria-label={t(say("new"))} onSubmit={(event) => void submit(event)}>
      <DraftNote restored={draft.restored} onDiscard={() => draft.clear(initial)} />
      <fieldset>
        <legend>{t(say("partWhat"))}</legend>
        <TextInput
          label={t(say("name"))}
          size="md"
          maxLength={300}
          value={contest.title}
          error={told["title"]}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <Textarea
          label={t(say("rules"))}
          description={t(say("rulesHint"))}
          autosize
          minRows={4}
          maxLength={20_000}
          value={contest.rules}
          error={told["rules"]}
          onChange={(event) => change({ rules: event.currentTarget.value })}
        />
        <Checkbox.Group
          label={t(say("kinds"))}
          error={told["kinds"]}
          value={contest.kinds}
          onChange={(chosen) => change({ kinds: kinds.filter((kind) => chosen.includes(kind)) })}
        >
          <div className={styles["checkList"]}>
            {kinds.map((kind) => (
              <Checkbox key={kind} size="md" value={kind} label={t(say(`kind.${kind}`))} />
            ))}
          </div>
        </Checkbox.Group>
        <Textarea
          label={t(say("prizes"))}
          description={t(say("prizesHint"))}
          autosize
          minRows={3}
          value={contest.prizes}
          error={told["prizes"]}
          onChange={(event) => change({ prizes: event.currentTarget.value })}
        />
        <TextInput
          label={t(say("mostEntries"))}
          description={t(say("mostHint"))}
          inputMode="numeric"
          value={contest.mostEntries}
          error={told["mostEntries"]}
          onChange={(event) => change({ mostEntries: event.currentTarget.value })}
        />
        <UnitPicker
          multiple
          label={t(say("units"))}
          description={t(say("unitsAll"))}
          value={contest.units}
          error={told["units"]}
          onChange={(units) => change({ units })}
        />
      </fieldset>
      {contest.rounds.map((round, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- rounds have no other name than their place
        <RoundFields
          key={at}
          at={at}
          round={round}
          told={told}
          onChange={(part) => change({ rounds: contest.rounds.map((each, place) => (place === at ? { ...each, ...part } : each)) })}
        />
      ))}
      <div className={styles["buttons"]}>
        <Button
          variant="default"
          disabled={contest.rounds.length >= 10}
          onClick={() => change({ rounds: [...contest.rounds, emptyRound("")] })}
        >
          {t(say("addRound"))}
        </Button>
        {contest.rounds.length > 1 && (
          <Button variant="default" onClick={() => change({ rounds: contest.rounds.slice(0, -1) })}>
            {t(say("removeRound"))}
          </Button>
        )}
      </div>
      <ErrorNote error={failed} />
      <div className={styles["saveBar"]}>
        <Button type="submit" size="md" loading={busy}>
          {t(say("save"))}
        </Button>
        {onCancel && (
          <Button size="md" variant="default" disabled={busy} onClick={onCancel}>
            {t(say("back"))}
          </Button>
        )}
      </div>
    </form>
  );
}

type RoundProps = { at: number; round: WrittenRound; told: Partial<Record<string, string>>; onChange(part: Partial<WrittenRound>): void };

function RoundFields({ at, round, told, onChange }: RoundProps) {
  const t = useText();
  return (
    <fieldset>
      <legend>{t(say("round", { position: at + 1 }))}</legend>
      {told[`rounds.${at}`] && <p className={styles["wrong"]}>{told[`rounds.${at}`]}</p>}
      <TextInput
        label={t(say("roundName"))}
        maxLength={120}
        value={round.name}
        error={told[`rounds.${at}.name`]}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Select
        label={t(say("way"))}
        allowDeselect={false}
        data={ways.map((value) => ({ value, label: t(say(`way.${value}`)) }))}
        value={round.way}
        onChange={(value) => onChange({ way: ways.find((each) => each === value) ?? round.way })}
      />
      <div className={styles["days"]}>
        {days.map((key) => (
          <DateInput
            key={key}
            label={t(say(key))}
            value={round[key]}
            error={told[`rounds.${at}.${key}`]}
            onChange={(day) => onChange({ [key]: day })}
          />
        ))}
      </div>
    </fieldset>
  );
}
