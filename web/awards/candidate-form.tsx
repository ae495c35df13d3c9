import { Button, Checkbox, Radio, Select, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useDebouncedValue } from "@mantine/hooks";
import { useRef, useState } from "react";
import type { CampaignDetail, CandidateDetail, CandidateInput, Subject } from "../../src/modules/awards/contract.ts";
import styles from "../exemplars/exemplars.module.css";
import { showFirst } from "../exemplars/show-first.ts";
import { asApiError } from "../shell/api-error.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { reportSessionEnded } from "../shell/session-ended.ts";
import { today } from "../ui/dates.ts";
import { DraftNote } from "../ui/draft-note.tsx";
import { useDraft } from "../ui/draft.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { EarlierNote } from "./earlier-note.tsx";
import { say } from "./messages.ts";

/** A proposal as it stands in the form. */
export type WrittenCandidate = {
  subject: Subject;
  form: string | null;
  printedName: string;
  printedPost: string;
  printedUnit: string;
  deed: string;
  results: string;
  background: string;
  lessons: string;
  otherAchievement: string;
  consent: boolean;
  consentHow: string;
};

export type Chosen = Pick<CandidateInput, "exemplarId" | "why" | "unitId">;

type Props = {
  thing: string;
  campaign: CampaignDetail;
  chosen: Chosen;
  initial: WrittenCandidate;
  /** The day on which consent was recorded already. */
  consentOn?: string | undefined;
  /** Saves; then proposes when asked to. */
  save(input: CandidateInput): Promise<CandidateDetail>;
  propose(candidate: CandidateDetail): Promise<CandidateDetail>;
  onDone(candidate: CandidateDetail, sent: boolean): void;
  onCancel?(): void;
};

const inputOf = (written: WrittenCandidate, chosen: Chosen, consentOn: string): CandidateInput => {
  const person = written.subject === "individual";
  return {
    ...chosen,
    subject: written.subject,
    form: written.form ?? "",
    printedName: written.printedName,
    printedPost: person ? written.printedPost || null : null,
    printedUnit: written.printedUnit || null,
    deed: written.deed,
    words: { results: written.results, background: written.background || undefined, lessons: written.lessons || undefined },
    otherAchievement: written.otherAchievement || null,
    consent: person && written.consent ? { on: consentOn, how: written.consentHow } : null,
  };
};

