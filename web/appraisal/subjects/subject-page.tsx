import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { facts } from "../../../src/kernel/facts.ts";
import { grouped } from "../../../src/kernel/decimals.ts";
import type { SubjectDetail } from "../../../src/modules/appraisal/contract.ts";
import { api, orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { showDate } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { HistoryPanel } from "../../ui/history-panel.tsx";
import { showDone } from "../../ui/notices.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { ReasonAct } from "../../ui/reason-form.tsx";
import { Section } from "../../ui/section.tsx";
import styles from "../appraisal.module.css";
import { Criteria } from "../criteria.tsx";
import { say } from "../messages.ts";
import { Links } from "../sheets/sheet-page.tsx";
import { given, subjectText, subjectTone } from "../words.ts";
import { CheckForm } from "./check-form.tsx";
import { Judges } from "./judges.tsx";
import { Scores } from "./scores.tsx";
import { SelfForm } from "./self-form.tsx";
import { ThingLink } from "./thing-link.tsx";
import { TitlesForm } from "./titles-form.tsx";

/** One file of a round: its unit scores itself here, the office checks it, the panel sees the sheets side by side. */
export function SubjectPage() {
  const t = useText();
  const { subjectId } = useParams({ from: "/staff/appraisal/subjects/$subjectId" });
  const client = useQueryClient();
  const query = useQuery({ ...orpc.appraisal.subjects.get.queryOptions({ input: { id: subjectId } }), refetchOnWindowFocus: false });
  if (query.isPending) return <Busy rows={6} />;
  if (query.error) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  const subject = query.data;
  const { round, result } = subject;
  const onChanged = (changed: SubjectDetail) => {
    client.setQueryData(orpc.appraisal.subjects.get.queryKey({ input: { id: subjectId } }), changed);
    void client.invalidateQueries({ queryKey: orpc.appraisal.rounds.key() });
    void client.invalidateQueries({ queryKey: orpc.appraisal.sheets.key() });
    void client.invalidateQueries({ queryKey: ["history", "appraisal-subject", subjectId] });
  };
  const emulation = round.purpose === "emulation";
  const manages = subject.statuses !== null;
  const due = t(say(emulation ? "registerDue" : "yourDue", { day: showDate(round.selfUntil) }));
  return (
    <>
      <PageHeader
        title={subject.title}
        note={facts([round.title, subject.unit.name === subject.title ? null : subject.unit.name, due])}
        badge={
          <>
            <StateBadge tone={subjectTone[subject.state]}>{t(subjectText(subject.state, round.purpose))}</StateBadge>
            {subject.late && <StateBadge tone="attention">{t(say("late"))}</StateBadge>}
          </>
        }
        actions={<ThingLink subject={subject} />}
        back={{ to: `/appraisal/rounds/${round.id}`, text: t(say("toRound")) }}
      />
      {subject.state === "returned" && <Note title={t(say("returnedBecause"))} text={subject.returnReason} attention />}
      {subject.qualified === false && <Note title={t(say("failedBecause"))} text={subject.qualifiedReason} attention />}
      {result && (
        <div className={styles["note"]} data-tone="good">
          <p>
            <strong>
              {t(say("result"))}:{" "}
              {t(say("resultText", { points: grouped(result.points), of: grouped(result.of), outcome: result.outcome }))}
            </strong>
          </p>
          {subject.discussion && <p>{subject.discussion}</p>}
        </div>
      )}
      <div className={manages ? styles["columns"] : undefined}>
        {manages && <Office subject={subject} onChanged={onChanged} />}
        <div>
          {emulation && <TitlesForm key={subject.id} subject={subject} onChanged={onChanged} />}
          {subject.opened && <Scores subject={subject} opened={subject.opened} onChanged={onChanged} />}
          {subject.state === "judging" && subject.sheets && (
            <div className={styles["note"]}>
              <p>{t(say("scoresWaiting"))}</p>
            </div>
          )}
          {!emulation && subject.rubric && (
            <Section title={t(say(subject.can.includes("save") ? "selfTitle" : "selfOf"))}>
              {subject.can.includes("save") ? (
                <SelfForm key={subject.id} subject={subject} content={subject.rubric.content} onChanged={onChanged} />
              ) : (
                <SelfShown subject={subject} />
              )}
            </Section>
          )}
          {manages && <HistoryPanel kind="appraisal-subject" id={subject.id} />}
        </div>
      </div>
    </>
  );
}

function Note({ title, text, attention }: { title: string; text: string | null; attention?: boolean }) {
  return (
    <div className={styles["note"]} data-tone={attention ? "attention" : undefined}>
      <p>
        <strong>{title}</strong>
      </p>
      <p>{text}</p>
    </div>
  );
}

/** What the unit wrote, once it is sent. */
function SelfShown({ subject }: { subject: SubjectDetail }) {
  const t = useText();
  const self = new Map(subject.self.map((line) => [line.line, line]));
  if (!subject.rubric || self.size === 0) return <p className={styles["quiet"]}>{t(say("selfNone"))}</p>;
  const { content } = subject.rubric;
  return (
    <Criteria
      content={content}
      answer={({ key, max }) => {
        const line = self.get(key);
        const value = line && given(line, t);
        return (
          <div className={styles["points"]}>
            <strong>{value ?? "—"}</strong>
            {max !== null && <span>{t(say("outOf", { max: grouped(max) }))}</span>}
          </div>
        );
      }}
      below={({ key }) => {
        const line = self.get(key);
        return (
          line && (
            <>
              {line.evidence && <p className={styles["asked"]}>{line.evidence}</p>}
              <Links links={line.links} />
            </>
          )
        );
      }}
    />
  );
}

type OfficeProps = { subject: SubjectDetail; onChanged(subject: SubjectDetail): void };

/** What the office that holds the round does: check, return, judges. */
function Office({ subject, onChanged }: OfficeProps) {
  const t = useText();
  const navigate = useNavigate();
  const { id, version, can } = subject;
  const failed = subject.state === "failed";
  return (
    <aside className={styles["aside"]} aria-label={t(say("acts"))}>
      {can.includes("check") && (subject.state === "sent" || failed) && <CheckForm subject={subject} onChanged={onChanged} />}
      {can.includes("return") && (
        <ReasonAct
          confirm={t(say("returnAct"))}
          question={t(say("returnReason"))}
          send={(reason) => api.appraisal.subjects.return({ id, version, reason })}
          onDone={(changed) => {
            onChanged(changed);
            showDone(t(say("returned")));
          }}
          wide
        />
      )}
      {subject.rubric && <Judges subject={subject} onChanged={onChanged} />}
      {can.includes("remove") && (subject.statuses?.length ?? 0) === 0 && subject.sentOn === null && (
        <ConfirmButton
          question={t(say("removeQuestion"))}
          confirm={t(say("remove"))}
          onConfirm={async () => {
            const { roundId } = await api.appraisal.subjects.remove({ id, version });
            showDone(t(say("removed")));
            await navigate({ to: "/appraisal/rounds/$roundId", params: { roundId } });
          }}
        >
          {t(say("remove"))}
        </ConfirmButton>
      )}
    </aside>
  );
}
