import { Button, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { facts } from "../../../src/kernel/facts.ts";
import type { AppraisalShown, Recognition } from "../../../src/modules/exemplars/recognition/contract.ts";
import { levelNames } from "../../../src/modules/exemplars/recognition/messages.ts";
import { asApiError } from "../../shell/api-error.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { ActButton } from "../../ui/act-button.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { showDate, today } from "../../ui/dates.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { KeyValue } from "../../ui/key-value.tsx";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import styles from "../exemplars.module.css";
import type { TabProps } from "../tab-props.ts";
import { say } from "./messages.ts";
import { AwardsSection } from "./awards-section.tsx";
import own from "./recognition.module.css";

/** What appraisals said and at which levels it was recognised. */
export function RecognitionTab({ exemplar }: TabProps) {
  const t = useText();
  const client = useQueryClient();
  const query = useQuery(orpc.exemplars.recognition.of.queryOptions({ input: { id: exemplar.id } }));
  if (query.isPending) return <Busy rows={4} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const { recognitions, appraisals, taking } = query.data;
  const onChanged = (words: string) => {
    void client.invalidateQueries({ queryKey: orpc.exemplars.recognition.key() });
    void client.invalidateQueries({ queryKey: ["history", "exemplar", exemplar.id] });
    showDone(words);
  };
  return (
    <>
      <Section title={t(say("recognitions"))}>
        {recognitions.length === 0 && <EmptyState title={t(say("notYet"))}>{t(say("notYetText"))}</EmptyState>}
        {recognitions.map((recognition) => (
          <Card key={recognition.id} recognition={recognition} onChanged={onChanged} />
        ))}
      </Section>
      <AwardsSection exemplarId={exemplar.id} />
      <Section title={t(say("appraisals"))}>
        {appraisals.length === 0 && <EmptyState title={t(say("noAppraisal"))}>{t(say("noAppraisalText"))}</EmptyState>}
        {appraisals.length > 0 && (
          <ul className={own["lines"]}>
            {appraisals.map((appraisal) => (
              <Appraisal key={appraisal.subjectId} appraisal={appraisal} />
            ))}
          </ul>
        )}
        {taking.map((round) => (
          <Put key={round.id} exemplarId={exemplar.id} round={round} onDone={() => onChanged(t(say("appraised")))} />
        ))}
      </Section>
    </>
  );
}

function Appraisal({ appraisal: { subjectId, round, stage, points, of, outcome, on } }: { appraisal: AppraisalShown }) {
  const t = useText();
  const facts = [
    t(say(`stage.${stage}`)),
    outcome ?? "",
    points !== null && of !== null ? t(say("points", { points, of })) : "",
    on === null ? "" : showDate(on),
  ].filter(Boolean);
  return (
    <li>
      <div>
        <span className={own["name"]}>{round}</span>
        <div className={own["facts"]}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </div>
      </div>
      <Link to={`/appraisal/subjects/${subjectId}` as never}>{t(say("openSheet"))}</Link>
    </li>
  );
}

type PutProps = { exemplarId: string; round: { id: string; title: string; body: string; until: string }; onDone(): void };

function Put({ exemplarId, round, onDone }: PutProps) {
  const t = useText();
  const put = useMutation({
    mutationFn: () => api.exemplars.recognition.appraise({ id: exemplarId, roundId: round.id }),
    onSuccess: onDone,
  });
  return (
    <div className={own["card"]}>
      <div className={own["cardHead"]}>
        <h3>{round.title}</h3>
      </div>
      <p className={own["quiet"]}>{facts([round.body, t(say("until", { day: showDate(round.until) }))])}</p>
      <ErrorNote error={put.error} />
      <Button mt="sm" variant="default" loading={put.isPending} onClick={() => put.mutate()}>
        {t(say("appraise"))}
      </Button>
    </div>
  );
}

type CardProps = { recognition: Recognition; onChanged(words: string): void };

function Card({ recognition, onChanged }: CardProps) {
  const t = useText();
  const [act, setAct] = useState<"revoke" | "consent" | null>(null);
  const { id, version, level, year, on, decision, printedAs, code, address, consent, person, revoked, can } = recognition;
  const done = (words: string) => {
    setAct(null);
    onChanged(words);
  };
  const drop = useMutation({
    mutationFn: () => api.exemplars.recognition.consent({ id, version, consent: null }),
    onSuccess: () => done(t(say("consentSaved"))),
  });
  return (
    <article className={own["card"]}>
      <div className={own["cardHead"]}>
        <h3>{t(say("yearOf", { level: t(levelNames[level]), year }))}</h3>
        {revoked && <StateBadge tone="attention">{t(say("revokedMark"))}</StateBadge>}
      </div>
      <KeyValue
        items={[
          [
            t(say("byDecision")),
            <Link key="decision" to="/exemplars/decisions/$decisionId" params={{ decisionId: decision.id }}>
              {`${t(say("onDay", { number: decision.number, day: showDate(on) }))}, ${decision.called}`}
            </Link>,
          ],
          [t(say("printed")), printedAs],
          [
            t(say("code")),
            <a key="code" className={own["code"]} href={address} title={t(say("verify"))}>
              {code}
            </a>,
          ],
          [
            t(say("consent")),
            person
              ? consent === null
                ? t(say("consentNone"))
                : t(say("consentGiven", { day: showDate(consent.on), how: consent.how }))
              : null,
          ],
          [
            t(say("revoked")),
            revoked &&
              `${t(say("revokedOn", { day: showDate(revoked.on), by: revoked.by }))}${revoked.number ? `, ${revoked.number}` : ""}. ${revoked.reason}`,
          ],
        ]}
      />
      {act === "revoke" && <RevokeForm recognition={recognition} onCancel={() => setAct(null)} onDone={() => done(t(say("revoked")))} />}
      {act === "consent" && (
        <ConsentForm recognition={recognition} onCancel={() => setAct(null)} onDone={() => done(t(say("consentSaved")))} />
      )}
      <ErrorNote error={drop.error} />
      {act === null && (
        <div className={own["buttons"]}>
          {can.includes("certificate") && (
            <a className={styles["sideLink"]} href={`/files/exemplar-recognitions/${id}/certificate`}>
              {t(say("certificate"))}
            </a>
          )}
          {can.includes("consent") &&
            (consent === null ? (
              <Button variant="default" onClick={() => setAct("consent")}>
                {t(say("consentRecord"))}
              </Button>
            ) : (
              <Button variant="default" loading={drop.isPending} onClick={() => drop.mutate()}>
                {t(say("consentDrop"))}
              </Button>
            ))}
          {can.includes("revoke") && (
            <Button variant="default" onClick={() => setAct("revoke")}>
              {t(say("revoke"))}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

type FormProps = { recognition: Recognition; onDone(): void; onCancel(): void };

function RevokeForm({ recognition: { id, version }, onDone, onCancel }: FormProps) {
  const t = useText();
  const [reason, setReason] = useState("");
  const [number, setNumber] = useState("");
  const [on, setOn] = useState<string | null>(today());
  const revoke = useMutation({
    mutationFn: () => api.exemplars.recognition.revoke({ id, version, reason: reason.trim(), number: number.trim() || null, on }),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    revoke.mutate();
  };
  return (
    <form className={own["form"]} onSubmit={submit}>
      <p className={own["quiet"]}>{t(say("revokeText"))}</p>
      <Textarea
        label={t(say("revokeReason"))}
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={own["pair"]}>
        <TextInput
          label={t(say("revokeNumber"))}
          maxLength={80}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <DateInput
          label={t(say("revokeDay"))}
          value={on}
          error={revoke.error ? asApiError(revoke.error).fields["on"] : undefined}
          onChange={setOn}
        />
      </div>
      <ErrorNote error={revoke.error} />
      <div className={own["buttons"]}>
        <ActButton type="submit" loading={revoke.isPending} missing={[reason.trim() === "" && t(say("revokeReason"))]}>
          {t(say("revoke"))}
        </ActButton>
        <Button variant="default" onClick={onCancel}>
          {t(say("cancel"))}
        </Button>
      </div>
    </form>
  );
}

function ConsentForm({ recognition: { id, version }, onDone, onCancel }: FormProps) {
  const t = useText();
  const [on, setOn] = useState<string | null>(today());
  const [how, setHow] = useState("");
  const save = useMutation({
    mutationFn: (day: string) => api.exemplars.recognition.consent({ id, version, consent: { on: day, how: how.trim() } }),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (on) save.mutate(on);
  };
  return (
    <form className={own["form"]} onSubmit={submit}>
      <div className={own["pair"]}>
        <DateInput label={t(say("consentOn"))} required value={on} onChange={setOn} />
        <TextInput
          label={t(say("consentHow"))}
          required
          maxLength={300}
          value={how}
          onChange={(event) => setHow(event.currentTarget.value)}
        />
      </div>
      <ErrorNote error={save.error} />
      <div className={own["buttons"]}>
        <ActButton
          type="submit"
          loading={save.isPending}
          missing={[on === null && t(say("consentOn")), how.trim() === "" && t(say("consentHow"))]}
        >
          {t(say("consentRecord"))}
        </ActButton>
        <Button variant="default" onClick={onCancel}>
          {t(say("cancel"))}
        </Button>
      </div>
    </form>
  );
}