/** One proposal, in one column that a thumb can fill: who, what for, what was achieved. */
export function CandidateForm({ thing, campaign, chosen, initial, consentOn, save, propose, onDone, onCancel }: Props) {
  const t = useText();
  const draft = useDraft<WrittenCandidate>(thing, initial);
  const written = draft.value;
  const [failed, setFailed] = useState<unknown>(null);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState<"save" | "send" | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const change = (part: Partial<WrittenCandidate>) => draft.setValue((before) => ({ ...before, ...part }));
  const person = written.subject === "individual";
  const forms = campaign.forms.filter(({ subjects }) => subjects.includes(written.subject));
  const run = async (how: "save" | "send") => {
    const found = {
      ...(written.printedName.trim() === "" ? { printedName: t(say("missingName")) } : {}),
      ...(written.deed.trim() === "" ? { deed: t(say("missingDeed")) } : {}),
      ...(forms.some(({ code }) => code === written.form) ? {} : { form: t(say("missingFormOne")) }),
    };
    setProblems(found);
    setFailed(null);
    if (Object.keys(found).length > 0) {
      showFirst(form.current);
      return;
    }
    setBusy(how);
    try {
      const saved = await save(inputOf(written, chosen, consentOn ?? today()));
      const done = how === "send" ? await propose(saved) : saved;
      draft.clear(initial);
      onDone(done, how === "send");
    } catch (thrown) {
      if (asApiError(thrown).code === "unauthenticated") reportSessionEnded();
      setFailed(thrown);
      showFirst(form.current);
    } finally {
      setBusy(null);
    }
  };
  const told: Partial<Record<string, string>> = { ...(failed ? asApiError(failed).fields : {}), ...problems };
  const text = (key: "printedName" | "printedPost" | "printedUnit" | "consentHow", label: string, more: object = {}) => (
    <TextInput
      label={label}
      size="md"
      maxLength={300}
      value={written[key]}
      error={told[key]}
      onChange={(event) => change({ [key]: event.currentTarget.value })}
      {...more}
    />
  );
  const area = (key: "deed" | "results" | "background" | "lessons" | "otherAchievement", more: object = {}) => (
    <Textarea
      label={t(say(key))}
      size="md"
      autosize
      minRows={key === "results" ? 4 : 2}
      maxLength={key === "results" ? 8000 : key === "deed" ? 600 : key === "otherAchievement" ? 1000 : 4000}
      value={written[key]}
      error={told[key === "deed" || key === "otherAchievement" ? key : `words.${key}`]}
      onChange={(event) => change({ [key]: event.currentTarget.value })}
      {...more}
    />
  );
  return (
    <form ref={form} className={styles["minute"]} noValidate aria-label={t(say("propose"))} onSubmit={(event) => event.preventDefault()}>
      <DraftNote restored={draft.restored} onDiscard={() => draft.clear(initial)} />
      <Radio.Group label={t(say("forWhom"))} value={written.subject} onChange={(value) => change({ subject: value as Subject })}>
        <div className={styles["inline"]}>
          {(["collective", "individual"] as const).map((value) => (
            <Radio key={value} size="md" value={value} label={t(say(`subject.${value}`))} />
          ))}
        </div>
      </Radio.Group>
      {person && <p className={styles["fieldHint"]}>{t(say("onlyPrinted"))}</p>}
      {text("printedName", t(say(person ? "printedNamePerson" : "printedNameCollective")))}
      {person && text("printedPost", t(say("printedPost")))}
      {text("printedUnit", t(say(person ? "printedUnitPerson" : "printedUnit")))}
      <FoundBefore campaign={campaign} chosen={chosen} name={written.printedName} />
      <Select
        label={t(say("columnForm"))}
        size="md"
        allowDeselect={false}
        data={forms.map(({ code, name }) => ({ value: code, label: name }))}
        value={forms.some(({ code }) => code === written.form) ? written.form : null}
        error={told["form"]}
        onChange={(value) => change({ form: value })}
      />
      {area("deed", { description: t(say("deedHint")) })}
      {area("results", { description: t(say("resultsHint")) })}
      <details
        className={styles["more"]}
        open={Boolean(written.background || written.lessons || written.otherAchievement || told["otherAchievement"])}
      >
        <summary>
          {t(say("background"))}, {t(say("otherAchievement"))}
        </summary>
        <div className={styles["moreBody"]}>
          {area("background")}
          {area("lessons")}
          {area("otherAchievement", { description: t(say("otherHint")) })}
        </div>
      </details>
      {person && (
        <Checkbox
          size="md"
          label={t(say("consent"))}
          description={t(say("consentHint"))}
          checked={written.consent}
          onChange={(event) => change({ consent: event.currentTarget.checked })}
        />
      )}
      {person && written.consent && text("consentHow", t(say("consentHow")), { error: told["consent.how"] })}
      <ErrorNote error={failed} />
      <EarlierNote items={failed ? ((asApiError(failed).details["earlier"] as never) ?? []) : []} />
      <div className={styles["saveBar"]}>
        <Button size="md" loading={busy === "send"} disabled={busy !== null} onClick={() => void run("send")}>
          {t(say("send"))}
        </Button>
        <Button size="md" variant="default" loading={busy === "save"} disabled={busy !== null} onClick={() => void run("save")}>
          {t(say("saveDraft"))}
        </Button>
        {onCancel && (
          <Button size="md" variant="default" disabled={busy !== null} onClick={onCancel}>
            {t(say("back"))}
          </Button>
        )}
        <span className={styles["fieldHint"]}>{t(say("keptHere"))}</span>
      </div>
    </form>
  );
}

/** Asked while the name is typed: better before a dossier is written than after. */
function FoundBefore({ campaign, chosen, name }: { campaign: CampaignDetail; chosen: Chosen; name: string }) {
  const [asked] = useDebouncedValue(name.trim(), 500);
  const found = useQuery({
    ...orpc.awards.candidates.earlier.queryOptions({
      input: {
        campaignId: campaign.id,
        printedName: asked,
        ...(chosen.exemplarId ? { exemplarId: chosen.exemplarId } : {}),
        ...(chosen.unitId ? { unitId: chosen.unitId } : {}),
      },
    }),
    enabled: asked.length > 2,
  });
  return <EarlierNote items={found.data?.items ?? []} />;
}
