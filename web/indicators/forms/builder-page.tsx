import { Button, NumberInput, Select, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { dot } from "../../../src/kernel/facts.ts";
import { asApiError } from "../../shell/api-error.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { useDraft } from "../../ui/draft.ts";
import { DraftNote } from "../../ui/draft-note.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Section } from "../../ui/section.tsx";
import { say as sayAll } from "../messages.ts";
import { formStateText, formStateTone, periodKindText } from "../words.ts";
import { ContentEditor } from "./content-editor.tsx";
import { say } from "./messages.ts";
import { PublishPanel } from "./publish-panel.tsx";
import { RuleInput } from "./rule-input.tsx";
import type { FormJson, Settings } from "./types.ts";
import shared from "../indicators.module.css";
import styles from "./forms.module.css";

export function BuilderPage() {
  const t = useText();
  const { formId } = useParams({ from: "/staff/forms/$formId/edit" });
  const query = useQuery(orpc.indicators.forms.get.queryOptions({ input: { id: formId } }));
  const preparing = query.data?.preparing ?? null;
  // The version being prepared, where another one is in force.
  const edition = useQuery({
    ...orpc.indicators.forms.get.queryOptions({ input: { id: formId, ...(preparing === null ? {} : { edition: preparing }) } }),
    enabled: preparing !== null && query.data?.edition !== preparing,
  });
  const form = preparing === null || query.data?.edition === preparing ? query.data : edition.data;
  const error = query.error ?? edition.error;
  if (error)
    return (
      <>
        <PageHeader title={t(sayAll("forms"))} back={{ to: "/forms", text: t(sayAll("forms")) }} />
        <ErrorNote error={error} onRetry={() => void query.refetch()} />
      </>
    );
  if (!form) return <Busy rows={8} />;
  return <Builder key={`${form.id} ${form.edition}`} form={form} />;
}

/** Everything a form says on one page; saved with a button, kept in the browser until then; published from the foot of the page. */
function Builder({ form }: { form: FormJson }) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { value: settings, setValue, restored, clear } = useDraft<Settings>(`form:${form.id}:${form.edition}`, form.settings);
  const change = (part: Partial<Settings>) => setValue((before) => ({ ...before, ...part }));
  const dirty = JSON.stringify(settings) !== JSON.stringify(form.settings);
  const keep = (now: FormJson) => {
    client.setQueryData(orpc.indicators.forms.get.queryKey({ input: { id: form.id } }), now);
    return client.invalidateQueries({ queryKey: orpc.indicators.forms.key() });
  };
  const save = useMutation(
    orpc.indicators.forms.edit.mutationOptions({
      onSuccess: async (now) => {
        clear(now.settings);
        await keep(now);
      },
    }),
  );
  const discard = useMutation(
    orpc.indicators.forms.discard.mutationOptions({
      onSuccess: async ({ formLeft }) => {
        await navigate(formLeft ? { to: "/forms/$formId", params: { formId: form.id } } : { to: "/forms" });
        await client.invalidateQueries({ queryKey: orpc.indicators.forms.key() });
      },
    }),
  );
  const fields = save.error ? asApiError(save.error).fields : {};
  const send = () => save.mutate({ id: form.id, version: form.version, settings });
  const ownStep = settings.chain.some(({ step }) => step === "own");
  return (
    <>
      <PageHeader
        title={settings.title || t(say("unnamed"))}
        back={{ to: "/forms/$formId".replace("$formId", form.id), text: t(say("toForm")) }}
        badge={<StateBadge tone={formStateTone[form.state]}>{t(formStateText[form.state])}</StateBadge>}
        note={`${t(periodKindText[form.periods.kind])}${dot}${form.owner.name}`}
        actions={
          form.can.includes("discard") && (
            <ConfirmButton
              question={t(say("discardQuestion"))}
              confirm={t(say("discard"))}
              onConfirm={() => discard.mutateAsync({ id: form.id, version: form.version })}
            >
              {t(say("discard"))}
            </ConfirmButton>
          )
        }
      />
      <DraftNote restored={restored && dirty} onDiscard={() => clear(form.settings)} />
      <Section title={t(say("generalTitle"))}>
        <div className={styles["fields"]}>
          <TextInput
            label={t(say("title"))}
            required
            value={settings.title}
            onChange={(event) => change({ title: event.currentTarget.value })}
            error={fields["settings.title"]}
          />
          <Textarea
            label={t(say("basis"))}
            description={t(say("basisNote"))}
            placeholder={t(say("basisHint"))}
            required
            autosize
            value={settings.basis}
            onChange={(event) => change({ basis: event.currentTarget.value })}
            error={fields["settings.basis"]}
          />
          <TextInput
            label={t(say("receiverText"))}
            value={settings.receiverText}
            onChange={(event) => change({ receiverText: event.currentTarget.value })}
          />
          <TagsInput
            label={t(say("addressees"))}
            description={t(say("addresseesNote"))}
            placeholder={t(say("addresseesHint"))}
            value={settings.addressees}
            onChange={(addressees) => change({ addressees })}
            error={fields["settings.addressees"]}
          />
          <NumberInput
            label={t(say("minutes"))}
            description={t(say("minutesNote", { minutes: form.minutes }))}
            min={1}
            max={2000}
            allowDecimal={false}
            value={settings.minutes ?? ""}
            onChange={(minutes) => change({ minutes: minutes === "" ? null : Number(minutes) })}
          />
        </div>
      </Section>
      <Section title={t(say("contentTitle"))} note={t(say("contentNote"))}>
        <ContentEditor content={settings.content} given={form.alreadyGiven} onChange={(content) => change({ content })} />
      </Section>
      <Section title={t(say("dueTitle"))}>
        <div className={styles["fields"]}>
          <RuleInput label={t(say("due"))} value={settings.due.rule} onChange={(rule) => change({ due: { ...settings.due, rule } })} />
          <TextInput
            label={t(say("dueText"))}
            description={t(say("dueTextNote"))}
            value={settings.due.text ?? ""}
            onChange={(event) => change({ due: { ...settings.due, text: event.currentTarget.value } })}
          />
          <Select
            label={t(say("countsOnTime"))}
            allowDeselect={false}
            data={[
              { value: "figures", label: t(say("onTimeFigures")) },
              { value: "document", label: t(say("onTimeDocument")) },
            ]}
            value={settings.countsOnTime}
            onChange={(value) => change({ countsOnTime: value === "document" ? "document" : "figures" })}
          />
          <Select
            label={t(say("chain"))}
            description={t(say("chainNote"))}
            allowDeselect={false}
            data={[
              { value: "two", label: t(say("chainTwo")) },
              { value: "one", label: t(say("chainOne")) },
            ]}
            value={ownStep ? "two" : "one"}
            onChange={(value) => change({ chain: value === "two" ? [{ step: "own" }, { step: "receiver" }] : [{ step: "receiver" }] })}
          />
        </div>
      </Section>
      <div className={styles["saveBar"]}>
        <ErrorNote error={save.error} onRetry={asApiError(save.error)?.code === "conflict" ? () => void keep(form) : undefined} />
        <Button onClick={send} loading={save.isPending} disabled={!dirty} variant={dirty ? "filled" : "default"}>
          {t(say(dirty ? "save" : "savedAll"))}
        </Button>
        {dirty && <span className={shared["quiet"]}>{t(say("saveFirst"))}</span>}
      </div>
      {!dirty && <PublishPanel form={form} />}
    </>
  );
}
