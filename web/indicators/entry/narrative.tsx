import { Button, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { dot } from "../../../src/kernel/facts.ts";
import { orpc } from "../../shell/api.ts";
import { useText } from "../../shell/language.tsx";
import { Busy } from "../../ui/busy.tsx";
import { showDate } from "../../ui/dates.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { say } from "./messages.ts";
import type { SectionJson } from "./rows.ts";
import styles from "./entry.module.css";

type Props = { submissionId: string; section: SectionJson; text: string; locked: boolean; onWrite(text: string): void };

/** The words under a heading. Lines from the journal are offered one by one; nothing is written by itself. */
export function Narrative({ submissionId, section, text, locked, onWrite }: Props) {
  const t = useText();
  const [offered, setOffered] = useState(false);
  return (
    <div className={styles["narrative"]}>
      <Textarea
        label={t(say("narrative"))}
        aria-label={t(say("narrativeOf", { heading: section.heading }))}
        autosize
        minRows={3}
        maxRows={24}
        readOnly={locked}
        value={text}
        onChange={(event) => onWrite(event.currentTarget.value)}
      />
      {!locked && (
        <Button variant="default" size="xs" aria-expanded={offered} onClick={() => setOffered((open) => !open)}>
          {t(say(offered ? "hideProposals" : "showProposals"))}
        </Button>
      )}
      {offered && !locked && (
        <Proposals
          submissionId={submissionId}
          section={section}
          text={text}
          onTake={(line) => onWrite(text.trim() === "" ? line : `${text.trimEnd()}\n${line}`)}
        />
      )}
    </div>
  );
}

type ProposalsProps = { submissionId: string; section: SectionJson; text: string; onTake(line: string): void };

function Proposals({ submissionId, section, text, onTake }: ProposalsProps) {
  const t = useText();
  const lines = useQuery(
    orpc.indicators.submissions.proposals.queryOptions({
      input: { id: submissionId, sectionId: section.sectionId, unitId: section.unit.id },
    }),
  );
  if (lines.isPending) return <Busy rows={3} />;
  if (lines.error) return <ErrorNote error={lines.error} onRetry={() => void lines.refetch()} />;
  if (lines.data.length === 0) return <p className={styles["quiet"]}>{t(say("noProposals"))}</p>;
  const left = lines.data.filter((line) => !text.includes(line.text));
  return (
    <div className={styles["proposals"]}>
      {left.length > 1 && (
        <Button variant="default" size="xs" onClick={() => onTake(left.map((line) => line.text).join("\n"))}>
          {t(say("takeAll", { count: left.length }))}
        </Button>
      )}
      <ul>
        {lines.data.map((line) => (
          <li key={`${line.kind} ${line.id}`}>
            <div>
              {line.text}
              <span className={styles["quiet"]}>
                {" "}
                {showDate(line.date)}
                {dot}
                {line.unit}
                {dot}
                <Link to={line.path as never}>{t(say("openRecord"))}</Link>
              </span>
            </div>
            {text.includes(line.text) ? (
              <span className={styles["quiet"]}>{t(say("taken"))}</span>
            ) : (
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => onTake(line.text)}
                aria-label={t(say("takeLine", { line: line.text }))}
              >
                {t(say("take"))}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
