import { Button, Checkbox, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import type { CandidateRow, Council, DecisionRow } from "../../src/modules/awards/contract.ts";
import styles from "../exemplars/exemplars.module.css";
import { asApiError } from "../shell/api-error.ts";
import { api, orpc } from "../shell/api.ts";
import { useText } from "../shell/language.tsx";
import { ActButton } from "../ui/act-button.tsx";
import { StateBadge } from "../ui/badges.tsx";
import { DateInput } from "../ui/date-input.tsx";
import { showDate, today } from "../ui/dates.ts";
import { ErrorNote } from "../ui/error-note.tsx";
import { FileDrop } from "../ui/file-drop.tsx";
import { showDone } from "../ui/notices.ts";
import { ReasonForm } from "../ui/reason-form.tsx";
import { Section } from "../ui/section.tsx";
import { say } from "./council-messages.ts";
import { say as sayAll } from "./messages.ts";

type Props = { council: Council; onChanged(council: Council): void };

/** Decisions of the campaign: drafted for each granter, downloaded, written down once they are signed. */
export function DecisionsSection({ council, onChanged }: Props) {
  const t = useText();
  const { campaign, decisions } = council;
  const passed = useQuery({
    ...orpc.awards.campaigns.candidates.queryOptions({ input: { id: campaign.id, state: "passed" } }),
    enabled: campaign.state !== "closed",
  });
  const taken = new Set(decisions.filter(({ state }) => state !== "cancelled").flatMap(({ candidates }) => candidates.map(({ id }) => id)));
  const open = (passed.data?.items ?? []).filter(({ id }) => !taken.has(id));
  const granterOf = (candidate: CandidateRow) => campaign.forms.find(({ code }) => code === candidate.form)?.granter ?? null;
  const granters = [...new Set(open.map(granterOf))];
  return (
    <Section title={t(say("decisions"))}>
      {decisions
        .filter(({ state }) => state !== "cancelled")
        .map((decision) => (
          <Decision key={decision.id} campaignId={campaign.id} decision={decision} onChanged={onChanged} />
        ))}
      {granters.map((granter) => (
        <Drafting
          key={granter ?? "own"}
          campaignId={campaign.id}
          granter={granter}
          candidates={open.filter((candidate) => granterOf(candidate) === granter)}
          onChanged={(changed) => {
            onChanged(changed);
            void passed.refetch();
          }}
        />
      ))}
      {open.length === 0 && decisions.length === 0 && <p className={styles["quiet"]}>{t(say("noDecision"))}</p>}
    </Section>
  );
}

type DraftingProps = { campaignId: string; granter: string | null; candidates: CandidateRow[]; onChanged(council: Council): void };

function Drafting({ campaignId, granter, candidates, onChanged }: DraftingProps) {
  const t = useText();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = candidates.filter(({ id }) => !left.has(id));
  const draft = useMutation({
    mutationFn: () => api.awards.decisions.create({ campaignId, granter, candidates: chosen.map(({ id }) => id) }),
    onSuccess: onChanged,
  });
  return (
    <div className={styles["acts"]} role="group" aria-label={granter ? t(say("draftOf", { granter })) : t(say("own"))}>
      <strong>{granter ? t(say("draftOf", { granter })) : t(say("own"))}</strong>
      <p className={styles["fieldHint"]}>{t(say("draftNote"))}</p>
      {candidates.map(({ id, printedName, formName }) => (
        <Checkbox
          key={id}
          label={`${printedName ?? ""}, ${formName}`}
          checked={!left.has(id)}
          onChange={(event) => {
            const next = new Set(left);
            if (event.currentTarget.checked) next.delete(id);
            else next.add(id);
            setLeft(next);
          }}
        />
      ))}
      <ErrorNote error={draft.error} />
      <div className={styles["buttons"]}>
        <Button loading={draft.isPending} disabled={chosen.length === 0} onClick={() => draft.mutate()}>
          {t(say("draft"))}
        </Button>
      </div>
    </div>
  );
}

type DecisionProps = { campaignId: string; decision: DecisionRow; onChanged(council: Council): void };

function Decision({ campaignId, decision, onChanged }: DecisionProps) {
  const t = useText();
  const { id, state, granter, candidates, number, decidedOn } = decision;
  const [act, setAct] = useState<"sign" | "drop" | null>(null);
  return (
    <div className={styles["note"]}>
      <div className={styles["buttons"]}>
        <StateBadge tone={state === "signed" ? "good" : "neutral"}>{t(say(`state.${state}`))}</StateBadge>
        <strong>{granter ?? t(say("own"))}</strong>
      </div>
      {number && decidedOn && <p>{t(say("signedText", { number, day: showDate(decidedOn), signer: decision.signerName ?? "" }))}</p>}
      <p>{candidates.map(({ printedName, formName }) => `${printedName ?? t(sayAll("erasedName"))} (${formName})`).join("; ")}</p>
      {act === "sign" && (
        <SignForm
          decision={decision}
          onBack={() => setAct(null)}
          onDone={(changed) => {
            setAct(null);
            onChanged(changed);
            showDone(t(say("signed")));
          }}
        />
      )}
      {act === "drop" && (
        <ReasonForm
          confirm={t(say("drop"))}
          back={t(sayAll("back"))}
          question={t(say("reason"))}
          send={(reason) => api.awards.decisions.cancel({ id: decision.id, version: decision.version, reason })}
          onCancel={() => setAct(null)}
          onDone={onChanged}
        />
      )}
      {act === null && (
        <div className={styles["buttons"]}>
          {state === "draft" && <Button onClick={() => setAct("sign")}>{t(say("sign"))}</Button>}
          <a
            href={
              granter
                ? `/files/awards/campaigns/${campaignId}/submission?granter=${encodeURIComponent(granter)}`
                : `/files/awards/decisions/${id}/docx`
            }
            className={styles["sideLink"]}
            download
          >
            {t(say(granter ? "submissionTo" : "docx"))}
          </a>
          {decision.scan && (
            <a href={`/files/awards/decisions/${id}/scan`} className={styles["sideLink"]} download>
              {t(say("scan"))}
            </a>
          )}
          {state === "draft" && (
            <Button variant="default" onClick={() => setAct("drop")}>
              {t(say("drop"))}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

type FormProps = { decision: DecisionRow; onBack(): void; onDone(council: Council): void };

function SignForm({ decision: { id, version }, onBack, onDone }: FormProps) {
  const t = useText();
  const [number, setNumber] = useState("");
  const [decidedOn, setDecidedOn] = useState<string | null>(today());
  const [signerName, setSignerName] = useState("");
  const [signerPost, setSignerPost] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const sign = useMutation({
    mutationFn: (day: string) =>
      api.awards.decisions.sign({
        id,
        version,
        number: number.trim(),
        decidedOn: day,
        signerName: signerName.trim(),
        signerPost: signerPost.trim(),
        ...(file ? { file } : {}),
      }),
    onSuccess: onDone,
  });
  const told = sign.error ? asApiError(sign.error).fields : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (decidedOn) sign.mutate(decidedOn);
  };
  return (
    <form className={styles["acts"]} aria-label={t(say("sign"))} onSubmit={submit}>
      <TextInput
        label={t(say("number"))}
        description={t(say("numberHint"))}
        required
        value={number}
        error={told["number"]}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <DateInput label={t(say("decidedOn"))} required value={decidedOn} error={told["decidedOn"]} onChange={setDecidedOn} />
      <TextInput label={t(say("signerName"))} required value={signerName} onChange={(event) => setSignerName(event.currentTarget.value)} />
      <TextInput label={t(say("signerPost"))} value={signerPost} onChange={(event) => setSignerPost(event.currentTarget.value)} />
      <div role="group" aria-label={t(say("file"))}>
        <div className={styles["fieldLabel"]}>{t(say("file"))}</div>
        {file && <p>{file.name}</p>}
        <FileDrop kinds={[".pdf", ".jpg", ".jpeg", ".png"]} onFiles={([first]) => first && setFile(first)} />
      </div>
      <ErrorNote error={sign.error} />
      <ActButton
        type="submit"
        loading={sign.isPending}
        missing={[!number.trim() && t(say("number")), !decidedOn && t(say("decidedOn")), !signerName.trim() && t(say("signerName"))]}
      >
        {t(say("sign"))}
      </ActButton>
      <Button variant="default" disabled={sign.isPending} onClick={onBack}>
        {t(sayAll("back"))}
      </Button>
    </form>
  );
}
