import { Button } from "@mantine/core";
import { useRef, useState, type FormEvent } from "react";
import type { ExemplarDetail } from "../../src/modules/exemplars/contract.ts";
import { contentNames } from "../../src/modules/exemplars/messages.ts";
import { asApiError } from "../shell/api-error.ts";
import { api } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { reportSessionEnded } from "../shell/session-ended.ts";
import { ConflictDialog, conflictOf, type Difference } from "../ui/conflict-dialog.tsx";
import { useDraft } from "../ui/draft.ts";
import { DraftNote } from "../ui/draft-note.tsx";
import { ErrorNote } from "../ui/error-note.tsx";
import styles from "./exemplars.module.css";
import { LikenessHint } from "./likeness/hint.tsx";
import { say } from "./messages.ts";
import { MinuteFields } from "./minute-fields.tsx";
import { MoreFields } from "./more-fields.tsx";
import { showFirst } from "./show-first.ts";
import { useRound } from "./use-round.ts";
import { contentOrder, fieldText } from "./words.ts";
import { figureKeys, inputOf, problemsOf, writtenOf, type Written } from "./written.ts";

type Props = {
  exemplar: ExemplarDetail;
  onCancel(): void;
  onDone(exemplar: ExemplarDetail): void;
  /** Somebody changed it meanwhile and the person takes theirs. */
  onCurrent(exemplar: ExemplarDetail): void;
};

/** Completing or correcting one in place. What is typed is kept on the device until it is saved. */
export function EditForm({ exemplar, onCancel, onDone, onCurrent }: Props) {
  const t = useText();
  const draft = useDraft<Written>(`exemplar:${exemplar.id}`, writtenOf(exemplar));
  const written = draft.value;
  const round = useRound(written);
  const [problems, setProblems] = useState<ReturnType<typeof problemsOf>>({});
  const [failed, setFailed] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const registered = exemplar.state === "registered" || exemplar.state === "accepted";

  const run = async (version: number) => {
    const found = problemsOf(written, []);
    setProblems(found);
    setFailed(null);
    if (Object.keys(found).length > 0) {
      showFirst(form.current);
      return;
    }
    setBusy(true);
    try {
      const { roundId, ...input } = inputOf(written, round.meant);
      // What was registered stays with its round.
      const changed = await api.exemplars.edit({ ...input, ...(registered ? {} : { roundId }), id: exemplar.id, version });
      draft.clear(writtenOf(changed));
      onDone(changed);
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
    void run(exemplar.version);
  };
  const change = (part: Partial<Written>) => draft.setValue((before) => ({ ...before, ...part }));
  const fields = failed ? asApiError(failed).fields : {};
  const errors = { ...fields, ...Object.fromEntries(Object.entries(problems).map(([path, text]) => [path, t(text)])) };
  const inputs = { written, round, onChange: change, errors };
  return (
    <form ref={form} className={styles["minute"]} noValidate aria-label={t(say("edit"))} onSubmit={submit}>
      <DraftNote restored={draft.restored} onDiscard={() => draft.clear(writtenOf(exemplar))} />
      <MinuteFields roundFixed={registered} {...inputs} />
      <LikenessHint written={written} id={exemplar.id} />
      <MoreFields {...inputs} />
      <ErrorNote error={round.error} onRetry={round.retry} />
      {!conflictOf(failed) && <ErrorNote error={failed} />}
      <ConflictDialog<ExemplarDetail>
        error={failed}
        compare={(theirs) => compare(written, writtenOf(theirs), t)}
        onKeepMine={(theirs) => {
          setFailed(null);
          void run(theirs.version);
        }}
        onTakeTheirs={(theirs) => {
          setFailed(null);
          draft.clear(writtenOf(theirs));
          onCurrent(theirs);
        }}
        onCancel={() => setFailed(null)}
      />
      <div className={styles["saveBar"]}>
        <Button type="submit" size="md" loading={busy}>
          {t(say("saveChanges"))}
        </Button>
        <Button size="md" variant="default" disabled={busy} onClick={onCancel}>
          {t(say("cancel"))}
        </Button>
        <span className={styles["fieldHint"]}>{t(say("keptHere"))}</span>
      </div>
    </form>
  );
}

function compare(mine: Written, theirs: Written, t: ReturnType<typeof useText>): Difference[] {
  const goals = ({ goals: all }: Written) => all.map(({ name, baseline, goal, unit }) => `${name}: ${baseline || "–"} → ${goal} ${unit}`);
  const both = (label: string, of: (written: Written) => string): Difference => ({ label, mine: of(mine), theirs: of(theirs) });
  return [
    both(t(say("name")), ({ name }) => name),
    both(t(say("lead")), ({ lead }) => lead.map(({ name }) => name).join("; ")),
    both(t(say("field")), ({ field }) => t(fieldText(field))),
    ...contentOrder.map((key) => both(t(contentNames[key].name), ({ contents }) => contents[key] ?? "")),
    both(t(say("goals")), (written) => goals(written).join("; ")),
    both(t(say("partners")), ({ partners }) => partners.map(({ unit }) => unit.name).join("; ")),
    both(t(say("area")), ({ area }) => area.map(({ name }) => name).join("; ")),
    ...(["place", ...figureKeys] as const).map((key) => both(t(say(key)), (written) => written[key])),
    both(t(say("startedOn")), ({ startedOn }) => startedOn ?? ""),
    both(t(say("endsOn")), ({ endsOn }) => endsOn ?? ""),
    both(t(say("themes")), ({ themes }) => themes.join("; ")),
  ];
}
