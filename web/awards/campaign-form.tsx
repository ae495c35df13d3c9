import { Button, Checkbox, Select, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState, type FormEvent } from "react";
import type { CampaignDetail, CampaignInput } from "../../src/modules/awards/contract.ts";
import { kindNames } from "../../src/modules/awards/messages.ts";
import styles from "../exemplars/exemplars.module.css";
import { showFirst } from "../exemplars/show-first.ts";
import { asApiError } from "../shell/api-error.ts";
import { orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { reportSessionEnded } from "../shell/session-ended.ts";
import { DateInput } from "../ui/date-input.tsx";
import { DraftNote } from "../ui/draft-note.tsx";
import { useDraft } from "../ui/draft.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { say } from "./messages.ts";
import { QuotaInput } from "./quota-input.tsx";
import own from "./awards.module.css";
import { campaignKinds } from "./words.ts";
import { inputOf, problemsOf, writtenOf, type WrittenCampaign } from "./written.ts";

type Props = {
  /** Under which what is typed is kept on the device. */
  thing: string;
  initial: WrittenCampaign;
  send(input: CampaignInput): Promise<CampaignDetail>;
  onDone(campaign: CampaignDetail): void;
  onCancel?(): void;
};

const ways = ["more.members", "least.members", "more.present", "least.present"] as const;

/** Preparing a campaign, or changing one. */
export function CampaignForm({ thing, initial, send, onDone, onCancel }: Props) {
  const t = useText();
  const draft = useDraft<WrittenCampaign>(thing, initial);
  const campaign = draft.value;
  const [problems, setProblems] = useState<ReturnType<typeof problemsOf>>({});
  const [failed, setFailed] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const change = (part: Partial<WrittenCampaign>) => draft.setValue((before) => ({ ...before, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = problemsOf(campaign);
    setProblems(found);
    setFailed(null);
    if (Object.keys(found).length > 0) {
      showFirst(form.current);
      return;
    }
    setBusy(true);
    try {
      const done = await send(inputOf(campaign));
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
  const told: Partial<Record<string, string>> = {
    ...(failed ? asApiError(failed).fields : {}),
    ...Object.fromEntries(Object.entries(problems).map(([path, text]) => [path, text && t(text)])),
  };
  const date = (key: "periodFrom" | "periodUntil" | "opensOn" | "closesOn") => (
    <DateInput label={t(say(key))} size="md" value={campaign[key]} error={told[key]} onChange={(day) => change({ [key]: day })} />
  );
  return (
    <form ref={form} className={styles["roundForm"]} noValidate aria-label={t(say("newCampaign"))} onSubmit={(event) => void submit(event)}>
      <DraftNote restored={draft.restored} onDiscard={() => draft.clear(initial)} />
      <fieldset>
        <legend>{t(say("partWhat"))}</legend>
        <TextInput
          label={t(say("campaignTitle"))}
          description={t(say("campaignTitleHint"))}
          size="md"
          maxLength={300}
          value={campaign.title}
          error={told["title"]}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <Select
          label={t(say("kind"))}
          size="md"
          allowDeselect={false}
          data={campaignKinds.map((value) => ({ value, label: t(kindNames[value]) }))}
          value={campaign.kind}
          onChange={(value) => change({ kind: campaignKinds.find((each) => each === value) ?? campaign.kind })}
        />
        <div className={styles["days"]}>
          {date("periodFrom")}
          {date("periodUntil")}
          {date("opensOn")}
          {date("closesOn")}
        </div>
      </fieldset>
      <FormsPart campaign={campaign} error={told["forms"]} onChange={change} />
      <fieldset>
        <legend>{t(say("partQuotas"))}</legend>
        <QuotaInput campaign={campaign} errors={told} onChange={change} />
      </fieldset>
      <fieldset>
        <legend>{t(say("partCouncil"))}</legend>
        <div className={styles["days"]}>
          <TextInput
            label={t(say("percent"))}
            inputMode="decimal"
            value={campaign.percent}
            error={told["needed"]}
            onChange={(event) => change({ percent: event.currentTarget.value })}
          />
          <Select
            label={t(say("neededHow"))}
            allowDeselect={false}
            data={ways.map((value) => ({ value, label: t(say(`needed.${value}`, { percent: campaign.percent })) }))}
            value={campaign.how}
            onChange={(value) => change({ how: ways.find((each) => each === value) ?? campaign.how })}
          />
          <TextInput
            label={t(say("quorum"))}
            inputMode="decimal"
            value={campaign.quorum}
            error={told["quorumPercent"]}
            onChange={(event) => change({ quorum: event.currentTarget.value })}
          />
        </div>
        <p className={styles["fieldHint"]}>{t(say("neededNote"))}</p>
        <Textarea
          label={t(say("bases"))}
          description={t(say("basesHint"))}
          autosize
          minRows={2}
          value={campaign.bases}
          error={told["bases"]}
          onChange={(event) => change({ bases: event.currentTarget.value })}
        />
        <Textarea
          label={t(say("note"))}
          autosize
          maxLength={2000}
          value={campaign.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
      </fieldset>
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
        <span className={styles["fieldHint"]}>{t(say("keptHere"))}</span>
      </div>
    </form>
  );
}

type PartProps = { campaign: WrittenCampaign; error: string | undefined; onChange(part: Partial<WrittenCampaign>): void };

function FormsPart({ campaign, error, onChange }: PartProps) {
  const t = useText();
  const forms = useQuery({ ...orpc.awards.forms.list.queryOptions(), staleTime: Infinity });
  const chosen = new Map(campaign.forms.map((form) => [form.code, form]));
  const offered = (forms.data?.items ?? []).filter(({ code, retired }) => !retired || chosen.has(code));
  return (
    <fieldset>
      <legend>{t(say("partForms"))}</legend>
      <p className={styles["fieldHint"]}>{t(say("formsHint"))}</p>
      {offered.map(({ code, name }) => {
        const form = chosen.get(code);
        return (
          <div key={code} className={own["formRow"]}>
            <Checkbox
              size="md"
              label={name}
              checked={form !== undefined}
              onChange={(event) =>
                onChange({
                  forms: event.currentTarget.checked
                    ? [...campaign.forms, { code, granter: "" }]
                    : campaign.forms.filter((each) => each.code !== code),
                })
              }
            />
            {form && (
              <TextInput
                aria-label={t(say("granterFor", { form: name }))}
                placeholder={t(say("granter"))}
                maxLength={200}
                value={form.granter}
                onChange={(event) => {
                  const granter = event.currentTarget.value;
                  onChange({ forms: campaign.forms.map((each) => (each === form ? { ...form, granter } : each)) });
                }}
              />
            )}
          </div>
        );
      })}
      {error && (
        <p className={styles["wrong"]} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
