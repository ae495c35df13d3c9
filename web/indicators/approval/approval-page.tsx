import { Switch } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { dot } from "../../../src/kernel/facts.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { DueBadge, StateBadge } from "../../ui/badges.tsx";
import { Busy } from "../../ui/busy.tsx";
import { showDate, showInstant } from "../../ui/dates.ts";
import { useDraft } from "../../ui/draft.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Section } from "../../ui/section.tsx";
import { Correction } from "../entry/correction.tsx";
import { RecordsDialog, type RecordsAsked } from "../entry/records-dialog.tsx";
import { partIdOf, type SubmissionJson } from "../entry/rows.ts";
import { SentState } from "../entry/sent-state.tsx";
import { say as sayEntry } from "../entry/messages.ts";
import { submissionTone } from "../words.ts";
import { ApprovalBar } from "./approval-bar.tsx";
import { CompareTable } from "./compare-table.tsx";
import { say } from "./messages.ts";
import type { Marks } from "./marks.ts";
import entryStyles from "../entry/entry.module.css";
import styles from "./approval.module.css";

export function ApprovalPage() {
  const t = useText();
  const { submissionId } = useParams({ from: "/staff/approvals/$submissionId" });
  const query = useQuery(orpc.indicators.submissions.get.queryOptions({ input: { id: submissionId } }));
  if (query.isPending) return <Busy rows={10} />;
  if (query.error)
    return (
      <>
        <PageHeader title={t(say("queue"))} back={{ to: "/approvals", text: t(say("queue")) }} />
        <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  return <Approval key={query.data.id} submission={query.data} />;
}

/** What was sent beside what was before it, what looks odd, cells marked with a reason: approve, or send back. */
function Approval({ submission }: { submission: SubmissionJson }) {
  const t = useText();
  const { value: marks, setValue: setMarks, clear } = useDraft<Marks>(`approval:${submission.id}:${submission.version}`, {});
  const [oddOnly, setOddOnly] = useState(false);
  const [asked, setAsked] = useState<RecordsAsked | null>(null);
  const { round, unit, state, oddities, document } = submission;
  const may = submission.can.includes("return");
  const general = oddities.filter(({ key }) => key === null);
  const questions = oddities.filter(({ key }) => key !== null).length;
  return (
    <>
      <PageHeader
        title={`${unit.name}: ${round.title}`}
        badge={<StateBadge tone={submissionTone[state]}>{t(sayEntry(`state.${state}`))}</StateBadge>}
        back={{ to: "/approvals", text: t(say("queue")) }}
        note={
          <>
            {t(round.period.label)}
            {dot}
            <DueBadge due={{ text: round.due.text, lastDay: round.due.lastDay }} />
            {submission.sentAt && `${dot}${t(say("sentAt", { when: showInstant(submission.sentAt) }))}`}{" "}
            {submission.late && <StateBadge tone="attention">{t(say("late"))}</StateBadge>}
          </>
        }
        actions={
          <Link to="/submissions/$submissionId" params={{ submissionId: submission.id }} className={entryStyles["sideLink"]}>
            {t(say("wholeReport"))}
          </Link>
        }
      />
      <Correction submission={submission} />
      {document && (
        <p className={entryStyles["plainText"]}>
          <a href={`/files/indicators/submissions/${submission.id}/document`}>
            {t(sayEntry("documentIs", { number: document.number, date: showDate(document.date) }))}
          </a>
        </p>
      )}
      {general.length > 0 && (
        <ul className={entryStyles["questions"]}>
          {general.map(({ question }) => (
            <li key={question.vi}>
              <Icon name="info" size={16} /> {t(question)}
            </li>
          ))}
        </ul>
      )}
      <div className={styles["view"]}>
        <Switch
          label={t(say("oddOnly", { count: questions }))}
          checked={oddOnly}
          disabled={questions === 0}
          onChange={(event) => setOddOnly(event.currentTarget.checked)}
        />
        {may && <span className={entryStyles["quiet"]}>{t(say("markHint"))}</span>}
      </div>
      {submission.sections.map((section) => {
        const cells = section.cells.filter(({ key }) => !oddOnly || oddities.some((odd) => odd.key === key));
        if (oddOnly && cells.length === 0) return null;
        return (
          <Section
            key={partIdOf(section)}
            title={[section.number, section.heading].filter(Boolean).join(". ")}
            note={section.own ? undefined : t(sayEntry("filledBy", { unit: section.unit.name }))}
          >
            {cells.length > 0 && (
              <CompareTable
                label={section.heading}
                cells={cells}
                oddities={oddities.filter(({ sectionId }) => sectionId === null || sectionId === section.sectionId)}
                marks={marks}
                {...(may ? { onMark: (key: string, reason: string | null) => setMarks((before) => marked(before, key, reason)) } : {})}
                onRecords={(cell, label) => setAsked({ label, sectionId: section.sectionId, unitId: section.unit.id, cell })}
              />
            )}
            {!oddOnly && section.narrative && <p className={styles["narrative"]}>{section.narrative}</p>}
          </Section>
        );
      })}
      <ApprovalBar submission={submission} marks={marks} onDone={() => clear({})} />
      <SentState submission={submission} />
      <RecordsDialog submissionId={submission.id} asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}

function marked(marks: Marks, key: string, reason: string | null): Marks {
  const { [key]: _old, ...rest } = marks;
  return reason === null ? rest : { ...rest, [key]: reason };
}
