import { Radio, Select, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import type { AwardInput, Earlier, Subject } from "../../src/modules/awards/contract.ts";
import styles from "../exemplars/exemplars.module.css";
import { asApiError } from "../shell/api-error.ts";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { usePost } from "../shell/session.tsx";
import { ActButton } from "../ui/act-button.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { DraftNote } from "../ui/draft-note.tsx";
import { useDraft } from "../ui/draft.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { showDone } from "../ui/notices.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { UnitPicker, type PickedUnit } from "../ui/unit-picker.tsx";
import { EarlierNote } from "./earlier-note.tsx";
import { say } from "./messages.ts";

type Written = Record<
  "printedName" | "printedPost" | "printedUnit" | "deed" | "number" | "granter" | "signerName" | "otherAchievement",
  string
> & {
  subject: Subject;
  form: string | null;
  unit: PickedUnit | null;
  periodFrom: string | null;
  periodUntil: string | null;
  grantedOn: string | null;
};

const empty: Written = {
  subject: "collective",
  form: null,
  unit: null,
  printedName: "",
  printedPost: "",
  printedUnit: "",
  deed: "",
  periodFrom: null,
  periodUntil: null,
  number: "",
  grantedOn: null,
  granter: "",
  signerName: "",
  otherAchievement: "",
};

const inputOf = (written: Written): AwardInput => ({
  ...(written.unit ? { unitId: written.unit.id as never } : {}),
  subject: written.subject,
  form: written.form ?? "",
  printedName: written.printedName.trim(),
  printedPost: written.subject === "individual" ? written.printedPost.trim() || null : null,
  printedUnit: written.printedUnit.trim() || null,
  deed: written.deed.trim(),
  periodFrom: written.periodFrom ?? "",
  periodUntil: written.periodUntil ?? "",
  number: written.number.trim(),
  grantedOn: written.grantedOn ?? "",
  granter: written.granter.trim(),
  signerName: written.signerName.trim() || null,
  otherAchievement: written.otherAchievement.trim() || null,
});

/** An award of before, or of elsewhere, copied from its decision. */
export function RecordAwardPage() {
  const t = useText();
  const post = usePost();
  const client = useQueryClient();
  const navigate = useNavigate();
  const draft = useDraft<Written>(`award:new:${post?.unit.id ?? ""}`, empty);
  const written = draft.value;
  const [earlier, setEarlier] = useState<Earlier[]>([]);
  const forms = useQuery({ ...orpc.awards.forms.list.queryOptions(), staleTime: Infinity });
  const change = (part: Partial<Written>) => draft.setValue((before) => ({ ...before, ...part }));
  const save = useMutation({
    mutationFn: () => api.awards.register.record(inputOf(written)),
    onSuccess: () => {
      draft.clear(empty);
      void client.invalidateQueries({ queryKey: orpc.awards.key() });
      showDone(t(say("recorded")));
      void navigate({ to: "/awards/register" });
    },
    onError: (error) => setEarlier((asApiError(error).details["earlier"] as Earlier[] | undefined) ?? []),
  });
  const told = save.error ? asApiError(save.error).fields : {};
  const person = written.subject === "individual";
  type Needed = "form" | "printedName" | "deed" | "periodFrom" | "periodUntil" | "number" | "grantedOn" | "granter";
  const lacks = (key: Needed, label: string) => !written[key]?.trim() && label;
  const text = (key: "printedName" | "printedPost" | "printedUnit" | "number" | "granter" | "signerName", label: string, most: number) => (
    <TextInput
      label={label}
      size="md"
      maxLength={most}
      value={written[key]}
      error={told[key]}
      onChange={(event) => change({ [key]: event.currentTarget.value })}
    />
  );
  const day = (key: "periodFrom" | "periodUntil" | "grantedOn", label: string) => (
    <DateInput label={label} value={written[key]} error={told[key]} onChange={(value) => change({ [key]: value })} />
  );
  const area = (key: "deed" | "otherAchievement", description: string, most: number) => (
    <Textarea
      label={t(say(key))}
      description={description}
      size="md"
      autosize
      minRows={2}
      maxLength={most}
      value={written[key]}
      error={told[key]}
      onChange={(event) => change({ [key]: event.currentTarget.value })}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <>
      <PageHeader title={t(say("record"))} note={t(say("recordNote"))} back={{ to: "/awards/register", text: t(say("register")) }} />
      <form className={styles["minute"]} aria-label={t(say("record"))} onSubmit={submit}>
        <DraftNote restored={draft.restored} onDiscard={() => draft.clear(empty)} />
        <Radio.Group label={t(say("filterSubject"))} value={written.subject} onChange={(value) => change({ subject: value as Subject })}>
          <div className={styles["inline"]}>
            {(["collective", "individual"] as const).map((value) => (
              <Radio key={value} size="md" value={value} label={t(say(`subject.${value}`))} />
            ))}
          </div>
        </Radio.Group>
        {person && <p className={styles["fieldHint"]}>{t(say("onlyPrinted"))}</p>}
        {text("printedName", t(say(person ? "printedNamePerson" : "printedNameCollective")), 300)}
        {person && text("printedPost", t(say("printedPost")), 200)}
        {text("printedUnit", t(say(person ? "printedUnitPerson" : "printedUnit")), 300)}
        <UnitPicker
          label={t(say("recordUnit"))}
          description={post?.unit.name}
          value={written.unit ? [written.unit] : []}
          error={told["unitId"]}
          onChange={([unit]) => change({ unit: unit ?? null })}
        />
        <Select
          label={t(say("columnForm"))}
          size="md"
          searchable
          data={(forms.data?.items ?? [])
            .filter(({ subjects }) => subjects.includes(written.subject))
            .map(({ code, name }) => ({ value: code, label: name }))}
          value={written.form}
          error={told["form"]}
          onChange={(form) => change({ form })}
        />
        {area("deed", t(say("deedHint")), 600)}
        <div className={styles["inline"]}>
          {day("periodFrom", t(say("periodFrom")))}
          {day("periodUntil", t(say("periodUntil")))}
        </div>
        {text("number", t(say("recordNumber")), 100)}
        {day("grantedOn", t(say("recordGrantedOn")))}
        {text("granter", t(say("recordGranter")), 300)}
        {text("signerName", t(say("recordSigner")), 120)}
        <EarlierNote items={earlier} />
        {(earlier.length > 0 || written.otherAchievement !== "") && area("otherAchievement", t(say("otherHint")), 1000)}
        <ErrorNote error={save.error} />
        <div className={styles["saveBar"]}>
          <ActButton
            type="submit"
            size="md"
            loading={save.isPending}
            missing={[
              lacks("printedName", t(say(person ? "printedNamePerson" : "printedNameCollective"))),
              lacks("form", t(say("columnForm"))),
              lacks("deed", t(say("deed"))),
              lacks("periodFrom", t(say("periodFrom"))),
              lacks("periodUntil", t(say("periodUntil"))),
              lacks("number", t(say("recordNumber"))),
              lacks("grantedOn", t(say("recordGrantedOn"))),
              lacks("granter", t(say("recordGranter"))),
            ]}
          >
            {t(say("recordSave"))}
          </ActButton>
          <span className={styles["fieldHint"]}>{t(say("keptHere"))}</span>
        </div>
      </form>
    </>
  );
}
